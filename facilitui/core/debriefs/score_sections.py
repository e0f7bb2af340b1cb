"""What one's own scores and an observation say, part by part, and both side by side."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from facilitui.core.debriefs.asked_moments import at_told
from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.observation import Observation, lacks, sheet_of
from facilitui.core.debriefs.scores import (
    RubricRef,
    Score,
    ScoreSheet,
    SelfScores,
    Withdrawn,
    unsupported,
)
from facilitui.core.debriefs.scores_beside import SideBySide
from facilitui.core.journals.entry_moments import in_zone
from facilitui.core.journals.said import NOT_TOLD, Said, Section, hash_said, on_day, some
from facilitui.core.told import capital, plural


def self_scores(own: SelfScores, zone: tzinfo | None) -> tuple[Section, ...]:
    """One's own scores, and what was taken out of them."""
    return (*_scores("Scores", own, zone), _taken_out(own.withdrawn))


def _scores(heading: str, sheet: ScoreSheet, zone: tzinfo | None) -> tuple[Section, ...]:
    scores, rubric = sheet.scores, sheet.rubric
    began = _began(sheet.held_at, zone)
    rows = [
        Said(each.called, rubric.level_told(each.level), _beside(each, rubric, began))
        for each in scores
    ]
    if bare := len(unsupported(scores)):
        bare_told = f"{plural(bare, 'score')} without a quote or a note."
        rows.append(Said(bare_told, by_program=True))
    return (Section(heading, tuple(rows)),)


def _beside(score: Score, rubric: RubricRef, began: datetime | None) -> tuple[str, ...]:
    """What shows a score, at which moment, and what it was before and why it was changed."""
    moment = "" if score.told_moment is None else at_told(score.told_moment, began)
    was = (
        f"Was {_level(each.level, rubric)}: {each.reason.strip() or NOT_TOLD}"
        for each in score.changes
    )
    return some(score.note, moment, *was)


def _level(level: int | None, rubric: RubricRef) -> str:
    if level is None:
        return "missing"
    return ", ".join(some(str(level), rubric.level_name(level)))


def beside_section(beside: SideBySide, whose: str = "") -> Section:
    """Self-scores and an observer's, criterion by criterion, each as it was given.

    `whose` names whose journal it is; empty for that of whoever looks at it.
    """
    own = whose or "you"
    rows = (
        Said(each.name, f"{own} {_given(each.mine)} · {beside.giver} {_given(each.theirs)}")
        for each in beside.pairs
    )
    return Section(f"Side by side: {own} and {beside.giver}", tuple(rows))


def _given(score: Score | None) -> str:
    return str(score.level) if score is not None else "missing"


def _taken_out(withdrawn: Iterable[Withdrawn]) -> Section:
    rows = (
        Said(each.name or each.criterion, f"was {each.level}", some(each.reason))
        for each in withdrawn
    )
    return Section("Taken out", tuple(rows))


def _began(held_at: datetime | None, zone: tzinfo | None) -> datetime | None:
    return in_zone(held_at.isoformat(), zone) if held_at and zone else None


def observed(seen: Observation, zone: tzinfo | None) -> tuple[Section, ...]:
    """How it was observed, what it lacks to count, the feedback, and the scores apart."""
    recorded = seen.mode is ObservationMode.RECORDED
    began = _began(seen.held_at, zone)
    pairs = (
        Said("Mode", seen.mode.label.lower() if seen.mode is not None else NOT_TOLD),
        Said("Observed", on_day(seen.observed_on)),
        Said("Feedback given", on_day(seen.given_on)),
        *((Said("Recording", "", some(seen.link, seen.file_name)),) if recorded else ()),
        *hash_said("Hash of its file", seen.file_hash),
    )
    told = tuple(
        Said(capital(what), by_program=True)
        for what in lacks(seen, began.date() if began is not None else None)
    )
    found = (
        Section("How it was observed", pairs),
        Section("To count, it still lacks", told),
        Section("Feedback", tuple(Said(text) for text in some(seen.feedback))),
    )
    if not seen.scores:
        none = Said("None given.", by_program=True)
        return (*found, Section("The observer's scores", (none,)))
    under = seen.rubric.told
    heading = f"The observer's scores: {under}" if under else "The observer's scores"
    return (*found, *_scores(heading, sheet_of(seen), zone))
