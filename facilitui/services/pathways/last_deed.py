"""What was done last for an enrolment, in itself or in what was logged for it, and taking it back.

Nothing is deleted by it: what was logged is withdrawn, and what was written over something else is
written over with that again. Taken back once more, it goes one deed further back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facilitui.core.any_shape import text_in
from facilitui.core.errors import FacilituiError
from facilitui.core.journal import Document, body_of, is_blanked, latest
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.pathways.listed import log_line
from facilitui.core.pathways.of_enrolment import about_enrolments
from facilitui.core.pathways.roster import KIND as ROSTER
from facilitui.core.pathways.roster import Roster, enrolment_of
from facilitui.core.ports import Clock
from facilitui.core.rivals import rivals, side_by_side
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import capital, clock, day_of_month
from facilitui.core.withdrawal import KIND as WITHDRAWN
from facilitui.core.withdrawal import REASON
from facilitui.core.written_over import read_as
from facilitui.services.here import now_here
from facilitui.services.journal_entries import JournalEntries
from facilitui.services.pathways.desk import PathwayDesk
from facilitui.services.pathways.enrolment_changes import FIRST
from facilitui.services.pathways.enrolment_past import TAKEN_BACK, last_change, up_to
from facilitui.services.withdrawing import SETTLE_FIRST, Withdrawing

MEANWHILE = "something else was done meanwhile: look again at what would be taken back"
GONE = "Taken back: {} counts no more; w in Journal lets it count again."
AGAIN = "Taken back: {} counts again."
BEFORE = "As it was before: {}; what was taken back stays in the journal."
WHO = "who takes part"
_State = Mapping[str, Any] | None
"""What an entry says without why; None where it is not there, or was withdrawn."""


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
class _Logged:
    """The last deed in what was logged."""

    newest: Document
    document: Document
    """The revision that did it."""
    before: _State
    now: _State


class LastDeeds:
    """The last deeds of the enrolments of one journal. All may raise FacilituiError."""

    def __init__(
        self,
        desk: PathwayDesk,
        entries: JournalEntries,
        withdrawing: Withdrawing,
        clock: Clock,
    ) -> None:
        self._desk, self._entries = desk, entries
        self._withdrawing, self._clock = withdrawing, clock

    async def found(self, id: str) -> LastDeed:
        """What was done last for an enrolment. Raises FacilituiError where nothing was."""
        documents = await self._entries.documents()
        return (await asyncio.to_thread(self._last, id, documents))[0]

    async def take_back(self, deed: LastDeed) -> str:
        """Take it back; what became of it. Raises FacilituiError where it is not the last any more.

        What was asked about is taken back, and nothing that was done since.
        """
        documents = await self._entries.documents()
        now, logged = await asyncio.to_thread(self._last, deed.enrolment, documents)
        if (now.entry, now.over) != (deed.entry, deed.over):
            raise FacilituiError(MEANWHILE)
        return await (self._of_entry(logged) if logged else self._desk.take_back(deed.enrolment))

    async def _of_entry(self, deed: _Logged) -> str:
        newest, entry = deed.newest, str(deed.newest["id"])
        own = [each for each in await self._entries.documents() if each["id"] == entry]
        if several := rivals(own):
            raise FacilituiError(SETTLE_FIRST.format(side_by_side(len(several))))
        name, why = _named(deed.now or deed.before or {}), f"{TAKEN_BACK}{_did(deed)}"
        if deed.before is None:
            await self._withdrawing.withdraw(entry, why)
            return line(GONE.format(name))
        if newest["kind"] == WITHDRAWN:
            await self._withdrawing.take_back(entry)
            return line(AGAIN.format(name))
        again = {**deed.before, REASON: why[:LONGEST_TEXT]}
        await self._entries.write_body(entry, str(newest["kind"]), again, read_as(newest))
        return line(BEFORE.format(name))

    def _last(self, id: str, documents: Sequence[Document]) -> tuple[LastDeed, _Logged | None]:
        """What was done last; where that is in what was logged, with all that is known of it."""
        places = {text_in(each, "hash"): place for place, each in enumerate(documents)}

        def when(document: Document) -> tuple[float, int]:
            moment = self._moment(document)
            at = moment.timestamp() if moment is not None else 0.0
            return at, places.get(text_in(document, "hash"), 0)

        logged = max(_all_logged(id, documents), key=lambda e: when(e.document), default=None)
        own = [each for each in documents if each["id"] == id]
        newest = latest(own).get(id)
        change = last_change(own, newest) if newest is not None else None
        if logged is not None and (change is None or when(logged.document) > when(change.document)):
            entry, over = str(logged.newest["id"]), text_in(logged.newest, "hash")
            return LastDeed(id, entry, over, self._told(_did(logged), logged.document)), logged
        if change is None or newest is None:
            raise FacilituiError(FIRST)
        told = self._told(change.told, change.document)
        return LastDeed(id, id, text_in(newest, "hash"), told), None

    def _told(self, what: str, document: Document) -> str:
        moment, today = self._moment(document), now_here(self._clock).date()
        if moment is None:
            return line(capital(what))
        on = moment.date()
        day = "today" if on == today else day_of_month(on, today)
        return line(f"{capital(what)}, {day} at {clock(moment)}")

    def _moment(self, document: Document) -> datetime | None:
        return self._entries.local(text_in(document, "made_at"), "")


def _all_logged(id: str, documents: Sequence[Document]) -> Iterator[_Logged]:
    """The last deed in each entry that was logged for an enrolment, its roster among them."""
    names = about_enrolments(documents, {id})
    by_name: dict[str, list[Document]] = {name: [] for name in names}
    for each in documents:
        if each["id"] in by_name:
            by_name[str(each["id"])].append(each)
    for own in by_name.values():
        if (found := _in_entry(own)) is not None:
            yield found


def _in_entry(revisions: Sequence[Document]) -> _Logged | None:
    """The last deed in one entry; None where there is none, or something of it was purged.

    What was taken back is none any more, and neither is its being taken back.
    """
    (newest,) = latest(revisions).values()
    every = up_to(revisions, newest)
    if any(map(is_blanked, every)):
        return None
    stood: list[tuple[_State, Document]] = [(_nothing(every), newest)]
    for each in every:
        state = _state(each)
        if state == stood[-1][0]:
            continue
        is_back = len(stood) > 1 and text_in(body_of(each), REASON).startswith(TAKEN_BACK)
        if is_back and state == stood[-2][0]:
            stood.pop()
        else:
            stood.append((state, each))
    if len(stood) < 2:
        return None
    (before, _), (now, document) = stood[-2:]
    return _Logged(newest, document, before, now)


def _nothing(revisions: Iterable[Document]) -> _State:
    """What an entry said before it was there; a roster then had nobody in it."""
    first = next(iter(revisions))
    if first["kind"] != ROSTER:
        return None
    empty = Roster(enrolment=enrolment_of(str(first["id"]))).model_dump(mode="json")
    return _without_reason(empty)


def _state(document: Document) -> _State:
    return None if document["kind"] == WITHDRAWN else _without_reason(body_of(document))


def _without_reason(body: Mapping[str, Any]) -> _State:
    return {name: value for name, value in body.items() if name != REASON}


def _did(deed: _Logged) -> str:
    """What was done: "“Application” (Sent with two letters) was logged"."""
    name = _named(deed.now or deed.before or {})
    if deed.now is None:
        return f"{name} was withdrawn"
    return f"{name} was {'logged' if deed.before is None else 'changed'}"


def _named(body: Mapping[str, Any]) -> str:
    """What is asked, with the part of it and the first words that were written."""
    if "members" in body:
        return WHO
    asked = quoted(text_in(body, "text") or text_in(body, "requirement"))
    written = quoted(log_line(body)) if log_line(body) else ""
    return f"{asked} ({written})" if written else asked
