"""Entering a phase: what lacks before it, and the day from which on it is the current one.

Nothing is lost on the way: what was not met is kept with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from facilitui.core.errors import FacilituiError, Refused
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.safe_text import line, quoted, quoted_by_its_ends
from facilitui.core.told import day_of_month

_NAMED = {1: 66, 2: 26}
"""Signs of each name in a sentence of so many, whose end then has room in the foot of any form;
more of what lacks makes no sentence."""


def lacking(progress: PathwayProgress, phase_id: str) -> tuple[str, ...]:
    """What is not met before a phase, in the order of the phases: texts that are kept with it.

    That is what the current phase's gate lacks; of phases between that would be left out their
    names, and what their gates lack. Going back lacks nothing.
    """
    target, start = _place(progress, phase_id), _start(progress)
    return tuple(dict.fromkeys(_lacks_of(progress.phases[start:target])))


def lacking_left(progress: PathwayProgress, phase_id: str) -> tuple[str, ...]:
    """The same, also where it is gone back: then it is what the gate lacks of the phase left.

    A phase that the pathway does not have may have been entered; what was left for it lacks alike.
    """
    if goes_on(progress, phase_id):
        return lacking(progress, phase_id)
    left = progress.phases[_start(progress)]
    return tuple(_lacks_of((left,))) if left.phase.id == progress.enrolment.phase else ()


def goes_on(progress: PathwayProgress, phase_id: str) -> bool:
    """Whether a phase is behind the one that is left for it."""
    later = progress.phases[_start(progress) + 1 :]
    return phase_id in {each.phase.id for each in later}


def leaving(
    progress: PathwayProgress, phase_id: str, on: date, case: Case, today: date
) -> PathwayProgress:
    """The same as its phases stand once a phase is entered on a day.

    What is dated after that day counts for what is left no more, so that nothing opens a gate and
    then counts behind it as well.
    """
    enrolment = progress.enrolment
    stays = (*enrolment.entered, Entered(phase=phase_id, on=on))
    then = enrolment.model_copy(update={"entered": stays})
    would = progress_of(progress.id, then, progress.pathway, case, today)
    return replace(progress, phases=would.phases)


def entered(
    enrolment: Enrolment,
    pathway: Pathway,
    progress: PathwayProgress,
    phase_id: str,
    on: date,
    reason: str,
) -> Enrolment:
    """The enrolment with a phase entered on a day, and with what lacked then.

    The progress is that of somebody who is `leaving` on that day.
    Raises FacilituiError where the pathway has no such phase, it is the current one, something
    lacks and no reason is given, or the day lies before the last phase was entered.
    """
    lacks = lacking(progress, phase_id)
    _check(enrolment, pathway, phase_id, on)
    refuse_without_reason(lacks, reason)
    new = Entered(phase=phase_id, on=on, lacked=lacks, reason=reason)
    told = line(f"{quoted(pathway.phase_called(phase_id))} was entered")
    return enrolment.model_copy(update={"entered": (*enrolment.entered, new), "reason": told})


def refuse_without_reason(lacks: Sequence[str], reason: str) -> None:
    """Raises Refused where something lacks and nobody says why a phase is entered so."""
    if lacks and not reason.strip():
        shown = lacks[: max(_NAMED)]
        named = ", ".join(quoted_by_its_ends(each, _NAMED[len(shown)]) for each in shown)
        more = f" and {len(lacks) - len(shown)} more" if len(lacks) > len(shown) else ""
        raise Refused(
            f"Not met before it: {named}{more}; write why it is entered all the same.", "why"
        )


def _check(enrolment: Enrolment, pathway: Pathway, phase_id: str, on: date) -> None:
    if enrolment.closed_on is not None:
        raise FacilituiError("It is closed; open it again, then enter the phase.")
    last = enrolment.entered[-1] if enrolment.entered else None
    if last is not None and last.phase == phase_id:
        name, since = quoted(pathway.phase_called(phase_id)), day_of_month(last.on)
        raise FacilituiError(f"{name} was entered on {since} already; choose another phase.")
    began = last.on if last is not None else enrolment.started_on
    if began is not None and on < began:
        what = f"{quoted(pathway.phase_called(last.phase))} was entered" if last else "It began"
        raise Refused(
            f"{what} on {day_of_month(began)}; choose that day or a later one for this phase.", "on"
        )


def _place(progress: PathwayProgress, phase_id: str) -> int:
    """Which phase it is, counted from 0."""
    ids = [each.phase.id for each in progress.phases]
    if phase_id not in ids:
        known = ", ".join(quoted(each.phase.name) for each in progress.phases)
        raise FacilituiError(
            f"This pathway has no phase {quoted(phase_id)}; choose one of {known}."
        )
    return ids.index(phase_id)


def _start(progress: PathwayProgress) -> int:
    """Which phase is left, counted from 0: the last one entered that the pathway has."""
    ids = [each.phase.id for each in progress.phases]
    known = [each.phase for each in progress.enrolment.entered if each.phase in ids]
    return ids.index(known[-1]) if known else 0


def _lacks_of(phases: Sequence[PhaseProgress]) -> Iterator[str]:
    for each in phases:
        if each.entered is None:
            yield each.phase.name
        if each.gate is not None:
            yield from (lacks.requirement.text for lacks in each.gate.lacks)
