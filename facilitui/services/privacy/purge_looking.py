"""What belongs to a purge, and where else it is said: worked out in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.entries import ROSTER
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.ports import DraftStore
from facilitui.core.privacy import purging as p
from facilitui.core.privacy.purge_kinds import counted_sessions, kinds_of
from facilitui.core.privacy.purge_names import named_in, names_anybody
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.privacy.purge_texts import all_in, written
from facilitui.core.privacy.purging_ports import LogFound, PurgedDrafts, PurgeStore
from facilitui.core.privacy.run_left import RunLeft
from facilitui.core.safe_text import line as safe_line
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.privacy.purge_parts import (
    belonging,
    called,
    copies_of_plans,
    only_in,
    said_in,
    texts_of,
)

MOST_TEXTS = 4000
"""So many texts are looked for in other files; more would take minutes."""
NOTHING = "it was purged already: nothing of it says anything any more"
ROSTER_GONE = (
    "to take names out of other entries say `facilitui journal purge {} --names`, which asks for "
    "them: the roster itself was purged already"
)
NOBODY = "no entry names anybody of that name"
RECORD = "this says only that something was purged, and why that is blank; it cannot be purged"
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

    async def called(self, entry: str) -> str:
        """What an entry is called, so that nobody takes it for another one."""
        return await self._entries.called(entry)

    async def is_emptied(self, named: str) -> bool:
        """Whether a roster was purged: whom it named nobody knows any more but who typed it."""
        own = [each for each in await self._entries.documents() if each["id"] == named]
        return bool(own) and own[-1]["kind"] == ROSTER and all(map(is_blanked, own))

    async def survey(self, named: str, *, whole: bool = False, typed: Sequence[str] = ()) -> Survey:
        """What purging an entry would do; a session where that is named, or the `whole` is asked.

        Of a roster that was purged it is what taking out names would do that are `typed` anew.
        Raises NotFound, HostedElsewhere where something of it is open, or NotSaved.
        """
        if not named:
            raise NotFound("name an entry or a session; `journal list` shows the entries")
        await self._store.refuse_unread()
        documents = await self._entries.documents()
        is_entry = any(each["id"] == named for each in documents)
        if p.is_record(documents, named):
            raise FacilituiError(RECORD)
        if is_entry and not whole:
            return await self._survey(documents, named, (), tuple(typed))
        session = (await self.session_of(named) or named) if is_entry else named
        sessions = await self._store.same(session)
        return await self._survey(documents, "", sessions)

    async def _survey(
        self,
        documents: Sequence[Document],
        entry: str,
        sessions: tuple[str, ...],
        typed: tuple[str, ...] = (),
    ) -> Survey:
        """All of it, with what stays elsewhere, which takes longest to find."""
        half: list[str] = []
        found = await self._look(documents, entry, sessions, half, typed)
        logs = [log for each in sessions if (log := await self._store.log(each)) is not None]
        plan = f"plans/{found.plan}.toml"
        stays = found.plan and await self._store.there((plan,))  # then its words stay with it
        ran = await asyncio.to_thread(texts_of, logs, planned=not stays)
        session = await self.session_of(entry) if entry else ""
        left = await self._logs_left(session)
        own = await self._own_rows(found, (*logs, *left))
        texts = (*found.belonging.texts, *own, *half, *ran)[:MOST_TEXTS]
        told = {*(f"drafts/{each}" for each in found.drafts), *found.history, *found.beside}
        run = await self._run_left(documents, session, left, found.belonging.entries)
        told |= {plan, *map(LOG.format, sessions), *run.logs}
        aside = await self._store.set_aside()
        ids, others = found.belonging.entries, {}
        for each in aside:
            held = await self._store.saved_from(each)
            others[each] = await asyncio.to_thread(only_in, held, documents, (*ids, *sessions))
        return replace(
            found,
            set_aside=aside,
            named=await self._store.naming(aside, (*ids, *sessions)),
            only_there=others,
            remains=await self._remains(found, texts, told),
            said_in=await asyncio.to_thread(said_in, documents, ids, texts, found.belonging.people),
            run=run,
        )

    async def _remains(
        self, found: Survey, texts: Sequence[str], told: set[str]
    ) -> tuple[str, ...]:
        """Files that have some of it or may have it, also what is half typed about somebody."""
        names = names_anybody(found.belonging.people)
        half = await self._drafts.to_purge().those(lambda _, value: names(value))
        own = found.belonging
        files = await self._store.remains(texts, own.entries, told, own.people)
        return tuple(dict.fromkeys((*files, *sorted({f"drafts/{e}" for e in half} - told))))

    async def _run_left(
        self,
        documents: Sequence[Document],
        session: str,
        left: Iterable[LogFound],
        gone: Collection[str],
    ) -> RunLeft:
        """What stays of the session of an entry that goes alone; nothing where all of it goes."""
        if not session:
            return RunLeft()
        saying = [log for log in left if log.events]
        return RunLeft(
            session,
            logs=tuple(LOG.format(log.session) for log in saying),
            captures=max((log.captures for log in saying), default=0),  # copies share events
            parked=max((log.parked for log in saying), default=0),
            attached=await asyncio.to_thread(p.attached_to, documents, session, gone),
        )

    async def _logs_left(self, session: str) -> list[LogFound]:
        """The logs of a session that stays, where there is one."""
        same = await self._store.same(session) if session else ()
        logs = [await self._log_left(each) for each in same]
        return [log for log in logs if log is not None]

    async def _own_rows(self, found: Survey, logs: Sequence[LogFound]) -> list[str]:
        """The goals and norms in what goes that no plan here and no log has word for word."""
        plans = {found.plan, *found.belonging.plans, *(log.plan for log in logs)} - {""}
        bodies = [body for each in sorted(plans) for body in await self._store.planned(each)]
        bodies += [body for log in logs for body in (*log.planned, *log.written)]
        there = await asyncio.to_thread(all_in, bodies)
        return [text for text in found.belonging.of_plan if text not in there]

    async def _log_left(self, session: str) -> LogFound | None:
        """A log; where it is open or goes on, that it says something."""
        try:
            return await self._store.log(session)
        except FacilituiError:
            return LogFound(session, events=1, plan="", written=(), planned=(), has_plan=False)

    async def _look(
        self,
        documents: Sequence[Document],
        entry: str,
        sessions: tuple[str, ...],
        half: list[str] | None = None,
        typed: tuple[str, ...] = (),
    ) -> Survey:
        """What goes; `half` takes what is half typed of it."""
        found = await asyncio.to_thread(belonging, documents, entry, sessions)
        found = replace(found, people=typed) if typed else found
        logs = [log for each in sessions if (log := await self._store.log(each)) is not None]
        events = sum(log.events for log in logs)
        own = found.entries
        naming = await asyncio.to_thread(named_in, documents, found.people, own)
        drafts = await self._belonging_drafts(found.entries, sessions, [] if half is None else half)
        if typed and not naming:
            raise NotFound(NOBODY)
        if not (typed or found.documents or events or drafts or any(e.has_plan for e in logs)):
            if not (found.entries or logs):
                shown = safe_line(entry or sessions[0])
                raise NotFound(f"there is no entry and no session {shown}")
            is_roster = bool(entry) and await self.is_emptied(entry)
            raise FacilituiError(ROSTER_GONE.format(safe_line(entry)) if is_roster else NOTHING)
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
            names=await self._entries.names(),
            kinds=await asyncio.to_thread(kinds_of, documents),
            counted=await asyncio.to_thread(counted_sessions, documents, own),
            named_in=naming,
            typed=typed,
            session=called(logs, self._entries.local),
            word=p.word_for(found.entries, sessions, found.revisions),
        )

    async def _belonging_drafts(
        self, entries: Collection[str], sessions: Collection[str], half: list[str]
    ) -> tuple[str, ...]:
        def belongs(name: str, value: Any) -> bool:
            if is_own := p.draft_belongs(name, value, entries, sessions):
                half.extend(written(value))
            return is_own

        return await self._drafts.to_purge().belonging(belongs)
