"""An answer holds a great deal and no more: what has no room is told, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from facilitui.core.lengths import LONGEST_TEXT
from facilitui.widgets.area_field import FULL
from facilitui.widgets.fields import Written
from tests.ui.debriefing import debriefing, desk, draft, editors, reopen, write

MANY = "word " * (LONGEST_TEXT // 10)


def area(stage_editor: object) -> TextArea:
    """Where an answer is written."""
    found = getattr(stage_editor, "_area")  # noqa: B009
    assert isinstance(found, TextArea)
    return found


@pytest.mark.parametrize("question", ["learned", "commitment:0"])
async def test_what_has_no_room_is_told_and_nothing_is_lost(home: Path, question: str) -> None:
    """Pasted whole or not at all; a key is told that it is full."""
    async with debriefing(home) as stage:
        answer = area(editors(stage)[question])
        stage.app.app.screen.set_focus(answer)
        await stage.app.write("Mine. ")
        for _ in range(2):
            answer.post_message(Paste(MANY))
            await stage.app.settle()
        room = LONGEST_TEXT - len(MANY) - len("Mine. ")
        assert answer.text == f"Mine. {MANY}"
        assert stage.app.notice.endswith(
            f"not taken: {len(MANY):,} pasted, this answer holds {LONGEST_TEXT:,} "
            f"and has room for {room:,}"
        )
        answer.post_message(Written("x" * (room + 1)))
        await stage.app.settle()
        assert len(answer.text) == LONGEST_TEXT and stage.app.notice.endswith(FULL)
        await stage.app.press("y")
        assert len(answer.text) == LONGEST_TEXT and stage.app.notice.endswith(FULL)
        await stage.app.press("backspace", "y")
        assert answer.text.endswith("xxy")
        editors(stage)[question].hand_over()
        await stage.app.settle()
        await stage.app.press("ctrl+s")
        assert stage.app.notice == "Saved to the journal."


async def test_a_draft_with_more_than_that_opens(home: Path) -> None:
    """Whoever wrote it: it only gets shorter from then on."""
    async with debriefing(home) as stage:
        for question in ("learned", "commitment:0"):
            await write(stage, question, "short")
        await stage.app.press("escape")
        (file,) = home.glob("drafts/debrief-*.json")
        kept = json.loads(file.read_text("ascii"))
        long = "word " * (LONGEST_TEXT // 5 + 1)
        kept["learned"] = kept["commitments"][0]["text"] = long
        file.write_text(json.dumps(kept), "ascii")
        await reopen(stage)
        for question in ("learned", "commitment:0"):
            answer = area(editors(stage)[question])
            assert answer.text == long
            answer.insert("x")
            assert answer.text == long
            answer.replace("less", (0, 0), (0, 10))
            assert len(answer.text) == len(long) - 6
            editors(stage)[question].hand_over()
        await stage.app.settle()
        assert str(draft(home)["learned"]).startswith("less")
        await stage.app.press("ctrl+s")
        assert not desk(stage).unsaved
