"""What stands below a form: the keys of its field are never what is cut."""

from __future__ import annotations

from facilitui.screens.dialogs.form_foot import hint_of
from facilitui.services.forms import FormField, Kind


def test_what_enter_does_stands_before_what_helps() -> None:
    """Tab is named only where there is another field."""
    why = FormField("why", "Why", "", "a sentence", kind=Kind.TEXT)
    due = FormField("due", "By when", "", "25 Nov")
    assert hint_of(why, (why,), {}) == "enter is a new line · a sentence"
    assert hint_of(None, (why, due), {}) == "enter is a new line, tab goes on · a sentence"
    assert hint_of(due, (why, due), {}) == "25 Nov"
