"""Withdrawals: an entry that counts no more, and why.

A withdrawal is the next revision of the entry, of a kind of its own: whoever takes the newest
revisions of a kind leaves the entry out. What it said stays in the revisions before; the revision
after a withdrawal says it again.

Answers of participants are taken out in their own way, which says so within the answers; so they
stay together with the others of their session. An attachment is let go, which deletes its copy.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facilitui.core.any_shape import text_in
from facilitui.core.base import Record
from facilitui.core.errors import FacilituiError, Refused
from facilitui.core.journals import entries
from facilitui.core.journals.entries import HEARD, OF_PATHWAY, WITHDRAWN
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.revising import REASON, said_in
from facilitui.core.journals.rivals import order
from facilitui.core.told import in_quotes

KIND = WITHDRAWN
"""What the revision that withdraws an entry is called in the journal."""
NO_REASON = "say why it is withdrawn; what it said stays in the revisions before"
MEANS = (
    "It counts in no report, trend, pathway or commitment; what its session's run shows still "
    "counts. Its earlier revisions keep what it said, and {} takes it back."
)
MEANS_HERE = MEANS.format("w")
BACK = "taken back: {}"
PURGED_TOLD = "what this entry said was purged; write it anew{}"
NOT_SAID = "no reason was given"
NOT_WITHDRAWN = "this entry was not withdrawn; nothing was changed"
TAKE_BACK = "in Journal it can be taken back"
WITHDRAWN_ALREADY = "this entry was withdrawn already; {}"


class WithdrawnAlready(FacilituiError):
    """Raised where an entry that counts no more is to be withdrawn; it tells how it counts again.

    Without anything else said, in Journal.
    """

    def __init__(self, how: str = TAKE_BACK) -> None:
        super().__init__(WITHDRAWN_ALREADY.format(how))


class Withdrawal(Record):
    """That an entry counts no more."""

    reason: str = ""
    was: str = ""
    """The kind of the entry."""
    label: str = ""
    """What it was called in a list."""
    title: str = ""
    session: str = ""
    """The session it was about; empty without one."""
    held_at: str = ""
    """When that was held, or how the entry was dated, as it said it."""
    zone: str = ""
    takes_back: str = ""
    """The hash of the revision that this one takes back, where it is there for that alone."""

    @property
    def told(self) -> str:
        """That it was withdrawn and why, in a sentence without its full stop."""
        why = " ".join(self.reason.split())
        return f"this {self.label or self.was} was withdrawn: {in_quotes(why) if why else NOT_SAID}"


def withdrawal_of(document: Document) -> Withdrawal:
    """The withdrawal of an entry's newest revision; its reason is still to be given."""
    body, kind = body_of(document), str(document["kind"])
    return Withdrawal(
        was=kind,
        label=entries.label(kind, body),
        title=entries.title("", body),
        session=text_in(body, "session"),
        held_at=entries.day(body, str(document["made_at"])),
        zone=text_in(body, "zone"),
    )


def withdrawal_in(document: Document | None) -> Withdrawal | None:
    """What a revision says of being withdrawn; None where it withdraws nothing."""
    if document is None or document.get("kind") != KIND:
        return None
    body = body_of(document)
    return Withdrawal(**{name: text_in(body, name) for name in Withdrawal.model_fields})


def is_withdrawn(document: Document) -> bool:
    """Whether an entry counts no more, by its newest revision."""
    taken_out = document["kind"] == HEARD and body_of(document).get("withdrawn") is True
    return document["kind"] == KIND or taken_out


def said_before(revisions: Iterable[Document]) -> Document | None:
    """The newest of an entry's revisions that says what the entry says; None where none is left."""
    said = (each for each in revisions if each["kind"] != KIND and not is_blanked(each))
    return max(said, key=order, default=None)


def as_taken_back(said: Document, withdrawal: Document, why: str = "") -> dict[str, Any]:
    """What the revision after a withdrawal says: what was said before, and why once more."""
    was = " ".join(text_in(body_of(withdrawal), REASON).split())
    told = why.strip() or f"it had been withdrawn because {in_quotes(was)}"
    return {**said_in(body_of(said)), REASON: BACK.format(told)}


def refuse_without(reason: str) -> None:
    """Raises Refused where no reason is given."""
    if not reason.strip():
        raise Refused(NO_REASON, REASON)


def gone_told(document: Document | None) -> str:
    """That an entry was withdrawn or purged, for whoever wants to write in it; else empty.

    A sentence without its full stop.
    """
    if document is not None and is_blanked(document):
        return PURGED_TOLD.format("" if document["kind"] in OF_PATHWAY else " under the session")
    found = withdrawal_in(document)
    return f"{found.told}; {TAKE_BACK}" if found is not None else ""
