"""What the disk does not take never goes without a word: not by a key, not by a signal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.worker import Worker

from facilitui.core.unkept import Unkept, printed
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.journal import JournalScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.plan import PlanScreen
from facilitui.services.journals.shown import Shown
from facilitui.widgets.browse_parts import Problems
from tests.storage.broken_disks import FullDisk
from tests.ui.debriefing import debriefing, draft, write
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.hosting import hosted
from tests.ui.planning import planned
from tests.ui.test_live_lines import drafts, typed

ROOM = 1 << 40
FULL = "the disk is full"


def told(what: str, leaves: str = "ctrl+q again quits") -> str:
    """What holds somebody up."""
    return f"! {leaves} without {what}: {FULL}"


def ended(app: Driven) -> bool:
    """Whether the program is on its way out."""
    return app.app._exit


async def ends(app: Driven, code: int) -> tuple[Unkept, ...]:
    """What is left to print when a signal ends it."""
    await app.app._end(code)
    assert ended(app) and app.app.return_code == code
    return app.app.lost


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_line_that_is_not_kept_holds_up_a_quit(home: Path, size: tuple[int, int]) -> None:
    """It is told and stays as it was typed; more of it is told anew; the same key again quits."""
    disk = FullDisk()
    async with hosted(home, size, disk=disk) as stage:
        await stage.app.press("c")
        disk.room = 0
        await stage.app.put("half a thought")
        for more in ("", "!"):
            await stage.app.put(f"half a thought{more}")
            await stage.app.press("ctrl+q")
            assert stage.app.notice == told("this line") and not ended(stage.app)
            assert "ctrl+q again quits without this line" in stage.app.keys_told
            assert (
                isinstance(stage.app.app.screen, LiveScreen)
                and typed(stage) == f"half a thought{more}"
            )
        await stage.app.pilot.press("ctrl+q")
        assert ended(stage.app)
        assert [each.text for each in stage.app.app.lost] == ["half a thought!"]  # to be printed


async def test_a_line_is_kept_once_there_is_room(home: Path) -> None:
    """The next quit tries again, and needs no word."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        await stage.app.press("c")
        disk.room = 0
        await stage.app.put("half a thought")
        await stage.app.press("ctrl+q")
        disk.room = ROOM
        await stage.app.pilot.press("ctrl+q")
        assert ended(stage.app) and drafts(home) == {"capture": "half a thought"}


async def test_a_line_of_a_screen_that_was_left_holds_up_a_quit_too(home: Path) -> None:
    """It is nowhere but in this run, whatever is open by now; a signal has it printed."""
    disk = FullDisk()
    async with hosted(home, disk=disk, below=None) as stage:
        await stage.app.press("c")
        disk.room = 0
        await stage.app.put(HOSTILE)
        await stage.app.press("escape")
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, HomeScreen)
        await stage.app.press("ctrl+q")
        assert stage.app.notice == told("this line") and not ended(stage.app)
        assert await ends(stage.app, 143) == (Unkept("this line", FULL, HOSTILE),)


async def test_a_debrief_that_is_not_kept_holds_up_who_leaves(home: Path) -> None:
    """Escape and a quit, each once; what was written a moment ago is in it."""
    disk = FullDisk()
    async with debriefing(home, disk=disk) as stage:
        disk.room = 0
        await write(stage, "learned", "typed")
        await stage.app.press("ctrl+q")
        assert stage.app.notice == told("this debrief") and not ended(stage.app)
        await stage.app.put("typed on")
        await stage.app.press("escape")
        assert stage.app.notice == told("this debrief", "escape again leaves")
        assert isinstance(stage.app.app.screen, DebriefScreen)
        (lost,) = await ends(stage.app, 129)
        assert lost.text.endswith("\ntyped on")


async def test_a_debrief_that_is_kept_is_left_at_once(home: Path) -> None:
    """Nothing holds up where nothing would be lost."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "typed")
        await stage.app.press("escape")
        assert not isinstance(stage.app.app.screen, DebriefScreen)
        assert draft(home)["learned"] == "typed"


async def test_what_is_typed_in_a_form_holds_up_a_quit(home: Path) -> None:
    """It belongs to the plan below, and is told over the form, which stays."""
    disk = FullDisk()
    async with planned(home, disk=disk) as app:
        await app.press("e")
        disk.room = 0
        await app.put("Another title")
        await app.press("ctrl+q")
        assert isinstance(app.app.screen, FormDialog) and not ended(app)
        assert [each.message for each in app.app._notifications] == [
            told("this plan")[2:] + " (work.toml)"
        ]
        (lost,) = await ends(app, 143)
        assert 'title = "Another title"' in lost.text


async def test_a_plan_that_is_not_kept_is_left_by_the_same_key_again(home: Path) -> None:
    """Told once by escape; undone to what the file has, it is left at once."""
    disk = FullDisk()
    async with planned(home, disk=disk) as app:
        disk.room = 0
        await app.press("plus")
        await app.press("escape")
        assert app.notice == told("this plan", "escape again leaves") + " (work.toml)"
        assert isinstance(app.app.screen, PlanScreen)
        await app.press("escape")
        assert not isinstance(app.app.screen, PlanScreen)


def test_what_is_printed_names_it_and_why() -> None:
    """As it was typed; whoever prints it makes it harmless, as all that commands print."""
    lost = Unkept("this line", FULL, "half\na thought")
    assert printed(lost) == (
        "facilitui: this line could not be kept: the disk is full. It says:\nhalf\na thought"
    )


async def test_what_is_still_looked_up_is_given_up_before_anything_is_taken_away(
    home: Path,
) -> None:
    """A list or a page that came while the program ends would find no place to be shown."""

    async def looks_up() -> None:
        await asyncio.Event().wait()

    async with driven(home, (80, 24)) as app:
        looking: Worker[None] = app.app.screen.run_worker(looks_up)
        await app.app.action_quit()
        assert ended(app) and looking.is_cancelled


async def test_what_comes_while_a_screen_is_taken_down_ends_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entries are found when the widgets that would show them are gone, and the screen is not."""
    going, found = asyncio.Event(), False

    async def finding(*asked: object) -> AsyncIterator[Shown]:
        nonlocal found
        await going.wait()
        found = True
        yield Shown((), 0)

    async with driven(home) as app:
        await app.press("j")
        journal = app.app.screen
        assert isinstance(journal, JournalScreen)
        monkeypatch.setattr(journal._reviewing.searching, "finding", finding)
        monkeypatch.setattr(Problems, "on_unmount", lambda self: going.set(), raising=False)
        ended = app.app._shutdown

        async def looked_up_at_last() -> None:
            journal.look_up()
            await ended()

        monkeypatch.setattr(app.app, "_shutdown", looked_up_at_last)
        await app.pilot.press("ctrl+q")
    assert going.is_set() and not found
