"""Why something that counts for an enrolment does not count for one of its requirements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from facilitui.core.pathways.case import Observed, SessionHeld, Source
from facilitui.core.pathways.requirements import (
    Debriefs,
    Observations,
    ParticipantFeedback,
    Planning,
    Requirement,
    ScoreGate,
    Sessions,
)
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.told import plural
from facilitui.core.vocabulary import Role


def not_counted(asked: Requirement, whole: Scope, phase: Scope, by: Iterable[Source]) -> str:
    """How much serves the enrolment and is not among `by`, and why, as a sentence without its full
    stop: "3 other sessions do not count here: 2 in another role, 1 before this phase", or "2 other
    sessions before this phase do not count here". Empty for nothing, and where the phase was never
    entered.

    `whole` has all phases together, `phase` its own days.
    """
    counted = {each.key for each in by}
    every = sorted(_reasons(asked, whole, phase), reverse=True) if phase.windows else ()
    reasons = dict(every)  # of several about one session the same one, in whatever order they came
    left = Counter(reason for key, reason in reasons.items() if key not in counted)
    if not left:
        return ""
    other = "other " if counted else ""
    many = plural(left.total(), *(f"{other}{each}" for each in _called(asked)))
    do_not = "does not" if left.total() == 1 else "do not"
    if len(left) == 1:
        return f"{many} {next(iter(left))} {do_not} count here"
    often_first = sorted(left.items(), key=lambda each: (-each[1], each[0]))
    why = ", ".join(f"{count} {reason}" for reason, count in often_first)
    return f"{many} {do_not} count here: {why}"


def kept_out(asked: Requirement, phase: Scope, by: Iterable[Source]) -> tuple[Source, ...]:
    """Sessions of a phase with a debrief that are not among `by`, by what that says of them: one's
    role and help, with whom it was planned or debriefed."""
    counted = {each.key for each in by}
    if not isinstance(asked, Sessions | Planning | Debriefs):
        return ()
    has_been = (e.source for e in phase.sessions if e.source.on and e.source.on <= phase.today)
    return tuple(each for each in has_been if each.entry and each.key not in counted)


def _called(asked: Requirement) -> tuple[str, str]:
    """What counts for it, one and several."""
    match asked:
        case Observations() | ScoreGate():
            return "observation", "observations"
        case ParticipantFeedback():
            return "set of answers", "sets of answers"
        case _:
            return "session", "sessions"


def _reasons(asked: Requirement, whole: Scope, phase: Scope) -> Iterator[tuple[str, str]]:
    """By its key why each does not count, if it does not: that of its day before any other."""
    match asked:
        case Sessions() | Planning() | Debriefs():
            for held in whole.sessions:
                yield held.source.key, _of_day(held.source.on, phase) or _of_held(asked, held)
        case Observations():
            for seen in whole.observed:
                yield seen.source.key, _of_day(seen.source.on, phase) or _of_observed(asked, seen)
        case ScoreGate():
            # Of the phase's own scores the latest count, and what keeps others out is told there.
            for seen in whole.observed:
                if seen.levels and (reason := _of_day(seen.source.on, phase)):
                    yield seen.source.key, reason
        case ParticipantFeedback():
            for heard in whole.heard:
                reason = _of_day(heard.source.on, phase)
                yield heard.source.key, reason or "without what is looked for"


def _of_day(on: date | None, phase: Scope) -> str:
    last = phase.windows[-1].last
    if on is None:
        return "without a day"
    if on > phase.today:
        return "still to come"
    if on < phase.windows[0].begins:
        return "before this phase"
    if last is not None and on > last:
        return "after this phase"
    return "" if phase.has(on) else "while another phase lasted"


def _of_held(asked: Sessions | Planning | Debriefs, held: SessionHeld) -> str:
    match asked:
        case Sessions():
            return _of_session(asked, held)
        case Planning():
            return (
                "of which nothing says who planned"
                if held.planned_with is None
                else ("not planned with them")
            )
        case Debriefs():
            with_them = not asked.partners or held.partners & {*asked.partners}
            if not held.debriefed:
                return "not debriefed"
            return (
                "with a debrief that you did not lead" if with_them else "not debriefed with them"
            )


def _of_session(asked: Sessions, held: SessionHeld) -> str:
    if asked.roles and held.role not in asked.roles:
        return "in another role" if held.role is not None else "without a role in its debrief"
    if asked.modes and held.mode not in asked.modes:
        return "that met otherwise"
    return (
        "with more help" if held.support is not None else "of which nothing says what help you had"
    )


def _of_observed(asked: Observations, seen: Observed) -> str:
    if seen.role is Role.SELF:
        return "by yourself"
    if asked.roles and seen.role not in asked.roles:
        return "by somebody else"
    if asked.modes and seen.mode not in asked.modes:
        return "made otherwise"
    return "with something lacking"
