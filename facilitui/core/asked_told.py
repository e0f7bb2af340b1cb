"""What a search asks for, and what it was taken for, in words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from facilitui.core.journal_days import NEVER, Days
from facilitui.core.journal_facets import DATE
from facilitui.core.journal_known import nothing_called
from facilitui.core.journal_query import Filter, parse
from facilitui.core.safe_text import quoted_typing
from facilitui.core.search import folded
from facilitui.core.told import short_day

_BY = {
    "role": "by role {}",
    "person": "with {}",
    "goal": "about the goal {}",
    "protocol": "with the protocol {}",
    "criterion": "scored on {}",
    "kind": "of the kind {}",
}


def asked_told(filters: Iterable[Filter], words: Sequence[str]) -> str:
    """What is shown, in words: "by role apprentice, has “wait”"; empty where all is."""
    has = " and ".join(f"“{word}”" for word in words)
    told = [_filter_told(each) for each in filters]
    return ", ".join(filter(None, (*told, f"has {has}" if has else "")))


def corrected_told(corrected: Iterable[tuple[str, str]], line: str = "") -> str:
    """What was typed and what was taken for it, in a sentence; empty where nothing was.

    `line` is what was typed as a whole: a word is repeated as it stands there.
    """
    pairs, as_typed = list(corrected), {folded(each): each for each in line.split()}
    typed = " or ".join(f"“{as_typed.get(one, one)}”" for one, _ in pairs)
    taken = " and ".join(f"“{other}”" for _, other in pairs)
    return f"Nothing has {typed}; shown is what has {taken}." if pairs else ""


def instead_told(corrected: Iterable[tuple[str, str]]) -> str:
    """What nothing has and what may be meant, in a sentence; empty where nothing was corrected."""
    return " ".join(f"{_lacking(one)}; did you mean {_meant(other)}?" for one, other in corrected)


def _lacking(typed: str) -> str:
    asked = parse(typed).filters
    return nothing_called(asked[0]) if asked else f"nothing has {quoted_typing(typed)}"


def _meant(taken: str) -> str:
    asked = parse(taken).filters
    return quoted_typing(asked[0].value if asked else taken)


def days_in_words(days: Days) -> str:
    """Which days are meant: "in November 2026", "on Tue 3 Nov 2026", "until Wed 30 Sep 2026"."""
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    if first == last:
        return f"on {short_day(first)}"
    if first == date.min or last == date.max:
        return f"until {short_day(last)}" if first == date.min else f"from {short_day(first)} on"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months_in_words(first, last)
    return f"from {short_day(first)} to {short_day(last)}"


def _months_in_words(first: date, last: date) -> str:
    """Days that are whole months, or whole years."""
    if (first.month, last.month) == (1, 12):
        return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"in {first:%B} {first.year}"
    return f"{first:%B} {first.year} to {last:%B} {last.year}"


def _filter_told(asked: Filter) -> str:
    if asked.name == DATE:
        return " or ".join(_date_told(each) for each in asked.each)
    several = " or ".join(each.value for each in asked.each)
    return _BY.get(asked.name, asked.name + " {}").format(several)


def _date_told(asked: Filter) -> str:
    if asked.days is None or asked.days == NEVER:
        return f"of the date {quoted_typing(asked.value)}"
    return days_in_words(asked.days)
