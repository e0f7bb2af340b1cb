"""Plan: what is typed is kept, whatever becomes of the file, the disk and the screen's size."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.messages import going as m
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.keeping import DRAFT_SECONDS, FILE_SECONDS
from facilitui.screens.live import LiveScreen
from facilitui.screens.plan.ready import ReadyDialog
from tests.ui.planning import draft_of, file_of, longer, planned, screen_of, without_timers


@pytest.fixture(autouse=True)
def _no_timer_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests keep and look when they want to."""
    without_timers(monkeypatch)


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
        assert draft_of(home).exists() and file_of(home).read_text("utf-8") == before
        await plan.keeping.write()
        assert not draft_of(home).exists()
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
    assert not draft_of(home).exists()


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


async def test_its_own_writing_is_no_change_by_another(home: Path) -> None:
    """However soon the file is looked at."""
    async with planned(home) as app:
        await longer(app)
        keeping = screen_of(app).keeping
        await asyncio.gather(keeping.write(), keeping._look(), keeping._look())
        await keeping._look()
        assert not app.panel("conflict")


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
