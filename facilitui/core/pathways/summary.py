"""What an evidence summary is made from, and what of it is counted over all phases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from facilitui.core.pathways.case import (
    Case,
    Heard,
    Logged,
    Observed,
    SessionHeld,
    Source,
    Window,
)
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress, Progress
from facilitui.core.pathways.requirements import CredentialOf, Requirement
from facilitui.core.pathways.snapshot import snapshot_id
from facilitui.core.pathways.stays import phases_gone
from facilitui.core.pathways.versions import Version
from facilitui.core.pathways.windows import windows_of
from facilitui.core.pathways.words import Holder, Standing
from facilitui.core.sealing import sha256
from facilitui.core.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Summary:
    """An enrolment with all that its documents show."""

    progress: PathwayProgress
    case: Case
    on: date
    """The day it is written."""
    hashes: Mapping[str, str]
    """The hash of each entry's newest revision, by its id."""
    changed_to: str = ""
    """The version of the pathway's file now, where it says something else by now."""
    earlier: tuple[Pathway, ...] = ()
    """The same pathway as the journal keeps it of other days: what it asks no more stands there."""
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """Of each statement of which the newest stands all that it said, by its entry's id."""
    once_members: tuple[str, ...] = ()
    """Names that are on the roster no more, as earlier revisions have them."""
    roster_purged: bool = False
    """Whether nobody knows any more which names are to be hidden."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody on the roster, now or once; none of them stands in what is taken along."""
        now = (each.name for each in self.case.members.get(self.progress.id, ()))
        return tuple(dict.fromkeys((*now, *self.once_members)))

    def asked(self, requirement: str) -> Requirement | None:
        """A requirement by its id, also one that the pathway has no more; None for none."""
        for each in (self.progress.pathway, *self.earlier):
            if (found := each.requirement(requirement)) is not None:
                return found
        return None

    @property
    def called(self) -> dict[str, str]:
        """What members are called in what is taken along, by their ids: each by a number alone."""
        roster = self.case.members.get(self.progress.id, ())
        return {each.id: f"Member {number}" for number, each in enumerate(roster, 1)}

    @property
    def logged(self) -> tuple[Logged, ...]:
        """What was logged for the enrolment."""
        return self.case.logged_for(self.progress.id)

    @property
    def sessions(self) -> tuple[SessionHeld, ...]:
        """Those that serve the enrolment, from its beginning to its end."""
        return tuple(each for each in self.case.sessions if self._serves(each.source))

    @property
    def observed(self) -> tuple[Observed, ...]:
        """Likewise."""
        return tuple(each for each in self.case.observed if self._serves(each.source))

    @property
    def heard(self) -> tuple[Heard, ...]:
        """Likewise."""
        return tuple(each for each in self.case.heard if self._serves(each.source))

    @property
    def held(self) -> tuple[Source, ...]:
        """All that was held, observed and answered of what serves it."""
        return (
            *(each.source for each in self.sessions),
            *(each.source for each in self.observed),
            *(each.source for each in self.heard),
        )

    def _serves(self, source: Source) -> bool:
        enrolment = self.progress.enrolment
        lasted = Window(enrolment.started_on or date.min, enrolment.closed_on)
        return lasted.has(source.on) and source.key in enrolment.counted


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
    """How many of the things that are asked, and not only wished, stand where."""
    every = (each for phase in progress.phases for each in phase.requirements)
    return Counter(each.standing for each in every if not each.requirement.wished)


def places(sessions: Iterable[SessionHeld]) -> tuple[tuple[str, int], ...]:
    """Where sessions were held, and how many there, as far as that was told (A-48)."""
    told = Counter(each.place.strip() for each in sessions if each.place.strip())
    return tuple(sorted(told.items(), key=lambda each: (-each[1], each[0])))


def sources_of(progress: Progress) -> tuple[Source, ...]:
    """All that is there of a requirement, each once, slot by slot where it has some."""
    within = (source for slot in progress.slots for source in slot.by)
    return tuple(dict.fromkeys((*within, *progress.by)))


def credentials(summary: Summary) -> Iterator[Logged]:
    """What was received of the programme, the earliest first."""
    asked = {
        each.id for each in summary.progress.pathway.requirements if isinstance(each, CredentialOf)
    }
    return (each for each in summary.logged if each.said.requirement in asked)


def asked_no_more(summary: Summary) -> tuple[Logged, ...]:
    """What was logged for what the pathway has no more."""
    known = {each.id for each in summary.progress.pathway.requirements}
    return tuple(each for each in summary.logged if each.said.requirement not in known)


def held_in(phase: str, summary: Summary) -> tuple[Source, ...]:
    """What was held, observed and answered in a phase, also in one that the pathway has no more."""
    windows = windows_of(summary.progress.enrolment).get(phase, ())
    return tuple(e for e in summary.held if any(window.has(e.on) for window in windows))


def rests_on(summary: Summary) -> tuple[str, ...]:
    """The ids of all entries that the summary is made from, as they stand in it: its own first."""
    progress, enrolment = summary.progress, summary.progress.enrolment
    requirements = [each for phase in progress.phases for each in phase.requirements]
    sources = [source for each in requirements for source in sources_of(each)]
    sources += [one.source for each in requirements for one in each.remarks if one.source]
    sources += [each.source for each in summary.sessions]
    sources += [each.source for each in summary.observed]
    sources += [each.source for each in credentials(summary)]
    sources += [each.source for each in asked_no_more(summary)]
    for phase in phases_gone(enrolment, progress.pathway):
        sources += held_in(phase, summary)
    found = (source.entry for source in sources if source.entry)
    own = (progress.id, snapshot_id(enrolment.pathway, enrolment.digest))
    return tuple(dict.fromkeys((*own, *found)))


def digest_of(entries: Iterable[str], hashes: Mapping[str, str]) -> str:
    """One sha256 over the hashes of entries, one to a line, so that a reader can work it out again.

    Empty where the hash of one is not known: then there is nothing to compare with.
    """
    found = [hashes.get(entry, "") for entry in entries]
    return sha256("\n".join(found)) if all(found) else ""
