"""What a terminal tells of itself, kept apart from what is typed: nobody pressed any of it.

Answers come late, over a slow line in pieces, or to a question of another program. Textual 8.2
reads those that it does not know as if their characters had been typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

ANSWERED_SECONDS = 1.0
"""An answer of which nothing more came for so long is over, and is no key."""
LONGEST_ANSWER = 5.0
"""An answer that began so long ago is over: what comes now is typed."""
MOST_ANSWERED = 100_000
"""More characters are in no answer, whatever the clipboard holds: it is over."""
ALONE = 2
"""So many characters of the beginning of an answer may have been typed."""

_TELLS = re.compile(r"\x1b(?:\]\d{1,4};|P(?:[01][+$]r|[>!]\|)|_G)")
"""How an answer of any length begins: of colours, the clipboard, what a terminal can, pictures."""
_TOLD = re.compile(r"\x07|\x9c|\x1b\\|(?=[\x00-\x1f\x7f])")
"""Where it ends; no control is in one, so that a key which is none of its letters ends it, too."""
_LONG = re.compile(r"\x1b\[[0-?]{30,}[ -/]*[@-~]")
"""A line of numbers that is longer than any key, and than what Textual takes for one thing."""
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\]\d{0,4}|P(?:[01][+$]?|[>!])?|_)?\Z|\Z")
"""The end of what was read, where one may have begun with it."""
_NUMBERS = re.compile(r"\x1b\[(?!\[|M|<?[\d;]+[mM]|\?\d+;\d\$y)[0-?]*[ -/]*[@-~]")
"""A key or an answer as numbers; those of the mouse and of modes are read after it."""
_NUMBERED = re.compile(r"\x1b\[(\d*)[\d:;]*([~ABCDEFHPQRS])")
"""A key of which the first number says which one it is."""
_OTHER_KEY = "27~"
"""The number before that of any character."""


class AnswersApart(XTermParser):
    """Takes what a terminal answers for no key, whether Textual knows that answer or not."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._answering = False
        """Whether the end of an answer has still to come."""
        self._held = ""
        """What was read last, where an answer may begin or end with it."""
        self._begun_at = self._heard_at = 0.0
        self._answered = 0
        """How many characters of an answer came so far."""

    def feed(self, data: str) -> Iterable[Message]:
        """What was typed; nothing as data stands for the end."""
        if not data:
            yield from super().feed(data)
            return
        self._heard_at = get_time()
        if self._heard_at >= self._begun_at + LONGEST_ANSWER:
            self._answering = False
        data, self._held = self._held + data, ""
        while data:
            typed, data = self._during_answer(data) if self._answering else self._before(data)
            if typed:
                yield from super().feed(typed)

    def tick(self) -> Iterable[Message]:
        """What is complete because nothing more came in time."""
        since = get_time() - self._heard_at
        over = self._answering or len(self._held) > ALONE
        if since >= (ANSWERED_SECONDS if over else constants.ESCAPE_DELAY) and self._held:
            yield from self.taken_as_it_stands()
        if since >= ANSWERED_SECONDS:
            self._answering = False
        yield from super().tick()

    def taken_as_it_stands(self) -> list[Message]:
        """The keys of what was begun and is not gone on with."""
        held, self._held = self._held, ""
        keys = list(super().feed(held)) if 0 < len(held) <= ALONE else []
        if self._timeout_time is not None:
            self._timeout_time = 0.0
            keys += super().tick()
        return keys

    def _before(self, data: str) -> tuple[str, str]:
        """What was typed before an answer begins, and what is left to read."""
        data = _LONG.sub("", data)
        begins = _TELLS.search(data)
        if begins is not None:
            self._answering, self._begun_at, self._answered = True, self._heard_at, 0
            return data[: begins.start()], data[begins.end() :]
        begun = _BEGUN.search(data)
        at = begun.start() if begun is not None else len(data)
        if len(data) - at > ALONE and data[at:] in ANSI_SEQUENCES_KEYS:
            at = len(data)  # a key of rxvt ends as some answers go on
        self._held = data[at:]
        return data[:at], ""

    def _during_answer(self, data: str) -> tuple[str, str]:
        """Nothing of an answer is typed; what is left to read behind it."""
        told = _TOLD.search(data)
        if told is None:
            self._answered += len(data)
            self._answering = self._answered < MOST_ANSWERED
            return "", ""
        if data[told.start() :] == "\x1b":
            self._held = "\x1b"
            return "", ""
        self._answering = False
        return "", data[told.end() :]

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        """The keys that were pressed, none while more has to come."""
        if len(sequence) == 1:
            yield from super()._sequence_to_key_events(sequence, alt)
            return
        keys = [] if _is_no_key(sequence) else list(self._known(sequence, alt))
        if not keys and _NUMBERS.fullmatch(sequence):
            keys = [Key(Keys.Ignore, sequence)]
        yield from keys

    def _known(self, sequence: str, alt: bool) -> Iterable[Key]:
        """The keys that Textual knows; it fails over numbers that are no character."""
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return ()


def _is_no_key(sequence: str) -> bool:
    """Whether Textual would take the number of an unknown key for a character."""
    numbered = _NUMBERED.fullmatch(sequence)
    key = "".join(numbered.groups()) if numbered is not None and numbered[1] else _OTHER_KEY
    return key != _OTHER_KEY and key not in FUNCTIONAL_KEYS
