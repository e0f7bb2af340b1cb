"""Trending: what all sessions and all of the journal show over time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from facilitui.core import debrief, entries, observation, scores
from facilitui.core.debrief import Debrief
from facilitui.core.debrief_about import entry_id
from facilitui.core.errors import Problem
from facilitui.core.journal import Document, body_of, latest
from facilitui.core.journal_ports import Journal, JournalContents
from facilitui.core.observation import Observation
from facilitui.core.planning_ports import Digests
from facilitui.core.ports import Clock
from facilitui.core.scores import SelfScores
from facilitui.core.session_digest import SessionDigest
from facilitui.core.trend_drift import drift_trends
from facilitui.core.trend_evidence import Evidence, Kept
from facilitui.core.trend_goals import goal_trends
from facilitui.core.trend_scores import not_comparable, score_trends
from facilitui.core.trend_sessions import session_trends
from facilitui.core.trends import Trend, of_session, side_by_side

R = TypeVar("R", Debrief, SelfScores, Observation)
Local = Callable[[datetime], datetime]
"""A moment in this machine's zone."""
PIECE = 500
"""Entries that are read in one go; between two goes nobody waits for the rest who has left."""
_KINDS: tuple[Callable[[Evidence], Iterator[Trend]], ...] = (
    *(score_trends, goal_trends, session_trends, drift_trends),
)
OPENED_BY = (debrief.KIND, scores.KIND, observation.KIND, entries.HEARD, entries.ATTACHED)
"""The kinds by which a session is opened, the first that it has."""
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


@dataclass(frozen=True, slots=True)
class LeftAt:
    """Where somebody left trends, to find it again on coming back."""

    trend: str
    place: str
    """The session whose entry was opened from there; empty where none was."""


class Trending:
    """Trends over the sessions of a home and its journal."""

    def __init__(self, journal: Journal, digests: Digests, clock: Clock) -> None:
        self._journal, self._digests, self._clock = journal, digests, clock
        self.left_at = LeftAt("", "")
        """For as long as the program runs."""

    def local(self, moment: datetime) -> datetime:
        """A moment in this machine's zone."""
        try:
            return moment.astimezone(self._clock.zone(""))
        except OverflowError:
            return moment

    async def trends(self) -> Trended:
        """All trends, worked out anew from what is there now. Raises FacilituiError.

        Only the newest revision of an entry counts, so one that was withdrawn shows nothing.
        """
        digests = await self._digests.digests()
        contents = await self._journal.contents()
        newest = await asyncio.to_thread(_newest, contents)
        found = _Found()
        for start in range(0, len(newest), PIECE):
            await asyncio.to_thread(found.read, newest[start : start + PIECE])
        return await asyncio.to_thread(found.made_with, digests, contents.problems)


class _Found:
    """The entries that trends are made of, as they are found."""

    def __init__(self) -> None:
        self.debriefs: list[Kept[Debrief]] = []
        self.own: list[Kept[SelfScores]] = []
        self.observed: list[Kept[Observation]] = []
        self._opened: dict[str, tuple[int, str]] = {}
        """The entry that each session is opened by, with the rank of its kind."""
        self._not_read = 0

    def made_with(
        self, digests: tuple[SessionDigest, ...], problems: tuple[Problem, ...]
    ) -> Trended:
        """All trends, and what is missing from them.

        What they were made of is let go here, in the thread and in pieces: that takes a while.
        """
        entry = {session: entry for session, (_, entry) in self._opened.items()}
        of_journal = (tuple(self.debriefs), tuple(self.own), tuple(self.observed))
        evidence = Evidence(digests, *of_journal, entry)
        told = (not_comparable(evidence), self.unreadable)
        made = tuple(trend for kind in _KINDS for trend in kind(evidence) if trend.lines)
        held = ((of_session(each.session), each.began_at) for each in digests if each.began_at)
        made = side_by_side(made, held)
        known = {of_session(digest.session) for digest in digests}
        known.update(*(each.among.at for each in made[:1] if each.among is not None))
        del evidence, of_journal
        for kept in (self.debriefs, self.own, self.observed):
            while kept:
                del kept[-PIECE:]
        return Trended(made, len(known), tuple(each for each in told if each), problems)

    @property
    def unreadable(self) -> str:
        """How many entries this version cannot read, in a sentence; empty for none."""
        if not self._not_read:
            return ""
        count = "One entry" if self._not_read == 1 else f"{self._not_read} entries"
        return f"{count} cannot be read by this version of facilitui and shows nothing here."

    def read(self, documents: Iterable[Document]) -> None:
        """Take what some entries say."""
        for document in documents:
            if document["kind"] in OPENED_BY:
                body = body_of(document)
                self._remember(document, str(body.get("session") or ""))
                self._take(document, body)

    def _remember(self, document: Document, session: str) -> None:
        rank = OPENED_BY.index(document["kind"])
        if document["kind"] == debrief.KIND and document["id"] != entry_id(session):
            rank = len(OPENED_BY)  # that of a second lens is opened only where there is no other
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
            yield Kept(document["id"], _dated(record, document["made_at"]), record)
        except (ValueError, OverflowError):
            self._not_read += 1


def _lens(body: Body) -> str:
    """Whose second debrief it is; empty for one's own."""
    lens = body.get("lens")
    return lens.strip() if isinstance(lens, str) else ""


def _dated(record: Debrief | SelfScores | Observation, made_at: str) -> datetime:
    """When its session was held, else the day it was observed, else when the entry was made."""
    if record.held_at is not None:
        return record.held_at
    if isinstance(record, Observation) and record.observed_on is not None:
        day = record.observed_on
        return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    made = datetime.fromisoformat(made_at)
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def _newest(contents: JournalContents) -> list[Document]:
    return list(latest(document for _, document in contents.documents).values())
