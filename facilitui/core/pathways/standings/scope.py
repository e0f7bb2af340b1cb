"""What of a case may count for one phase of one enrolment, taken out once for all its rules.

Whatever a rule is given here was sorted as serving the enrolment and lies in the phase's days, so
that no rule can count what belongs to another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.pathways.case import Case, Heard, Logged, Observed, SessionHeld, Source, Window
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.stated import Stated


@dataclass(frozen=True, slots=True)
class Scope:
    """What the rules of one phase are told from, each the earliest first."""

    pathway: Pathway
    enrolment: Enrolment
    today: date
    sessions: tuple[SessionHeld, ...]
    observed: tuple[Observed, ...]
    heard: tuple[Heard, ...]
    logged: Mapping[str, tuple[Logged, ...]]
    """What was logged for this enrolment, by the requirement and of whatever day."""
    members: tuple[RosterMember, ...]
    held: int
    """How many sessions the journal holds, whether or not they serve this enrolment."""
    windows: tuple[Window, ...] = ()
    """All stays in the phase."""

    def has(self, on: date | None) -> bool:
        """Whether a day lies in the phase."""
        return any(window.has(on) for window in self.windows)

    @property
    def until(self) -> date:
        """The last day of the last stay in the phase, or today while that lasts or there is none.

        Whatever was scored or stated in which stay: a phase gone back into is the current one.
        """
        last = self.windows[-1].last if self.windows else None
        return self.today if last is None else min(last, self.today)

    @property
    def stated(self) -> Stated:
        """What the programme stated, as it stands for the phase."""
        return Stated(self.pathway, self.enrolment, self.until, self.today, self.windows)

    @property
    def so_far(self) -> Scope:
        """The same without what is dated after today, which does not count yet."""
        return replace(
            self,
            sessions=tuple(e for e in self.sessions if not _is_ahead(e.source, self.today)),
            observed=tuple(e for e in self.observed if not _is_ahead(e.source, self.today)),
            heard=tuple(e for e in self.heard if not _is_ahead(e.source, self.today)),
        )

    def within(self, windows: tuple[Window, ...]) -> Scope:
        """The same for one phase alone."""
        whole = replace(self, windows=windows)
        return replace(
            whole,
            sessions=tuple(each for each in self.sessions if whole.has(each.source.on)),
            observed=tuple(each for each in self.observed if whole.has(each.source.on)),
            heard=tuple(each for each in self.heard if whole.has(each.source.on)),
        )


def scope_of(id: str, enrolment: Enrolment, pathway: Pathway, case: Case, today: date) -> Scope:
    """What serves an enrolment, of all its phases together."""
    counted = enrolment.counted
    return Scope(
        pathway=pathway,
        enrolment=enrolment,
        today=today,
        sessions=tuple(each for each in case.sessions if each.source.key in counted),
        observed=tuple(each for each in case.observed if each.source.key in counted),
        heard=tuple(each for each in case.heard if each.source.key in counted),
        logged=_by_requirement(case.logged_for(id)),
        members=case.members.get(id, ()),
        held=len({each.source.key for each in case.sessions if not _is_ahead(each.source, today)}),
    )


def _is_ahead(source: Source, today: date) -> bool:
    return source.on is not None and source.on > today


def order(source: Source) -> tuple[date, str, str, str]:
    """By which sources are told: the earliest first, and what has no day last."""
    return (source.on or date.max, source.entry, source.session, source.told)


def _by_requirement(logged: Iterable[Logged]) -> Mapping[str, tuple[Logged, ...]]:
    found: dict[str, list[Logged]] = {}
    for each in sorted(logged, key=_when_logged):
        found.setdefault(each.said.requirement, []).append(each)
    return {requirement: tuple(entries) for requirement, entries in found.items()}


def _when_logged(logged: Logged) -> tuple[date, tuple[date, str, str, str], int]:
    return (logged.said.on or date.max, order(logged.source), logged.revision)
