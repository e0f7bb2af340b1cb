"""What of an enrolment is counted over all phases: roles, sessions, what is asked and wished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.case import SessionHeld
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress, Progress
from facilitui.core.pathways.requirement_words import NO_NUMBER
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import Holder, Standing
from facilitui.core.vocabulary import Role


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role that somebody had in sessions (A-19)."""

    role: Role
    first: date
    last: date
    sessions: int


def roles_held(sessions: Iterable[SessionHeld]) -> tuple[RoleHeld, ...]:
    """Every role with the days of its first and its last session, the earliest first."""
    days: dict[Role, list[date]] = {}
    for each in sessions:
        if each.role is not None and each.source.on is not None:
            days.setdefault(each.role, []).append(each.source.on)
    held = (RoleHeld(role, min(on), max(on), len(on)) for role, on in days.items())
    return tuple(sorted(held, key=lambda each: (each.first, each.last)))


@dataclass(frozen=True, slots=True)
class Practised:
    """How often somebody was observed, co-facilitated and reflected (A-16)."""

    observed: int
    """How many sessions somebody else observed, however many did."""
    with_feedback: int
    """How many of those have an observation that lacks nothing that feedback asks for."""
    co_facilitated: int
    reflected: int


def practised(summary: Summary) -> Practised:
    """All three, of what serves the enrolment."""
    sessions = summary.sessions
    observed = [each for each in summary.observed if each.role is not Role.SELF]
    return Practised(
        observed=len({each.source.key for each in observed}),
        with_feedback=len({each.source.key for each in observed if not each.lacks}),
        co_facilitated=sum(each.role is Role.CO_FACILITATOR for each in sessions),
        reflected=sum(each.debriefed for each in sessions),
    )


@dataclass(frozen=True, slots=True)
class Track:
    """How much is there of what a programme looks for."""

    there: int
    of: int


def looked_for(progress: PathwayProgress) -> Track:
    """What is looked for in whoever begins (A-01); without what was set aside.

    For one person that is what the first phase wishes: what later ones wish finds nobody. A group
    is not chosen so, and all that is wished counts.
    """
    is_one = progress.enrolment.holder is Holder.PERSON
    return _wished(progress.phases[:1] if is_one else progress.phases)


def looked_for_later(progress: PathwayProgress) -> Track:
    """What later phases wish of one person, which finds nobody; nothing for a group."""
    is_one = progress.enrolment.holder is Holder.PERSON
    return _wished(progress.phases[1:] if is_one else ())


def _wished(phases: Iterable[PhaseProgress]) -> Track:
    wished = [
        bool(each.by)
        for phase in phases
        for each in phase.requirements
        if each.requirement.wished and each.standing is not Standing.SET_ASIDE
    ]
    return Track(sum(wished), len(wished))


def asked_for(progress: PathwayProgress) -> Mapping[Standing, int]:
    """How many of the things that are asked, and not only wished, stand where.

    What is `is_without_number` stands nowhere.
    """
    every = (each for phase in progress.phases for each in phase.requirements)
    asked = (each for each in every if not each.requirement.wished)
    return Counter(each.standing for each in asked if not is_without_number(each))


def is_without_number(each: Progress) -> bool:
    """Whether nothing is there of what has no number: nobody can say that it is not met."""
    return each.standing is Standing.MISSING and each.rule == NO_NUMBER


def places(sessions: Iterable[SessionHeld]) -> tuple[tuple[str, int], ...]:
    """Where sessions were held, and how many there, as far as that was told (A-48)."""
    told = Counter(each.place.strip() for each in sessions if each.place.strip())
    return tuple(sorted(told.items(), key=lambda each: (-each[1], each[0])))
