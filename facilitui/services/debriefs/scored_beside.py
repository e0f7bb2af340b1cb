"""Scores of a session side by side: one's own and those of its observers."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.base import Record
from facilitui.core.debriefs import observation, scores
from facilitui.core.debriefs.scores_beside import SideBySide, side_by_side
from facilitui.core.journals.journal import Document
from facilitui.services.journals.journal_entries import records


def scored_beside(record: Record | None, session: Iterable[Document]) -> tuple[SideBySide, ...]:
    """Scores side by side, with those that other entries of the same session have."""
    named = {each["id"]: each for each in session}
    own = {name: each for name, each in named.items() if each["kind"] == scores.KIND}
    seen = {name: each for name, each in named.items() if each["kind"] == observation.KIND}
    if isinstance(record, scores.SelfScores):
        return side_by_side(record, (each for _, each in records(seen, observation.Observation)))
    if isinstance(record, observation.Observation):
        mine = next((each for _, each in records(own, scores.SelfScores)), None)
        return side_by_side(mine, (record,))
    return ()
