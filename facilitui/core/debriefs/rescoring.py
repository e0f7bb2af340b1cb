"""Changing a sheet of scores: freely until it is saved, and with a reason from then on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from facilitui.core.debriefs.scores import (
    Change,
    Score,
    ScoreSheet,
    Withdrawn,
    needs_reason,
    ref,
    score_of,
    scored,
)
from facilitui.core.library.rubric import Rubric

MEANWHILE = "another copy of the program saved that meanwhile"


def standing(sheet: ScoreSheet, saved: ScoreSheet) -> tuple[Score, ...]:
    """The saved scores that change only with a reason: those under the rubric that is in use."""
    return saved.scores if saved.rubric.is_same(sheet.rubric) else ()


def rescored(
    sheet: ScoreSheet,
    rubric: Rubric,
    criterion: str,
    level: int | None,
    *,
    saved: ScoreSheet,
    reason: str = "",
) -> ScoreSheet:
    """The sheet with one criterion at another level; None takes its score out.

    `saved` are those of the journal. Raises ValueError as `scored` does.
    """
    stood = standing(sheet, saved)
    scores = scored(sheet.scores, rubric, criterion, level, saved=stood, reason=reason)
    if scores == sheet.scores:
        return sheet
    of_this = {each.criterion for each in stood if each.criterion == criterion}
    others = (each for each in sheet.withdrawn if each.criterion not in of_this)
    taken = _taken_out(stood, reason, of_this) if level is None else ()
    return sheet.model_copy(update={"scores": scores, "withdrawn": (*others, *taken)})


def under(sheet: ScoreSheet, rubric: Rubric, *, saved: ScoreSheet, reason: str = "") -> ScoreSheet:
    """The sheet begun anew under another rubric; under the saved one, that of the journal.

    Nothing is carried over or rescaled. Raises ValueError where saved ones go without a reason.
    """
    wanted = ref(rubric)
    if wanted.is_same(sheet.rubric):
        return sheet
    if wanted.is_same(saved.rubric):
        again: dict[str, object] = {"scores": saved.scores, "withdrawn": ()}
        return sheet.model_copy(update={"rubric": saved.rubric, **again})
    if saved.scores and not reason.strip():
        raise ValueError("scores that were saved go only with a reason")
    taken = _taken_out(saved.scores, reason, {each.criterion for each in saved.scores})
    return sheet.model_copy(update={"rubric": wanted, "scores": (), "withdrawn": taken})


def with_note(sheet: ScoreSheet, criterion: str, note: str) -> ScoreSheet:
    """With the quote or note of one score; one that is missing stays missing."""
    return _with(sheet, criterion, note=note)


def with_moment(sheet: ScoreSheet, criterion: str, moment: float | None) -> ScoreSheet:
    """With the moment of one score, None for no one moment; a missing score stays missing."""
    return _with(sheet, criterion, moment=moment)


def _with(sheet: ScoreSheet, criterion: str, **fields: object) -> ScoreSheet:
    scores = (s.model_copy(update=fields) if s.criterion == criterion else s for s in sheet.scores)
    return sheet.model_copy(update={"scores": tuple(scores)})


def why(sheet: ScoreSheet, saved: ScoreSheet) -> str:
    """Why a revision is made: each change since the one before, with what justifies it."""
    told = [
        f"{score.name}: {change.level} to {score.level}, {change.reason}"
        for score in sheet.scores
        for change in score.changes[-1:]
        if needs_reason(standing(sheet, saved), score.criterion, score.level)
    ]
    out = [f"{each.name}: {each.level} taken out, {each.reason}" for each in sheet.withdrawn]
    return "; ".join((*told, *out))


def earlier(every: Iterable[ScoreSheet], sheet: ScoreSheet) -> tuple[ScoreSheet, ...]:
    """Of several, those of earlier sessions that can be compared: given under the same rubric."""
    return tuple(
        each
        for each in every
        if each.session != sheet.session
        and each.rubric.is_same(sheet.rubric)
        and _is_before(each.held_at, sheet.held_at)
    )


def _is_before(held_at: datetime | None, other: datetime | None) -> bool:
    return held_at is not None and (other is None or held_at < other)


def _taken_out(
    saved: Iterable[Score], reason: str, criteria: Collection[str]
) -> tuple[Withdrawn, ...]:
    """What becomes of the saved scores of some criteria that go."""
    return tuple(
        Withdrawn(criterion=each.criterion, name=each.name, level=each.level, reason=reason)
        for each in saved
        if each.criterion in criteria
    )


def over(typed: ScoreSheet, saved: ScoreSheet) -> ScoreSheet:
    """What was typed, over what another copy may have saved meanwhile; nothing of either is lost.

    A score that only the other one has comes along. One that both have stays as it was typed, with
    what became of the other one's told in place of a reason.
    """
    stood, gone = standing(typed, saved), {each.criterion for each in typed.withdrawn}
    mine = {each.criterion for each in typed.scores}
    theirs = tuple(s for s in stood if s.criterion not in mine and s.criterion not in gone)
    scores = (*(_over(each, stood) for each in typed.scores), *theirs)
    return typed if scores == typed.scores else typed.model_copy(update={"scores": scores})


def _over(score: Score, stood: Iterable[Score]) -> Score:
    other = score_of(stood, score.criterion)
    if other is None or other.level == score.level:
        return score
    if score.changes and score.changes[-1].level == other.level:
        return score
    told = Change(level=other.level, reason=MEANWHILE)
    return score.model_copy(update={"changes": (*score.changes, told)})
