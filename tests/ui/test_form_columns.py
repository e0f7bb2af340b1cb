"""A form's columns are looked at before they are taken: what was guessed is told and changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.feedback import Item
from facilitui.core.form_letters import Letters
from facilitui.screens.dialogs.confirm import ConfirmDialog
from tests.ui.driving import SIZES
from tests.ui.test_feedback import hearing, kept, look_at, shown

FORM = (
    "Name (optional),There was *not* enough time to think,What should we change?,Timestamp\n"
    "Ana,Strongly agree,café [x],2026/11/24 16:50:12\n"
    "Bo,Agree,üben,2026/11/26 8:00:00\n"
)


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_what_was_guessed_is_told_and_changed(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Letters, a question turned round, the days, and who answered only for whoever agrees."""
    file = tmp_path / "answers.csv"
    file.write_bytes(FORM.encode(Letters.MAC))
    async with hearing(home, size) as stage:
        await look_at(stage, file)
        told = shown(stage)
        assert "d tells 1 more; its letters outside ASCII (é," in told
        assert "answered Tue 24 Nov to Thu 26 Nov 2026" in told and "enter take" in told
        await stage.app.press("right")
        assert isinstance(stage.app.app.screen, ConfirmDialog)
        assert "may tell in reports who wrote" in shown(stage)
        await stage.app.press("escape")
        assert "→ Relevance" not in stage.app.rows("choices")
        await stage.app.press("left", "enter")
        assert "may tell who answered" in stage.app.rows("choices")
        await stage.app.press("l", *"cyr", "enter")
        assert "letters outside ASCII (Ћ," in shown(stage)
        assert "may tell who answered" not in stage.app.rows("choices")
        await stage.app.press("l", *"macs", "enter")
        await stage.app.press("d")
        assert "turned round: “strongly disagree” is most" in shown(stage)
        await stage.app.press("escape")
        await stage.app.press("enter")
        assert "answers.csv, answered Tue 24 Nov to Thu 26 Nov 2026" in shown(stage)
        found = (await kept(stage)).kept[0].feedback.responses
        assert [each.levels for each in found] == [{Item.PACE: 1}, {Item.PACE: 2}]
        assert [each.words[Item.ONE_CHANGE] for each in found] == ["café [x]", "üben"]
        await look_at(stage, file)
        await stage.app.press("down", "right", "enter")
        assert "These answers were taken before" in shown(stage)
