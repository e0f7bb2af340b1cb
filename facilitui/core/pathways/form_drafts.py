"""What is typed of an enrolment is kept as: its several forms share no draft.

The form of what an enrolment is goes by the entry's own id. Any other one says behind that id
which it is, and what it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitui.core.journals.entries import ENROLLED
from facilitui.core.words import Word


class FormOf(Word):
    """The forms of an enrolment."""

    DETAILS = "details", "Its details"
    NEW = "new", "A new enrolment"
    AREAS = "areas", "Priority areas"
    RULE = "rule", "The programme's own rule"
    PHASE = "phase", "Entering a phase"
    ASIDE = "aside", "Set aside or waiting"
    CLOSING = "closing", "Closing it"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The draft of one form of an enrolment."""

    entry: str
    """The enrolment's entry."""
    form: FormOf = FormOf.DETAILS
    about: str = ""
    """The id of a pathway for a new one, of a requirement or of a phase; else empty."""

    @property
    def name(self) -> str:
        """What the draft is called."""
        if self.form is FormOf.DETAILS:
            return self.entry
        return "-".join(filter(None, (self.entry, self.form.value, self.about)))


_FORMS = "|".join(each.value for each in FormOf)
_NAME = re.compile(rf"({ENROLLED}-.+?)(?:-({_FORMS})(?:-(.+))?)?", re.DOTALL)


def form_draft(name: str) -> FormDraft | None:
    """Which form a draft is of; None where it is of no enrolment."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return FormDraft(found[1], FormOf(found[2] or FormOf.DETAILS.value), found[3] or "")
