"""Everything that came in about a session is one picture; a part of it can be taken out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.responses.slips import Slips
from facilitui.messages.going import DebriefRequested
from facilitui.screens.dialogs.import_feedback import ImportFeedbackDialog
from tests.services.ears import SLIP
from tests.ui.driving import FARTHEST, SIZES
from tests.ui.test_feedback import answers, hearing, kept, look_at, shown


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_a_part_of_the_answers_is_taken_out_and_put_back(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Both parts stand there with source and day; out only once confirmed, back by undo."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(6), "utf-8")
    async with hearing(home, size) as stage:
        session = stage.hosted.session
        slips = Slips(attendance=9, responses=(SLIP,))
        await stage.app.wiring.hearing.take_slips(session, slips)
        await look_at(stage, file)
        await stage.app.press("enter")
        told = shown(stage)
        assert "7 of 9 answered (78%)" in told
        assert "slips typed by hand, taken in on" in told and ", 1 answered" in told
        assert "answers.csv, answered Wed 25 Nov 2026, 6 answered" in told
        await stage.app.press("f1")
        keys = stage.app.text()
        for words in ("n next time", "e example", "x take answers out", "u undo", "escape back"):
            assert words in keys, words
        await stage.app.press("f1")
        await stage.app.press("x", "enter")
        assert "Take these answers out?" in shown(stage)
        await stage.app.press("escape")
        assert len((await kept(stage)).standing) == 2
        await stage.app.press("x", "enter", "enter")
        assert "6 of 9 answered (67%)" in shown(stage) and "u puts them back" in shown(stage)
        assert "Taken out: slips typed by hand" in shown(stage)
        await stage.app.press("u")
        assert "7 of 9 answered (78%)" in shown(stage)
        await stage.app.press("escape")
        stage.app.app.post_message(DebriefRequested(session))
        await stage.app.settle()
        if size == SIZES[-1]:
            assert shown(stage).count("7 of 9 answered (78%)") == 1


async def test_what_is_tried_for_a_column_takes_nothing_for_good(
    home: Path, tmp_path: Path
) -> None:
    """Which other column would be left out is told in a line, and moving on gives it back."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(6), "utf-8")
    async with hearing(home) as stage:
        await look_at(stage, file)
        await stage.app.press("right")
        assert "“The session was useful” is left out for it; ← → give it back." in shown(stage)
        assert stage.app.rows("choices").count("→ Relevance") == 1
        await stage.app.press(*["right"] * 8)
        assert "“What should we change?” is left out for it" in shown(stage)
        await stage.app.press("right")
        assert "is left out for it" not in shown(stage)
        rows = stage.app.rows("choices")
        assert rows.count("→ ") == 5 and "→ Tried since" in rows


async def test_far_more_answers_than_people_are_asked_about(home: Path, tmp_path: Path) -> None:
    """The first enter tells it; the second takes them, with how many came beside."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(30), "utf-8")
    async with hearing(home) as stage:
        await look_at(stage, file)
        await stage.app.press("enter")
        assert isinstance(stage.app.app.screen, ImportFeedbackDialog)
        assert "30 answered, but only 9 came" in shown(stage) and not (await kept(stage)).kept
        await stage.app.press("enter")
        assert "30 of 9 answered, more than came" in shown(stage)
