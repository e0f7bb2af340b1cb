"""What is handed to others: for whom, as which kind of file, and everything it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from facilitui.core.naming import UNTITLED
from facilitui.core.plans.clock_changes import clock_words, start_words
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import CalendarRecord
from facilitui.core.plans.schedule import Slot, agenda_end, minutes_between, minutes_taken
from facilitui.core.told import A_SECOND
from facilitui.core.words import Word


class What(Word):
    """What is handed over."""

    PARTICIPANTS = "participants", "Agenda for participants"
    RUN_SHEET = "run_sheet", "Run sheet for the facilitator"
    CALENDAR = "calendar", "Calendar entry"


class Format(StrEnum):
    """The kind of file, by its ending."""

    MARKDOWN = "md"
    HTML = "html"
    ICALENDAR = "ics"


FORMATS = {
    What.PARTICIPANTS: (Format.MARKDOWN, Format.HTML),
    What.RUN_SHEET: (Format.MARKDOWN, Format.HTML),
    What.CALENDAR: (Format.ICALENDAR,),
}
"""Which kinds of file there are of each."""


def needs_release(plan: Plan, what: What) -> bool:
    """Whether somebody has to say yes first: a sensitive session goes to others."""
    return plan.sensitive and what is not What.RUN_SHEET


@dataclass(frozen=True, slots=True)
class Handout:
    """A plan with all that its documents show, worked out."""

    plan: Plan
    slots: tuple[Slot, ...]
    start: datetime
    """Aware, in the session's own zone."""
    end: datetime
    """When all its time is over, whether the agenda fills it or not."""
    dated: bool
    """Whether the plan names its start."""
    timed: bool
    """Whether times of day were chosen; if not, `start` is only for showing an order."""
    zone: str = ""
    """The IANA name of the session's zone, empty where it is not known."""
    norms: tuple[str, ...] = ()
    """The norms themselves, those of the chosen sets first."""
    watch: str = ""
    """The norm to watch, which is named at the start; empty where none was chosen."""

    @property
    def title(self) -> str:
        """What the session is called."""
        return self.plan.title if self.plan.title.strip() else UNTITLED

    @property
    def minutes(self) -> float:
        """What the agenda takes by the clock."""
        return minutes_taken(self.slots)

    @property
    def free(self) -> tuple[datetime, float] | None:
        """From when on nothing is planned until the end, and for how many minutes."""
        if not self.slots:
            return None
        begins = agenda_end(self.slots, self.start)
        minutes = minutes_between(begins, self.end)
        return (begins, minutes) if minutes >= A_SECOND else None

    @property
    def clock_words(self) -> tuple[str, ...]:
        """Why times may look odd: the clocks are changed in the night of the session."""
        if not self.dated or self.plan.start is None:
            return ()
        return (
            *start_words(self.plan.start, self.start),
            *clock_words(self.start, self.end),
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A document that is ready to be handed over."""

    data: bytes
    left_out: tuple[str, ...]
    """What its readers do not get to see."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry in calendars: the session, or a date of an asynchronous one."""

    suffix: str
    """What its identity adds to that of the session; empty for the session itself."""
    title: str
    start: datetime
    """Aware; without a zone it is by the clock of the place, wherever that is."""
    end: datetime
    """The same as the start where nobody said when it ends."""
    place: str = ""
    link: str = ""
    about: str = ""
    busy: bool = True
    """Whether people have to be there."""
    private: bool = False
    """Whether calendars that are shared should show no more than that there is something."""
    called_off: bool = False
    """Whether calendars were told of it and should now take it away."""
    whole_day: bool = False
    """Whether it has a day and no time of day: from the day of `start` up to that of `end`."""
    alarm: bool = True
    """Whether calendars are to give notice of its time."""
    changed: int = 0
    """How often it was told otherwise by itself, beside how often all of them were."""


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What a calendar file is made from."""

    entries: tuple[Entry, ...]
    record: CalendarRecord
    now: datetime
    """When it is written, in UTC."""
