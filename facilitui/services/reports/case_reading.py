"""Gathering everything that is known of one session: its log, its entries, who was in it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from facilitui.core import safe_text
from facilitui.core.debriefs import observation, scores
from facilitui.core.debriefs.debrief import KIND, Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals import attachment
from facilitui.core.journals.attachment import Attachment
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.unread_months import unread_told
from facilitui.core.library.frames import Tells
from facilitui.core.pathways.taking_part import taking_part
from facilitui.core.ports import Clock, Library, SessionStore
from facilitui.core.reports.report_case import Case, run_of
from facilitui.core.reports.report_people import People
from facilitui.core.responses import feedback
from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_together import together
from facilitui.core.sessions.attended import came_to
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import SessionState
from facilitui.services.reports.case_entries import Entry, Kept, moment_of, newest_of
from facilitui.services.reports.name_reading import LookedUp, NameReading

NOTHING = "nothing is debriefed yet; debrief a session, or name one that was run"


@dataclass(frozen=True, slots=True)
class Read:
    """One session as it was gathered."""

    case: Case
    told: tuple[str, ...]
    """What could not be read of it, each a sentence."""


class CaseReading:
    """The sessions of a home, each with all its evidence."""

    def __init__(
        self,
        journal: Journal,
        sessions: SessionStore,
        library: Library,
        naming: NameReading,
        clock: Clock,
    ) -> None:
        self._journal = journal
        self._sessions = sessions
        self._library = library
        self._naming = naming
        self._clock = clock

    async def entries(self) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
        """The newest revision of every entry that counts, and what of the journal cannot be read.

        What was withdrawn or purged is in no report.
        """
        contents = await self._journal.contents()
        entries = await asyncio.to_thread(newest_of, contents)
        return entries, tuple(map(str, contents.problems))

    async def last(self, entries: Sequence[Entry]) -> str:
        """The session that was held last of those that were debriefed. Raises NotFound."""
        debriefed = [e for e in entries if e.document["kind"] == KIND and e.session]
        if not debriefed:
            raise NotFound(await self._unread("what was debriefed") or NOTHING)
        return max(debriefed, key=moment_of).session

    async def _unread(self, what: str) -> str:
        """That something is not known as a month cannot be read; empty where all can be."""
        return unread_told((await self._journal.contents()).unread, what)

    async def read(self, session: str, entries: Sequence[Entry]) -> Read:
        """All that is known of a session. Raises NotFound."""
        kept = Kept([each for each in entries if each.session == session])
        state, trouble = await self._state(session)
        if state is None and not kept.entries:
            lost = await self._unread(f"whether anything was kept of a session {session}")
            told = "`facilitui journal list` shows what was debriefed"
            raise NotFound(trouble or lost or f"there is no session {session}; {told}")
        debrief = next(iter(kept.of(KIND, Debrief, entry_id(session))), None)
        named = await self._naming.of_session(session, _plan_of(state, debrief))
        named = replace(named, people=named.people + _rostered(session, entries))
        tells = (await self._library.shelf()).tells
        case = await asyncio.to_thread(self._case, session, kept, state, debrief, named, tells)
        told = f"{safe_text.line(case.title) or session}: {trouble}" if trouble else ""
        altered = await asyncio.to_thread(kept.altered, self._clock)
        case = replace(case, altered=bool(altered))
        return Read(case, tuple(filter(None, (told, kept.unread, altered))))

    def _case(
        self,
        session: str,
        kept: Kept,
        state: SessionState | None,
        debrief: Debrief | None,
        named: LookedUp,
        tells: Mapping[str, Tells],
    ) -> Case:
        """A session with all its evidence; of 50,000 answers that takes a while."""
        marks = (named, state.started if state is not None else None, debrief)
        return Case(
            session=session,
            title=(state.started.title if state else "") or (debrief.title if debrief else ""),
            held_at=self._held_at(state, debrief),
            zone=_zone(state, debrief),
            run=run_of(state, debrief) if state is not None else None,
            debrief=debrief,
            lenses=kept.lenses(session),
            scores=next(iter(kept.of(scores.KIND, SelfScores)), None),
            observations=kept.of(observation.KIND, Observation),
            feedback=together(kept.of(feedback.KIND, Feedback), _came(state, debrief)),
            attachments=kept.of(attachment.KIND, Attachment),
            sensitive=any(each is not None and each.sensitive for each in marks),
            participants=named.people.participants,
            others=(*named.people.others, *kept.said("lens")),
            facilitators=named.facilitators,
            unnamed=named.lacking,
            tells=tells,
        )

    async def _state(self, session: str) -> tuple[SessionState | None, str]:
        """What the session's log adds up to, and what is wrong with it."""
        try:
            contents = await self._sessions.read(session)
        except FacilituiError:
            return None, ""
        state = fold(contents.events)
        if state.began_at is None or contents.purged:
            return None, contents.told
        return state, contents.told

    def _held_at(self, state: SessionState | None, debrief: Debrief | None) -> datetime | None:
        """When it began, on the clock of its own zone."""
        began = state.began_at if state is not None else debrief.held_at if debrief else None
        with suppress(OverflowError):  # a moment that no calendar holds there is left out
            zone = self._clock.zone(_zone(state, debrief))
            return began.astimezone(zone) if began is not None else None
        return None


def _rostered(session: str, entries: Sequence[Entry]) -> People:
    """Who takes part in what the session counts for: their names are hidden as its plan's are."""
    return People(taking_part(session, ((each.document, each.body) for each in entries)))


def _came(state: SessionState | None, debrief: Debrief | None) -> int | None:
    """How many came; None where nobody told."""
    return came_to(state, debrief.attendance if debrief is not None else None)


def _plan_of(state: SessionState | None, debrief: Debrief | None) -> str:
    return (state.started.plan if state else "") or (debrief.plan if debrief else "")


def _zone(state: SessionState | None, debrief: Debrief | None) -> str:
    return (state.started.zone if state else "") or (debrief.zone if debrief else "")
