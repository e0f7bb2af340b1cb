"""The columns of a form as they would be taken, and what becomes of its rows."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from facilitui import text as t
from facilitui.core.answer_words import AGREEMENT
from facilitui.core.responses.feedback_columns import Column
from facilitui.core.responses.feedback_coming import days_told
from facilitui.core.responses.feedback_reading import Meaning, told
from facilitui.core.responses.form_words import IN_WORDS, ROUND, Reading, said
from facilitui.core.told import capital
from facilitui.services.responses.form_preview import FormPreview
from facilitui.widgets.rows import Row

ANONYMOUS = "Names and addresses stay out: nobody is named."
KNOWN = "The columns are as you chose them for this form before."
MENDED = "s chooses a scale, g a goal"
IN_SENTENCES = "→ takes it in words"
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
        return t.join(who, t.soft("in words" if column.item else _why_out(column)))
    told = t.accent(f" · {t.plural(strays, 'answer')} not on it") if strays else ""
    told = t.join(told, t.accent(f" · {column.look}" if column.look else ""))
    return t.join(who, t.soft(column.scale.label), told, t.soft(f" · {_meant(column, meanings)}"))


def _why_out(column: Column) -> str:
    """Why it is left out, and that it can be taken where it is answered in words."""
    return f"{column.why}: {IN_SENTENCES}" if column.in_words else column.why


def _meant(column: Column, meanings: tuple[Meaning, ...]) -> str:
    """What words are read as; of figures, which end of them is most."""
    read = [each for each in meanings if each.level is not None]
    known = {_cut(each.text): each.level for each in reversed(read)}
    said = " · ".join(f"{text} = {known[text]}" for text in reversed(known))
    if not said or column.reading is Reading.UPWARDS:
        return most_told(column, meanings)
    return f"{said} ({most_told(column, meanings)})"


def most_told(column: Column, meanings: tuple[Meaning, ...]) -> str:
    """Which answer is most: by what the column says, unless figures or agreement were asked for."""
    if column.order:
        return "in the order that you chose"
    levels = [(each.level, each.text) for each in meanings if each.level is not None]
    agree = any(said(text) in AGREEMENT for _, text in levels)
    if column.reading not in IN_WORDS or agree:
        return column.reading.label
    if not levels:
        return "its words are not known: o puts them in order"
    turned = "turned round: " if column.reading in ROUND else ""
    return f"{turned}“{_cut(max(levels)[1])}” is most"


def _cut(text: str) -> str:
    return f"{text[: _SHORT - 1]}{t.ELLIPSIS}" if len(text) > _SHORT else text


def result_lines(
    preview: FormPreview, width: int, most: int, doubts: tuple[str, ...] = ()
) -> t.Lines:
    """In a few lines: what can be taken, what cannot, when they answered, what to look at.

    `doubts` are why it may not be of this session; they are told first.
    """
    told = t.wrapped(" · ".join(_told(preview)), width, f"bold {t.INK}")
    told = t.clipped(told, most - 1, width)
    return [*told, *t.clipped(_beside(preview, width, doubts), most - len(told), width)]


def _told(preview: FormPreview) -> list[str]:
    days = preview.answered_on
    return [*told(preview.read), *([f"answered {days_told(days)}"] if days else [])]


def _beside(preview: FormPreview, width: int, doubts: tuple[str, ...]) -> t.Lines:
    """What to look at before taking it; else why the columns are as they are."""
    if preview.no_growth and not doubts:
        return t.wrapped(f"{capital(preview.no_growth)}: {MENDED}.", width)
    known = t.wrapped(KNOWN, width, t.SOFT) if preview.remembered else []
    if looks := (*doubts, *preview.to_look_at):
        more = f"d tells {len(looks) - 1} more; " if len(looks) > 1 else ""
        lines = t.labelled("! ", t.wrapped(f"{more}{looks[0]}", width - 2), 2)
        return [*lines, *known]
    if preview.remembered:
        return known
    private = [each for each in preview.columns if each.private]
    anonymous = private and not any(each.item for each in private)
    return t.wrapped(ANONYMOUS, width, t.SOFT) if anonymous else []


def details(preview: FormPreview, doubts: tuple[str, ...] = ()) -> str:
    """Everything that was understood, to be read: each column, then what is not taken."""
    goals = {each.id: each.text for each in preview.goals}
    parts: list[str] = []
    for column, meanings in zip(preview.columns, preview.read.meanings, strict=True):
        parts += [column.heading, f"  → {_taken(column, goals, meanings)}"]
        parts += [f"    {_cut(each.text)} → {_level(each)}  ({each.count}×)" for each in meanings]
    parts += ["", *_told(preview), *doubts, *preview.to_look_at]
    parts += [f"line {each.line}: {each.reason}" for each in preview.read.unread]
    more = preview.read.not_taken + preview.read.left_out - len(preview.read.unread)
    return "\n".join([*parts, *([f"and {more} more of the kind"] if more > 0 else [])])


def _taken(column: Column, goals: Mapping[str, str], meanings: tuple[Meaning, ...]) -> str:
    """What a column is taken for: its question, the goal that it is about, its scale."""
    if column.item is None:
        return f"left out: {column.why}"
    goal = f"{column.goal} {goals.get(column.goal, '')}".strip()
    scale = (column.scale.label, most_told(column, meanings)) if column.on_scale else ()
    return " · ".join(filter(None, (column.item.label, goal, *scale)))


def _level(each: Meaning) -> str:
    return "no answer" if each.level is None else str(each.level)
