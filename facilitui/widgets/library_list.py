"""What the library lists for a search and a filter: the rows, how many, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitui import text as t
from facilitui.core.library.search_words import asked
from facilitui.core.library.shelf_filter import Facet, ShelfFilter
from facilitui.core.library.shelf_offers import Offer, loosenings, plans_kept
from facilitui.core.told import figure
from facilitui.services.library.shelving import Shelving
from facilitui.widgets import library_filters as filters
from facilitui.widgets import library_nothing as nothing
from facilitui.widgets import library_view as view
from facilitui.widgets.rows import Row

OF_PROTOCOLS = tuple(Facet)
"""What protocols are filtered by."""
OF_AGENDAS = (Facet.MINUTES, Facet.FAVOURITES)
"""What agendas are filtered by."""
AT_MOST = 200
"""Rows of a list (design §7)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in the list."""

    rows: Sequence[Row]
    count: str
    said: t.Draw
    """What is said where there are no rows."""
    below: t.Draw
    """What the signs in the rows mean, what is hidden, and how many more there are."""


def listed_protocols(
    shelving: Shelving,
    query: str,
    wanted: ShelfFilter,
    keys: filters.Keys,
    *,
    by_time: bool,
    mark: str,
) -> Listing:
    """Protocols: as they were found where somebody searches, else by purpose or by time.

    `mark` is among them even where there are too many to list all that are left.
    """
    words, wanted = asked(query, wanted)
    listed = shelving.protocols(words, wanted)
    if words:
        sections = view.as_found(listed.offers, nearest=listed.nearest)
    elif by_time:
        sections = view.by_time(listed.offers)
    else:
        sections = view.by_purpose(listed.offers, wanted.purpose)
    shown = view.cut([*sections], AT_MOST, mark)
    looking = bool(words or wanted.active)
    count = _count(len(listed.offers), listed.there_are, "protocols", looking=looking)
    offers = [each for _, some in shown for each in some]
    more = len(listed.offers) - len(offers)
    notes = _notes(offers, wanted, listed.unfit, more, words, keys["unfit"])

    def ways() -> Sequence[tuple[Facet, int]]:
        return loosenings(listed.found, wanted)

    said = _said(
        query,
        "protocol",
        wanted,
        keys,
        listed.there_are,
        len(listed.found),
        ways,
        liked=any(each.liked for each in listed.found),
    )
    return Listing(
        view.section_rows(shown, words), count, said, lambda width: view.note_lines(notes, width)
    )


def _notes(
    offers: Sequence[Offer],
    wanted: ShelfFilter,
    unfit: int,
    more: int,
    words: tuple[str, ...],
    turning: str,
) -> list[str]:
    """What has to be said below the list; `turning` shows and hides what is made for others."""
    notes = []
    if more:
        notes.append(f"{more} more, {'keep typing' if words else 'search or filter for them'}")
    if unfit:
        told = ", ".join(filter(None, map(wanted.told, (Facet.PEOPLE, Facet.MODE))))
        more_there, turns = ("", "hides") if wanted.unfit else ("more ", "shows")
        notes.append(f"{unfit} {more_there}not {told}: {turning} {turns} them")
    if any(each.tight for each in offers):
        notes.append(f"! before min: usually over {figure(wanted.minutes)}, to be run shorter")
    if any(each.unfit_by for each in offers):
        notes.append("! before people: made for others, its page says why")
    return notes


def listed_agendas(
    shelving: Shelving, query: str, wanted: ShelfFilter, keys: filters.Keys
) -> Listing:
    """Agendas: as they were found where somebody searches, else the shorter ones first."""
    words, wanted = asked(query, wanted)
    shelf, liked = shelving.shelf, shelving.liked_agendas
    listed = shelving.agendas(words, wanted)
    names = view.in_order(listed.keys, shelf.agendas, liked) if not words else listed.keys
    rows = view.agenda_rows(
        names[:AT_MOST], shelf.agendas, shelf.protocols, liked, words, nearest=listed.nearest
    )
    looking = bool(words) or any(each in wanted.active for each in OF_AGENDAS)
    count = _count(len(names), listed.there_are, "agendas", looking=looking)
    found = [(key, shelf.agendas[key]) for key in listed.found]

    def ways() -> Sequence[tuple[Facet, int]]:
        return [
            (each, len(left))
            for each in OF_AGENDAS
            if each in wanted.active and (left := plans_kept(found, wanted.without(each), liked))
        ]

    said = _said(
        query,
        "agenda",
        wanted,
        keys,
        listed.there_are,
        len(found),
        ways,
        liked=any(key in liked for key in listed.found),
    )
    notes = [f"{len(names) - AT_MOST} more, keep typing"] if len(names) > AT_MOST else []
    return Listing(rows, count, said, lambda width: view.note_lines(notes, width))


def _count(left: int, there_are: int, told: str, *, looking: bool) -> str:
    """How many are left, of how many where something is looked for."""
    if looking:
        return f"{left} of {there_are} {told}"
    return t.plural(left, told.removesuffix("s"))


def _said(
    query: str,
    what: str,
    wanted: ShelfFilter,
    keys: filters.Keys,
    there_are: int,
    found: int,
    ways: Callable[[], Sequence[tuple[Facet, int]]],
    *,
    liked: bool,
) -> t.Draw:
    """Why nothing is listed, for where nothing is; `liked`, whether a favourite was found."""
    starred_with = "" if liked or not wanted.favourites else keys.get("star", "")

    def left(width: int) -> t.Lines:
        told = [(filters.key_of(each, keys), wanted.told(each), count) for each, count in ways()]
        clear = (keys["clear"], found)
        letters = bool(query) and len(keys["clear"]) == 1
        return nothing.nothing_left(
            what, there_are, told, clear, width, starred_with, letters=letters
        )

    if found:
        return left
    if there_are:
        return lambda width: nothing.nothing_found(query, what, width)
    return lambda width: nothing.empty_lines(what, width)
