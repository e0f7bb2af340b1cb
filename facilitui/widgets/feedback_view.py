"""What participants said about one session: growth, each item level by level, their words."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui import text as t
from facilitui.core.responses.feedback import Feedback, Item, are_few, example, quotes
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.feedback_together import askings
from facilitui.core.responses.feedback_told import (
    SO_MANY,
    came_in_told,
    growth_sentences,
    kept_back_told,
    later_told,
    on_scales,
    set_told,
)
from facilitui.core.told import capital, in_quotes
from facilitui.widgets.feedback_bars import level_lines

MOST_SHOWN = 100
"""Quotes to one question that are shown."""
_WORDED = (Item.INTENTION, Item.TRANSFER, Item.ONE_CHANGE)
NO_EXAMPLE = "No example is chosen yet: e chooses one."
TOO_FEW = f"An example is told {SO_MANY}."
NO_GROWTH = "Nobody told both how sure they were before and how sure they are now."


def pictures_lines(pictures: Sequence[Feedback], sets: Sequence[Feedback], width: int) -> t.Lines:
    """All that came in, with the sets that it is of; what was taken out is told at its end."""
    lines: t.Lines = []
    asked = iter(askings(sets))
    for each in pictures:
        # What was asked on another scale follows its picture, whose sets are told already.
        lines += feedback_lines(each, width, () if each.in_all is not None else next(asked, ()))
    for each in (each for each in sets if each.withdrawn):
        lines += t.wrapped(f"Taken out: {set_told(each)}.", width, t.SOFT)
    return lines


def feedback_lines(feedback: Feedback, width: int, sets: Sequence[Feedback] = ()) -> t.Lines:
    """All of it, with the sets that it is made of; the return rate stands above every figure."""
    lines = t.wrapped(capital(returned(feedback)), width, f"bold {t.INK}")
    came_in = map(set_told, sets) if len(sets) > 1 else (came_in_told(feedback),)
    lines += [line for each in came_in for line in t.wrapped(each, width, t.SOFT)]
    lines += t.wrapped("Asked weeks later", width, t.SOFT) if feedback.later else []
    lines += [t.BLANK, *_growth(feedback, width), *_example(feedback, width), t.BLANK]
    lines += _figures(feedback, width)
    for item in _WORDED:
        lines += _words(feedback, item, width)
    return lines


def heard_lines(heard: Sequence[Feedback], width: int) -> t.Lines:
    """In short, beside a debrief: the return rate, growth, the figures; nobody's words."""
    lines: t.Lines = []
    for each in heard:
        lines += [*t.wrapped("What participants said", width, f"bold {t.SOFT}")]
        lines += t.wrapped(capital(returned(each)), width)
        lines += t.wrapped(later_told(each), width, t.SOFT) if each.later else []
        lines += [*_sentences(each, width), t.BLANK, *_figures(each, width)]
    return lines[:-1]


def _growth(feedback: Feedback, width: int) -> t.Lines:
    """The share with now above before and the median gain, goal by goal: never only a mean."""
    told = _sentences(feedback, width) or t.wrapped(NO_GROWTH, width, t.SOFT)
    return [t.heading("Growth"), *told]


def _sentences(feedback: Feedback, width: int) -> t.Lines:
    return [line for each in growth_sentences(feedback) for line in t.wrapped(each, width)]


def _example(feedback: Feedback, width: int) -> t.Lines:
    """One example of growth, or why there is none."""
    if shown := example(feedback):
        return t.wrapped(f"Example: {in_quotes(shown)}", width)
    if not growth_sentences(feedback):
        return []
    return t.wrapped(TOO_FEW if are_few(len(feedback.responses)) else NO_EXAMPLE, width, t.SOFT)


def _figures(feedback: Feedback, width: int) -> t.Lines:
    """Every question on a scale: those about effect, then before and now, goal by goal."""
    found = on_scales(feedback)
    return [line for heading, each in found for line in level_lines(each, heading, width)]


def _words(feedback: Feedback, item: Item, width: int) -> t.Lines:
    """What was written to an item; below five answer sheets only that there is something."""
    said, held_back = quotes(feedback, item), kept_back_told(feedback, item)
    if not said and not held_back:
        return []
    lines = [t.fitted(t.heading(item.label), width)]
    lines += t.wrapped(held_back, width, t.SOFT) if held_back else []
    for each in said[:MOST_SHOWN]:
        lines += t.labelled("·", t.wrapped(each, width - 2), 2)
    more = len(said) - MOST_SHOWN
    return [*lines, *([t.soft(f"and {more} more")] if more > 0 else []), t.BLANK]
