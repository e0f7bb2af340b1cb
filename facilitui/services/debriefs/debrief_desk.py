"""One debrief while it is written: its questions, its frames, what is sorted, its saving."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.debriefs.debrief_about import ABOUT
from facilitui.core.debriefs.debrief_answers import (
    answered,
    asks,
    due_of,
    with_answer,
    with_due,
)
from facilitui.core.debriefs.debrief_questions import Group, as_text, in_frame, questions, says_more
from facilitui.core.debriefs.sorting import quoting
from facilitui.core.errors import NotFound, NotSaved, SavedMeanwhile
from facilitui.core.journals.written_over import read_as
from facilitui.core.library.frames import Frame
from facilitui.core.sessions.fact_lines import fact_lines
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.session import SessionState
from facilitui.core.unkept import Unkept
from facilitui.services.debriefs.debrief_deciding import Deciding
from facilitui.services.debriefs.debrief_facts import Beside, asked_of
from facilitui.services.forms.debrief_about import about_form
from facilitui.services.forms.form import Form, Values, taken
from facilitui.services.plans.promising import due_told, due_typed

if TYPE_CHECKING:
    from facilitui.core.journals.withdrawal import Withdrawal
    from facilitui.services.debriefs.other_texts import OtherTexts
    from facilitui.services.debriefs.reflecting import Reflecting
    from facilitui.services.half_lines import HalfBeside

ABOUT_FORM = "about"
"""What is half typed into the form about it is kept as."""


class DebriefDesk(Deciding):
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
        """Those there are, those offered first at the top."""
        self.notice = ""
        """Something to tell when it is opened."""
        self.half: Mapping[str, str] = {}
        """Lines that were still half typed when the session ended, by what they were for."""
        self.typing: HalfBeside
        """What is half typed beside it: a date, the form about it."""
        self.planners: tuple[Planner, ...] = ()
        """Who planned the session with whoever held it, by its plan."""
        self.over = ""
        """The hash of the revision that it is written over; empty where none is saved."""
        self.criterion = ""
        """The priority area of a rubric on the shelf that the session can be scored with."""
        self.beside = Beside()
        """What was attached to the session, and what participants said about it."""
        self.others: OtherTexts
        """The further texts of it that were typed and never saved."""
        self.is_left = False
        """Whether one of those is gone on with, so that nothing is written over it from here."""
        self.withdrawn: Withdrawal | None = None
        """That what was saved counts no more, if so: what is written here begins it anew."""
        self.kept_at: datetime | None = None
        """When that revision was saved."""
        self.saved_at: datetime | None = None
        self.is_alone = False
        """Whether the revision that it was saved over was gone from the journal by then."""
        self._reflecting = reflecting
        self._saved = debrief
        self._kept = self.debrief

    @property
    def zone(self) -> tzinfo:
        """Where the session was held."""
        return self._reflecting.zone(self.debrief.zone)

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._reflecting.today()

    @property
    def record_gone(self) -> bool:
        """Whether of the session only that is known what a debrief of it kept."""
        return self.state.began_at is None

    @property
    def unsaved(self) -> bool:
        """Whether the journal lacks something: what was written, or decided of the session."""
        return self.debrief != self._saved or self._saved.log_head != self.state.head.hash

    @property
    def door_at(self) -> datetime | None:
        """When the door form was saved that is asked about in full, and nothing was added to."""
        is_same = not self.debrief.door and self._saved.log_head == self.state.head.hash
        is_same = is_same and not says_more(self.debrief, self._saved)
        return self.kept_at if self._saved.door and is_same else None

    @property
    def asks_why(self) -> bool:
        """Whether a saving changes what was saved before; a door debrief is only gone on with."""
        return bool(self.over) and not (self._saved.door and not self.debrief.door)

    def hint(self, answer: str) -> str:
        """A line of help for a frame's question."""
        frame = self._frame(self.debrief.frame)
        return next((q.hint for q in frame.questions if q.id == answer), "") if frame else ""

    def begin(self) -> None:
        """What is here now is no draft; what is written from now on is.

        A draft of what was only looked at would hide every later revision of it.
        """
        self._kept = self.debrief

    def write(self, question: str, text: str) -> None:
        """Put down what was written to a question. Raises KeyError for one that is not asked."""
        self._take(with_answer(self.debrief, self.facts, question, text))

    def asks(self, question: str) -> bool:
        """Whether a question is asked, or was answered before."""
        return asks(self.debrief, self.facts, question)

    def promise_by(self, question: str, text: str) -> str:
        """Set the date of a commitment: the one that is asked about, else the first.

        Gives how the date was understood. Raises ValueError where it cannot be read.
        """
        due = due_typed(text, self.today)
        self._take(with_due(self.debrief, question, due))
        return due_told(due, self.today)

    def promised_by(self, question: str) -> date | None:
        """The date that `promise_by` would change."""
        return due_of(self.debrief, question)

    def give_reason(self, reason: str) -> None:
        """Put down why the next revision is made."""
        self._change(reason=reason)

    def about_form(self) -> Form[Debrief]:
        """What there is to say about the debrief itself."""
        mode = self.state.started.mode
        return about_form(self.debrief, self.facts.people_told, mode, self.planners)

    def tell_about(self, form: Form[Debrief], values: Values, before: Debrief) -> str:
        """Take the values of such a form over what there was; why one of them cannot be read.

        That one is kept as half typed.
        """
        made, why = taken(form, before, values)
        self._change(**{field: getattr(made, field) for field in ABOUT})
        self.typing.set_fields(ABOUT_FORM, {key: values[key] for key in why})
        return next(iter(why.values()), "")

    def questions(self) -> tuple[Group, ...]:
        """Everything that is asked, in groups with their headings; the door form is short."""
        return questions(self.debrief, self.facts, self.zone, self.today)

    def answer(self, question: str) -> str:
        """What was written to a question so far."""
        return answered(self.debrief, question)

    def choose_frame(self, frame_id: str) -> None:
        """Go on in another frame; what was written in the last one is kept below."""
        frame = self._frame(frame_id)
        if frame is not None:
            self._take(in_frame(self.debrief, frame))

    async def take_back(self) -> None:
        """Let it say again what it said before it was withdrawn. Raises FacilituiError."""
        await self._reflecting.take_back(self.debrief)

    async def look_again(self) -> None:
        """Read the session again, of whose record something was decided; if gone, it stands."""
        with suppress(NotFound):
            self.state = await self._reflecting.state_of(self.debrief.session)
        self.facts = session_facts(self.state)
        self.beside = await self._reflecting.beside(self.debrief.session)
        self._take(quoting(self.debrief, self.facts))
        if not self.record_gone:  # else nothing of the run asks any more
            asked = asked_of(self.debrief, self.facts, self.criterion, self.beside)
            self._change(prompts=asked)

    async def keep_draft(self) -> None:
        """Keep what was written since the last time, and what is half typed. Raises NotSaved."""
        if self.debrief is not self._kept and not self.is_left:
            debrief = self.debrief
            await self._reflecting.keep(debrief, self.over)
            self._kept = debrief
        await self.typing.write()

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of what was written."""
        try:
            await self.keep_draft()
        except NotSaved as error:
            return (Unkept("this debrief", error.why, as_text(self.questions())),)
        return ()

    async def save(self) -> None:
        """Save to the journal, as a revision where it was saved before.

        Raises NotSaved, or SavedMeanwhile where another one was saved; the next goes over that.
        """
        written = self.debrief
        run: dict[str, object] = {"log_head": self.state.head.hash}
        if not self.record_gone:
            sensitive = self.state.started.sensitive
            run |= {"facts": fact_lines(self.facts, written), "sensitive": sensitive}
        try:
            document = await self._reflecting.save(written.model_copy(update=run), self.over)
        except SavedMeanwhile as error:
            self.over = error.newest
            raise
        self.saved_at = self._reflecting.made(document, written.zone)
        self.is_alone = bool(self.over) and document["prev"] != self.over
        self.over = read_as(document)
        self._saved = self._kept = written.model_copy(update={**run, "reason": ""})
        more = self.debrief.model_copy(update={**run, "reason": ""})  # was written meanwhile
        self.debrief = self._saved if self.debrief is written else more

    def _frame(self, frame_id: str) -> Frame | None:
        return next((frame for frame in self.frames if frame.id == frame_id), None)
