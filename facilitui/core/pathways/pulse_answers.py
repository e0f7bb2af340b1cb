"""What is written into a question with levels: one answer, or how many gave each in a meeting.

One answer is kept as the level itself, a whole meeting as a line a level: "4 × Agree". It is typed
on one line, its pieces divided by commas or semicolons, a level by its name or its number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from facilitui.core.safe_text import line, quoted_typing

MOST = 999
"""More than any meeting has of one answer."""
_COUNT = r"\s*\d[\d.]*\s*[x×*]"
_NEXT = re.compile(rf"[,;\t](?={_COUNT})", re.IGNORECASE)
"""Where a piece of what is typed ends: a comma within a level's name is none of these."""
_SO_MANY = re.compile(r"(\d[\d.]*)\s*[x×*]\s*(\S.*)", re.IGNORECASE)
"""How many, and which answer they gave."""


class Given(NamedTuple):
    """How often one answer was given."""

    times: int
    answer: str


def given_in(said: str, levels: Sequence[str]) -> tuple[Given, ...]:
    """What was answered, as it is kept; what is no count of an answer stands for one answer.

    Nothing of an empty text. What is named may be none of the levels.
    """
    if is_counted(said, levels):
        return tuple(each for each in map(_counted, said.strip().split("\n")) if each)
    return (Given(1, said.strip()),) if said.strip() else ()


def is_counted(said: str, levels: Sequence[str] = ()) -> bool:
    """Whether a text says how many gave each answer, and is not one answer by itself."""
    is_level = said.strip() in {each.strip() for each in levels}
    return not is_level and all(map(_counted, said.strip().split("\n")))


def in_a_line(said: str) -> str:
    """How many gave each answer as it stands on one line; any other text as it is."""
    return ", ".join(said.split("\n")) if is_counted(said) else said


def counts_kept(counts: Mapping[str, int], levels: Sequence[str]) -> str:
    """How many gave each answer as it is kept, the highest level first; empty for none."""
    return "\n".join(f"{counts[each]} × {each}" for each in reversed(levels) if counts.get(each))


def counts_typed(typed: str, levels: Sequence[str]) -> str:
    """How many gave each answer, as it is kept, from what was typed. Raises ValueError."""
    counts: Counter[str] = Counter()
    for piece in _pieces(typed, levels):
        found = _SO_MANY.fullmatch(piece.strip())
        if found is None:
            example = f"4 x {line(levels[-1])}, 2 x {line(levels[0])}"
            raise ValueError(f"{quoted_typing(piece)} says no count; write it so: {example}")
        counts[_level(found[2], levels)] += _count(found[1])
    if above := next((each for each, count in counts.items() if count > MOST), ""):
        raise ValueError(f"{quoted_typing(above)} is given {counts[above]} times; at most {MOST}")
    return counts_kept(counts, levels)


def _pieces(typed: str, levels: Sequence[str]) -> Iterator[str]:
    """What is typed, piece by piece; a level whose name reads as a next one is not divided."""
    names = sorted((each for each in levels if each.strip()), key=len, reverse=True)
    called = "|".join(r"\s+".join(map(re.escape, each.split())) for each in names)
    whole = re.compile(rf"{_COUNT}\s*(?:{called})(?=\s*[,;\t]{_COUNT}|[\s,;]*$)", re.IGNORECASE)
    while typed.strip():
        found, divided = whole.match(typed), _NEXT.search(typed)
        end = found.end() if found else divided.start() if divided else len(typed)
        yield typed[:end]
        typed = typed[end:].lstrip(" ,;\t")


def _counted(piece: str) -> Given | None:
    """A line as it is kept; None for anything else."""
    found = _SO_MANY.fullmatch(piece.strip())
    try:
        return Given(_count(found[1]), found[2]) if found else None
    except ValueError:
        return None


def _count(typed: str) -> int:
    is_whole = typed.isascii() and typed.isdigit()
    if not is_whole or not 1 <= int(typed) <= MOST:
        raise ValueError(f"{quoted_typing(typed)} is no count; write a whole number, 1 to {MOST}")
    return int(typed)


def _level(typed: str, levels: Sequence[str]) -> str:
    """The level of a name, however its letters are written, or of a number from the lowest.

    A divider may stand behind the last one. Raises ValueError.
    """
    numbers = {str(number): each for number, each in enumerate(levels, 1)}
    for wanted in (typed, typed.rstrip(" ,;")):
        if wanted in levels:
            return wanted
        named = [each for each in levels if _plain(each) == _plain(wanted)]
        if len(named) == 1 or wanted in numbers:
            return named[0] if len(named) == 1 else numbers[wanted]
    raise ValueError(
        f"{quoted_typing(typed)} is no answer here; write one, or its number: "
        f"1 for {quoted_typing(levels[0])} to {len(levels)} for {quoted_typing(levels[-1])}"
    )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
