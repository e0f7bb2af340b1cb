"""Reports by reader: the same facts of sessions, and of them what each reader needs.

Who gets which topics is data here; what is held back of them is decided in `report_privacy`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from facilitui.core.reports.handout import Format
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_reader import Reader

FORMS = (Format.MARKDOWN, Format.HTML)
"""The kinds of file that reports are written as."""


class Topic(Enum):
    """What a part of a report is about, and its heading."""

    HELD = "The session"
    MET = "We met"
    PURPOSE = "Purpose"
    LEARNED = "What participants learned"
    GOALS = "Goals"
    IN_SHORT = "Goals in short"
    EFFECT = "What participants said"
    GROWTH = "How far participants came"
    QUOTES = "Quotes, told with consent"
    ATTACHED = "Evidence at hand"
    RESTS = "What this rests on"
    TIMINGS = "Timings and hand-overs"
    NORMS = "The norms"
    PARKED = "Parked"
    CHANGE = "What to change"
    NEXT = "Next steps"
    EARLIER = "Promised before"
    NEEDED = "What is needed"
    REFLECTION = "The debrief"
    DATA = "The run in figures"
    SELF_SCORES = "Scores by the facilitator"
    OBSERVED = "Observations"
    LACKING = "What is missing"
    PROMPTS = "For you to think about"
    BULLETS = "Learnings, challenges, successes"


TOPICS: dict[Reader, tuple[Topic, ...]] = {
    Reader.LEADER: (
        *(Topic.HELD, Topic.PURPOSE, Topic.LEARNED, Topic.GOALS, Topic.GROWTH, Topic.EFFECT),
        *(Topic.QUOTES, Topic.ATTACHED, Topic.NEXT, Topic.RESTS),
    ),
    Reader.POINT_PERSON: (Topic.HELD, Topic.NEXT, Topic.NEEDED),
    Reader.COUNCIL: (Topic.MET, Topic.LEARNED, Topic.IN_SHORT, Topic.GROWTH, Topic.NEXT),
    Reader.CO_FACILITATOR: (
        *(Topic.HELD, Topic.TIMINGS, Topic.NORMS, Topic.PARKED, Topic.CHANGE, Topic.NEXT),
        Topic.EARLIER,
    ),
    Reader.MENTOR: (
        *(Topic.HELD, Topic.PURPOSE, Topic.REFLECTION, Topic.GOALS, Topic.QUOTES, Topic.NEXT),
        *(Topic.EARLIER, Topic.DATA, Topic.TIMINGS, Topic.NORMS, Topic.PARKED, Topic.GROWTH),
        *(Topic.EFFECT, Topic.SELF_SCORES, Topic.OBSERVED, Topic.ATTACHED, Topic.LACKING),
        Topic.RESTS,
    ),
    Reader.PARTICIPANTS: (Topic.PROMPTS,),
    Reader.SPONSOR: (Topic.BULLETS,),
}
"""What each reader gets of a session, in its order."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A session that is planned."""

    title: str
    start: datetime | None
    """On the clock of its own zone; None where only a day is known."""
    day: str
    """In words."""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one reader gets: nothing in it has to be held back any more."""

    reader: Reader
    cases: tuple[Case, ...]
    """The oldest session first."""
    coming: tuple[Coming, ...] = ()
    left_out: tuple[str, ...] = ()
    """What its reader does not get to see."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What is told of each session."""
        return TOPICS[self.reader]


def gets(reader: Reader, topic: Topic) -> bool:
    """Whether a reader is told of something."""
    return topic in TOPICS[reader]
