"""Scoring a session with a rubric: oneself, or as one of its observers did; each apart."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import partial

from pydantic import ValidationError

from facilitui.core.debriefs import rescoring
from facilitui.core.debriefs.scores import ScoreSheet
from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.withdrawal import gone_told
from facilitui.core.journals.written_over import read_as, refuse_newer
from facilitui.core.library.rubric import Rubric
from facilitui.core.ports import Chance, Clock, DraftStore, Library, SessionStore
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold import fold
from facilitui.core.told import capital
from facilitui.services.debriefs.criteria import Known, with_unread
from facilitui.services.debriefs.kept_scores import KeptScores, revisions_of
from facilitui.services.debriefs.score_places import (
    ObserversPlace,
    OwnPlace,
    ScorePlace,
    adds,
    last_scored,
)
from facilitui.services.debriefs.scoring_desk import ScoringDesk, as_begun
from facilitui.services.journals.journal_entries import JournalEntries

UNREADABLE = "What was saved cannot be read by this version of facilitui; it stays in the journal."
OTHERS = "Other scores were kept, given on {}: they come up here once these are saved."


class Scoring:
    """The scores on all sessions."""

    def __init__(
        self,
        sessions: SessionStore,
        journal: Journal,
        drafts: DraftStore,
        library: Library,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._sessions, self._library, self._clock = sessions, library, clock
        self._entries = JournalEntries(journal, drafts, clock, chance)
        self._drafts = self._entries.drafts

    async def open(self, session: str) -> ScoringDesk:
        """One's own scores on a session: what was typed last, else what was saved, else none.

        Raises NotFound.
        """
        contents = await self._sessions.read(session)
        state, kept = fold(contents.events), await self._kept()
        started, held_at = state.started, state.began_at
        new = ScoreSheet(session=session, title=started.title, held_at=held_at, zone=started.zone)
        shelf = await self._library.shelf()
        known = with_unread(kept.beside_own(session, shelf.rubrics), shelf)
        place = OwnPlace(session, state.head.hash)
        desk = await self._desk(place, kept, new, contents.events, known)
        desk.notice = " ".join(filter(None, (contents.told, desk.notice)))
        return desk

    async def open_observed(self, entry: str) -> ScoringDesk:
        """What an observer scored, likewise; the session's log need not be there.

        Raises NotFound where the observation is not saved, or cannot be read.
        """
        place, kept = ObserversPlace(entry), await self._kept()
        seen = place.observed(kept.revisions(entry))
        shelf = await self._library.shelf()
        known = with_unread(kept.beside_observer(entry, seen, shelf.rubrics), shelf)
        events = await self._events(seen.session)
        desk = await self._desk(place, kept, ScoreSheet(session=seen.session), events, known)
        desk.observation, desk.giver = entry, seen.giver.strip()
        return desk

    async def _events(self, session: str) -> Sequence[Event]:
        """What happened in a session; nothing where no log of it is here."""
        try:
            return (await self._sessions.read(session)).events
        except NotFound:
            return ()

    async def _kept(self) -> KeptScores:
        return await asyncio.to_thread(KeptScores, await self._entries.documents())

    async def _desk(
        self,
        place: ScorePlace,
        kept: KeptScores,
        new: ScoreSheet,
        events: Sequence[Event],
        known: Known,
    ) -> ScoringDesk:
        revisions = kept.revisions(place.entry)
        document = last_scored(place, revisions)
        found = _read(place, revisions)
        saved = _begun(found, new)
        typed = await self._drafts.find(place.draft, document, partial(adds, saved))
        sheet, untyped = await self._typed(place.draft, typed.body, saved)
        sheet = _with_rubric(sheet, known)
        unsaved = _not_read(revisions[-1]) if revisions and found is None else ""
        others = await self._others(place.draft, saved)
        desk = ScoringDesk(saved, sheet, events, known, self, place)
        lost = await self._entries.not_known(new.held_at)
        desk.notice = " ".join(filter(None, (lost, unsaved, typed.told, untyped, others)))
        desk.over = read_as(document)
        return desk

    async def _others(self, draft: str, saved: ScoreSheet) -> str:
        """What there is to say of scores that another copy of the program left behind."""
        others = (each for each in await self._drafts.others(draft) if adds(saved, each.body))
        return next((OTHERS.format(each.kept_on) for each in others), "")

    def zone(self, name: str) -> tzinfo:
        """The zone of that name, or this machine's own."""
        return self._clock.zone(name)

    async def keep(self, place: ScorePlace, sheet: ScoreSheet, over: str) -> None:
        """Keep a draft, written over the revision of that hash. Raises NotSaved."""
        await self._drafts.keep(place.draft, sheet.model_dump(mode="json"), over)

    async def forget(self, place: ScorePlace) -> None:
        """Forget a draft; one that cannot be removed says what it says."""
        await self._drafts.drop(place.draft)

    async def save(self, place: ScorePlace, sheet: ScoreSheet, over: str) -> tuple[datetime, str]:
        """Save to the journal, forget the draft; when, and the revision's hash.

        Raises NotSaved, or SavedMeanwhile where the scores do not stand as in the revision of that
        hash any more.
        """
        revisions = revisions_of(await self._entries.documents(), place.entry)
        refuse_newer(last_scored(place, revisions), over, revisions)
        half = await self._half_written(place, revisions)
        written = place.written(sheet, revisions)
        newest = read_as(revisions[-1] if revisions else None)
        document = await self._entries.write(place.entry, place.kind, written, newest)
        await self._drafts.drop(place.draft)
        if half is not None:
            with suppress(NotSaved):  # it is told to be older then
                await self._drafts.keep(place.entry, half, read_as(document))
        at = datetime.fromisoformat(document["made_at"])
        return at.astimezone(self.zone(sheet.zone)), read_as(document)

    async def standing(self, place: ScorePlace, sheet: ScoreSheet) -> ScoreSheet:
        """The scores as they are saved by now, to go over; else the sheet that was given."""
        revisions = revisions_of(await self._entries.documents(), place.entry)
        return _begun(_read(place, revisions), sheet)

    async def _half_written(
        self, place: ScorePlace, revisions: Sequence[Document]
    ) -> Mapping[str, object] | None:
        """What is half written in the form of the same entry, which is no older for the scores."""
        if place.draft == place.entry or not revisions:
            return None
        typed = await self._drafts.find(place.entry, revisions[-1], lambda _: True)
        return typed.body if not typed.told else None

    async def _typed(
        self, draft: str, body: Mapping[str, object] | None, saved: ScoreSheet
    ) -> tuple[ScoreSheet, str]:
        """What was typed last, else what was saved; what to say where it cannot be read."""
        if body is None:
            return saved, ""
        try:
            typed = ScoreSheet.model_validate({**body, "session": saved.session})
            return rescoring.over(typed, saved), ""
        except ValidationError:
            return saved, await self._drafts.put_aside(draft)


def _read(place: ScorePlace, revisions: Sequence[Document]) -> ScoreSheet | None:
    """The scores that the newest revision has; None where it cannot be read."""
    return place.read(revisions[-1]) if revisions else None


def _not_read(newest: Document) -> str:
    """Why nothing of what was saved is here, in a sentence."""
    if told := gone_told(newest):
        return f"{capital(told)}. What is scored here is its next revision."
    return UNREADABLE


def _begun(found: ScoreSheet | None, new: ScoreSheet) -> ScoreSheet:
    """What was found as the next revision of it begins; else a new sheet."""
    begun = as_begun(found) if found is not None else new
    return begun.model_copy(update={"session": new.session})


def _with_rubric(sheet: ScoreSheet, known: Known) -> ScoreSheet:
    """Where none is chosen: under one's own rubric, the one used last, or the only one.

    Scores that name no rubric stay as they were given until somebody chooses one.
    """
    if sheet.rubric.id or sheet.scores:
        return sheet
    own = next((each.rubric.id for each in known.others if each.is_own), "")
    last = own or _used_last(known.every, known.rubrics)
    chosen = [last] if last in known.rubrics else list(known.rubrics)
    if len(chosen) != 1:
        return sheet
    return rescoring.under(sheet, known.rubrics[chosen[0]], saved=sheet)


def _used_last(every: Iterable[ScoreSheet], rubrics: Mapping[str, Rubric]) -> str:
    """The rubric that was used last; empty where none of those that are there was."""
    used = [each for each in every if each.rubric.id in rubrics and each.held_at is not None]
    last = max(used, key=lambda each: each.held_at or datetime.min, default=None)
    return last.rubric.id if last is not None else ""
