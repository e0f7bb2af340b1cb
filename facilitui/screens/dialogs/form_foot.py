"""What stands above and below a form: its name, a hint, what is wrong, the keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textual.widget import Widget

from facilitui import text as t
from facilitui.core.told import plural
from facilitui.screens.dialogs.dialog import Key
from facilitui.services.forms.form import Fault, Following, Form, FormField, Kind
from facilitui.widgets.form_choices import ChoiceField, ChoiceList
from facilitui.widgets.form_list import FormList
from facilitui.widgets.form_many import ManyField
from facilitui.widgets.form_texts import FormText
from facilitui.widgets.set_in_lines import parted

DONE: Key = ("escape", "done")
NEW_LINE, GOES_ON = "enter is a new line", ", tab goes on"
TOLD_LINES = 3
"""Lines for the hint and for what is wrong, whether they are needed or not."""
HINT_LINES = 2
"""At most so many of them for the hint."""
PARTS = " · "
"""Between two parts of a hint."""


KEPT = ("kept at once; u undoes it afterwards", "kept; u undoes it")
REFUSED = ("! not on the disk yet", "! not on the disk")
"""What becomes of what is typed, in many words or in few."""
Told = tuple[str, str]


def head_lines(title: str, kept: Told, width: int, *, airy: bool) -> t.Lines:
    """What the form is for, and what becomes of what is typed."""
    name, room = t.strong(title), width - 2
    least = kept[-1] if kept == REFUSED else ""  # what is saved by which key stands below as well
    told = next((each for each in kept if name.cell_length + len(each) <= room), least)
    end = t.accent(told) if kept == REFUSED else t.soft(told)
    return [t.spread(name, end, width), *([t.BLANK] if airy else [])]


def hints_of(
    here: FormField | None,
    fields: Sequence[FormField],
    follows: Mapping[str, Following],
    wrong: str = "",
    *,
    whole_seen: bool = False,
) -> tuple[str, ...]:
    """What enter does in a field that takes lines, what helps with it now, what the form tells.

    It is about the first of the fields where the keys are in none; in all words, then in ever
    fewer. `whole_seen` where all of the form is in view, and what stands below its fields too;
    beside what is `wrong` nothing is told of the whole form.
    """
    field = here or next(iter(fields), None)
    following = follows.get(field.key, Following()) if field else Following()
    own = following.hint if following.hint is not None else field.hint if field else ""
    lines = NEW_LINE + (GOES_ON if len(fields) > 1 else "")
    lines = lines if field is not None and field.shape is Kind.TEXT else ""
    told = follows.get("", Following())
    is_told = wrong or (whole_seen and told.below)
    wholes = ("",) if is_told else (told.hint, *told.briefer)
    return tuple(PARTS.join(filter(None, (lines, own, each))) for each in wholes)


def still_wrong(problem: str, before: Mapping[str, Fault], now: Mapping[str, Fault]) -> str:
    """What is to be told of a form whose fields changed; a fault that is mended no more."""
    if problem not in {fault.told for fault in before.values()}:
        return problem
    return next((fault.told for fault in now.values()), "")


def told_lines(hints: Sequence[str], told: str, width: int) -> t.Lines:
    """The first hint that has room and what is wrong, always as many lines; a long sentence takes
    the hint's.

    Where none has room parts of the last are left out, beside what is wrong all of them at worst:
    nothing ends there as if a word was missing.
    """
    wrong = t.clipped(t.wrapped(told, width - 2), TOLD_LINES, width - 2) if told else []
    room = min(HINT_LINES, TOLD_LINES - len(wrong))
    drawn = (parted(each, width, t.SOFT) for each in _ever_shorter(hints))
    least = [] if wrong else t.clipped(parted(hints[-1], width, t.SOFT), room, width)
    lines = next((each for each in drawn if len(each) <= room), least)
    return padded([*lines, *t.labelled("!", wrong, 2)], TOLD_LINES)


def _ever_shorter(hints: Sequence[str]) -> Iterator[str]:
    """Hints, the last of them without its last parts, and then its first part by clauses."""
    yield from hints
    parts = hints[-1].split(PARTS)
    yield from (PARTS.join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    clauses = [each.start() for each in re.finditer("[;,] ", parts[0])]
    yield from (parts[0][:end] for end in reversed(clauses))


def needed(form: Form[Any], faults: Mapping[str, Fault]) -> str:
    """The first field without which nothing can be saved yet; empty where all can be left out."""
    required = (field.key for field in form.fields if field.required and field.key in faults)
    return next(required, "")


def left_out(key: str, form: Form[Any], faults: Mapping[str, Fault], problem: str) -> str:
    """What the same key once more leaves out, by name, and why; a list loses only its bad lines."""
    bad = [(field.label, faults[field.key].lines) for field in form.fields if field.key in faults]
    named = [f"{plural(len(lines), 'line')} of {label}" if lines else label for label, lines in bad]
    what = f"out {' and '.join(named)}" if named else "it out"
    return f"{key} again leaves {what}: {problem}"


def padded(lines: t.Lines, count: int) -> t.Lines:
    """At least so many lines."""
    return [*lines, *[t.BLANK] * (count - len(lines))]


def keys_of(field: Widget | None, *, first: bool, last: bool) -> list[Key]:
    """Going on and being done; `first` and `last` say which field of the form it is."""
    going: Key = ("enter", "done" if last else "next")
    if isinstance(field, FormText):
        enter = ("enter", "next line") if field.keeps("enter") else going
        tab: Key = ("tab", "first field" if last else "next field")
        return [enter, *([] if first and last else [tab]), DONE]
    match field:
        case ChoiceField():
            return [going, ("← →", "choose"), DONE]
        case ChoiceList():
            return [("← → enter", "choose"), ("↑↓", "move"), DONE]
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
