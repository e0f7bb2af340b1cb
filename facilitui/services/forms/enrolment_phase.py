"""The forms of a phase: entering one, and saying otherwise of one that was entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial

from facilitui.core.errors import FacilituiError, NotFound, Refused
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolling import last_day
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.entered_otherwise import (
    before_stay,
    lacking_then,
    said_otherwise,
    standing_before,
    taken_out,
)
from facilitui.core.pathways.entering import entered, lacking, leaving
from facilitui.core.pathways.pathway import Phase
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.stays import stay_named
from facilitui.core.safe_text import quoted
from facilitui.core.told import day_of_month
from facilitui.services.forms import reading as r
from facilitui.services.forms.enrolment_asked import Asked, Follow, day_field, told_days
from facilitui.services.forms.enrolment_phase_told import back_lines, lacking_lines, left_lines
from facilitui.services.forms.form import Following, FormField, Kind, Values
from facilitui.services.forms.reason import HINT, NO_REASON

Lacks = Callable[[date], tuple[str, ...]]
"""What is not met before the phase where it is entered on a day."""
ENTERED = "{} was entered"
DECIDES = "The programme decides whether {} was enough."
STAYS = "The day of entering still counts for {}; the new phase counts from the day after."
DATED = "what counts for it is dated from this day on"
LACKS_WHY = "Not met before it is what stands above; write why it is entered all the same."
NO_WHY = "nothing to say here: all before it meets the recorded criteria"
AGAIN = "It was entered before, and that stays; here it is entered once more."
NO_PHASE = "the pathway that this was begun with has no phase called {}"
OUT, BECAUSE = "out", "because"
"""The fields of a mistake, and of why a phase is said otherwise."""
MEANWHILE = (
    "its phases were changed elsewhere: leave, open this again and look; what was typed stays"
)


def phase_form(
    enrolment: Enrolment, progress: PathwayProgress, name: str, case: Case, today: date
) -> Asked:
    """A phase by its id, or a stay in one by its name (`facilitui.core.pathways.stays`).

    The phase that was entered last is said otherwise, any other one is entered. Raises NotFound.
    """
    if (at := stay_named(name, enrolment)) is not None:
        return _stay_form(enrolment, progress, at, case, today)
    phase = next((each for each in progress.pathway.phases if each.id == name), None)
    if phase is None:
        raise NotFound(NO_PHASE.format(quoted(name)))
    return _entering_form(enrolment, progress, phase, case, today)


def _entering_form(
    enrolment: Enrolment, progress: PathwayProgress, phase: Phase, case: Case, today: date
) -> Asked:
    """A phase that is entered: since when, and why where something before it is not met.

    Why is asked where it may lack on one of the days that can be chosen.
    """
    earliest = last_day(enrolment)

    @cache
    def left(on: date) -> PathwayProgress:
        return leaving(progress, phase.id, on, case, today)

    def lacks(on: date) -> tuple[str, ...]:
        return lacking(left(on), phase.id)

    is_again = phase.id in {each.phase for each in enrolment.entered}

    def otherwise(on: date) -> tuple[str, ...]:
        back = back_lines(progress, left(on), phase.id) if is_again else ()
        return (*back, *left_lines(progress, left(on), lacks(on)))

    entered_on = day_field("on", "Entered on", today, today, earliest)
    asks_why = lacks(today) or (earliest is not None and lacks(earliest))
    fields = (entered_on, *((_why_field(""),) if asks_why else ()))

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        on, reason = _said(each, enrolment, told)
        made = entered(each, progress.pathway, left(on), phase.id, on, reason)
        return made.model_copy(update={"reason": ENTERED.format(quoted(phase.name))})

    dated = "" if enrolment.entered else DATED
    follow = _following(fields, lacks, dated, progress, phase.id, today, otherwise)
    again = (AGAIN,) if is_again else ()
    lead = " ".join((*again, _decides(enrolment.entered, phase.id, progress)))
    needs = partial(_needs_why, entered_on, lacks)
    return Asked(f"Enter {r.flat(phase.name)}", fields, make, follow, lead, needs=needs)


def _stay_form(
    enrolment: Enrolment, progress: PathwayProgress, at: int, case: Case, today: date
) -> Asked:
    """A phase that was entered, counted from 0: its day between those of its neighbours, and its
    reason; of the last one also that it was entered by mistake.
    """
    known, before = enrolment.entered[at], before_stay(enrolment, at)
    phase, behind = known.phase, enrolment.entered[at + 1 :]
    is_first, is_last = at == 0, not behind
    base = standing_before(progress, at)

    @cache
    def left(on: date) -> PathwayProgress:
        return base if is_first else leaving(base, phase, on, case, today)

    def lacks(on: date) -> tuple[str, ...]:
        is_kept = is_first or on == known.on
        return known.lacked if is_kept else lacking(left(on), phase)

    @cache
    def lacks_later(on: date) -> str:
        return "" if on == known.on else lacking_then(progress, at, on, case, today)

    def otherwise(on: date) -> tuple[str, ...]:
        return () if is_first else left_lines(left(known.on), left(on), lacks(on))

    earliest = None if is_first else last_day(before)
    until = behind[0].on if behind else None
    entered_on = day_field("on", "Entered on", known.on, today, earliest, until)
    asks_why = known.reason or known.lacked or (earliest is not None and lacks(earliest))
    fields = (
        entered_on,
        *((_why_field(known.reason),) if asks_why else ()),
        FormField(BECAUSE, "Why changed", "", HINT, kind=Kind.TEXT, read=r.text),
        *((_out_field(before, progress),) if is_last and not is_first else ()),
    )

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        on, reason = _said(each, enrolment, told)
        if told.get(OUT):
            return taken_out(each, progress)
        if (known.on, known.reason.strip()) == (on, reason):
            return each
        if later := lacks_later(on):
            raise Refused(later, "on")
        because = str(told.get(BECAUSE, "")).strip()
        made = said_otherwise(each, at, left(on), on, reason, because)
        if not because:
            raise Refused(NO_REASON, BECAUSE)
        return made

    dated = "" if before.entered else DATED
    follow = _following(fields, lacks, dated, base, phase, today, otherwise)
    lead = _decides(before.entered, phase, progress)
    entered_when = "last" if is_last else f"on {day_of_month(known.on)}"
    name = r.flat(progress.pathway.phase_called(phase))
    needs = partial(_needs_why, entered_on, lacks)
    return Asked(f"{name}, entered {entered_when}", fields, make, follow, lead, needs=needs)


def _said(now: Enrolment, shown: Enrolment, told: Mapping[str, object]) -> tuple[date, str]:
    """The day and the reason. Raises FacilituiError where it was shown in other phases."""
    on = told["on"]
    if now.entered != shown.entered or not isinstance(on, date):
        raise FacilituiError(MEANWHILE)
    return on, str(told.get("why", "")).strip()


def _why_field(reason: str) -> FormField:
    hint = "why all the same; what is lacking is kept with it"
    return FormField("why", "Why", reason, hint, kind=Kind.TEXT, read=r.text)


def _needs_why(entered_on: FormField, lacks: Lacks, values: Values) -> Mapping[str, str]:
    """Why it is entered, where something lacks on the day that stands there."""
    try:
        on = entered_on.read(values["on"]) if entered_on.read is not None else None
    except ValueError:
        return {}
    if values.get(OUT, "") or not isinstance(on, date):
        return {}
    return {"why": LACKS_WHY} if lacks(on) else {}


def _out_field(before: Enrolment, progress: PathwayProgress) -> FormField:
    hint = f"it is taken out, and {_called(before.entered[-1].phase, progress)} goes on as it was"
    return FormField(OUT, "By mistake", "", hint, kind=Kind.YES, read=r.yes)


def _following(
    fields: tuple[FormField, ...],
    lacks: Lacks,
    dated: str,
    progress: PathwayProgress,
    phase: str,
    today: date,
    otherwise: Lacks,
) -> Follow:
    """What follows from a day: what lacks by then, which days count, and the lines of what stands
    `otherwise` in a phase that is gone back into, or left."""
    days, read = told_days(fields, "on", today=today), fields[0].read
    how = " · ".join(filter(None, (fields[0].hint, dated)))
    has_why = any(each.key == "why" for each in fields)

    def follow(values: Values) -> Mapping[str, Following]:
        told = days(values).get("on", Following())
        on = read(values["on"]) if told.hint and read is not None else None
        if not isinstance(on, date):
            return {"on": Following(how)}
        found = lacks(on)
        by_day = not {*found} <= {*lacking(progress, phase)}
        below = (*told.below, *lacking_lines(found, by_day=by_day), *otherwise(on))
        hint = " · ".join(filter(None, (told.hint, dated)))
        entered_on = {"on": Following(hint, below=below)}
        return entered_on if found or not has_why else {**entered_on, "why": Following(NO_WHY)}

    return follow


def _decides(before: Sequence[Entered], phase: str, progress: PathwayProgress) -> str:
    """Who decides on a phase, as entering one says nothing of that; what stays with the one before.

    It stands above the fields: names are as long as they are, and a hint has two lines.
    """
    if not before:
        return DECIDES.format(_called(phase, progress))
    name = _called(before[-1].phase, progress)
    return f"{STAYS.format(name)} {DECIDES.format('the one before')}"


def _called(phase: str, progress: PathwayProgress) -> str:
    return quoted(progress.pathway.phase_called(phase))
