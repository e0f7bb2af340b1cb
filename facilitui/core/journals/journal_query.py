"""What is typed into the journal's search line: words, and filters such as `role:apprentice`.

Nothing that is typed is wrong: what is no filter is a word, and a filter without a value filters
nothing. All must hold, but of several values of one filter, as in `role:mentor,apprentice`, any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitui.core.journals.journal_days import Days, days_told
from facilitui.core.journals.journal_facets import DATE, FILTERS
from facilitui.core.journals.journal_pieces import COMMAS, Piece, Said, pieces
from facilitui.core.search import folded, folded_line

_LIKE_A_FILTER = re.compile(r"([^\W\d_]+)[:：](?!/)")
"""A word that may be meant as a filter; an address or a time of day is not."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition of a query."""

    name: str
    value: str
    """As it was typed, without its quotes."""
    folded: str
    """As it is compared."""
    days: Days | None = None
    """Which days a date means; None for every other filter."""
    others: tuple[Filter, ...] = ()
    """The same with other values, of which any is enough."""

    @property
    def each(self) -> tuple[Filter, ...]:
        """The filter for each of its values."""
        return (replace(self, others=()), *self.others) if self.others else (self,)

    @property
    def written(self) -> str:
        """As it can be typed."""
        return f"{self.name}:{','.join(in_quotes(each.value) for each in self.each)}"

    def with_value(self, value: str) -> Filter:
        """The same filter with another name for its value; not for a date."""
        return replace(self, value=value, folded=folded_line(value))


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: all of it must hold."""

    words: tuple[str, ...] = ()
    """Folded; one that was typed in quotes may have blanks in it."""
    filters: tuple[Filter, ...] = ()
    trouble: str = ""
    """What of it is not understood, in a sentence; its filter lets nothing through."""
    waiting: tuple[str, ...] = ()
    """The filters that have no value yet, as they are typed; they filter nothing."""
    unknown: tuple[str, ...] = ()
    """What may be meant as the name of a filter, and is part of a word."""

    @property
    def written(self) -> str:
        """As it can be typed, words first."""
        return " ".join((*map(_word_written, self.words), *(each.written for each in self.filters)))


def parse(text: str, today: date | None = None) -> Query:
    """What a search line asks for; `today` is the day that "yesterday" is before."""
    words: list[str] = []
    filters: list[Filter] = []
    waiting: list[str] = []
    unknown: list[str] = []
    trouble = ""
    for piece in pieces(text):
        said = piece.values[0]
        if not piece.name:
            value = folded_line(said.text)
            words += filter(None, [value] if said.quoted else value.split())
            like = None if said.quoted else _LIKE_A_FILTER.match(said.text)
            unknown += [folded(like[1])] if like is not None else []
            continue
        asked, wrong = _filter(piece, today)
        filters += [asked] if asked is not None else []
        waiting += [] if asked is not None else [f"{piece.name}:{said.text}"]
        trouble = trouble or wrong
    return Query(tuple(words), tuple(filters), trouble, tuple(waiting), tuple(unknown))


def _filter(piece: Piece, today: date | None) -> tuple[Filter | None, str]:
    """What a piece filters by, None where that is not told yet; and what of it is no date."""
    found: list[Filter] = []
    trouble = ""
    for said in piece.values:
        value, days = folded_line(said.text), None
        if piece.name == DATE:
            days, wrong = days_told(value, today)
            trouble = trouble or wrong
        if value and (days is not None or piece.name != DATE):
            found.append(Filter(piece.name, said.text.strip(), value, days))
    return (replace(found[0], others=tuple(found[1:])) if found else None), trouble


@dataclass(frozen=True, slots=True)
class Completion:
    """A search line as tab makes it."""

    line: str
    cursor: int
    """Where the cursor stands then, in characters."""
    told: str = field(default="", compare=False)
    """The filter's name or the value that it is completed with."""


Known = Callable[[str], Sequence[str]]
"""Gives what the journal has for a filter, most frequent first."""


def completions(line: str, cursor: int, known: Known) -> tuple[Completion, ...]:
    """What the piece at the cursor may become: a filter by its name, or one of its values.

    Values that begin as was typed come first. Words behind the cursor stay what they are.
    """
    standing = pieces(line, cursor)
    at = next((each for each in standing if each.start < cursor <= each.end), None)
    if at is None:
        alone = cursor >= len(line) or line[cursor].isspace()
        return _names(line, cursor, cursor) if alone else ()
    if at.name and cursor >= at.values[0].start:
        said = next(each for each in at.values if cursor <= each.end)
        return _values(line, said, cursor, known(at.name))
    return _names(line, at.start, cursor) if not at.name and cursor == at.end else ()


def next_completion(
    line: str, cursor: int, known: Known, offered: Sequence[Completion] = (), by: int = 1
) -> tuple[Completion | None, tuple[Completion, ...]]:
    """What tab makes of a line, and all that was offered for it, to be given back the next time.

    Where the line is one that was offered, the next one follows, and behind the last the first;
    where `by` is -1 the one before, and the last one first.
    """
    last = Completion(line, cursor)
    if last in offered:
        return offered[(offered.index(last) + by) % len(offered)], tuple(offered)
    found = completions(line, cursor, known)
    return (found[min(by, 0)] if found else None), found


def _names(line: str, start: int, cursor: int) -> tuple[Completion, ...]:
    begun = folded(line[start:cursor])
    names = (f"{name}:" for name in FILTERS if name.startswith(begun))
    return tuple(Completion(line[:start] + n + line[cursor:], start + len(n), n) for n in names)


def _values(line: str, at: Said, cursor: int, known: Sequence[str]) -> tuple[Completion, ...]:
    """A value in quotes that are not closed ends at the cursor: what follows are other words."""
    end = cursor if at.open else at.end
    begun = line[at.start : end].removeprefix('"').replace('""', '"')
    typed = folded_line(begun if at.open else at.text)
    fitting = [(folded_line(each), each) for each in known]
    begin = [each for compared, each in fitting if compared.startswith(typed)]
    within = [each for compared, each in fitting if typed in compared[1:] and each not in begin]
    return tuple(_completed(line, at, end, each) for each in (*begin, *within))


def _completed(line: str, at: Said, end: int, value: str) -> Completion:
    made = f"{line[: at.start]}{in_quotes(value)}"
    rest = line[end:]
    made += "" if rest[:1].isspace() or rest.startswith(COMMAS) else " "
    return Completion(made + rest, len(made), value)


def in_quotes(value: str) -> str:
    """A filter's value as it can be typed: in quotes where it would not be one otherwise."""
    plain = len(value.split()) == 1 and value == value.strip() and not value.startswith('"')
    return value if plain and not any(each in value for each in COMMAS) else _quoted(value)


def _quoted(value: str) -> str:
    doubled = value.replace('"', '""')
    return f'"{doubled}"'


def _word_written(word: str) -> str:
    return word if parse(word) == Query((word,)) else _quoted(word)
