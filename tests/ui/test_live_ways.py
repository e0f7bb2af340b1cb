"""Whether there is anything to do about the time ahead: asked of the core only when it may differ.

Live asks at every tick, and with a long agenda the answer is dear.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.sessions import moves
from facilitui.core.sessions.outlook import has_ways
from facilitui.core.sessions.recovery import Moment
from facilitui.core.sessions.session import SessionState
from facilitui.widgets import live_view
from facilitui.widgets.live_view import LiveView, Ways
from tests.core.making import START, Script, agenda, part
from tests.ui.hosting import hosted

BLOCKS = (*agenda(part("a", 10)), *agenda(part("b", 10, min=10)), *agenda(part("c", 10, min=6)))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[SessionState]:
    """Of which states the core was asked."""
    found: list[SessionState] = []

    def ask(state: SessionState, at: Moment) -> bool:
        found.append(state)
        return has_ways(state, at)

    monkeypatch.setattr(live_view, "has_ways", ask)
    return found


def view(script: Script, ways: Ways) -> LiveView:
    """A drawing of it now."""
    return LiveView(script.state, script.elapsed, script.now, ways=ways)


def test_it_is_asked_once_a_minute_at_most(asked: list[SessionState]) -> None:
    """Not while the end is told as it was; over, it moves on by the minute, and so it is asked."""
    script = Script(BLOCKS, planned_end=START + timedelta(minutes=30)).press(moves.forward)
    ways = Ways()
    for _ in range(590):
        assert view(script.wait(1), ways).recovers
    assert len(asked) == 1
    for _ in range(300):
        view(script.wait(1), ways).recovers  # noqa: B018
    assert len(asked) == 1 + 5


def test_each_key_has_it_asked_anew(asked: list[SessionState]) -> None:
    """A session that changed is another one, though its end is told as before."""
    script, ways = Script(BLOCKS).press(moves.forward), Ways()
    for key in (moves.mark, moves.pause_or_resume, moves.take_back):
        assert view(script.press(key), ways).recovers
    assert len(asked) == 3


@given(st.lists(st.tuples(st.sampled_from([moves.forward, moves.mark]), st.integers(0, 900))))
def test_it_is_never_another_answer_than_the_core_gives(
    done: list[tuple[moves.Decide, int]],
) -> None:
    """However long each step takes, and also once all is done."""
    script = Script(BLOCKS, planned_end=START + timedelta(minutes=30)).press(moves.forward)
    ways = Ways()
    for key, seconds in done:
        script.press(key).wait(seconds)
        told = has_ways(script.state, Moment(script.elapsed, script.now))
        assert view(script, ways).recovers is told


async def test_the_page_keeps_it_from_tick_to_tick(home: Path, asked: list[SessionState]) -> None:
    """All drawings of one screen know what those before found."""
    async with hosted(home, (120, 40), blocks=BLOCKS) as stage:
        await stage.move(5)
        asked.clear()
        for _ in range(10):
            await stage.move(1)
        assert asked == []
