"""Entries of the journal that are opened: each kind as its model."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from facilitui.core import attachment, debrief, feedback, observation, scores
from facilitui.core.base import Record
from facilitui.core.errors import NotFound
from facilitui.core.journal import Document, body_of
from facilitui.core.safe_text import quoted

MODELS: Mapping[str, type[Record]] = {
    debrief.KIND: debrief.Debrief,
    observation.KIND: observation.Observation,
    feedback.KIND: feedback.Feedback,
    scores.KIND: scores.SelfScores,
    attachment.KIND: attachment.Attachment,
}


def record_in(document: Document) -> Record | None:
    """What an entry says; None for a kind that this version does not know. Raises NotFound."""
    model = MODELS.get(document["kind"])
    if model is None:
        return None
    try:
        return model.model_validate(body_of(document))
    except ValidationError as error:
        field = next((part for each in error.errors() for part in each["loc"]), "body")
        told = f"this version of facilitui cannot read its {quoted(str(field))}"
        raise NotFound(f"the entry {document['id']} cannot be read: {told}") from error
