"""What changed from one revision of an entry to the next: what was said before, and what is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitui.core.journals.entry_parts import Part
from facilitui.core.word_changes import Fate, Piece, alike, word_changes

CHANGED = "changed"
MOST_COMPARED = 10_000
"""So many pairs of parts without a name are looked at for what they share."""


@dataclass(frozen=True, slots=True)
class Change:
    """One part that is not as it was."""

    heading: str
    name: str
    pieces: tuple[Piece, ...]

    @property
    def how(self) -> str:
        """What became of it, in a word."""
        fates = {piece.fate for piece in self.pieces}
        return fates.pop().value if len(fates) == 1 else CHANGED


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, in the order in which the entry is read now."""

    changes: tuple[Change, ...]
    same: int
    """How many parts say what they said before."""


def changes_between(before: Sequence[Part], now: Sequence[Part]) -> Changes:
    """What a revision says otherwise than the one before it.

    Parts are the same where heading and name are; of several that have no name, those that say
    the same, and then those that say about the same.
    """
    old, new = _known(before), _known(now)
    pairs = _pairs(old, new)
    changes: list[Change] = []
    taken = set(pairs.values())
    gone = [place for place in range(len(old)) if place not in taken]
    for place, (_, part) in enumerate(new):
        was = pairs.get(place)
        while gone and was is not None and gone[0] < was:
            changes += _change(old[gone.pop(0)][1], None)
        changes += _change(old[was][1] if was is not None else None, part)
    for place in gone:
        changes += _change(old[place][1], None)
    changed_now = sum(any(p.fate is not Fate.TAKEN_OUT for p in c.pieces) for c in changes)
    there = sum(bool(part.text.strip()) for part in now)
    return Changes(tuple(changes), max(0, there - changed_now))


_Known = list[tuple[tuple[str, str, int], Part]]


def _known(parts: Iterable[Part]) -> _Known:
    """Parts by their heading and name, and which of those that have the same it is."""
    seen: Counter[tuple[str, str]] = Counter()
    found: _Known = []
    for part in parts:
        key = (part.heading, part.name)
        found.append(((*key, seen[key]), part))
        seen[key] += 1
    return found


def _pairs(old: _Known, new: _Known) -> dict[int, int]:
    """Which part of before each of now was."""
    named = {key: place for place, (key, part) in enumerate(old) if part.name}
    pairs = {
        place: named[key] for place, (key, part) in enumerate(new) if part.name and key in named
    }
    left = [place for place, (_, part) in enumerate(old) if not part.name]
    asked = [place for place, (_, part) in enumerate(new) if not part.name]
    pairs |= _the_same(old, new, left, asked)
    taken = set(pairs.values())
    left = [place for place in left if place not in taken]
    asked = [place for place in asked if place not in pairs]
    if len(left) * len(asked) <= MOST_COMPARED:
        pairs |= _alike(old, new, left, asked)
    return pairs


def _the_same(old: _Known, new: _Known, left: list[int], asked: list[int]) -> dict[int, int]:
    """Of parts without a name those that say the same, each once."""
    places: dict[Part, list[int]] = {}
    for place in reversed(left):
        places.setdefault(old[place][1], []).append(place)
    return {place: places[new[place][1]].pop() for place in asked if places.get(new[place][1])}


def _alike(old: _Known, new: _Known, left: list[int], asked: list[int]) -> dict[int, int]:
    """Of the others those under one heading that say about the same, each once."""
    found: dict[int, int] = {}
    for place in asked:
        now, free = new[place][1], [each for each in left if each not in found.values()]
        together = (each for each in free if old[each][1].heading == now.heading)
        was = next((each for each in together if alike(old[each][1].text, now.text)), None)
        if was is not None:
            found[place] = was
    return found


def _change(before: Part | None, now: Part | None) -> Iterator[Change]:
    part = now or before
    was, says = (each.text.strip() if each is not None else "" for each in (before, now))
    if part is not None and was.split() != says.split():
        yield Change(part.heading, part.name, word_changes(was, says))
