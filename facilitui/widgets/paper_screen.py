"""What all screens are: a page with its heading, its keys, its help and its palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Generic

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from typing_extensions import TypeVar

from facilitui.commands import HELP, Command, bindings
from facilitui.messages import HelpRequested
from facilitui.widgets.key_line import KeyLine

R = TypeVar("R", default=None)


class ScreenCommands(Provider):
    """The commands of the screen that is open, for the palette."""

    def _commands(self) -> tuple[Command, ...]:
        screen = self.screen
        return screen.commands if isinstance(screen, PaperScreen) else ()

    async def discover(self) -> Hits:
        """All of them."""
        for command in self._commands():
            yield DiscoveryHit(
                Content(command.title),
                self._run(command),
                text=command.title,
                help=f"key: {command.key_label}",
            )

    async def search(self, query: str) -> Hits:
        """Those whose help matches."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(
                    score,
                    Content(command.title),
                    self._run(command),
                    text=command.title,
                    help=f"key: {command.key_label}",
                )

    def _run(self, command: Command) -> Callable[[], Awaitable[None]]:
        screen = self.screen

        async def run() -> None:
            await screen.run_action(command.action)

        return run


class PaperScreen(Screen[R], Generic[R]):
    """A screen made from its commands; `R` is what it is dismissed with, nothing if not said."""

    commands: ClassVar[tuple[Command, ...]] = ()
    COMMANDS = {ScreenCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall"), (36, "-high")]
    title_of_help: ClassVar[str] = ""
    about: ClassVar[str] = ""
    """A few sentences for the top of the help page."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", []), *bindings((*cls.commands, HELP))]
        super().__init_subclass__(**kwargs)

    @property
    def key_line(self) -> KeyLine:
        """The line of keys."""
        return self.query_one(KeyLine)

    def tell(self, text: str, *, problem: bool = False) -> None:
        """Say something in the key line, if there still is one; a problem stays until a key."""
        for key_line in self.query(KeyLine):
            key_line.tell(text, problem=problem)

    def on_key(self) -> None:
        """A problem was told until now; this key makes room for the keys again."""
        self.key_line.clear_problem()

    def action_show_keys(self) -> None:
        """Open the help page of this screen."""
        self.post_message(HelpRequested(type(self).title_of_help, self.about, self.commands))
