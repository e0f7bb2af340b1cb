"""Purging for privacy: told in full before, done from an intent that outlives a kill, recorded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Attachments, Progress
from facilitui.core.journals.journal import body_of, is_blanked
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.ports import Chance, Clock
from facilitui.core.privacy import purging as p
from facilitui.core.privacy.purge_intent import DamagedPurge, Intent, purged_told, unfinished_told
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.privacy.purging_ports import PurgeStore
from facilitui.core.told import plural
from facilitui.services.journals.attached import used
from facilitui.services.journals.journal_entries import JournalEntries
from facilitui.services.privacy.purge_looking import AllDrafts, PurgeLooking

ID_BYTES = 4
FIRST = "a purge of {} was not finished; finish that one first: `facilitui journal purge`"
CAME_SINCE = "something of it was saved or typed since you looked; nothing was purged: look again"
BEGUN = "a part of it is purged already, so it can only be finished"
NONE_CHOSEN = "no word was chosen that is to go; nothing was purged"
GIVEN_UP = "Given up: nothing was purged."
FORGOTTEN = "Forgotten. What it had purged stays so; purge once more what is to go."
Forget = Callable[[Callable[[str], bool]], None]
"""Lets go of drafts of some names that are held in memory."""


class Purging(PurgeLooking):
    """The purges of one home. All may raise FacilituiError."""

    def __init__(
        self,
        store: PurgeStore,
        journal: Journal,
        drafts: AllDrafts,
        attachments: Attachments,
        clock: Clock,
        chance: Chance,
        forget: Forget = lambda _: None,
    ) -> None:
        super().__init__(store, drafts, JournalEntries(journal, drafts, clock, chance))
        self._attachments, self._forget = attachments, forget
        self._clock, self._chance = clock, chance

    async def purge(self, survey: Survey, also: Collection[str], progress: Progress) -> str:
        """Do it, and say what was done; `also` are the files that were chosen to go too.

        Once it has begun, whatever stops it leaves an intent, from which `finish` goes on.
        """
        if survey.typed and not survey.cleaned:
            raise FacilituiError(NONE_CHOSEN)
        async with self._store.alone():
            if (before := await self._unfinished()) is not None:
                raise FacilituiError(FIRST.format(before.told))
            async with self._holding(survey.sessions, survey.drafts):
                await self._refuse_changed(survey)
                await self._clean(survey)
                record = f"{p.KIND}-{self._chance(ID_BYTES)}"
                intent = survey.intent(record, self._clock.read().at.isoformat(), also)
                await self._store.begin(intent)
                told = await self._begun(intent, progress)
                return " ".join(filter(None, (told, survey.left_told(also))))

    @asynccontextmanager
    async def _holding(
        self, sessions: Collection[str], drafts: Sequence[str]
    ) -> AsyncIterator[None]:
        """Nobody else writes what is to go. Raises what says that somebody has it open."""
        purged = self._drafts.to_purge()
        await self._store.refuse_unread()
        try:
            await self._store.hold(sessions)
            await purged.hold(drafts)
            yield
        finally:
            await purged.let_go()
            await self._store.let_go()

    async def _refuse_changed(self, survey: Survey) -> None:
        """Raises FacilituiError where something came since that was not shown."""
        entry = survey.belonging.entries[0] if survey.what == p.ENTRY else ""
        documents = await self._entries.documents()
        found = await self._look(documents, entry, survey.sessions, typed=survey.typed)
        now = found.cleaning(survey.chosen)
        if now.intent("", "", ()) != survey.intent("", "", ()):
            raise FacilituiError(CAME_SINCE)

    async def _clean(self, survey: Survey) -> None:
        """Save what entries say without the names, before what they said is to go.

        Stopped in the midst of it nothing was purged, and the next purge goes on from there.
        """
        await self._store.refuse_closed([each.entry for each in survey.cleaned])
        for each in survey.cleaned:
            if each.body is not None:
                await self._entries.write_body(each.entry, each.kind, each.body, each.over)

    async def _begun(self, intent: Intent, progress: Progress) -> str:
        """Do it; where nothing of it could be done, it was not begun."""
        try:
            return await self._done(intent, progress)
        except FacilituiError:
            if await self._is_whole(intent):
                await self._store.end()
            raise

    async def _is_whole(self, intent: Intent) -> bool:
        """Whether all that is to go is there as it was."""
        files = {*intent.files, *(f"drafts/{each}" for each in intent.drafts)}
        ids = {*intent.entries, *intent.cleaned}
        own = [each for each in await self._entries.documents() if each["id"] in ids]
        left = {p.seal_of(each) for each in own if not is_blanked(each)}
        logs = [await self._store.log(each) for each in intent.sessions]
        return (
            left >= set(intent.revisions)
            and await self._store.there(files) == files
            and sum(log.events for log in logs if log is not None) == intent.events
        )

    async def give_up(self) -> str:
        """Forget a purge of which nothing was done yet, or nobody knows what was to be done.

        Raises FacilituiError for any other.
        """
        async with self._store.alone():
            try:
                intent = await self._store.unfinished()
            except DamagedPurge:
                await self._store.end()
                return FORGOTTEN
            if intent is None:
                return ""
            if not await self._is_whole(intent):
                raise FacilituiError(BEGUN)
            await self._store.end()
            return GIVEN_UP

    async def of(self, session: str) -> str:
        """That a session is being purged, for whoever wants to write about it; else empty."""
        intent = await self._unfinished()
        is_named = intent is not None and session in intent.sessions
        return unfinished_told(intent) if intent is not None and is_named else ""

    async def unfinished(self) -> str:
        """What there is to say of a purge that was not finished; empty where there is none."""
        try:
            intent = await self._store.unfinished()
        except FacilituiError as error:
            return str(error)
        return unfinished_told(intent) if intent is not None else ""

    async def unfinished_word(self) -> str:
        """What has to be typed to finish it; empty where there is none, or it is damaged."""
        intent = await self._unfinished()
        return intent.word if intent is not None else ""

    async def finish(self, progress: Progress) -> str:
        """Finish the purge that was begun, and say what was done; empty where there is none.

        Raises DamagedPurge before anything is done.
        """
        async with self._store.alone():
            intent = await self._store.unfinished()
            if intent is None:
                return ""
            async with self._holding(intent.sessions, intent.drafts):
                return await self._done(intent, progress)

    async def _unfinished(self) -> Intent | None:
        with suppress(FacilituiError):  # one that is damaged is replaced
            return await self._store.unfinished()
        return None

    async def _done(self, intent: Intent, progress: Progress) -> str:
        """All of it, in an order that frees room first; what is done already is done at once."""
        progress.total, progress.done = 5 + len(intent.sessions), 0
        await self._refuse_records(intent)
        self._forget(partial(_is_of, intent))
        await self._drafts.to_purge().delete(intent.drafts)
        await self._store.delete(await self._as_whole(intent.files))
        progress.done += 1
        for session in intent.sessions:
            await self._store.blank_log(session)
            progress.done += 1
        await self._store.blank_entries((*intent.entries, *intent.cleaned), intent.revisions)
        progress.done += 1
        await self._drop_copies(intent.copies, progress)
        await self._store.delete(())  # what was cached again meanwhile
        progress.done += 1
        await self._record(intent)
        await self._store.end()
        progress.done = progress.total
        left = await self._saved_since(intent)
        return f"{purged_told(intent)} {left}".rstrip()

    async def _as_whole(self, files: Sequence[str]) -> list[str]:
        """The files that go as a whole: a month that can be read by now is blanked instead."""
        torn = await self._store.set_aside()
        return [each for each in files if not each.startswith("journal/") or each in torn]

    async def _refuse_records(self, intent: Intent) -> None:
        """Raises DamagedPurge where the record of a purge is to go: nothing would tell of it."""
        documents = await self._entries.documents()
        if any(p.is_record(documents, each) for each in intent.entries):
            raise DamagedPurge("it names the record of another purge")

    async def _record(self, intent: Intent) -> None:
        """Save the record, unless that was done before it was killed."""
        record = intent.recorded
        there = await self._entries.newest_of(intent.record)
        if there is None:
            await self._entries.write(intent.record, p.KIND, record, "")
        elif body_of(there).get("begun_at") != record.begun_at:  # something else has its id
            await self._entries.write(f"{p.KIND}-{self._chance(ID_BYTES)}", p.KIND, record, "")

    async def _saved_since(self, intent: Intent) -> str:
        """That revisions stay which were saved once it was begun; empty where none were."""
        own = [each for each in await self._entries.documents() if each["id"] in intent.entries]
        since = sum(not is_blanked(each) for each in own)
        return f"{plural(since, 'revision')} saved since it was begun stayed." if since else ""

    async def _drop_copies(self, copies: Sequence[str], progress: Progress) -> None:
        """Delete copies of attached files that no entry has any more."""
        if not copies:
            return
        async with self._attachments.alone(Progress()):
            documents = await self._entries.documents()
            still = await asyncio.to_thread(used, documents)
            for each in copies:
                if each not in still:
                    await self._attachments.drop(each)
        progress.done += 1


def _is_of(intent: Intent, draft: str) -> bool:
    return p.draft_belongs(draft, None, intent.entries, intent.sessions)
