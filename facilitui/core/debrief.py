"""Debriefs: a reflection on one session, in a frame, beside its facts."""

from __future__ import annotations

from datetime import date

from pydantic import AwareDatetime, Field

from facilitui.core.base import Line, Record, Text
from facilitui.core.norms import NormFate
from facilitui.core.vocabulary import Role, WaitEnding

KIND = "debrief"
"""What a debrief is called in the journal."""

FIRST_QUESTION = "What did participants learn, and what shows it?"
"""Every debrief begins with the participants, not with the facilitator (design §4)."""

COMMITMENT_ASK = "What will you try next, and how will you know it worked?"
DOOR_MOMENT = "One moment that stays with you"
DOOR_CHANGE = "One thing to change next time"


class Answer(Record):
    """One question as it was asked, and what was written to it."""

    id: str
    ask: Text = ""
    text: Text = ""


class Commitment(Record):
    """What I will try next."""

    text: Text = ""
    due: date | None = None


class FactLine(Record):
    """One fact of the run as it stood when the debrief was saved."""

    name: str
    value: str


class WaitSorted(Record):
    """How one wait ended."""

    wait: int
    """The seq of its beginning."""
    ending: WaitEnding


class NormSorted(Record):
    """What became of one norm. Keeps its text, so that a changed set changes no old entry."""

    norm: str
    text: Text = ""
    fate: NormFate


class Debrief(Record):
    """One debrief. Answers keep their question, so that a changed frame changes no old entry."""

    session: str = ""
    plan: str = ""
    title: Line = ""
    held_at: AwareDatetime | None = None
    zone: str = ""
    frame: str = ""
    frame_name: str = ""
    door: bool = False
    """Whether it is the two-minute form, to be reopened in full."""
    learned: Text = ""
    prompts: tuple[Answer, ...] = ()
    """What the run's data asked."""
    answers: tuple[Answer, ...] = ()
    """The frame's questions."""
    commitment: Commitment = Field(default_factory=Commitment)
    my_role: Role = Role.FACILITATOR
    with_whom: Line = ""
    waits: tuple[WaitSorted, ...] = ()
    """How the waits ended, as far as that was sorted."""
    norms: tuple[NormSorted, ...] = ()
    """What became of the norms, as far as that was sorted."""
    quotes: tuple[Text, ...] = ()
    """The captures that were released, with consent."""
    facts: tuple[FactLine, ...] = ()
    log_head: str = ""
    """The hash of the session's last event when this was saved."""

    @property
    def empty(self) -> bool:
        """Whether nothing has been written yet."""
        texts = (answer.text for answer in (*self.prompts, *self.answers))
        return not any((self.learned, self.commitment.text, self.waits, self.norms, *texts))
