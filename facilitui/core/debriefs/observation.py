"""Observations: somebody else's look at a session, live or recorded, and the feedback after it.

It counts with mode, date, giver and feedback; scores are optional, and are kept apart from one's
own (design §2, requirements A-32 to A-35, A-39).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field, model_validator

from facilitui.core.base import Line, Record, Text
from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.scores import RubricRef, Score, ScoreSheet, check_fits
from facilitui.core.journals.attachment import FileHash
from facilitui.core.vocabulary import Role

KIND = "observation"
"""What an observation is called in the journal."""


class Observation(Record):
    """One observation. A recording stays outside: its place and its hash are kept.

    Raises ValueError where its scores do not fit, as a `ScoreSheet` does.
    """

    session: str = ""
    """Empty where none of the sessions here was observed."""
    title: Line = ""
    held_at: AwareDatetime | None = None
    zone: str = ""
    mode: ObservationMode | None = None
    link: Line = ""
    """Where the recording lies."""
    file_name: Line = ""
    file_hash: FileHash | Literal[""] = ""
    """The sha256 of the recording, where it was at hand."""
    observed_on: date | None = None
    giver: Line = ""
    """Who observed and gave the feedback."""
    role: Role = Role.STAFF
    feedback: Text = ""
    given_on: date | None = None
    """When the feedback was given."""
    rubric: RubricRef = Field(default_factory=RubricRef)
    scores: tuple[Score, ...] = ()
    reason: Text = ""
    """Why this revision was made; empty for the first."""

    @model_validator(mode="after")
    def _fits(self) -> Observation:
        check_fits(self.rubric, self.scores)
        return self


def lacks(observation: Observation, held_on: date | None) -> tuple[str, ...]:
    """What it lacks to count, in words.

    `held_on` is the day of its session, as it was where that was held; None where nobody knows it.
    """
    recorded = observation.mode is ObservationMode.RECORDED
    held = bool(observation.link.strip() or observation.file_hash)
    found = (
        ("how it was observed", observation.mode is not None),
        ("a link to the recording, or its file's hash", held or not recorded),
        ("the day it was observed", observation.observed_on is not None),
        ("observed on the session's day or later", not is_before(observation, held_on)),
        ("who observed", bool(observation.giver.strip())),
        ("the feedback", bool(observation.feedback.strip())),
        ("the day the feedback was given", observation.given_on is not None),
        ("feedback given on the day it was observed, or later", not is_early(observation)),
    )
    return tuple(what for what, there in found if not there)


def is_early(observation: Observation) -> bool:
    """Whether the feedback would have been given before anything was observed."""
    seen, given = observation.observed_on, observation.given_on
    return seen is not None and given is not None and given < seen


def is_before(observation: Observation, held_on: date | None) -> bool:
    """Whether a session would have been observed before there was anything to see."""
    seen = observation.observed_on
    return seen is not None and held_on is not None and seen < held_on


def counts(observation: Observation, held_on: date | None) -> bool:
    """Whether it counts as an observation with feedback."""
    return not lacks(observation, held_on)


def sheet_of(observation: Observation) -> ScoreSheet:
    """What its observer scored, as a sheet to score on."""
    return ScoreSheet(
        session=observation.session,
        title=observation.title,
        held_at=observation.held_at,
        zone=observation.zone,
        rubric=observation.rubric,
        scores=observation.scores,
    )


def with_sheet(observation: Observation, sheet: ScoreSheet) -> Observation:
    """The observation with what its observer scored, and why that was changed."""
    scored = {"rubric": sheet.rubric, "scores": sheet.scores, "reason": sheet.reason}
    return observation.model_copy(update=scored)
