"""Help and palette: made from the commands, so that neither can say something else."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import combinations
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from textual.command import CommandInput, CommandPalette
from textual.widgets import OptionList

from facilitui import commands
from facilitui.commands import HELP, Command
from facilitui.commands.home import HOME
from facilitui.commands.live import LIVE
from facilitui.core.sessions import moves
from facilitui.messages import going as m
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.help import HelpScreen
from facilitui.screens.home import HomeScreen
from facilitui.screens.journal import JournalScreen
from facilitui.screens.library import ChoosingScreen, LibraryScreen
from facilitui.screens.live import LiveScreen, RehearsalScreen
from facilitui.screens.plan import PlanScreen
from facilitui.screens.trends import TrendsScreen
from facilitui.text import key_name
from facilitui.widgets.paper_screen import PaperScreen
from tests.ui.driving import Driven, driven
from tests.ui.hosting import hosted

SCREENS: tuple[type[PaperScreen[Any]], ...] = (
    *(HomeScreen, PlanScreen, LiveScreen, DebriefScreen),
    *(JournalScreen, LibraryScreen, ChoosingScreen, TrendsScreen),
)
SETS = {
    name: value
    for module in iter_modules(commands.__path__, f"{commands.__name__}.")
    for name, value in vars(import_module(module.name)).items()
    if name.isupper() and isinstance(value, tuple) and isinstance(value[0], Command)
}
GUARDED = {"debrief", "go_on_in_copy"}
"""Actions that `check_action` allows only after the end, or for a damaged session."""


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_two_commands_of_a_screen_share_a_key(screen: type[PaperScreen[Any]]) -> None:
    """Unless both do the same, or only one of them is ever allowed."""
    for one, other in combinations((*screen.commands, HELP), 2):
        if one.action == other.action:
            continue
        shared = set(one.keys.split(",")) & set(other.keys.split(","))
        guarded = {each.action.split("(")[0] for each in (one, other)} & GUARDED
        assert not shared or guarded, (one.id, other.id, shared)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_does_something_that_exists(screen: type[PaperScreen[Any]]) -> None:
    """And is told in one sentence, with a word for the key line."""
    for command in screen.commands:
        name = command.action.split("(")[0]
        assert name.startswith("app.") or hasattr(screen, f"action_{name}"), command.id
        assert command.help.endswith(".") and command.word and command.key_label
    ids = [command.id for command in screen.commands]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("screen", [LiveScreen, RehearsalScreen])
def test_the_help_page_has_each_key_once(screen: type[LiveScreen]) -> None:
    """Leaving is the same key before, while and after a session runs."""
    keys = [key for command in screen.commands for key in command.keys.split(",")]
    assert len(keys) == len(set(keys)) and "escape" in keys


def test_no_key_quits_by_accident() -> None:
    """`q` is unbound everywhere but on pages that only close."""
    for name, group in SETS.items():
        assert all("q" not in command.keys.split(",") for command in group), name


async def help_page(app: Driven) -> str:
    """The help page, unwrapped."""
    await app.press("f1")
    assert isinstance(app.app.screen, HelpScreen)
    return " ".join(app.panels().split())


async def open_screen(app: Driven, screen: type[PaperScreen[Any]]) -> None:
    """A screen of that kind on top."""
    if screen in {JournalScreen, LibraryScreen}:
        await app.app.switch_mode("journal" if screen is JournalScreen else "library")
        await app.settle()
    elif screen is PlanScreen:
        await app.show(await app.opening.new_plan(""))
    elif screen is ChoosingScreen:
        await app.show(app.opening.protocols(9))
    assert isinstance(app.app.screen, screen)


@pytest.mark.parametrize(
    "screen", [HomeScreen, PlanScreen, JournalScreen, LibraryScreen, ChoosingScreen]
)
async def test_the_help_page_lists_every_command_with_its_keys(
    home: Path, screen: type[PaperScreen[Any]]
) -> None:
    """Every key under its own name, every sentence; escape goes back."""
    async with driven(home, (120, 40)) as app:
        await open_screen(app, screen)
        assert_told(await help_page(app), screen.commands)
        await app.press("escape")
        assert isinstance(app.app.screen, screen)


@pytest.mark.parametrize("ended", [False, True])
async def test_the_help_pages_of_a_session_list_every_command(home: Path, ended: bool) -> None:
    """Live's while it runs, and the debrief's after it."""
    async with hosted(home) as stage:
        if ended:
            await stage.hosted.do(moves.end)
            await stage.app.show(await stage.app.opening.debrief(stage.hosted.session, door=False))
        told = await help_page(stage.app)
        assert_told(told, DebriefScreen.commands if ended else LIVE)


def assert_told(told: str, listed: tuple[Command, ...]) -> None:
    """Each command is on the page with its keys."""
    for command in (*listed, HELP):
        keys = [key_name(key) for key in command.keys.split(",")]
        shown = " ".join(dict.fromkeys(name for name in keys if name))
        assert f"{shown} {command.help}" in told, command.id


@pytest.mark.parametrize("size", [(60, 16), (20, 5), (1, 1)])
async def test_the_help_page_fits_any_size(home: Path, size: tuple[int, int]) -> None:
    """It scrolls, and escape is named where there is room."""
    async with driven(home, size) as app:
        await app.press("question_mark", "end", "home", "pagedown")
        assert isinstance(app.app.screen, HelpScreen)
        if size == (60, 16):
            assert "escape" in app.text()
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)


async def palette(app: Driven, query: str = "") -> list[str]:
    """What the palette offers."""
    await app.pilot.press("ctrl+p")
    await app.pilot.pause()
    assert isinstance(app.app.screen, CommandPalette)
    if query:
        app.app.screen.query_one(CommandInput).value = query
    found: list[str] = []
    for _ in range(200):  # the palette gathers in a worker that never ends while it is open
        await app.pilot.pause(0.02)
        options = app.app.screen.query_one(OptionList)
        now = [str(option.prompt).split("\n")[0] for option in options.options]
        listed_before = bool(query) and "Quit" in now  # the list without a query has it
        if now and now == found and not listed_before:
            return now
        found = now
    return found


async def nothing_found(app: Driven) -> None:
    """Until what was listed before the query is gone: enter would choose it."""
    found = app.app.screen.query_one(OptionList)
    for _ in range(200):
        if all(option.disabled for option in found.options):
            break
        await app.pilot.pause(0.02)


async def close_palette(app: Driven) -> None:
    """Escape hides its list, and closes it once none came up again meanwhile."""
    while isinstance(app.app.screen, CommandPalette):
        await app.pilot.press("escape")
        await app.pilot.pause()
    await app.settle()


async def test_the_palette_lists_the_commands_of_the_screen(home: Path) -> None:
    """All of them, by what they do; another screen's are not there."""
    async with driven(home, (120, 40)) as app:
        listed = await palette(app)
        for command in HOME:
            assert any(command.title in each for each in listed), command.title
        await app.pilot.press("escape")
        await app.settle()
        await open_screen(app, LibraryScreen)
        listed = await palette(app)
        assert not any("Plan a session" in each for each in listed)
        assert any("Search by name" in each for each in listed)
        await app.pilot.press("escape")


async def test_the_palette_runs_what_is_chosen(home: Path) -> None:
    """As its key would."""
    async with driven(home, (120, 40)) as app:
        listed = await palette(app, "Read and search your debriefs")
        assert "Read and search your debriefs" in listed[0]
        await app.pilot.press("enter")
        await app.settle()
        assert [each.mode for each in app.sent(m.ModeRequested)] == ["journal"]
        assert app.app.current_mode == "journal"


async def test_the_palette_takes_any_text(home: Path) -> None:
    """Markup in a query is text, and finds nothing."""
    async with driven(home, (120, 40)) as app:
        await palette(app, "[/b] [@click=app.quit]x[/] \\")
        await nothing_found(app)
        await app.pilot.press("enter")
        await close_palette(app)
        assert app.app.is_running


async def test_the_palette_knows_the_themes_by_name(home: Path) -> None:
    """Whoever wants it light types that; what means nothing here is not offered."""
    async with driven(home, (120, 40)) as app:
        listed = await palette(app, "light")
        assert listed[0] == "Theme: paper-light"
        await app.pilot.press("enter")
        await app.settle()
        assert app.app.theme == "paper-light"
        assert not {"Maximize", "Keys", "Screenshot"} & set(await palette(app, ""))


WORDS = re.compile(
    r"\S|f\d+|(ctrl|shift)\+\S+|⇧[↑↓]|Page(Up|Down)"
    r"|space|escape|enter|tab|delete|home|end|up|down|left|right|backspace"
)
"""How people call keys: a sign by itself, others by what is printed on them."""


def test_no_key_of_any_screen_is_told_by_its_name_in_a_program() -> None:
    """A sign is that sign, not what a program calls it."""
    for command in {command for some in SETS.values() for command in some}:
        for key in filter(None, map(key_name, command.keys.split(","))):
            assert WORDS.fullmatch(key), (command.id, key)


def test_each_key_is_told_once() -> None:
    """Quitting stands among Home's own keys, and so not among those of the whole program."""
    lines = HelpScreen("Home", "", (("", HOME),))._draw(80)
    assert sum(line.plain.startswith("ctrl+q") for line in lines) == 1
