"""Trending: what all sessions and all of the journal show over time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from facilitui.core.debriefs import debrief, observation, scores
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_about import entry_id
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.errors import Problem
from facilitui.core.journals import entries
from facilitui.core.journals.altered_entries import altered_among
from facilitui.core.journals.entry_moments import Local, listed_at, local_by
from facilitui.core.journals.entry_named import session_in
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.core.journals.journal_ports import Journal, JournalContents
from facilitui.core.journals.rivals import conflicts
from facilitui.core.plans.planning_ports import Runs
from facilitui.core.ports import Clock
from facilitui.core.sessions.session_digest import Ran, SessionDigest
from facilitui.core.trends.trend_drift import drift_trends
from facilitui.core.trends.trend_evidence import Evidence, Kept
from facilitui.core.trends.trend_goals import goal_trends
from facilitui.core.trends.trend_missing import is_decided, logs_told, undecided_told, unread_told
from facilitui.core.trends.trend_scores import not_comparable, score_trends
from facilitui.core.trends.trend_sessions import session_trends
from facilitui.core.trends.trends import Trend, of_session, side_by_side

R = TypeVar("R", Debrief, SelfScores, Observation)
PIECE = 500
"""Entries that are read in one go; between two goes nobody waits for the rest who has left."""
_TRENDS_OF: Sequence[Callable[[Evidence], Iterator[Trend]]] = (
    score_trends,
    goal_trends,
    session_trends,
    drift_trends,
)
OPENED_BY = (debrief.KIND, scores.KIND, observation.KIND, entries.HEARD, entries.ATTACHED)
"""The kinds by which a session is opened, the first that it has."""
_COUNTED = OPENED_BY[:3]
"""The kinds that any trend is made of."""
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Trended:
    """All trends, and what is missing from them."""

    trends: tuple[Trend, ...]
    sessions: int
    """Of how many sessions something is known, of those that were run elsewhere too."""
    left_out: tuple[str, ...] = ()
    """What could not be taken into them, each in a sentence."""
    problems: tuple[Problem, ...] = ()
    """What cannot be read of the journal."""
    is_whole: bool = True
    """Whether every log could be read, and every entry that counts is as it was saved."""


@dataclass(frozen=True, slots=True)
class LeftAt:
    """Where somebody left trends, to find it again on coming back."""

    trend: str
    place: str
    """The session whose entry was opened from there; empty where none was."""


class Trending:
    """Trends over the sessions of a home and its journal."""

    def __init__(self, journal: Journal, runs: Runs, clock: Clock, whose: str = "") -> None:
        """`whose` names whose journal it is; empty for that of whoever looks at it."""
        self._journal, self._runs, self._clock = journal, runs, clock
        self._whose = whose
        self.left_at = LeftAt("", "")
        """For as long as the program runs."""

    @property
    def today(self) -> date:
        """The day it is: one of another year is told with that."""
        return self._clock.read().at.astimezone(self._clock.zone("")).date()

    async def trends(self) -> Trended:
        """All trends, worked out anew from what is there now. Raises FacilituiError.

        Only the newest revision of an entry counts, so one that was withdrawn shows nothing; of
        revisions in conflict none counts on which the others do not agree.
        """
        ran = await self._runs.ran()
        contents = await self._journal.contents()
        newest = await asyncio.to_thread(_newest, contents)
        undecided = await asyncio.to_thread(_undecided, contents)
        found = _Found(undecided, self._whose, local_by(self._clock.zone))
        for start in range(0, len(newest), PIECE):
            await asyncio.to_thread(found.read, newest[start : start + PIECE])
        return await asyncio.to_thread(found.made_with, ran, contents)


class _Found:
    """The entries that trends are made of, as they are found."""

    def __init__(self, undecided: frozenset[str], whose: str, local: Local) -> None:
        """`undecided` are the entries of which nobody can say yet what they show."""
        self._undecided, self._whose, self._local = undecided, whose, local
        self._open: dict[str, str] = {}
        """Those of them that would show something, each with its session."""
        self._written: dict[str, Body] = {}
        """The sessions that anything was written about, with some of it."""
        self.debriefs: list[Kept[Debrief]] = []
        self.own: list[Kept[SelfScores]] = []
        self.observed: list[Kept[Observation]] = []
        self._opened: dict[str, tuple[int, str]] = {}
        """The entry that each session is opened by, with the rank of its kind."""
        self._not_read = 0
        self._counted: list[Document] = []

    def made_with(self, ran: Ran, contents: JournalContents) -> Trended:
        """All trends, and what is missing from them.

        What they were made of is let go here, in the thread and in pieces: that takes a while.
        """
        digests = tuple(map(self._placed, ran.digests))
        evidence = Evidence(
            digests=digests,
            debriefs=tuple(self.debriefs),
            own=tuple(self.own),
            observed=tuple(self.observed),
            entries={session: entry for session, (_, entry) in self._opened.items()},
            logs=ran.logs,
            undecided=frozenset(self._open.values()),
            is_partial=bool(contents.problems or contents.unread),
            whose=self._whose,
        )
        named = {
            each: session_in(self._written[each], self._local)
            for each, _ in ran.damaged
            if each in self._written
        }
        where = "in what was exported" if self._whose else "here"
        logs = logs_told(ran, self._written, named, where=where)
        altered = altered_among(self._counted, self._local)
        told = (
            altered,
            undecided_told(len(self._open)),
            not_comparable(evidence),
            unread_told(self._not_read),
            *logs,
        )
        found = chain.from_iterable(trends_of(evidence) for trends_of in _TRENDS_OF)
        held = ((of_session(each.session), each.began_at) for each in digests if each.began_at)
        made = side_by_side(tuple(trend for trend in found if trend.lines), held)
        known = {of_session(digest.session) for digest in digests}
        if made and made[0].among is not None:
            known.update(made[0].among.at)
        del evidence
        for kept in (self.debriefs, self.own, self.observed):
            while kept:
                del kept[-PIECE:]
        left_out = tuple(each for each in told if each)
        return Trended(made, len(known), left_out, contents.problems, not (ran.damaged or altered))

    def read(self, documents: Iterable[Document]) -> None:
        """Take what some entries say."""
        for document in documents:
            kind, entry, body = document["kind"], document["id"], body_of(document)
            session = str(body.get("session") or "")
            if kind in OPENED_BY:
                self._remember(document, session)
            if entry in self._undecided:
                self._open[entry] = session
            elif kind in OPENED_BY:
                self._take(document, body)

    def _remember(self, document: Document, session: str) -> None:
        rank = OPENED_BY.index(document["kind"])
        if document["kind"] == debrief.KIND and document["id"] != entry_id(session):
            rank = len(OPENED_BY)  # that of a second lens is opened only where there is no other
        if session:
            self._written[session] = body_of(document)
        if session and rank < self._opened.get(session, (len(OPENED_BY) + 1, ""))[0]:
            self._opened[session] = (rank, document["id"])

    def _take(self, document: Document, body: Body) -> None:
        kind = document["kind"]
        if kind == debrief.KIND and not _lens(body) and body.get("judgements"):
            self.debriefs += self._model(document, body, Debrief)
        elif kind == scores.KIND:
            self.own += self._model(document, body, SelfScores)
        elif kind == observation.KIND and body.get("scores"):
            self.observed += self._model(document, body, Observation)

    def _model(self, document: Document, body: Body, model: type[R]) -> Iterator[Kept[R]]:
        try:
            record = model.model_validate(body)
            dated = listed_at(body, document["made_at"], self._local)
            if dated is None:
                raise ValueError(document["made_at"])
            self._counted.append(document)
            yield Kept(document["id"], dated, record)
        except (ValueError, OverflowError):
            self._not_read += 1

    def _placed(self, digest: SessionDigest) -> SessionDigest:
        """A digest whose session began as clocks had it where it was held."""
        if digest.began_at is None:
            return digest
        began = self._local(digest.began_at.isoformat(), digest.zone)
        return replace(digest, began_at=began or digest.began_at)


def _lens(body: Body) -> str:
    """Whose second debrief it is; empty for one's own."""
    lens = body.get("lens")
    return lens.strip() if isinstance(lens, str) else ""


def _newest(contents: JournalContents) -> list[Document]:
    return list(latest(document for _, document in contents.documents).values())


def _undecided(contents: JournalContents) -> frozenset[str]:
    """The entries whose revisions in conflict do not show the same.

    What was withdrawn on one side and gone on with on the other does not either.
    """
    found = conflicts(document for _, document in contents.documents)
    return frozenset(
        entry
        for entry, rivals in found.items()
        if any(each["kind"] in _COUNTED and not _lens(body_of(each)) for each in rivals)
        and (len({each["kind"] for each in rivals}) > 1 or not is_decided(map(body_of, rivals)))
    )
