"""Paper slips as they are typed in: one line a slip, a figure an answer."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from facilitui import text as t
from facilitui.core.responses.feedback import Item, Response, level_words
from facilitui.core.responses.slips import WORDED, Question, SlipSheet, questions
from facilitui.widgets.rows import Row

_NUMBER, _ANSWER = 4, 4
_LETTERS = {item: item.short[:3] for item in Item} | {Item.BEFORE: "Bef", Item.NOW: "Now"}
"""What the columns are called."""
_ABOUT = {
    Item.BEFORE: "Before: how sure about “{}”?",
    Item.NOW: "Now: how sure about “{}”?",
}


def _shown(sheet: SlipSheet, width: int) -> tuple[Question, ...]:
    """The questions that have room beside one another, the one that is asked among them."""
    asked = questions(sheet.slips)
    room = max(1, (width - _NUMBER) // _ANSWER)
    begin = max(0, min(sheet.at, len(asked) - 1) - room + 1)
    return asked[begin : begin + room]


def head_lines(sheet: SlipSheet, width: int) -> t.Lines:
    """How many slips there are, of how many who came, over the names of the columns."""
    count, came = len(sheet.slips.responses), sheet.slips.attendance
    told = f"{t.plural(count, 'slip')} of {came} who came" if came else t.plural(count, "slip")
    shown = _shown(sheet, width)
    goals = [goal if item is Item.BEFORE else "" for item, goal in shown]
    above = [t.right(t.fitted(t.soft(goal), _ANSWER - 1), _ANSWER) for goal in goals]
    names = [t.right(t.soft(_LETTERS[item]), _ANSWER) for item, _ in shown]
    return [
        t.spread(t.strong("Slips by hand"), t.soft(told), width),
        t.fitted(t.join(" " * _NUMBER, *above), width) if any(goals) else t.BLANK,
        t.fitted(t.join(" " * _NUMBER, *names, t.soft("  words")), width),
    ]


def slip_rows(sheet: SlipSheet) -> list[Row]:
    """A row for each slip, and one for the next."""
    rows = (*sheet.slips.responses, Response())
    return [_row(at, slip, sheet) for at, slip in enumerate(rows)]


def _row(at: int, slip: Response, sheet: SlipSheet) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        asked = sheet.asked if at == sheet.row else None
        shown = _shown(sheet, width)
        answers = [t.right(_answer(slip, each, asked), _ANSWER) for each in shown]
        written = ", ".join(item.short.lower() for item in WORDED if slip.words.get(item))
        number = t.right(t.soft(at + 1), _NUMBER - 1)
        return [t.fitted(t.join(number, " ", *answers, "  ", t.soft(written)), width)]

    return Row(str(at), draw)


def _answer(slip: Response, question: Question, asked: Question | None) -> Content:
    found = slip.level(*question)
    level = "·" if found is None else str(found)
    return t.accent(f"›{level}") if question == asked else t.ink(level)


def asked_lines(sheet: SlipSheet, goals: Mapping[str, str], width: int) -> t.Lines:
    """What the next digit answers, with what the digits stand for; always as many lines."""
    if sheet.asked is None:
        told, levels = "Complete: enter begins the next slip, w its words.", ""
    else:
        item, goal = sheet.asked
        words = level_words(item)
        told = _ABOUT[item].format(goals.get(goal, goal)) if goal else item.label
        levels = " · ".join(f"{n} {word}" for n, word in zip(item.levels, words, strict=True))
    lines = [t.BLANK, t.fitted(t.strong(told), width)]
    legend = t.clipped(t.wrapped(levels, width, t.SOFT), 2, width)
    return [*lines, *legend, *[t.BLANK] * (2 - len(legend))]
