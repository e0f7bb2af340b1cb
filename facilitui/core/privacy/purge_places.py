"""Each place at which entries name somebody whom a purge takes, with the words around it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from facilitui.core.base import LONGEST_LINE
from facilitui.core.privacy.purge_names import NamedIn
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import plural

Called = Callable[[Iterable[str]], str]
"""Gives what entries are called."""


def changes_told(cleaned: Iterable[NamedIn], called: Called) -> Iterator[str]:
    """A line for each entry that names are taken out of, with every place that changes."""
    for each in cleaned:
        yield f"in the {called((each.entry,))}, {_places(each.changes)}"


def naming_still(named: Iterable[NamedIn], cleaned: Collection[NamedIn]) -> tuple[str, ...]:
    """The entries that may name somebody once it is done."""
    gone = {each.entry for each in cleaned if not each.left}
    return tuple(each.entry for each in named if each.entry not in gone)


def still_told(
    named: Iterable[NamedIn], cleaned: Collection[NamedIn], called: Called
) -> Iterator[str]:
    """A line for each of them, with every place that stays as it is."""
    changed = {each.entry for each in cleaned}
    for each in named:
        places = each.still if each.entry in changed else (*each.changes, *each.still)
        if places:
            yield f"to be looked at in the {called((each.entry,))}, {_places(places)}"


def places_of(named: NamedIn) -> str:
    """How many places of an entry can change, and the words around each."""
    return " · ".join((plural(len(named.changes), "place"), *map(line, named.changes)))


def _places(places: Collection[str]) -> str:
    shown = "; ".join(quoted(each, LONGEST_LINE) for each in places)
    return f"{plural(len(places), 'place')}: {shown}"
