"""Where an enrolment stands, worked out from what the journal holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.case import Case, Source, Window
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.gates import gate_of
from facilitui.core.pathways.not_counted import kept_out, not_counted
from facilitui.core.pathways.pathway import Pathway, Phase
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress, Progress
from facilitui.core.pathways.remarks import Lack, LackKind
from facilitui.core.pathways.requirements import (
    NOT_APART,
    Deadline,
    Debriefs,
    Observations,
    ParticipantFeedback,
    Planning,
    Requirement,
    ScoreGate,
    Sessions,
)
from facilitui.core.pathways.sorting import in_no_phase, things_told
from facilitui.core.pathways.standings.counting import with_ahead
from facilitui.core.pathways.standings.deadlines import of_deadline
from facilitui.core.pathways.standings.depending import depending
from facilitui.core.pathways.standings.heard import of_feedback
from facilitui.core.pathways.standings.logged import counts_by_day, of_logged
from facilitui.core.pathways.standings.observed import of_observations, of_scores
from facilitui.core.pathways.standings.scope import Scope, order, scope_of
from facilitui.core.pathways.standings.sessions import of_debriefs, of_planning, of_sessions
from facilitui.core.pathways.stays import stays_of
from facilitui.core.pathways.steps import next_step
from facilitui.core.pathways.told_apart import Apart
from facilitui.core.pathways.whose_words import Said
from facilitui.core.pathways.windows import day_after, windows_of
from facilitui.core.pathways.words import Per, Standing
from facilitui.core.safe_text import quoted
from facilitui.core.told import plural


def progress_of(
    id: str, enrolment: Enrolment, pathway: Pathway, case: Case, today: date
) -> PathwayProgress:
    """Where the enrolment of an entry's id stands in a pathway on a day."""
    scope = scope_of(id, enrolment, pathway, case, today)
    windows = windows_of(enrolment)
    phases = tuple(_phase(phase, scope, windows.get(phase.id, ())) for phase in pathway.phases)
    unsorted = unsorted_of(enrolment, case)
    told = things_told((each.key for each in unsorted), case)
    counting = f"{told} {'counts' if len(unsorted) == 1 else 'count'}" if unsorted else ""
    return PathwayProgress(
        id=id,
        enrolment=enrolment,
        pathway=pathway,
        phases=phases,
        step=next_step(enrolment, pathway, phases, counting),
        unsorted=unsorted,
        unsorted_told=told,
        to_be_known=(*_notices(enrolment, pathway, case), *in_no_phase(enrolment, case, windows)),
    )


def unsorted_of(enrolment: Enrolment, case: Case) -> tuple[Source, ...]:
    """What was held from its beginning to its end and nobody said whether it counts.

    One for each session, as its own entry calls it; the earliest first. What has no day is in no
    phase, so nobody is asked about it; nor about what no enrolment can name.
    """
    every = _undecided(enrolment, case)
    return tuple(each for each in every if len(each.key) <= LONGEST_LINE)


def _undecided(enrolment: Enrolment, case: Case) -> tuple[Source, ...]:
    every = (
        *(each.source for each in sorted(case.sessions, key=lambda each: order(each.source))),
        *(each.source for each in sorted(case.observed, key=lambda each: order(each.source))),
        *(each.source for each in sorted(case.heard, key=lambda each: order(each.source))),
    )
    lasted, decided = Window(_began(enrolment), enrolment.closed_on), enrolment.decided
    by_key: dict[str, Source] = {}
    for each in every:
        if each.key not in decided and lasted.has(each.on):
            by_key.setdefault(each.key, each)
    return tuple(sorted(by_key.values(), key=order))


def _began(enrolment: Enrolment) -> date:
    entered = min((each.on for each in enrolment.entered), default=date.min)
    return enrolment.started_on or entered


def _phase(phase: Phase, whole: Scope, windows: tuple[Window, ...]) -> PhaseProgress:
    scope = whole.within(windows)
    so_far = scope.so_far
    own = [_own(each, so_far) for each in phase.requirements]
    if so_far != scope:
        own = [with_ahead(each, _own(each.requirement, scope), scope.today) for each in own]
    apart = Apart(scope)
    own = [apart.told(_with_uncounted(each, whole, scope)) for each in own]
    requirements = depending(own, so_far.stated)
    last = next(reversed(stays_of(whole.enrolment, phase.id)), None)
    return PhaseProgress(
        phase=phase,
        requirements=requirements,
        gate=gate_of(phase.gate, requirements) if phase.gate is not None else None,
        entered=last.entered if last is not None else None,
        left_on=last.left_on if last is not None else None,
        counts_from=_counts_from(last.entered, whole) if last is not None else None,
        is_current=scope.enrolment.phase == phase.id,
    )


def _with_uncounted(each: Progress, whole: Scope, scope: Scope) -> Progress:
    asked = each.requirement
    told = not_counted(asked, whole, scope, each.by)
    return replace(each, uncounted=told, by_debrief=kept_out(asked, scope, each.by))


def _counts_from(entered: Entered, whole: Scope) -> date | None:
    """The day after a phase was entered, where it is worth telling: that is today, or something
    that serves the enrolment and counts by its day is of that day."""
    days = [each.source.on for each in whole.sessions]
    days += [each.source.on for each in whole.observed]
    days += [each.source.on for each in whole.heard]
    for id, entries in whole.logged.items():
        is_dated = counts_by_day(whole.pathway.requirement(id))
        days += [each.said.on for each in entries if is_dated]
    is_first = entered is whole.enrolment.entered[0]
    return day_after(entered.on) if not is_first and entered.on in (whole.today, *days) else None


def _own(asked: Requirement, scope: Scope) -> Progress:
    """Where a requirement stands by itself."""
    if asked.per is not None and type(asked) in NOT_APART:
        return _not_apart(asked, asked.per)
    match asked:
        case Sessions():
            return of_sessions(asked, scope)
        case Planning():
            return of_planning(asked, scope)
        case Debriefs():
            return of_debriefs(asked, scope)
        case Observations():
            return of_observations(asked, scope)
        case ScoreGate():
            return of_scores(asked, scope)
        case ParticipantFeedback():
            return of_feedback(asked, scope)
        case Deadline():
            return of_deadline(asked, scope)
        case _:
            return of_logged(asked, scope)


def _not_apart(asked: Requirement, per: Per) -> Progress:
    """No file may ask so; of a pathway that was kept it is never guessed."""
    told = f"{NOT_APART[type(asked)]} are not kept apart for each {per}"
    why = Lack(told, LackKind.COUNTED)
    return Progress(asked, Standing.UNKNOWN, lacks=(why,), count=f"cannot be told: {told}")


def _notices(enrolment: Enrolment, pathway: Pathway, case: Case) -> Iterator[Said]:
    yield from case.unread
    long = [each for each in _undecided(enrolment, case) if len(each.key) > LONGEST_LINE]
    if long:
        what, have = plural(len(long), "entry", "entries"), "has" if len(long) == 1 else "have"
        yield f"{what} from elsewhere {have} too long a name to be sorted, and cannot count."
    known = {each.id for each in pathway.phases}
    for phase in dict.fromkeys(each.phase for each in enrolment.entered):
        if phase not in known:
            yield f"The phase {quoted(phase)} was entered, which this pathway does not have."
