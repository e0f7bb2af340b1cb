"""Voices counted by seat: which key stands for which seat, and how many were heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase, ascii_uppercase

from facilitui.core.sessions.session import SessionState

KEPT_LETTERS = "nbwmcpuxvkoh"
"""What no session can do without stays a key of its own while voices are counted."""
_DIGITS = "1234567890"
_LETTERS = "".join(letter for letter in ascii_lowercase if letter not in KEPT_LETTERS)
SEAT_KEYS = _DIGITS + _LETTERS + ascii_uppercase
"""One for each seat: digits, then the letters that are left, then capitals."""
_TOGETHER = 5
"""So many keys are told side by side, so that a seat's key is found without counting far."""


@dataclass(frozen=True, slots=True)
class VoiceTally:
    """How many of those who are here were heard, and which seats were not, for the host alone."""

    heard: int
    people: int
    """Those who are here; at least those who were heard."""
    times: int
    waiting: tuple[int, ...]
    """Seats that have a key and were not heard."""


def seat_of(key: str, people: int) -> int | None:
    """The seat that a key stands for, among so many people; any where none are told."""
    seat = SEAT_KEYS.find(key) + 1 if len(key) == 1 else 0
    return seat if 0 < seat <= (people or len(SEAT_KEYS)) else None


def empty_seat_of(key: str, people: int) -> int | None:
    """The seat that a digit stands for where nobody sits, among so many people."""
    return seat_of(key, 0) if key in _DIGITS and seat_of(key, people) is None else None


def seats_by_key(people: int) -> Iterator[tuple[str, str]]:
    """Keys and the seats they stand for, a few at a time; a digit is its own seat and not told."""
    keyed = SEAT_KEYS[: people or len(SEAT_KEYS)]
    for group in (_DIGITS[-1:], *_few(_LETTERS), *_few(ascii_uppercase)):
        if keys := [key for key in group if key in keyed]:
            in_order = group.isupper() and len(keys) > 1
            told = f"{keys[0]}–{keys[-1]}" if in_order else "".join(keys)
            yield told, " ".join(ranges(keyed.index(key) + 1 for key in keys))


def _few(keys: str) -> Iterator[str]:
    return (keys[at : at + _TOGETHER] for at in range(0, len(keys), _TOGETHER))


def seats_without_key(people: int) -> int:
    """How many seats nobody can count, because the keys are too few."""
    return max(0, people - len(SEAT_KEYS))


def ranges(seats: Iterable[int]) -> list[str]:
    """Rising numbers in words: 1–3, 5."""
    told = []
    for _, group in groupby(enumerate(seats), lambda each: each[1] - each[0]):
        run = [seat for _, seat in group]
        told.append(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}")
    return told


def tally(state: SessionState) -> VoiceTally:
    """The totals so far."""
    heard = {seat for seat in state.voices if seat > 0}
    seats = range(1, min(state.attendance, len(SEAT_KEYS)) + 1)
    return VoiceTally(
        heard=len(heard),
        people=max(state.attendance, len(heard)),
        times=sum(seat > 0 for seat in state.voices),
        waiting=tuple(seat for seat in seats if seat not in heard),
    )
