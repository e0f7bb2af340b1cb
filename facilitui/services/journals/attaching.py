"""Attaching: files copied in beside a session, with what they are and who agreed."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, tzinfo

from facilitui.core.errors import NotFound, NotSaved, Problem
from facilitui.core.journals.attaching_ports import Attachments, FileRead, Progress
from facilitui.core.journals.attachment import FOLDER, KIND, MEND_COPY, Attachment
from facilitui.core.journals.journal import Document, latest
from facilitui.core.journals.journal_ports import Journal, JournalContents
from facilitui.core.journals.written_over import read_as
from facilitui.core.plans.plan import Goal
from facilitui.core.ports import Chance, Clock, DraftStore, SessionStore
from facilitui.core.safe_text import quoted
from facilitui.core.sessions.begun_elsewhere import begun_elsewhere
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import SessionState
from facilitui.services.forms.attachment import attachment_form, kind_of
from facilitui.services.forms.form import Form
from facilitui.services.here import now_here
from facilitui.services.journals.attached import attached_to, flaws_of, since, told_day, used
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.entry_opened import opened
from facilitui.services.journals.journal_entries import JournalEntries, record_of

HASH_SHOWN = 16
"""Characters of a hash that an entry is called by."""
LET_GO, AGAIN = "let go", "attached again"
NO_ENTRY = "this is attached no more; leave the list and come back to see it as it is"


@dataclass(frozen=True, slots=True)
class Held:
    """One attachment of a session."""

    entry: str
    attachment: Attachment
    half: bool = False
    """Whether something is written of it that is not saved."""
    also: str = ""
    """Which other sessions have the same file, as a sentence; empty where none has."""
    flaw: str = ""
    """What is wrong with its copy, in a few words; empty if nothing."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of attaching a file."""

    entry: str
    told: str = ""
    """What there is to say where the session has this file already; it stays as it was then."""


class Attaching:
    """The attachments of all sessions. All may raise FacilituiError."""

    def __init__(
        self,
        attachments: Attachments,
        sessions: SessionStore,
        journal: Journal,
        drafts: DraftStore,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._attachments, self._sessions = attachments, sessions
        self._entries = JournalEntries(journal, drafts, clock, chance)
        self._journal, self._clock = journal, clock

    async def of(self, session: str) -> tuple[Held, ...]:
        """What is attached to a session, also where only the journal knows of it any more."""
        documents = await self._entries.documents()
        half = {draft.name for draft in await self._entries.left(KIND)}
        found = await asyncio.to_thread(attached_to, session, documents, self._zone, self._today)
        flaws = await flaws_of([each[:2] for each in found], documents, self._attachments)
        return tuple(
            Held(entry, each, entry in half, also, flaws.get(entry, ""))
            for entry, each, also in found
        )

    async def add(self, session: str, path: str, progress: Progress) -> Added:
        """Copy a file in and keep its entry; what is attached already stays so, which is told.

        Raises NotFound, NotSaved or Stopped; nothing is kept then, nor where nobody waits for it
        any more.
        """
        title = (await self._state(session)).started.title
        copies = self._attachments
        async with copies.copied(path, progress) as copied, copies.alone(progress):
            try:
                await copied.keep()
                return await self._enter(session, title, copied.read)
            except (NotSaved, asyncio.CancelledError):
                with suppress(NotSaved):
                    await self._drop_unused(copied.read.file_hash)
                raise

    async def _enter(self, session: str, title: str, read: FileRead) -> Added:
        """Keep the entry of a copy, unless there is one."""
        entry = f"{KIND}-{read.file_hash[:HASH_SHOWN]}-{session}"
        documents = await self._entries.documents()
        document = latest(documents).get(entry)
        before = record_of(document, Attachment) if document is not None else None
        if before is not None and not before.removed:
            name = "" if before.name == read.name else f", as {quoted(before.name)}"
            day = told_day(since({entry}, documents)[entry], self._zone, self._today)
            return Added(entry, ATTACHED.format(quoted(read.name), name, day))
        new = Attachment(
            session=session,
            title=title,
            file_hash=read.file_hash,
            name=read.name,
            size=read.size,
            what=kind_of(read.name),
        )
        again = new if before is None else before.model_copy(update={**_AGAIN, "name": read.name})
        await self._entries.save(entry, KIND, again, read_as(document))
        return Added(entry)

    async def open(self, session: str, entry: str) -> EntryForm[Attachment]:
        """What is said of an attachment, to be changed. Raises NotFound."""
        _, attachment = await self._find(entry)
        goals = await self._goals(session)

        def make(attachment: Attachment, _: bool) -> Form[Attachment]:
            return attachment_form(attachment, goals, revised=_is_described(attachment))

        return await opened(self._entries, entry, KIND, Attachment, attachment, make)

    async def let_go(self, entry: str) -> None:
        """Take an attachment away; its copy goes where no other session has it. Raises NotSaved."""
        document, attachment = await self._find(entry)
        gone = attachment.model_copy(update={"removed": True, "reason": LET_GO})
        async with self._attachments.alone(Progress()):
            await self._entries.save(entry, KIND, gone, read_as(document))
            await self._drop_unused(attachment.file_hash)

    async def check(self, progress: Progress | None = None) -> tuple[int, tuple[Problem, ...]]:
        """How many copies there should be, and what is wrong with those that are there.

        They are listed before the journal is read: one that is being attached meanwhile has its
        entry by then. Which are nobody's cannot be told where a part of it cannot be read, or is
        lost. The copies of another machine's entries are there. Raises Stopped.
        """
        lying = await self._attachments.lying()
        contents = await self._journal.contents()
        documents = [document for _, document in contents.documents]
        whose, elsewhere = used(documents), begun_elsewhere(documents)
        here = {each.name for each in lying}
        here |= set(used(each for each in documents if each["id"] not in elsewhere))
        whose = {name: told for name, told in whose.items() if name in here}
        flaws = await self._attachments.flaws(whose, progress)
        lost = {name: f"{whose[name]}: {flaw}; {MEND_COPY}" for name, flaw in flaws.items()}
        half = {each.name: HALF for each in lying if each.half}
        nobodys = sorted({each.name for each in lying if not each.half} - set(whose))
        if nobodys and await self._lacks_entries(contents):
            nobodys = []
        wrong = {**lost, **half, **dict.fromkeys(nobodys, NOBODYS if documents else NO_JOURNAL)}
        told = (Problem.of_all(f"{FOLDER}/{name}", why) for name, why in wrong.items())
        return len(whose), tuple(told)

    async def _drop_unused(self, file_hash: str) -> None:
        """Delete a copy that no entry has any more, where all of the journal is there.

        It is this one's turn: whoever has named a copy has written its entry by now.
        """
        contents = await self._journal.contents()
        documents = (document for _, document in contents.documents)
        if file_hash not in used(documents) and not await self._lacks_entries(contents):
            await self._attachments.drop(file_hash)

    async def _lacks_entries(self, contents: JournalContents) -> bool:
        """Whether an entry may be unread or lost, that has a copy which no other one has."""
        found = () if contents.problems else await self._journal.verify()
        return bool(contents.problems) or any(each.lost for each in found)

    async def _find(self, entry: str) -> tuple[Document, Attachment]:
        document = (await self._entries.newest(KIND)).get(entry)
        attachment = record_of(document, Attachment) if document is not None else None
        if document is None or attachment is None or attachment.removed:
            raise NotFound(NO_ENTRY)
        return document, attachment

    async def _goals(self, session: str) -> tuple[Goal, ...]:
        with suppress(NotFound):
            return (await self._state(session)).started.goals
        return ()

    @property
    def _zone(self) -> tzinfo:
        return self._clock.zone("")

    @property
    def _today(self) -> date:
        return now_here(self._clock).date()

    async def _state(self, session: str) -> SessionState:
        return fold((await self._sessions.read(session)).events)


HALF = "was left half copied when the program was killed; delete it, or attach any file and it goes"
NOBODYS = "is a copy that no entry of the journal names; attach that file again, or delete the copy"
NO_JOURNAL = "is a copy, and the journal that may name it is empty; bring it back from a backup"
ATTACHED = "{} is attached already{}, since {}; enter changes what is said of it"
_AGAIN = {"removed": False, "reason": AGAIN}


def _is_described(attachment: Attachment) -> bool:
    """Whether somebody has said already what it is, so that a change needs a reason."""
    return bool(attachment.goal or attachment.consent or attachment.credit or attachment.note)
