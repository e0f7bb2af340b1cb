"""A journal as an apprentice or a mentor reviews it: what is asked, answered, and new."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.errors import NotFound
from facilitui.core.journals.entries import ANSWER, GROWTH, KINDS, PATHWAY, QUESTION, ROSTER
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.said import Said, Section
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.ports import Chance, Clock
from facilitui.core.reviews.looked import Looked, came_since
from facilitui.core.reviews.mentoring import State
from facilitui.core.reviews.mentoring_ports import LookedStore
from facilitui.core.reviews.mentoring_sections import beside_entry, mentoring_sections
from facilitui.core.reviews.question import Standing, digest
from facilitui.core.sealing import GENESIS
from facilitui.core.told import short_day
from facilitui.services.here import now_here
from facilitui.services.journals.entry_documents import Documents
from facilitui.services.journals.journal_entries import JournalEntries, typed_in
from facilitui.services.journals.opened import Opened
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.own_name import KnownName
from facilitui.services.reviews import review_rows as rr
from facilitui.services.reviews.between import as_first_saved, beside, picture, without_heard
from facilitui.services.reviews.review_found import Found, Half, is_begun
from facilitui.services.reviews.review_rows import Review, ReviewPart, ReviewRow, Rows
from facilitui.services.reviews.review_search import Sought, sought
from facilitui.services.reviews.seeing import Seeing

NOT_HERE = "the entry that it is about is not in this journal"
ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class ReviewRead:
    """What is read of a row."""

    row: ReviewRow
    top: tuple[Section, ...] = ()
    """The question or the note itself, above the entry that it is about."""
    opened: Opened | None = None
    """That entry."""
    trouble: str = ""
    """Why it cannot be read."""


class ReviewDesk:
    """A journal to review, and where what is written of it goes. All may raise FacilituiError."""

    whose = ""
    """Whose it is, where it is somebody else's; small letters, digits and dashes."""
    waits_as = "to bring"
    """What waits for the mentor is told as that."""
    handed_kinds: tuple[str, ...] = (QUESTION, ANSWER, GROWTH)
    """What is written here and handed over."""
    first_is_new = True
    """Whether all is told as new to whoever never looked."""

    def __init__(
        self,
        reviewing: Reviewing,
        entries: JournalEntries,
        looked: LookedStore,
        names: KnownName,
        clock: Clock,
        chance: Chance,
        exports: Exports,
    ) -> None:
        """`reviewing` reads what is shown; `entries` write, to that journal or to another."""
        self._reviewing, self._entries = reviewing, entries
        self.names, self._clock, self._chance, self._exports = names, clock, chance, exports
        self.seeing = Seeing(looked, clock)
        """What was said to be seen."""
        self._shown: Sequence[Document] = ()
        """What was shown last: only that can be said to be seen."""
        self._found: frozenset[str] | None = None
        """The entries that a search found then, those behind the last row too; None without one."""
        self._turn = asyncio.Lock()
        """Held while a mark is set or taken back."""
        self._stays: dict[str, State] = {}
        """What questions and goals are still listed as: nothing that is done here moves them."""

    def begin(self) -> None:
        """A review is opened: all has its own place in the list again."""
        self._stays.clear()
        self.seeing.begin()

    def known(self, name: str) -> Sequence[str]:
        """What the journal has for a filter of the search, most frequent first."""
        return self._reviewing.searching.known(name)

    async def look(self, query: str = "") -> Review:
        """All there is to look at, those in which every word occurs."""
        documents = await self._reviewing.documents.all()
        listed, problems = await self._reviewing.searching.rows()
        looked, half = await self.seeing.looked(), await self._half()
        asked = await sought(self._reviewing, query)
        found = await asyncio.to_thread(self._find, documents, listed, looked, half)
        parts = await asyncio.to_thread(self._parts, found, looked, asked)
        is_part, self._shown = asked.shown is not None, documents.saved
        self._found = frozenset().union(*(each.found for each in parts)) if is_part else None
        by_session = {key: len(each) for key, each in found.picture.by_session().items()}
        waiting = len(found.picture.to_bring)
        shown = tuple(each for each in parts if each.rows)
        new = len(found.came) if looked.at is not None or self.first_is_new else 0
        return Review(shown, waiting, new, looked.at, problems, asked, by_session)

    async def read(self, row: ReviewRow) -> ReviewRead:
        """A row's question or note, with the entry that it is about."""
        newest = await self._newest()
        top = () if row.reads == row.key and not row.is_half else await self._top(row, newest)
        try:
            opened = await self._reviewing.read(row.reads)
            if top:
                opened = replace(opened, between=beside(newest, row.reads, but=row.key))
            return ReviewRead(row, top, opened)
        except NotFound as error:
            trouble = NOT_HERE if top and row.reads not in newest else str(error)
            trouble = "" if row.is_half and row.reads == row.key else trouble
            return ReviewRead(row, top, None, trouble)

    async def all_seen(self) -> str:
        """Say that all that was shown last is seen; what came of it. Raises NotSaved."""
        came = self._came(self._shown, await self.seeing.looked())
        return await self.seeing.all_seen(self._shown, came, self._found)

    async def stays_behind(self) -> int:
        """How much was typed that is not saved, and so is not in what goes to the other."""
        return sum([len(await self._entries.left(kind)) for kind in self.handed_kinds])

    async def hand_over(self) -> str:
        """Write what goes to the other into `exports/`; what to do with it. Raises NotSaved."""
        raise NotImplementedError

    def _parts(self, found: Found, looked: Looked, asked: Sought) -> list[ReviewPart]:
        """What there is to look at, first things first. Runs in another thread."""
        raise NotImplementedError

    def _stay(self, key: str, newest: Mapping[str, Document]) -> None:
        """Something is to be done with a question or a goal: it stays where it is listed."""
        if (state := picture(newest).state_of(key)) is not None:
            self._stays.setdefault(key, state)

    async def _newest(self) -> Mapping[str, Document]:
        return (await self._reviewing.documents.all()).newest

    async def _half(self) -> Half:
        half: dict[str, Mapping[str, str]] = {}
        for kind in (QUESTION, ANSWER, GROWTH):
            half |= {each.name: typed_in(each.value) for each in await self._entries.left(kind)}
        return half

    def _find(
        self, documents: Documents, listed: Sequence[EntryRow], looked: Looked, half: Half
    ) -> Found:
        newest, came = documents.newest, self._came(documents.saved, looked)
        told = came if looked.at is not None else {}  # where all is new the word says nothing
        rows = Rows({row.id: row for row in listed}, told, self.today, self.waits_as)
        self._stays = without_heard(self._stays, newest, came)
        between = as_first_saved(picture(newest, self._stays), documents.revisions)
        return Found(newest, between, came, half, rows)

    def _came(self, documents: Sequence[Document], looked: Looked) -> dict[str, str]:
        """How each entry came that came since a look, by its id."""
        came: dict[str, str] = {}
        for document in filter(self._is_told, came_since(documents, looked)):
            word = rr.NEW if document.get("prev") == GENESIS else rr.REVISED
            came[document["id"]] = rr.NEW if came.get(document["id"]) == rr.NEW else word
        return came

    def _is_told(self, document: Document) -> bool:
        """Whether it is news to whoever looks: who takes part is no evidence of anybody's craft."""
        return document["kind"] in KINDS and document["kind"] not in (ROSTER, PATHWAY)

    async def _top(self, row: ReviewRow, newest: Mapping[str, Document]) -> tuple[Section, ...]:
        """A question with its answers, or a note; of a half written one what is typed."""
        from facilitui.core.journals.entry_records import record_in
        from facilitui.core.reviews.answer import Answer
        from facilitui.core.reviews.question import Question

        document = None if row.is_half else newest.get(row.key)
        if document is None:
            left = {each.name: each.value for each in await self._entries.left(row.kind)}
            typed = typed_in(left.get(row.key)).values()
            return (Section("Half written", tuple(map(Said, filter(str.strip, typed)))),)
        with suppress(NotFound):
            record = record_in(document)
            if isinstance(record, Question | Answer):
                between = picture(newest)
                asked = between.asked_as(row.key)
                own = mentoring_sections(record, standing=asked.standing if asked else None)
                return tuple(s for s in (*own, *beside_entry(between, row.key)) if s.said)
        return ()

    def _for_mentor(self, found: Found, searched: Sought) -> list[ReviewPart]:
        """What waits for the mentor, session by session."""
        parts = []
        for asked in found.picture.by_entry().values():
            heading = found.rows.session(asked[0].question)
            rows = [found.asked(each, heading) for each in asked]
            waiting = sum(each.standing is Standing.OPEN for each in asked)
            told = f"{waiting} {self.waits_as}" if waiting else ""
            parts.append(rr.part(heading, rows, searched, told))
        return parts

    async def _begun(self, kind: str, about: str, *, withdrawn: bool = False) -> str:
        """A question or an answer about that, begun and never saved; or `withdrawn` by now."""
        if not about:
            return ""
        newest = await self._newest()
        left = await self._entries.left(kind)
        known = {k for k in newest if not (withdrawn and is_begun(k, newest))}
        names = (each.name for each in left if each.name not in known)
        return next((name for name in names if name.endswith(f"-{digest(about)}")), "")

    def _name(self, kind: str, about: str) -> str:
        """An id for a new entry about another one."""
        return f"{kind}-{self._chance(ID_BYTES)}-{digest(about)}"

    def _day(self, looked: Looked) -> str:
        return short_day(looked.at.astimezone(self._clock.zone(""))) if looked.at else ""

    @property
    def today(self) -> date:
        """The day it is here."""
        return now_here(self._clock).date()
