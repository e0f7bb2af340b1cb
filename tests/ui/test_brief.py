"""One key of Live writes the hand-over brief and copies it; a rehearsal writes nothing."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from facilitui.commands.rehearsal import REHEARSAL
from facilitui.messages.going import BriefRequested
from facilitui.storage.disk import Disk
from facilitui.widgets.panel import Panel
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import Stage, hosted, kinds, second_copy
from tests.ui.test_rehearsal import files, rehearsed


def page_of(stage: Stage) -> str:
    """The page that lies over Live."""
    panel = stage.app.app.screen.query_one("#page Panel", Panel)
    return "\n".join(line.plain for line in panel.lines(2000))


def written(home: Path) -> dict[str, str]:
    """The documents of a home."""
    return {path.name: path.read_text("utf-8") for path in (home / "exports").glob("*")}


@pytest.mark.parametrize("size", SMALLEST)
async def test_it_is_written_and_copied(home: Path, size: tuple[int, int]) -> None:
    """One file a session, shown at once and copied; no capture anywhere."""
    async with hosted(home, size) as stage:
        for line, key in (("What of parents", "p"), ("secret", "c")):
            await stage.app.press(key)
            await stage.app.write(line)
            await stage.app.press("enter")
        count = len(kinds(home))
        await stage.app.press("B")
        (text,) = written(home).values()
        assert stage.app.app.clipboard == text and "Hand-over brief" in stage.app.text()
        page = page_of(stage)
        assert page.startswith(f"Written to {home}/exports/{stage.hosted.session}-brief.md.")
        assert "Copied, if" in page and text.rstrip() in page
        assert "- What of parents" in text and "1 capture kept private" in text
        assert "secret" not in text and "Breathe" not in text
        await stage.app.press("escape")
        assert stage.app.app.screen is stage.screen
        await stage.app.press("B")
        assert len(written(home)) == 1 and len(kinds(home)) == count


async def test_before_the_start_it_names_the_run_sheet(home: Path) -> None:
    """Nothing runs, so there is nothing to take over."""
    async with hosted(home, begin=False) as stage:
        await stage.app.press("B")
        assert "Nothing runs yet" in stage.app.notice and "run sheet" in stage.app.notice
        assert written(home) == {} and stage.app.app.clipboard == ""


async def test_after_the_end_it_says_so(home: Path) -> None:
    """The brief of a session that is over is still what happened to be parked, and when it was."""
    async with hosted(home) as stage:
        await stage.app.press("e", "y", "B")
        (text,) = written(home).values()
        assert "The session has ended." in text


async def test_a_copy_that_only_looks_tells_how_it_is_by_now(home: Path) -> None:
    """Another one hosts it; what was parked there since is in the brief."""
    with second_copy(home) as other:
        async with hosted(home) as stage:
            looking: Any = await other.resumed(stage.hosted.session)
            await stage.app.press("p")
            await stage.app.write("later")
            await stage.app.press("enter")
            await stage.app.show(looking)
            await stage.app.press("B")
            (text,) = written(home).values()
            assert "- later" in text


class FullForExports(Disk):
    """A disk that has room for the log and for nothing else."""

    def open(self, path: Path, flags: int) -> int:
        if path.parent.name == "exports":
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().open(path, flags)


async def test_a_full_disk_is_told_and_the_text_is_copied(home: Path) -> None:
    """In a sentence above what could not be written; the session goes on."""
    async with hosted(home, disk=FullForExports()) as stage:
        await stage.app.press("B")
        assert page_of(stage).startswith("! ") and "disk is full" in stage.app.text()
        assert stage.app.app.clipboard.startswith("# Hand-over brief")
        assert written(home) == {} and stage.state.running


async def test_hostile_titles_are_only_text(home: Path) -> None:
    """In the file's name, in the file and on the clipboard."""
    async with hosted(home, title=f"{HOSTILE}\ud800") as stage:
        await stage.app.press("B")
        (text,) = written(home).values()
        assert "\x1b" not in stage.app.app.clipboard and stage.app.app.clipboard == text


async def test_a_rehearsal_writes_no_brief(tmp_path: Path) -> None:
    """The key does nothing there, is not told, and the home stays as it was."""
    assert all("brief" not in command.id for command in REHEARSAL)
    async with rehearsed(tmp_path) as stage:
        await stage.app.press("n")
        before = files(tmp_path)
        await stage.app.press("B")
        assert not stage.app.sent(BriefRequested) and files(tmp_path) == before
        assert stage.app.app.clipboard == ""
