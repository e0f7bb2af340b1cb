"""What review mode lists: what is for the mentor, answers, growth goals, and what is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from facilitui.core import entries
from facilitui.core.entries import ANSWER, GROWTH, QUESTION
from facilitui.core.entry_moments import Local, listed_at
from facilitui.core.entry_named import label_of, line_of, title_of
from facilitui.core.errors import Problem
from facilitui.core.growth import Growth
from facilitui.core.journal import Document, body_of, hash_of
from facilitui.core.mentoring import Answered, Asked
from facilitui.core.naming import UNTITLED
from facilitui.core.question import Question, Standing
from facilitui.core.search import folded
from facilitui.core.told import capital, in_quotes, plural, short_day
from facilitui.services.review_search import EVERYTHING, Sought

NEW, REVISED = "new", "revised"
HALF = "half written"
TO_BRING = "to bring"
EARLIER = "to an earlier wording"
NOT_IN = "the entry is not in this journal"
AT_MOST = 200
"""So many rows are shown of what is new, or of everything."""
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
    text: str = field(default="", repr=False, compare=False)
    """All it says, folded for searching."""
    at: float = 0.0
    """When the session of an entry was held, to be sorted by; 0 where nothing tells it."""
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
    """Makes rows out of documents; `came` says by id how each came that is new."""

    def __init__(
        self,
        newest: Mapping[str, Document],
        came: Mapping[str, str],
        local: Local,
        known: dict[tuple[str, str], ReviewRow],
    ) -> None:
        """`known` are rows of other entries that were made before, and takes new ones."""
        self._newest, self._came, self._local, self._known = newest, came, local, known

    def question(
        self, asked: Asked, changed: Collection[str], was: Standing | None = None
    ) -> ReviewRow:
        """A question or a mark with the first of its answers; `changed` are half written ones.

        `was` is what it is still listed as.
        """
        question = asked.question
        passage = in_quotes(question.passage) if question.passage.strip() else ""
        answer = next(iter(asked.said), None)
        first = question.text.strip() or passage or capital(entries.FOR_MENTOR)
        told = passage if question.text.strip() else ""
        about = self.named(question.about)
        line = said(answer) if answer else told
        new = self._came.get(asked.id) or next(
            (self._came[each.id] for each in asked.answers if each.id in self._came), ""
        )
        half = HALF if asked.id in changed else ""
        done = "" if asked.standing.waits else asked.standing.label.lower()
        again = asked.standing is Standing.OPEN and was not in (None, Standing.OPEN)
        done = TO_BRING if again else done
        earlier = EARLIER if answer and asked.is_reworded(answer) else ""
        beside = _beside(new, done, earlier, half)
        more = (question.title, about, passage, *map(said, asked.answers))
        row = _row(asked.id, QUESTION, question.about, first, beside, line, *more)
        shows = tuple(each.id for each in asked.answers)
        done_with = not asked.standing.waits
        return replace(row, is_settled=done_with, shows=shows, of=about)

    def note(self, note: Answered, changed: Collection[str]) -> ReviewRow:
        """What was written without being asked, or to what is not here."""
        answer, half = note.answer, HALF if note.id in changed else ""
        beside = _beside(self._came.get(note.id, ""), half)
        about = answer.about if answer.about in self._newest else note.id
        here = answer.about in self._newest
        of = self.named(answer.about) if here else answer.title or self.named(answer.about)
        row = _row(note.id, ANSWER, about, said(note), beside, "", of, answer.question)
        return replace(row, of=of)

    def goal(self, key: str, goal: Growth, changed: Collection[str]) -> ReviewRow:
        """A growth goal with how much shows it."""
        half = HALF if key in changed else ""
        beside = _beside(self._came.get(key, ""), goal.state.label.lower(), half)
        due = f"by {short_day(goal.due)}" if goal.due else ""
        shown = plural(len(goal.steps), "step") if goal.steps else "nothing shows it yet"
        line = _beside(goal.sort.label, due, shown)
        more = (goal.why, goal.because, *(step.text for step in goal.steps))
        return _row(key, GROWTH, key, goal.text or UNTITLED, beside, line, *more)

    def entries(self, documents: Iterable[Document]) -> list[ReviewRow]:
        """Other entries, those of the newest sessions first."""
        return sorted(map(self.entry, documents), key=lambda row: row.at, reverse=True)

    def entry(self, document: Document) -> ReviewRow:
        """Any other entry."""
        made_of = hash_of(document), self._came.get(document["id"], "")
        if made_of not in self._known:
            self._known[made_of] = self._entry(document)
        return self._known[made_of]

    def _entry(self, document: Document) -> ReviewRow:
        body, key = body_of(document), document["id"]
        label, line = label_of(document), line_of(document)
        day = self.day(document, body)
        beside = _beside(self._came.get(key, ""), label)
        told = _beside(day, line)
        title, more = title_of(document), entries.texts(body)
        row = _row(key, document["kind"], key, title, beside, told, *more)
        at = listed_at(body, document["made_at"], self._local)
        return replace(row, at=at.timestamp() if at is not None else 0.0)

    def half(self, key: str, kind: str, about: str, text: str) -> ReviewRow:
        """What was begun, and is not saved yet."""
        of = self.named(about) if about else ""
        first = text.strip() or capital(HALF)
        return replace(_row(key, kind, about or key, first, HALF, "", of), of=of, is_half=True)

    def session(self, question: Question) -> str:
        """What the session of a question is called, with its day: one plan is run many times."""
        document = self._newest.get(question.about)
        if document is None:
            return question.title or NOT_IN
        body = body_of(document)
        title = question.title or entries.title(question.about, body)
        return _beside(title, self.day(document, body) if question.session else "")

    def named(self, entry: str) -> str:
        """What an entry is called, with its kind and its day."""
        document = self._newest.get(entry)
        if document is None:
            return NOT_IN
        body = body_of(document)
        label = label_of(document)
        return _beside(title_of(document), label, self.day(document, body))

    def day(self, document: Document, body: Mapping[str, object]) -> str:
        """The day that an entry is listed at; empty where it tells none."""
        at = listed_at(body, document["made_at"], self._local)
        return short_day(at) if at is not None else ""


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


def _row(
    key: str, kind: str, reads: str, title: str, beside: str, line: str, *more: str
) -> ReviewRow:
    text = folded(" ".join((title, beside, line, *more)))
    return ReviewRow(key, kind, reads, title, beside, line, text)
