"""What a terminal sends, read as it was typed: where Textual's own reading takes it otherwise."""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Iterable
from functools import partial
from itertools import groupby

from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END as CLOSES
from textual._xterm_parser import BRACKETED_PASTE_START as OPENS
from textual.drivers import linux_driver
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.message import Message

from facilitui.terminal.answers import AnswersApart
from facilitui.widgets.fields import MOST_PASTED, PastedTooMuch

ESCAPE = "\x1b"
ENTER, LINE_END = "\r", "\n"
"""The key enter, and what the terminal makes of one that is pressed before a program reads keys."""
GOES_ON = "[O"
"""What a terminal sends behind an escape for a key that is no character."""
MOVES_BY_WORDS = "bf\x7f"
"""What it sends behind one for alt or option with an arrow or backspace, in a text."""
MANY = 64
"""So many keys in one read are handed on together: one by one they would hold up the next."""
CLOSED_SECONDS = 3.0
"""A paste of which nothing more came for so long is over, even without its closing bracket."""


class ManyKeys(Message):
    """Keys that came at once."""

    def __init__(self, keys: list[Key]) -> None:
        super().__init__()
        self.keys = keys


def read_as_typed() -> None:
    """Have Textual read so; bytes that are no text become "?", where they would end it."""
    forgiving = partial(codecs.getincrementaldecoder("utf-8"), "replace")
    vars(linux_driver).update(getincrementaldecoder=lambda name: forgiving, XTermParser=PastesWhole)


def of_this_size(event: Resize) -> Resize:
    """The news of a new size, with the size that the terminal has by now.

    Textual 8.2 reads the size where it is told of the change. While a window is dragged the next
    change comes in between, its news is overtaken, and the size before the last would stay.
    """
    size = Size(*shutil.get_terminal_size())
    return event if event.size == size else Resize(size, size)


class EscapesApart(AnswersApart):
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
        sequence = ENTER if sequence == LINE_END else sequence
        yield from super()._sequence_to_key_events(sequence, alt)


class PastesWhole(EscapesApart):
    """Takes all between the two brackets of a paste for its text, an escape in it as well.

    Textual 8.2 reads what lies behind that as keys, which would be obeyed.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._last = ""
        """The end of what was read, where it may be the beginning of an opening bracket."""
        self._pasted: str | None = None
        """What was pasted so far; None where nothing is being pasted."""
        self._too_much = False
        """Whether more than anything takes was pasted so far, of which only the end is kept."""
        self._read_at = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """What was typed and pasted; nothing as data stands for the end."""
        if not data:
            yield from super().feed(data)
        while data:
            self._read_at = get_time()
            if self._pasted is None:
                keys, data = self._before_paste(data)
                yield from _together(keys)
            else:
                texts, data = self._in_paste(self._pasted + data)
                yield from texts

    def tick(self) -> Iterable[Message]:
        """What is complete because nothing more came in time."""
        if self._pasted is not None and get_time() >= self._read_at + CLOSED_SECONDS:
            yield _paste(self._pasted, self._too_much)
            self._pasted = None
        yield from super().tick()

    def _before_paste(self, data: str) -> tuple[list[Message], str]:
        """What was typed before a paste begins, and what is left to read."""
        before, data = len(self._last), self._last + data
        at = data.find(OPENS)
        if at < 0:
            self._last = _begun(data)
            return list(super().feed(data[before:])), ""
        keys = list(super().feed(data[before:at])) if at > before else []
        begun_alone = self.taken_as_it_stands()
        self._last, self._pasted, self._too_much = "", "", False
        # An opening bracket that came in several reads is no key, however it was begun.
        return keys + (begun_alone if at >= before else []), data[at + len(OPENS) :]

    def _in_paste(self, data: str) -> tuple[list[Message], str]:
        """A paste once it is complete, and what is left to read."""
        text, closed, behind = data.partition(CLOSES)
        self._too_much = self._too_much or len(text) > MOST_PASTED + len(CLOSES)
        if closed:
            self._pasted = None
            return [_paste(text, self._too_much)], behind
        self._pasted = data[1 - len(CLOSES) :] if self._too_much else data
        return [], ""


def _begun(data: str) -> str:
    """The end of what was read, where an opening bracket may have begun with it."""
    lengths = range(len(OPENS) - 1, 0, -1)
    return next((OPENS[:most] for most in lengths if data.endswith(OPENS[:most])), "")


def _together(read: list[Message]) -> Iterable[Message]:
    """What was read, long runs of keys in it as one."""
    for _, run in groupby(read, lambda each: isinstance(each, Key)):
        these = list(run)
        keys = [each for each in these if isinstance(each, Key)]
        yield from [ManyKeys(keys)] if len(keys) >= MANY else these


def _paste(text: str, too_much: bool) -> Paste:
    """A paste as Textual hands it on, or that there was more of it than anything takes."""
    whole = not too_much and len(text) <= MOST_PASTED
    return Paste(text.replace("\x00", "")) if whole else PastedTooMuch()
