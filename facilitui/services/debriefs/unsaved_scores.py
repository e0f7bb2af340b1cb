"""Scores that were given and never saved: one's own, and those of observers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from facilitui.core.debriefs.observation import KIND as OBSERVATION
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import ScoreSheet
from facilitui.core.debriefs.scores_beside import giver_of
from facilitui.core.journals.journal import Document
from facilitui.core.ports import LeftDraft
from facilitui.services.debriefs.kept_scores import revisions_of
from facilitui.services.debriefs.score_places import (
    ObserversPlace,
    OwnPlace,
    ScorePlace,
    adds,
    entry_id,
)
from facilitui.services.journals.journal_entries import record_of


@dataclass(frozen=True, slots=True)
class UnsavedSheet:
    """Scores of which the journal lacks something."""

    entry: str
    """The journal's entry that they would be saved in."""
    session: str
    title: str
    held_at: datetime | None
    by: str
    """Who observed; empty for one's own."""

    @property
    def observation(self) -> str:
        """The entry of the observation that they are part of; empty for one's own."""
        return self.entry if self.by else ""


def unsaved_scores(
    left: Iterable[LeftDraft], documents: Sequence[Document]
) -> tuple[UnsavedSheet, ...]:
    """Those drafts that say more than the journal, the one that was given last first."""
    return tuple(_unsaved(sorted(left, key=lambda each: -each.changed), documents))


def _unsaved(left: Iterable[LeftDraft], documents: Sequence[Document]) -> Iterator[UnsavedSheet]:
    for draft in left:
        seen = _observed(draft.name, documents)
        place: ScorePlace = ObserversPlace(seen) if seen else OwnPlace(_session(draft), "")
        if draft.name != place.draft:
            continue
        revisions = revisions_of(documents, place.entry)
        saved = (place.read(revisions[-1]) if revisions else None) or ScoreSheet()
        typed = _typed(draft)
        if typed is None or not (typed.scores or saved.scores) or not adds(saved, draft.value):
            continue
        observation = record_of(revisions[-1], Observation) if seen else None
        by = giver_of(observation) if observation is not None else ""
        yield UnsavedSheet(place.entry, typed.session, typed.title, typed.held_at, by)


def _observed(name: str, documents: Sequence[Document]) -> str:
    """The observation whose scores a draft has; empty where it has one's own."""
    found = (each for each in documents if each["kind"] == OBSERVATION)
    return next((str(each["id"]) for each in found if entry_id(each["id"]) == name), "")


def _session(draft: LeftDraft) -> str:
    return str(draft.value.get("session") or "")


def _typed(draft: LeftDraft) -> ScoreSheet | None:
    try:
        return ScoreSheet.model_validate(dict(draft.value))
    except ValidationError:
        return None
