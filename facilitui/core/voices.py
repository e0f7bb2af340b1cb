"""Voices counted by seat: which key stands for which seat, and how many were heard."""

from __future__ import annotations

from dataclasses import dataclass

from facilitui.core.session import SessionState

SEAT_KEYS = "1234567890acdefghijklmopqrstwxyz"
"""One for each seat. Next, back, take back and voices itself stay keys: `n`, `b`, `u` and `v`."""


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


def key_of(seat: int) -> str:
    """The key that stands for a seat."""
    return SEAT_KEYS[seat - 1]


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
