"""A line in which voices are counted: each key that is pressed is a seat that was heard."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from facilitui import text as t
from facilitui.core.voices import VoiceTally, key_of, seat_of
from facilitui.widgets.panel import Panel

NOBODY = VoiceTally(0, 0, 0, ())


class VoiceLine(Panel, can_focus=True):
    """Hidden until it is opened. Keys that are no seat's stay what they are."""

    DEFAULT_CSS = """
    VoiceLine {
        height: 1;
        display: none;
        &.-open { display: block; }
    }
    """

    @dataclass
    class Heard(Message):
        """A seat was heard."""

        seat: int

    def __init__(self) -> None:
        super().__init__(self._draw)
        self._tally, self._people = NOBODY, 0

    @property
    def is_open(self) -> bool:
        """Whether voices are being counted now."""
        return self.has_class("-open")

    def toggle(self) -> None:
        """Open it, or close it."""
        self.toggle_class("-open")
        if self.is_open:
            self.focus()
        else:
            self.screen.set_focus(None)

    def show_tally(self, tally: VoiceTally, people: int) -> None:
        """Show how many were heard; `people` are here, 0 where that was not told."""
        self._tally, self._people = tally, people
        self.show(self._draw)

    def _draw(self, width: int) -> t.Lines:
        tally = self._tally
        words = t.join(t.accent("Voices  "), t.strong(f"{tally.heard} of {tally.people} heard"))
        if tally.waiting:
            seats = " ".join(key_of(seat) for seat in tally.waiting)
            words = t.join(words, t.soft("  not yet "), t.ink(seats))
        return [t.spread(words, t.join(t.strong("v"), t.soft(" closes")), width)]

    def on_key(self, event: events.Key) -> None:
        """A seat's key counts it."""
        if event.key == "escape":
            event.stop()
            self.toggle()
        elif (seat := seat_of(event.character or "", self._people)) is not None:
            event.stop()
            self.post_message(self.Heard(seat))
