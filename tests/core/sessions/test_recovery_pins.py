"""Recovering where blocks have pinned starts: no minute is taken that only a wait would fill."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.shrinking import GRAIN
from facilitui.core.sessions import moves
from facilitui.core.sessions.outlook import outlook
from facilitui.core.sessions.recovery import Proposal, Way, proposals
from facilitui.core.sessions.timing import forecast, projected_end
from facilitui.core.told import clock
from tests.core.making import START, Script, agenda, part, plain
from tests.core.recoveries import agendas, lates, moment, overrunning

apart = st.none() | st.integers(-20, 20)
"""How many minutes after the block before it a block is pinned; None pins nothing."""


@st.composite
def pinned(draw: st.DrawFn) -> tuple[AgendaBlock, ...]:
    """Agendas without turns, some of whose blocks wait for a pin, follow on or overlap."""
    made: list[AgendaBlock] = []
    end = START
    for block in draw(agendas()):
        alone = [each.model_copy(update={"cycle": 0, "cycles": 0}) for each in block.parts]
        block = block.model_copy(update={"parts": tuple(alone)})
        minutes = draw(apart) if made else None
        if minutes is not None:
            start = (max(START, end + timedelta(minutes=minutes))).replace(second=0)
            block, end = block.model_copy(update={"pinned_start": start.time()}), start
        made.append(block)
        end += timedelta(minutes=block.minutes)
    return tuple(made)


def shorter(script: Script) -> Proposal | None:
    """The way that makes parts shorter, if there is one."""
    found = proposals(script.state, moment(script))
    return next((each for each in found if each.way is Way.SHORTER), None)


@given(pinned(), lates, st.integers(0, 3))
def test_every_minute_that_is_taken_is_won(
    blocks: tuple[AgendaBlock, ...], late: float, keys: int
) -> None:
    """But for the half that a block which is reached early waits for its pin."""
    script = overrunning(blocks, late, keys)
    found = shorter(script)
    both = zip(script.state.runs, found.after.runs, strict=True) if found else ()
    taken = sum(was.minutes - now.minutes for was, now in both)
    assert taken - GRAIN * len(blocks) <= (found.won if found else 0.0) <= taken + 1e-6


@given(pinned(), lates, st.integers(0, 3))
def test_no_minute_too_many_is_won(blocks: tuple[AgendaBlock, ...], late: float, keys: int) -> None:
    """It never then ends before its planned end, as both are told."""
    found = shorter(overrunning(blocks, late, keys))
    assert found is None or found.late >= 0


@given(pinned(), lates, st.integers(0, 3), st.integers(0, 59))
def test_a_proposal_stands_while_no_time_that_is_told_changes(
    blocks: tuple[AgendaBlock, ...], late: float, keys: int, later: int
) -> None:
    """The lateness at the end, and at every block that begins by the clock."""
    script = overrunning(blocks, late, keys)
    before, found = _told(script), shorter(script)
    script.wait(later)
    again = shorter(script)
    if _told(script) == before and found is not None:
        assert again is not None and again.body.minutes == found.body.minutes


def _told(script: Script) -> list[str]:
    at = moment(script)
    starts = [each.start for each in forecast(script.state, at.elapsed, at.now, at.zone)]
    return [
        clock(each) for each in (*starts, projected_end(script.state, at.elapsed, at.now, at.zone))
    ]


@given(pinned(), lates, st.integers(0, 3))
def test_no_block_is_left_out_for_a_wait(
    blocks: tuple[AgendaBlock, ...], late: float, keys: int
) -> None:
    """Whatever is offered ends the session earlier, late or with time in reserve."""
    script = overrunning(blocks, late, keys)
    told = outlook(script.course, moment(script))
    assert all(each.won >= GRAIN for each in told.shown if each.title.startswith("Leave out"))


def test_what_leads_up_to_a_pin_on_time_is_no_reserve() -> None:
    """Without it everybody would wait; without what comes after the pin they leave earlier."""
    pin = (START + timedelta(minutes=20)).time()
    blocks = (
        *plain(10, 10),
        *agenda(part("lunch", 20), pinned_start=pin),
        *agenda(part("z", GRAIN)),
    )
    script = Script(blocks, planned_end=START + timedelta(hours=1)).press(moves.forward)
    told = outlook(script.course, moment(script))
    left_out = [each.title for each in told.reserve if each.title.startswith("Leave out")]
    assert left_out == ["Leave out lunch", "Leave out z"]


def test_before_a_pin_only_so_much_is_taken_that_it_begins_on_time() -> None:
    """What else has to be won comes from what lies behind it."""
    pin = (START + timedelta(minutes=28)).time()
    blocks = (
        *agenda(part("a", 10), part("b", 20, min=5)),
        *agenda(part("c", 20, min=10), pinned_start=pin),
    )
    script = Script(blocks, planned_end=START + timedelta(minutes=44)).press(moves.forward)
    found = shorter(script.wait(60))
    assert found is not None and found.body.minutes == {"b": 18, "c": 16}
    assert found.won == 6 and found.late == 0
