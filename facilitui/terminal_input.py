"""What a terminal sends, read as it was typed: where Textual's own reading takes it otherwise."""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Iterable
from functools import partial

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.events import Key, Resize
from textual.geometry import Size

ESCAPE = "\x1b"
GOES_ON = "[O"
"""What a terminal sends behind an escape for a key that is no character."""
MOVES_BY_WORDS = "bf\x7f"
"""What it sends behind one for alt or option with an arrow or backspace, in a text."""


def read_as_typed() -> None:
    """Have Textual read so; bytes that are no text become "?", where they would end it."""
    forgiving = partial(codecs.getincrementaldecoder("utf-8"), "replace")
    vars(linux_driver).update(
        getincrementaldecoder=lambda name: forgiving, XTermParser=EscapesApart
    )


def of_this_size(event: Resize) -> Resize:
    """The news of a new size, with the size that the terminal has by now.

    Textual 8.2 reads the size where it is told of the change. While a window is dragged the next
    change comes in between, its news is overtaken, and the size before the last would stay.
    """
    size = Size(*shutil.get_terminal_size())
    return event if event.size == size else Resize(size, size)


class EscapesApart(XTermParser):
    """Takes an escape with a character close behind it for these two keys.

    Over a slow line they come together, as alt and that character would; no command has alt, and
    a line would take the character that was meant for what lies behind it.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        """The keys that were typed, none while more has to come."""
        first, behind = sequence[:1], sequence[1:]
        if first == ESCAPE and len(behind) == 1 and behind not in GOES_ON + MOVES_BY_WORDS:
            yield Key("escape", ESCAPE)
            sequence = behind
        yield from super()._sequence_to_key_events(sequence, alt)
