"""Two copies of the program debrief one session: each text is told, shown, and never covered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.journals.journal import latest
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.lenses import TextsScreen
from tests.ui.debriefing import debriefing, desk, draft, editors, reopen, saved, write
from tests.ui.driving import HOSTILE
from tests.ui.hosting import Stage


async def save_elsewhere(stage: Stage, learned: str) -> None:
    """Save the next revision as another copy of the program does."""
    journal = stage.app.wiring.journal
    newest = latest(document for _, document in (await journal.contents()).documents)
    entry = entry_id(stage.hosted.session)
    body = {**json.loads(newest[entry]["body"]), "learned": learned}
    at = stage.clock.read().at
    await journal.save(entry_id=entry, kind="debrief", body=body, made_at=at, salt="00" * 16)


async def test_what_is_saved_while_a_reason_is_asked_is_told(home: Path) -> None:
    """Once; saved again, this one is the revision after it."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "They waited")
        await stage.app.press("ctrl+s")
        await write(stage, "learned", "They waited long")
        await stage.app.press("ctrl+s")
        await save_elsewhere(stage, "They talked")
        await stage.app.put("Ben reminded me")
        await stage.app.press("enter")
        assert stage.app.notice.startswith("! Revision 2 was saved elsewhere meanwhile")
        assert (await saved(stage))[0] == 2 and draft(home)["learned"] == "They waited long"
        await stage.app.press("ctrl+s", "enter")
        rev, debrief = await saved(stage)
        assert (rev, debrief.learned, debrief.reason) == (3, "They waited long", "Ben reminded me")


@pytest.mark.parametrize("size", [(60, 16)])
async def test_the_text_of_a_killed_copy_is_offered(home: Path, size: tuple[int, int]) -> None:
    """It lies beside this one by a key, takes its place, or is thrown away once confirmed."""
    async with debriefing(home, size) as stage:
        await write(stage, "learned", "typed here")
        left = home / f"drafts/{entry_id(stage.hosted.session)}~~2.json"
        left.write_text(json.dumps({**draft(home), "learned": HOSTILE}), "ascii")
        await reopen(stage)
        assert "Another text of this debrief was kept, typed on Wed 25 Nov" in stage.app.notice
        assert editors(stage)["learned"].text == "typed here"
        await stage.app.press("ctrl+l", "enter")
        assert isinstance(stage.app.app.screen, TextsScreen)
        for told in ("Two texts", "typed here", "[x] [/b]", "This text", "Typed on Wed 25 Nov"):
            assert told in stage.app.text(), told
        await stage.app.press("enter")
        assert isinstance(stage.app.app.screen, DebriefScreen)
        assert editors(stage)["learned"].text == HOSTILE
        await write(stage, "learned", "gone on with")
        assert json.loads(left.read_text("ascii"))["learned"] == "gone on with"
        await stage.app.press("ctrl+l", "enter", "f8")
        await stage.app.press("n")
        assert isinstance(stage.app.app.screen, TextsScreen)
        await stage.app.press("f8", "enter")
        assert stage.app.notice == "The other text is thrown away." and left.exists()
        assert desk(stage).others.found == () and len(list(left.parent.glob("*.json"))) == 1
