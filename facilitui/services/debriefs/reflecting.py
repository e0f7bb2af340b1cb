"""Reflecting: writing the debrief of a session beside its facts, and saving it as evidence."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import Protocol

from pydantic import ValidationError

from facilitui.core.debriefs.debrief import KIND, Debrief, Earlier
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.debriefs.debrief_answers import asking_about
from facilitui.core.debriefs.debrief_questions import as_door
from facilitui.core.debriefs.prompts import priority_criterion
from facilitui.core.debriefs.record_gone import RECORD_GONE, state_kept, with_facts
from facilitui.core.debriefs.sorting import quoting
from facilitui.core.errors import FacilituiError, NotFound, PurgedMeanwhile, SavedMeanwhile
from facilitui.core.journals.journal import Document, body_of, hash_of, is_blanked, latest
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.written_over import hash_in, read_as
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.planning_ports import SessionPlans
from facilitui.core.ports import Chance, Clock, DraftStore, Library, SessionStore
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import SessionState
from facilitui.services import half_lines
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.services.debriefs.debrief_facts import Beside, Written, asked_of, beside_in
from facilitui.services.debriefs.lenses import Lenses, laid_side_by_side
from facilitui.services.debriefs.new_debriefs import new_debrief, planners_of
from facilitui.services.debriefs.other_texts import OtherTexts
from facilitui.services.debriefs.saved_debriefs import Saved, begun_in, saved_in
from facilitui.services.here import now_here
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.journals.withdrawing import taken_back
from facilitui.services.privacy.purged_since import refuse_purged

MOST_ASKED = 5
"""So many earlier commitments are asked about."""


class Promised(Protocol):
    """Whoever knows what was promised before a session."""

    async def promised_before(self, debrief: Debrief) -> tuple[Carried, ...]:
        """What the debrief of a session asks about, the soonest due first."""


class Reflecting:
    """The debriefs of all sessions."""

    def __init__(
        self,
        sessions: SessionStore,
        plans: SessionPlans,
        journal: Journal,
        drafts: DraftStore,
        half: half_lines.HalfLines,
        library: Library,
        clock: Clock,
        chance: Chance,
        promised: Promised,
        purge_of: Callable[[str], Awaitable[str]] | None = None,
    ) -> None:
        self._purge_of = purge_of
        self._sessions, self._plans = sessions, plans
        self._entries = JournalEntries(journal, drafts, clock, chance)
        self._drafts = self._entries.drafts
        self._half, self._library = half, library
        self._clock = clock
        self._promised = promised

    async def open(self, session: str, lens: str = "", *, door: bool = False) -> DebriefDesk:
        """The debrief of a session: what was typed last, else what was saved, else a new one.

        `lens` names the other person whose debrief it is. Raises NotFound, or where it is purged.
        """
        if self._purge_of is not None and (told := await self._purge_of(session)):
            raise NotFound(told)
        shelf = await self._library.shelf()
        frames = tuple(sorted(shelf.frames.values(), key=lambda frame: (frame.order, frame.id)))
        kept = await self._saved(session, lens)
        entry = entry_id(session, lens)
        typed, untyped = await self._typed(entry, kept.document)
        typed = typed and with_facts(typed, kept.debrief)
        first = await self._first(session) if lens else None
        state, damaged = await self._record(session, typed or kept.debrief or first)
        criterion = priority_criterion(shelf.rubrics.values())
        planners = await planners_of(self._plans, session)
        asked = asked_of(Debrief(), session_facts(state), criterion, kept.beside)
        new = kept.debrief or new_debrief(session, lens, state, asked, planners, self.today())
        promised = await self._asked_about(new)
        desk = DebriefDesk(asking_about(new, promised), state, frames, self)
        desk.half = await self._half.of(half_lines.draft_name(session))
        desk.typing = await half_lines.beside(self._half, entry)
        desk.criterion, desk.planners = criterion, planners
        self._saved_before(desk, kept)
        if typed is not None:
            desk.debrief = quoting(asking_about(typed, promised), desk.facts)
        if door and kept.debrief is None and (typed is None or typed.empty):
            desk.debrief = as_door(desk.debrief)
        elif (desk.debrief.door or not desk.debrief.frame) and not door and frames:
            desk.choose_frame(begun_in(frames, first).id)
        desk.begin()
        desk.others = OtherTexts(self._drafts, entry, desk)
        await desk.others.look()
        lost = await self._entries.not_known(desk.debrief.held_at or state.began_at)
        notices = (damaged, lost, kept.told, untyped, desk.others.told)
        desk.notice = " ".join(filter(None, notices))
        return desk

    def _saved_before(self, desk: DebriefDesk, kept: Saved) -> None:
        """Tell a desk what the journal has of its debrief, and beside it."""
        desk.over, desk.beside = read_as(kept.document), kept.beside
        desk.withdrawn = kept.withdrawn
        with suppress(ValueError, OverflowError):  # no moment, or one of no calendar there
            desk.kept_at = self.made(kept.document, desk.debrief.zone) if kept.document else None

    async def _first(self, session: str) -> Debrief | None:
        """One's own debrief of a session as it stands: what was typed last, else what was saved."""
        with suppress(ValidationError):
            if (typed := await self._drafts.look(entry_id(session))) is not None:
                return Debrief.model_validate(typed)
        return (await self._saved(session, "")).debrief

    async def _record(self, session: str, known: Debrief | None) -> tuple[SessionState, str]:
        """What a session's events add up to, and what is wrong with them.

        Where none are left, what a debrief of it knows. Raises NotFound where there is none either.
        """
        try:
            contents = await self._sessions.read(session)
        except NotFound:
            if known is None:
                raise
            return state_kept(known), RECORD_GONE
        if known is not None and (contents.purged or not contents.events):
            return state_kept(known), contents.told if contents.purged else RECORD_GONE
        return fold(contents.events), contents.told

    async def state_of(self, session: str) -> SessionState:
        """What a session's events add up to. Raises NotFound, also where none are left."""
        events = (await self._sessions.read(session)).events
        if not events:
            raise NotFound(RECORD_GONE)
        return fold(events)

    async def take_back(self, debrief: Debrief) -> None:
        """Let a withdrawn debrief say again what it said. Raises FacilituiError."""
        await taken_back(self._entries, entry_id(debrief.session, debrief.lens))

    async def beside(self, session: str) -> Beside:
        """What was attached to a session, and what participants said about it."""
        return await asyncio.to_thread(beside_in, (await self._newest()).values(), session)

    def zone(self, name: str) -> tzinfo:
        """The zone of that name, or this machine's own."""
        return self._clock.zone(name)

    async def keep(self, debrief: Debrief, over: str) -> None:
        """Keep a draft over the revision of that hash. Raises NotSaved, also where it is purged."""
        entry = entry_id(debrief.session, debrief.lens)
        await self._drafts.keep(entry, debrief.model_dump(mode="json"), over)
        try:
            await refuse_purged(self._sessions, self._entries, debrief, over)
        except PurgedMeanwhile:
            await self._drafts.drop(entry)
            raise

    async def save(self, debrief: Debrief, over: str) -> Document:
        """Save to the journal, and forget the draft.

        Where the revision of the hash `over` is gone from the journal, it is saved all the same,
        over what is left. Raises NotSaved, or SavedMeanwhile where that one is not the newest.
        """
        await refuse_purged(self._sessions, self._entries, debrief, over)
        entry = entry_id(debrief.session, debrief.lens)
        try:
            return await self._entries.save(entry, KIND, debrief, over)
        except SavedMeanwhile as error:
            there = {hash_of(document) for document in await self._entries.documents()}
            if not over or hash_in(over) in there:
                raise
            return await self._entries.save(entry, KIND, debrief, error.newest)

    async def written(self, session: str) -> Written | None:
        """Which debrief of a session is saved; None where none is that counts."""
        document = (await self._newest()).get(entry_id(session))
        if document is None or document["kind"] != KIND or is_blanked(document):
            return None
        at: datetime | None = None
        with suppress(ValueError, OverflowError):
            at = self.made(document, "")
        return Written(body_of(document).get("door") is True, at)

    def made(self, document: Document, zone: str) -> datetime:
        """When a document was made, by the clock of a zone."""
        return datetime.fromisoformat(document["made_at"]).astimezone(self._clock.zone(zone))

    async def lenses(self, session: str, lens: str) -> Lenses:
        """One's own debrief beside that of another person, as saved. Raises NotFound."""
        mine, theirs = await self._saved(session, ""), await self._saved(session, lens)
        state, _ = await self._record(session, mine.debrief or Debrief())
        zone = self.zone(mine.debrief.zone if mine.debrief is not None else "")
        return laid_side_by_side(mine.debrief, theirs.debrief, lens, session_facts(state), zone)

    async def _saved(self, session: str, lens: str) -> Saved:
        return await asyncio.to_thread(saved_in, await self._newest(), session, lens)

    async def _newest(self) -> dict[str, Document]:
        return latest(await self._entries.documents())

    async def _typed(self, entry: str, saved: Document | None) -> tuple[Debrief | None, str]:
        """What was typed last, and what there is to say where it is older or cannot be read."""
        typed = await self._drafts.find_beside(entry, saved)
        if typed.body is None:
            return None, typed.told
        try:
            return Debrief.model_validate(typed.body), typed.told
        except ValidationError:
            return None, await self._drafts.put_aside(entry)

    async def _asked_about(self, debrief: Debrief) -> tuple[Earlier, ...]:
        """What was promised before; nothing where that cannot be read, or to another person."""
        found: tuple[Carried, ...] = ()
        with suppress(FacilituiError):
            found = () if debrief.lens else await self._promised.promised_before(debrief)
        return tuple(
            Earlier(entry=each.entry, text=each.text, due=each.due) for each in found[:MOST_ASKED]
        )

    def today(self) -> date:
        """The day it is here."""
        return now_here(self._clock).date()
