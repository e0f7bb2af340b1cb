"""What stands below a form: the keys of its field are never what is cut."""

from __future__ import annotations

from facilitui.screens.dialogs.form_foot import hints_of
from facilitui.services.forms import FormField, Kind
from facilitui.services.forms.form import Following


def test_what_enter_does_stands_before_what_helps() -> None:
    """Tab is named only where there is another field."""
    why = FormField("why", "Why", "", "a sentence", kind=Kind.TEXT)
    due = FormField("due", "By when", "", "25 Nov")
    assert hints_of(why, (why,), {}) == ("enter is a new line · a sentence",)
    assert hints_of(None, (why, due), {}) == ("enter is a new line, tab goes on · a sentence",)
    assert hints_of(due, (why, due), {}) == ("25 Nov",)


def test_what_the_form_lacks_is_not_told_beside_what_is_wrong() -> None:
    """That says it already, in words that say what to do."""
    due = FormField("due", "By when", "", "25 Nov")
    follows = {"": Following("to count, it still lacks: its day", briefer=("it lacks its day",))}
    assert hints_of(due, (due,), follows)[0] == "25 Nov · to count, it still lacks: its day"
    assert hints_of(due, (due,), follows, "it needs its day before it counts") == ("25 Nov",)
