"""Backing up from the journal: B, a path that is there already, and what became of it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from facilitui.demo import run_demo
from facilitui.storage.paths import Home
from tests.ui.driving import HOSTILE, SIZES, SMALLEST, Driven, driven
from tests.ui.journals import journal, write_three


@pytest.mark.parametrize("size", SMALLEST)
async def test_everything_is_packed_by_keys_alone(home: Path, size: tuple[int, int]) -> None:
    """The path is suggested; a page tells what is in it and where it lies."""
    await write_three(home)
    async with driven(home, size, "journal") as app:
        await app.press("B")
        assert "Back up everything" in app.text() and ".zip" in app.text()
        await app.press("escape")
        assert not (home / "exports").exists()
        await app.press("B", "enter")
        assert "Backed up" in app.text() and "month" in app.text()
        (file,) = (home / "exports").iterdir()
        assert file.name.startswith("backup-")
        await app.press("escape")
        assert journal(app).rows.marked


async def test_what_cannot_be_written_is_said_and_the_path_stays(
    home: Path, tmp_path: Path
) -> None:
    """A file that is there, and a folder that is not; nothing is written then."""
    await write_three(home)
    (tmp_path / "there.zip").write_text("somebody's")
    async with driven(home, (80, 24), "journal") as app:
        for name, why in (("there.zip", "is there already"), ("no/b.zip", "no folder")):
            await app.press("B", "end", "ctrl+u")
            await app.write(str(tmp_path / name))
            await app.press("enter")
            assert why in " ".join(app.text().split())
            await app.press("escape")
        assert (tmp_path / "there.zip").read_text() == "somebody's"
        assert sorted(os.listdir(tmp_path)) == ["home", "there.zip"]


async def test_hostile_names_are_shown_as_they_are(home: Path) -> None:
    """What is left out is named, and is no markup."""
    await write_three(home)
    (home / "[b]x [x").mkdir()
    (home / "plans" / "[Q1] [x.toml").parent.mkdir(exist_ok=True)
    (home / "plans" / "[Q1] [x.toml").symlink_to(home)
    async with driven(home, (120, 40), "journal") as app:
        await app.press("B", "enter")
        assert "[b]x [x/ is no folder" in app.text() and "[Q1] [x.toml is a link" in app.text()
        assert HOSTILE


async def test_verifying_a_whole_home_says_what_it_looked_at(home: Path) -> None:
    """Document and log hold; a log that is cut is named on a page, with what this can show."""
    await asyncio.to_thread(run_demo, Home(home), 0, lambda line: None)
    (log,) = home.glob("sessions/*/events.jsonl")
    async with driven(home, (120, 40), "journal") as app:
        await app.press("v")
        told = "1 revision and 1 session log verified: nothing was changed or lost."
        assert journal(app).key_line.notice == told
        log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-3]))
        await app.press("v")
        page = " ".join(app.page().split())
        assert "1 session log is not as before" in page
        assert "was cut or changed since its debrief (" in page and "not who wrote what" in page
        log.unlink()
        await app.press("escape", "v")
        assert "no events.jsonl in its folder" in " ".join(app.page().split())


async def test_a_path_of_which_an_end_is_out_of_sight_says_so(tmp_path: Path) -> None:
    """It has a … there; the whole of it stands below, and the cursor stays in sight."""
    home = tmp_path / ("long" * 15) / "home"
    home.mkdir(parents=True)
    await write_three(home)

    def shown(app: Driven) -> str:
        (line,) = (each for each in app.text().splitlines() if "File " in each)
        return line.split("File ")[1].strip(" │▁▂▃▄▅▆▇█")

    async with driven(home, (120, 40), "journal") as app:
        for size in reversed(SIZES):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            await app.press(*(["B"] if size == SIZES[-1] else ["end"]))
            assert shown(app).startswith("…") and shown(app).endswith(".zip")
            inside = (each.split("│")[1] for each in app.text().splitlines() if "│" in each)
            assert str(home / "exports/backup-") in "".join("".join(inside).split())
            await app.press("home")
            assert not shown(app).startswith("…") and shown(app).endswith("…")
        await app.press("end")
        await app.pilot.resize_terminal(120, 40)
        await app.pilot.resize_terminal(60, 16)
        await app.settle()
        assert shown(app).endswith(".zip")
