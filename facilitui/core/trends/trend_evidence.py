"""What trends are made of: the digests of sessions, and what the journal says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.sessions.session_digest import SessionDigest
from facilitui.core.told import capital, plural
from facilitui.core.trends.trends import Point

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Kept(Generic[R]):
    """One entry of the journal: its newest revision, as its model."""

    entry: str
    dated: datetime
    """Aware: when the session was held as the entry has it, else when the entry is dated; in the
    zone of the place where it was held."""
    record: R


Written = Kept[Debrief] | Kept[SelfScores] | Kept[Observation]


@dataclass(frozen=True)
class Evidence:
    """Everything that trends are made of."""

    digests: tuple[SessionDigest, ...] = ()
    """Their beginnings are in the zone of the place where they were held."""
    debriefs: tuple[Kept[Debrief], ...] = ()
    """One's own; those of a second lens are somebody else's."""
    own: tuple[Kept[SelfScores], ...] = ()
    observed: tuple[Kept[Observation], ...] = ()
    entries: Mapping[str, str] = field(default_factory=dict)
    """The entry that each session is opened by: its debrief, else any of it."""
    logs: frozenset[str] = frozenset()
    """The sessions whose log is here, whatever can be read of it."""
    undecided: frozenset[str] = frozenset()
    """The sessions of which revisions in conflict say something, which counts on neither side."""
    is_partial: bool = False
    """Whether something of the journal cannot be read."""
    whose: str = ""
    """The name of whose journal it is; empty for that of whoever looks at it."""

    @cached_property
    def by_session(self) -> Mapping[str, SessionDigest]:
        """The digests by their session."""
        return {each.session: each for each in self.digests}

    @cached_property
    def held(self) -> tuple[SessionDigest, ...]:
        """The digests of sessions of which is known when they began, the oldest first."""
        known = (each for each in self.digests if each.began_at is not None)
        return tuple(sorted(known, key=lambda each: (_began(each), each.session)))

    @cached_property
    def held_ids(self) -> frozenset[str]:
        """The sessions that were `held`."""
        return frozenset(each.session for each in self.held)

    @cached_property
    def _days(self) -> Mapping[str, datetime]:
        """When each session was held, by one day for all that is said of it: its log's, else the
        first that an entry has, a day that it was held before one that an entry was dated."""
        written: tuple[Written, ...] = (*self.debriefs, *self.own, *self.observed)
        ordered = sorted(written, key=lambda each: (each.record.held_at is None, each.dated))
        days = {each.record.session: each.dated for each in reversed(ordered)}
        return days | {each.session: _began(each) for each in self.held}

    def of_run(self, digest: SessionDigest, value: float, words: str) -> Point:
        """What the log of one of the sessions that were `held` shows."""
        entry = self.entries.get(digest.session, "")
        began = _began(digest)
        return Point(digest.session, entry, digest.title, began, value, value, value, words)

    def of_entry(self, kept: Written, value: float, words: str) -> Point:
        """What an entry says of its session."""
        said = kept.record
        digest = self.by_session.get(said.session)
        title = (digest.title if digest is not None else "") or said.title
        when = self._days[said.session] if said.session else kept.dated
        here = digest is not None or said.session in self.logs
        return Point(said.session, kept.entry, title, when, value, value, value, words, here)


def _began(digest: SessionDigest) -> datetime:
    assert digest.began_at is not None  # nobody asks about another
    return digest.began_at


def without(evidence: Evidence, points: Iterable[Point], why: str) -> str:
    """In how many of the sessions that were held there was nothing of it to tell, and why.

    Empty where there is none.
    """
    count = len(evidence.held) - len(evidence.held_ids & {each.session for each in points})
    return missing(count, why)


def unwritten(evidence: Evidence, points: Iterable[Point], why: str) -> str:
    """The same of what is written in the journal: of what it cannot show nobody can say why."""
    known = evidence.undecided | {each.session for each in points}
    return missing(len(evidence.held_ids - known), why, partial=evidence.is_partial)


def missing(count: int, why: str, *, partial: bool = False) -> str:
    """In how many sessions there was nothing of it, and why; empty for none."""
    as_far = ", as far as the journal can be read" if partial else ""
    return f"in {plural(count, 'other session')} {why}{as_far}" if count else ""


def goals_of(digest: SessionDigest | None) -> Mapping[str, str]:
    """The goals of a session by their id; none where nothing is known of it."""
    return dict(digest.goals) if digest is not None else {}


def sentences(*each: str) -> tuple[str, ...]:
    """What is said, each as a sentence of its own; what is empty says nothing."""
    return tuple(f"{capital(told)}." for told in each if told)
