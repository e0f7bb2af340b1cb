"""A form that comes again: which of its answers were taken before, and which are new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitui.core import safe_text
from facilitui.core.responses.feedback import MOST_RESPONSES, Feedback
from facilitui.core.responses.feedback_coming import (
    Overlap,
    among,
    answer_print,
    is_no_chance,
    unknown,
)
from facilitui.core.responses.feedback_reading import read_form
from facilitui.core.responses.form_days import answered_on, notes_minutes
from facilitui.core.responses.form_memory import row_keys
from facilitui.services.responses.form_preview import FormPreview
from facilitui.services.responses.heard import Kept, in_place_of

MORE_CAME = "more came in"
"""Why answers stand beside those before."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How a form differs from answers of which it has some again. All are counts of rows."""

    again: int
    """Those that were taken before."""
    new: int
    """Those that were not."""
    gone: int
    """Those that were taken before and are not in the form any more."""

    @property
    def goes_on(self) -> bool:
        """Whether it is rather what came in since than the whole form once more."""
        return self.gone > self.again

    @property
    def told(self) -> str:
        """How many were taken before, in the middle of a sentence."""
        return f"{self.again:,} of these {self.again + self.new:,} rows"


def taken_before(
    preview: FormPreview, session: str, kept: Sequence[Kept]
) -> tuple[Overlap, Kept | None]:
    """How a form is to what was taken of a session, and to which of it.

    Those that it has all of go before those that it has some of. What was taken out again is no
    part of any figure, so some of that is nothing.
    """
    form, some = _form(preview, session), None
    for each in kept:
        found = form.compared(each.feedback).found
        if found in (Overlap.SAME, Overlap.MORE):
            return found, each
        if found is Overlap.SOME and not each.feedback.withdrawn:
            some = some or each
    return (Overlap.SOME, some) if some is not None else (Overlap.NONE, None)


@dataclass(frozen=True, slots=True)
class _Compared:
    """A form beside what was taken, by its rows or by the answers that are read."""

    found: Overlap
    keys: dict[int, object]
    """By what its rows are known again, each by its place."""
    known: list[object]
    """The same of what there was before."""


@dataclass(frozen=True, slots=True)
class _Form:
    """By what the rows of a form are known again, each by its place."""

    rows: dict[int, object]
    answers: dict[int, object]
    """What is read of them alone, as other tools write rows otherwise."""
    has_minutes: bool
    """Whether no two rows are alike by chance."""

    def compared(self, before: Feedback) -> _Compared:
        """How it is to what was taken."""
        by_rows = self._by_rows(before)
        if by_rows is not Overlap.NONE:
            return _Compared(by_rows, self.rows, list(before.rows))
        known = [answer_print(each) for each in before.responses]
        return _Compared(self._by_answers(before, known), self.answers, known)

    def _by_rows(self, before: Feedback) -> Overlap:
        """By its rows; of a form that was exported earlier than that, everything was taken."""
        rows = self.rows.values()
        found = among(rows, before.rows, by_chance=not self.has_minutes)
        if found is not Overlap.SOME:
            return found
        if not (self.has_minutes or is_no_chance(rows, before.rows)):
            return Overlap.NONE
        return Overlap.SAME if among(before.rows, rows) is Overlap.MORE else found

    def _by_answers(self, before: Feedback, known: Sequence[object]) -> Overlap:
        """By what is read of it alone, which other people may have answered just so.

        Where rows with their minutes are known and none is there again, as when a question was
        added to the form, not even all of them are those of before unless it is no chance.
        """
        answers = self.answers.values()
        found = among(answers, known)
        doubted = found is Overlap.SOME or (self.has_minutes and bool(before.rows))
        return Overlap.NONE if doubted and not is_no_chance(answers, known) else found


def _form(preview: FormPreview, session: str) -> _Form:
    """By what the rows of a form are known again."""
    rows = row_keys(preview.table, preview.columns, session)
    answers = zip(preview.read.places, map(answer_print, preview.read.responses), strict=True)
    return _Form(dict(rows), dict(answers), notes_minutes(preview.table))


def _before_told(found: Overlap, apart: Apart | None) -> str:
    """That answers of a form were taken before, and how many; empty where none were."""
    if apart is not None:
        return f"{apart.told} were taken before"
    told = {
        Overlap.SAME: "all these answers were taken before",
        Overlap.MORE: "all that was taken before is among these answers",
    }
    return told.get(found, "")


def with_told(preview: FormPreview, found: Overlap, apart: Apart | None) -> FormPreview:
    """A form with what is to be told of what was taken of it before."""
    return replace(preview, before=_before_told(found, apart))


def how_apart(preview: FormPreview, session: str, before: Feedback) -> Apart:
    """How a form differs from answers of which it has some again."""
    compared = _form(preview, session).compared(before)
    keys, known = compared.keys.values(), compared.known
    new, gone = len(unknown(keys, known)), len(unknown(known, keys))
    return Apart(len(keys) - new, new, gone)


def only_new(preview: FormPreview, session: str, before: Feedback) -> FormPreview:
    """A form without the rows that were taken before."""
    compared = _form(preview, session).compared(before)
    places = list(compared.keys)
    new = (places[at] for at in unknown(compared.keys.values(), compared.known))
    table = replace(preview.table, rows=tuple(preview.table.rows[place] for place in new))
    read, days = read_form(table, preview.columns), answered_on(table, preview.zone)
    return replace(preview, table=table, read=read, answered_on=days)


def nothing_told(name: str, *, new: bool) -> str:
    """What to say of a file that has no answers to be kept."""
    if new:
        return f"no row of {safe_text.line(name)} is new: all that can be taken were taken before"
    return f"no row of {safe_text.line(name)} can be taken"


def placed(
    feedback: Feedback, over: Kept | None, *, new: bool = False
) -> tuple[Feedback, Kept | None]:
    """Answers as they are kept, and what they are a revision of; None for an entry of their own.

    With `new` they came in since `over` did, and are of the same asking; else they replace it.
    """
    if over is None:
        return feedback, None
    if not new:
        return in_place_of(feedback, over.feedback), over
    feedback = feedback.model_copy(update={"later": feedback.later or over.feedback.later})
    if not _can_join(feedback, over.feedback):
        return feedback, None
    return _joined_to(feedback, over.feedback), over


def _can_join(feedback: Feedback, last: Feedback) -> bool:
    """Whether answers can stand among those before: the same questions, known by their rows."""
    alike = (feedback.asked, feedback.later) == (last.asked, last.later)
    fit = len(feedback.rows) + len(last.rows) <= MOST_RESPONSES
    return alike and fit and bool(last.rows) and not last.withdrawn


def _joined_to(feedback: Feedback, last: Feedback) -> Feedback:
    """Answers that came in since, among those before."""
    days = [*(feedback.answered_on or ()), *(last.answered_on or ())]
    both = feedback.answered_on is not None and last.answered_on is not None
    came = last.attendance if feedback.attendance is None else feedback.attendance
    update = {
        "attendance": came,
        "answered_on": (min(days), max(days)) if both else None,
        "responses": (*last.responses, *feedback.responses),
        "rows": tuple(sorted((*last.rows, *feedback.rows))),
        "example": last.example,
        "reason": MORE_CAME,
    }
    return feedback.model_copy(update=update)
