"""The words of entries that name somebody whom a purge takes, as they are told and chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.roster import enrolment_of, roster_id
from facilitui.core.privacy.named_entries import Certainty, NamedIn, Place
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import plural

NAMES_TYPED = "names that were typed into other entries, which papers made from now on do not hide"
NAMES_ELSEWHERE = (
    "names that were typed in another way, into plans, into what is half typed or while a session "
    "ran; papers made from now on do not hide them"
)
NAMED_STILL = "{} with such a name"
MAY_BE_A_WORD = "may be an ordinary word"
THE_LINK_GOES = "the whole link goes"
SETTLE_FIRST = (
    ", which stays as its revisions conflict: settle in Journal which holds, and purge after that"
)
NAMES_AGAIN = "; the names have to be given again then, as nothing here knows them any more"
Called = Callable[[Iterable[str]], str]
"""Gives what entries are called."""


class Word(NamedTuple):
    """A word of an entry, which can be chosen to go wherever it stands so certainly in it."""

    entry: str
    word: str
    certainty: Certainty


def words_in(named: Iterable[NamedIn], least: Certainty = Certainty.ASKED) -> Iterator[Word]:
    """The words of some entries that can go and are `least` so certain to be names."""
    for each in named:
        yield from (Word(each.entry, *e.chosen) for e in each.places if e.certainty >= least)


def without(named: Iterable[NamedIn], words: Collection[Word]) -> tuple[NamedIn, ...]:
    """The entries that some words are taken out of."""
    found = (
        each.without({(e.word, e.certainty) for e in words if e.entry == each.entry})
        for each in named
    )
    return tuple(each for each in found if each.revisions)


def typed_told(entries: Iterable[str], cleaned: Collection[NamedIn]) -> str:
    """What is told of names in texts where a roster goes and its enrolment stays; else nothing."""
    every = {*entries}
    rosters = (each for each in every if each.startswith(roster_id("")))
    if all(enrolment_of(each) in every for each in rosters):
        return ""
    return NAMES_ELSEWHERE if cleaned else NAMES_TYPED


def seals_of(cleaned: Iterable[NamedIn]) -> tuple[str, ...]:
    """What names the revisions that go where names are taken out."""
    return tuple(seal for each in cleaned for seal in each.revisions)


def kept_told(named: Collection[NamedIn]) -> str:
    """What is told of those that name somebody still, with a place for how many they are."""
    return NAMED_STILL if named else "{}"


def changes_told(cleaned: Iterable[NamedIn], called: Called) -> Iterator[str]:
    """A line for each word that is taken out of an entry, with every place of it."""
    for each in cleaned:
        for place in each.changes:
            link = f", {THE_LINK_GOES}" if place.is_link else ""
            told = f"{_word(place)} in the {called((each.entry,))}{link}"
            yield f"{told}, {_places(place.around)}"


def naming_still(named: Iterable[NamedIn], cleaned: Collection[NamedIn]) -> tuple[str, ...]:
    """The entries that may name somebody once it is done."""
    gone = {each.entry for each in cleaned if not each.left}
    return tuple(each.entry for each in named if each.entry not in gone)


def still_told(
    named: Iterable[NamedIn], cleaned: Collection[NamedIn], called: Called
) -> Iterator[str]:
    """A line for each of them, with every place that stays as it is, and why that is."""
    changed = {each.entry: each for each in cleaned}
    for each in named:
        if still := changed.get(each.entry, each).still:
            why = f"{SETTLE_FIRST}{NAMES_AGAIN}" if each.is_rivalled else ""
            yield f"to be looked at in the {called((each.entry,))}{why}, {_places(still)}"


def rows_of(named: NamedIn, called: str) -> Iterator[tuple[Word, str, str]]:
    """Each word of an entry that can go, in quotes, and what there is to know of it."""
    for each in named.places:
        is_asked = each.certainty is Certainty.ASKED
        notes = (MAY_BE_A_WORD if is_asked else "", THE_LINK_GOES if each.is_link else "")
        about = (*filter(None, notes), *map(line, each.around), called)
        yield Word(named.entry, *each.chosen), _word(each), " · ".join(about)


def _word(place: Place) -> str:
    return quoted(place.word, LONGEST_LINE)


def _places(places: Collection[str]) -> str:
    shown = "; ".join(quoted(each, LONGEST_LINE) for each in places)
    return f"{plural(len(places), 'place')}: {shown}"
