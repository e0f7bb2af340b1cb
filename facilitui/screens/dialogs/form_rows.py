"""What a form is put together from: a label, what is filled in, what stands below it."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input, TextArea

from facilitui import text as t
from facilitui.core.naming import STAND_INS
from facilitui.services.forms.form import POINT, Following, Form, FormField, Kind
from facilitui.widgets.form_choices import ChoiceField, ChoiceList
from facilitui.widgets.form_list import FormList
from facilitui.widgets.form_lists import ListField
from facilitui.widgets.form_many import ManyField
from facilitui.widgets.form_texts import FormLine, FormText
from facilitui.widgets.panel import Panel

LABEL, LONG_LABEL = 14, 24
"""Columns of what a field is called; the style sheet has them too."""
YES = (("", "[ ] no"), ("yes", "[x] yes"))
TYPED_FROM = 2
"""Columns of a field before what is typed; the style sheet has them too."""
FEW = 4
"""Of so many words the others need not be shown to choose one."""
Editor = FormLine | FormText | ChoiceField | ChoiceList | ManyField


def label_width(form: Form[Any]) -> int:
    """How many columns a form gives to what its fields are called."""
    longest = max((cell_len(field.label) for field in form.fields), default=0)
    return LABEL if longest < LABEL else LONG_LABEL


class FieldName(Widget):
    """What a field is called; it shows where the keys go and what cannot be understood."""

    DEFAULT_CSS = """
    FieldName { width: 1fr; height: 1; }
    """
    ALLOW_SELECT = False

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._here = self._bad = False

    def mark(self, *, here: bool, bad: bool) -> None:
        """Show that the keys go here, that something is wrong here."""
        if (here, bad) != (self._here, self._bad):
            self._here, self._bad = here, bad
            self.refresh()

    def render(self) -> Content:
        """The label."""
        sign = t.accent("! ") if self._bad else t.BLANK
        name = t.strong(self._label) if self._here else t.soft(self._label)
        return t.fitted(t.join(sign, name), self.size.width - 1)


class Wide(Panel):
    """A panel across both columns of a form."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines, drawn across; a grid asks for the width of one column."""
        return len(self.lines(max(1, container.width - self.styles.padding.width)))


class Heading(Wide):
    """Where a new group of fields begins."""

    def __init__(self, heading: str, *, first: bool) -> None:
        super().__init__(self._draw_heading, classes="section")
        self._heading, self._first = heading, first

    def _draw_heading(self, width: int) -> t.Lines:
        lines = t.clipped(t.wrapped(self._heading, width, f"bold {t.SOFT}"), 2, width)
        airy = self.app.size.height >= 24 and not self._first
        return [*([t.BLANK] if airy else []), *lines]


class Lead(Wide):
    """What a form is about, in all its words."""

    def __init__(self, told: str) -> None:
        super().__init__(self._draw_lead, classes="section")
        self._lead = told

    def _draw_lead(self, width: int) -> t.Lines:
        airy = [t.BLANK] if self.app.size.height >= 24 else []
        return [*lead_lines(self._lead, width), *airy]


def lead_lines(told: str, width: int) -> t.Lines:
    """All the words of what a form is about."""
    lines = told.split("\n") if told else []
    return [line for each in lines for line in told_in_lines(each, t.reading(width))]


class ToldOnly(Panel):
    """A field with nothing to fill in."""

    def __init__(self, field: FormField) -> None:
        super().__init__(lambda width: told_lines(field, width), classes="told")


def told_lines(field: FormField, width: int) -> t.Lines:
    """What such a field says, as far in as what is typed beside it."""
    told = dict(field.choices).get(field.value, field.value)
    return t.labelled("", t.wrapped(told, width - TYPED_FROM, t.SOFT), TYPED_FROM)


class Below(Wide):
    """What is told of a field, under it."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(classes="below")
        self.tell(lines)

    def tell(self, lines: tuple[str, ...]) -> None:
        """Tell something else."""
        self._told = lines
        self.show(self._draw_told)

    def _draw_told(self, width: int) -> t.Lines:
        has_room = self.app.size.height >= 24
        told = (each for each in self._told if each or has_room)
        return [line for each in told for line in told_in_lines(each, width)]


def told_in_lines(told: str, width: int) -> t.Lines:
    """One thing that is told; of a list each behind its point."""
    point, is_point, rest = told.partition(POINT)
    if point or not is_point:
        return t.wrapped(told, width, t.SOFT)
    return t.labelled(POINT, t.wrapped(rest, width - len(POINT), t.SOFT), len(POINT))


def editor_of(field: FormField, follows: Following) -> Editor:
    """What a field is filled in with."""
    editor = _editor(field, follows, f"field-{field.key}")
    editor.add_class("editor")
    return editor


def _editor(field: FormField, follows: Following, name: str) -> Editor:
    match field.shape:
        case Kind.CHOICE if len(field.choices) > FEW or follows.choices is not None:
            return ChoiceList(field.choices, field.value, id=name)
        case Kind.CHOICE:
            return ChoiceField(field.choices, field.value, id=name)
        case Kind.YES:
            return ChoiceField(YES, field.value, id=name)
        case Kind.MANY:
            return ManyField(field.choices, field.value, id=name)
        case Kind.TEXT:
            return FormText(field.value, field.hint, replaced=field.replaced, id=name)
        case Kind.LIST:
            return FormList(field.value, field.hint, id=name)
        case Kind.LINE | Kind.TOLD:  # no editor is made of what is only told
            stands_in = field.value in STAND_INS
            return FormLine(field.value, field.hint, stands_in=stands_in, id=name)


def is_real(editor: Editor) -> bool:
    """Whether there is anything to fill in: a choice among one thing is none."""
    return not isinstance(editor, ChoiceField | ChoiceList) or len(editor.choices) > 1


def follow(editor: Editor, follows: Following) -> None:
    """Let a field offer and help with what follows from the others."""
    if follows.choices is not None and isinstance(editor, ChoiceField | ListField):
        editor.offer(follows.choices)
    if follows.hint is not None and isinstance(editor, FormLine):
        editor.help(follows.hint)


def put(editor: Editor, value: str) -> None:
    """Let a field hold something else, without a word of it: nobody typed that."""
    if editor.value == value:
        return
    with editor.prevent(Input.Changed, TextArea.Changed, ChoiceField.Changed, ListField.Changed):
        if isinstance(editor, ChoiceField | ChoiceList):
            editor.choose(value)
        else:
            editor.value = value
    if isinstance(editor, FormLine):
        editor.cursor_position = len(value)
