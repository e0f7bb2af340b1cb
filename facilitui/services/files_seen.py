"""Whether the files that entries rest on are still those that they were written over."""

from __future__ import annotations

import asyncio

from facilitui.core.backups.soundness import about_session, logs_missed, sought
from facilitui.core.base import Record
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Attachments
from facilitui.core.journals.attachment import MEND_COPY, Attachment
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.ports import SessionStore
from facilitui.core.told import capital
from facilitui.services.journals.attached import flaws_of


class FilesSeen:
    """The logs and the attached copies of one home, as its journal saw them."""

    def __init__(
        self, journal: Journal, sessions: SessionStore, copies: Attachments | None = None
    ) -> None:
        self._journal, self._sessions, self._copies = journal, sessions, copies

    async def flaw(self, document: Document, record: Record | None) -> str:
        """What is wrong with what an entry rests on, in a sentence; empty if nothing."""
        if isinstance(record, Attachment) and self._copies is not None:
            documents = [each for _, each in (await self._journal.contents()).documents]
            held = ((document["id"], record),)
            found = await flaws_of(held, documents, self._copies)
            return "".join(f"{capital(flaw)}; {MEND_COPY}." for flaw in found.values())
        has_seen = getattr(record, "log_head", "")
        return await self.cut(getattr(record, "session", "")) if has_seen else ""

    async def cut(self, session: str) -> str:
        """That a log has not all any more that an entry was written over, in a sentence.

        Empty where it has, where nothing tells, and where the log itself says what is wrong.
        """
        contents = await self._journal.contents()
        rows = await asyncio.to_thread(about_session, contents.documents, session)
        if not sought(document for _, document in rows):
            return ""
        try:
            log = await self._sessions.read(session)
        except FacilituiError:
            return ""
        has = frozenset(each.document["hash"] for each in log.events)
        missed = () if log.flaw else logs_missed(rows, {session: has})
        return "".join(f"{capital(each.reason)}." for each in missed)
