"""What answers add up to: each question level by level, and how far people came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from facilitui.core.responses.feedback import GROWTH, Feedback, Item
from facilitui.core.responses.feedback_rate import PARTICIPANTS
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.told import figure, in_quotes

MOST_BARS = 11
"""Levels that are counted one by one; those of a longer scale are counted in fifths."""
_FIFTHS = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """What before and now are about: one goal, or the session as a whole."""

    goal: str = ""
    """The goal's id; empty for the session as a whole."""
    text: str = ""
    """The goal, as it was planned."""

    @property
    def label(self) -> str:
        """The goal's id with its words; empty for the session as a whole."""
        return f"{self.goal} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Growth:
    """How far people came by their own account."""

    subject: Subject
    pairs: int
    """How many told both before and now."""
    grew: int
    """How many of them are surer now."""
    median_gain: float
    scale: Scale


@dataclass(frozen=True, slots=True)
class Unlike:
    """Before and now on two scales, which tell no growth."""

    subject: Subject
    before: Scale
    now: Scale


@dataclass(frozen=True, slots=True)
class Answered:
    """How one question was answered."""

    item: Item
    scale: Scale
    count: int
    by_level: tuple[int, ...]
    """How many at each of its levels, the lowest first."""
    median: float

    @property
    def told(self) -> str:
        """The median with its scale."""
        return self.scale.told(self.median)

    @property
    def agreeing(self) -> int:
        """How many are above the middle of its scale."""
        counted = zip(self.scale.levels, self.by_level, strict=True)
        return sum(count for level, count in counted if self.scale.above_middle(level))

    def bars(self) -> Iterator[tuple[str, int]]:
        """How many at each level, or at the levels from one to another, the lowest first."""
        levels = self.scale.levels
        if len(levels) <= MOST_BARS:
            yield from ((str(level), self.by_level[at]) for at, level in enumerate(levels))
            return
        size = len(levels) // _FIFTHS
        for part in range(_FIFTHS):
            begin, end = part * size, len(levels) if part == _FIFTHS - 1 else (part + 1) * size
            yield f"{levels[begin]}-{levels[end - 1]}", sum(self.by_level[begin:end])


def subjects(feedback: Feedback) -> tuple[Subject, ...]:
    """The session as a whole, then each goal that was asked about."""
    texts = {"": ""} | {each.goal: each.text for each in feedback.asked if each.goal}
    texts |= {goal: texts.get(goal, "") for each in feedback.responses for goal in each.goals}
    return tuple(Subject(goal, text) for goal, text in texts.items())


def answered(feedback: Feedback, items: Iterable[Item], goal: str = "") -> tuple[Answered, ...]:
    """How questions on a scale were answered, without those that nobody answered."""
    found = (_answered(feedback, item, goal) for item in items)
    return tuple(each for each in found if each is not None)


def _answered(feedback: Feedback, item: Item, goal: str) -> Answered | None:
    scale = feedback.scale(item, goal)
    given = (response.level(item, goal) for response in feedback.responses)
    levels = [level for level in given if level is not None]
    if not levels or scale is None:
        return None
    counted = Counter(levels)
    by_level = tuple(counted[level] for level in scale.levels)
    return Answered(item, scale, len(levels), by_level, median(levels))


def growths(feedback: Feedback) -> tuple[Growth | Unlike, ...]:
    """The share with now above before and the median gain, wherever somebody told both."""
    found = (_growth(feedback, each) for each in subjects(feedback))
    return tuple(each for each in found if each is not None)


def _growth(feedback: Feedback, subject: Subject) -> Growth | Unlike | None:
    before, now = (feedback.scale(item, subject.goal) for item in GROWTH)
    told = (
        tuple(response.level(item, subject.goal) for item in GROWTH)
        for response in feedback.responses
    )
    gains = [now - before for before, now in told if before is not None and now is not None]
    if not gains or before is None or now is None:
        return None
    if before != now:
        return Unlike(subject, before, now)
    return Growth(subject, len(gains), sum(gain > 0 for gain in gains), median(gains), now)


def growth_told(feedback: Feedback, people: str) -> tuple[str, ...]:
    """How far people came, a sentence for each goal: a share, the median gain, never a mean."""
    return tuple(f"{_about(each.subject)}{_told(each, people)}" for each in growths(feedback))


def _about(subject: Subject) -> str:
    named = subject.text.strip() or subject.goal
    return f"About {in_quotes(named)}: " if named else ""


def _told(found: Growth | Unlike, people: str) -> str:
    if isinstance(found, Unlike):
        scales = f"{found.before.label} and {found.now.label}"
        return f"before and now were asked on two scales, {scales}, which tell no growth"
    count = f"{found.grew} of {found.pairs}"
    if people == PARTICIPANTS:
        share = f"{count} {people} who told both are surer now than before"
    else:
        share = f"{people} told both, and {count} are surer now than before"
    return (
        f"{share}; the median gain is {figure(found.median_gain)} on a scale of {found.scale.label}"
    )
