"""What review mode lists: what is for the mentor, answers, growth goals, and what is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import Problem
from facilitui.core.journals.entries import ANSWER, FOR_MENTOR, GROWTH, QUESTION
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.naming import UNTITLED
from facilitui.core.reviews.growth import Growth
from facilitui.core.reviews.mentoring import Answered, Asked
from facilitui.core.reviews.question import Question, Standing
from facilitui.core.told import capital, in_quotes, plural, short_day
from facilitui.services.journals.shown import AT_MOST
from facilitui.services.reviews.review_search import EVERYTHING, Sought

NEW, REVISED = "new", "revised"
HALF = "half written"
EARLIER = "to an earlier wording"
NOT_IN = "the entry is not in this journal"
BETWEEN = frozenset({QUESTION, ANSWER, GROWTH})
"""Kinds that have a part of their own."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One thing to look at."""

    key: str
    """The id of its entry, or of the one that it will be."""
    kind: str
    reads: str
    """The entry that is read with it: the one that a question is about, else itself."""
    title: str
    beside: str = ""
    line: str = ""
    of: str = ""
    """What the entry is called that it is about, where its title does not say it."""
    is_half: bool = False
    """Whether it was never saved."""
    is_settled: bool = False
    """Whether it is a question that is done with."""
    shows: tuple[str, ...] = ()
    """The ids of further entries that it tells of, such as the answers to a question."""


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """Rows that belong together, under a heading."""

    heading: str
    rows: tuple[ReviewRow, ...]
    told: str = ""
    """How many wait, in words."""
    more: int = 0
    """How many more there are than are shown."""
    found: frozenset[str] = field(default=frozenset(), repr=False)
    """The ids of all entries that its rows tell of, of those that are not shown too."""


@dataclass(frozen=True, slots=True)
class Review:
    """A journal as it is reviewed."""

    parts: tuple[ReviewPart, ...]
    to_bring: int
    """How many questions and marks wait for the mentor."""
    new: int
    """How many entries came since the last look."""
    since: datetime | None
    """When that was; None where nobody looked yet."""
    problems: tuple[Problem, ...] = ()
    sought: Sought = EVERYTHING
    """What was searched for."""
    sessions: Mapping[str, int] = field(default_factory=dict)
    """How many wait for the mentor, by session."""

    @property
    def found(self) -> int:
        """How many rows there are, shown or not."""
        return sum(len(part.rows) + part.more for part in self.parts)


class Rows:
    """Makes rows out of what was found."""

    def __init__(
        self,
        listed: Mapping[str, EntryRow],
        came: Mapping[str, str],
        today: date,
        waits_as: str,
    ) -> None:
        """`listed` are the journal's entries as its own list has them, by id and in its order.

        `came` says by id how each came that is new; `waits_as` is told of what waits again.
        """
        self._listed, self._came, self._today = listed, came, today
        self._waits_as = waits_as

    def question(
        self,
        asked: Asked,
        *,
        is_half: bool,
        was: Standing | None = None,
        heading: str = "",
    ) -> ReviewRow:
        """A question or a mark with the first of its answers.

        `was` is what it is still listed as, and `heading` what it stands under; `is_half`: it, or
        what is said to it, was typed on and not saved.
        """
        question = asked.question
        passage = in_quotes(question.passage) if question.passage.strip() else ""
        answer = next(iter(asked.said), None)
        first = question.text.strip() or passage or capital(FOR_MENTOR)
        told = passage if question.text.strip() else ""
        line = said(answer) if answer else told
        new = self._came.get(asked.id) or next(
            (self._came[each.id] for each in asked.answers if each.id in self._came), ""
        )
        half = HALF if is_half else ""
        is_moved = was is not None and was is not asked.standing
        done = asked.standing.label.lower() if is_moved or not asked.standing.waits else ""
        if is_moved and asked.standing is Standing.OPEN:
            done = self._waits_as
        earlier = EARLIER if answer and asked.is_reworded(answer) else ""
        return ReviewRow(
            asked.id,
            QUESTION,
            question.about,
            first,
            _beside(new, done, earlier, half),
            line,
            self.named(question.about, heading),
            is_settled=not asked.standing.waits,
            shows=tuple(each.id for each in asked.answers),
        )

    def note(self, note: Answered, changed: Collection[str]) -> ReviewRow:
        """What was written without being asked, or to what is not here."""
        answer, half = note.answer, HALF if note.id in changed else ""
        beside = _beside(self._came.get(note.id, ""), half)
        here = answer.about in self._listed
        of = self.named(answer.about) if here else answer.title or NOT_IN
        return ReviewRow(
            note.id, ANSWER, answer.about if here else note.id, said(note), beside, of=of
        )

    def goal(self, key: str, goal: Growth, changed: Collection[str]) -> ReviewRow:
        """A growth goal with how much shows it."""
        half = HALF if key in changed else ""
        beside = _beside(self._came.get(key, ""), goal.state.label.lower(), half)
        due = f"by {short_day(goal.due)}" if goal.due else ""
        shown = plural(len(goal.steps), "step") if goal.steps else "nothing shows it yet"
        line = _beside(goal.sort.label, due, shown)
        return ReviewRow(key, GROWTH, key, goal.text or UNTITLED, beside, line)

    def entries(self, ids: Collection[str]) -> list[ReviewRow]:
        """Other entries, in the order of the journal's own list."""
        return [self._entry(row) for key, row in self._listed.items() if key in ids]

    def _entry(self, row: EntryRow) -> ReviewRow:
        beside = _beside(self._came.get(row.id, ""), row.label)
        return ReviewRow(
            row.id, row.kind, row.id, row.title, beside, _beside(self._day(row), row.line)
        )

    def half(self, key: str, kind: str, about: str, text: str) -> ReviewRow:
        """What was begun, and is not saved yet."""
        of = self.named(about) if about else ""
        first = text.strip() or capital(HALF)
        return ReviewRow(key, kind, about or key, first, HALF, of=of, is_half=True)

    def session(self, question: Question) -> str:
        """What the session of a question is called, with its day: one plan is run many times."""
        row = self._listed.get(question.about)
        if row is None:
            return question.title or NOT_IN
        return _beside(question.title or row.title, self._day(row) if question.session else "")

    def named(self, entry: str, heading: str = "") -> str:
        """What an entry is called: its kind and its day, and the title that no heading tells."""
        row = self._listed.get(entry)
        if row is None:
            return NOT_IN
        day = self._day(row)
        is_told = heading in (_beside(row.title, day), row.title[:LONGEST_LINE])
        return _beside(row.label, "" if is_told else row.title, day)

    def _day(self, row: EntryRow) -> str:
        """The day that an entry is listed at; empty where it tells none."""
        return short_day(row.when, self._today) if row.when is not None else ""


def said(answered: Answered) -> str:
    """An answer in a line, with who gave it."""
    by, text = answered.answer.by, " ".join(answered.answer.text.split())
    return f"{by}: {text}" if by else text


def part(heading: str, rows: Iterable[ReviewRow], sought: Sought, told: str = "") -> ReviewPart:
    """A part with those rows that are sought; how many wait is told of all of them only."""
    found = [row for row in rows if sought.has(row)]
    told = "" if sought.shown is not None else told
    ids = frozenset(key for row in found for key in (row.key, *row.shows))
    return ReviewPart(heading, tuple(found[:AT_MOST]), told, max(0, len(found) - AT_MOST), ids)


def _beside(*parts: str) -> str:
    return " · ".join(filter(None, parts))
