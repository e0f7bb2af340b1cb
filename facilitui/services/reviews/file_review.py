"""Another person's journal, reviewed by their mentor: only read, answered apart from it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.core.backups.soundness import Soundness, conflicts_once
from facilitui.core.base import Record
from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.journals.entries import ANSWER
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.findings_about import about_found
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.core.journals.withdrawal import Withdrawal, said_before, withdrawal_in
from facilitui.core.naming import slug
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.ports import Chance, Clock
from facilitui.core.reviews import answer
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.looked import Looked
from facilitui.core.reviews.mentoring_ports import ExportRead, ReviewPlace
from facilitui.core.reviews.other_journal import FALLBACK, called, lines_of, name_shown
from facilitui.core.reviews.question import Standing
from facilitui.core.told import capital, plural
from facilitui.services.forms.form import Form
from facilitui.services.forms.mentoring import answer_form
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.entry_opened import opened
from facilitui.services.journals.journal_entries import JournalEntries, record_of
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.withdrawing import Withdrawing
from facilitui.services.own_name import KnownName
from facilitui.services.reviews import review_rows as rr
from facilitui.services.reviews.between import about_in
from facilitui.services.reviews.file_journal import FileJournal, NoLogs
from facilitui.services.reviews.review_desk import ReviewDesk
from facilitui.services.reviews.review_found import Found
from facilitui.services.reviews.review_rows import Review, ReviewPart, ReviewRow
from facilitui.services.reviews.review_search import Sought
from facilitui.services.reviews.said_about import answer_to

if TYPE_CHECKING:
    from facilitui.services.trends.trending import Trending

NOTHING_WRITTEN = "Nothing is answered yet: a answers the question, or writes a note on the entry"
NOT_YOURS = "Only what you answered yourself can be withdrawn"
TAKEN_OUT = "{}; w takes it back"
COUNTS_AGAIN = "{}. Saved, it counts again with what stands here."
HANDED = "{} to send back: i in their Review imports the file\n\n{}"
EXPORT_NAME = "answers-{}-{}.jsonl"
NOTE, GONE = "note", "withdrawal"


class FileReview(ReviewDesk):
    """One file with a journal. All may raise FacilituiError."""

    waits_as = "for you"
    handed_kinds = (ANSWER,)
    first_is_new = False

    def __init__(
        self,
        name: str,
        read: ExportRead,
        place: ReviewPlace,
        names: KnownName,
        exports: Exports,
        clock: Clock,
        chance: Chance,
    ) -> None:
        """`name` is that of the file, which tells whose it is where nothing else does.

        `place` is where answers to this journal are kept.
        """
        self._file = journal = FileJournal(read, place.journal)
        entries = _EntriesOfKnown(place, clock, chance)
        self.whose = name_shown(place.name) or read.name or called(name)
        reviewing = Reviewing(journal, clock, place.drafts, whose=self.whose)
        super().__init__(reviewing, entries, place.looked, names, clock, chance, exports)
        self.folder = place.folder
        """Where what one writes to it is kept."""
        self._place = place
        self.withdrawing = Withdrawing(place.journal, place.drafts, clock, chance)
        """Withdraws what one answered oneself (`own_of` tells which), and takes that back."""
        self._own: frozenset[str] = frozenset()
        """The entries that one wrote oneself, as they were shown last."""

    @cached_property
    def trending(self) -> Trending:
        """What the entries alone show over time: nobody exports the logs of sessions."""
        from facilitui.services.trends.trending import Trending

        return Trending(self._file, NoLogs(), self._clock, self.whose)

    async def look(self, query: str = "") -> Review:
        """All there is to look at, what one wrote oneself as well."""
        self._own = frozenset(latest(await self._file.own()))
        return await super().look(query)

    def _parts(self, found: Found, looked: Looked, asked: Sought) -> list[ReviewPart]:
        """What is for the mentor by session, what was answered, the goals, then all else."""
        rows, between = found.rows, found.picture
        done = between.listed(Standing.ANSWERED, Standing.SETTLED, Standing.TAKEN_BACK)
        answered = [found.asked(each) for each in done]
        answered += [rows.note(each, found.half) for each in between.written]
        other = {key for key, each in found.newest.items() if each["kind"] not in rr.BETWEEN}
        other -= found.half.keys()  # what was withdrawn and typed on has a row by what was typed
        since = f"New since {self._day(looked)}"
        new = other & found.came.keys() if looked.at else set[str]()
        return [
            rr.part("Begun", found.begun(ANSWER), asked),
            *self._for_mentor(found, asked),
            rr.part("Growth goals", found.goals(), asked),
            rr.part(since, rows.entries(new), asked),
            rr.part("Answered", answered, asked),
            rr.part("Everything else", rows.entries(other - new), asked),
        ]

    def _is_told(self, document: Document) -> bool:
        return document["id"] not in self._own and super()._is_told(document)

    # What is written

    async def answer(self, to: str, entry: str = "") -> EntryForm[Answer]:
        """The answer to a question, or the note on an entry: what is there, or was begun, else new.

        Raises NotFound, or FacilituiError for one that was withdrawn and not typed on.
        """
        newest, written = await self._newest(), latest(await self._file.own())
        own = {key: each for key, each in written.items() if each["kind"] == ANSWER}
        if entry in newest and entry not in own:  # somebody else's: what is said to it is one's own
            about = str(body_of(newest[entry]).get("about", ""))
            entry, to = "", about if about in newest else entry
        entry = entry or await self._begun(answer.KIND, to, withdrawn=True) or _to(own, to)
        gone = withdrawal_in(written.get(entry or to))
        if gone is not None:
            return await self._anew(entry or to, gone)
        if entry in own:
            to = str(body_of(own[entry]).get("to", ""))
        name = entry or self._name(answer.KIND, to)
        to = to or about_in(entry, newest)
        self._stay(to, newest)
        if to in newest or not entry:
            new = answer_to(newest, to, self.today)
        else:  # what was typed about an entry that this export has not can be gone on with
            new = Answer(to=to, about=to, answered_on=self.today)
        new = new.model_copy(update={"giver": await self.names.name()})

        return await opened(self._entries, name, answer.KIND, Answer, new, _form)

    async def _anew(self, entry: str, gone: Withdrawal) -> EntryForm[Answer]:
        """The form of an answer that was withdrawn while it was typed on: saved, it counts again.

        Raises FacilituiError where nothing was typed on it.
        """
        documents = [each for each in await self._file.own() if each["id"] == entry]
        said = said_before(documents)
        before = record_of(said, Answer) if said is not None else None
        if before is None:
            raise FacilituiError(TAKEN_OUT.format(gone.told))
        blank = before.model_copy(update={"reason": ""})
        made = EntryForm(entry, ANSWER, blank, documents[-1], self._entries, _form)
        await made.find(documents[-1])
        if not made.half:
            raise FacilituiError(TAKEN_OUT.format(gone.told))
        self._stay(before.to, await self._newest())
        made.notice = COUNTS_AGAIN.format(capital(gone.told))
        return made

    async def hand_over(self) -> str:
        """Write the answers and notes into `exports/`; where they are. Raises NotSaved."""
        documents = await self._file.own()
        if not documents:
            raise FacilituiError(NOTHING_WRITTEN)
        data = await asyncio.to_thread(lines_of, documents)
        name = EXPORT_NAME.format(slug(self.whose, FALLBACK), self.today)
        where = await self._exports.write(name, data)
        return HANDED.format(_counted(latest(documents)), where)

    async def own_of(self, row: ReviewRow) -> str:
        """The id of what one wrote oneself that a row tells of, or that was written to it.

        What counts comes before what was withdrawn. Raises FacilituiError where there is none.
        """
        documents = await self._file.own()
        own = {each["id"] for each in documents}
        to_it = [each["id"] for each in reversed(documents) if body_of(each).get("to") == row.key]
        entry = next((each for each in (row.key, *row.shows, *to_it) if each in own), "")
        if not entry:
            raise FacilituiError(NOT_YOURS)
        self._stay(row.key, await self._newest())
        return entry

    async def all_seen(self) -> str:
        """Say that all that was shown last is seen, and know the journal again by it."""
        if self._place.remember is not None:
            await self._place.remember()
        return await super().all_seen()

    async def verify(self) -> Soundness:
        """What does not hold of the file, and of what one wrote oneself."""
        contents, findings = await self._file.contents(), conflicts_once(await self._file.verify())
        documents = [*(each for _, each in contents.documents), *self._file.changed]
        named, local = {each.place for each in findings}, local_by(self._clock.zone)
        problems = tuple(e for e in contents.problems if f"{e.file}#{e.line}" not in named)
        about = await asyncio.to_thread(about_found, findings, problems, documents, local)
        return Soundness(len(documents), findings, problems, about=about)


def _form(given: Answer, revised: bool) -> Form[Answer]:
    return answer_form(given, revised=revised)


class _EntriesOfKnown(JournalEntries):
    """Entries of a place that is known again by whose journal they answer."""

    def __init__(self, place: ReviewPlace, clock: Clock, chance: Chance) -> None:
        super().__init__(place.journal, place.drafts, clock, chance)
        self._place = place

    async def keep(self, entry: str, said: Record, typed: Mapping[str, str], over: str) -> None:
        """Keep what is typed, after whose journal it is for. Raises NotSaved."""
        if typed and self._place.remember is not None:
            with suppress(NotSaved):  # the draft tells what the disk does not take
                await self._place.remember()
        await super().keep(entry, said, typed, over)


def _counted(newest: Mapping[str, Document]) -> str:
    """How much of what one wrote goes to the other: 2 answers, 1 note, 1 withdrawal."""
    kinds = Counter(map(_called, newest.values()))
    return ", ".join(plural(kinds[each], each) for each in (ANSWER, NOTE, GONE) if kinds[each])


def _called(document: Document) -> str:
    body = body_of(document)
    if document["kind"] != ANSWER:
        return GONE
    return NOTE if body.get("to") == body.get("about") else ANSWER


def _to(own: Mapping[str, Document], to: str) -> str:
    """What was answered to that before; empty where nothing was."""
    return next((key for key, each in own.items() if body_of(each).get("to") == to), "")
