"""The forms of a phase: entering one, and saying otherwise of the one that was entered last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolling import last_day
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.last_phase import (
    before_last,
    said_otherwise,
    standing_before,
    taken_out,
)
from facilitui.core.pathways.moving import entered, lacking, leaving, phase_names
from facilitui.core.pathways.pathway import Phase
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line, quoted
from facilitui.services.forms import reading as r
from facilitui.services.forms.enrolment_asked import Asked, Follow, day_field, told_days
from facilitui.services.forms.form import Following, FormField, Kind, Values

Lacks = Callable[[date], tuple[str, ...]]
"""What is not met before the phase where it is entered on a day."""
ENTERED = "{} was entered"
DECIDES = "The programme decides whether {} was enough."
STAYS = "What is of the day on which this is entered still counts for {}."
DATED = "what counts for it is dated from this day on"
DAY_AFTER = "it counts from the day after; what is of this day does not"
NO_WHY = "nothing to say here: all before it meets the recorded criteria"
LATER = (
    "What is dated after this day counts for the new phase alone; a later day leaves it to the "
    "one before."
)
AGAIN = (
    "It was entered before. To correct that day, first take out what was entered since, "
    "the last one first."
)
OUT = "out"
MEANWHILE = "its phases were changed elsewhere meanwhile: open this again and look"


def phase_form(
    enrolment: Enrolment, progress: PathwayProgress, phase: Phase, case: Case, today: date
) -> Asked:
    """A phase that is entered: since when, and why where something before it is not met.

    Why is asked where it may lack on one of the days that can be chosen. The phase that was
    entered last is said otherwise, or taken out again.
    """
    if enrolment.phase == phase.id:
        return _last_form(enrolment, progress, phase, case, today)
    earliest = last_day(enrolment)

    @cache
    def left(on: date) -> PathwayProgress:
        return leaving(progress, phase.id, on, case, today)

    def lacks(on: date) -> tuple[str, ...]:
        return lacking(left(on), phase.id)

    entered_on = day_field("on", "Entered on", today, today, earliest)
    asks_why = lacks(today) or (earliest is not None and lacks(earliest))
    fields = (entered_on, *((_why_field(""),) if asks_why else ()))

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        on, reason = _said(each, enrolment, told)
        made = entered(each, progress.pathway, left(on), phase.id, on, reason)
        return made.model_copy(update={"reason": ENTERED.format(quoted(phase.name))})

    follow = _following(fields, lacks, _dated(enrolment.entered), progress, phase)
    again = (AGAIN,) if phase.id in {each.phase for each in enrolment.entered} else ()
    lead = " ".join((*again, _decides(enrolment.entered, phase, progress)))
    return Asked(f"Enter {r.flat(phase.name)}", fields, make, follow, lead)


def _last_form(
    enrolment: Enrolment, progress: PathwayProgress, phase: Phase, case: Case, today: date
) -> Asked:
    """The phase that was entered last: its day, its reason, or that it was entered by mistake."""
    known, before = enrolment.entered[-1], before_last(enrolment)
    is_first = not before.entered
    base = standing_before(progress)

    @cache
    def left(on: date) -> PathwayProgress:
        return base if is_first else leaving(base, phase.id, on, case, today)

    def lacks(on: date) -> tuple[str, ...]:
        is_kept = is_first or on == known.on
        return known.lacked if is_kept else lacking(left(on), phase.id)

    earliest = None if is_first else last_day(before)
    entered_on = day_field("on", "Entered on", known.on, today, earliest)
    asks_why = known.reason or known.lacked or (earliest is not None and lacks(earliest))
    fields = (
        entered_on,
        *((_why_field(known.reason),) if asks_why else ()),
        *(() if is_first else (_out_field(before, progress),)),
    )

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        on, reason = _said(each, enrolment, told)
        if told.get(OUT):
            return taken_out(each, progress)
        if (known.on, known.reason.strip()) == (on, reason):
            return each
        return said_otherwise(each, left(on), on, reason)

    follow = _following(fields, lacks, _dated(before.entered), base, phase)
    lead = _decides(before.entered, phase, progress)
    return Asked(f"{r.flat(phase.name)}, entered last", fields, make, follow, lead)


def _said(now: Enrolment, shown: Enrolment, told: Mapping[str, object]) -> tuple[date, str]:
    """The day and the reason. Raises FacilituiError where it was shown in other phases."""
    on = told["on"]
    if now.entered != shown.entered or not isinstance(on, date):
        raise FacilituiError(MEANWHILE)
    return on, str(told.get("why", "")).strip()


def _why_field(reason: str) -> FormField:
    hint = "why all the same; what is lacking is kept with it"
    return FormField("why", "Why", reason, hint, kind=Kind.TEXT, read=r.text)


def _out_field(before: Enrolment, progress: PathwayProgress) -> FormField:
    hint = f"it is taken out, and {_called(before.entered[-1].phase, progress)} goes on as it was"
    return FormField(OUT, "By mistake", "", hint, kind=Kind.YES, read=r.yes)


def _following(
    fields: tuple[FormField, ...],
    lacks: Lacks,
    dated: str,
    progress: PathwayProgress,
    phase: Phase,
) -> Follow:
    """What follows from a day: what lacks by then, and which days count."""
    days, read = told_days(fields, "on"), fields[0].read
    how = f"{fields[0].hint} · {dated}"
    has_why = any(each.key == "why" for each in fields)

    def follow(values: Values) -> Mapping[str, Following]:
        told = days(values).get("on", Following())
        on = read(values["on"]) if told.hint and read is not None else None
        if not isinstance(on, date):
            return {"on": Following(how)}
        found = lacks(on)
        by_day = not {*found} <= {*lacking(progress, phase.id)}
        below = _lacking_lines(found, by_day=by_day)
        entered_on = {"on": Following(f"{told.hint} · {dated}", below=below)}
        return entered_on if found or not has_why else {**entered_on, "why": Following(NO_WHY)}

    return follow


def _dated(before: Sequence[Entered]) -> str:
    """Which days count for a phase: that on which it is entered is still of the one before."""
    return DAY_AFTER if before else DATED


def _decides(before: Sequence[Entered], phase: Phase, progress: PathwayProgress) -> str:
    """Who decides on a phase, as entering one says nothing of that; what stays with the one before.

    It stands above the fields: names are as long as they are, and a hint has two lines.
    """
    if not before:
        return DECIDES.format(_called(phase.id, progress))
    name = _called(before[-1].phase, progress)
    return f"{STAYS.format(name)} {DECIDES.format('it')}"


def _called(phase: str, progress: PathwayProgress) -> str:
    return quoted(phase_names(progress.pathway).get(phase, phase))


def _lacking_lines(lacks: tuple[str, ...], *, by_day: bool) -> tuple[str, ...]:
    """What is not met before it, one a line; whether a later day would leave some of it met."""
    if not lacks:
        return ()
    later = ("", LATER) if by_day else ()
    return ("", "Before it these are not met:", *(f"· {line(each)}" for each in lacks), *later)
