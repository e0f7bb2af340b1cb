"""Why an entry is changed: a field of every form of what was saved before."""

from __future__ import annotations

from typing import Any

from facilitui.core.errors import Refused
from facilitui.core.journals.revising import REASON
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values

NO_REASON = "say under Why changed what made you change it; what it said before stays"

HINT = "what made you change it; what it said before stays in the journal"
OPTIONAL = "optional, as it does not count yet; what it said before stays in the journal"
SECTION = "You are changing what was saved"
"""Longer than what a field is called, or it would read as a field with nothing in it."""


def reason_field(*, revised: bool, needed: bool = True) -> tuple[FormField, ...]:
    """Why an entry is changed, where it was saved before; `needed` as the form says."""
    if not revised:
        return ()
    hint = HINT if needed else OPTIONAL
    field = FormField(REASON, "Why changed", "", hint, kind=Kind.TEXT, section=SECTION, read=r.text)
    return (field,)


def refuse_without_reason(form: Form[Any], typed: Values) -> None:
    """Raises Refused where a form asks why, and nothing was typed there."""
    is_asked = form.needs_reason and any(field.key == REASON for field in form.fields)
    if is_asked and not typed.get(REASON, "").strip():
        raise Refused(NO_REASON, REASON)
