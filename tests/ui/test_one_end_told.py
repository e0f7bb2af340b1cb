"""One end is told as one time, on the screen, in the room, in the brief and at a recovery."""

from __future__ import annotations

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import moves
from facilitui.core.brief import brief
from facilitui.core.facts import session_facts
from facilitui.core.outlook import outlook
from facilitui.core.recovery import Moment
from facilitui.core.room import room_note, room_view
from facilitui.core.told import clock
from facilitui.reports.brief import written_brief
from facilitui.text import Lines
from facilitui.widgets.live_clock import clock_lines, title_lines
from facilitui.widgets.live_head import ends_lines, head
from facilitui.widgets.live_recovery import head_lines
from facilitui.widgets.live_view import LiveView
from tests.core.making import START, Script, plain

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


@given(st.integers(600, 1200), st.integers(-200, 500))
def test_what_is_told_of_one_end_is_one_time(planned: int, late: int) -> None:
    """The last step's end is the session's; what lies between it and the plan is what is told."""
    script = in_last_step(planned, late)
    view = LiveView(script.state, script.elapsed, script.now)
    was, ends = TIME.findall(text(ends_lines(view, 60)))
    assert TIME.findall(text(head(view, 120))) == [ends]
    assert TIME.findall(text(clock_lines(view, 60))) == [ends]
    assert room_note(room_view(script.state, script.elapsed, script.now)).endswith(f"until {ends}")
    assert minutes(ends) - minutes(was) == view.late
    found = outlook(script.course, Moment(script.elapsed, script.now))
    assert TIME.findall(text(head_lines(found, 80))) == [was]
    written = written_brief(brief(script.events, script.elapsed, script.now)).data.decode()
    assert f"until {ends}" in written and f"planned {was}, as things are {ends}" in written


@given(st.integers(600, 1200), st.integers(-200, 500))
def test_what_it_was_to_end_at_is_what_it_ended_at(planned: int, late: int) -> None:
    """Ending at the time that was told is told as that time, and as far from the plan."""
    script = in_last_step(planned, late)
    told = clock(LiveView(script.state, script.elapsed, script.now).ends)
    script.wait(593).press(moves.forward, moves.end)
    view = LiveView(script.state, script.elapsed, script.now)
    (was,), (ended,) = (TIME.findall(text(x(view, 60))) for x in (ends_lines, title_lines))
    assert ended == told and TIME.findall(text(head(view, 120))) == []
    assert session_facts(script.state).ended_late == view.late == minutes(ended) - minutes(was)
