"""Plan: its file is changed, broken or removed by another program, or the disk refuses it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui.messages import going as m
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.plan import PlanScreen
from facilitui.storage.plan_files import plan_text
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import Driven
from tests.ui.planning import PLAN, draft_of, file_of, longer, planned, screen_of, without_timers

HOSTILE = "[x] [Q1] [/b] 👩🏽‍🏫 日本"


@pytest.fixture(autouse=True)
def _no_timer_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests keep and look when they want to."""
    without_timers(monkeypatch)


def rewrite(home: Path, title: str) -> None:
    """Another program writes the file."""
    text = plan_text(PLAN.model_copy(update={"title": title}))
    file_of(home).write_text(text, encoding="utf-8")


async def look(app: Driven) -> None:
    """The file is looked at, as it is every two seconds."""
    await screen_of(app).keeping._look()
    await app.settle()


async def write(app: Driven) -> None:
    """There was a moment of quiet."""
    await screen_of(app).keeping.write()
    await app.settle()


@asynccontextmanager
async def in_conflict(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
    """A plan that was changed here and in its file."""
    async with planned(home, size=size, below=None) as app:
        rewrite(home, "Theirs")
        await longer(app)
        await write(app)
        yield app


async def test_a_file_changed_meanwhile_is_left_alone_and_that_is_shown(home: Path) -> None:
    """In the heading, for as long as it is not settled; the draft goes on."""
    async with in_conflict(home) as app:
        assert "f differences, take the file, keep both" in app.panel("conflict")
        await longer(app)
        await write(app)
        assert 'title = "Theirs"' in file_of(home).read_text("utf-8") and draft_of(home).exists()
        await app.press("s")
        assert not app.sent(m.RunRequested) and "f settles" in app.notice
        await screen_of(app).action_next_session()
        assert not app.sent(m.SeriesRequested) and "f settles" in app.notice
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)
        await app.show(await app.opening.plan("work"))
        assert "Another program changed the file" in app.panel("conflict")
        assert "End, 2 min over" in app.rows("agenda")


async def test_a_plan_edited_by_hand_while_it_is_open_is_shown(home: Path) -> None:
    """Where nothing was changed here: as one step, which is told and which undo takes back."""
    async with planned(home, below=None) as app:
        await look(app)
        assert app.notice == ""
        for title in ("By hand", HOSTILE):
            rewrite(home, title)
            await look(app)
            assert title in app.panel("head") and not app.panel("conflict")
            assert app.notice == "The file changed elsewhere; u takes it back."
            screen_of(app).key_line.clear()
        await app.press("u", "u")
        assert screen_of(app)._desk.plan == PLAN
        await write(app)
        assert 'title = "Looking at student work"' in file_of(home).read_text("utf-8")


async def test_nothing_is_taken_in_below_an_open_form(home: Path) -> None:
    """The form was made from what was there; once it is closed, the file is shown."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("e")
        rewrite(home, "By hand")
        await look(app)
        await app.press("escape")
        assert "By hand" not in app.panel("head")
        await look(app)
        assert "By hand" in app.panel("head")
        await app.press("u")
        assert screen_of(app)._desk.plan == PLAN


async def test_minutes_typed_over_a_file_taken_in_meanwhile_are_a_conflict(home: Path) -> None:
    """The second digit goes on with a plan that never was the file's."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("1")
        await write(app)
        rewrite(home, "By hand")
        await look(app)
        await app.press("5")
        await write(app)
        assert "Another program changed the file" in app.panel("conflict")
        assert 'title = "By hand"' in file_of(home).read_text("utf-8")


async def test_the_differences_are_shown(home: Path) -> None:
    """Line by line, and closing them changes nothing."""
    async with in_conflict(home) as app:
        await app.press("f", "enter")
        assert isinstance(app.app.screen, PageDialog)
        assert '-title = "Theirs"' in app.panels() and "+minutes = 11" in app.panels()
        await app.press("escape")
        assert screen_of(app)._desk.conflict


async def test_the_file_is_taken_as_it_is(home: Path) -> None:
    """One change that can be undone, and is then written over it."""
    async with in_conflict(home) as app:
        await app.press("f", "down", "enter")
        assert "Theirs" in app.panel("head") and not app.panel("conflict")
        await app.press("u")
        await write(app)
        assert "minutes = 11" in file_of(home).read_text("utf-8")


async def test_both_are_kept(home: Path) -> None:
    """This plan goes on in a file of its own, which is named."""
    async with in_conflict(home) as app:
        await app.press("f", "down", "down", "enter")
        assert app.notice == "Written to plans/looking-at-student-work.toml"
        await longer(app)
        await write(app)
    assert 'title = "Theirs"' in file_of(home).read_text("utf-8")
    assert "minutes = 12" in file_of(home, "looking-at-student-work").read_text("utf-8")


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_a_broken_file_is_left_alone_and_what_is_wrong_is_told(
    home: Path, size: tuple[int, int]
) -> None:
    """With line and reason; it can be written elsewhere, and is shown again once it is mended."""
    async with planned(home, size=size) as app:
        file_of(home).write_text('title = "By hand"\nminutes = [\n', encoding="utf-8")
        await look(app)
        told = " ".join(app.panel("conflict").split())
        assert "line 2, the value is not understood" in told
        assert "f keep it in another file" in told and "differences" not in told
        await longer(app)
        await write(app)
        assert file_of(home).read_text("utf-8").endswith("[\n")
        await app.press("u")
        rewrite(home, "By hand")
        await look(app)
        assert not app.panel("conflict") and "By hand" in app.panel("head")


async def test_a_removed_file_can_be_written_again(home: Path) -> None:
    """Where it was; nothing else is offered."""
    async with planned(home) as app:
        file_of(home).unlink()
        await look(app)
        assert "moved or removed" in app.panel("conflict")
        assert "f write it again" in app.panel("conflict")
        await app.press("f")
        dialog = app.app.screen
        assert isinstance(dialog, ChooseDialog) and "plans/work.toml" in app.rows("choices")
        assert [each.key for each in dialog._choices] == ["write it again"]
        await app.press("enter")
        assert app.notice == "Written to plans/work.toml" and not app.panel("conflict")
        assert file_of(home).exists()


async def test_a_full_disk_is_told_once_and_shown_until_there_is_room(home: Path) -> None:
    """A key brings the keys back, not the quiet; what was typed stays, and then is written."""
    disk = FullDisk()
    async with planned(home, disk=disk) as app:
        disk.room = 0
        await longer(app)
        await screen_of(app).keeping._keep_draft()
        assert "disk is full" in app.notice and app.notice.startswith("! ")
        await app.press("down")
        assert app.notice == ""
        for _ in range(3):
            await write(app)
            await look(app)
        assert app.notice == ""
        told = " ".join(app.panel("conflict").split())
        assert "disk is full" in told and "tried again" in told
        assert "61 of 60 min" in app.panel("head")
        disk.room = 1 << 30
        await look(app)
        assert app.notice == "It is on the disk now." and not app.panel("conflict")
        assert "minutes = 11" in file_of(home).read_text("utf-8")
        screen_of(app).key_line.clear()
        await look(app)
        assert app.notice == ""


async def test_a_full_disk_is_told_before_anybody_leaves(home: Path) -> None:
    """Once; then it is their choice. Starting would run something else, so it does not."""
    disk = FullDisk()
    async with planned(home, disk=disk, below=None) as app:
        disk.room = 0
        await longer(app)
        await app.press("s")
        assert not app.sent(m.RunRequested)
        await app.press("escape")
        assert (
            isinstance(app.app.screen, PlanScreen)
            and "again leaves without this plan" in app.notice
        )
        await longer(app)
        await app.press("escape")
        assert isinstance(app.app.screen, PlanScreen)
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)


async def test_quitting_with_a_full_disk_does_not_crash(home: Path) -> None:
    """Nothing can be kept, and nothing is there to tell it to."""
    disk = FullDisk()
    async with planned(home, disk=disk) as app:
        disk.room = 0
        await longer(app)
        await app.pilot.press("ctrl+q")
    assert app.app.crash is None
