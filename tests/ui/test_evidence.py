"""Observations and attachments of a session: by keyboard, at every size, nothing lost."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from facilitui.core.debriefs.observation import KIND as OBSERVED
from facilitui.core.journals.attaching_ports import Progress, Stopped
from facilitui.core.journals.attachment import KIND as ATTACHED
from facilitui.core.journals.journal import body_of, latest
from facilitui.core.sessions import moves
from facilitui.messages.evidence import AttachmentsRequested, ObservationRequested
from facilitui.screens.dialogs.attachments import AttachmentsDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.long_work import progress_lines
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.dialogs.take_file import FileDialog
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, SMALLEST, Driven, NoHome, driven
from tests.ui.hosting import Stage, hosted
from tests.ui.journals import journal, write_entry


def top(app: Driven) -> Screen[Any]:
    """What lies on top."""
    return app.app.screen


def told(app: Driven) -> str:
    """What its panels say, however the lines are broken."""
    return " ".join(app.panels().split())


def observation(app: Driven) -> ObservationDialog:
    """The form on top."""
    assert isinstance(app.app.screen, ObservationDialog)
    return app.app.screen


async def ended(stage: Stage) -> str:
    """The session, once it ended."""
    await stage.hosted.do(moves.end)
    return stage.hosted.session


async def said(stage: Stage, kind: str) -> list[dict[str, object]]:
    """What the newest revisions of a kind say."""
    contents = await stage.app.wiring.journal.contents()
    found = latest(document for _, document in contents.documents).values()
    return [body_of(each) for each in found if each["kind"] == kind]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_an_observation_is_written_left_and_saved(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Left, it waits as a draft; its recording's file is read by enter; saved, it is told."""
    film = tmp_path / "film [x].mp4"
    film.write_bytes(b"film")
    async with hosted(home, size) as stage:
        app, session = stage.app, await ended(stage)
        app.app.post_message(ObservationRequested(session))
        await app.settle()
        assert isinstance(top(app), ObservationDialog)
        shown = told(app)
        for words in ("Observation", "to count, it still lacks", "ctrl+s save", "escape leave"):
            assert words in shown, words
        await app.press("r", "enter", "down")
        await app.put(HOSTILE)
        await app.press("escape")
        assert not isinstance(top(app), ObservationDialog) and not await said(stage, OBSERVED)
        app.app.post_message(ObservationRequested(session))
        await app.settle()
        assert "Half written" in app.text() and "draft, not in the journal yet" in app.text()
        await app.press("down", "enter")
        dialog = observation(app)
        assert dialog.values["giver"] == HOSTILE
        dialog.set_focus(dialog._fields.editors["file"])
        await app.put(f"{film}x")
        await app.press("ctrl+s")
        assert isinstance(top(app), FileDialog)
        assert "there is no file “film [x].mp4x”; did you mean “film" in told(app)
        await app.put(str(film))
        await app.press("enter")
        (body,) = await said(stage, OBSERVED)
        assert (body["giver"], body["mode"]) == (HOSTILE.strip(), "recorded")
        assert body["file_name"] == "film [x].mp4" and str(tmp_path) not in str(body)


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_a_file_is_attached_described_and_let_go(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Empty, it says what to do; letting go is asked first; the copy goes with its last entry."""
    file = tmp_path / "poster [b].jpg"
    file.write_bytes(b"poster")
    async with hosted(home, size) as stage:
        app, session = stage.app, await ended(stage)
        app.app.post_message(AttachmentsRequested(session))
        await app.settle()
        assert isinstance(top(app), AttachmentsDialog)
        assert "Nothing is attached yet. Press a" in told(app)
        await app.press("delete", "enter", "a")
        assert isinstance(top(app), FileDialog) and "up to 500 MB" in app.text()
        await app.put(str(tmp_path))
        await app.press("enter")
        assert "is a folder; name a file in it" in told(app)
        await app.put(str(file))
        await app.press("enter")
        assert isinstance(top(app), EntryDialog) and "Photograph" in app.text()
        await app.fill(credit=HOSTILE, consent="yes")
        await app.press("enter")
        await app.press("ctrl+s")
        assert isinstance(top(app), AttachmentsDialog)
        shown = app.rows("choices") + told(app)
        for words in ("poster [b].jpg", "Photograph  ", "6 bytes", "everybody in it", "by [x]"):
            assert words in shown, words
        copies = home / "attachments"
        (tmp_path / "twin.jpg").write_bytes(b"poster")
        await app.press("a")
        await app.put(str(tmp_path / "twin.jpg"))
        await app.press("enter")
        assert isinstance(top(app), AttachmentsDialog), "no form opens as if it were a new one"
        assert "“twin.jpg” is attached already, as “poster [b].jpg”, since" in told(app)
        assert len(list(copies.iterdir())) == 1
        await app.press("delete")
        assert isinstance(top(app), ConfirmDialog)
        await app.press("n")
        assert len(list(copies.iterdir())) == 1
        await app.press("delete", "y")
        assert "Nothing is attached yet" in app.panels() and not list(copies.iterdir())
        await app.press("escape")
        assert not isinstance(top(app), AttachmentsDialog)
        (body,) = await said(stage, ATTACHED)
        assert body["removed"] is True and body["credit"] == HOSTILE.strip()


async def test_a_full_disk_is_said_and_what_is_typed_stays(home: Path, tmp_path: Path) -> None:
    """On the form; leaving without it is said once; ended from outside it is printed."""
    disk = FullDisk()
    async with hosted(home, (80, 24), disk=disk) as stage:
        app, session = stage.app, await ended(stage)
        app.app.post_message(ObservationRequested(session))
        await app.settle()
        dialog = observation(app)
        disk.room = 0
        dialog.set_focus(dialog._fields.editors["giver"])
        await app.put("Ana")
        await app.press("escape")
        assert top(app) is dialog and "escape again leaves without" in app.panels()
        await app.press("ctrl+s")
        assert top(app) is dialog and "the disk is full" in app.panels()
        (unkept,) = await dialog.unkept()
        assert unkept.what == "this observation" and "Ana" in unkept.text
        disk.room = 1 << 40
        await app.press("ctrl+s")
        assert top(app) is not dialog and (await said(stage, OBSERVED))[0]["giver"] == "Ana"


async def test_reading_a_file_can_be_stopped(home: Path) -> None:
    """Escape stops it and says so, on the dialog; once more leaves."""

    async def read(path: str, progress: Progress) -> str:
        progress.total, progress.done = 2_000_000, 500_000
        while not progress.stopped:
            await asyncio.sleep(0.001)
        raise Stopped(path)

    async with driven(home, (60, 16), below=NoHome) as app:
        answers: list[object] = []
        app.app.push_screen(FileDialog("It", "About", "read it", read, "x"), answers.append)
        while "escape stop" not in app.text():
            await app.pilot.pause()
        await app.pilot.press("enter", "escape")
        await app.settle()
        assert "Stopped; nothing was kept." in app.text() and not answers
        await app.press("escape")
        assert answers == [None]


async def test_nothing_ticks_while_only_a_path_is_typed(home: Path) -> None:
    """How far a file is is looked at as long as one is read, and no longer."""
    ticking: list[bool] = []

    async def read(path: str, progress: Progress) -> str:
        ticking.append(_ticks(dialog))
        raise Stopped(path)

    async with driven(home, (60, 16), below=NoHome) as app:
        dialog = FileDialog("It", "About", "read it", read)
        app.app.push_screen(dialog)
        await app.settle()
        assert not _ticks(dialog)
        await app.press("x", "enter")
        assert ticking == [True] and not _ticks(dialog)


def _ticks(dialog: FileDialog[str]) -> bool:
    """Whether any timer of its own goes on."""
    return any(timer._active.is_set() for timer in dialog._timers)


def test_how_far_a_file_is_is_told() -> None:
    """In words and as a line; a file of unknown size is only being opened."""
    words, bar = progress_lines(Progress(total=2_000_000, done=500_000), 30)
    assert words.plain.startswith("500 kB of 2.0 MB") and words.plain.endswith("25%")
    assert bar.plain == "━" * 8 + "─" * 22
    assert [line.plain for line in progress_lines(Progress(), 20)] == ["Opening it…"]


async def test_both_are_a_key_away_in_the_journal(home: Path) -> None:
    """Of the marked entry's session, also where its log is gone; an observation opens itself."""
    await write_entry(home, "Tuning", "2026-11-12", learned="Warm before cool.")
    async with driven(home, (80, 24), "journal") as app:
        await app.press("a")
        assert isinstance(top(app), AttachmentsDialog)
        await app.press("escape")
        await app.press("o")
        dialog = observation(app)
        dialog.set_focus(dialog._fields.editors["giver"])
        await app.put("Ana")
        await app.press("ctrl+s")
        assert "Saved. To count, it still lacks" in app.text() and "2 entries" in app.text()
        (row,) = await app.wiring.observing.rows("Tuning")
        later = {"kept_at": "2099-01-01T00:00:00+00:00", "over": "another revision"}
        draft = {**later, "session": "Tuning", "typed": {"giver": "Ben"}}
        await app.wiring.drafts.keep(row.entry, draft)
        journal(app).rows.action_edge(0)
        await app.press("o")
        assert observation(app).values["giver"] == "Ben"
        assert "reason" in observation(app).values
        observation(app)._hand_over()  # as the form does a moment after it is filled in
        await app.settle()
        assert "Your draft is older than what was saved" in told(app)
