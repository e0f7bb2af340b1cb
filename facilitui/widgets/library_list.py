"""What the library lists for a search and a filter: the rows, how many, or why there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitui import text as t
from facilitui.core.search import words_of
from facilitui.core.shelf_filter import Facet, ShelfFilter, loosenings, plans_kept
from facilitui.services.shelving import Shelving
from facilitui.widgets import library_filters as filters
from facilitui.widgets import library_nothing as nothing
from facilitui.widgets import library_view as view
from facilitui.widgets.row_list import Row

OF_PROTOCOLS = tuple(Facet)
"""What protocols are filtered by."""
OF_AGENDAS = (Facet.MINUTES, Facet.FAVOURITES)
"""What agendas are filtered by."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in the list."""

    rows: Sequence[Row]
    count: str
    said: t.Draw
    """What is said where there are no rows."""


def listed_protocols(
    shelving: Shelving, query: str, wanted: ShelfFilter, *, in_order_of_time: bool
) -> Listing:
    """Protocols: as they were found where somebody searches, else by purpose or by time."""
    words = words_of(query)
    listed = shelving.protocols(words, wanted)
    if words:
        sections = view.as_found(listed.offers, nearest=listed.nearest)
    elif in_order_of_time:
        sections = view.by_time(listed.offers)
    else:
        sections = view.by_purpose(listed.offers, wanted.purpose)
    for_group = bool(wanted.people or wanted.mode)
    left = sum(each.fits for each in listed.offers) if for_group else len(listed.offers)
    looking = bool(words or wanted.active)
    count = _count(left, listed.there_are, "fit" if for_group else "protocols", looking=looking)
    ways = loosenings(listed.found, wanted)
    said = _said(query, "protocol", wanted, listed.there_are, len(listed.found), ways)
    return Listing(view.section_rows(sections, words), count, said)


def listed_agendas(shelving: Shelving, query: str, wanted: ShelfFilter) -> Listing:
    """Agendas: as they were found where somebody searches, else the shorter ones first."""
    words, shelf, liked = words_of(query), shelving.shelf, shelving.liked_agendas
    listed = shelving.agendas(words, wanted)
    rows = view.agenda_rows(
        listed.keys, shelf.agendas, shelf.protocols, liked, words, nearest=listed.nearest
    )
    looking = bool(words) or any(each in wanted.active for each in OF_AGENDAS)
    count = _count(len(listed.keys), listed.there_are, "agendas", looking=looking)
    found = [(key, shelf.agendas[key]) for key in listed.found]
    ways = [
        (each, len(left))
        for each in OF_AGENDAS
        if each in wanted.active and (left := plans_kept(found, wanted.without(each), liked))
    ]
    return Listing(rows, count, _said(query, "agenda", wanted, listed.there_are, len(found), ways))


def _count(left: int, there_are: int, told: str, *, looking: bool) -> str:
    """How many are left, of how many where something is looked for."""
    if looking:
        return f"{left} of {there_are} {told}"
    return t.plural(left, told.removesuffix("s"))


def _said(
    query: str,
    what: str,
    wanted: ShelfFilter,
    there_are: int,
    found: int,
    ways: Sequence[tuple[Facet, int]],
) -> t.Draw:
    """Why nothing is listed, for where nothing is."""
    if found:
        told = [(filters.key_of(each), wanted.told(each), count) for each, count in ways]
        clear = (filters.KEYS["clear"], found)
        return lambda width: nothing.nothing_left(what, query, there_are, told, clear, width)
    if there_are:
        return lambda width: nothing.nothing_found(query, what, width)
    return lambda width: nothing.empty_lines(what, width)
