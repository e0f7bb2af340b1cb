"""Where a sheet of scores stands in the journal: one's own by itself, an observer's in their entry.

An observer's scores are part of the observation, so that they go wherever it goes; what is written
in its form meanwhile changes nothing of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from pydantic import ValidationError

from facilitui.core.base import Record
from facilitui.core.debriefs import observation, rescoring, scores
from facilitui.core.debriefs.observation import Observation, sheet_of, with_sheet
from facilitui.core.debriefs.scores import RubricRef, Score, ScoreSheet, SelfScores
from facilitui.core.errors import NotFound
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.withdrawal import gone_told
from facilitui.services.journals.entry_form import UNREADABLE
from facilitui.services.journals.journal_entries import record_of

Revisions = Sequence[Document]
"""The revisions of one entry, the oldest first."""
NOT_SAVED = "this observation is not in the journal yet; save it first"


class ScorePlace(Protocol):
    """An entry that scores stand in."""

    entry: str
    kind: str
    draft: str
    """What the draft of the scores is called."""

    def read(self, document: Document) -> ScoreSheet | None:
        """The scores that a revision has; None where this version cannot read it."""

    def written(self, sheet: ScoreSheet, over: Revisions) -> Record:
        """The next revision, with these scores in it. Raises NotFound where it cannot be."""


class OwnPlace:
    """One's own scores on a session."""

    kind = scores.KIND

    def __init__(self, session: str, log_head: str) -> None:
        self.entry = self.draft = entry_id(session)
        self._log_head = log_head

    def read(self, document: Document) -> ScoreSheet | None:
        """The scores that a revision has; None where it has none, or cannot be read."""
        is_own = document["kind"] == self.kind and body_of(document)
        return record_of(document, ScoreSheet) if is_own else None

    def written(self, sheet: ScoreSheet, over: Revisions) -> Record:
        """The next revision, which says how far the session's log had come."""
        return SelfScores(**dict(sheet), log_head=self._log_head)


class ObserversPlace:
    """What an observer scored, within the observation."""

    kind = observation.KIND

    def __init__(self, entry: str) -> None:
        self.entry, self.draft = entry, entry_id(entry)

    def read(self, document: Document) -> ScoreSheet | None:
        """The scores that a revision has; None where it has none, or cannot be read."""
        found = record_of(document, Observation) if document["kind"] == self.kind else None
        return sheet_of(found) if found is not None else None

    def written(self, sheet: ScoreSheet, over: Revisions) -> Record:
        """The newest revision with these scores in it. Raises NotFound where it cannot be read."""
        return with_sheet(self.observed(over), sheet)

    def observed(self, revisions: Revisions) -> Observation:
        """The observation as it stands. Raises NotFound where it is not saved or not readable."""
        if not revisions:
            raise NotFound(NOT_SAVED)
        if told := gone_told(revisions[-1]):
            raise NotFound(told)
        found = record_of(revisions[-1], Observation)
        if found is None:
            raise NotFound(UNREADABLE.format(self.entry))
        return found


def entry_id(session: str) -> str:
    """What one's own scores on a session are called, in the journal and as a draft."""
    return f"{scores.KIND}-{session}"


def last_scored(place: ScorePlace, revisions: Revisions) -> Document | None:
    """The revision in which the scores became what they are; None where none is saved."""
    if not revisions:
        return None
    found, stands = revisions[-1], place.read(revisions[-1])
    for document in reversed(revisions[:-1]):
        before = place.read(document)
        if stands is None or before is None or _given(before) != _given(stands):
            break
        found = document
    return found


def adds(saved: ScoreSheet, body: Mapping[str, object]) -> bool:
    """Whether a draft has scores that are not saved, or cannot be read."""
    try:
        typed = ScoreSheet.model_validate({**body, "session": saved.session})
    except ValidationError:
        return True
    is_same = typed.rubric.is_same(saved.rubric)
    return not is_same or rescoring.over(typed, saved).scores != saved.scores


def _given(sheet: ScoreSheet) -> tuple[RubricRef, tuple[Score, ...]]:
    return sheet.rubric, sheet.scores
