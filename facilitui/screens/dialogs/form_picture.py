"""A form as it is drawn before it can be typed into: seen at once, while its fields are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitui import text as t
from facilitui.screens.dialogs.form_rows import YES, label_width, lead_lines, told_lines
from facilitui.services.forms.form import Following, Form, FormField, Kind, Values
from facilitui.widgets.form_choices import chosen_lines
from facilitui.widgets.form_lists import many_lines
from facilitui.widgets.form_texts import whole_hint
from facilitui.widgets.panel import Panel

MOST_LINES = 40
"""More than this is never seen before the fields are there."""


class Picture(Panel):
    """Stands where the fields will be."""

    def __init__(self, form: Form[object], follows: Mapping[str, Following]) -> None:
        super().__init__(lambda width: drawn(form, follows, width), id="picture")


def drawn(form: Form[object], follows: Mapping[str, Following], width: int) -> t.Lines:
    """All fields with what they hold."""
    lines: t.Lines = lead_lines(form.lead, width)
    indent = label_width(form) + 2
    for field in form.fields:
        if len(lines) > MOST_LINES:
            break
        if field.section:
            lines += [*([t.BLANK] if lines else []), t.fitted(t.heading(field.section), width)]
        lines += t.labelled(field.label, _held(field, width - indent), indent)
        below = follows.get(field.key, Following()).below
        lines += t.labelled("", [t.fitted(t.soft(line), width) for line in below], indent)
    return lines


def _held(field: FormField, width: int) -> t.Lines:
    """What a field shows."""
    if field.shape is Kind.TOLD:
        return told_lines(field, width)
    if field.shape is Kind.MANY:
        return many_lines(field.choices, field.value.split(), width)
    if field.shape in {Kind.CHOICE, Kind.YES}:
        choices = YES if field.shape is Kind.YES else field.choices
        return chosen_lines(choices, field.value, width)
    lines = field.value[: MOST_LINES * width].splitlines() or [""]
    shown = [t.fitted(t.ink(line), width) for line in lines]
    return shown if field.value else [t.fitted(t.soft(whole_hint(field.hint, width - 1)), width)]


def shown_values(form: Form[object]) -> Values:
    """What the fields hold before anybody typed."""
    return {field.key: field.value for field in form.fields}


def begun(form: Form[Any], half: Values) -> Form[Any]:
    """A form with what was half typed in its fields; the same one where nothing was."""
    if not half:
        return form
    typed = {key: value for key, value in half.items() if key not in told_only(form)}
    fields = (
        replace(each, value=typed[each.key], replaced=False) if each.key in typed else each
        for each in form.fields
    )
    return replace(form, fields=tuple(fields))


def told_only(form: Form[Any]) -> frozenset[str]:
    """The fields that nobody can type into any more."""
    return frozenset(field.key for field in form.fields if field.shape is Kind.TOLD)
