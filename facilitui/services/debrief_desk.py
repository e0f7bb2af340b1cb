"""One debrief while it is written: its questions, its frames, what is sorted, its saving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from facilitui.core.debrief import COMMITMENT_ASK, FIRST_QUESTION, Answer, Debrief
from facilitui.core.errors import NotSaved
from facilitui.core.facts import SessionFacts, session_facts
from facilitui.core.frames import Frame
from facilitui.core.norms import Norm, NormFate
from facilitui.core.prompts import AFTERCARE, asked_by_now
from facilitui.core.session import SessionState
from facilitui.core.sorting import quoting, with_ending, with_fate
from facilitui.core.unkept import Unkept
from facilitui.core.vocabulary import WaitEnding
from facilitui.services.debrief_facts import fact_lines

if TYPE_CHECKING:
    from facilitui.services.reflecting import Reflecting


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
        self.state = state
        self.facts: SessionFacts = session_facts(state)
        self.debrief = quoting(debrief, self.facts)
        self.frames = frames
        self.notice = ""
        """Something to tell when it is opened."""
        self.half: Mapping[str, str] = {}
        """Lines that were still half typed when the session ended, by what they were for."""
        self.over = ""
        """The hash of the revision that it is written over; empty where none is saved."""
        self.saved_at: datetime | None = None
        self._reflecting = reflecting
        self._saved = debrief
        self._saved_head = debrief.log_head
        self._kept = self.debrief

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
        """Whether the journal lacks something: what was written, or decided of the session."""
        return self.debrief != self._saved or self._saved_head != self.state.head.hash

    def hint(self, answer: str) -> str:
        """A line of help for a frame's question."""
        frame = self._frame(self.debrief.frame)
        hints = {q.id: q.hint for q in frame.questions} if frame else {}
        return hints.get(answer, "")

    def begin(self) -> None:
        """What is here now is no draft; what is written from now on is.

        A draft of what was only looked at would hide every later revision of it.
        """
        self._kept = self.debrief

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

    def sort_wait(self, wait: int, ending: WaitEnding | None) -> None:
        """Say how a wait ended; None leaves it open."""
        self._take(with_ending(self.debrief, wait, ending))

    def sort_norm(self, norm: Norm, fate: NormFate | None) -> None:
        """Say what became of a norm; None leaves it open."""
        self._take(with_fate(self.debrief, norm, fate))

    async def look_again(self) -> None:
        """Read the session again, of whose record something was decided. Raises NotFound."""
        self.state = await self._reflecting.state_of(self.debrief.session)
        self.facts = session_facts(self.state)
        self._take(quoting(self.debrief, self.facts))
        self._change(prompts=asked_by_now(self.debrief.prompts, self.facts))

    def asked(self) -> tuple[Answer, ...]:
        """The questions of the frame that is chosen now, with what was written."""
        frame = self.debrief.frame
        return tuple(a for a in self.debrief.answers if a.id.startswith(f"{frame}."))

    async def keep_draft(self) -> None:
        """Keep what was written since the last time. Raises NotSaved."""
        if self.debrief is not self._kept:
            debrief = self.debrief
            await self._reflecting.keep(debrief, self.over)
            self._kept = debrief

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of what was written."""
        try:
            await self.keep_draft()
        except NotSaved as error:
            return (Unkept("this debrief", error.why, self._as_text()),)
        return ()

    def _as_text(self) -> str:
        """What was written, to be read by a person."""
        answers = (answer for _, group in self.questions() for answer in group if answer.text)
        return "\n\n".join(f"{answer.ask}\n{answer.text}" for answer in answers)

    async def save(self) -> None:
        """Save to the journal, as a revision where it was saved before. Raises NotSaved."""
        written, head = self.debrief, self.state.head.hash
        facts = fact_lines(self.facts, written)
        saved = written.model_copy(update={"facts": facts, "log_head": head})
        self.saved_at, self.over = await self._reflecting.save(saved)
        self._saved = self._kept = written  # more may have been written meanwhile
        self._saved_head = head

    def _change(self, **fields: object) -> None:
        self._take(self.debrief.model_copy(update=fields))

    def _take(self, changed: Debrief) -> None:
        if changed != self.debrief:
            self.debrief = changed

    def _frame(self, frame_id: str) -> Frame | None:
        return next((frame for frame in self.frames if frame.id == frame_id), None)


def _text(known: dict[str, Answer], answer_id: str) -> str:
    return known[answer_id].text if answer_id in known else ""


def _written(answers: tuple[Answer, ...], question: str, text: str) -> tuple[Answer, ...]:
    return tuple(a.model_copy(update={"text": text}) if a.id == question else a for a in answers)
