"""What a question or an answer says of the entry that it is about, so that it reads by itself."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from facilitui.core.base import LONGEST_LINE
from facilitui.core.errors import NotFound
from facilitui.core.journals.entries import QUESTION, title
from facilitui.core.journals.journal import Document, body_of, hash_of
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.question import Question
from facilitui.services.journals.journal_entries import record_of
from facilitui.services.reviews.review_desk import NOT_HERE


def about_of(entry: str, document: Document) -> dict[str, object]:
    """What a question or an answer says of the entry that it is about, whatever that one says."""
    body = body_of(document)
    known: dict[str, object] = {
        key: body[key] for key in ("session", "zone") if isinstance(body.get(key), str)
    }
    with suppress(ValueError):
        held = datetime.fromisoformat(str(body.get("held_at")))
        known |= {"held_at": held} if held.tzinfo is not None else {}
    return {**known, "title": title(entry, body)[:LONGEST_LINE], "about_hash": hash_of(document)}


def answer_to(newest: Mapping[str, Document], to: str, today: date) -> Answer:
    """A new answer to a question, or a note on any other entry. Raises NotFound."""
    document = newest.get(to)
    if document is None:
        raise NotFound(NOT_HERE)
    asked = record_of(document, Question) if document["kind"] == QUESTION else None
    about = about_of(to, document)
    about["to_hash"] = about.pop("about_hash")
    if asked is None:
        return Answer.model_validate({"to": to, "about": to, "answered_on": today, **about})
    said = {"about": asked.about, "question": asked.text, "passage": asked.passage}
    return Answer.model_validate({"to": to, "answered_on": today, **about, **said})
