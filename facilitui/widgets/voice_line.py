"""Lines in which voices are counted: each key that is pressed is a seat that was heard."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from facilitui import text as t
from facilitui.commands import Command
from facilitui.core.sessions.voices import (
    SEAT_KEYS,
    VoiceTally,
    empty_seat_of,
    ranges,
    seat_of,
    seats_by_key,
    seats_without_key,
)
from facilitui.widgets.panel import Panel

NOBODY = VoiceTally(0, 0, 0, ())
SEATS = frozenset(SEAT_KEYS)
MOST_SHORT = 2
"""Lines on a low screen, so that the step, its clock, who speaks and what is next all stay."""


class VoiceLine(Panel, can_focus=True):
    """Hidden until it is opened. Keys that are no seat's stay what they are."""

    DEFAULT_CSS = """
    VoiceLine {
        height: auto;
        display: none;
        &.-open { display: block; }
    }
    """

    BINDINGS = [Binding("escape", "screen.do('voices')", "close", show=False)]

    @dataclass
    class Heard(Message):
        """A seat was heard."""

        seat: int

    @dataclass
    class Missed(Message):
        """A digit was pressed at whose seat nobody sits."""

        seat: int

    def __init__(self) -> None:
        super().__init__(self._draw, id="voices")
        self._tally, self._people = NOBODY, 0

    @property
    def is_open(self) -> bool:
        """Whether voices are being counted now."""
        return self.has_class("-open")

    def open(self) -> None:
        """Count from now on."""
        self.add_class("-open")
        self.focus()

    def close(self) -> None:
        """Count no more; a line that is being typed goes on."""
        self.remove_class("-open")
        if self.has_focus:
            self.screen.set_focus(None)

    def show_tally(self, tally: VoiceTally, people: int) -> None:
        """Show how many were heard; `people` are here, 0 where that was not told."""
        self._tally, self._people = tally, people
        self.show(self._draw)

    def keys_left(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        """Those of the commands that keep their keys however many seats are counted."""
        if not self.is_open:
            return commands
        return tuple(each for each in commands if SEATS.isdisjoint(each.keys.split(",")))

    def _draw(self, width: int) -> t.Lines:
        tally = self._tally
        counted = t.strong(f"{tally.heard} of {tally.people} heard")
        heard = t.join(t.accent("Seats  "), counted)
        close = t.key("v", "closes")
        room = width - heard.cell_length - close.cell_length - 2
        first = t.spread(t.join(heard, _waiting(tally, room)), close, width)
        lines = [first, *self._keys(width)]
        return t.clipped(lines, MOST_SHORT, width) if self.screen.has_class("-short") else lines

    def _keys(self, width: int) -> t.Lines:
        """The key of every seat, where it is another one than its number."""
        pairs = list(seats_by_key(self._people))
        lines = t.key_lines(pairs, width) if pairs else []
        if more := seats_without_key(self._people):
            lines.append(t.soft(f"{t.plural(more, 'more seat has', 'more seats have')} no key"))
        return lines

    def on_key(self, event: events.Key) -> None:
        """A seat's key counts it; a digit without a seat is nobody's."""
        key = event.character or ""
        if (seat := seat_of(key, self._people)) is not None:
            event.stop()
            self.post_message(self.Heard(seat))
        elif (seat := empty_seat_of(key, self._people)) is not None:
            event.stop()
            self.post_message(self.Missed(seat))


def _waiting(tally: VoiceTally, room: int) -> Content:
    """The seats that were not heard, as many as there is room for."""
    told = ranges(tally.waiting)
    for count in range(len(told), 0, -1):
        more = " …" if count < len(told) else ""
        words = t.join(t.soft("  not yet "), t.ink(" ".join(told[:count]) + more))
        if words.cell_length <= room:
            return words
    return t.BLANK
