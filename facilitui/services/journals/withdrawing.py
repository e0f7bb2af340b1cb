"""Withdrawing entries of the journal with a reason, and taking them back."""

from __future__ import annotations

from typing import Any

from facilitui.core.base import Record
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.entries import ATTACHED, HEARD, PURGED, label
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.revising import REASON, TAKES_BACK
from facilitui.core.journals.rivals import SETTLES_IT, rivals, side_by_side
from facilitui.core.journals.withdrawal import (
    BACK,
    KIND,
    NOT_WITHDRAWN,
    WithdrawnAlready,
    as_taken_back,
    is_withdrawn,
    refuse_without,
    said_before,
    withdrawal_of,
)
from facilitui.core.journals.written_over import read_as
from facilitui.core.ports import Chance, Clock, DraftStore
from facilitui.core.responses.feedback import Feedback
from facilitui.core.safe_text import line as safe_line
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.journal_entries import JournalEntries, record_of

DRAFT = "withdrawal-{}"
"""What the draft of a reason is called, so that it is no draft of the entry itself."""
ATTACHMENT = (
    "an attachment is let go where it is listed, under a in the journal; its copy is deleted then"
)
RECORD = "this says only that something was purged; it cannot be withdrawn"
NOTHING_LEFT = "what this entry said was purged; there is nothing to withdraw or to take back"
SETTLE_FIRST = f"it has {{}}; {SETTLES_IT}, then it can be withdrawn or taken back"
UNREADABLE = "this version of facilitui cannot read these answers; they stay in the journal"


class ReasonForm(EntryForm[Any]):
    """The reason for a withdrawal while it is typed: a draft of its own until it is given."""

    async def save(self) -> bool:
        """Withdraw the entry. Raises FacilituiError without a reason, and as every form does."""
        refuse_without(self.half.get(REASON, ""))
        return await super().save()


class Withdrawing:
    """The withdrawals of one journal. All may raise FacilituiError."""

    def __init__(self, journal: Journal, drafts: DraftStore, clock: Clock, chance: Chance) -> None:
        self._entries = JournalEntries(journal, drafts, clock, chance)

    async def called(self, entry: str) -> str:
        """What an entry is called, so that nobody takes it for another one."""
        return await self._entries.called(entry)

    async def is_withdrawn(self, entry: str) -> bool:
        """Whether an entry counts no more. Raises NotFound, or what says that none can be."""
        return is_withdrawn(await _found(self._entries, entry))

    async def attached_to(self, entry: str) -> str:
        """The session that an entry is an attachment of; empty where it is none."""
        document = await self._entries.newest_of(entry)
        is_one = document is not None and document["kind"] == ATTACHED
        return str(body_of(document).get("session") or "") if document and is_one else ""

    async def open(self, entry: str) -> ReasonForm:
        """The form for the reason, with what was typed of it before."""
        document = await _found(self._entries, entry)
        if is_withdrawn(document):
            raise WithdrawnAlready
        kind, record = _withdrawn(document)
        draft = DRAFT.format(entry)

        def make(before: Record, _revised: bool) -> Form[Any]:
            return _reason_form(
                f"Withdraw the {label(document['kind'], body_of(document))}", before
            )

        made = ReasonForm(entry, kind, record, document, self._entries, make, draft)
        await made.find(document)
        return made

    async def withdraw(self, entry: str, reason: str, takes_back: str = "") -> None:
        """Let an entry count no more, for a reason.

        `takes_back` is the hash of the revision that was the deed, where this undoes only that.
        """
        refuse_without(reason)
        document = await _found(self._entries, entry)
        if is_withdrawn(document):
            raise WithdrawnAlready
        kind, record = _withdrawn(document)
        why = {REASON: reason.strip(), **({TAKES_BACK: takes_back} if takes_back else {})}
        given = record.model_copy(update=why)
        await self._entries.write(entry, kind, given, read_as(document))
        await self._entries.drafts.drop(DRAFT.format(entry))

    async def take_back(self, entry: str, why: str = "") -> None:
        """Let an entry say again what it said before it was withdrawn."""
        await taken_back(self._entries, entry, why)


async def taken_back(entries: JournalEntries, entry: str, why: str = "") -> None:
    """Save what an entry said before it was withdrawn as its next revision.

    Raises FacilituiError where it was not, or nothing of it is left.
    """
    document = await _found(entries, entry)
    if not is_withdrawn(document):
        raise FacilituiError(NOT_WITHDRAWN)
    if document["kind"] == HEARD:
        again = {**body_of(document), "withdrawn": False, REASON: BACK.format(why or "they count")}
        await entries.write_body(entry, HEARD, again, read_as(document))
        return
    said = said_before(each for each in await entries.documents() if each["id"] == entry)
    if said is None:
        raise FacilituiError(NOTHING_LEFT)
    body = as_taken_back(said, document, why)
    await entries.write_body(entry, str(said["kind"]), body, read_as(document))


async def _found(entries: JournalEntries, entry: str) -> Document:
    """The newest revision of an entry that can be withdrawn or taken back."""
    document = await entries.newest_of(entry)
    if document is None:
        shown = safe_line(entry)
        raise NotFound(f"the journal has no entry {shown}; `journal list` shows them all")
    if document["kind"] in (PURGED, ATTACHED):
        raise FacilituiError(RECORD if document["kind"] == PURGED else ATTACHMENT)
    if is_blanked(document):
        raise FacilituiError(NOTHING_LEFT)
    if several := rivals(each for each in await entries.documents() if each["id"] == entry):
        raise FacilituiError(SETTLE_FIRST.format(side_by_side(len(several))))
    return document


def _withdrawn(document: Document) -> tuple[str, Record]:
    """The revision that withdraws an entry, without its reason; answers say it of themselves."""
    if document["kind"] != HEARD:
        return KIND, withdrawal_of(document)
    feedback = record_of(document, Feedback)
    if feedback is None:
        raise FacilituiError(UNREADABLE)
    return HEARD, feedback.model_copy(update={"withdrawn": True, REASON: ""})


def _reason_form(heading: str, before: Record) -> Form[Any]:
    hint = "a sentence; it is kept with the entry"
    saved = str(getattr(before, REASON, ""))
    field = FormField(REASON, "Why", saved, hint, kind=Kind.TEXT, read=r.text)

    def change(record: Record, values: Values) -> Record:
        return record.model_copy(update={REASON: values.get(REASON, "").strip()})

    return Form(heading, (field,), change, subject="the withdrawal")
