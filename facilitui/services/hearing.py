"""Hearing participants: answers to a form taken in, slips typed, and what they add up to."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from pydantic import ValidationError

from facilitui.core import safe_text
from facilitui.core.attended import attendance_told, came_to
from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.feedback import KIND, MOST_GOALS, Feedback, Item, Response
from facilitui.core.feedback_coming import Overlap, overlap
from facilitui.core.feedback_together import together
from facilitui.core.fold import fold
from facilitui.core.form_letters import Letters
from facilitui.core.form_memory import asked_on_slips
from facilitui.core.journal import Document
from facilitui.core.journal_ports import Journal
from facilitui.core.plan import Goal
from facilitui.core.planning_ports import ANSWERS, Outside
from facilitui.core.ports import Chance, Clock, DraftStore, SessionStore
from facilitui.core.raw_table import RawTable
from facilitui.core.session import SessionState
from facilitui.core.slips import Slips
from facilitui.services.form_preview import FormMemory, FormPreview, looked_at
from facilitui.services.heard import (
    BACK,
    OUT,
    Answers,
    Heard,
    Kept,
    answers_in,
    in_place_of,
    number_of,
    overlap_with,
    read_kept,
)
from facilitui.services.journal_entries import JournalEntries
from facilitui.services.typed_last import put_aside

ReadForm = Callable[[str, bytes, Letters | None], RawTable]
"""Finds questions and answers in a file, given its name, what it holds, and its letters where
somebody chose them. Raises InputProblems."""
EXAMPLE = "the example of growth was chosen"


class Hearing:
    """What participants said about all sessions. All may raise FacilituiError."""

    def __init__(
        self,
        outside: Outside,
        read: ReadForm,
        journal: Journal,
        drafts: DraftStore,
        sessions: SessionStore,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._outside = outside
        self._read = read
        self._journal = JournalEntries(journal, drafts, clock, chance)
        self._drafts = drafts
        self._memory = FormMemory(drafts)
        self._sessions = sessions
        self._clock = clock

    async def heard(self, session: str) -> Heard:
        """What was said about a session so far. Raises NotFound."""
        state, entries = await self._state(session), await self._entries(session)
        kept, unread = await asyncio.to_thread(read_kept, entries)
        here = came_to(state, attendance_told(await self._journal.documents(), session))
        sets = [each.feedback for each in kept]
        pictures = await asyncio.to_thread(together, sets, here)
        goals = state.started.goals
        title, running = state.started.title, state.running
        return Heard(session, title, here, goals, kept, pictures, unread, running)

    # A form's file

    async def preview(
        self, path: str, goals: Sequence[Goal] = (), letters: Letters | None = None
    ) -> FormPreview:
        """A form with its columns as they were chosen before, else guessed.

        `goals` are those that its questions may be about, `letters` those that somebody chose.
        """
        name, data = await self._outside.read(path, ANSWERS)
        forms = await self._memory.forms()
        return await asyncio.to_thread(
            lambda: looked_at(name, self._read(name, data, letters), forms, goals)
        )

    async def before(self, session: str, preview: FormPreview) -> tuple[Overlap, Kept | None]:
        """How a form's responses are to those of a session so far, and to which of them."""
        rows = await asyncio.to_thread(preview.rows, session)
        for each in (await self.heard(session)).kept:
            found = await asyncio.to_thread(overlap_with, preview, rows, each.feedback)
            if found is not Overlap.NONE:
                return found, each
        return Overlap.NONE, None

    async def take(
        self,
        session: str,
        preview: FormPreview,
        attendance: int | None,
        over: Kept | None = None,
    ) -> str:
        """Keep a form's responses and give their entry; `over` are those that they replace.

        Raises SavedMeanwhile where these are not the newest of their entry any more.
        """
        if not preview.read.responses:
            raise FacilituiError(f"no row of {safe_text.line(preview.name)} can be taken")
        answers = await asyncio.to_thread(answers_in, preview, session)
        entry = await self._keep(session, answers, attendance, over)
        await self._memory.remember(preview)
        return entry

    # Slips

    async def slips(self, session: str) -> tuple[Slips, str]:
        """What was typed of a session's slips, and what there is to say where it is unreadable.

        What was taken already, and could not be forgotten then, is not offered again.
        """
        heard = await self.heard(session)
        goals = tuple(each.id for each in heard.goals[:MOST_GOALS])
        new = Slips(attendance=heard.attendance, goals=goals)
        draft = await self._drafts.find(_slips(session))
        try:
            typed = Slips.model_validate(draft) if draft is not None else new
        except ValidationError:
            return new, await put_aside(self._drafts, _slips(session))
        taken = [each.feedback.responses for each in heard.kept]
        is_taken = any(overlap(typed.responses, each) is Overlap.SAME for each in taken)
        return (new if is_taken else typed), ""

    async def keep_slips(self, session: str, slips: Slips) -> None:
        """Keep what was typed so far. Raises NotSaved."""
        await self._drafts.keep(_slips(session), slips.model_dump(mode="json"))

    async def take_slips(self, session: str, slips: Slips) -> str:
        """Keep slips in the journal, and forget the draft; their entry."""
        given = tuple(each for each in slips.responses if each != Response())
        if not given:
            raise FacilituiError("no slip says anything yet: type a digit for each answer")
        goals = (await self._state(session)).started.goals
        answers = Answers(given, asked_on_slips(slips, goals))
        entry = await self._keep(session, answers, slips.attendance, None)
        with suppress(NotSaved):
            await self._drafts.drop(_slips(session))
        return entry

    # What is kept

    async def choose_example(self, session: str, entry: str, example: str) -> None:
        """Keep one example of growth beside the figures, as the entry's next revision."""
        await self._revise(session, entry, example=example, reason=EXAMPLE)

    async def take_out(self, session: str, entry: str) -> None:
        """Let an entry's responses count no more; they stay in the journal."""
        await self._revise(session, entry, withdrawn=True, reason=OUT)

    async def put_back(self, session: str, entry: str) -> None:
        """Let responses that were taken out count again."""
        await self._revise(session, entry, withdrawn=False, reason=BACK)

    async def _revise(self, session: str, entry: str, **update: object) -> None:
        kept = (await self.heard(session)).find(entry)
        if kept is None:
            raise NotFound(f"there is no entry {safe_text.line(entry)}")
        revised = kept.feedback.model_copy(update=update)
        await self._journal.save(entry, KIND, revised, kept.revision)

    async def _keep(
        self,
        session: str,
        answers: Answers,
        attendance: int | None,
        over: Kept | None,
    ) -> str:
        state = await self._state(session)
        feedback = Feedback(
            session=session,
            title=state.started.title,
            held_at=state.began_at,
            zone=state.started.zone,
            collected_on=self._clock.read().at.astimezone(self._clock.zone("")).date(),
            answered_on=answers.answered_on,
            later=any(Item.TRANSFER in each.words for each in answers.responses),
            attendance=attendance,
            source=answers.source,
            asked=answers.asked,
            responses=answers.responses,
            rows=answers.rows,
        )
        if over is not None:
            entry, feedback = over.entry, in_place_of(feedback, over.feedback)
        else:
            last = max(map(number_of, await self._entries(session)), default=0)
            entry = f"{KIND}-{session}-{last + 1}"
        await self._journal.save(entry, KIND, feedback, over.revision if over is not None else "")
        return entry

    async def _state(self, session: str) -> SessionState:
        return fold((await self._sessions.read(session)).events)

    async def _entries(self, session: str) -> dict[str, Document]:
        """The newest revision of each entry with responses to a session."""
        own = re.compile(rf"{KIND}-{re.escape(session)}-\d{{1,9}}")
        found = await self._journal.newest(KIND)
        return {name: each for name, each in found.items() if own.fullmatch(name)}


def _slips(session: str) -> str:
    """What the draft of a session's slips is called."""
    return f"slips-{session}"
