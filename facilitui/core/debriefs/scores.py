"""Scores on a rubric: one's own and an observer's, kept apart; what is missing stays missing.

Facts §8: what was seen or recorded is scored, with its moment and one quote or note; a changed
score needs a reason; no average is a result, the median and the range over time are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from pydantic import AwareDatetime, Field, model_validator

from facilitui.core.base import Line, Record, Text
from facilitui.core.library.rubric import Rubric
from facilitui.core.sessions.clock import LONGEST_SECONDS

KIND = "scores"
"""What a set of one's own scores is called in the journal."""
_BEYOND_CALENDARS = 1e12
"""Seconds; who wrote more did not mean a moment."""


class RubricRef(Record):
    """The rubric that scores were given under. Scores outlive it, so it is named, not held."""

    id: Line = ""
    version: Line = ""
    name: Line = ""
    top: int = Field(default=4, ge=2, le=9)
    """The highest level of its scale."""
    levels: tuple[Line, ...] = Field(default=(), max_length=9)
    """What each level is called; empty where that was not kept."""

    def is_same(self, other: RubricRef) -> bool:
        """Whether scores under both can be compared: what a rubric is called does not matter.

        Of a rubric without an id it is not known which one it was, so it is the same as none.
        """
        same = (self.id, self.version, self.top) == (other.id, other.version, other.top)
        return same and bool(self.id)

    @property
    def told(self) -> str:
        """What it is called, with its version; empty where neither is known."""
        named = self.name.strip() or self.id
        version = f", version {self.version}" if self.version else ""
        return f"{named}{version}" if named else ""

    def level_name(self, level: int) -> str:
        """What a level is called; empty where that was not kept."""
        return self.levels[level - 1].strip() if level <= len(self.levels) else ""

    def level_told(self, level: int) -> str:
        """A level on its scale, with what it is called: "3 of 4, Proficient".

        One above the scale, which nobody named, stands alone.
        """
        of = f" of {self.top}" if level <= self.top else ""
        return ", ".join(filter(None, (f"{level}{of}", self.level_name(level))))


class Change(Record):
    """That a score was another one before, and why it is not any more."""

    level: int | None = None
    """What it was."""
    reason: Text = ""


class Score(Record):
    """One criterion at one level, with what shows it."""

    criterion: Line
    name: Line = ""
    """The criterion's, so that a changed rubric changes no old entry."""
    level: int = Field(ge=1, le=9)
    moment: float | None = Field(default=None, ge=0, le=_BEYOND_CALENDARS)
    """Seconds since the session began, as it was kept; None where it is about no one moment."""
    note: Text = ""
    """A quote or a note."""
    changes: tuple[Change, ...] = ()
    """What it was before, oldest first."""

    @property
    def called(self) -> str:
        """The criterion's name, else its id."""
        return self.name.strip() or self.criterion

    @property
    def told_moment(self) -> float | None:
        """Its moment; None for one that no session lasts until, which an old entry may have."""
        known = self.moment is not None and self.moment <= LONGEST_SECONDS
        return self.moment if known else None


class Withdrawn(Record):
    """That a score which had been saved was taken out, and why."""

    criterion: Line
    name: Line = ""
    level: int = Field(ge=1, le=9)
    """What it was."""
    reason: Text = ""


class ScoreSheet(Record):
    """The scores that one person gave on one session.

    Raises ValueError where a criterion is scored twice, or above the highest level of a rubric
    that is named.
    """

    session: str = ""
    title: Line = ""
    held_at: AwareDatetime | None = None
    zone: str = ""
    rubric: RubricRef = Field(default_factory=RubricRef)
    scores: tuple[Score, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    """What this revision took out of the one before."""
    reason: Text = ""
    """Why this revision was made; empty for the first."""

    @model_validator(mode="after")
    def _fits(self) -> ScoreSheet:
        check_fits(self.rubric, self.scores)
        return self


class SelfScores(ScoreSheet):
    """How somebody scored themselves on one session."""

    log_head: str = ""
    """The hash of the session's last event when they were saved."""


def check_fits(rubric: RubricRef, scores: Iterable[Score]) -> None:
    """Raise ValueError where a criterion is scored twice, or above the rubric's highest level.

    Of a rubric without an id nobody knows which level was the highest.
    """
    seen: set[str] = set()
    for each in scores:
        if each.criterion in seen:
            raise ValueError(f"{each.criterion} is scored twice")
        if rubric.id and each.level > rubric.top:
            raise ValueError(f"{each.criterion} is scored {each.level} of {rubric.top}")
        seen.add(each.criterion)


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of one criterion over time."""

    median: float
    lowest: int
    highest: int
    count: int


def ref(rubric: Rubric) -> RubricRef:
    """A rubric as scores name it."""
    levels = tuple(rubric.scale[str(level)] for level in range(1, rubric.top + 1))
    about = {"id": rubric.id, "version": rubric.version, "name": rubric.name}
    return RubricRef(**about, top=rubric.top, levels=levels)


def score_of(scores: Iterable[Score], criterion: str) -> Score | None:
    """The score of a criterion; None where it is missing."""
    return next((score for score in scores if score.criterion == criterion), None)


def needs_reason(saved: Iterable[Score], criterion: str, level: int | None) -> bool:
    """Whether a criterion was saved at another level, so that this one has to be justified."""
    stood = score_of(saved, criterion)
    return stood is not None and stood.level != level


def scored(
    scores: Sequence[Score],
    rubric: Rubric,
    criterion: str,
    level: int | None,
    *,
    saved: Sequence[Score] = (),
    reason: str = "",
) -> tuple[Score, ...]:
    """The scores with one criterion at another level, in the rubric's order; None takes it out.

    What is not among the `saved` ones changes freely. Raises ValueError where one that was saved
    would change without a reason, or where the rubric has no such criterion or level.
    """
    found = rubric.criterion(criterion)
    if found is None or (level is not None and not 1 <= level <= rubric.top):
        raise ValueError("the rubric has no such criterion or level")
    known, stood = score_of(scores, criterion), score_of(saved, criterion)
    if level == (known.level if known is not None else None):
        return tuple(scores)
    justified = needs_reason(saved, criterion, level)
    if justified and not reason.strip():
        raise ValueError("a score that was saved changes only with a reason")
    others = [score for score in scores if score.criterion != criterion]
    if level is None:
        return tuple(others)
    before = stood.changes if stood is not None else ()
    if stood is not None and justified:
        before = (*before, Change(level=stood.level, reason=reason))
    kept = known or stood or Score(criterion=criterion, level=level)
    changed = kept.model_copy(update={"level": level, "name": found.name, "changes": before})
    order = {each.id: place for place, each in enumerate(rubric.criteria)}
    return tuple(sorted((*others, changed), key=lambda s: order.get(s.criterion, len(order))))


def spread(scores: Iterable[Score], criterion: str) -> Spread | None:
    """Median and range of a criterion over several sets of scores; None where all miss it."""
    levels = [score.level for score in scores if score.criterion == criterion]
    if not levels:
        return None
    return Spread(median(levels), min(levels), max(levels), len(levels))


def unsupported(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The scores that no quote or note stands beside."""
    return tuple(score for score in scores if not score.note.strip())
