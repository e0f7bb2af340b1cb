"""A phase that was entered, said otherwise: its day, its reason, or that it was none.

Stays are told by their place in the order in which phases were entered, counted from 0.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitui.core.errors import Refused
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolling import all_of, begun_on
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.entering import entered, lacking, leaving, refuse_without_reason
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month

SAID_OTHERWISE = "that {} was entered was corrected"
BY_MISTAKE = "{} was entered by mistake and taken out"
NEXT_BEFORE = "{} was entered on {}; choose that day or an earlier one for the phase before it."
LACKS_THEN = (
    "By that day {} was entered on {} although this was not met: {}; take out what was entered "
    "since, the last one first, and enter it anew."
)


def before_stay(enrolment: Enrolment, at: int) -> Enrolment:
    """It as it was before one of the phases that were entered."""
    return enrolment.model_copy(update={"entered": enrolment.entered[:at]})


def standing_before(progress: PathwayProgress, at: int) -> PathwayProgress:
    """Whose phases are left once more, for what lacks on another day; they stand as they do."""
    return replace(progress, enrolment=before_stay(progress.enrolment, at))


def said_otherwise(
    enrolment: Enrolment, at: int, progress: PathwayProgress, on: date, reason: str, because: str
) -> Enrolment:
    """The enrolment with another day or reason for one of the phases that were entered.

    The progress is that of somebody who is `leaving` the phase before on that day. What lacked
    stays as it was kept, unless the day is another one: then it is what lacks by that day. The
    first phase begins with the enrolment. `because` is why it is said otherwise.
    Raises FacilituiError where something lacks and no reason is given, or the day is not between
    those of the phases before and behind it.
    """
    stay, behind = enrolment.entered[at], enrolment.entered[at + 1 :]
    told = line(SAID_OTHERWISE.format(_called(stay.phase, progress)))
    if on != stay.on:
        told = f"{told}: {day_of_month(on)}, not {day_of_month(stay.on)}"
    told = f"{told}; {because}"[:LONGEST_TEXT]
    if behind and on > behind[0].on:
        name, since = _called(behind[0].phase, progress), day_of_month(behind[0].on)
        raise Refused(NEXT_BEFORE.format(name, since), "on")
    before, made = before_stay(enrolment, at), stay.model_copy(update={"reason": reason})
    if at == 0:
        enrolment = begun_on(enrolment, on)
        made = made.model_copy(update={"on": on})
    elif on == stay.on:
        refuse_without_reason(stay.lacked, reason)
    else:
        made = entered(before, progress.pathway, progress, stay.phase, on, reason).entered[-1]
    stays = (*before.entered, made, *behind)
    return enrolment.model_copy(update={"entered": stays, "reason": told})


def lacking_then(progress: PathwayProgress, at: int, on: date, case: Case, today: date) -> str:
    """That a later phase would stand entered without what was met before it, were a stay of
    another day; a sentence, empty where it is not so.

    Nobody goes by a gate without a word by dating the phase before it anew.
    """
    after = replace(progress, enrolment=_of_day(progress.enrolment, at, on))
    known = {each.id for each in progress.pathway.phases}
    for place, stay in [*enumerate(progress.enrolment.entered)][at + 1 :]:
        if stay.phase in known:
            was, then = (_lacking_at(each, place, case, today) for each in (progress, after))
            new = [quoted(each) for each in then if each not in {*was, *stay.lacked}]
            if new:
                name, since = _called(stay.phase, progress), day_of_month(stay.on)
                return LACKS_THEN.format(name, since, all_of(new))
    return ""


def _of_day(enrolment: Enrolment, at: int, on: date) -> Enrolment:
    stays = [*enrolment.entered]
    stays[at] = stays[at].model_copy(update={"on": on})
    began = {} if at else {"started_on": on}
    return enrolment.model_copy(update={**began, "entered": tuple(stays)})


def taken_out(enrolment: Enrolment, progress: PathwayProgress) -> Enrolment:
    """The enrolment as if the phase entered last had never been."""
    told = line(BY_MISTAKE.format(_called(enrolment.phase, progress)))
    out = before_stay(enrolment, len(enrolment.entered) - 1)
    return out.model_copy(update={"reason": told})


def _lacking_at(progress: PathwayProgress, at: int, case: Case, today: date) -> tuple[str, ...]:
    """What lacked, as it is known today, where a phase was entered."""
    stay = progress.enrolment.entered[at]
    left = leaving(standing_before(progress, at), stay.phase, stay.on, case, today)
    return lacking(left, stay.phase)


def _called(phase: str, progress: PathwayProgress) -> str:
    return quoted(progress.pathway.phase_called(phase))
