"""What participants said, in sentences and headings: the same on a screen and in documents."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.responses.feedback import EFFECT, GROWTH, QUOTES_FROM, Feedback, Item, kept_back
from facilitui.core.responses.feedback_coming import when_told
from facilitui.core.responses.feedback_figures import Answered, answered, growth_told, subjects
from facilitui.core.responses.feedback_rate import who
from facilitui.core.told import capital

SO_MANY = f"from {QUOTES_FROM} answer sheets on, so that nobody is known by it"
"""From when on an example is told, and why."""
WERE_ASKED = f"from {QUOTES_FROM} answer sheets on that ask for it, so that nobody is known by it"
"""From when on words are shown: who was not asked could not have written them."""


def came_in_told(feedback: Feedback) -> str:
    """From where and when answers came in."""
    return ", ".join(filter(None, (feedback.source, when_told(feedback))))


def set_told(feedback: Feedback) -> str:
    """A set of answers: from where and when it came in, and how many answered."""
    return f"{came_in_told(feedback)}, {len(feedback.responses):,} answered"


def growth_sentences(feedback: Feedback) -> tuple[str, ...]:
    """How far people came, goal by goal; none where nobody told both before and now."""
    return tuple(f"{capital(each)}." for each in growth_told(feedback, who(feedback)))


def on_scales(feedback: Feedback) -> Iterator[tuple[str, tuple[Answered, ...]]]:
    """Every question on a scale under its heading: the effect, then before and now by goal."""
    yield f"Effect, as {who(feedback)} saw it", answered(feedback, EFFECT)
    for each in subjects(feedback):
        heading = ": ".join(filter(None, ("How sure, before and now", each.label)))
        yield heading, answered(feedback, GROWTH, each.goal)


def kept_back_told(feedback: Feedback, item: Item) -> str:
    """That something was written to an item though too few were asked it; else nothing."""
    wrote = len(kept_back(feedback, item))
    return f"{wrote} wrote something; it is shown {WERE_ASKED}." if wrote else ""


def later_told(feedback: Feedback) -> str:
    """That it was asked weeks later, and when; empty where it was asked at the end."""
    return f"Asked weeks later, {when_told(feedback)}" if feedback.later else ""
