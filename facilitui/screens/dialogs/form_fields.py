"""The fields of a form on the screen: made together, shown and read together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.widget import Widget

from facilitui.screens.dialogs.form_rows import (
    Below,
    Editor,
    FieldName,
    Heading,
    editor_of,
    follow,
    label_width,
    put,
)
from facilitui.services.forms.form import Fault, Following, Form, FormField
from facilitui.widgets.form_texts import FormList


class Fields:
    """Every field with what it is called, what it holds, and what is told below it."""

    def __init__(
        self, form: Form[Any], follows: Mapping[str, Following], known: Fields | None = None
    ) -> None:
        """`known` are those that are on the screen; they stay, and hold what the form says now."""
        self._form = form
        self._known = known.editors if known is not None else {}
        self.editors: dict[str, Editor] = {
            field.key: self._known.get(field.key)
            or editor_of(field, follows.get(field.key, Following()))
            for field in form.fields
        }
        named = known._labels if known is not None else {}
        self._labels: dict[str, FieldName] = {
            each.key: named.get(each.key) or FieldName(each.label) for each in form.fields
        }
        indent = label_width(form) + 2
        self._told = known._below if known is not None else {}
        self._below: dict[str, Below] = dict(self._told) | {
            key: Below(told.below, indent)
            for key, told in follows.items()
            if key in self.editors and key not in self._told
        }
        for field in form.fields:
            put(self.editors[field.key], field.value)

    def rows(self) -> Iterator[Widget]:
        """All of it that is not on the screen yet, one under another."""
        for place, field in enumerate(self._form.fields):
            if field.key not in self._known:
                if field.section:
                    yield Heading(field.section, first=not place)
                yield self._labels[field.key]
                yield self.editors[field.key]
            if field.key in self._below and field.key not in self._told:
                yield self._below[field.key]

    def edge(self, *, last: bool = False) -> Editor | None:
        """The first field, or the last one."""
        editors = list(self.editors.values())
        return editors[-1 if last else 0] if editors else None

    def field_of(self, editor: Widget | None) -> FormField | None:
        """The field that is filled in there."""
        fields = (field for field in self._form.fields if self.editors[field.key] is editor)
        return next(fields, None)

    @property
    def values(self) -> dict[str, str]:
        """What is written in them."""
        return {key: editor.value for key, editor in self.editors.items()}

    def show(
        self,
        faults: Mapping[str, Fault],
        follows: Mapping[str, Following],
        here: Widget | None,
    ) -> None:
        """Show what is wrong, what follows from other fields, and where the keys go."""
        for key, editor in self.editors.items():
            self._labels[key].mark(here=editor is here, bad=key in faults)
            follow(editor, follows.get(key, Following()))
            if isinstance(editor, FormList):
                editor.mark_bad(faults[key].lines if key in faults else frozenset())
        for key, below in self._below.items():
            below.tell(follows.get(key, Following()).below)
