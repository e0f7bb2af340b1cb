"""What a protocol is looked for by: a group, its time, a way of meeting, a purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from facilitui.core.told import figure
from facilitui.core.vocabulary import Mode, Purpose
from facilitui.core.words import Word


class Facet(Word):
    """One thing that protocols are chosen by."""

    PEOPLE = "people"
    MINUTES = "minutes"
    MODE = "mode"
    PURPOSE = "purpose"
    SILENCE = "silence"
    FAVOURITES = "favourites"


class Quiet(Word):
    """Whether there has to be silent work, or must be none."""

    SOME = "some", "some silent work"
    NONE = "none", "no silent work"


_LISTS: dict[Facet, tuple[object, ...]] = {
    Facet.MODE: (*Mode, None),
    Facet.PURPOSE: (*Purpose, None),
    Facet.SILENCE: (*Quiet, None),
    Facet.FAVOURITES: (True, False),
}
"""The facets that are one of a few words, each with those words and at the end with none."""


@dataclass(frozen=True, slots=True)
class ShelfFilter:
    """What is looked for; everything else is left out."""

    people: int = 0
    """How many there will be; 0 while that is not known."""
    mode: Mode | None = None
    minutes: float = 0
    """How many there are at most; 0 for any."""
    purpose: Purpose | None = None
    silence: Quiet | None = None
    favourites: bool = False
    unfit: bool = False
    """Whether what is made for others, or for another way of meeting, is there all the same."""

    @property
    def active(self) -> tuple[Facet, ...]:
        """The facets by which something is looked for."""
        return tuple(facet for facet in Facet if getattr(self, facet.value))

    def without(self, *facets: Facet) -> ShelfFilter:
        """The same with some facets let go."""
        return self.having({each: _NOTHING[each] for each in facets})

    def having(self, values: Mapping[Facet, Any]) -> ShelfFilter:
        """The same with other values of some facets.

        Other people or another way of meeting leave out anew what does not fit them; letting go
        of them takes nothing away.
        """
        made = replace(self, **{key.value: value for key, value in values.items()})
        others = values.get(Facet.PEOPLE) or values.get(Facet.MODE)
        return made.with_unfit(self.unfit and not others and bool(made.people or made.mode))

    def with_unfit(self, unfit: bool) -> ShelfFilter:
        """The same with what is made for others, or without it."""
        return replace(self, unfit=unfit)

    def turned(self, facet: Facet) -> ShelfFilter:
        """The same with the next word of one facet's list, and with none after the last."""
        words = _LISTS.get(facet, ())
        chosen = getattr(self, facet.value)
        at = words.index(chosen) + 1 if chosen in words else 0
        return self.having({facet: words[at % len(words)]}) if words else self

    def told(self, facet: Facet) -> str:
        """What is looked for by one facet, in words; empty where that is nothing."""
        words = {
            Facet.PURPOSE: self.purpose.label.lower() if self.purpose else "",
            Facet.MINUTES: f"at most {figure(self.minutes)} min" if self.minutes else "",
            Facet.PEOPLE: f"for {self.people} people" if self.people else "",
            Facet.MODE: self.mode.label.lower() if self.mode else "",
            Facet.SILENCE: self.silence.label if self.silence else "",
            Facet.FAVOURITES: "★ only" if self.favourites else "",
        }
        return words[facet]


_NOTHING = {each: getattr(ShelfFilter(), each.value) for each in Facet}
"""What each facet is while nothing is looked for by it."""
