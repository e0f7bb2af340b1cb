"""The quiet line of Live: whole where there is room, and never in the way of the step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitui import text as t
from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import BlockKind
from facilitui.widgets.live_quiet import quiet_lines, quiet_now
from facilitui.widgets.live_view import LiveView
from tests.core.making import HOSTILE, Script, agenda, part, plain
from tests.ui.hosting import hosted

QUESTION = "How are we doing with: Listen to understand before you answer, also when you know it"


@pytest.mark.parametrize("width", range(1, 121, 7))
def test_the_quiet_line_keeps_to_any_width_whatever_a_norm_says(width: int) -> None:
    """In as many lines as are left to it, none wider than its room; nothing is taken as markup."""
    script = Script(plain(10, 10))
    norm = Norm(id="n", text=HOSTILE * 3)
    script.append((b.NormsAgreed(norms=(norm,), watch="n"),))
    script.press(moves.forward).wait(700)
    view = LiveView(script.state, script.elapsed, script.now)
    told = quiet_now(view)
    assert told is not None and quiet_now(replace(view, hosting=False)) is None
    for room, needed, least, most in ((9, 9, 1, 2), (99, 1, 1, 98), (2, 0, 0, 1), (0, 0, 0, 0)):
        lines = quiet_lines(*told, width, room, needed)
        assert least <= len(lines) <= most
        assert all(line.cell_length <= max(width, 4) for line in lines)


def test_a_question_is_told_whole_where_there_is_room_and_else_gives_way() -> None:
    """Cut rather than taking what the step needs, and gone rather than taking all of that."""
    key = t.key("A", "answers")
    whole = [line.plain for line in quiet_lines(QUESTION, key, 30, 9, 4)]
    assert " ".join(" ".join(whole).removesuffix("A answers").split()) == QUESTION
    cut = [line.plain for line in quiet_lines(QUESTION, key, 30, 6, 5)]
    assert len(cut) == 2 and "…" in cut[-1] and cut[-1].endswith("A answers")
    assert quiet_lines(QUESTION, key, 30, 2, 1) == []


async def test_on_a_low_screen_the_question_gives_way_to_what_is_next(home: Path) -> None:
    """A breakout that is over needs all lines: clock, who and what is next stay."""
    blocks = agenda(part("apart", 10), kind=BlockKind.BREAKOUT) + agenda(part("after", 10))
    async with hosted(home, (60, 16), blocks=blocks) as stage:
        await stage.move(630)
        text = stage.app.text()
        assert quiet_now(stage.screen.view()) is not None and "How are we" not in text
        for told in ("◉ OVER", "Please come back now", "Next", "after"):
            assert told in text, told
