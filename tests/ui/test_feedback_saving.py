"""What is saved of feedback is saved whole: no key cuts it short, and no text of one's own goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitui.messages.evidence import FeedbackRequested
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.feedback import FeedbackDialog
from facilitui.screens.dialogs.import_feedback import ImportFeedbackDialog
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage
from tests.ui.test_entry_form import saving_slowly
from tests.ui.test_feedback import HEAD, answers, hearing, kept, look_at, shown

LONG = "Ana waited, then asked the pairs what the work shows. " * 12


def tried(count: int) -> str:
    """A file with what each of them will try."""
    rows = [f"2026/11/25 16:50:12,{n}@e.org,agree,1,4,,wait {n} s" for n in range(count)]
    return "\n".join([f"{HEAD},What will you try by when?", *rows])


async def taken(stage: Stage, file: Path, text: str) -> None:
    """A file's answers are in the journal."""
    file.write_text(text, "utf-8")
    await look_at(stage, file)
    await stage.app.press("enter")
    assert isinstance(stage.app.app.screen, FeedbackDialog)


def top(stage: Stage) -> object:
    """The dialog on top."""
    return stage.app.app.screen


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_no_key_cuts_short_what_is_being_taken(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Looking at the file again, other letters and escape wait for it, which is told."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(5), "utf-8")
    async with hearing(home, size) as stage:
        await look_at(stage, file)
        dialog = stage.app.app.screen
        assert isinstance(dialog, ImportFeedbackDialog)
        with saving_slowly(stage) as let:
            await stage.app.pilot.press("enter", "enter", "l", "escape")
            assert top(stage) is dialog and "still being saved" in shown(stage)
            dialog.set_focus(dialog.query_one("#path"))
            await stage.app.pilot.press("enter")
            assert dialog.shown is not None
            let.set()
            await stage.app.settle()
        assert isinstance(top(stage), FeedbackDialog) and "5 of 9 answered" in shown(stage)
        assert len((await kept(stage)).kept) == 1


async def test_what_was_refused_can_be_taken_again(home: Path, tmp_path: Path) -> None:
    """With the file shown as before; looking at it again in between takes nothing away."""
    file = tmp_path / "answers.csv"
    file.write_text(answers(5), "utf-8")
    async with hearing(home) as stage:
        await look_at(stage, file)
        with saving_slowly(stage, "the disk is full") as let:
            let.set()
            await stage.app.press("enter")
            assert "the disk is full" in shown(stage)
        await stage.app.press("l", "enter")
        await stage.app.press("enter")
        assert isinstance(top(stage), FeedbackDialog) and len((await kept(stage)).kept) == 1


async def test_taking_out_is_not_cut_short(home: Path, tmp_path: Path) -> None:
    """Neither by undo nor by escape while it is saved, which leaves then; each works again."""
    async with hearing(home) as stage:
        await taken(stage, tmp_path / "answers.csv", answers(5))
        await stage.app.press("x")
        with saving_slowly(stage) as let:
            await stage.app.pilot.press("enter", "x", "escape")
            await stage.app.pilot.press("enter", "escape")
            assert isinstance(top(stage), FeedbackDialog)
            let.set()
            await stage.app.settle()
        assert not isinstance(top(stage), FeedbackDialog)
        assert [each.feedback.withdrawn for each in (await kept(stage)).kept] == [True]
        stage.app.app.post_message(FeedbackRequested(stage.hosted.session))
        await stage.app.settle()
        with saving_slowly(stage) as let:
            await stage.app.pilot.press("x", "u", "x")
            let.set()
            await stage.app.settle()
        assert "They count again." in shown(stage)
        await stage.app.press("u")
        assert "They are taken out; u puts them back." in shown(stage)
        await stage.app.press("u")
        assert "5 of 9 answered" in shown(stage)
        await stage.app.press("escape")
        assert not isinstance(top(stage), FeedbackDialog)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_an_example_in_own_words_is_a_draft_until_it_is_saved(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """However long it is, and whatever the disk says: it is there again, then it is the example."""
    disk = FullDisk()
    async with hearing(home, size, disk=disk) as stage:
        await taken(stage, tmp_path / "answers.csv", tried(5))
        await stage.app.press("e")
        assert isinstance(top(stage), ChooseDialog) and "In your own words" in shown_rows(stage)
        await stage.app.press("enter")
        assert isinstance(top(stage), EntryDialog)
        await stage.app.put(f"{LONG}{HOSTILE}")
        written = stage.app.app.screen.values["example"]  # type: ignore[attr-defined]
        assert LONG in written and len(written) > 300
        disk.room = 0
        await stage.app.press("ctrl+s")
        assert isinstance(top(stage), EntryDialog) and "disk is full" in shown(stage)
        disk.room = 1 << 30
        await stage.app.press("escape")
        assert isinstance(top(stage), FeedbackDialog)
        (draft,) = (home / "drafts").glob("feedback-*.json")
        assert json.loads(draft.read_text("ascii"))["typed"] == {"example": written}
        await stage.app.press("e", "enter")
        assert stage.app.app.screen.values["example"] == written  # type: ignore[attr-defined]
        await stage.app.press("ctrl+s")
        assert isinstance(top(stage), FeedbackDialog)
        (one,) = (await kept(stage)).kept
        assert one.feedback.example == written.strip()
        assert one.feedback.reason == "the example of growth was chosen"
        assert not list((home / "drafts").glob("feedback-*.json"))


def shown_rows(stage: Stage) -> str:
    """The rows of a choice."""
    return stage.app.rows("choices")


async def test_an_example_is_chosen_of_theirs(home: Path, tmp_path: Path) -> None:
    """Letters find one; a refused one can be chosen again; an own draft stays meanwhile."""
    disk = FullDisk()
    async with hearing(home, disk=disk) as stage:
        await taken(stage, tmp_path / "answers.csv", tried(6))
        await stage.app.press("e", "enter")
        await stage.app.put("half a sen")
        await stage.app.press("escape")
        disk.room = 0
        await stage.app.press("e", *"wait 3", "enter")
        assert "disk is full" in shown(stage)
        disk.room = 1 << 30
        await stage.app.press("e", *"wait 3", "enter")
        assert "Example: “wait 3 s”" in shown(stage)
        await stage.app.press("e", "enter")
        assert stage.app.app.screen.values["example"] == "half a sen"  # type: ignore[attr-defined]


async def test_taking_out_leaves_an_example_that_is_half_written(
    home: Path, tmp_path: Path
) -> None:
    """It is another revision of the same entry, and takes no text along."""
    async with hearing(home) as stage:
        await taken(stage, tmp_path / "answers.csv", tried(5))
        await stage.app.press("e", "enter")
        await stage.app.put("half a sen")
        await stage.app.press("escape", "x", "enter")
        await stage.app.press("u")
        await stage.app.press("e", "enter")
        assert stage.app.app.screen.values["example"] == "half a sen"  # type: ignore[attr-defined]


async def test_that_own_words_wait_is_told(home: Path, tmp_path: Path) -> None:
    """On leaving them; taken away again, they wait no more."""
    async with hearing(home) as stage:
        await taken(stage, tmp_path / "answers.csv", tried(5))
        await stage.app.press("e", "enter")
        await stage.app.put("half a sen")
        await stage.app.press("escape")
        assert "Your own words for the example wait as a draft" in shown(stage)
        await stage.app.press("e", "enter")
        await stage.app.press("ctrl+u", "escape")
        assert isinstance(top(stage), FeedbackDialog)
        assert "wait as a draft" not in shown(stage)
        await stage.app.press("e", "enter")
        assert stage.app.app.screen.values["example"] == ""  # type: ignore[attr-defined]
