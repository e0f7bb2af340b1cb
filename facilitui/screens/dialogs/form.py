"""A form: fields under one another. What is typed takes effect at once; undo takes it back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, TextArea

from facilitui import text as t
from facilitui.screens.dialogs import form_foot as foot
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.form_picture import Picture, shown_values
from facilitui.screens.dialogs.form_rows import (
    LABEL,
    Below,
    Editor,
    FieldName,
    Heading,
    editor_of,
    label_width,
)
from facilitui.services.forms.form import Fault, Following, Form, FormField
from facilitui.widgets.form_choices import ChoiceField, ChoiceList
from facilitui.widgets.form_lists import ListField
from facilitui.widgets.form_texts import FormLine, FormList, FormText
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon

KEPT_SECONDS = 0.3
Take = Callable[[Mapping[str, str]], str]
"""Takes the values; gives a sentence where they cannot be understood, else nothing."""


class FormDialog(Dialog[None]):
    """Shows a form and hands over its values a moment after they change."""

    BINDINGS = [
        Binding("escape,ctrl+s", "close", "done", show=False),
        Binding("enter", "next('enter')", "next", show=False, priority=True),
        Binding("down", "next('down')", "next", show=False, priority=True),
        Binding("tab", "next('tab')", "next", show=False, priority=True),
        Binding("up", "before('up')", "before", show=False, priority=True),
        Binding("shift+tab", "before('shift+tab')", "before", show=False, priority=True),
    ]

    def __init__(self, form: Form[Any], take: Take, at: str = "") -> None:
        """`at` is the field that the keys go to first, where it is not the first one."""
        super().__init__()
        self._form, self._take, self._at = form, take, at
        self._editors: dict[str, Editor] = {}
        self._labels: dict[str, FieldName] = {}
        self._below: dict[str, Below] = {}
        self._soon = Soon(self, KEPT_SECONDS, self._hand_over)
        self._faults: Mapping[str, Fault] = {}
        self._follows: Mapping[str, Following] = {}
        self._ready = asyncio.Event()
        self._problem = ""
        self._warned = False
        self._done = False

    def compose(self) -> ComposeResult:
        """A heading, the fields as they will stand, what is wrong, the keys."""
        self._work_out()
        with Vertical(id="dialog"):
            yield Panel(lambda width: foot.head_lines(self._form.title, width, airy=self.tall))
            with VerticalScroll(id="fields", can_focus=False) as fields:
                fields.set_class(label_width(self._form) > LABEL, "-names")
                yield Picture(self._form, self._follows)
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """Show the form; its fields are made once it is seen."""
        self.fit("#fields", 11, 7)
        self.set_focus(self.query_one(Picture))
        self.call_after_refresh(self._fill_in)

    async def _fill_in(self) -> None:
        """Put the fields where their picture is, and let the keys go to one of them."""
        if not self.is_attached:
            return
        self._editors = {
            field.key: editor_of(field, self._follows.get(field.key, Following()))
            for field in self._form.fields
        }
        picture = self.query_one(Picture)
        with self.app.batch_update():
            await self.query_one("#fields").mount_all(self._rows())
            first = self._editors.get(self._at) or self._edge()
            self.set_focus(first)
            if first is not None:
                picture.hand_on(first)
            picture.display = False
        self._ready.set()

    def _rows(self) -> Iterator[Widget]:
        for field in self._form.fields:
            if field.section:
                yield Heading(field.section, first=not self._labels)
            self._labels[field.key] = FieldName(field.label)
            yield self._labels[field.key]
            yield self._editors[field.key]
            if field.key in self._follows:
                indent = label_width(self._form) + 2
                self._below[field.key] = Below(self._follows[field.key].below, indent)
                yield self._below[field.key]

    def on_resize(self) -> None:
        """The foot stays in view."""
        self.fit("#fields", 11, 7)

    # What stands below

    def _edge(self, *, last: bool = False) -> Editor | None:
        editors = list(self._editors.values())
        return editors[-1 if last else 0] if editors else None

    @property
    def _here(self) -> FormField | None:
        """The field that has the keys."""
        fields = (f for f in self._form.fields if self._editors.get(f.key) is self.focused)
        return next(fields, None) if self.focused else None

    def draw_foot(self, width: int) -> t.Lines:
        """The hint, what is wrong, the keys; as high whatever is told."""
        above = [t.BLANK] if self.tall else []
        if self.all_keys:
            return [*above, *foot.padded(self.foot(width), foot.TOLD_LINES + 1)]
        here = self._here
        fault = self._faults.get(here.key) if here else None
        told = fault.told if fault and not self._warned else self._problem
        hint = foot.hint_of(here or next(iter(self._form.fields), None), self._follows)
        return [*above, *foot.told_lines(hint, told, width), *self.foot(width)]

    def keys(self) -> list[Key]:
        """Going on and being done."""
        here = self.focused
        first, last = here is self._edge(), here is self._edge(last=True)
        return foot.keys_of(here, first=first, last=last)

    def more_keys(self) -> list[Key]:
        """What this field's own keys do."""
        return foot.more_keys_of(self.focused)

    # What is typed

    @property
    def values(self) -> dict[str, str]:
        """What is written in the fields."""
        if not self._editors:
            return dict(shown_values(self._form))
        return {key: editor.value for key, editor in self._editors.items()}

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    @on(ListField.Changed)
    def _hand_over_soon(self) -> None:
        self._warned = False
        self._work_out()
        self._show()
        self._soon.ask()

    def _work_out(self) -> None:
        """What is wrong, and what the fields offer and tell now."""
        values = self.values
        self._faults = self._form.faults(values)
        self._follows = self._form.follow(values)

    def _show(self) -> None:
        for key, label in self._labels.items():
            label.mark(here=self._editors[key] is self.focused, bad=key in self._faults)
        for key, follows in self._follows.items():
            self._show_following(key, follows)
        for key, editor in self._editors.items():
            if isinstance(editor, FormList):
                editor.mark_bad(self._faults[key].line if key in self._faults else 0)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _show_following(self, key: str, follows: Following) -> None:
        editor = self._editors.get(key)
        if follows.choices is not None and isinstance(editor, ChoiceField | ListField):
            editor.offer(follows.choices)
        if follows.hint is not None and isinstance(editor, FormLine):
            editor.help(follows.hint)
        if key in self._below:
            self._below[key].tell(follows.below)

    @on(DescendantFocus)
    def _show_keys(self) -> None:
        self.all_keys = False
        self._show()
        if self.focused is self._edge():
            self.query_one("#fields").scroll_home(animate=False)

    def _hand_over(self) -> None:
        self._problem = self._take(self.values)
        self._warned = False
        self._show()

    # Going about

    async def action_next(self, key: str) -> None:
        """Go to the next field; behind the last, tab goes to the first and enter is done."""
        await self._ready.wait()
        self._unless_kept(key)
        if key == "enter" and isinstance(self.focused, ChoiceList):
            self.focused.take_here()
        if key == "tab" or self.focused is not self._edge(last=True):
            self.focus_next(".editor")
        elif key == "enter":
            self.action_close()

    async def action_before(self, key: str) -> None:
        """Go to the field before; shift+tab goes from the first to the last."""
        await self._ready.wait()
        self._unless_kept(key)
        if key == "shift+tab" or self.focused is not self._edge():
            self.focus_previous(".editor")

    def _unless_kept(self, key: str) -> None:
        """A field of several lines has some keys for itself."""
        if isinstance(self.focused, FormText | ListField) and self.focused.keeps(key):
            raise SkipAction

    def action_close(self) -> None:
        """Be done; what cannot be understood is told once before it is given up."""
        self._soon.stop()
        self._problem = self._take(self.values)
        if self._problem and not self._warned:
            self._problem = f"escape again leaves it out: {self._problem}"
            self._warned = True
            self._show()
            return
        self._done = True
        self.dismiss()

    def on_unmount(self) -> None:
        """Ended from outside: what is typed is taken all the same."""
        if not self._done:
            self._take(self.values)
