"""Who may have been in a session, by the rosters of the enrolments that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.journals.journal import Document
from facilitui.core.pathways.enrolment import KIND as ENROLMENT
from facilitui.core.pathways.entry_rows import people
from facilitui.core.pathways.log_entry import KIND as LOG_ENTRY
from facilitui.core.pathways.roster import KIND as ROSTER

_KINDS = frozenset({ENROLMENT, LOG_ENTRY, ROSTER})


def taking_part(session: str, entries: Iterable[tuple[Document, Body]]) -> tuple[str, ...]:
    """The names in the rosters of those enrolments that a session was sorted into, or logged for.

    `entries` are newest revisions, each with what it says, of any shape. Empty for no session.
    """
    kept = [each for each in entries if each[0]["kind"] in _KINDS] if session else []
    own = {enrolment for each in kept for enrolment in _enrolments(session, *each)} - {""}
    rosters = (body for document, body in kept if document["kind"] == ROSTER)
    return tuple(
        name for body in rosters if text_in(body, "enrolment") in own for name in people(body)
    )


def _enrolments(session: str, document: Document, body: Body) -> Iterator[str]:
    """The enrolments that an entry says the session belongs to."""
    if document["kind"] == LOG_ENTRY and text_in(body, "session") == session:
        yield text_in(body, "enrolment")
    keys = (text_in(each, "key") for each in list_in(body, "serves") if isinstance(each, dict))
    if document["kind"] == ENROLMENT and session in keys:
        yield str(document["id"])
