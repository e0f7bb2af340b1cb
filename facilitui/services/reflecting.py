"""Reflecting: writing the debrief of a session beside its facts, and saving it as evidence."""

from __future__ import annotations

from contextlib import suppress
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
from facilitui.core.errors import NotSaved
from facilitui.core.facts import session_facts
from facilitui.core.fold import fold
from facilitui.core.journal import IMPORTED, Document, debrief_of, latest
from facilitui.core.journal_ports import Journal
from facilitui.core.ports import Chance, Clock, DraftStore, Library, SessionStore
from facilitui.core.prompts import asked_by_now
from facilitui.core.sealing import SALT_BYTES
from facilitui.core.session import SessionState
from facilitui.core.sorting import quoting
from facilitui.core.told import clock
from facilitui.services import half_lines
from facilitui.services.debrief_desk import DebriefDesk
from facilitui.services.typed_last import put_aside

COMMITMENT_DAYS = 14
"""When a commitment is due unless said otherwise."""
DOOR_FRAME = "door"
KEPT_AT = "kept_at"
"""Where a draft says when it was kept, so that one from before a saving is known."""
OVER = "over"
"""Where a draft says over which revision it is written: its hash, empty where none is saved."""
OLDER = (
    "Your draft is older than what was saved on {}: it is kept; ctrl+s saves it as the next "
    "revision."
)
UNREADABLE = "What was saved cannot be read by this version of facilitui; it stays in the journal."


class Reflecting:
    """The debriefs of all sessions."""

    def __init__(
        self,
        sessions: SessionStore,
        journal: Journal,
        drafts: DraftStore,
        half: half_lines.HalfLines,
        library: Library,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._sessions = sessions
        self._journal = journal
        self._drafts = drafts
        self._half = half
        self._library = library
        self._clock = clock
        self._chance = chance

    async def open(self, session: str, *, door: bool = False) -> DebriefDesk:
        """The debrief of a session: what was typed last, else what was saved, else a new one.

        Raises NotFound.
        """
        contents = await self._sessions.read(session)
        state, damaged = fold(contents.events), contents.flaw
        shelf = await self._library.shelf()
        frames = tuple(sorted(shelf.frames.values(), key=lambda frame: (frame.order, frame.id)))
        saved, document, unsaved = await self._saved(session)
        typed, untyped = await self._typed(session, document)
        desk = DebriefDesk(saved or self._new(session, state), state, frames, self)
        desk.half = await self._half.of(half_lines.draft_name(session))
        desk.notice = " ".join(filter(None, (damaged, unsaved, untyped)))
        desk.over = _hash(document)
        if typed is not None:
            desk.debrief = quoting(typed, desk.facts)
        if door and saved is None and (typed is None or typed.empty):
            desk.debrief = as_door(desk.debrief)
        elif (desk.debrief.door or not desk.debrief.frame) and not door and frames:
            desk.choose_frame(frames[0].id)
        desk.begin()
        return desk

    async def state_of(self, session: str) -> SessionState:
        """What a session's events add up to. Raises NotFound."""
        return fold((await self._sessions.read(session)).events)

    def zone(self, name: str) -> tzinfo:
        """The zone of that name, or this machine's own."""
        return self._clock.zone(name)

    async def keep(self, debrief: Debrief, over: str) -> None:
        """Keep a draft, written over the revision of that hash. Raises NotSaved."""
        about = {KEPT_AT: self._clock.read().at.isoformat(), OVER: over}
        kept = {**about, **debrief.model_dump(mode="json")}
        await self._drafts.keep(draft_name(debrief.session), kept)

    async def save(self, debrief: Debrief) -> tuple[datetime, str]:
        """Save to the journal, forget the draft; when, and the revision's hash. Raises NotSaved.

        A draft that cannot be removed is older than what was saved, and does not hide it.
        """
        at = self._clock.read().at
        document = await self._journal.save(
            entry_id=entry_id(debrief.session),
            kind=KIND,
            body=debrief.model_dump(mode="json"),
            made_at=at,
            salt=self._chance(SALT_BYTES),
        )
        with suppress(NotSaved):
            await self._drafts.drop(draft_name(debrief.session))
        return at.astimezone(self._clock.zone(debrief.zone)), _hash(document)

    async def _saved(self, session: str) -> tuple[Debrief | None, Document | None, str]:
        """What the journal has, read and as it is, and what to say where it cannot be read."""
        contents = await self._journal.contents()
        found = latest(doc for _, doc in contents.documents).get(entry_id(session))
        if found is None:
            return None, None, ""
        try:
            return debrief_of(found), found, ""
        except ValueError:
            return None, None, UNREADABLE

    async def _typed(self, session: str, saved: Document | None) -> tuple[Debrief | None, str]:
        """What was typed last, and what there is to say where it is older or cannot be read.

        One that was left over when this journal saved it is put away. What another journal saved
        says nothing of what was typed here, which is shown then.
        """
        name = draft_name(session)
        draft = await self._drafts.find(name)
        if draft is None:
            return None, ""
        own = saved is not None and IMPORTED not in saved
        if saved is not None and own and _is_before(draft.get(KEPT_AT), saved["made_at"]):
            return None, await self._left_aside(name)
        older = OVER in draft and draft[OVER] != _hash(saved)
        try:
            written = {key: value for key, value in draft.items() if key not in (KEPT_AT, OVER)}
            told = OLDER.format(self._day(saved)) if saved is not None and older else ""
            return Debrief.model_validate(written), told
        except ValidationError:
            return None, await put_aside(self._drafts, name)

    def _day(self, document: Document) -> str:
        """The day and the time at which something was saved, here."""
        try:
            made_at = datetime.fromisoformat(document["made_at"]).astimezone(self._clock.zone(""))
        except (ValueError, OverflowError):
            return "another day"
        return f"{made_at:%a} {made_at.day} {made_at:%b} at {clock(made_at)}"

    async def _left_aside(self, name: str) -> str:
        """Put away a draft from before the last saving, whatever is in it; where it is then."""
        try:
            return f"A draft from before it was saved is {await self._drafts.set_aside(name)}."
        except NotSaved as error:
            return f"There is a draft from before it was saved; {error}."

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


def _hash(document: Document | None) -> str:
    return str(document.get("hash", "")) if document is not None else ""


def _is_before(kept_at: object, saved_at: str) -> bool:
    """Whether a draft was kept before something was saved; not where it does not say when."""
    try:
        return datetime.fromisoformat(str(kept_at)) < datetime.fromisoformat(saved_at)
    except (ValueError, TypeError):
        return False


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
