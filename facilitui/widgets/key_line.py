"""The foot of a screen: its keys in a line, or for a moment what has just happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from facilitui.commands import HELP, Command
from facilitui.text import (
    Lines,
    accent,
    fitted,
    in_lines,
    ink,
    join,
    key,
    labelled,
    padded,
    strong,
)
from facilitui.widgets.painting import painted

Still = Callable[[], bool]
"""Whether what is told still holds."""
NOTICE_SECONDS = 6.0
MOST_LINES = 3
"""What is told may take so many; then it is cut."""
GAP = "   "
BESIDE_FROM, BESIDE_SHARE = 72, 3
"""From this width on what is told has room beside the keys, where it takes no more than a third."""
WHOLE_FROM = 40
"""From this width on the last key stands with its word."""


def always() -> bool:
    """What holds until its moment is over."""
    return True


class KeyLine(Widget):
    """Keys in bold, one word each; the least needed are dropped from the right.

    It grows where what is told needs more than a line, and only for as long as that is told. A
    short sentence stands before the last key, in a wide window, and no key moves.
    """

    DEFAULT_CSS = """
    KeyLine { height: auto; width: 1fr; }
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
        self._notice = ""
        self._problem = False
        self._still: Still = always
        self._until = 0

    def offer(self, commands: tuple[Command, ...], last: Command | None = None) -> None:
        """Show other keys; `last` where another one stands at the end by now.

        What is told goes where it does not hold any more.
        """
        if self._notice and not self._still():
            self.clear()
        wanted = shown_in_line(commands), last or self._last
        if wanted != (self._commands, self._last):
            self._commands, self._last = wanted
            self.refresh()

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Show a sentence instead, for a moment; a problem stays until the next one.

        `still` says whether it holds, and is asked whenever keys are offered.
        """
        self._problem, self._still = problem, still
        self.set_class(problem, "-problem")
        self._notice = ink(text).plain
        self._until += 1
        self.refresh(layout=True)
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
        if told == self._until and self._notice:
            self._notice = ""
            self.remove_class("-problem")
            self.refresh(layout=True)

    @property
    def notice(self) -> str:
        """What is being told, empty if nothing."""
        return f"! {self._notice}" if self._notice and self._problem else self._notice

    def lines(self, width: int) -> Lines:
        """All that is shown: what is told, in as many lines as that needs, else the keys."""
        if not self._notice or self._stands_beside(width):
            return [self.line(width)]
        last = self._last_word(width)
        room, mark = width - last.cell_length - 2, "! " if self._problem else ""
        told = in_lines(self._notice, room - len(mark), MOST_LINES)
        first, *others = labelled(accent(mark), told, len(mark))
        return [join(padded(first, room), "  ", last), *others]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as are shown."""
        return len(self.lines(width))

    def line(self, width: int) -> Content:
        """The keys that fit, "all keys" always last."""
        end = self._end(width)
        shown = Content(GAP).join(_word(command) for command, _ in self._fitting(width))
        return join(padded(shown, width - end.cell_length), fitted(end, width))

    def _stands_beside(self, width: int) -> bool:
        """Whether what is told leaves the keys their room; a problem has the line for itself."""
        has_room = width >= BESIDE_FROM and BESIDE_SHARE * ink(self._notice).cell_length <= width
        return bool(self._notice) and not self._problem and has_room

    def _end(self, width: int) -> Content:
        """The last key, behind what is told where that stands beside the keys."""
        last = self._last_word(width)
        return join(ink(self._notice), GAP, last) if self._stands_beside(width) else last

    def _fitting(self, width: int) -> Iterator[tuple[Command, int]]:
        """The commands that have room, each with the column that it begins in."""
        at, room = 0, width - self._end(width).cell_length - len(GAP)
        for command in self._commands:
            end = at + _word(command).cell_length
            if end > room:
                return
            yield command, at
            at = end + len(GAP)

    def _last_word(self, width: int) -> Content:
        return _word(self._last) if width >= WHOLE_FROM else strong(self._last.key_label)

    def key_at(self, x: int, width: int) -> Command | None:
        """The command whose word stands at a column."""
        if x >= width - self._last_word(width).cell_length:
            return self._last
        is_seen = not self._notice or self._stands_beside(width)
        shown = self._fitting(width) if is_seen else ()
        there = (each for each, at in shown if at <= x < at + _word(each).cell_length)
        return next(there, None)

    def on_click(self, event: events.Click) -> None:
        """The words can be clicked."""
        command = self.key_at(event.x - self.gutter.left, self.size.width)
        if command is not None and event.y == 0:
            self.post_message(self.Clicked(command))

    def render_line(self, y: int) -> Strip:
        """One of its lines."""
        line = next(iter(self.lines(self.size.width)[y:]), Content(""))
        return painted(self, line, self.size.width)

    def notify_style_update(self) -> None:
        """A change of theme draws it again."""
        super().notify_style_update()
        self.refresh()


def _word(command: Command) -> Content:
    return key(command.key_label, command.word)


def shown_in_line(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Those that stand in the key line."""
    return tuple(command for command in commands if command.in_line)
