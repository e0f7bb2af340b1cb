"""What a search asks for, and what it was taken for, in words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from facilitui.core.journals.entries import KINDS
from facilitui.core.journals.journal_days import NEVER, Days
from facilitui.core.journals.journal_facets import DATE
from facilitui.core.journals.journal_known import nothing_called
from facilitui.core.journals.journal_query import Filter, Known, parse
from facilitui.core.safe_text import quoted_typing
from facilitui.core.search import folded, folded_line
from facilitui.core.told import short_day

_BY = {
    "role": "of the role {}",
    "person": "with {}",
    "goal": "about the goal {}",
    "protocol": "with the protocol {}",
    "criterion": "scored on {}",
}
KIND_FILTER, ENTRIES = "kind", "entries"
"""What is found where no kind is asked for."""


def asked_told(filters: Iterable[Filter], words: Sequence[str], known: Known = lambda _: ()) -> str:
    """What is shown, in words: "debriefs with Ana, in November 2026, with “exit”"; empty for all.

    `known` gives what the journal has for a filter: a value of which only a part was typed is told
    as it stands there.
    """
    asked = list(filters)
    if not asked and not words:
        return ""
    kinds = [_kinds_told(each) for each in asked if each.name == KIND_FILTER]
    told = [_filter_told(each, known) for each in asked if each.name != KIND_FILTER]
    has = " and ".join(f"“{word}”" for word in words)
    how = ", ".join((*told, *([f"with {has}"] if has else [])))
    return f"{' that are '.join(kinds) or ENTRIES} {how}".rstrip()


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


def lacking_told(slips: Iterable[tuple[str, str]]) -> str:
    """Which words nothing has, and what is near each, in a sentence; empty where there are none."""
    near = (
        (_lacking(one), f", near it is {_meant(other)}" if other else "") for one, other in slips
    )
    return "; ".join(f"{lacking}{nearest}" for lacking, nearest in near)


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


def _kinds_told(asked: Filter) -> str:
    """The kinds that are asked for, as several of each are called."""
    return " or ".join(dict.fromkeys(_kind_told(each) for each in asked.each))


def _kind_told(asked: Filter) -> str:
    kinds = KINDS.items()
    meant = [kind.many for name, kind in kinds if asked.folded in (name, kind.one, kind.many)]
    meant = meant or [kind.many for name, kind in kinds if asked.folded in f"{name} {kind.many}"]
    return meant[0] if len(meant) == 1 else f"entries of the kind {quoted_typing(asked.value)}"


def _filter_told(asked: Filter, known: Known) -> str:
    if asked.name == DATE:
        return " or ".join(_date_told(each) for each in asked.each)
    several = " or ".join(_value_told(each, known) for each in asked.each)
    return _BY.get(asked.name, asked.name + " {}").format(several)


def _value_told(asked: Filter, known: Known) -> str:
    """A value as the journal has it, where only one is meant; else as it was typed."""
    meant = [each for each in known(asked.name) if asked.folded in folded_line(each)]
    return meant[0] if len(meant) == 1 else asked.value


def _date_told(asked: Filter) -> str:
    if asked.days is None or asked.days == NEVER:
        return f"of the date {quoted_typing(asked.value)}"
    return days_in_words(asked.days)
