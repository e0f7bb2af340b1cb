"""Participants' feedback: effect and growth, as figures that stay honest (facts §9).

Anonymous; the return rate is always told, and below half the wording says "some participants";
quotes are shown from five responses on; growth is told by share, median and one example.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from facilitui.core.base import Line, Record, Text
from facilitui.core.in_pieces import in_pieces
from facilitui.core.responses.feedback_scale import AGREE, EVEN, SURE, Scale
from facilitui.core.words import Word

KIND = "feedback"
"""What a set of responses is called in the journal."""
QUOTES_FROM = 5
"""Responses from which on quotes are shown; our own floor."""
MOST_RESPONSES = 50_000
MOST_GOALS = 50


class Item(Word):
    """What is asked; the values are the constructs of facts §9."""

    RELEVANCE = "relevance", "What we did is useful for my work."
    VOICE = "voice", "I could speak or think in my own way."
    PACE = "pace", "There was enough time to think."
    PROCESS = "process", "The way of working helped the talk."
    SAFETY = "safety", "I could say what I did not know."
    BEFORE = "before", "Before today, how sure were you about the goal?"
    NOW = "now", "And now?"
    INTENTION = "intention", "What will you try, by when?"
    ONE_CHANGE = "one_change", "What should we change?"
    TRANSFER = "transfer_4w", "What did you try since then, and what happened?"

    @property
    def short(self) -> str:
        """What it is called in a list."""
        return _SHORT.get(self, self.value.capitalize())

    @property
    def usual(self) -> Scale | None:
        """The scale that it is usually asked on; None in words."""
        if self in GROWTH:
            return SURE
        return None if self in _OPEN else AGREE

    @property
    def levels(self) -> range:
        """The figures of its usual scale; none in words."""
        return range(0) if self.usual is None else self.usual.levels


GROWTH = (Item.BEFORE, Item.NOW)
"""The items about how sure somebody was and is: of the whole session, or of one goal."""
_OPEN = frozenset({Item.INTENTION, Item.ONE_CHANGE, Item.TRANSFER})
_SHORT = {
    Item.PACE: "Time to think",
    Item.BEFORE: "Sure before",
    Item.NOW: "Sure now",
    Item.INTENTION: "Will try",
    Item.ONE_CHANGE: "Change",
    Item.TRANSFER: "Tried since",
}
EFFECT = tuple(item for item in Item if item.usual is AGREE)
"""The items about how the session worked."""
AGREE_WORDS = ("disagree", "rather disagree", "partly", "rather agree", "agree")
SURE_WORDS = ("not at all", "a little", "somewhat", "quite", "very")


def level_words(item: Item, scale: Scale | None = None) -> tuple[str, ...]:
    """What the levels of a scale, else of the usual one, are called; nothing where they are not."""
    if scale == EVEN and item in EFFECT:
        return tuple(word for word in AGREE_WORDS if word != "partly")
    if scale not in (None, item.usual):
        return ()
    return {AGREE: AGREE_WORDS, SURE: SURE_WORDS, None: ()}[item.usual]


class Response(Record):
    """What one participant answered. An item that is not there was not answered."""

    levels: dict[Item, int] = Field(default_factory=dict)
    words: dict[Item, Text] = Field(default_factory=dict)
    goals: dict[Line, dict[Item, int]] = Field(default_factory=dict, max_length=MOST_GOALS)
    """What was told about single goals, by their ids: how sure before, how sure now."""

    def level(self, item: Item, goal: str = "") -> int | None:
        """What was answered about a goal, or about the session as a whole."""
        return (self.goals.get(goal, {}) if goal else self.levels).get(item)

    def told(self) -> Iterator[tuple[Item, str, int]]:
        """Every answer on a scale, with the id of the goal that it is about."""
        yield from ((item, "", level) for item, level in self.levels.items())
        for goal, levels in self.goals.items():
            yield from ((item, goal, level) for item, level in levels.items())


class Asked(Record):
    """A question that was asked otherwise than usual: on another scale, or about one goal."""

    item: Item
    scale: Scale
    goal: Line = ""
    """The goal's id; empty for the session as a whole."""
    text: Text = ""
    """The goal, as it was planned."""


class Feedback(Record):
    """The responses to one session, as they came in together."""

    session: str = ""
    title: Line = ""
    held_at: AwareDatetime | None = None
    zone: str = ""
    collected_on: date | None = None
    """The day on which they were taken in."""
    answered_on: tuple[date, date] | None = None
    """The first and the last day on which they answered, where their form's tool noted it."""
    later: bool = False
    """Whether it was asked weeks afterwards, about what was tried since."""
    attendance: int | None = Field(default=None, ge=0, le=100_000)
    """How many could have answered; None where nobody told."""
    source: Line = ""
    """The name of the file it came from; empty where it was entered by hand."""
    asked: tuple[Asked, ...] = Field(default=(), max_length=10 * MOST_GOALS)
    """What was asked otherwise than usual; everything else was on its usual scale."""
    responses: tuple[Response, ...] = Field(default=(), max_length=MOST_RESPONSES)
    rows: tuple[Line, ...] = Field(default=(), max_length=MOST_RESPONSES)
    """By what the rows of its file are known again, in no order of theirs; none by hand."""
    example: Text = ""
    """One example of growth, chosen by whoever facilitated."""
    withdrawn: bool = False
    """Whether they were taken out again: then they count in no figure."""
    in_all: int | None = Field(default=None, exclude=True)
    """Of a part that was asked on another scale: how many answered in all; never kept."""
    asked_in_words: dict[Item, int] | None = Field(default=None, exclude=True)
    """Of answers from several sets: how many were asked each question in words. Never kept."""
    reason: Text = ""
    """Why this revision was made; empty for the first."""

    _one_by_one = in_pieces("responses", Response, MOST_RESPONSES)

    @model_validator(mode="after")
    def _on_their_scales(self) -> Self:
        scales = {(each.item, each.goal): each.scale for each in self.asked}
        if len(scales) < len(self.asked):
            raise ValueError("a question was asked twice")
        check_levels(self.responses, scales)
        return self

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.answered_on is not None and self.answered_on[0] > self.answered_on[1]:
            raise ValueError("the first day on which they answered is behind the last")
        return self

    def scale(self, item: Item, goal: str = "") -> Scale | None:
        """The scale that a question was asked on; None for one in words."""
        found = (each.scale for each in self.asked if (each.item, each.goal) == (item, goal))
        return next(found, item.usual)


def check_levels(
    responses: Iterable[Response], scales: Mapping[tuple[Item, str], Scale] | None = None
) -> None:
    """Raise ValueError for an answer that is not on its scale, or about a goal and may not be."""
    others = scales or {}
    for response in responses:
        for item, goal, level in response.told():
            scale = others.get((item, goal), item.usual)
            if scale is None or not scale.least <= level <= scale.most:
                raise ValueError(f"{item.value} has no level {level}")
            if goal and item not in GROWTH:
                raise ValueError(f"{item.value} is about no single goal")


def are_few(count: int) -> bool:
    """Whether somebody could be known by their words among so many who could have written them."""
    return count < QUOTES_FROM


def asked_of(feedback: Feedback, item: Item) -> int:
    """How many were asked a question in words; of one set all, once anybody wrote to it.

    Who was not asked cannot have written it, and so hides nobody.
    """
    if feedback.asked_in_words is not None:
        return feedback.asked_in_words.get(item, 0)
    return len(feedback.responses) if written(feedback, item) else 0


def written(feedback: Feedback, item: Item) -> tuple[str, ...]:
    """What was written to an item, whoever could be known by it."""
    return tuple(r.words[item] for r in feedback.responses if r.words.get(item, "").strip())


def quotes(feedback: Feedback, item: Item) -> tuple[str, ...]:
    """What was written to an item; nothing where fewer than five were asked it."""
    return () if are_few(asked_of(feedback, item)) else written(feedback, item)


def kept_back(feedback: Feedback, item: Item) -> tuple[str, ...]:
    """What was written to an item and is not shown, as too few were asked it."""
    return written(feedback, item) if are_few(asked_of(feedback, item)) else ()


def example(feedback: Feedback) -> str:
    """The example of growth; none below five responses, nor out of words that are not quoted."""
    told = feedback.example.strip()
    unquoted = {text.strip() for item in Item for text in kept_back(feedback, item)}
    return "" if are_few(len(feedback.responses)) or told in unquoted else told
