"""A form: fields under one another. What is typed takes effect at once; undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog
from facilitui.services.plan_forms import Form, FormField
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel
from facilitui.widgets.quiet import Soon

KEPT_SECONDS = 0.3
Take = Callable[[Mapping[str, str]], str]
"""Takes the values; gives a sentence where they cannot be understood, else nothing."""


class ChoiceField(Widget, can_focus=True):
    """One of a few words, changed with the arrow keys."""

    DEFAULT_CSS = """
    ChoiceField { height: 1; width: 1fr; }
    """
    BINDINGS = [
        Binding("left", "turn(-1)", "before", show=False),
        Binding("right,space", "turn(1)", "next", show=False),
    ]

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, field: FormField, *, id: str) -> None:
        super().__init__(id=id)
        self._choices = field.choices
        values = [value for value, _ in field.choices]
        self._at = values.index(field.value) if field.value in values else 0

    @property
    def value(self) -> str:
        """The word that is chosen."""
        return self._choices[self._at][0]

    def render(self) -> Content:
        """The word, between arrows where the keys go."""
        name = t.fitted(t.ink(self._choices[self._at][1]), max(4, self.size.width - 4))
        if not self.has_focus:
            return t.join("  ", name)
        return t.join(t.accent("‹ "), name, t.accent(" ›"))

    def action_turn(self, by: int) -> None:
        """Choose the word before or after."""
        self._at = (self._at + by) % len(self._choices)
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self) -> None:
        """A click goes on to the next word."""
        self.action_turn(1)


class FormDialog(Dialog[None]):
    """Shows a form and hands over its values a moment after they change."""

    BINDINGS = [
        Binding("escape,ctrl+s", "close", "done", show=False),
        Binding("enter,down", "next", "next", show=False, priority=True),
        Binding("up", "before", "before", show=False, priority=True),
    ]

    def __init__(self, form: Form, take: Take) -> None:
        super().__init__()
        self._form, self._take = form, take
        self._editors = [_editor(field) for field in form.fields]
        self._soon = Soon(self, KEPT_SECONDS, self._hand_over)
        self._problem = ""
        self._warned = False
        self._done = False

    def compose(self) -> ComposeResult:
        """A heading, a row a field, what is wrong, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong(self._form.title), width), t.BLANK])
            with VerticalScroll(id="fields"):
                for field, editor in zip(self._form.fields, self._editors, strict=True):
                    with Horizontal(classes="field"):
                        yield Label(field.label, markup=False)
                        yield editor
            yield Panel(self._foot, id="foot")

    def on_mount(self) -> None:
        """The first field is where the keys go."""
        self.set_focus(self.query(".editor").first(Widget))

    def _foot(self, width: int) -> t.Lines:
        word = " done   " if self.focused is self._editors[-1] else " next   "
        keys = t.join(t.strong("enter"), t.soft(word), t.strong("escape"), t.soft(" done"))
        told = (
            t.labelled("!", t.wrapped(self._problem, width - 2), 2) if self._problem else [t.BLANK]
        )
        return [t.BLANK, *told, keys]

    @property
    def values(self) -> dict[str, str]:
        """What is written in the fields."""
        editors = zip(self._form.fields, self._editors, strict=True)
        return {field.key: str(getattr(editor, "value", "")) for field, editor in editors}

    @on(DescendantFocus)
    def _show_keys(self) -> None:
        self.query_one("#foot", Panel).show(self._foot)

    @on(Input.Changed)
    @on(ChoiceField.Changed)
    def _hand_over_soon(self) -> None:
        self._soon.ask()

    def _hand_over(self) -> None:
        self._problem = self._take(self.values)
        self._warned = False
        self.query_one("#foot", Panel).show(self._foot)

    def action_next(self) -> None:
        """Go to the next field, and be done after the last."""
        if self.focused is self._editors[-1]:
            self.action_close()
        else:
            self.focus_next(".editor")

    def action_before(self) -> None:
        """Go to the field before."""
        self.focus_previous(".editor")

    def action_close(self) -> None:
        """Be done; what cannot be understood is told once before it is given up."""
        self._soon.stop()
        self._problem = self._take(self.values)
        if self._problem and not self._warned:
            self._problem += "; escape again leaves it out"
            self.query_one("#foot", Panel).show(self._foot)
            self._warned = True
            return
        self._done = True
        self.dismiss()

    def on_unmount(self) -> None:
        """Ended from outside: what is typed is taken all the same."""
        if not self._done:
            self._take(self.values)


def _editor(field: FormField) -> Widget:
    if field.choices:
        editor: Widget = ChoiceField(field, id=f"field-{field.key}")
    else:
        editor = LineField(
            field.value,
            placeholder=field.hint,
            compact=True,
            max_length=300,
            id=f"field-{field.key}",
        )
    editor.add_class("editor")
    return editor
