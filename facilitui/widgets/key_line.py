"""The last line of a screen: its keys, or for a moment what has just happened."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from facilitui.commands import HELP, Command
from facilitui.text import accent, fitted, ink, join, key, padded, strong
from facilitui.widgets.painting import painted

NOTICE_SECONDS = 6.0
GAP = "   "


class KeyLine(Widget):
    """Keys in bold, one word each; the least needed are dropped from the right."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; }
    """
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """Somebody clicked on a key's word."""

        command: Command

    def __init__(
        self, commands: tuple[Command, ...], *, id: str = "keys", last: Command = HELP
    ) -> None:
        """`last` is what always stands at the end."""
        super().__init__(id=id)
        self._last = last
        self._commands = shown_in_line(commands)
        self._notice: Content | None = None
        self._problem = False
        self._until = 0

    def offer(self, commands: tuple[Command, ...], last: Command | None = None) -> None:
        """Show other keys; `last` where another one stands at the end by now."""
        wanted = shown_in_line(commands), last or self._last
        if wanted != (self._commands, self._last):
            self._commands, self._last = wanted
            self.refresh()

    def tell(self, text: str, *, problem: bool = False) -> None:
        """Show a sentence instead, for a moment; a problem stays until the next one."""
        self._problem = problem
        self.set_class(problem, "-problem")
        mark = accent("! ") if problem else Content("")
        self._notice = join(mark, ink(text))
        self._until += 1
        self.refresh()
        if not problem:
            self.set_timer(NOTICE_SECONDS, lambda told=self._until: self._forget(told))

    def clear(self) -> None:
        """Show the keys again."""
        self._forget(self._until)

    def clear_problem(self) -> None:
        """Show the keys again if a problem is being told."""
        if self._problem:
            self.clear()

    def _forget(self, told: int) -> None:
        if told == self._until and self._notice is not None:
            self._notice = None
            self.remove_class("-problem")
            self.refresh()

    @property
    def notice(self) -> str:
        """What is being told, empty if nothing."""
        return self._notice.plain if self._notice is not None else ""

    def line(self, width: int) -> Content:
        """The keys that fit, "all keys" always last."""
        last = _word(self._last) if width >= 40 else strong(self._last.key_label)
        if self._notice is not None:
            return join(padded(self._notice, width - last.cell_length - 2), "  ", last)
        room, shown = width - last.cell_length - len(GAP), Content("")
        for command in self._commands:
            piece = _word(command)
            wanted = join(shown, GAP, piece) if shown else piece
            if wanted.cell_length > room:
                break
            shown = wanted
        return join(padded(shown, width - last.cell_length), fitted(last, width))

    def key_at(self, x: int, width: int) -> Command | None:
        """The command whose word stands at a column."""
        if x >= width - _word(self._last).cell_length:
            return self._last
        at = 0
        for command in self._commands if self._notice is None else ():
            end = at + _word(command).cell_length
            if at <= x < end:
                return command
            at = end + len(GAP)
        return None

    def on_click(self, event: events.Click) -> None:
        """The words can be clicked."""
        command = self.key_at(event.x - self.gutter.left, self.size.width)
        if command is not None:
            self.post_message(self.Clicked(command))

    def render_line(self, y: int) -> Strip:
        """The line."""
        return painted(self, self.line(self.size.width), self.size.width)

    def notify_style_update(self) -> None:
        """A change of theme draws it again."""
        super().notify_style_update()
        self.refresh()


def _word(command: Command) -> Content:
    return key(command.key_label, command.word)


def shown_in_line(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Those that stand in the key line."""
    return tuple(command for command in commands if command.in_line)
