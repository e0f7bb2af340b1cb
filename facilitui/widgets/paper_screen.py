"""What all screens are: a page with its heading, its keys, its help and its palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Generic

from textual import on
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widget import Widget
from typing_extensions import TypeVar

from facilitui.commands import HELP, Command, bindings
from facilitui.messages.going import HelpRequested
from facilitui.widgets.covered import Covered
from facilitui.widgets.fields import LineField
from facilitui.widgets.key_line import KeyLine, Still, always
from facilitui.widgets.leaving import HoldUp, TypedOn

R = TypeVar("R", default=None)


class ScreenCommands(Provider):
    """The commands of the screen that is open, for the palette."""

    def _commands(self) -> tuple[Command, ...]:
        screen = self.screen
        if not isinstance(screen, PaperScreen):
            return ()
        return tuple(each for each in screen.all_commands() if screen.works(each))

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
            if isinstance(screen, PaperScreen):
                await screen.run_command(command)

        return run


class CommandPart(Widget):
    """A widget with commands of its own, which work while the keys go to it."""

    commands: ClassVar[tuple[Command, ...]] = ()
    title_of_help: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", []), *bindings(cls.commands)]
        super().__init_subclass__(**kwargs)


class PaperScreen(TypedOn, Covered[R], Generic[R]):
    """A screen made from its commands; `R` is what it is dismissed with, nothing if not said."""

    commands: ClassVar[tuple[Command, ...]] = ()
    parts: ClassVar[tuple[type[CommandPart], ...]] = ()
    """Widgets on it that have commands of their own."""
    COMMANDS = {ScreenCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall"), (36, "-high")]
    title_of_help: ClassVar[str] = ""
    only_reads: ClassVar[bool] = False
    """Whether nothing is typed on it, and it writes nothing: it may be closed at any time."""
    about: str = ""
    """A few sentences for the top of the help page."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", []), *bindings((*cls.commands, HELP))]
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self._hold_up = HoldUp("escape again leaves")

    def on_compose(self) -> None:
        """Tell its size by its classes before anything is made, which is then laid out once."""
        width, height = self.app.size
        across = self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS)
        self.add_class(*across, *self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS))

    @property
    def key_line(self) -> KeyLine:
        """The line of keys."""
        return self.query_one(KeyLine)

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Say something in the key line, if there still is one; a problem stays until a key.

        `still` says whether it holds, for what may not hold as long as that.
        """
        for key_line in self.query(KeyLine):
            key_line.tell(text, problem=problem, still=still)

    def tell_no_more(self, text: str) -> None:
        """Show the keys again, if it is this that is told."""
        for key_line in self.query(KeyLine):
            if key_line.notice == text:
                key_line.clear()

    @on(LineField.Refused)
    def _tell_refused(self, event: LineField.Refused) -> None:
        self.tell(event.told, problem=True)

    @on(KeyLine.Clicked)
    async def _run_clicked(self, event: KeyLine.Clicked) -> None:
        await self.run_command(event.command)

    def on_key(self) -> None:
        """A problem was told until now; this key makes room for the keys again."""
        self.key_line.clear_problem()

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """The commands of its parts, then its own."""
        return (*(command for part in cls.parts for command in part.commands), *cls.commands)

    def works(self, command: Command) -> bool:
        """Whether a command of its own is worth being offered, as things are."""
        return True

    async def run_command(self, command: Command) -> None:
        """Run a command where it belongs: on the part that declares it, or on the screen."""
        owner: Widget = self
        for part in self.parts:
            if command in part.commands:
                owner = self.query_one(part)
                self.set_focus(owner)
        await owner.run_action(command.action)

    async def may_leave(self) -> bool:
        """Whether nothing would be lost by leaving, or somebody wants to leave all the same."""
        if told := self._hold_up.told(await self.unkept()):
            self.tell(told, problem=True)
        return not told

    def action_show_keys(self) -> None:
        """Open the help page of this screen."""
        parts = [(part.title_of_help, part.commands) for part in self.parts]
        own = tuple(each for each in self.commands if self.works(each))
        sections = (*parts, ("Everywhere on it" if parts else "", own))
        self.post_message(HelpRequested(type(self).title_of_help, self.about, tuple(sections)))
