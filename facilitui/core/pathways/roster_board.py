"""Who takes part in a group's enrolment, by school, and which of the pathway's roles nobody has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.members import persons
from facilitui.core.pathways.pathway import Pathway, RoleName
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.roster import RosterMember


@dataclass(frozen=True, slots=True)
class Together:
    """Those of one school, or those of none that the enrolment knows."""

    school: School | None
    """None for those of none."""
    members: tuple[RosterMember, ...]
    """Who takes part, by the pathway's roles in their order, then who left."""


@dataclass(frozen=True, slots=True)
class RosterBoard:
    """All of them."""

    together: tuple[Together, ...]
    """In the order of the schools; then those of none, if any."""
    open_roles: tuple[RoleName, ...]
    """The pathway's roles that nobody has who takes part."""
    here: int
    """How many people take part, whatever roles each of them has."""
    left: int
    """How many do no more."""
    unnamed: int
    """How many ids of members logs name that the roster does not have."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on it."""
        return not (self.here or self.left)


def roster_board(
    progress: PathwayProgress, members: Sequence[RosterMember], logged: Sequence[LogEntry]
) -> RosterBoard:
    """The roster of an enrolment, sorted. `logged` may be that of other enrolments too."""
    pathway = progress.pathway
    here = [each for each in members if not each.left]
    had = {_role_at(pathway, each.role) for each in here}
    known = {each.id for each in members}
    named = {e.slot.member for e in logged if e.enrolment == progress.id and e.slot.member}
    return RosterBoard(
        together=tuple(_together(progress, members)),
        open_roles=tuple(role for at, role in enumerate(pathway.roles) if at not in had),
        here=len(persons(here)),
        left=len(persons(members)) - len(persons(here)),
        unnamed=len(named - known),
    )


def role_told(pathway: Pathway, role: str) -> str:
    """What a member's role is called by the pathway; as it was written where it is none of its."""
    at = _role_at(pathway, role)
    return pathway.roles[at].name if at < len(pathway.roles) else role


def _together(progress: PathwayProgress, members: Sequence[RosterMember]) -> Iterator[Together]:
    pathway = progress.pathway
    order = sorted(members, key=lambda each: (each.left, _role_at(pathway, each.role)))
    schools = progress.enrolment.schools
    for school in schools:
        yield Together(school, tuple(each for each in order if each.school == school.id))
    known = {each.id for each in schools}
    if rest := tuple(each for each in order if each.school not in known):
        yield Together(None, rest)


def _role_at(pathway: Pathway, role: str) -> int:
    """Which of the pathway's roles somebody has; behind all of them where it is none."""
    ids = [each.id for each in pathway.roles]
    return ids.index(role) if role in ids else len(ids)
