"""Joining: what another journal exported, or a month that came back, looked at and taken in."""

from __future__ import annotations

import asyncio
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitui.core.backups.backup import BEGINNING
from facilitui.core.backups.import_told import EMPTY, strange
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.entry_named import all_named
from facilitui.core.journals.journal_ports import Imported, SpentMonth, TakingJournal
from facilitui.core.plans.planning_ports import EXPORT, Outside
from facilitui.core.ports import Clock
from facilitui.core.reviews.mentoring_ports import OwnName, ReviewPlaces
from facilitui.core.reviews.other_journal import owner

A_BACKUP = "looks like a backup, not like an export; facilitui journal restore brings that back"


@dataclass(frozen=True, slots=True)
class Coming:
    """A file as it would be taken. Nothing of it is in the journal yet."""

    name: str
    text: str = field(repr=False)
    found: Imported
    """What would come of taking it."""
    purged_too: bool = False
    """Whether that is taken too which was purged here."""
    strange: str = ""
    """Why what it would bring may not be one's own, and what else to do with it; else empty."""
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What one's own entries that it would change are called, by their ids."""


class Joining:
    """Files from outside into one's own journal."""

    def __init__(
        self,
        outside: Outside,
        journal: TakingJournal,
        reviews: ReviewPlaces,
        names: OwnName,
        clock: Clock,
    ) -> None:
        """`reviews` are other people's journals that were looked at here."""
        self._outside, self._journal, self._names = outside, journal, names
        self._reviews, self._clock = reviews, clock

    async def look(self, path: str, progress: Progress, *, purged_too: bool = False) -> Coming:
        """What taking a file would do, what was purged here with it; standard input for "-".

        Raises NotFound, InputProblems, NotSaved or Stopped.
        """
        name, data = await self._outside.read(path, EXPORT)
        if data.startswith(BEGINNING):
            raise InputProblems((Problem.of_all(name, A_BACKUP),))
        if not data.removeprefix(BOM_UTF8).strip():
            raise InputProblems((Problem.of_all(name, EMPTY),))
        text = await asyncio.to_thread(data.decode, "utf-8", "replace")
        found = await self._journal.look_at(text, name, progress, purged_too=purged_too)
        if not found.taken:
            return Coming(name, text, found, purged_too)
        names = await self._names_of(found)
        found = replace(found, own=found.own.named(names))
        whose = owner((await self._reviews.known()).values(), found.marks)
        told = strange(found, whose, await self._names.name())
        return Coming(name, text, found, purged_too, told, names)

    async def take(self, coming: Coming, progress: Progress) -> Imported:
        """Take it, all at once or nothing. Raises NotSaved or Stopped."""
        now = self._clock.read().at
        came = await self._journal.import_lines(
            coming.text, now, coming.name, progress, purged_too=coming.purged_too
        )
        return replace(came, own=came.own.named(coming.names))

    async def _names_of(self, found: Imported) -> dict[str, str]:
        """What entries that it changes are called, each with its day."""
        if not (found.own.changed or found.own.withdrawn):
            return {}
        documents = [each for _, each in (await self._journal.contents()).documents]
        return await asyncio.to_thread(all_named, documents, local_by(self._clock.zone))

    async def spent(self) -> tuple[SpentMonth, ...]:
        """The files that could not be read as months, of which the journal has what can be read."""
        return await self._journal.spent()

    async def remove(self, spent: SpentMonth) -> None:
        """Delete such a file. Raises NotSaved."""
        await self._journal.drop_spent(spent)
