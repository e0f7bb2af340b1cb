"""The phase that was entered last, said otherwise: its day, its reason, or that it was none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitui.core.pathways.enrolling import begun_on
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.moving import entered, phase_names, refuse_without_reason
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line, quoted

SAID_OTHERWISE = "that {} was entered was corrected"
BY_MISTAKE = "{} was entered by mistake and taken out"


def before_last(enrolment: Enrolment) -> Enrolment:
    """It as it was before the phase that was entered last; the same where none was."""
    return enrolment.model_copy(update={"entered": enrolment.entered[:-1]})


def standing_before(progress: PathwayProgress) -> PathwayProgress:
    """Whose phases are left once more, for what lacks on another day; they stand as they do."""
    return replace(progress, enrolment=before_last(progress.enrolment))


def said_otherwise(
    enrolment: Enrolment, progress: PathwayProgress, on: date, reason: str
) -> Enrolment:
    """The enrolment with another day or reason for the phase entered last.

    The progress is that of somebody who is `leaving` the phase before on that day. What lacked
    stays as it was kept, unless the day is another one: then it is what lacks by that day. The
    first phase begins with the enrolment.
    Raises FacilituiError where something lacks and no reason is given, or the day lies before the
    phase before was entered, and ValueError where it cannot be the first.
    """
    last = enrolment.entered[-1]
    told = line(SAID_OTHERWISE.format(_called(enrolment, progress)))
    if len(enrolment.entered) == 1:
        made = begun_on(enrolment, on)
        first = made.entered[0].model_copy(update={"reason": reason})
        return made.model_copy(update={"entered": (first,), "reason": told})
    if on == last.on:
        refuse_without_reason(last.lacked, reason)
        stays = (*enrolment.entered[:-1], last.model_copy(update={"reason": reason}))
        return enrolment.model_copy(update={"entered": stays, "reason": told})
    before = before_last(enrolment)
    made = entered(before, progress.pathway, progress, last.phase, on, reason)
    return made.model_copy(update={"reason": told})


def taken_out(enrolment: Enrolment, progress: PathwayProgress) -> Enrolment:
    """The enrolment as if the phase entered last had never been."""
    told = line(BY_MISTAKE.format(_called(enrolment, progress)))
    return before_last(enrolment).model_copy(update={"reason": told})


def _called(enrolment: Enrolment, progress: PathwayProgress) -> str:
    phase = enrolment.entered[-1].phase
    return quoted(phase_names(progress.pathway).get(phase, phase))
