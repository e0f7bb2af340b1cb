"""Plan: what is typed is kept, whatever becomes of the file, the disk and the screen's size."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui import messages as m
from facilitui.screens.dialogs import keeping
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.keeping import DRAFT_SECONDS, FILE_SECONDS
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.plan import PlanScreen
from facilitui.screens.plan.ready import ReadyDialog
from facilitui.storage.plan_files import plan_text
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import Driven
from tests.ui.planning import PLAN, planned, screen_of


@pytest.fixture(autouse=True)
def _no_timer_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """The timers' callbacks are called by the tests, when they want them."""
    monkeypatch.setattr(keeping, "DRAFT_SECONDS", 1000.0)
    monkeypatch.setattr(keeping, "FILE_SECONDS", 2000.0)


async def longer(app: Driven) -> None:
    """A change: the first block is a minute longer."""
    app.row_list("agenda").mark("open")
    await app.press("plus")


def file_of(home: Path, name: str = "work") -> Path:
    """A plan's file."""
    return home / "plans" / f"{name}.toml"


async def rewrite(home: Path, title: str) -> str:
    """Another program writes the file."""
    text = plan_text(PLAN.model_copy(update={"title": title}))
    file_of(home).write_text(text, encoding="utf-8")
    return text


def draft(home: Path) -> Path:
    """Where the draft is."""
    return home / "drafts" / "plan-work.json"


def test_a_change_is_durable_within_a_second_and_written_after_two() -> None:
    """The promise of design §6."""
    assert DRAFT_SECONDS < 1 and FILE_SECONDS == 2


async def test_a_change_is_kept_as_a_draft_and_then_written(home: Path) -> None:
    """The draft first, the file once there is quiet, and then no draft any more."""
    async with planned(home) as app:
        before = file_of(home).read_text("utf-8")
        await longer(app)
        plan = screen_of(app)
        assert (
            plan.keeping._draft_soon._timer is not None
            and plan.keeping._file_in_quiet._timer is not None
        )
        await plan.keeping._keep_draft()
        assert draft(home).exists() and file_of(home).read_text("utf-8") == before
        await plan.keeping.write()
        assert not draft(home).exists()
        assert (await app.wiring.plans.load("work")).state.blocks[0].minutes == 11


@pytest.mark.parametrize("leave", ["escape", "ctrl+q", "s"])
async def test_leaving_writes_what_was_changed(home: Path, leave: str) -> None:
    """Going back, quitting, starting the session: the file says what was on the screen."""
    async with planned(home) as app:
        await longer(app)
        await app.pilot.press(leave)
        if leave != "ctrl+q":
            await app.settle()
    assert "minutes = 11" in file_of(home).read_text("utf-8")
    assert not draft(home).exists()


async def test_quitting_in_the_middle_of_a_form_keeps_what_was_typed(home: Path) -> None:
    """However lately."""
    async with planned(home) as app:
        app.row_list("agenda").mark("open")
        await app.press("e")
        await app.pilot.press("end", "!", "ctrl+q")
    assert 'title = "Opening!"' in file_of(home).read_text("utf-8")


async def test_a_draft_newer_than_its_file_is_opened(home: Path) -> None:
    """As after a kill between the two; it is one change that can be undone."""
    async with planned(home) as app:
        await longer(app)
        await screen_of(app).keeping._keep_draft()
        await app.show(await app.opening.plan("work"))
        assert "61 of 60 min" in app.panel("head")
        await app.press("u")
        assert app.notice == "undone: what was typed last"
        assert "60 of 60 min" in app.panel("head")


@asynccontextmanager
async def in_conflict(home: Path) -> AsyncIterator[Driven]:
    """A plan that was changed here and in its file."""
    async with planned(home) as app:
        await rewrite(home, "Theirs")
        await longer(app)
        await screen_of(app).keeping.write()
        await app.settle()
        yield app


async def test_a_file_changed_meanwhile_is_left_alone_and_that_is_shown(home: Path) -> None:
    """In the heading, for as long as it is not settled; the draft goes on."""
    async with in_conflict(home) as app:
        assert "f reload, keep both, differences" in app.panel("conflict")
        await longer(app)
        await screen_of(app).keeping.write()
        assert 'title = "Theirs"' in file_of(home).read_text("utf-8") and draft(home).exists()
        await app.press("s")
        assert not app.sent(m.RunRequested) and "f settles" in app.notice
        await screen_of(app).action_next_session()
        assert not app.sent(m.SeriesRequested) and "f settles" in app.notice
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)
        await app.show(await app.opening.plan("work"))
        assert "changed elsewhere" in app.panel("conflict")
        assert "End, 2 min over" in app.rows("agenda")


async def test_a_plan_edited_by_hand_while_it_is_open_is_noticed(home: Path) -> None:
    """Before anything is changed here; taking the file is one step, and undo takes it back."""
    async with planned(home) as app:
        await screen_of(app).keeping._look()
        assert not app.panel("conflict")
        await rewrite(home, "By hand")
        await screen_of(app).keeping._look()
        assert "changed by another program" in app.panel("conflict")
        await app.press("f", "down", "enter")
        assert "By hand" in app.panel("head") and not app.panel("conflict")
        await app.press("u")
        assert screen_of(app)._desk.plan == PLAN
        await screen_of(app).keeping.write()
        assert 'title = "Looking at student work"' in file_of(home).read_text("utf-8")


async def test_its_own_writing_is_no_change_by_another(home: Path) -> None:
    """However soon the file is looked at."""
    async with planned(home) as app:
        await longer(app)
        keeping = screen_of(app).keeping
        await asyncio.gather(keeping.write(), keeping._look(), keeping._look())
        await keeping._look()
        assert not app.panel("conflict")


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
        assert "Theirs" in app.panel("head") and "changed elsewhere" not in app.panel("head")
        await app.press("u")
        await screen_of(app).keeping.write()
        assert "minutes = 11" in file_of(home).read_text("utf-8")


async def test_both_are_kept(home: Path) -> None:
    """This plan goes on in a file of its own."""
    async with in_conflict(home) as app:
        await app.press("f", "down", "down", "enter")
        assert app.notice == "Written to plans/looking-at-student-work.toml"
        await longer(app)
        await screen_of(app).keeping.write()
    assert 'title = "Theirs"' in file_of(home).read_text("utf-8")
    assert "minutes = 12" in file_of(home, "looking-at-student-work").read_text("utf-8")


async def test_a_broken_file_is_left_alone_too(home: Path) -> None:
    """Whatever another program made of it; settling says what is wrong."""
    async with planned(home) as app:
        file_of(home).write_text("title = [\n", encoding="utf-8")
        await longer(app)
        await screen_of(app).keeping.write()
        await app.press("f", "down", "enter")
        assert "work.toml:" in app.notice and file_of(home).read_text("utf-8") == "title = [\n"
        assert "End, 1 min over" in app.rows("agenda")


async def test_a_full_disk_is_told_and_written_once_there_is_room(home: Path) -> None:
    """Nothing on the screen changes meanwhile; the next change is tried again."""
    disk = FullDisk()
    async with planned(home, disk=disk) as app:
        disk.room = 0
        await longer(app)
        await screen_of(app).keeping._keep_draft()
        assert "no space left" in app.notice and app.notice.startswith("! ")
        await screen_of(app).keeping.write()
        assert "no space left" in app.notice and "61 of 60 min" in app.panel("head")
        disk.room = 1 << 30
        await longer(app)
        await screen_of(app).keeping.write()
    assert "minutes = 12" in file_of(home).read_text("utf-8")


async def test_a_full_disk_is_told_before_anybody_leaves(home: Path) -> None:
    """Once; then it is their choice. Starting would run something else, so it does not."""
    disk = FullDisk()
    async with planned(home, disk=disk) as app:
        disk.room = 0
        await longer(app)
        await app.press("s")
        assert not app.sent(m.RunRequested)
        await app.press("escape")
        assert isinstance(app.app.screen, PlanScreen) and "again leaves without it" in app.notice
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


async def test_starting_asks_for_the_session(home: Path) -> None:
    """With what is on the screen."""
    async with planned(home) as app:
        await longer(app)
        await app.press("s")
        assert [each.name for each in app.sent(m.RunRequested)] == ["work"]
        assert isinstance(app.app.screen, LiveScreen)


async def test_every_row_of_the_questions_leads_somewhere(home: Path) -> None:
    """A form, or the agenda."""
    async with planned(home) as app:
        await app.press("tab")
        for key in app.row_list("questions").keys:
            if app.screen.focused is not app.row_list("questions"):
                await app.press("tab")
            app.row_list("questions").mark(key)
            await app.press("enter")
            if key == "actions":
                assert app.screen.focused is app.row_list("agenda")
            elif key == "carried":
                assert "promised" in app.notice
            elif key == "ready":
                assert isinstance(app.app.screen, ReadyDialog)
                await app.press("escape")
            else:
                assert isinstance(app.app.screen, FormDialog), key
                await app.press("escape")


async def test_on_a_small_screen_tab_changes_sides(home: Path) -> None:
    """At 60×16 one side is seen, with the four questions as a strip under the agenda."""
    async with planned(home, size=(60, 16)) as app:
        assert "Opening" in app.text() and "Evidence" in app.panel("ticks")
        assert "Audience" not in app.rows("agenda")
        await app.press("tab")
        assert "1  Audience" in app.text() and "15:40" not in app.text()
        await app.press("tab")
        assert "15:40" in app.text()


async def test_steps_can_be_hidden(home: Path) -> None:
    """And are, where the screen is narrow."""
    async with planned(home) as app:
        screen_of(app).agenda._insert("tuning")
        await app.settle()
        long = app.rows("agenda").count("\n")
        await app.press("x")
        assert app.rows("agenda").count("\n") < long - 4


async def test_no_size_is_too_small_or_too_large(home: Path) -> None:
    """It is drawn, and what is marked stays marked."""
    async with planned(home) as app:
        app.row_list("agenda").mark("close")
        for size in ((20, 5), (1, 1), (200, 50), (60, 16), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert app.row_list("agenda").marked == "close"
