"""An entry that stays and names somebody whom a purge takes, and what of it is chosen to go."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from enum import IntEnum

from facilitui.core.any_shape import Body


class Certainty(IntEnum):
    """How surely a word is somebody's name, as far as can be told without asking."""

    ASKED = 0
    """It may be an ordinary word."""
    LIKELY = 1
    """A part of a name that is no word as far as is known here: no list has all of them."""
    WHOLE = 2
    """All of a name that has two parts or more."""


Chosen = tuple[str, Certainty]
"""A word of an entry that is chosen to go where it is so certain."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word of an entry that may be somebody's name, wherever it stands so certainly in it."""

    word: str
    """As it is written there; a whole link where a name is in it."""
    certainty: Certainty
    is_link: bool
    around: tuple[str, ...]
    """The words around each of its places, those of the newest revision first."""

    @property
    def chosen(self) -> Chosen:
        """By what it is chosen."""
        return self.word, self.certainty


@dataclass(frozen=True, slots=True)
class NamedIn:
    """An entry that stays and names somebody, with what of it is chosen to go."""

    entry: str
    kind: str
    places: tuple[Place, ...] = ()
    """What can be taken out of it, in its order; none where it has to stay as it is."""
    still: tuple[str, ...] = ()
    """The words around each place that stays, where somebody may be named."""
    is_rivalled: bool = False
    """Whether it stays as its revisions conflict."""
    changes: tuple[Place, ...] = ()
    """What of it is chosen to go."""
    body: Body | None = None
    """What it says without that, to be saved; None where it says none of it now."""
    over: str = ""
    """The hash of the revision that this goes over."""
    revisions: tuple[str, ...] = ()
    """What names those of its revisions that go."""
    takes: Callable[[NamedIn], NamedIn] = field(default=lambda own: own, repr=False, compare=False)
    """Works out the rest from its changes."""

    @property
    def can_go(self) -> bool:
        """Whether anything can be taken out of it."""
        return bool(self.places)

    @property
    def left(self) -> bool:
        """Whether it may name somebody all the same, as who observed, or by an ordinary word."""
        return bool(self.still)

    def without(self, chosen: Collection[Chosen]) -> NamedIn:
        """The same where some of its words are chosen to go."""
        changes = tuple(each for each in self.places if each.chosen in chosen)
        return self.takes(replace(self, changes=changes))
