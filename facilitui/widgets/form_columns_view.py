"""The columns of a form as they would be taken, and what becomes of its rows."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from facilitui import text as t
from facilitui.core.feedback_columns import Column
from facilitui.core.feedback_coming import days_told
from facilitui.core.feedback_reading import Meaning, told
from facilitui.core.form_words import Reading
from facilitui.core.told import capital
from facilitui.services.form_preview import FormPreview
from facilitui.widgets.rows import Row

ANONYMOUS = "Names and addresses stay out: nobody is named."
KNOWN = "The columns are as you chose them for this form before."
MENDED = "s chooses a scale, g a goal"
_SHORT = 24
"""Characters of an answer that a row repeats."""


def column_rows(preview: FormPreview) -> list[Row]:
    """A row for each column: its question, what it is taken for, how its answers are read."""
    read = preview.read
    told = zip(preview.columns, read.meanings, read.strays, strict=True)
    return [_row(at, *each) for at, each in enumerate(told)]


def _row(at: int, column: Column, meanings: tuple[Meaning, ...], strays: int) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = (t.strong if marked else t.ink)(column.heading)
        taken = t.ink(f"→ {column.named}") if column.item else t.soft("left out")
        about = t.join("  ", _about(column, meanings, strays))
        return [t.spread(name, taken, width), t.fitted(about, width)]

    return Row(str(at), draw, 2)


def _about(column: Column, meanings: tuple[Meaning, ...], strays: int) -> Content:
    """Why it is left out, else its scale, what is not on it, and what its answers mean."""
    knowingly = column.private and column.item is not None
    who = t.accent("may tell who answered · " if knowingly else "")
    if not column.on_scale:
        return t.join(who, t.soft("in words" if column.item else column.why))
    told = t.accent(f" · {t.plural(strays, 'answer')} not on it") if strays else ""
    told = t.join(told, t.accent(f" · {column.look}" if column.look else ""))
    return t.join(who, t.soft(column.scale.label), told, t.soft(f" · {_meant(column, meanings)}"))


def _meant(column: Column, meanings: tuple[Meaning, ...]) -> str:
    """What words are read as; of figures, which end of them is most."""
    read = [each for each in meanings if each.level is not None]
    known = {_cut(each.text): each.level for each in reversed(read)}
    said = " · ".join(f"{text} = {known[text]}" for text in reversed(known))
    if not said or column.reading is Reading.UPWARDS:
        return column.reading.label
    return f"{said} ({column.reading.label})"


def _cut(text: str) -> str:
    return f"{text[: _SHORT - 1]}{t.ELLIPSIS}" if len(text) > _SHORT else text


def result_lines(preview: FormPreview, width: int, most: int) -> t.Lines:
    """In a few lines: what can be taken, what cannot, when they answered, what to look at."""
    told = t.wrapped(" · ".join(_told(preview)), width, f"bold {t.INK}")
    told = t.clipped(told, most - 1, width)
    return [*told, *t.clipped(_beside(preview, width), most - len(told), width)]


def _told(preview: FormPreview) -> list[str]:
    days = preview.answered_on
    return [*told(preview.read), *([f"answered {days_told(days)}"] if days else [])]


def _beside(preview: FormPreview, width: int) -> t.Lines:
    """What to look at before taking it; else why the columns are as they are."""
    if preview.no_growth:
        return t.wrapped(f"{capital(preview.no_growth)}: {MENDED}.", width)
    if looks := preview.to_look_at:
        more = f"d tells {len(looks) - 1} more; " if len(looks) > 1 else ""
        return t.labelled("! ", t.wrapped(f"{more}{looks[0]}", width - 2), 2)
    if preview.remembered:
        return t.wrapped(KNOWN, width, t.SOFT)
    private = [each for each in preview.columns if each.private]
    anonymous = private and not any(each.item for each in private)
    return t.wrapped(ANONYMOUS, width, t.SOFT) if anonymous else []


def details(preview: FormPreview) -> str:
    """Everything that was understood, to be read: each column, then what is not taken."""
    goals = {each.id: each.text for each in preview.goals}
    parts: list[str] = []
    for column, meanings in zip(preview.columns, preview.read.meanings, strict=True):
        parts += [column.heading, f"  → {_taken(column, goals)}"]
        parts += [f"    {_cut(each.text)} → {_level(each)}  ({each.count}×)" for each in meanings]
    parts += ["", *_told(preview), *preview.to_look_at]
    parts += [f"line {each.line}: {each.reason}" for each in preview.read.unread]
    more = preview.read.not_taken + preview.read.left_out - len(preview.read.unread)
    return "\n".join([*parts, *([f"and {more} more of the kind"] if more > 0 else [])])


def _taken(column: Column, goals: Mapping[str, str]) -> str:
    """What a column is taken for: its question, the goal that it is about, its scale."""
    if column.item is None:
        return f"left out: {column.why}"
    goal = f"{column.goal} {goals.get(column.goal, '')}".strip()
    scale = (column.scale.label, column.reading.label) if column.on_scale else ()
    return " · ".join(filter(None, (column.item.label, goal, *scale)))


def _level(each: Meaning) -> str:
    return "no answer" if each.level is None else str(each.level)
