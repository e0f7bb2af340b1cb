"""A journal as an apprentice or a mentor reviews it: what is asked, answered, and new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.entries import ANSWER, GROWTH, KINDS, QUESTION
from facilitui.core.entry_moments import local_by
from facilitui.core.errors import NotFound
from facilitui.core.journal import Document, latest
from facilitui.core.journal_ports import Journal
from facilitui.core.looked import Looked, came_since
from facilitui.core.mentoring import Asked, Mentoring
from facilitui.core.mentoring_ports import LookedStore
from facilitui.core.mentoring_sections import beside_entry, mentoring_sections
from facilitui.core.ports import Clock
from facilitui.core.question import Standing, digest
from facilitui.core.said import Said, Section
from facilitui.core.sealing import GENESIS
from facilitui.core.told import short_day
from facilitui.services import review_rows as rr
from facilitui.services.between import about_in, picture
from facilitui.services.journal_entries import JournalEntries, typed_in
from facilitui.services.own_name import KnownName
from facilitui.services.review_rows import Review, ReviewPart, ReviewRow, Rows
from facilitui.services.review_search import Sought, sought
from facilitui.services.reviewing import Opened, Reviewing
from facilitui.services.seeing import Seeing

NOT_HERE = "the entry that it is about is not in this journal"


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


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a look found."""

    newest: Mapping[str, Document]
    picture: Mentoring
    came: Mapping[str, str]
    """By id what came since the last look, and how."""
    half: Mapping[str, Mapping[str, str]]
    """By id what was typed and is not saved yet, by field."""
    rows: Rows


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
        journal: Journal,
        reviewing: Reviewing,
        entries: JournalEntries,
        looked: LookedStore,
        names: KnownName,
        clock: Clock,
    ) -> None:
        """`journal` is shown; what is written goes through `entries`, to it or to another."""
        self._journal, self._reviewing, self._entries = journal, reviewing, entries
        self.names, self._clock = names, clock
        self.seeing = Seeing(looked, clock)
        """What was said to be seen."""
        self._shown: tuple[Document, ...] = ()
        """What was shown last: only that can be said to be seen."""
        self._found: frozenset[str] | None = None
        """The entries that a search found then, those behind the last row too; None without one."""
        self._stays: dict[str, Standing] = {}
        """What questions were listed as that were settled or opened again since it was opened."""
        self._known: dict[tuple[str, str], ReviewRow] = {}
        """Rows by their document's hash and how it came, so that each is worked out once."""

    def begin(self) -> None:
        """A review is opened: every question has its own place in the list again."""
        self._stays.clear()
        self.seeing.begin()

    def known(self, name: str) -> Sequence[str]:
        """What the journal has for a filter of the search, most frequent first."""
        return self._reviewing.searching.known(name)

    async def look(self, query: str = "") -> Review:
        """All there is to look at, those in which every word occurs."""
        contents = await self._journal.contents()
        self._shown = tuple(document for _, document in contents.documents)
        looked = await self.seeing.looked()
        found = await self._find(self._shown, looked)
        asked = await sought(self._reviewing, query)
        parts = await self._parts(found, looked, asked)
        is_part = asked.shown is not None
        self._found = frozenset().union(*(each.found for each in parts)) if is_part else None
        by_session = {key: len(each) for key, each in found.picture.by_session().items()}
        waiting = len(found.picture.to_bring)
        shown = tuple(each for each in parts if each.rows)
        new = len(found.came) if looked.at is not None or self.first_is_new else 0
        return Review(shown, waiting, new, looked.at, contents.problems, asked, by_session)

    async def read(self, row: ReviewRow) -> ReviewRead:
        """A row's question or note, with the entry that it is about."""
        newest = await self._newest()
        top = () if row.reads == row.key and not row.is_half else await self._top(row, newest)
        try:
            return ReviewRead(row, top, await self._reviewing.read(row.reads))
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

    async def _parts(self, found: Found, looked: Looked, asked: Sought) -> list[ReviewPart]:
        """What there is to look at, first things first."""
        raise NotImplementedError

    async def _newest(self) -> dict[str, Document]:
        contents = await self._journal.contents()
        return latest(document for _, document in contents.documents)

    async def _find(self, documents: tuple[Document, ...], looked: Looked) -> Found:
        newest = latest(documents)
        came = self._came(documents, looked)
        half: dict[str, Mapping[str, str]] = {}
        for kind in (QUESTION, ANSWER, GROWTH):
            half |= {each.name: typed_in(each.value) for each in await self._entries.left(kind)}
        told = came if looked.at is not None else {}  # where all is new the word says nothing
        rows = Rows(newest, told, local_by(self._clock.zone), self._known)
        between = replace(picture(newest), stays=dict(self._stays))
        return Found(newest, between, came, half, rows)

    def _came(self, documents: tuple[Document, ...], looked: Looked) -> dict[str, str]:
        """How each entry came that came since a look, by its id."""
        came: dict[str, str] = {}
        for document in filter(self._is_told, came_since(documents, looked)):
            word = rr.NEW if document.get("prev") == GENESIS else rr.REVISED
            came[document["id"]] = rr.NEW if came.get(document["id"]) == rr.NEW else word
        return came

    def _is_told(self, document: Document) -> bool:
        """Whether it is news to whoever looks."""
        return document["kind"] in KINDS

    async def _top(self, row: ReviewRow, newest: Mapping[str, Document]) -> tuple[Section, ...]:
        """A question with its answers, or a note; of a half written one what is typed."""
        from facilitui.core.answer import Answer
        from facilitui.core.entry_records import record_in
        from facilitui.core.question import Question

        document = newest.get(row.key)
        if document is None:
            left = {each.name: each.value for each in await self._entries.left(row.kind)}
            typed = typed_in(left.get(row.key)).values()
            return (Section("Half written", tuple(map(Said, filter(str.strip, typed)))),)
        with suppress(NotFound):
            record = record_in(document)
            if isinstance(record, Question | Answer):
                answers = beside_entry(picture(newest), row.key)
                return tuple(s for s in (*mentoring_sections(record), *answers) if s.said)
        return ()

    def _half_rows(self, found: Found, kind: str) -> Iterable[ReviewRow]:
        """What was begun of a kind, and was never saved."""
        for name, typed in found.half.items():
            if name.startswith(f"{kind}-") and name not in found.newest:
                about = about_in(name, found.newest) if kind != GROWTH else ""
                yield found.rows.half(name, kind, about, typed.get("text", ""))

    def _asked(self, found: Found, asked: Asked) -> ReviewRow:
        return found.rows.question(asked, found.half, found.picture.stays.get(asked.id))

    def _goals(self, found: Found, asked: Sought) -> ReviewPart:
        goals = [found.rows.goal(k, g, found.half) for k, g in found.picture.goals.items()]
        return rr.part("Growth goals", (*self._half_rows(found, GROWTH), *goals), asked)

    def _for_mentor(self, found: Found, searched: Sought) -> list[ReviewPart]:
        """What waits for the mentor, session by session."""
        parts = []
        for asked in found.picture.by_entry().values():
            rows = [self._asked(found, each) for each in asked]
            heading = found.rows.session(asked[0].question)
            waiting = sum(each.standing is Standing.OPEN for each in asked)
            told = f"{waiting} {self.waits_as}" if waiting else ""
            parts.append(rr.part(heading, rows, searched, told))
        return parts

    async def _begun(self, kind: str, about: str) -> str:
        """A question or an answer about that, which was begun and never saved."""
        if not about:
            return ""
        newest = await self._newest()
        left = await self._entries.left(kind)
        names = (each.name for each in left if each.name not in newest)
        return next((name for name in names if name.endswith(f"-{digest(about)}")), "")

    def _day(self, looked: Looked) -> str:
        return short_day(looked.at.astimezone(self._clock.zone(""))) if looked.at else ""

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._clock.read().at.astimezone(self._clock.zone("")).date()
