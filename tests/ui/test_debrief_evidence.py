"""Evidence from the debrief: each kind is a key and a digit away, and one comes back to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.screen import Screen

from facilitui.core.journals.journal import body_of
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.attachments import AttachmentsDialog
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.feedback import FeedbackDialog
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.rubric import RubricScreen
from tests.ui.debriefing import KEYS, debriefing, desk, write
from tests.ui.driving import HOSTILE
from tests.ui.hosting import Stage

EVIDENCE = KEYS["debrief.evidence"]


def top(stage: Stage) -> Screen[Any]:
    """What lies on top."""
    return stage.app.app.screen


def told(stage: Stage) -> str:
    """What its panels say, however the lines are broken."""
    return " ".join(stage.app.panels().split())


async def type_in(stage: Stage, field: str, text: str) -> None:
    """Type into a field of the form on top."""
    form = top(stage)
    assert isinstance(form, EntryDialog)
    form.set_focus(form._fields.editors[field])
    await stage.app.put(text)


async def test_every_kind_of_evidence_is_reached_from_the_debrief(
    home: Path, tmp_path: Path
) -> None:
    """Observation with its scores, feedback, files, a report; what was being written is kept."""
    (tmp_path / "tickets.pdf").write_bytes(b"tickets")
    async with debriefing(home, (80, 24)) as stage:
        app = stage.app
        await write(stage, "learned", HOSTILE)
        await app.press(EVIDENCE)
        assert isinstance(top(stage), NumberedDialog) and "Observation" in app.text()
        await app.press("escape")
        assert isinstance(top(stage), DebriefScreen)

        await app.press(EVIDENCE, "1")
        assert isinstance(top(stage), ObservationDialog)
        await type_in(stage, "giver", "Ana")
        await app.press("f7")
        assert isinstance(top(stage), RubricScreen) and "Scores by Ana" in app.text()
        await app.press("2", "ctrl+s")
        await app.press("escape")
        assert isinstance(top(stage), ObservationDialog) and "Ana" in app.text()
        await app.press("escape")
        assert isinstance(top(stage), DebriefScreen)

        await app.press(EVIDENCE, "2")
        assert isinstance(top(stage), FeedbackDialog)
        await app.press("escape")

        await app.press(EVIDENCE, "3")
        assert isinstance(top(stage), AttachmentsDialog)
        await app.press("a")
        await app.put(str(tmp_path / "tickets.pdf"))
        await app.press("enter")
        assert isinstance(top(stage), EntryDialog)
        await app.press("escape")
        await app.press("escape")
        assert isinstance(top(stage), DebriefScreen)

        await app.press(EVIDENCE, "4")
        assert isinstance(top(stage), ChooseDialog) and "A report for whom?" in app.text()
        await app.press("escape")
        assert isinstance(top(stage), DebriefScreen)
        assert desk(stage).debrief.learned == HOSTILE
        contents = await app.wiring.journal.contents()
        kinds = [document["kind"] for _, document in contents.documents]
        assert kinds == ["observation", "observation", "attachment"]
        assert body_of(contents.documents[1][1])["scores"][0]["level"] == 2


async def test_a_draft_is_marked_and_can_be_thrown_away(home: Path, tmp_path: Path) -> None:
    """Of an attachment and of an observation; asked first, and what is saved stays."""
    (tmp_path / "tickets.pdf").write_bytes(b"tickets")
    async with debriefing(home, (60, 16)) as stage:
        app = stage.app
        await app.press(EVIDENCE, "3")
        await app.press("a")
        await app.put(str(tmp_path / "tickets.pdf"))
        await app.press("enter")
        await type_in(stage, "credit", HOSTILE)
        await app.press("escape")
        assert "Half written" in app.rows("choices") and "enter goes on with it" in told(stage)
        await app.press("enter")
        await app.press("f1")
        assert "f8 throw away" in told(stage)
        await app.press("f8")
        assert isinstance(top(stage), ConfirmDialog) and "saved in the journal stays" in told(stage)
        await app.press("n")
        await app.press("f8")
        await app.press("y")
        assert isinstance(top(stage), AttachmentsDialog)
        assert "Half written" not in app.rows("choices") and "tickets.pdf" in app.rows("choices")
        await app.press("escape")

        await app.press(EVIDENCE, "1")
        await app.press("f8")
        assert "nothing is typed" in told(stage)
        await type_in(stage, "giver", HOSTILE)
        await app.press("escape")
        assert list(home.glob("drafts/observation-*.json"))
        await app.press(EVIDENCE, "1")
        assert "Half written" in app.text()
        await app.press("down", "enter")
        await app.press("f8")
        assert "Nothing of it was saved" in told(stage)
        await app.press("y")
        assert isinstance(top(stage), DebriefScreen)
        assert not list(home.glob("drafts/observation-*.json"))
        await app.press(EVIDENCE, "1")
        assert isinstance(top(stage), ObservationDialog)
