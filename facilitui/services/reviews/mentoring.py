"""Mentoring, as whoever is mentored sees it: what to bring, what came back, what grows."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import PurePath
from shlex import quote

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.entries import ANSWER, PURGED, QUESTION
from facilitui.core.journals.journal import IMPORTED, Document, body_of, is_blanked
from facilitui.core.journals.written_over import read_as
from facilitui.core.naming import slug
from facilitui.core.reviews import answer, growth, question
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import Growth, GrowthState, GrowthStep, with_step
from facilitui.core.reviews.looked import Looked
from facilitui.core.reviews.other_journal import lines_of
from facilitui.core.reviews.question import Question, Standing, mark_id, marked, settled
from facilitui.core.told import plural
from facilitui.services.forms.form import Form
from facilitui.services.forms.mentoring import answer_form, growth_form, question_form
from facilitui.services.journals.entry_form import UNREADABLE, EntryForm
from facilitui.services.journals.entry_opened import opened
from facilitui.services.journals.journal_entries import record_of
from facilitui.services.privacy.purged_since import of_entry
from facilitui.services.reviews import review_rows as rr
from facilitui.services.reviews.between import about_in, passages, picture
from facilitui.services.reviews.review_desk import ID_BYTES, NOT_HERE, ReviewDesk
from facilitui.services.reviews.review_found import Found
from facilitui.services.reviews.review_rows import ReviewPart, ReviewRow
from facilitui.services.reviews.review_search import Sought
from facilitui.services.reviews.said_about import about_of, answer_to

MARKED = "Marked, to bring to your mentor; k takes the mark back."
UNMARKED = "The mark is taken back; k sets it again."
GONE = "What it said was purged: nothing is left that could be talked about."
NOT_MARKED = "This goes to your mentor by itself; mark the entry that it is about."
MARKED_AGAIN = "It was settled; it is marked again, to bring to your mentor."
SETTLED = "Settled; s opens it once more, and it stays in the journal."
OPEN_AGAIN = "Open again, to bring to your mentor."
NOT_SETTLED = "Only a question or a mark can be settled."
NOTE_STAYS = "Nobody asked this, so nothing waits: l says that you have seen it."
NOTES, DONE = "Notes of your mentor", "Settled"
THEIRS = "This was written by your mentor, and only they change it"
HANDED = "All of your {} for your mentor: they open the file with\n\n{}\n\nHere it is\n\n{}"
OPENED_BY = "facilitui review {}"
EXPORT_NAME = "journal-{}-{}.jsonl"


class Mentoring(ReviewDesk):
    """One's own journal, to be reviewed with a mentor. All may raise FacilituiError."""

    def _parts(self, found: Found, looked: Looked, asked: Sought) -> list[ReviewPart]:
        """What to bring by session, what came, the growth goals, what else is new."""
        rows, between = found.rows, found.picture
        half = [*found.begun(QUESTION), *found.begun(ANSWER)]
        done = between.listed(Standing.SETTLED, Standing.TAKEN_BACK)
        heard = [each for each in done if any(a.id in found.came for a in each.answers)]
        came = [found.asked(a) for a in (*between.listed(Standing.ANSWERED), *heard)]
        notes = {each.id: rows.note(each, found.half) for each in between.written}
        came += [row for key, row in notes.items() if key in found.came]
        settled = [found.asked(each) for each in done if each not in heard]
        new = {key for key in found.came if found.newest[key]["kind"] not in rr.BETWEEN}
        new -= found.half.keys()  # what was withdrawn and typed on has a row by what was typed
        since = f"New since {self._day(looked)}" if looked.at else "You have not looked yet"
        return [
            rr.part("Begun", half, asked),
            *self._for_mentor(found, asked),
            rr.part("Answers that came", came, asked),
            rr.part("Growth goals", found.goals(), asked),
            rr.part(NOTES, (row for key, row in notes.items() if key not in found.came), asked),
            rr.part(since, rows.entries(new), asked, "" if looked.at else "all of it is new"),
            rr.part(DONE, settled, asked),
        ]

    def _is_told(self, document: Document) -> bool:
        """One's own questions and goals are no news, nor what one wrote down of the mentor's."""
        if document["kind"] not in rr.BETWEEN:
            return super()._is_told(document)
        return IMPORTED in document and body_of(document).get("told") is not True

    # What is written

    async def mark(self, entry: str) -> str:
        """Mark an entry, to bring; or take its mark back. What became of it. Raises NotSaved."""
        async with self._turn:  # a second time goes over what the first one left
            return await self._mark(entry)

    async def _mark(self, entry: str) -> str:
        newest = await self._newest()
        document = newest.get(entry)
        if document is None:
            raise NotFound(NOT_HERE)
        if document["kind"] == QUESTION:
            raise FacilituiError(NOT_MARKED)
        _refuse_gone(document)
        name = mark_id(entry)
        saved = newest.get(name)
        before = record_of(saved, Question) if saved is not None else None
        if before is None:
            mark = self._about(entry, document)
        else:
            mark = marked(before, _heard(newest, name))
        await self._entries.write(name, question.KIND, mark, read_as(saved))
        self._stay(name, newest)
        if mark.state is Standing.TAKEN_BACK:
            return UNMARKED
        return MARKED_AGAIN if before and before.state is Standing.SETTLED else MARKED

    async def question(self, about: str, entry: str = "") -> EntryForm[Question]:
        """A question about an entry: one that is there, or was begun, else a new one.

        Raises NotFound.
        """
        newest = await self._newest()
        entry = entry or await self._begun(question.KIND, about)
        saved = newest.get(entry)
        if saved is not None:
            self._stay(entry, newest)
            about = str(body_of(saved).get("about", ""))
        about = about or about_in(entry, newest)
        document = newest.get(about)
        if saved is None:
            if document is None:
                raise NotFound(NOT_HERE)
            _refuse_gone(document)
        new = self._about(about, document) if document is not None else Question(about=about)
        said = passages(document) if document is not None else ()

        def make(asked: Question, revised: bool) -> Form[Question]:
            return question_form(asked, said, _heard(newest, entry), revised=revised)

        name = entry or self._name(question.KIND, about)
        is_gone = of_entry(self._entries, document)
        return await opened(self._entries, name, question.KIND, Question, new, make, is_gone)

    async def told(self, to: str, entry: str = "") -> EntryForm[Answer]:
        """What the mentor said to a question or about an entry, written down by oneself."""
        newest = await self._newest()
        entry = entry or await self._begun(answer.KIND, to)
        saved = newest.get(entry, {})
        if IMPORTED in saved and body_of(saved).get("told") is not True:
            raise FacilituiError(THEIRS)
        to = to or str(body_of(saved).get("to") or about_in(entry, newest))
        self._stay(to, newest)
        new = Answer(to=to) if saved else answer_to(newest, to, self.today)
        new = new.model_copy(update={"told": True})
        name = entry or self._name(answer.KIND, to)
        is_gone = of_entry(self._entries, newest.get(to))
        return await opened(self._entries, name, answer.KIND, Answer, new, _answer, is_gone)

    async def settle(self, row: ReviewRow) -> str:
        """Say that a question is settled, or open again. What became of it. Raises NotSaved."""
        newest = await self._newest()
        document = newest.get(row.key)
        if document is not None and document["kind"] == ANSWER:
            raise FacilituiError(NOTE_STAYS)
        if document is None or document["kind"] != QUESTION:
            raise FacilituiError(NOT_SETTLED)
        before = record_of(document, Question)
        if before is None:
            raise NotFound(UNREADABLE.format(row.key))
        was = picture(newest).asked_as(row.key)
        after = settled(before, was.seals if was else ())
        await self._entries.write(row.key, question.KIND, after, read_as(document))
        self._stay(row.key, newest)
        return OPEN_AGAIN if after.state.waits else SETTLED

    async def goal(self, entry: str = "", shown_by: str = "") -> EntryForm[Growth]:
        """A growth goal, with an entry that shows it in its form.

        Where none is named it is one that was begun, else a new one.

        Raises NotFound.
        """
        newest, new = await self._newest(), Growth(set_on=self.today)
        names = await self._entries.names()

        def make(goal: Growth, revised: bool) -> Form[Growth]:
            return growth_form(goal, self.today, names)

        begun = (each.name for each in await self._entries.left(growth.KIND))
        entry = entry or next((each for each in begun if each not in newest), "")
        name = entry or f"{growth.KIND}-{self._chance(ID_BYTES)}"
        self._stay(name, newest)
        is_gone = of_entry(self._entries, newest.get(shown_by))
        made = await opened(self._entries, name, growth.KIND, Growth, new, make, is_gone)
        if shown_by:
            step = GrowthStep(entry=shown_by, text="")
            shown = make(with_step(made.state, step), True)
            steps = next(field.value for field in shown.fields if field.key == "steps")
            made.take({**made.values, "steps": f"{steps} "})  # what it shows is typed behind it
        return made

    async def goals(self) -> Mapping[str, Growth]:
        """The goals that are worked on, by their entries."""
        found = picture(await self._newest()).goals
        return {key: goal for key, goal in found.items() if goal.state is GrowthState.OPEN}

    async def hand_over(self) -> str:
        """Write all of the journal into `exports/` for the mentor; how it is opened, and where.

        Raises NotSaved.
        """
        documents = await self._reviewing.documents.all()
        if not documents.saved:
            raise FacilituiError("the journal is empty: there is nothing to hand over yet")
        own = await self.names.name()
        data = await asyncio.to_thread(lines_of, documents.saved, own)
        name = EXPORT_NAME.format(slug(own, "mine"), self.today)
        where = await self._exports.write(name, data)
        count = plural(len(documents.newest), "entry", "entries")
        command = OPENED_BY.format(quote(PurePath(where).name))  # it lies elsewhere over there
        return HANDED.format(count, command, where)

    def _about(self, entry: str, document: Document) -> Question:
        """A new question about an entry."""
        known = {"about": entry, "asked_on": self.today, **about_of(entry, document)}
        return Question.model_validate(known)


def _heard(newest: Mapping[str, Document], entry: str) -> tuple[str, ...]:
    """The hashes of the answers to a question."""
    asked = picture(newest).asked_as(entry)
    return asked.seals if asked is not None else ()


def _answer(given: Answer, revised: bool) -> Form[Answer]:
    return answer_form(given, revised=revised)


def _refuse_gone(document: Document) -> None:
    """Raises FacilituiError where an entry says nothing that could be talked about."""
    if is_blanked(document) or document["kind"] == PURGED:
        raise FacilituiError(GONE)
