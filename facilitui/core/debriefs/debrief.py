"""Debriefs: a reflection on one session, in a frame, beside its facts.

Nothing that was written is too long to be read again: only what it is typed into has a bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import AwareDatetime, Field, model_validator

from facilitui.core.base import Line, Record
from facilitui.core.debriefs.debrief_words import CaptureSort, Partner, Stance, Support, Verdict
from facilitui.core.library.norms import NormFate
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.vocabulary import Mode, Role, WaitEnding

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
    ask: str = ""
    text: str = ""
    figure: Line = ""
    """What the run's data shows of it, beside the question: "3 of 9", "+7 min"; else empty."""
    moment: float | None = None
    """Seconds since the session began at which it can be looked at; None where it has none."""


class Commitment(Record):
    """What I will try next."""

    text: str = ""
    due: date | None = None


class Earlier(Record):
    """A commitment of an earlier debrief, and what became of it by this one."""

    entry: Line = ""
    """The journal's id of the debrief that it was made in."""
    text: str = ""
    due: date | None = None
    outlook: Outlook = Outlook.OPEN
    happened: str = ""


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
    text: str = ""
    fate: NormFate


class CaptureSorted(Record):
    """What one capture is, and which goals it shows: two things, and both can be told."""

    capture: int
    """Its seq."""
    sorts: tuple[CaptureSort, ...] = ()
    """Evidence is among them only where it is evidence for no goal that has a name."""
    goals: tuple[Line, ...] = ()
    """The ids of the goals that it is evidence for."""

    @model_validator(mode="before")
    @classmethod
    def _with_sorts(cls, found: Any) -> Any:
        """An entry of before there could be several has one sort, or one goal."""
        if not isinstance(found, Mapping) or "sort" not in found or "sorts" in found:
            return found
        goal = found.get("goal")
        told = {"goals": [goal]} if goal else {"sorts": [found["sort"]]}
        return {**found, **told}

    @property
    def kinds(self) -> tuple[CaptureSort, ...]:
        """Everything it is, in the order of the words: what shows a goal is evidence."""
        shows = {CaptureSort.EVIDENCE} if self.goals else set()
        return tuple(sort for sort in CaptureSort if sort in {*self.sorts, *shows})

    @property
    def told(self) -> str:
        """All of it, in words."""
        shown = f"shows {' '.join(self.goals)}" if self.goals else ""
        return ", ".join(filter(None, (*(each.label.lower() for each in self.sorts), shown)))


class MarkTold(Record):
    """What one mark was, told afterwards."""

    mark: int
    """Its seq."""
    text: str = ""


class Planner(Record):
    """Somebody who planned the session with whoever debriefs it."""

    person: Line = ""
    """Empty where only the part is told."""
    role: Role = Role.PEER
    minutes: float = Field(default=0, ge=0, le=1440)


class Judgement(Record):
    """Whether one goal was reached. Keeps its text, so that a changed plan changes no old entry."""

    goal: Line
    text: str = ""
    verdict: Verdict | None = None
    evidence: str = ""
    """What shows it."""


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
    learned: str = ""
    prompts: tuple[Answer, ...] = ()
    """What the run's data asked."""
    answers: tuple[Answer, ...] = ()
    """The frame's questions."""
    commitments: tuple[Commitment, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    """What was promised before and came up here."""
    judgements: tuple[Judgement, ...] = ()
    partners: tuple[Partner, ...] = ()
    """With whom it was debriefed; nobody told where empty."""
    with_whom: Line = ""
    """Their names."""
    led_by_me: bool = False
    my_role: Role = Role.FACILITATOR
    stance: Stance | None = None
    support: Support | None = None
    mode: Mode | None = None
    """How the session met; None as it was planned."""
    place: Line = ""
    attendance: int | None = Field(default=None, ge=0, le=100_000)
    """How many came; None as the run counted them."""
    planned_with: tuple[Planner, ...] | None = None
    """With whom the session was planned; None as its plan says."""
    sensitive: bool | None = None
    """Whether it was a difficult conversation, by its log when this was saved: where that is not,
    its title goes to nobody either. None where nothing said so."""
    waits: tuple[WaitSorted, ...] = ()
    """How the waits ended, as far as that was sorted."""
    norms: tuple[NormSorted, ...] = ()
    """What became of the norms, as far as that was sorted."""
    captures: tuple[CaptureSorted, ...] = ()
    """What the captures are, as far as that was sorted."""
    marks: tuple[MarkTold, ...] = ()
    quotes: tuple[str, ...] = ()
    """The captures that were released, with consent."""
    facts: tuple[FactLine, ...] = ()
    log_head: str = ""
    """The hash of the session's last event when this was saved."""
    lens: Line = ""
    """Whose second debrief of the session this is; empty for the first."""
    reason: str = ""
    """Why this revision was made; empty for the first."""

    @model_validator(mode="before")
    @classmethod
    def _with_commitments(cls, found: Any) -> Any:
        """An entry of before there could be several has one."""
        if not isinstance(found, Mapping) or "commitments" in found:
            return found
        one = found.get("commitment")
        says = one.get("text") or one.get("due") if isinstance(one, Mapping) else one
        return {**found, "commitments": [one]} if says else found

    @property
    def empty(self) -> bool:
        """Whether nothing has been written yet."""
        texts = (
            *(answer.text for answer in (*self.prompts, *self.answers)),
            *(each.text for each in self.commitments),
            *(each.text for each in self.marks),
            *(each.happened for each in self.earlier),
            *(each.evidence for each in self.judgements),
        )
        decided = (self.waits, self.norms, self.captures)
        judged = any(each.verdict for each in self.judgements)
        settled = any(each.outlook is not Outlook.OPEN for each in self.earlier)
        written = any(text.strip() for text in (self.learned, *texts))
        return not (written or any((*decided, judged, settled)))

    @property
    def promised(self) -> tuple[Commitment, ...]:
        """The commitments that say something."""
        return tuple(each for each in self.commitments if each.text.strip())
