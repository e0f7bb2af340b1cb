"""Reflecting: writing the debrief of a session beside its facts, and saving it as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from pydantic import ValidationError

from facilitui.core.debrief import (
    COMMITMENT_ASK,
    DOOR_CHANGE,
    DOOR_MOMENT,
    FIRST_QUESTION,
    KIND,
    Answer,
    Commitment,
    Debrief,
    FactLine,
)
from facilitui.core.facts import SessionFacts, session_facts
from facilitui.core.fold import fold
from facilitui.core.frames import Frame
from facilitui.core.journal import debrief_of, latest
from facilitui.core.ports import Chance, Clock, DraftStore, Journal, Library, SessionStore
from facilitui.core.prompts import AFTERCARE, data_prompts
from facilitui.core.session import NoteKind, SessionState

SALT_BYTES = 16
COMMITMENT_DAYS = 14
"""When a commitment is due unless said otherwise."""
DOOR_FRAME = "door"


@dataclass(frozen=True, slots=True)
class FrameChoice:
    """A frame as a list shows it."""

    id: str
    name: str
    best_for: str
    credit: str


class DebriefDesk:
    """One debrief being written. Answers of other frames stay where they were written."""

    def __init__(
        self,
        debrief: Debrief,
        state: SessionState,
        frames: tuple[Frame, ...],
        reflecting: Reflecting,
    ) -> None:
        self.debrief = debrief
        self.state = state
        self.facts: SessionFacts = session_facts(state)
        self.frames = frames
        self.saved_at: datetime | None = None
        self._reflecting = reflecting
        self._saved = debrief
        self._kept = debrief

    @property
    def zone(self) -> tzinfo:
        """Where the session was held."""
        return self._reflecting.zone(self.debrief.zone)

    @property
    def choices(self) -> tuple[FrameChoice, ...]:
        """The frames there are, those offered first at the top."""
        return tuple(FrameChoice(f.id, f.name, f.best_for, f.credit) for f in self.frames)

    @property
    def unsaved(self) -> bool:
        """Whether something was written since it was last saved to the journal."""
        return self.debrief != self._saved

    def hint(self, answer: str) -> str:
        """A line of help for a frame's question."""
        frame = self._frame(self.debrief.frame)
        hints = {q.id: q.hint for q in frame.questions} if frame else {}
        return hints.get(answer, "")

    def write(self, question: str, text: str) -> None:
        """Put down what was written to a question: "learned", "commitment", or an answer's id."""
        if question == "learned":
            self._change(learned=text)
        elif question == "commitment":
            commitment = self.debrief.commitment.model_copy(update={"text": text})
            self._change(commitment=commitment)
        else:
            self._change(
                prompts=_written(self.debrief.prompts, question, text),
                answers=_written(self.debrief.answers, question, text),
            )

    def promise_by(self, due: date | None) -> None:
        """Set the date of the commitment."""
        self._change(commitment=self.debrief.commitment.model_copy(update={"due": due}))

    def questions(self) -> tuple[tuple[str, tuple[Answer, ...]], ...]:
        """Everything that is asked, in groups with their headings; the door form is short."""
        debrief = self.debrief
        first = Answer(id="learned", ask=FIRST_QUESTION, text=debrief.learned)
        promise = Answer(id="commitment", ask=COMMITMENT_ASK, text=debrief.commitment.text)
        if debrief.door:
            return (("", (first, *self._aftercare(), *self.asked())),)
        groups = (
            ("", (first,)),
            ("From the run", debrief.prompts),
            (debrief.frame_name, self.asked()),
            ("One commitment", (promise,)),
            ("Written before", self._in_other_frames()),
        )
        return tuple((heading, answers) for heading, answers in groups if answers)

    def _aftercare(self) -> tuple[Answer, ...]:
        """What a difficult conversation asks, which cannot wait for the full form."""
        return tuple(a for a in self.debrief.prompts if a.id == AFTERCARE)

    def _in_other_frames(self) -> tuple[Answer, ...]:
        asked = {answer.id for answer in self.asked()}
        return tuple(a for a in self.debrief.answers if a.id not in asked)

    def answer(self, question: str) -> str:
        """What was written to a question so far."""
        if question == "learned":
            return self.debrief.learned
        if question == "commitment":
            return self.debrief.commitment.text
        both = (*self.debrief.prompts, *self.debrief.answers)
        return next((answer.text for answer in both if answer.id == question), "")

    def choose_frame(self, frame_id: str) -> None:
        """Go on in another frame; what was written in the last one is kept below."""
        frame = self._frame(frame_id)
        if frame is None:
            return
        known = {answer.id: answer for answer in self.debrief.answers}
        asked = tuple(
            Answer(id=f"{frame.id}.{q.id}", ask=q.ask, text=_text(known, f"{frame.id}.{q.id}"))
            for q in frame.questions
        )
        ids = {answer.id for answer in asked}
        kept = tuple(a for a in self.debrief.answers if a.text and a.id not in ids)
        self._change(frame=frame.id, frame_name=frame.name, door=False, answers=(*asked, *kept))

    def asked(self) -> tuple[Answer, ...]:
        """The questions of the frame that is chosen now, with what was written."""
        frame = self.debrief.frame
        return tuple(a for a in self.debrief.answers if a.id.startswith(f"{frame}."))

    async def keep_draft(self) -> None:
        """Keep what was written since the last time. Raises NotSaved."""
        if self.debrief is not self._kept:
            debrief = self.debrief
            await self._reflecting.keep(debrief)
            self._kept = debrief

    async def save(self) -> None:
        """Save to the journal, as a revision where it was saved before. Raises NotSaved."""
        debrief = self.debrief.model_copy(
            update={"facts": fact_lines(self.facts), "log_head": self.state.head.hash}
        )
        self.saved_at = await self._reflecting.save(debrief)
        self._saved = self._kept = self.debrief

    def _change(self, **fields: object) -> None:
        changed = self.debrief.model_copy(update=fields)
        if changed != self.debrief:
            self.debrief = changed

    def _frame(self, frame_id: str) -> Frame | None:
        return next((frame for frame in self.frames if frame.id == frame_id), None)


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
        contents = await self._sessions.read(session)
        state = fold(contents.events)
        shelf = await self._library.shelf()
        frames = tuple(sorted(shelf.frames.values(), key=lambda frame: (frame.order, frame.id)))
        saved = await self._saved(session)
        typed = await self._typed(session)
        desk = DebriefDesk(saved or self._new(session, state), state, frames, self)
        if typed is not None:
            desk.debrief = typed
        if door and saved is None and typed is None:
            desk.debrief = as_door(desk.debrief)
        elif (desk.debrief.door or not desk.debrief.frame) and not door and frames:
            desk.choose_frame(frames[0].id)
        return desk

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
            prompts=tuple(Answer(id=p.id, ask=p.ask) for p in data_prompts(facts)),
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


def fact_lines(facts: SessionFacts) -> tuple[FactLine, ...]:
    """The facts that go into the journal with a debrief, as they stood then."""
    lines = [
        ("Minutes planned", f"{facts.planned:g}"),
        ("Minutes run", f"{facts.ran:.0f}"),
        ("People here", f"{facts.attendance}"),
        ("Silent work, minutes", f"{facts.silent:.0f}"),
        ("Waits marked, by hand", f"{len(facts.waits)}"),
        ("Waits that reached their target", f"{facts.waits_reached}"),
        ("Norms called on", f"{len(facts.norms_invoked)}"),
        ("Marks", f"{facts.count(NoteKind.MARK)}"),
        ("Captures", f"{facts.count(NoteKind.CAPTURE)}"),
        ("Parked", f"{facts.count(NoteKind.PARKED)}"),
    ]
    led = [(f"Minutes led by {who or 'the host'}", f"{m:.0f}") for who, m in facts.led.items()]
    return tuple(FactLine(name=name, value=value) for name, value in (*lines, *led))


def _text(known: dict[str, Answer], answer_id: str) -> str:
    return known[answer_id].text if answer_id in known else ""


def _written(answers: tuple[Answer, ...], question: str, text: str) -> tuple[Answer, ...]:
    return tuple(a.model_copy(update={"text": text}) if a.id == question else a for a in answers)
