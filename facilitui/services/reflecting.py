"""Reflecting: writing the debrief of a session beside its facts, and saving it as evidence."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from pydantic import ValidationError

from facilitui.core.debrief import (
    DOOR_CHANGE,
    DOOR_MOMENT,
    KIND,
    Answer,
    Commitment,
    Debrief,
)
from facilitui.core.facts import session_facts
from facilitui.core.fold import fold
from facilitui.core.journal import debrief_of, latest
from facilitui.core.ports import Chance, Clock, DraftStore, Journal, Library, SessionStore
from facilitui.core.prompts import asked_by_now
from facilitui.core.session import SessionState
from facilitui.core.sorting import quoting
from facilitui.services.debrief_desk import DebriefDesk

SALT_BYTES = 16
COMMITMENT_DAYS = 14
"""When a commitment is due unless said otherwise."""
DOOR_FRAME = "door"


class Reflecting:
    """The debriefs of all sessions."""

    def __init__(
        self,
        sessions: SessionStore,
        journal: Journal,
        drafts: DraftStore,
        library: Library,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._sessions = sessions
        self._journal = journal
        self._drafts = drafts
        self._library = library
        self._clock = clock
        self._chance = chance

    async def open(self, session: str, *, door: bool = False) -> DebriefDesk:
        """The debrief of a session: what was typed last, else what was saved, else a new one.

        Raises NotFound.
        """
        state = await self.state_of(session)
        shelf = await self._library.shelf()
        frames = tuple(sorted(shelf.frames.values(), key=lambda frame: (frame.order, frame.id)))
        saved = await self._saved(session)
        typed = await self._typed(session)
        desk = DebriefDesk(saved or self._new(session, state), state, frames, self)
        if typed is not None:
            desk.debrief = quoting(typed, desk.facts)
        if door and saved is None and typed is None:
            desk.debrief = as_door(desk.debrief)
        elif (desk.debrief.door or not desk.debrief.frame) and not door and frames:
            desk.choose_frame(frames[0].id)
        return desk

    async def state_of(self, session: str) -> SessionState:
        """What a session's events add up to. Raises NotFound."""
        return fold((await self._sessions.read(session)).events)

    def zone(self, name: str) -> tzinfo:
        """The zone of that name, or this machine's own."""
        return self._clock.zone(name)

    async def keep(self, debrief: Debrief) -> None:
        """Keep a draft. Raises NotSaved."""
        await self._drafts.keep(draft_name(debrief.session), debrief.model_dump(mode="json"))

    async def save(self, debrief: Debrief) -> datetime:
        """Save to the journal, forget the draft, and say when. Raises NotSaved."""
        at = self._clock.read().at
        await self._journal.save(
            entry_id=entry_id(debrief.session),
            kind=KIND,
            body=debrief.model_dump(mode="json"),
            made_at=at,
            salt=self._chance(SALT_BYTES),
        )
        await self._drafts.drop(draft_name(debrief.session))
        return at.astimezone(self._clock.zone(debrief.zone))

    async def _saved(self, session: str) -> Debrief | None:
        contents = await self._journal.contents()
        found = latest(doc for _, doc in contents.documents).get(entry_id(session))
        try:
            return debrief_of(found) if found else None
        except ValueError:
            return None

    async def _typed(self, session: str) -> Debrief | None:
        draft = await self._drafts.find(draft_name(session))
        try:
            return Debrief.model_validate(draft) if draft else None
        except ValidationError:
            return None

    def _new(self, session: str, state: SessionState) -> Debrief:
        facts = session_facts(state)
        return Debrief(
            session=session,
            plan=state.started.plan,
            title=state.started.title,
            held_at=state.began_at,
            zone=state.started.zone,
            prompts=asked_by_now((), facts),
            commitment=Commitment(due=self._today() + timedelta(days=COMMITMENT_DAYS)),
        )

    def _today(self) -> date:
        return self._clock.read().at.astimezone(self._clock.zone("")).date()


def as_door(debrief: Debrief) -> Debrief:
    """The two-minute form: what they learned, one moment, one change."""
    return debrief.model_copy(
        update={
            "door": True,
            "frame": DOOR_FRAME,
            "frame_name": "Door debrief",
            "answers": (
                Answer(id=f"{DOOR_FRAME}.moment", ask=DOOR_MOMENT),
                Answer(id=f"{DOOR_FRAME}.change", ask=DOOR_CHANGE),
            ),
        }
    )


def entry_id(session: str) -> str:
    """What the debrief of a session is called in the journal."""
    return f"debrief-{session}"


def draft_name(session: str) -> str:
    """What the draft of a session's debrief is called."""
    return f"debrief-{session}"
