"""Breaks: back at one time, which moves only with the minutes; over, a minute more is a minute."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sessions import moves
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.timing import remaining, step_end
from facilitui.core.vocabulary import BlockKind
from tests.core.making import START, Script, agenda, part


def on_break(kind: BlockKind = BlockKind.BREAK) -> Script:
    """Ten minutes of a break, and five of something behind it."""
    return Script(agenda(part("pause", 10), part("next", 5), kind=kind)).press(moves.forward)


@given(st.lists(st.integers(0, 200), max_size=5))
def test_the_time_to_be_back_stays_while_the_break_runs(waits: list[int]) -> None:
    """Over or not, it is the same minute that was told in the beginning."""
    script = on_break()
    for seconds in waits:
        script.wait(seconds)
        back = step_end(script.run("pause"), script.elapsed, script.now)
        assert back == START + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("seconds", "back"), [(0, 660), (599, 660), (600, 660), (730, 790), (4000, 4060)]
)
def test_a_minute_more_moves_it_by_one_from_where_people_are(seconds: int, back: int) -> None:
    """Before its end one minute later; after it, a minute from now."""
    script = on_break().wait(seconds)
    script.press(moves.one_minute_more(script.elapsed))
    end = step_end(script.run("pause"), script.elapsed, script.now)
    assert (end - START).total_seconds() == pytest.approx(back)
    script.press(moves.take_back)
    assert script.run("pause").minutes == 10


def test_only_a_break_gets_its_minute_from_now() -> None:
    """A step that is over keeps how long it is over."""
    script = on_break(BlockKind.ACTIVITY).wait(730)
    script.press(moves.one_minute_more(script.elapsed))
    assert remaining(script.run("pause"), script.elapsed) == -70
    assert moves.one_minute_more(0)(SessionState()) == ()
