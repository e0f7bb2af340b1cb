"""The criteria of a rubric with all that is known of them beside the scores on a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitui.core.debriefs.rescoring import earlier
from facilitui.core.debriefs.scores import (
    RubricRef,
    Score,
    ScoreSheet,
    Spread,
    ref,
    score_of,
    spread,
)
from facilitui.core.library.rubric import Criterion, Rubric
from facilitui.core.library.shelf import Shelf

RUBRICS = "/rubrics/"
"""The folder that rubrics lie in, in the library and at home."""
Levels = tuple[tuple[int, str, str], ...]
"""Each with its figure, what it is called and what it looks like."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody else scored a criterion, which is never that of the sheet."""

    by: str
    is_own: bool
    """Whether it is the facilitator's own, beside an observer's."""
    score: Score


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion with all that is known of it here."""

    id: str
    name: str
    levels: Levels
    """Empty where not known."""
    priority: bool
    score: Score | None
    earlier: Spread | None
    """The same person's in earlier sessions, under the same rubric."""
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """What somebody else scored on the session of a sheet."""

    by: str
    is_own: bool
    """Whether they are the facilitator's own, beside an observer's."""
    rubric: RubricRef
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet of scores that a session can have."""

    observation: str
    """The entry of the observation that it is part of; empty for one's own."""
    by: str
    """Empty for one's own."""
    told: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the library and the journal know beside a sheet."""

    rubrics: Mapping[str, Rubric]
    every: tuple[ScoreSheet, ...] = ()
    """The same person's scores of all sessions."""
    others: tuple[Other, ...] = ()
    """What others scored on this session."""
    sheets: tuple[SheetRow, ...] = ()
    """All sheets that this session can have."""
    unread: tuple[str, ...] = ()
    """Names of files in the folders of rubrics that cannot be read."""

    def rubric_of(self, sheet: ScoreSheet) -> Rubric | None:
        """The rubric of a sheet; None where none is chosen, or that version is gone."""
        found = self.rubrics.get(sheet.rubric.id)
        return found if found is not None and ref(found).is_same(sheet.rubric) else None

    def otherwise_scored(self, sheet: ScoreSheet) -> tuple[Other, ...]:
        """Who scored with another rubric: nothing of theirs can be set beside."""
        return tuple(each for each in self.others if not each.rubric.is_same(sheet.rubric))


def with_unread(known: Known, shelf: Shelf) -> Known:
    """The same, with the rubrics on a shelf that cannot be chosen as nobody can read them."""
    parts = (each.file.rpartition(RUBRICS) for each in shelf.problems)
    named = dict.fromkeys(name for _, is_rubric, name in parts if is_rubric)
    return replace(known, unread=tuple(named))


def left_over(sheet: ScoreSheet, known: Known) -> tuple[Score, ...]:
    """The scores for criteria that the rubric in use has no more, though its version is theirs."""
    rubric = known.rubric_of(sheet)
    if rubric is None:
        return ()
    return tuple(each for each in sheet.scores if rubric.criterion(each.criterion) is None)


def criteria_of(sheet: ScoreSheet, known: Known) -> tuple[CriterionRow, ...]:
    """The criteria of the rubric; of one that is not there any more, those that were scored."""
    rubric = known.rubric_of(sheet)
    earlier_ones = [score for each in earlier(known.every, sheet) for score in each.scores]
    others = [each for each in known.others if each.rubric.is_same(sheet.rubric)]

    def row(criterion: str, name: str, levels: Levels = (), priority: bool = False) -> CriterionRow:
        found = ((each, score_of(each.scores, criterion)) for each in others)
        return CriterionRow(
            criterion,
            name,
            levels,
            priority,
            score_of(sheet.scores, criterion),
            spread(earlier_ones, criterion),
            tuple(Seen(each.by, each.is_own, score) for each, score in found if score is not None),
        )

    if rubric is None:
        return tuple(row(score.criterion, score.called) for score in sheet.scores)
    return tuple(
        row(each.id, each.name, _levels(rubric, each), each.id in rubric.priority)
        for each in rubric.criteria
    )


def _levels(rubric: Rubric, criterion: Criterion) -> Levels:
    found = range(1, rubric.top + 1)
    return tuple((n, rubric.scale[str(n)], criterion.levels[str(n)]) for n in found)
