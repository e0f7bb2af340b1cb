"""Lines that are half typed when their session is ended from outside: what they are kept as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitui.core import bodies as b
from facilitui.core.sessions.moves import Move
from facilitui.core.told import plural

PARK = "park"
"""The purpose of a line that is parked; of any other a capture is made.

Nobody is there any more to lead, to be counted or to agree on a norm.
"""


def kept_lines(half: Mapping[str, str], key: int) -> Move:
    """The events that keep them, as parts of the key at that place and never keys themselves."""
    return tuple(
        b.Parked(text=text, part_of=key) if what == PARK else b.Captured(text=text, part_of=key)
        for what, text in _typed(half)
    )


def kept_told(half: Mapping[str, str]) -> str:
    """What they are kept as and how long each is, quoting none; empty without any."""
    told = [
        f"a {'parked line' if what == PARK else 'capture'} of {plural(len(text.split()), 'word')}"
        for what, text in _typed(half)
    ]
    return f"what is half typed is kept as {' and '.join(told)}" if told else ""


def _typed(half: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((what, text.strip()) for what, text in half.items() if text.strip())
