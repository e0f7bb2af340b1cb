"""What was done last for an enrolment, in itself or in what was logged for it, and taking it back.

Nothing is deleted by it: what was logged is withdrawn, and what was written over something else is
written over with that again. Taken back once more, it goes one deed further back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from facilitui.core.any_shape import text_in
from facilitui.core.errors import FacilituiError, Problem
from facilitui.core.journals.journal import Document, hash_of, is_blanked, latest
from facilitui.core.journals.revising import REASON, TAKES_BACK
from facilitui.core.journals.rivals import rivals, side_by_side
from facilitui.core.journals.saving_order import when_saved
from facilitui.core.journals.withdrawal import BACK
from facilitui.core.journals.withdrawal import KIND as WITHDRAWN
from facilitui.core.journals.written_over import read_as
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.enrolment import KIND
from facilitui.core.pathways.entry_sections import key_of
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.logged_deeds import LoggedDeed, logged_deeds, purged_in_part
from facilitui.core.pathways.taking_back import first_since_purge, up_to
from facilitui.core.ports import Clock
from facilitui.core.safe_text import line
from facilitui.core.told import capital, day_of_month, wall_clock
from facilitui.services.here import now_here
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.journals.withdrawing import Withdrawing
from facilitui.services.pathways.enrolment_changes import EnrolmentChanges
from facilitui.services.pathways.enrolment_past import NothingDone, last_change
from facilitui.services.pathways.enrolment_store import not_there
from facilitui.services.pathways.entry_names import called_in

MEANWHILE = "something else was done meanwhile: look again at what would be taken back"
CONFLICT = "it has {}; settle in Journal which holds, and then it can be taken back"
GONE = "{} counts no more"
AGAIN = "{} counts again"
PURGED_SINCE = ". Something was purged in part since; what was done there before is not taken back"
BEFORE = "{} is as it was before"


@dataclass(frozen=True, slots=True)
class LastDeed:
    """One thing that was done for an enrolment."""

    enrolment: str
    entry: str
    """The enrolment itself, or what was logged for it."""
    over: str
    """The hash of that entry's newest revision."""
    told: str
    """What was done and when, a sentence without its full stop: "“Application” was logged, today
    at 14:02"."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of taking something back."""

    told: str
    """Without its full stop."""
    is_withdrawn: bool = False
    """Whether it was withdrawn, so that whoever lets it count again does that in the journal."""


class LastDeeds:
    """The last deeds of the enrolments of one journal. All may raise FacilituiError."""

    def __init__(
        self,
        changes: EnrolmentChanges,
        entries: JournalEntries,
        withdrawing: Withdrawing,
        clock: Clock,
    ) -> None:
        self._changes, self._entries = changes, entries
        self._withdrawing, self._clock = withdrawing, clock

    async def found(self, id: str) -> LastDeed:
        """What was done last for an enrolment. Raises NothingDone where nothing was."""
        return (await self._looked_up(id))[0]

    async def take_back(self, deed: LastDeed) -> TakenBack:
        """Take it back. Raises FacilituiError where it is not the last any more.

        What was asked about is taken back, and nothing that was done since.
        """
        now, logged = await self._looked_up(deed.enrolment)
        if (now.entry, now.over) != (deed.entry, deed.over):
            raise FacilituiError(MEANWHILE)
        if logged is None:
            return TakenBack(await self._changes.take_back(deed.enrolment))
        return await self._of_entry(logged)

    async def _of_entry(self, deed: LoggedDeed) -> TakenBack:
        newest, entry = deed.newest, str(deed.newest["id"])
        own = [each for each in await self._entries.documents() if each["id"] == entry]
        if several := rivals(own):
            raise FacilituiError(CONFLICT.format(side_by_side(len(several))))
        name, why, over = deed.briefly, BACK.format(deed.told), hash_of(deed.document)
        if deed.before is None:
            await self._withdrawing.withdraw(entry, why, over)
            return TakenBack(line(capital(GONE.format(name))), is_withdrawn=True)
        if newest["kind"] == WITHDRAWN:
            await self._withdrawing.take_back(entry)
            return TakenBack(line(capital(AGAIN.format(name))))
        again = {**deed.before, REASON: why[:LONGEST_TEXT], TAKES_BACK: over}
        await self._entries.write_body(entry, str(newest["kind"]), again, read_as(newest))
        return TakenBack(line(capital(BEFORE.format(name))))

    async def _looked_up(self, id: str) -> tuple[LastDeed, LoggedDeed | None]:
        """What was done last; where that is in what was logged, with all that is known of it."""
        documents, lost = await self._entries.documents(), await self._entries.lost()
        return await asyncio.to_thread(self._last, id, documents, lost)

    def _last(
        self, id: str, documents: Sequence[Document], lost: Sequence[Problem]
    ) -> tuple[LastDeed, LoggedDeed | None]:
        when = when_saved(documents, self._made)
        own = [each for each in documents if each["id"] == id]
        newest = latest(own).get(id)
        if newest is None or newest["kind"] != KIND or is_blanked(newest):
            raise not_there(id, newest, lost)
        logged = max(logged_deeds(id, documents), key=lambda e: when(e.document), default=None)
        change = last_change(own, newest)
        part = [*purged_in_part(id, documents)]
        first = first_since_purge(up_to(own, newest)) if change is None else None
        part += [first] if first is not None else []
        done = [each.document for each in (logged, change) if each is not None]
        if not done:
            raise NothingDone(is_purged=bool(part))
        last = max(done, key=when)
        is_since = any(when(each) > when(last) for each in part)
        if logged is not None and logged.document is last:
            entry, over = str(logged.newest["id"]), text_in(logged.newest, "hash")
            logged = self._with_part(id, logged, documents)
            return LastDeed(id, entry, over, self._told(logged.told, last, is_since)), logged
        if change is None:
            raise NothingDone
        told = self._told(change.told, last, is_since)
        return LastDeed(id, id, text_in(newest, "hash"), told), None

    def _with_part(self, id: str, deed: LoggedDeed, documents: Sequence[Document]) -> LoggedDeed:
        """A deed with what the part is called that it was for."""
        named = called_in(LogEntry(enrolment=id), latest(documents), self._entries.local)
        return replace(deed, part_called=named.get(key_of("part", deed.part), ""))

    def _told(self, what: str, document: Document, is_since: bool) -> str:
        """`is_since` where other things were purged in part since."""
        moment, today = self._moment(document), now_here(self._clock).date()
        purged = PURGED_SINCE if is_since else ""
        if moment is None:
            return line(f"{capital(what)}{purged}")
        on = moment.date()
        day = "today" if on == today else day_of_month(on, today)
        return line(f"{capital(what)}, {day} at {wall_clock(moment)}{purged}")

    def _made(self, document: Document) -> float:
        moment = self._moment(document)
        return moment.timestamp() if moment is not None else 0.0

    def _moment(self, document: Document) -> datetime | None:
        return self._entries.local(text_in(document, "made_at"), "")
