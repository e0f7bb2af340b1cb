"""What stands above and below a form: its name, a hint, what is wrong, the keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual.widget import Widget

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Key
from facilitui.services.forms.form import Following, FormField
from facilitui.widgets.form_choices import ChoiceField, ChoiceList, ManyField
from facilitui.widgets.form_texts import FormList, FormText

DONE: Key = ("escape", "done")
TOLD_LINES = 3
"""Lines for the hint and for what is wrong, whether they are needed or not."""


KEPT = "kept at once; u undoes it afterwards"
KEPT_NARROW = "kept; u undoes it"


def head_lines(title: str, width: int, *, airy: bool) -> t.Lines:
    """What the form is for, and that nothing has to be saved."""
    name = t.strong(title)
    kept = KEPT if name.cell_length + len(KEPT) + 2 <= width else KEPT_NARROW
    return [t.spread(name, t.soft(kept), width), *([t.BLANK] if airy else [])]


def hint_of(field: FormField | None, follows: Mapping[str, Following]) -> str:
    """What helps with a field now, and what is told of the whole form."""
    following = follows.get(field.key, Following()) if field else Following()
    own = following.hint if following.hint is not None else field.hint if field else ""
    whole = follows.get("", Following()).hint
    return " · ".join(each for each in (own, whole) if each)


def told_lines(hint: str, told: str, width: int) -> t.Lines:
    """The hint and what is wrong, always as many lines."""
    wrong = t.clipped(t.wrapped(told, width - 2), 2) if told else []
    room = max(1, min(2, TOLD_LINES - len(wrong)))
    lines = t.clipped(t.wrapped(hint, width, t.SOFT), room)
    return padded([*lines, *t.labelled("!", wrong, 2)], TOLD_LINES)


def padded(lines: t.Lines, count: int) -> t.Lines:
    """At least so many lines."""
    return [*lines, *[t.BLANK] * (count - len(lines))]


def keys_of(field: Widget | None, *, first: bool, last: bool) -> list[Key]:
    """Going on and being done; `first` and `last` say which field of the form it is."""
    if isinstance(field, FormText):
        tab: Key = ("tab", "first field" if last else "next field")
        return [("enter", "next line"), *([] if first and last else [tab]), DONE]
    going: Key = ("enter", "done" if last else "next")
    match field:
        case ChoiceField():
            return [going, ("← →", "choose"), DONE]
        case ChoiceList():
            return [("enter", "choose"), ("↑↓", "move"), DONE]
        case ManyField():
            return [going, ("space", "tick"), DONE]
    return [going, DONE]


def more_keys_of(field: Widget | None) -> list[Key]:
    """What this kind of field does with keys."""
    going: list[Key] = [("↓", "next"), ("↑", "before")]
    match field:
        case ChoiceField():
            return [("letters", "find"), *going]
        case ChoiceList():
            return [("space", "choose"), ("letters", "find"), ("tab", "next field")]
        case ManyField():
            return [("arrows", "move"), ("1-9", "tick that one"), ("tab", "next field")]
        case FormList():
            return [("enter twice", "next field"), ("ctrl+z", "undo typing"), *going]
        case _:
            return [("ctrl+z", "undo typing"), ("ctrl+u", "clear to the left"), *going]
