"""Beginning a session: its log holds all that it needs, and nothing that could be taken back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.attending import starts_at
from facilitui.core.plans.plan import Block
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.session import Stage
from facilitui.core.sessions.starting import Prepared, opening, planned_start
from facilitui.core.sessions.timing import minutes_behind
from facilitui.core.vocabulary import BlockKind
from tests.core.making import START, Script, good_plan

TORONTO = ZoneInfo("America/Toronto")
READING = Reading(START, "boot-1", 1000.0, "one")


def begun(prepared: Prepared) -> Script:
    """A session that begins as the host service begins it."""
    script = Script()
    script.course = Course()
    return script.append(opening(prepared, "s1", READING, TORONTO))


def ready(**changes: object) -> Prepared:
    plan = good_plan(**changes)
    norms = (Norm(id="n", text="listen"),)
    return Prepared(plan, "work", expand(plan, {}), norms=norms, attendance=9)


def test_the_first_part_begins_with_the_session() -> None:
    """There is no timer to remember to start, and nothing of it is a key to take back."""
    script = begun(ready())
    assert script.run("open").stage is Stage.RUNNING
    assert (script.state.attendance, script.state.norms[0].text) == (9, "listen")
    assert script.state.keys == ()
    assert moves.take_back(script.state) == ()
    assert (script.state.planned_end, script.state.began_at) == (START + timedelta(hours=1), START)
    assert minutes_behind(script.state, script.elapsed, script.now, TORONTO) == 0


@pytest.mark.parametrize(
    ("booked", "minutes", "ends"), [(75, (50, 20), 75), (60, (50, 20), 70), (70, (50, 20), 70)]
)
def test_all_the_booked_time_is_planned(
    booked: float, minutes: tuple[float, ...], ends: float
) -> None:
    """The planned end is the one that Home and the documents tell."""
    blocks = tuple(Block(id=f"b{at}", title="x", minutes=each) for at, each in enumerate(minutes))
    state = begun(ready(blocks=blocks, minutes=booked)).state
    assert state.planned_end == START + timedelta(minutes=ends)


def test_the_last_to_end_need_not_stand_last() -> None:
    """A pinned block that lies in the time of a longer one does not end the session."""
    long = Block(id="long", title="x", minutes=100)
    pinned = Block(id="pin", title="y", minutes=10, pinned_start=time(16, 0))
    state = begun(ready(blocks=(long, pinned))).state
    assert state.planned_end == START + timedelta(minutes=100)


def test_a_session_that_opens_with_groups_opens_with_directions() -> None:
    """The first part waits for its cue like any other."""
    blocks = (Block(id="g", title="x", kind=BlockKind.BREAKOUT, minutes=10),)
    assert begun(ready(blocks=blocks)).run("g").stage is Stage.DIRECTIONS
    assert begun(ready(blocks=())).state.finished


def test_what_only_the_host_watches_for_is_kept_apart() -> None:
    """The event that others may see holds none of it."""
    blocks = (Block(id="w", title="x", minutes=10, watch="one voice dominates"),)
    first, notes, *_ = opening(ready(blocks=blocks), "s1", READING, TORONTO)
    assert "dominates" not in first.model_dump_json()
    assert isinstance(notes, b.HostNotes) and notes.watch == {"w": "one voice dominates"}
    assert begun(ready(blocks=blocks)).run("w").part.watch == "one voice dominates"


@pytest.mark.parametrize(
    ("early", "holds"), [(0, True), (29, True), (-30, True), (31, False), (-9999, False)]
)
def test_a_planned_time_holds_if_the_session_begins_near_it(early: int, holds: bool) -> None:
    """A plan run on another day was never late."""
    at = datetime(2026, 11, 25, 15, 30, tzinfo=TORONTO) - timedelta(minutes=early)
    assert (planned_start(good_plan(), at, TORONTO) is not None) == holds
    assert planned_start(good_plan(start=None), at, TORONTO) is None


@pytest.mark.parametrize(("minute", "fold", "holds"), [(45, 0, True), (50, 1, False), (0, 1, True)])
def test_near_is_near_on_the_clock_that_runs(minute: int, fold: int, holds: bool) -> None:
    """Where an hour comes twice, ten to two for the second time is 80 minutes after half past."""
    plan = good_plan(start=datetime(2026, 11, 1, 1, 30))
    at = datetime(2026, 11, 1, 1, minute, tzinfo=TORONTO, fold=fold)
    assert (planned_start(plan, at, TORONTO) is not None) == holds
    assert starts_at(ready(start=plan.start), at).astimezone(UTC) == at.astimezone(UTC)


def test_a_start_that_the_clocks_leave_out_is_as_much_later() -> None:
    """As the plan and its documents tell it."""
    plan = good_plan(start=datetime(2027, 3, 14, 2, 30))
    start = planned_start(plan, datetime(2027, 3, 14, 7, 30, tzinfo=UTC), TORONTO)
    assert start is not None and f"{start:%H:%M}" == "03:30"
