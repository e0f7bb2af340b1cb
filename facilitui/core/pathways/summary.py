"""What an evidence summary is made from, and which entries it rests on."""

from __future__ import annotations

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
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.requirements import CredentialOf, Requirement
from facilitui.core.pathways.snapshot import snapshot_id
from facilitui.core.pathways.stays import phases_gone
from facilitui.core.pathways.versions import Version
from facilitui.core.pathways.windows import windows_of
from facilitui.core.sealing import sha256


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


def sources_of(progress: Progress) -> tuple[Source, ...]:
    """All that is there of a requirement, each once, slot by slot where it has some."""
    within = (source for slot in progress.slots for source in slot.by)
    return tuple(dict.fromkeys((*within, *progress.by, *progress.own)))


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
