"""What saving a form leaves out: what cannot be understood, of lists line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from facilitui.core.safe_text import quoted
from facilitui.services.forms.form import Form, FormField, Values
from facilitui.services.forms.list_lines import entries

SHOWN = 40
"""So many characters of what was typed are repeated."""


class LeftOut(NamedTuple):
    """One thing that stands in a form and is not saved."""

    what: str
    """Where it stands, and what it says."""
    why: str
    """A sentence without its end."""


def left_out(form: Form[Any], values: Values, why: Mapping[str, str]) -> tuple[LeftOut, ...]:
    """All of it, in the order of the form; `why` says by field why not all of it is taken."""
    faults = form.faults(values)
    found: list[LeftOut] = []
    for each in form.fields:
        if each.key in why:
            of_lines = faults[each.key].why if each.key in faults else {}
            found += _lines(each, values.get(each.key, ""), of_lines)
            if not of_lines:
                found.append(LeftOut(_called(each, values.get(each.key, "")), why[each.key]))
    return tuple(found)


def _lines(field: FormField, typed: str, why: Mapping[int, str]) -> Iterator[LeftOut]:
    said = entries(typed)
    for number, reason in sorted(why.items()):
        text = " ".join(said[number - 1].split()) if number <= len(said) else ""
        yield LeftOut(f"line {number} of {field.label}, {quoted(text, SHOWN)}", reason)


def _called(field: FormField, typed: str) -> str:
    """A field with what was typed into it; what was chosen there is told by its name alone."""
    text = " ".join(typed.split())
    return field.label if field.choices or not text else f"{field.label}, {quoted(text, SHOWN)}"
