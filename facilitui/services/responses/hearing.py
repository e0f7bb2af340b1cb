"""Hearing participants: answers to a form taken in, slips typed, and what they add up to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import tzinfo

from facilitui.core import safe_text
from facilitui.core.agendas_outside.raw_table import RawTable
from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.journal import Document, is_blanked
from facilitui.core.journals.journal_ports import FormStore, Journal
from facilitui.core.plans.plan import Goal
from facilitui.core.plans.planning_ports import ANSWERS, Outside
from facilitui.core.ports import Chance, Clock, DraftStore, SessionStore
from facilitui.core.responses.feedback import KIND, MOST_GOALS, Feedback, Response
from facilitui.core.responses.feedback_coming import Overlap
from facilitui.core.responses.feedback_together import together
from facilitui.core.responses.form_letters import Letters
from facilitui.core.responses.form_memory import as_kept, asked_on_slips, form_id
from facilitui.core.responses.slips import Slips
from facilitui.core.sessions.attended import attendance_told, came_to
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import SessionState
from facilitui.services.here import now_here
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.responses import taken_before as again
from facilitui.services.responses.feedback_forms import EXAMPLE, example_form
from facilitui.services.responses.form_preview import FormPreview, looked_at
from facilitui.services.responses.heard import (
    BACK,
    OUT,
    Answers,
    Heard,
    Kept,
    KeptRead,
    answers_in,
    entries_of,
    feedback_of,
    number_of,
)
from facilitui.services.responses.slip_drafts import SlipDrafts

ReadForm = Callable[[str, bytes, Letters | None], RawTable]
"""Finds questions and answers in a file, given its name, what it holds, and its letters where
somebody chose them. Raises InputProblems."""


class Hearing:
    """What participants said about all sessions. All may raise FacilituiError."""

    def __init__(
        self,
        outside: Outside,
        read: ReadForm,
        forms: FormStore,
        journal: Journal,
        drafts: DraftStore,
        sessions: SessionStore,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._outside = outside
        self._read = read
        self._journal = JournalEntries(journal, drafts, clock, chance)
        self._forms, self._read_before = forms, KeptRead()
        self._slips = SlipDrafts(self._journal.drafts)
        self._sessions = sessions
        self._clock = clock

    async def heard(self, session: str) -> Heard:
        """What was said about a session so far. Raises NotFound."""
        state, entries = await self._state(session), await self._entries(session)
        entries = {name: each for name, each in entries.items() if not is_blanked(each)}
        kept, unread = await asyncio.to_thread(self._read_before.read, entries)
        here = came_to(state, attendance_told(await self._journal.documents(), session))
        sets = [each.feedback for each in kept]
        pictures = await asyncio.to_thread(together, sets, here)
        of, zone = state.started, self._clock.zone(state.started.zone)
        title, goals, running = of.title, of.goals, state.running
        lost = await self._journal.not_known(state.began_at)
        held_on = state.began_at.astimezone(zone).date() if state.began_at else None
        read = (kept, pictures, unread)
        return Heard(session, title, here, goals, *read, zone, running, held_on, lost)

    # A form's file

    async def preview(
        self,
        path: str,
        goals: Sequence[Goal] = (),
        letters: Letters | None = None,
        zone: tzinfo | None = None,
    ) -> FormPreview:
        """A form with its columns as they were chosen before, else guessed.

        `goals` are those that its questions may be about, `letters` those that somebody chose,
        `zone` is where the session was.
        """
        name, data = await self._outside.read(path, ANSWERS)
        forms = await self._forms.forms()
        return await asyncio.to_thread(
            lambda: looked_at(name, self._read(name, data, letters), forms, goals, zone)
        )

    async def before(self, session: str, preview: FormPreview) -> tuple[Overlap, Kept | None]:
        """How a form's responses are to those of a session so far, and to which of them."""
        kept = (await self.heard(session)).kept
        return await asyncio.to_thread(again.taken_before, preview, session, kept)

    async def with_before(self, session: str, preview: FormPreview) -> FormPreview:
        """A form with what is to be told of what was taken of it before."""
        found, kept = await self.before(session, preview)
        some = kept is not None and found is Overlap.SOME
        apart = await self.apart(session, preview, kept) if kept is not None and some else None
        return again.with_told(preview, found, apart)

    async def apart(self, session: str, preview: FormPreview, before: Kept) -> again.Apart:
        """How a form differs from responses of which it has some again."""
        return await asyncio.to_thread(again.how_apart, preview, session, before.feedback)

    async def take(
        self,
        session: str,
        preview: FormPreview,
        attendance: int | None,
        over: Kept | None = None,
        *,
        new: bool = False,
    ) -> str:
        """Keep a form's responses and give their entry; `over` are those that they replace.

        With `new`, only those are kept that are not among `over` yet, beside these. Raises
        SavedMeanwhile where `over` are not the newest of their entry any more.
        """
        if new and over is not None:
            preview = await asyncio.to_thread(again.only_new, preview, session, over.feedback)
        if not preview.read.responses:
            raise FacilituiError(again.nothing_told(preview.name, new=new))
        answers = await asyncio.to_thread(answers_in, preview, session)
        entry = await self._keep(session, answers, attendance, over, new=new)
        with suppress(NotSaved):  # nothing else hangs on it
            columns = as_kept(preview.columns, preview.goals)
            await self._forms.remember(form_id(preview.table), columns)
        return entry

    # Slips

    async def slips(self, session: str) -> tuple[Slips, str]:
        """What was typed of a session's slips and is not in the journal; what there is to say."""
        heard = await self.heard(session)
        after = max(map(number_of, await self._entries(session)), default=0)
        goals = tuple(each.id for each in heard.goals[:MOST_GOALS])
        new = Slips(attendance=heard.attendance, goals=goals, after=after)
        return await self._slips.find(session, new, heard.kept)

    async def go_on_with_other_slips(self, session: str) -> None:
        """Take up slips that another program left; those that were kept before are left then."""
        await self._slips.go_on_with_others(session)

    async def keep_slips(self, session: str, slips: Slips) -> None:
        """Keep what was typed so far. Raises NotSaved."""
        await self._slips.keep(session, slips)

    async def take_slips(self, session: str, slips: Slips) -> str:
        """Keep slips in the journal, and forget the draft; their entry."""
        given = tuple(each for each in slips.responses if each != Response())
        if not given:
            raise FacilituiError("no slip says anything yet: type a digit for each answer")
        goals = (await self._state(session)).started.goals
        answers = Answers(given, asked_on_slips(slips, goals))
        over = (await self.heard(session)).find(slips.entry) if slips.entry else None
        entry = await self._keep(session, answers, slips.attendance, over)
        await self._slips.drop(session)
        return entry

    # What is kept

    async def choose_example(self, session: str, entry: str, example: str) -> None:
        """Keep one example of growth beside the figures, as the entry's next revision."""
        await self._revise(session, entry, example=example, reason=EXAMPLE)

    async def write_example(self, session: str, entry: str) -> EntryForm[Feedback]:
        """The form for an example in one's own words, with what was typed last."""
        kept = await self._find(session, entry)
        saved = kept.feedback.model_copy(update={"reason": ""})  # the next one has its own
        made = EntryForm(entry, KIND, saved, kept.document, self._journal, example_form)
        await made.find(kept.document)
        return made

    async def take_out(self, session: str, entry: str) -> None:
        """Let an entry's responses count no more; they stay in the journal."""
        await self._revise(session, entry, withdrawn=True, reason=OUT)

    async def put_back(self, session: str, entry: str) -> None:
        """Let responses that were taken out count again."""
        await self._revise(session, entry, withdrawn=False, reason=BACK)

    async def _revise(self, session: str, entry: str, **update: object) -> None:
        kept = await self._find(session, entry)
        revised = kept.feedback.model_copy(update=update)
        await self._write(entry, revised, kept.revision)

    async def _find(self, session: str, entry: str) -> Kept:
        kept = (await self.heard(session)).find(entry)
        if kept is None:
            raise NotFound(f"there is no entry {safe_text.line(entry)}")
        return kept

    async def _keep(
        self,
        session: str,
        answers: Answers,
        attendance: int | None,
        over: Kept | None,
        *,
        new: bool = False,
    ) -> str:
        state = await self._state(session)
        today = now_here(self._clock).date()
        feedback = await asyncio.to_thread(feedback_of, session, state, answers, attendance, today)
        feedback, over = await asyncio.to_thread(again.placed, feedback, over, new=new)
        last = max(map(number_of, await self._entries(session)), default=0)
        number = await self._journal.number_after(last, state.began_at)
        entry = over.entry if over is not None else f"{KIND}-{session}-{number}"
        await self._write(entry, feedback, over.revision if over is not None else "")
        return entry

    async def _write(self, entry: str, feedback: Feedback, over: str) -> None:
        document = await self._journal.write(entry, KIND, feedback, over)
        self._read_before.learn(document, feedback)

    async def _state(self, session: str) -> SessionState:
        return fold((await self._sessions.read(session)).events)

    async def _entries(self, session: str) -> dict[str, Document]:
        """The newest revision of each entry with responses to a session."""
        return entries_of(session, await self._journal.newest(KIND))
