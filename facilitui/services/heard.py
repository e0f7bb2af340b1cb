"""What participants said about one session, as it came in and as the journal has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from facilitui.core import safe_text
from facilitui.core.base import LONGEST_LINE
from facilitui.core.feedback import Asked, Feedback, Response
from facilitui.core.feedback_coming import Overlap, among, overlap
from facilitui.core.form_days import Days
from facilitui.core.journal import Document, body_of, hash_of
from facilitui.core.plan import Goal
from facilitui.services.form_preview import FormPreview

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
    revision: str
    """The hash of the revision that they were read from."""


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
    running: bool = False
    """Whether nobody has ended the session yet."""

    @property
    def standing(self) -> tuple[Kept, ...]:
        """Those that were not taken out again."""
        return tuple(each for each in self.kept if not each.feedback.withdrawn)

    @property
    def for_example(self) -> str:
        """The entry that the example of growth is kept with; empty where there is none."""
        first = [each for each in self.standing if each.feedback.later is self.pictures[0].later]
        return first[-1].entry if first else ""

    def find(self, entry: str) -> Kept | None:
        """The responses of an entry; None where there are none that can be read."""
        return next((each for each in self.kept if each.entry == entry), None)


def read_kept(entries: dict[str, Document]) -> tuple[tuple[Kept, ...], tuple[str, ...]]:
    """The responses that entries hold, in the order they were taken, and those with none."""
    kept: list[Kept] = []
    unread: list[str] = []
    for entry in sorted(entries, key=number_of):
        try:
            feedback = Feedback.model_validate(body_of(entries[entry]))
        except ValidationError:
            unread.append(entry)
        else:
            kept.append(Kept(entry, feedback, hash_of(entries[entry])))
    return tuple(kept), tuple(unread)


def in_place_of(feedback: Feedback, last: Feedback) -> Feedback:
    """Answers with what was chosen and told about those that they replace."""
    came = last.attendance if feedback.attendance is None else feedback.attendance
    update = {"example": last.example, "attendance": came, "reason": AGAIN}
    return feedback.model_copy(update=update)


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


def overlap_with(preview: FormPreview, rows: Sequence[str], before: Feedback) -> Overlap:
    """How a form is to what was taken: by its rows, else by the answers that are read.

    Of a form that was exported earlier than that, everything was taken.
    """
    found = among(rows, before.rows)
    if found is not Overlap.NONE:
        return found
    if among(before.rows, rows) is Overlap.MORE:
        return Overlap.SAME
    return overlap(preview.read.responses, before.responses)
