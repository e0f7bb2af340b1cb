"""Another person's journal, reviewed by their mentor: only read, answered apart from it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.core import answer
from facilitui.core.answer import Answer
from facilitui.core.entries import ANSWER, KINDS
from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.journal import Document, body_of, latest
from facilitui.core.looked import Looked
from facilitui.core.mentoring_ports import ExportRead, ReviewPlace
from facilitui.core.naming import slug
from facilitui.core.other_journal import FALLBACK, called, lines_of, name_shown
from facilitui.core.planning_ports import Exports
from facilitui.core.ports import Chance, Clock
from facilitui.core.question import Standing, digest
from facilitui.core.soundness import Soundness, about_found
from facilitui.core.told import plural
from facilitui.services import review_rows as rr
from facilitui.services.between import about_in
from facilitui.services.entry_form import EntryForm, opened
from facilitui.services.file_journal import FileJournal, NoLogs
from facilitui.services.forms.form import Form
from facilitui.services.forms.mentoring import answer_form
from facilitui.services.journal_entries import JournalEntries
from facilitui.services.mentoring import ID_BYTES
from facilitui.services.own_name import KnownName
from facilitui.services.review_desk import Found, ReviewDesk
from facilitui.services.review_rows import Review, ReviewPart, ReviewRow
from facilitui.services.review_search import Sought
from facilitui.services.reviewing import Reviewing
from facilitui.services.said_about import answer_to
from facilitui.services.withdrawing import ReasonForm, Withdrawing

if TYPE_CHECKING:
    from facilitui.services.trending import Trending

NOTHING_WRITTEN = "nothing is answered yet: a answers the question, or writes a note on the entry"
NOT_YOURS = "only what you answered yourself can be withdrawn"
HANDED = "{} to send back: i in their Review takes in {}"
EXPORT_NAME = "answers-{}-{}.jsonl"


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
        journal = FileJournal(read, place.journal)
        entries = JournalEntries(place.journal, place.drafts, clock, chance)
        self.whose = name_shown(place.name) or read.name or called(name)
        reviewing = Reviewing(journal, clock, place.drafts, whose=self.whose)
        super().__init__(journal, reviewing, entries, place.looked, names, clock)
        self.folder = place.folder
        """Where what one writes to it is kept."""
        self._place = place
        self._file = journal
        self._withdrawing = Withdrawing(place.journal, place.drafts, clock, chance)
        self._exports = exports
        self._chance = chance
        self._own: frozenset[str] = frozenset()
        """The entries that one wrote oneself, as they were shown last."""

    @cached_property
    def trending(self) -> Trending:
        """What the entries alone show over time: nobody exports the logs of sessions."""
        from facilitui.services.trending import Trending

        return Trending(self._journal, NoLogs(), self._clock, self.whose)

    async def look(self, query: str = "") -> Review:
        """All there is to look at, what one wrote oneself as well."""
        self._own = frozenset(await self._own_entries())
        return await super().look(query)

    async def _parts(self, found: Found, looked: Looked, asked: Sought) -> list[ReviewPart]:
        """What is for the mentor by session, what was answered, the goals, then all else."""
        rows, between = found.rows, found.picture
        done = between.listed(Standing.ANSWERED, Standing.SETTLED, Standing.TAKEN_BACK)
        answered = [self._asked(found, each) for each in done]
        answered += [rows.note(each, found.half) for each in between.written]
        other = [each for each in found.newest.values() if each["kind"] not in rr.BETWEEN]
        since = f"New since {self._day(looked)}"
        new = [each for each in other if looked.at and each["id"] in found.came]
        rest = [each for each in other if not looked.at or each["id"] not in found.came]
        return [
            rr.part("Begun", self._half_rows(found, ANSWER), asked),
            *self._for_mentor(found, asked),
            self._goals(found, asked),
            rr.part(since, rows.entries(new), asked),
            rr.part("Answered", answered, asked),
            rr.part("Everything else", rows.entries(rest), asked),
        ]

    def _is_told(self, document: Document) -> bool:
        return document["kind"] in KINDS and document["id"] not in self._own

    # What is written

    async def answer(self, to: str, entry: str = "") -> EntryForm[Answer]:
        """The answer to a question, or the note on an entry: what is there, or was begun, else new.

        Raises NotFound.
        """
        newest = await self._newest()
        own = await self._own_entries()
        if entry in newest and entry not in own:  # somebody else's: what is said to it is one's own
            about = str(body_of(newest[entry]).get("about", ""))
            entry, to = "", about if about in newest else entry
        entry = entry or await self._begun(answer.KIND, to) or _to(own, to)
        if entry in own:
            to = str(body_of(own[entry]).get("to", ""))
        with suppress(NotSaved):  # the form tells what the disk does not take
            await self._remember()
        name = entry or f"{answer.KIND}-{self._chance(ID_BYTES)}-{digest(to)}"
        to = to or about_in(entry, newest)
        if to in newest or not entry:
            new = answer_to(newest, to, self.today)
        else:  # what was typed about an entry that this export has not can be gone on with
            new = Answer(to=to, about=to, answered_on=self.today)
        new = new.model_copy(update={"giver": await self.names.name()})

        def make(given: Answer, revised: bool) -> Form[Answer]:
            return answer_form(given, revised=revised)

        return await opened(self._entries, name, answer.KIND, Answer, new, make)

    async def hand_over(self) -> str:
        """Write the answers and notes into `exports/`; where they are. Raises NotSaved."""
        documents = await self._file.own()
        if not documents:
            raise FacilituiError(NOTHING_WRITTEN)
        data = lines_of(documents)
        name = EXPORT_NAME.format(slug(self.whose, FALLBACK), self.today)
        where = await self._exports.write(name, data)
        count = len({document["id"] for document in documents})
        return HANDED.format(plural(count, "answer"), where)

    async def withdraw(self, row: ReviewRow) -> ReasonForm:
        """The form for the reason why one's own answer counts no more. Raises FacilituiError."""
        own = await self._own_entries()
        entry = next((each for each in (row.key, *row.shows) if each in own), "")
        if not entry:
            raise FacilituiError(NOT_YOURS)
        return await self._withdrawing.open(entry)

    async def all_seen(self) -> str:
        """Say that all that was shown last is seen, and know the journal again by it."""
        await self._remember()
        return await super().all_seen()

    async def _remember(self) -> None:
        if self._place.remember is not None:
            await self._place.remember()

    async def _own_entries(self) -> dict[str, Document]:
        """The newest revisions of one's own answers to what is in the file."""
        newest = latest(await self._file.own())
        return {key: each for key, each in newest.items() if each["kind"] == ANSWER}

    async def verify(self) -> Soundness:
        """What does not hold of the file, and of what one wrote oneself."""
        contents, findings = await self._journal.contents(), await self._journal.verify()
        documents = [document for _, document in contents.documents]
        about = about_found(findings, contents.problems, documents)
        return Soundness(len(documents), findings, contents.problems, about=about)


def _to(own: Mapping[str, Document], to: str) -> str:
    """What was answered to that before; empty where nothing was."""
    return next((key for key, each in own.items() if body_of(each).get("to") == to), "")
