"""Taking a journal in: the file named, what would come of it shown, taken, its leavings asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui.screens.dialogs.import_journal import ComingDialog
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.screens.journal import JournalScreen
from facilitui.storage.disk import Disk
from tests.services.two_machines import Machine, forked
from tests.storage.journals import Failing
from tests.ui.driving import FARTHEST, HOSTILE, Driven, driven


async def count(home: Path) -> int:
    """How many documents a journal has."""
    machine = Machine(home)
    try:
        return len((await machine.wiring.journal.contents()).documents)
    finally:
        machine.close()


async def look_at(app: Driven, file: Path) -> None:
    """Ask for the dialog, name a file, have it looked at."""
    await app.press("i")
    assert isinstance(app.app.screen, FileDialog)
    assert isinstance(app.app.screen.focused, Input)
    app.app.screen.focused.value = str(file)
    await app.press("enter")


async def test_a_file_that_cannot_be_taken_is_named_as_it_is_called(tmp_path: Path) -> None:
    """Not with a capital, which is another file; nor with a place in it."""
    one, file = await forked(tmp_path)
    one.close()
    file.write_bytes(b"PK\x03\x04")
    async with driven(one.root, (120, 40), "journal") as app:
        await look_at(app, file)
        assert f"! {file.name}: looks like a backup" in app.text() and file.name.islower()


@pytest.mark.parametrize("size", FARTHEST)
async def test_what_would_come_of_it_is_shown_before_it_is_taken(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """At each size: how many are new, known, conflicting, refused and why; that it stays."""
    one, file = await forked(tmp_path)
    one.close()
    file.write_text(file.read_text() + "nonsense\n" + HOSTILE + "\n")
    async with driven(one.root, size, "journal") as app:
        await look_at(app, file)
        assert isinstance(app.app.screen, ComingDialog)
        text = " ".join(app.text().split())
        assert "1 new, 1 known already, 2 refused." in text
        assert "1 entry has conflicting revisions" in text
        if size[1] > 16:
            assert "It cannot be undone" in text
            assert "other.jsonl:3:1: is not JSON, or was cut off" in text
        assert await count(one.root) == 2
        while "read on" in app.text():
            await app.press("enter")
            assert isinstance(app.app.screen, ComingDialog)
        await app.press("enter")
        assert isinstance(app.app.screen, JournalScreen)
        text = " ".join(app.text().replace("? all keys", "").split())
        assert "other.jsonl: 1 taken, 1 known already, 2 refused." in text
        assert "≠ 2 conflicting revisions" in text
    assert await count(one.root) == 3


async def test_escape_takes_nothing_and_a_second_look_has_nothing_to_take(tmp_path: Path) -> None:
    """Enter does nothing where all of it is here already."""
    one, file = await forked(tmp_path)
    one.close()
    async with driven(one.root, (80, 24), "journal") as app:
        await look_at(app, file)
        await app.press("escape")
        assert isinstance(app.app.screen, JournalScreen) and await count(one.root) == 2
        await look_at(app, file)
        await app.press("enter")
        await look_at(app, file)
        text = " ".join(app.text().split())
        assert "0 new, 2 known already" in text and "nothing to take" in text
        assert "take it" not in text
        await app.press("enter")
        assert isinstance(app.app.screen, ComingDialog)
        await app.press("escape")
        await look_at(app, tmp_path / "nowhere.jsonl")
        assert isinstance(app.app.screen, FileDialog) and "nowhere.jsonl" in app.text()


async def test_a_full_disk_is_told_and_the_file_can_be_taken_later(tmp_path: Path) -> None:
    """Nothing was taken; the dialog stays, and enter tries again."""
    one, file = await forked(tmp_path)
    one.close()
    disk = Failing("write")
    disk.on = False
    async with driven(one.root, (80, 24), "journal", disk=disk) as app:
        await look_at(app, file)
        disk.on = True
        await app.press("enter")
        assert isinstance(app.app.screen, ComingDialog) and "disk is full" in app.text()
        disk.on = False
        await app.press("enter")
        assert isinstance(app.app.screen, JournalScreen)
    assert await count(one.root) == 3 and isinstance(disk, Disk)


async def test_a_month_that_was_set_aside_comes_back_and_its_file_can_go(tmp_path: Path) -> None:
    """Asked for once all that can be read of it is in the journal; keeping it is the other way."""
    one, _ = await forked(tmp_path)
    one.close()
    folder = one.root / "journal"
    (month,) = folder.glob("2*.json")
    aside = folder / f"{month.stem}.damaged-1.json"
    aside.write_bytes(month.read_bytes())
    month.write_bytes(b"")
    month.unlink()
    async with driven(one.root, (80, 24), "journal") as app:
        assert "set aside" in app.text()
        for answer in ("n", "y"):
            await look_at(app, aside)
            await app.press("enter" if answer == "n" else "escape")
            text = " ".join(app.text().split())
            assert f"Remove journal/{aside.name}?" in text
            assert "everything in" in text.lower() and "verifying tells of it" in text
            await app.press(answer)
            assert isinstance(app.app.screen, JournalScreen)
            assert aside.exists() == (answer == "n")
        assert f"journal/{aside.name} is removed." in app.text()
    assert await count(one.root) == 2


async def test_the_only_copy_of_words_is_removed_by_no_key(tmp_path: Path) -> None:
    """A month of one entry that is cut before its end stays; it is told what to do with it."""
    one, _ = await forked(tmp_path)
    one.close()
    (month,) = (one.root / "journal").glob("2*.json")
    aside = month.with_name("2026-10.damaged-1.json")
    aside.write_bytes(b'{"entries": {"1": {"id": "debrief-x", "rev": 1, "body": "my only wor')
    async with driven(one.root, (80, 24), "journal") as app:
        await look_at(app, aside)
        assert "nothing to take" in app.text()
        await app.press("escape")
        assert isinstance(app.app.screen, JournalScreen)
        assert "remove it by hand." in " ".join(app.text().split())
        await app.press("enter")
    assert b"my only wor" in aside.read_bytes()


@pytest.mark.parametrize("size", FARTHEST)
async def test_what_may_be_another_persons_is_not_taken_by_the_key_that_named_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Enter leaves it; it is told what else there is to do, and m says that it is one's own."""
    theirs, mine = Machine(tmp_path / "theirs"), tmp_path / "mine"
    await theirs.write("debrief-hers", session="2026-11-20-1530-hers")
    file = await theirs.export(tmp_path / "journal-ana-lindqvist-2026-11-23.jsonl")
    theirs.close()
    async with driven(mine, size, "journal") as app:
        await look_at(app, file)
        assert isinstance(app.app.screen, ComingDialog)
        inside = (line.split("│")[1:2] for line in app.text().splitlines())
        text = " ".join(" ".join(part for parts in inside for part in parts).split())
        assert "may be another person's" in text
        if size[1] > 16:
            assert "facilitui review FILE" in text and "`" not in text
            assert "New: 1 debrief." in text
        assert "Import a journal" in text
        while "read on" in app.text():
            assert "m it is mine" not in app.text()
            await app.press("enter")
        await app.press("enter", "enter")
        assert isinstance(app.app.screen, ComingDialog) and not (mine / "journal").exists()
        assert "m it is mine, take it" in app.text()
        await app.press("m")
        assert isinstance(app.app.screen, JournalScreen)
    assert await count(mine) == 1


async def test_what_the_mentor_sent_back_is_taken_in_from_review(tmp_path: Path) -> None:
    """By the same dialog, which says so; also where nothing is there yet."""
    async with driven(tmp_path / "home", (80, 24), "journal") as app:
        await app.press("R")
        assert "i  import the file that your mentor sent back" in app.text()
        await app.press("i")
        text = " ".join(app.text().replace("│", " ").split())
        assert "Import a journal" in text and "What your mentor sent back" in text
