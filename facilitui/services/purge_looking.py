"""What belongs to a purge, and where else it is said: worked out in a thread."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from facilitui.core import entries as e
from facilitui.core import purging as p
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journal import Document, body_of, is_blanked, latest
from facilitui.core.ports import DraftStore
from facilitui.core.purge_survey import Survey
from facilitui.core.purging_ports import LogFound, PurgedDrafts, PurgeStore
from facilitui.core.safe_text import line as safe_line
from facilitui.core.said_again import SaidAgain
from facilitui.services.journal_entries import JournalEntries

MOST_TEXTS = 4000
"""So many texts are looked for in other files; more would take minutes."""
NOTHING = "nothing of {} says anything any more; it was purged already"
LOG = "sessions/{}/events.jsonl"


class AllDrafts(DraftStore, Protocol):
    """Drafts that can be kept and purged."""

    def to_purge(self) -> PurgedDrafts:
        """Those that go with a purge."""


class PurgeLooking:
    """What purges would do. All may raise FacilituiError."""

    def __init__(self, store: PurgeStore, drafts: AllDrafts, entries: JournalEntries) -> None:
        self._store, self._drafts, self._entries = store, drafts, entries

    async def session_of(self, entry: str) -> str:
        """The session that an entry is about; empty where it is about none."""
        document = await self._entries.newest_of(entry)
        return str(body_of(document).get("session") or "") if document is not None else ""

    async def survey(self, named: str, *, whole: bool = False) -> Survey:
        """What purging an entry would do; a session where that is named, or the `whole` is asked.

        Raises NotFound, HostedElsewhere where something of it is open, or NotSaved.
        """
        if not named:
            raise NotFound("name an entry or a session; `journal list` shows the entries")
        documents = await self._entries.documents()
        is_entry = any(each["id"] == named for each in documents)
        if is_entry and not whole:
            return await self._survey(documents, named, ())
        session = (await self.session_of(named) or named) if is_entry else named
        sessions = await self._store.same(session)
        return await self._survey(documents, "", sessions)

    async def _survey(
        self, documents: Sequence[Document], entry: str, sessions: tuple[str, ...]
    ) -> Survey:
        """All of it, with what stays elsewhere, which takes longest to find."""
        found = await self._look(documents, entry, sessions)
        logs = [log for each in sessions if (log := await self._store.log(each)) is not None]
        texts = (*found.belonging.texts, *await asyncio.to_thread(texts_of, logs))[:MOST_TEXTS]
        told = {*(f"drafts/{each}" for each in found.drafts), *found.history, *found.beside}
        told |= {
            f"plans/{found.plan}.toml",
            *map(LOG.format, sessions),
        }
        aside = await self._store.set_aside()
        ids = (*found.belonging.entries, *sessions)
        return replace(
            found,
            set_aside=aside,
            named=await self._store.naming(aside, ids),
            remains=await self._store.remains(texts, told),
            said_in=await asyncio.to_thread(said_in, documents, found.belonging.entries, texts),
        )

    async def _look(
        self, documents: Sequence[Document], entry: str, sessions: tuple[str, ...]
    ) -> Survey:
        """What goes."""
        found = await asyncio.to_thread(belonging, documents, entry, sessions)
        logs = [log for each in sessions if (log := await self._store.log(each)) is not None]
        events = sum(log.events for log in logs)
        drafts = await self._belonging_drafts(found.entries, sessions)
        shown = safe_line(entry or sessions[0])
        if not (found.documents or events or drafts or any(log.has_plan for log in logs)):
            if not (found.entries or logs):
                raise NotFound(f"there is no entry and no session {shown}")
            raise FacilituiError(NOTHING.format(shown))
        await self._store.refuse_closed(found.entries)
        plan = next((log.plan for log in logs if log.plan), "")
        history, others = await self._store.history(plan, sessions) if plan else ((), False)
        return Survey(
            what=p.ENTRY if entry else p.SESSION,
            belonging=found,
            sessions=sessions,
            events=events,
            drafts=drafts,
            history=history,
            plan=plan,
            others_used=others,
            beside=tuple(copies_of_plans(logs)),
            word=p.word_for(found.entries, sessions, found.revisions),
        )

    async def _belonging_drafts(
        self, entries: Collection[str], sessions: Collection[str]
    ) -> tuple[str, ...]:
        def belongs(name: str, value: Any) -> bool:
            return p.draft_belongs(name, value, entries, sessions)

        return await self._drafts.to_purge().belonging(belongs)


def said_in(
    documents: Iterable[Document], ids: Collection[str], texts: Iterable[str]
) -> tuple[str, ...]:
    """The ids of other entries in which one of some texts stands too."""
    again = SaidAgain(texts)
    others = (each for each in documents if each["id"] not in ids and not is_blanked(each))
    found = (str(each["id"]) for each in others if again.stands_in(str(each["body"])))
    return tuple(dict.fromkeys(found))


def belonging(documents: Sequence[Document], entry: str, sessions: tuple[str, ...]) -> p.Belonging:
    ids = p.of_entry(documents, entry) if entry else p.of_sessions(documents, sessions)
    newest = latest(each for each in documents if each["id"] in ids)
    labels = {
        name: e.purged_label(each["kind"])
        if is_blanked(each)
        else e.label(each["kind"], body_of(each))
        for name, each in newest.items()
    }
    return p.belonging(documents, ids, labels, sessions)


def texts_of(logs: Iterable[LogFound]) -> list[str]:
    """What people typed while sessions ran."""
    found: dict[str, None] = {}
    for log in logs:
        for body in log.written:
            with suppress(ValueError, RecursionError):
                found.update(dict.fromkeys(p.written(json.loads(body))))
    return list(found)


def copies_of_plans(logs: Iterable[LogFound]) -> list[str]:
    return [f"sessions/{log.session}/plan.toml" for log in logs if log.has_plan]
