"""What was withdrawn of what is searched for by filters, and nothing else is found by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitui.core.journals.asked_told import KIND_FILTER, asked_told
from facilitui.core.journals.entries import KINDS, WITHDRAWN
from facilitui.core.journals.journal_facets import DATE, kind_facet
from facilitui.core.journals.journal_query import Filter
from facilitui.core.journals.journal_rows import EntryRow

_FOUND_BY = f"{KIND_FILTER}:{KINDS[WITHDRAWN].many}"


def withdrawn_told(rows: Iterable[EntryRow], filters: Sequence[Filter]) -> str:
    """That nothing is found, but may have been withdrawn, and what finds that, in a sentence.

    Empty where nothing was. A withdrawal has the day and the kind of its entry: these must hold.
    Whom or what that was about it says no more.
    """
    if not filters or any(each.name == KIND_FILTER and _has(each, WITHDRAWN) for each in filters):
        return ""
    gone = sum(1 for row in rows if row.kind == WITHDRAWN and _may_be(row, filters))
    days = (each.written for each in filters if each.name == DATE)
    told = f"there are no {asked_told(filters, ())}; {gone} withdrawn may be meant"
    return f"{told}: {' '.join((_FOUND_BY, *days))}" if gone else ""


def _may_be(row: EntryRow, filters: Iterable[Filter]) -> bool:
    """Whether what was withdrawn was of the days and the kinds that are asked for."""
    return all(
        _has(each, row.was)
        if each.name == KIND_FILTER
        else each.name != DATE
        or any(one.days and one.days.has(row.facets.day) for one in each.each)
        for each in filters
    )


def _has(asked: Filter, kind: str) -> bool:
    return any(one.folded in kind_facet(kind).folded for one in asked.each)
