"""One's own scores on a session beside those of its observers: side by side, never made one.

Only what was given under the same version of the same rubric can stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import RubricRef, Score, ScoreSheet, score_of

NOBODY = "an observer"
"""What an observer is called whom nobody has named yet."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One criterion as two people scored it; None where one of them did not."""

    name: str
    mine: Score | None
    theirs: Score | None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One's own scores beside those of one observer."""

    giver: str
    rubric: RubricRef
    pairs: tuple[Pair, ...]
    """In the order of one's own, then what only the observer scored."""


def giver_of(observation: Observation) -> str:
    """Who observed, as a sentence calls them."""
    return observation.giver.strip() or NOBODY


def side_by_side(
    own: ScoreSheet | None, observations: Iterable[Observation]
) -> tuple[SideBySide, ...]:
    """One's own scores beside each observer's, where both scored with the same rubric."""
    if own is None or not own.scores:
        return ()
    return tuple(
        SideBySide(giver_of(each), own.rubric, _pairs(own.scores, each.scores))
        for each in observations
        if each.scores and each.rubric.is_same(own.rubric)
    )


def apart(own: ScoreSheet | None, observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The observations whose scores cannot stand beside one's own: under another rubric."""
    if own is None or not own.scores:
        return ()
    scored = (each for each in observations if each.scores)
    return tuple(each for each in scored if not each.rubric.is_same(own.rubric))


def _pairs(mine: tuple[Score, ...], theirs: tuple[Score, ...]) -> tuple[Pair, ...]:
    both = {each.criterion: each for each in (*theirs, *mine)}
    order = dict.fromkeys(each.criterion for each in (*mine, *theirs))
    return tuple(
        Pair(both[each].called, score_of(mine, each), score_of(theirs, each)) for each in order
    )
