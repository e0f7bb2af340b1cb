"""The one thing to do next in an enrolment. Nothing in it counts down, and nothing nags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.gates import is_done
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import NextStep, PhaseProgress, Progress
from facilitui.core.pathways.remarks import still_open
from facilitui.core.pathways.requirements import Deadline, Observations, ScoreGate
from facilitui.core.pathways.standings.depending import OPENS
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.pathways.standings.slots import unit_of
from facilitui.core.pathways.where_recorded import Counted
from facilitui.core.pathways.words import Per, Standing, StepKind
from facilitui.core.safe_text import line, quoted

_OPEN = frozenset({Standing.MISSING, Standing.UNKNOWN})
_ASKED = {
    StepKind.AREAS: "Enter the priority areas, with who designated them and since when",
    StepKind.SCHOOLS: "Enter the schools that it is asked for",
    StepKind.MEMBERS: "Enter who takes part",
}


def next_step(
    enrolment: Enrolment, pathway: Pathway, phases: Sequence[PhaseProgress], counting: str
) -> NextStep:
    """In the order of what holds the rest up: the phase, what counts, what is not met yet, moving
    on.

    Once nothing is left to do for the gate of the phase, moving on comes before what else there is.
    `counting` says what nobody sorted yet: "2 sessions count"; empty for nothing. It holds up only
    a phase that asks for what sessions give.
    """
    if enrolment.closed_on is not None:
        return NextStep(StepKind.NOTHING, "It is closed: nothing more is asked")
    current = next((each for each in phases if each.is_current), None)
    if current is None:
        return _enter_any(enrolment, pathway)
    if counting and _asks_for_sessions(current):
        return NextStep(StepKind.SORT, f"Say whether {counting}")
    open_ones = tuple(_open(current))
    if open_ones and not (current.gate is not None and is_done(current.gate)):
        return _do(open_ones[0])
    step = _go_on(current, phases, pathway)
    return replace(step, text=line(step.text + _also(open_ones)))


def _asks_for_sessions(phase: PhaseProgress) -> bool:
    return any(isinstance(each.requirement, Counted) for each in phase.requirements)


def _enter_any(enrolment: Enrolment, pathway: Pathway) -> NextStep:
    if enrolment.entered:
        gone = quoted(enrolment.phase)
        text = f"Enter a phase of this pathway: it has none of the name {gone}"
        return NextStep(StepKind.ENTER, line(text))
    first = pathway.phases[0]
    text = f"Enter {quoted(first.name)}, the first phase"
    return NextStep(StepKind.ENTER, line(text), phase=first.id)


def _open(phase: PhaseProgress) -> Iterator[Progress]:
    """What can be done now, in the file's order.

    What is only wished for, and what stands in another's place, is offered and never asked, but
    where something that is asked depends on it.
    """
    by_id = {each.requirement.id: each for each in phase.requirements}
    wanted = [each.id for each in phase.phase.requirements if not (each.wished or each.instead_of)]
    wanted += phase.phase.gate.needs if phase.phase.gate is not None else ()
    for id in wanted:
        needed = by_id[id].requirement.needs if by_id[id].standing in _OPEN else ()
        wanted += [each for each in needed if each not in wanted]
    for each in phase.requirements:
        held_up = any(by_id[id].standing not in OPENS for id in each.requirement.needs)
        held_up = held_up or _waits_to_be_observed(each, phase)
        if each.requirement.id in wanted and each.standing in _OPEN and not held_up:
            yield each


def _waits_to_be_observed(each: Progress, phase: PhaseProgress) -> bool:
    """Whether only an observation could meet it, and one is waited for."""
    is_scored = isinstance(each.requirement, ScoreGate) and each.standing is Standing.MISSING
    waits = (one for one in phase.requirements if one.standing is Standing.WAITING)
    return is_scored and any(isinstance(one.requirement, Observations) for one in waits)


def _also(open_ones: Sequence[Progress]) -> str:
    """That more is not met yet, behind what comes first: their names are too long for a line."""
    return f"; also not met yet: {len(open_ones)} of this phase" if open_ones else ""


def _do(each: Progress) -> NextStep:
    asked = each.requirement
    kind = _kind(each)
    if kind is not StepKind.DO:
        return NextStep(kind, _ASKED[kind], asked.id)
    slot = next((one for one in each.slots if one.standing is Standing.MISSING), None)
    lack = next(iter(still_open(slot.lacks if slot else each.lacks)), "")
    text = asked.text
    if slot is not None and asked.per is None:  # "…: Enrolled" would read as done
        text = f"{text}, {unit_of(asked)} {quoted(slot.name)}"
    what = ", ".join(filter(None, (slot.name if slot and asked.per else "", lack)))
    told = f"{text}: {what}" if what else text
    return NextStep(kind, line(told), asked.id, slot.slot if slot else None)


def _kind(each: Progress) -> StepKind:
    asked = each.requirement
    if each.standing is not Standing.UNKNOWN:
        return StepKind.DO
    if isinstance(asked, ScoreGate) and asked.per is None:
        return StepKind.AREAS
    per = {Per.SCHOOL: StepKind.SCHOOLS, Per.MEMBER: StepKind.MEMBERS}
    is_logged = isinstance(asked, Logging) and not isinstance(asked, Deadline)
    return per.get(asked.per or Per.CYCLE, StepKind.DO) if is_logged else StepKind.DO


def _go_on(current: PhaseProgress, phases: Sequence[PhaseProgress], pathway: Pathway) -> NextStep:
    """Nothing can be done now: what is left waits, or the programme decides, or all is there."""
    if waiting := next(_waiting(current), None):
        reason = f" ({waiting.reason})" if waiting.reason.strip() else ""
        text = f"Wait for an opportunity: {waiting.requirement.text}{reason}"
        return NextStep(StepKind.WAIT, line(text), waiting.requirement.id)
    following = phases[[each.is_current for each in phases].index(True) + 1 :]
    if not following:
        reader = f" to {pathway.reader}" if pathway.reader else ""
        return NextStep(StepKind.SUMMARY, line(f"Take your evidence summary{reader}"))
    phase = following[0].phase
    when = "the programme has decided" if current.gate is not None else "it begins for you"
    text = f"Enter {quoted(phase.name)} once {when}"
    return NextStep(StepKind.ENTER, line(text), phase=phase.id)


def _waiting(current: PhaseProgress) -> Iterator[Progress]:
    """What keeps the gate, or without one the phase, from being complete."""
    asked = (each for each in current.requirements if not each.requirement.wished)
    lacking = current.gate.lacks if current.gate is not None else tuple(asked)
    waits = [each for each in current.requirements if each.standing is Standing.WAITING]
    if any(each.standing not in OPENS for each in lacking):
        yield from (each for each in lacking if each.standing is Standing.WAITING)
        yield from waits
