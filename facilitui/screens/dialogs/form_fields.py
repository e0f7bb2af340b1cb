"""The fields of a form on the screen: made together, shown and read together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from textual.widget import Widget

from facilitui.screens.dialogs.form_rows import (
    Below,
    Editor,
    FieldName,
    Heading,
    Lead,
    ToldOnly,
    editor_of,
    follow,
    is_real,
    put,
)
from facilitui.services.forms.form import Fault, Following, Form, FormField, Kind
from facilitui.widgets.form_list import FormList
from facilitui.widgets.form_texts import FormLine, FormText


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
            if field.shape is not Kind.TOLD
        }
        named = known._labels if known is not None else {}
        self._labels: dict[str, FieldName] = {
            each.key: named.get(each.key) or FieldName(each.label) for each in form.fields
        }
        self._below: dict[str, Below] = dict(known._below) if known is not None else {}
        """What is told below fields of which anything was told so far."""
        self._below |= {
            key: Below(told.below)
            for key, told in follows.items()
            if told.below and key in self.editors and key not in self._known
        }
        self._is_new = known is None
        for field in form.fields:
            if field.key in self.editors:
                put(self.editors[field.key], field.value)

    def rows(self) -> Iterator[Widget]:
        """All of it that is not on the screen yet, one under another."""
        if self._form.lead and self._is_new:
            yield Lead(self._form.lead)
        for place, field in enumerate(self._form.fields):
            editor = self.editors.get(field.key)
            if field.key not in self._known and (editor is not None or self._is_new):
                if field.section:
                    yield Heading(field.section, first=not place)
                yield self._labels[field.key]
                yield editor if editor is not None else ToldOnly(field)
            if field.key in self._below and field.key not in self._known:
                yield self._below[field.key]

    def edge(self, *, last: bool = False) -> Editor | None:
        """The first field, or the last one."""
        editors = list(self.editors.values())
        return editors[-1 if last else 0] if editors else None

    @property
    def first(self) -> Editor | None:
        """Where the keys begin: the first that takes text, or has something to choose."""
        real = (each for each in self.editors.values() if is_real(each))
        return next(real, None) or self.edge()

    def go_on(self, key: str) -> Editor | None:
        """A field whose end the cursor is put to; None for one that is not filled in here."""
        editor = self.editors.get(key)
        if isinstance(editor, FormLine | FormText):
            editor.go_to_end()
        return editor

    def show_top(self, box: Widget) -> None:
        """Show what stands above the first field, as far as that leaves its beginning in view."""
        first = self.first
        top = max(0, first.virtual_region.y + 1 - box.size.height) if first is not None else 0
        box.scroll_to(y=top, animate=False, immediate=True)

    def field_of(self, editor: Widget | None) -> FormField | None:
        """The field that is filled in there."""
        if editor is None:
            return None
        fields = (each for each in self._form.fields if self.editors.get(each.key) is editor)
        return next(fields, None)

    @property
    def values(self) -> dict[str, str]:
        """What is written in them."""
        return {key: editor.value for key, editor in self.editors.items()}

    def hold(self, values: Mapping[str, str]) -> None:
        """Let some of them hold something else, which nobody typed."""
        for key, value in values.items():
            put(self.editors[key], value)

    def show(
        self,
        faults: Mapping[str, Fault],
        follows: Mapping[str, Following],
        here: Widget | None,
        lacking: Collection[str] = (),
    ) -> None:
        """Show what is wrong or `lacking`, what follows from other fields, where the keys go.

        What is written there stays in view.
        """
        for key, editor in self.editors.items():
            self._labels[key].mark(here=editor is here, bad=key in faults or key in lacking)
            follow(editor, follows.get(key, Following()))
            if isinstance(editor, FormList):
                editor.mark_bad(faults[key].lines if key in faults else frozenset())
            self._tell_below(key, follows.get(key, Following()).below)
        if isinstance(here, FormText):  # it may have grown, which is laid out by then
            here.call_after_refresh(here.scroll_visible, animate=False)

    def _tell_below(self, key: str, lines: tuple[str, ...]) -> None:
        """Tell lines under a field, also where nothing was to be told of it before."""
        box = self.editors[key].parent
        if key in self._below:
            self._below[key].tell(lines)
        elif lines and isinstance(box, Widget):
            self._below[key] = Below(lines)
            box.mount(self._below[key], after=self.editors[key])
