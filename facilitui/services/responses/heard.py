"""What participants said about one session, as it came in and as the journal has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, tzinfo

from pydantic import ValidationError

from facilitui.core import safe_text
from facilitui.core.base import LONGEST_LINE
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.written_over import read_as
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback import KIND, Asked, Feedback, Item, Response
from facilitui.core.responses.feedback_together import askings
from facilitui.core.responses.form_days import Days
from facilitui.core.sessions.session import SessionState
from facilitui.services.responses.form_preview import FormPreview

BY_HAND = "slips typed by hand"
AGAIN = "taken in again"
"""Why answers stand in the place of those before."""
OUT, BACK = "taken out", "put back in"
"""Why answers count no more, and why they do again."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What came in together, and what of it was asked otherwise than usual."""

    responses: tuple[Response, ...]
    asked: tuple[Asked, ...] = ()
    rows: tuple[str, ...] = ()
    """By what the rows of its file are known again."""
    answered_on: Days | None = None
    """The first and the last day on which they answered."""
    source: str = BY_HAND
    """The name of its file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Responses that are in the journal."""

    entry: str
    feedback: Feedback
    document: Document
    """The revision that they were read from."""

    @property
    def revision(self) -> str:
        """Its hash."""
        return read_as(self.document)


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything participants said about one session."""

    session: str
    title: str
    attendance: int | None
    """How many came, as its debrief told or the run counted; None where nobody did."""
    goals: tuple[Goal, ...] = ()
    """What it was planned for."""
    kept: tuple[Kept, ...] = ()
    pictures: tuple[Feedback, ...] = ()
    """What was said in all, however it came in: at the end first, then weeks later."""
    unread: tuple[str, ...] = ()
    """Entries that this version cannot read; they stay in the journal."""
    zone: tzinfo | None = None
    """Where it was; None where that is not known."""
    running: bool = False
    """Whether nobody has ended the session yet."""
    held_on: date | None = None
    """The day on which it began, on its own calendar."""
    not_known: str = ""
    """That the journal may hold more, in a file that cannot be read; empty where it does not."""

    @property
    def standing(self) -> tuple[Kept, ...]:
        """Those that were not taken out again."""
        return tuple(each for each in self.kept if not each.feedback.withdrawn)

    @property
    def for_example(self) -> str:
        """The entry that the example of growth is kept with; empty where there is none."""
        first = next(iter(askings([each.feedback for each in self.standing])), ())
        entries = [e.entry for e in self.standing if any(e.feedback is one for one in first)]
        return entries[-1] if entries else ""

    def find(self, entry: str) -> Kept | None:
        """The responses of an entry; None where there are none that can be read."""
        return next((each for each in self.kept if each.entry == entry), None)


class KeptRead:
    """The responses that entries hold, read once as long as an entry stays as it is."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Document, Kept]] = {}
        """Those that were read last, with the documents that they were read from."""

    def learn(self, document: Document, feedback: Feedback) -> None:
        """What was just written need not be read."""
        entry = str(document["id"])
        self._known = {**self._known, entry: (document, _kept(document, feedback))}

    def read(self, entries: dict[str, Document]) -> tuple[tuple[Kept, ...], tuple[str, ...]]:
        """The responses in the order they were taken, and the entries with none. In any thread."""
        before, known = self._known, dict[str, tuple[Document, Kept]]()
        for entry in sorted(entries, key=number_of):
            document, kept = before.get(entry, ({}, None))
            if kept is None or document != entries[entry]:
                kept = _read(entries[entry])
            if kept is not None:
                known[entry] = (entries[entry], kept)
        self._known = known
        unread = tuple(entry for entry in sorted(entries, key=number_of) if entry not in known)
        return tuple(kept for _, kept in known.values()), unread


def _read(document: Document) -> Kept | None:
    """The responses of an entry; None where this version cannot read them."""
    try:
        feedback = Feedback.model_validate(body_of(document))
    except ValidationError:
        return None
    return _kept(document, feedback)


def _kept(document: Document, feedback: Feedback) -> Kept:
    return Kept(str(document["id"]), feedback, document)


def feedback_of(
    session: str, state: SessionState, answers: Answers, attendance: int | None, today: date
) -> Feedback:
    """What the journal keeps of answers that come in today."""
    return Feedback(
        session=session,
        title=state.started.title,
        held_at=state.began_at,
        zone=state.started.zone,
        collected_on=today,
        answered_on=answers.answered_on,
        later=any(Item.TRANSFER in each.words for each in answers.responses),
        attendance=attendance,
        source=answers.source,
        asked=answers.asked,
        responses=answers.responses,
        rows=answers.rows,
    )


def in_place_of(feedback: Feedback, last: Feedback) -> Feedback:
    """Answers with what was chosen and told about those that they replace."""
    came = last.attendance if feedback.attendance is None else feedback.attendance
    update = {"example": last.example, "attendance": came, "reason": AGAIN}
    return feedback.model_copy(update=update)


def entries_of(session: str, entries: dict[str, Document]) -> dict[str, Document]:
    """Those of some entries that hold responses to a session."""
    own = re.compile(rf"{KIND}-{re.escape(session)}-\d{{1,12}}")
    return {name: each for name, each in entries.items() if own.fullmatch(name)}


def number_of(entry: str) -> int:
    """Which of a session's sets of responses an entry is."""
    return int(entry.rpartition("-")[2])


def answers_in(preview: FormPreview, session: str) -> Answers:
    """What comes in together with a form."""
    return Answers(
        preview.read.responses,
        preview.asked,
        preview.rows(session),
        preview.answered_on,
        safe_text.line(preview.name)[:LONGEST_LINE],
    )
