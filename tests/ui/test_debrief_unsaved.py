"""What is not saved yet, and what is left of a session that is gone, as the screens tell it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitui.core.debriefs.record_gone import NO_REPLAY, NO_SORTING
from facilitui.screens.debrief import DebriefScreen
from tests.ui.debriefing import KEYS, debriefing, desk, editors, write


@pytest.mark.parametrize("size", [(120, 40)])
async def test_home_offers_an_unsaved_change_and_the_debrief_opens_without_its_record(
    home: Path, size: tuple[int, int]
) -> None:
    """The change is one key away; the facts are as they were saved, what needs more says why."""
    async with debriefing(home, size, below=None) as stage:
        await write(stage, "learned", "They waited")
        await stage.app.press("ctrl+s")
        await write(stage, "learned", "They waited long")
        await stage.app.press("escape")
        assert "changes not saved yet" in stage.app.text()
        shutil.rmtree(home / "sessions" / stage.hosted.session)
        await stage.app.press("enter")
        assert isinstance(stage.app.app.screen, DebriefScreen)
        assert editors(stage)["learned"].text == "They waited long" and desk(stage).record_gone
        assert stage.app.notice.startswith("! The session's record is gone")
        await stage.app.press(KEYS["debrief.sort"])
        assert stage.app.notice == NO_SORTING
        await stage.app.press(KEYS["debrief.moment"])
        assert stage.app.notice == NO_REPLAY
        await stage.app.press(KEYS["debrief.notes"])
        assert "The run, as it was saved" in stage.app.text()
        await stage.app.press("escape")
        await stage.app.press("j")
        assert "Changes are not saved yet" in stage.app.text() or size[0] < 80
        assert "not saved" in stage.app.rows("rows")
