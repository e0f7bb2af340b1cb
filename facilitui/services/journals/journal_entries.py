"""Entries of the journal while they are written: revised, never overwritten, kept as drafts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from facilitui.core.base import Record
from facilitui.core.errors import Problem
from facilitui.core.journals.entry_moments import Local, local_by
from facilitui.core.journals.entry_named import all_named
from facilitui.core.journals.journal import Document, body_of, is_blanked, latest
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.unread_months import room_after_unread, unread_since, unread_told
from facilitui.core.ports import Chance, Clock, DraftStore, LeftDraft
from facilitui.core.safe_text import line as safe_line
from facilitui.core.sealing import SALT_BYTES
from facilitui.services.journals.entry_drafts import EntryDrafts

R = TypeVar("R", bound=Record)
OF_SESSION = "what it holds of this session"
_ABOUT = {"session", "enrolment", "requirement", "text", "slot", "on"}
"""What of an entry its draft tells as well, so that it is found again before it is saved."""


class JournalEntries:
    """The entries of one journal, with the drafts of those that are being written."""

    def __init__(self, journal: Journal, drafts: DraftStore, clock: Clock, chance: Chance) -> None:
        self._journal, self._store = journal, drafts
        self._clock, self._chance = clock, chance
        self.drafts = EntryDrafts(drafts, clock, self.documents)
        """What is typed of them and not saved yet."""

    async def documents(self) -> list[Document]:
        """Every revision of every entry, as they were saved."""
        contents = await self._journal.contents()
        return [document for _, document in contents.documents]

    async def lost(self) -> tuple[Problem, ...]:
        """The problems by which entries may be lost."""
        return (await self._journal.contents()).lost

    async def lost_after(self, newest: Document) -> tuple[Problem, ...]:
        """Those by which an entry may have a later revision than the newest that can be read."""
        return (await self._journal.contents()).lost_after(newest)

    async def names(self) -> dict[str, str]:
        """What each entry is called, by its id, so that nobody takes it for another one."""
        return await asyncio.to_thread(all_named, await self.documents(), self.local)

    @property
    def local(self) -> Local:
        """What gives moments in the zones where they were."""
        return local_by(self._clock.zone)

    async def called(self, entry: str) -> str:
        """What one entry is called; its id where there is none."""
        return (await self.names()).get(entry, safe_line(entry))

    async def not_known(self, since: datetime | None) -> str:
        """That a file which cannot be read may hold something of a session held then, else nothing.

        A sentence with its full stop, for whoever begins to write about that session.
        """
        unread = unread_since((await self._journal.contents()).unread, since)
        return f"{unread_told(unread, OF_SESSION)}." if unread else ""

    async def number_after(self, last: int, since: datetime | None) -> int:
        """A number for one more entry of a session held then, which no unread one can have."""
        unread = unread_since((await self._journal.contents()).unread, since)
        return max(last + 1, room_after_unread(self._clock.read().at) if unread else 1)

    async def newest(self, kind: str) -> dict[str, Document]:
        """The newest revision of each entry of a kind."""
        found = latest(await self.documents())
        return {name: each for name, each in found.items() if each["kind"] == kind}

    async def newest_of(self, entry: str) -> Document | None:
        """The newest revision of an entry, of whatever kind; None where there is none."""
        return latest(each for each in await self.documents() if each["id"] == entry).get(entry)

    async def write(self, entry: str, kind: str, record: Record, over: str) -> Document:
        """Save a new entry, or the next revision over the one of that hash.

        Raises what `write_body` does.
        """
        return await self.write_body(entry, kind, record.model_dump(mode="json"), over)

    async def write_body(
        self, entry: str, kind: str, body: Mapping[str, Any], over: str
    ) -> Document:
        """The same with a body that stays as it is.

        Raises NotSaved, or SavedMeanwhile where that is not the newest one any more: saved once
        more over that one, it is the revision after it.
        """
        return await self._journal.save(
            entry_id=entry,
            kind=kind,
            body=body,
            made_at=self._clock.read().at,
            salt=self._chance(SALT_BYTES),
            based_on=over,
        )

    async def save(self, entry: str, kind: str, record: Record, over: str) -> Document:
        """Write it, and forget its draft. Raises what `write` does."""
        document = await self.write(entry, kind, record, over)
        await self.drafts.drop(entry)
        return document

    async def keep(self, entry: str, said: Record, typed: Mapping[str, str], over: str) -> None:
        """Keep what is typed into a form, as it was typed; nothing typed is no draft.

        `said` is what stood there before, which tells what it is about. Raises NotSaved.
        """
        if typed:
            about = {"session": "", **said.model_dump(mode="json", include=_ABOUT)}
            about["session"] = typed.get("session") or about["session"]
            await self.drafts.keep(entry, {**about, "typed": dict(typed)}, over)
        else:
            await self._store.drop(entry)

    async def left(self, kind: str) -> tuple[LeftDraft, ...]:
        """The drafts of a kind that no other program is writing."""
        return await self._store.left(f"{kind}-")


def typed_in(draft: Mapping[str, object] | None) -> dict[str, str]:
    """The texts that a draft holds, by field; whatever else is there is left out."""
    typed = (draft or {}).get("typed")
    if not isinstance(typed, dict):
        return {}
    return {str(key): value for key, value in typed.items() if isinstance(value, str)}


def record_of(document: Document, model: type[R]) -> R | None:
    """What an entry says; None where this version cannot read it, or it was purged."""
    if is_blanked(document):
        return None
    try:
        return model.model_validate(body_of(document))
    except ValidationError:
        return None


def records(documents: Mapping[str, Document], model: type[R]) -> Iterator[tuple[str, R]]:
    """Those of some entries that can be read, with their ids."""
    for name, document in documents.items():
        if (record := record_of(document, model)) is not None:
            yield name, record
