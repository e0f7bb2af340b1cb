"""Entries of the journal that are opened: each kind as its model."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from facilitui.core.base import Record
from facilitui.core.debriefs import debrief, observation, scores
from facilitui.core.errors import NotFound
from facilitui.core.journals import attachment, withdrawal
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.pathways import enrolment, log_entry, roster, snapshot
from facilitui.core.privacy import purge_intent, purging
from facilitui.core.privacy.purging import Purged
from facilitui.core.responses import feedback
from facilitui.core.reviews import answer, growth, question
from facilitui.core.safe_text import quoted

MODELS: Mapping[str, type[Record]] = {
    debrief.KIND: debrief.Debrief,
    observation.KIND: observation.Observation,
    feedback.KIND: feedback.Feedback,
    scores.KIND: scores.SelfScores,
    attachment.KIND: attachment.Attachment,
    question.KIND: question.Question,
    answer.KIND: answer.Answer,
    growth.KIND: growth.Growth,
    enrolment.KIND: enrolment.Enrolment,
    log_entry.KIND: log_entry.LogEntry,
    roster.KIND: roster.Roster,
    snapshot.KIND: snapshot.Snapshot,
    withdrawal.KIND: withdrawal.Withdrawal,
    purging.KIND: purge_intent.PurgeRecord,
}


def record_in(document: Document) -> Record | None:
    """What an entry says; None for a kind that this version does not know. Raises NotFound."""
    if is_blanked(document):
        return Purged()
    model = MODELS.get(document["kind"])
    if model is None:
        return None
    try:
        return model.model_validate(body_of(document))
    except ValidationError as error:
        field = next((part for each in error.errors() for part in each["loc"]), "body")
        told = f"this version of facilitui cannot read its {quoted(str(field))}"
        raise NotFound(f"the entry {document['id']} cannot be read: {told}") from error
