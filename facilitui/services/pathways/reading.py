"""Reading of a journal what enrolments are told from: its newest revisions, gone through once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.journal import Document, is_blanked
from facilitui.core.pathways.case import SessionHeld
from facilitui.core.pathways.case_reducing import planned
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.entry_first_words import begun_with
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.roster import roster_id
from facilitui.core.pathways.snapshot import Snapshot, pathway_in
from facilitui.core.plans.planning_ports import Runs, SessionPlans
from facilitui.core.ports import Clock
from facilitui.core.sessions.session_digest import Ran
from facilitui.services.journals.entry_documents import Documents, EntryDocuments
from facilitui.services.pathways.case_making import made_case, undecided_enrolments
from facilitui.services.pathways.enrolment_store import since_told
from facilitui.services.pathways.entry_reading import Taken, TakenEntries
from facilitui.services.pathways.journal_read import PathwayJournal

PIECE = 500
"""Entries that are read in one go; between two goes nobody waits for the rest who has left."""


class PathwayReading:
    """What of one home's journal and sessions may count for enrolments."""

    def __init__(
        self, documents: EntryDocuments, runs: Runs, plans: SessionPlans, clock: Clock
    ) -> None:
        self._documents, self._runs, self._plans = documents, runs, plans
        self._local = local_by(clock.zone)
        self._known: tuple[Documents, Ran, PathwayJournal] | None = None
        self._entries: Mapping[str, Taken] = {}
        """What was made of each entry last."""
        self._snapshots: dict[str, Pathway] = {}
        """By digest, as a digest always means the same words."""

    async def found(self) -> PathwayJournal:
        """All of it as it is now; read anew only where something changed. Never an error."""
        documents, ran = await self._documents.all(), await self._runs.ran()
        known = self._known
        if known is not None and known[0] is documents and known[1] == ran:
            return known[2]
        taken = TakenEntries(documents, self._local, self._entries)
        names = tuple(documents.newest)
        for start in range(0, len(names), PIECE):
            await asyncio.to_thread(taken.take, names[start : start + PIECE])
        found = await asyncio.to_thread(self._found, taken, ran, documents)
        found = replace(found, case=replace(found.case, sessions=await self._planned(found, ran)))
        self._entries, self._known = taken.all, (documents, ran, found)
        return found

    async def newest_of(self, entry: str) -> Document | None:
        """The newest revision of an entry, whatever it says; None where it was never there."""
        return (await self._documents.all()).newest.get(entry)

    def _found(self, taken: TakenEntries, ran: Ran, documents: Documents) -> PathwayJournal:
        enrolments = dict(sorted(taken.of(Enrolment), key=_begun))
        pathways = {e.digest: p for _, e in taken.of(Snapshot) if (p := self._pathway(e))}
        case = made_case(taken, ran, documents.contents, self._local)
        of = {name: pathways.get(each.digest) for name, each in enrolments.items()}
        logged = ((each, of.get(each.said.enrolment)) for each in case.logged)
        return PathwayJournal(
            case=replace(case, logged=tuple(begun_with(e, p) if p else e for e, p in logged)),
            enrolments=enrolments,
            pathways=pathways,
            undecided=undecided_enrolments(taken),
            older=self._older(enrolments, documents),
            purged_rosters=frozenset(e for e in enrolments if _is_roster_gone(e, documents)),
            problems=documents.contents.problems,
            lost=documents.contents.lost,
        )

    def _older(self, enrolments: Iterable[str], documents: Documents) -> Mapping[str, str]:
        """Those of which a later revision may lie in a month that cannot be read, and that."""
        contents = documents.contents
        if not contents.lost:
            return {}
        newest = ((each, documents.newest[each]) for each in enrolments)
        told = ((e, since_told(contents.lost_after(d), d, self._local)) for e, d in newest)
        return {each: why for each, why in told if why}

    def _pathway(self, kept: Snapshot) -> Pathway | None:
        """The pathway that is kept, made once; None where it does not say what it was named by."""
        known = self._snapshots.get(kept.digest)
        if known is None and (known := pathway_in(kept)) is not None:
            self._snapshots[kept.digest] = known
        return known

    async def _planned(self, found: PathwayJournal, ran: Ran) -> tuple[SessionHeld, ...]:
        """The sessions, those that count for any enrolment with what their plans say."""
        counted = frozenset().union(*(each.counted for each in found.enrolments.values()))
        return tuple(
            [
                await self._with_plan(each)
                if each.source.session in counted and each.source.session in ran.logs
                else each
                for each in found.case.sessions
            ]
        )

    async def _with_plan(self, held: SessionHeld) -> SessionHeld:
        """A session with what its plan adds; as it is where there is no such plan any more."""
        with suppress(FacilituiError):
            return planned(held, await self._plans.read(held.source.session))
        return held


def _begun(each: tuple[str, Enrolment]) -> date:
    """The day an enrolment was begun; those of one day stay in the order of their saving."""
    return each[1].started_on or date.min


def _is_roster_gone(enrolment: str, documents: Documents) -> bool:
    """Whether an enrolment had a roster that was purged."""
    roster = documents.newest.get(roster_id(enrolment))
    return roster is not None and is_blanked(roster)
