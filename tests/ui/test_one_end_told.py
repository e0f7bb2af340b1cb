"""One end is told as one time, on the screen, in the room, in the brief and at a recovery."""

from __future__ import annotations

import re
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.slack import end_word
from facilitui.core.sessions import moves
from facilitui.core.sessions.brief import brief
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.outlook import outlook
from facilitui.core.sessions.recovery import Moment
from facilitui.core.sessions.room import room_note, room_view
from facilitui.core.told import clock
from facilitui.reports.brief import written_brief
from facilitui.text import Lines
from facilitui.widgets.live_clock import clock_lines, title_lines
from facilitui.widgets.live_head import ends_lines, head
from facilitui.widgets.live_recovery import head_lines
from facilitui.widgets.live_view import LiveView
from tests.core.making import START, Script, part, plain

TIME = re.compile(r"\d\d:\d\d")


def in_last_step(planned: float, late: int) -> Script:
    """A session in its last step, that many seconds late against a planned end."""
    script = Script(plain(5, 10), planned_end=START + timedelta(seconds=planned))
    return script.press(moves.forward).wait(300 + late).press(moves.forward).wait(7)


def text(lines: Lines) -> str:
    """What stands in some lines."""
    return "\n".join(line.plain for line in lines)


def minutes(told: str) -> int:
    """A time of day as minutes since midnight."""
    hours, rest = told.split(":")
    return int(hours) * 60 + int(rest)


def named(lines: Lines) -> dict[str, str]:
    """The times in some lines by what they are called."""
    found = (re.match(r" *(\w+ \w+) .*(\d\d:\d\d)$", line.plain) for line in lines)
    return {each[1]: each[2] for each in found if each}


def yardstick(view: LiveView, told: dict[str, str]) -> str:
    """The end that it is told to be early or late against, among those under the agenda."""
    last = told.get("Booked until") or told.get("Agreed end") or told["Planned end"]
    return told["Planned end"] if view.free else last


@given(st.integers(600, 1200), st.integers(-200, 500), st.sampled_from([38, 60]))
def test_the_ends_under_the_agenda_add_up(planned: int, late: int, width: int) -> None:
    """Each figure is how far its end lies from the end in the line above it."""
    script = in_last_step(planned, late)
    lines = ends_lines(LiveView(script.state, script.elapsed, script.now), width)
    assert all(line.cell_length <= width for line in lines)
    rows = [line.plain for line in lines if TIME.search(line.plain) and "Began" not in line.plain]
    times = [minutes(TIME.findall(row)[0]) for row in rows]
    assert times == sorted(times) or " early " in rows[1]
    for above, row, below in zip(times, rows[1:], times[1:], strict=False):
        apart = re.search(r"(\d+) (late|early|min free)|as (planned|booked)", row)
        if apart is None:
            assert row.strip().startswith("Booked until") and row is rows[1]
            continue
        by = int(apart[1] or 0)
        assert below - above == (-by if apart[2] == "early" else by)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (-360, ["Planned end 21:05", "Now ends 6 early 20:59", "Booked until 31 min free 21:30"]),
        (0, ["Planned end 21:05", "Now ends as planned 21:05", "Booked until 25 min free 21:30"]),
        (240, ["Planned end 21:05", "Now ends 4 late 21:09", "Booked until 21 min free 21:30"]),
        (1500, ["Planned end 21:05", "Booked until 21:30", "Now ends as booked 21:30"]),
        (1620, ["Planned end 21:05", "Booked until 21:30", "Now ends 2 late 21:32"]),
    ],
)
def test_booked_time_is_a_line_of_its_own(seconds: int, told: list[str]) -> None:
    """Free behind the end that is expected, or used up before it; late is told from it then."""
    script = Script(plain(20, 15), planned_end=START + timedelta(minutes=60)).press(moves.forward)
    script.wait(1200 + seconds).press(moves.forward)
    lines = ends_lines(LiveView(script.state, script.elapsed, script.now), 38)
    assert [" ".join(line.plain.split()) for line in lines[1:]] == told


def test_where_all_that_is_booked_is_planned_there_are_two_lines() -> None:
    """Also once another end was agreed on, which is then the one it goes by."""
    script = Script(plain(5, 10), planned_end=START + timedelta(minutes=15)).press(moves.forward)
    script.wait(540)

    def told() -> list[str]:
        view = LiveView(script.state, script.elapsed, script.now)
        return [" ".join(line.plain.split()) for line in ends_lines(view, 38)[1:]]

    assert told() == ["Planned end 20:45", "Now ends 4 late 20:49"]
    script.append((b.RecoveryApplied(planned_end=START + timedelta(minutes=19)),))
    assert told() == ["Agreed end 20:49", "Now ends as agreed 20:49"]


@given(st.integers(600, 1200), st.integers(-200, 500))
def test_what_is_told_of_one_end_is_one_time(planned: int, late: int) -> None:
    """The last step's end is the session's; what lies between it and the plan is what is told."""
    script = in_last_step(planned, late)
    view = LiveView(script.state, script.elapsed, script.now)
    told = named(ends_lines(view, 60))
    last, ends = told.get("Booked until") or told["Planned end"], told["Now ends"]
    whose, was = "planned" if view.free else end_word(script.state), yardstick(view, told)
    assert TIME.findall(text(head(view, 120))) == [ends]
    assert TIME.findall(text(clock_lines(view, 60))) == [ends]
    assert room_note(room_view(script.state, script.elapsed, script.now)).endswith(f"until {ends}")
    assert minutes(ends) - minutes(was) == view.apart
    found = outlook(script.course, Moment(script.elapsed, script.now))
    assert TIME.findall(text(head_lines(found, 80))) == [last]
    written = written_brief(brief(script.events, script.elapsed, script.now)).data.decode()
    assert f"until {ends}" in written and f"{whose} {was}, as things are {ends}" in written


@given(st.integers(600, 1200), st.integers(-200, 500))
def test_what_it_was_to_end_at_is_what_it_ended_at(planned: int, late: int) -> None:
    """Ending at the time that was told is told as that time, and as far from the plan."""
    script = in_last_step(planned, late)
    told = clock(LiveView(script.state, script.elapsed, script.now).ends)
    script.wait(593).press(moves.forward, moves.end)
    view = LiveView(script.state, script.elapsed, script.now)
    was = yardstick(view, named(ends_lines(view, 60)))
    (ended,) = TIME.findall(text(title_lines(view, 60)))
    assert ended == told and TIME.findall(text(head(view, 120))) == []
    over = session_facts(script.state).ended_late
    assert over == view.apart == minutes(ended) - minutes(was)


@given(
    st.integers(1, 40),
    st.integers(0, 40),
    st.integers(-900, 3600),
    st.integers(0, 3000),
    st.none() | st.just(time(20, 50)),
)
def test_how_early_or_late_it_is_told_to_be_is_the_same_once_it_ended(
    planned: int, more: int, began: int, ran: int, pinned: time | None
) -> None:
    """The host, the debrief and the brief count from one end, just before the end and after it."""
    blocks = (*plain(planned), AgendaBlock(id="z", parts=(part("z", 5),), pinned_start=pinned))
    begins = START - timedelta(seconds=began)
    script = Script(
        blocks, planned_start=begins, planned_end=begins + timedelta(minutes=planned + more + 30)
    )
    script.press(moves.forward, moves.forward).wait(ran).press(moves.forward)
    told = [LiveView(script.state, script.elapsed, script.now).apart]
    script.wait(20).press(moves.end)
    facts, view = session_facts(script.state), LiveView(script.state, script.elapsed, script.now)
    found = brief(script.events, script.elapsed, script.now)
    told += [facts.ended_late or 0, view.apart, found.late]
    assert max(told) - min(told) <= 1
    assert (facts.free, found.free) == (view.free, view.free)
