"""Keeping the log of enrolments: evidence, contacts, check-ins, documents, who takes part."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.attaching_ports import Attachments
from facilitui.core.journals.attaching_ports import Progress as Reading
from facilitui.core.journals.journal import is_blanked
from facilitui.core.journals.withdrawal import gone_told
from facilitui.core.pathways.log_entry import KIND, LogEntry, Slot
from facilitui.core.pathways.requirements import ChecklistOf
from facilitui.core.pathways.roster import KIND as ROSTER
from facilitui.core.pathways.roster import Roster, roster_id
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.pathways.standings.scope import scope_of
from facilitui.core.pathways.where_recorded import written_elsewhere
from facilitui.core.pathways.windows import windows_of
from facilitui.core.pathways.words import Holder
from facilitui.core.ports import Chance, SessionStore
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import short_day
from facilitui.services.forms.form import Form
from facilitui.services.forms.list_lines import entries as typed_lines
from facilitui.services.forms.log_entry import log_entry_form
from facilitui.services.forms.log_slot import slot_called
from facilitui.services.forms.log_version import has_versions, next_version
from facilitui.services.forms.looked_file import file_text
from facilitui.services.forms.roster import MEMBERS, roster_form
from facilitui.services.journals.entry_form import UNREADABLE, EntryForm, R
from facilitui.services.journals.entry_opened import opened
from facilitui.services.journals.journal_entries import JournalEntries, record_of, typed_in
from facilitui.services.journals.withdrawing import Withdrawing
from facilitui.services.pathways.enrolment_around import NO_REQUIREMENT
from facilitui.services.pathways.enrolment_store import ROSTER_SINCE, EnrolmentStore
from facilitui.services.pathways.log_beginning import LogPlace, about_in, begun, left_for, standing
from facilitui.services.pathways.progressing import Progressing
from facilitui.services.privacy.purged_since import of_enrolment

ID_BYTES = 4
MEMBER = "member"
"""How the id of somebody who takes part begins."""
NO_CHECKLIST = "only the items of a checklist are ticked off"
NO_ITEM = "that checklist has no item called {}"
NO_ROSTER = "this is one person's way, so it has no roster"
NOT_HERE = "the journal has no entry {}; Journal shows them all"
OF_ENROLMENT = "what it was logged for is not there any more: "
PURGED = "Who stood here was purged; whoever is entered now is somebody new to what is logged."
DONE, OPEN_AGAIN = "Done: {}, on {}.", "Taken back: {} is open again."
TAKEN_BACK = "taken back on the board"


class LogKeeping:
    """What is logged for the enrolments of one journal. All may raise FacilituiError."""

    def __init__(
        self,
        progressing: Progressing,
        store: EnrolmentStore,
        entries: JournalEntries,
        sessions: SessionStore,
        attachments: Attachments,
        withdrawing: Withdrawing,
        chance: Chance,
    ) -> None:
        self._progressing, self._store, self._entries = progressing, store, entries
        self._sessions, self._attachments = sessions, attachments
        self._withdrawing, self._chance = withdrawing, chance
        self._turn = asyncio.Lock()

    async def form(
        self, id: str, requirement: str, slot: Slot | None = None, entry: str = ""
    ) -> EntryForm[LogEntry]:
        """Something logged under a requirement of an enrolment, for one of its slots.

        A new one where no `entry` is named, or the one that was begun of it and never saved; where
        there is one for each slot, that one. An entry alone says what else it is about. Raises
        NotFound, or FacilituiError that says where it is written instead.
        """
        saved = await self._saved(entry)
        about = saved or await self._half(entry)
        about = about or LogEntry(enrolment=id, requirement=requirement, slot=slot or Slot())
        place = await self._place(about.enrolment, about.requirement, is_saved=saved is not None)
        if saved is None:
            about = begun(about, place)
        if not entry:
            entry, about = await self._gone_on_with(about, place)
        return await self._opened(entry, about, place, is_saved=saved is not None)

    async def slots(self, id: str, requirement: str) -> tuple[tuple[Slot, str], ...]:
        """What a requirement is asked for anew, each with what it is called; none where it is not.

        Raises what `form` does.
        """
        slots = (await self._place(id, requirement)).slots
        return slots.named if slots is not None else ()

    async def tick(self, id: str, requirement: str, item: Slot) -> str:
        """Say that an item of a checklist is done, or take that back; what became of it.

        Of a checklist that is asked for anew the slot says for which school or member as well.
        """
        async with self._turn:  # a second key finds what the first one saved
            return await self._tick(id, requirement, item)

    async def roster(self, id: str) -> EntryForm[Roster]:
        """Who takes part in what an enrolment is about; after a purge of it whoever does now.

        Raises NotFound, as every form does.
        """
        place = await self._place(id)
        if place.scope.enrolment.holder is Holder.PERSON:
            raise FacilituiError(NO_ROSTER)

        def make(roster: Roster, _revised: bool) -> Form[Roster]:
            ids: dict[tuple[str, int], str] = {}  # the same for as long as this is typed into

            def new_id(name: str, number: int) -> str:
                if (name, number) not in ids:
                    ids[name, number] = f"{MEMBER}-{self._chance(ID_BYTES)}"
                return ids[name, number]

            return roster_form(roster, place.scope, new_id)

        new, is_gone = Roster(enrolment=id), of_enrolment(self._sessions, self._entries)
        entry = roster_id(id)
        document = await self._entries.newest_of(entry)
        if document is None or not is_blanked(document):
            made = await opened(self._entries, entry, ROSTER, Roster, new, make, is_gone)
            return self._while_open(made, id)
        anew = EntryForm(entry, ROSTER, new, document, self._entries, make, is_gone=is_gone)
        await anew.find(document)
        anew.notice = " ".join(filter(None, (PURGED, anew.notice)))
        return self._while_open(anew, id)

    async def roster_draft(self, id: str) -> int:
        """How many lines are typed of the roster of an enrolment and not saved."""
        draft = await self._entries.drafts.look(roster_id(id))
        return len(typed_lines(typed_in(draft).get(MEMBERS, "")))

    async def read_file(self, path: str, progress: Reading) -> str:
        """What a form keeps of a file, which stays where it is. Raises NotFound or Stopped."""
        return file_text(await self._attachments.look(path, progress))

    async def _opened(
        self, entry: str, about: LogEntry, place: LogPlace, *, is_saved: bool
    ) -> EntryForm[LogEntry]:
        moves = place.moves(about.slot, is_saved=is_saved)

        def make(said: LogEntry, revised: bool) -> Form[LogEntry]:
            asked, scope = place.asked, place.scope
            form = log_entry_form(said, asked, scope, revised=revised, moves=moves)
            is_next = revised and has_versions(asked)
            return next_version(form, said, asked, scope, entry) if is_next else form

        is_gone = of_enrolment(self._sessions, self._entries)
        made = await opened(self._entries, entry, KIND, LogEntry, about, make, is_gone)
        return self._while_open(made, about.enrolment)

    def _while_open(self, made: EntryForm[R], id: str) -> EntryForm[R]:
        """The form, which saves nothing once the enrolment was closed; a roster not over one that
        may be older than what cannot be read."""
        entry = roster_id(id)

        async def refuse() -> None:
            if made.entry != entry:
                await self._store.refuse_log(id)
                return
            await self._store.refuse_change(id)
            newest = await self._entries.newest_of(entry)
            if newest is not None:
                await self._store.refuse_older(newest, ROSTER_SINCE)

        made.refuse_now = refuse
        return made

    async def _place(self, id: str, requirement: str = "", *, is_saved: bool = False) -> LogPlace:
        """Raises NotFound, FacilituiError where it is closed, or where it is written instead."""
        try:
            await self._store.open(id)
        except NotFound as gone:
            raise NotFound(f"{OF_ENROLMENT}{gone}") from gone
        enrolled = await self._progressing.of(id)
        pathway = enrolled.told.pathway
        case = (await self._progressing.found()).case
        asked = pathway.requirement(requirement)
        phase = next((each.id for each in pathway.phases if asked in each.requirements), "")
        windows = windows_of(enrolled.enrolment).get(phase, ())
        scope = scope_of(id, enrolled.enrolment, pathway, case, self._progressing.today)
        if requirement and asked is None and not is_saved:
            raise NotFound(NO_REQUIREMENT.format(quoted(requirement)))
        if asked is not None and not isinstance(asked, Logging):
            raise FacilituiError(written_elsewhere(asked))
        return LogPlace(replace(scope, windows=windows), asked)

    async def _saved(self, entry: str) -> LogEntry | None:
        """What an entry says in the journal; None where it is not there."""
        document = await self._entries.newest_of(entry) if entry else None
        if told := gone_told(document):
            raise NotFound(told)
        if document is None or document["kind"] != KIND:
            return None
        if (said := record_of(document, LogEntry)) is None:
            raise NotFound(UNREADABLE.format(line(entry)))
        return said

    async def _half(self, entry: str) -> LogEntry | None:
        """What the draft of an entry is about; None for no entry. Raises NotFound."""
        if not entry:
            return None
        left = (each for each in await self._entries.left(KIND) if each.name == entry)
        if (about := next((about_in(each.value) for each in left), None)) is None:
            raise NotFound(NOT_HERE.format(line(entry)))
        return about

    async def _gone_on_with(self, about: LogEntry, place: LogPlace) -> tuple[str, LogEntry]:
        """What is there to be written on, or was begun of it and never saved; else a new one."""
        if entry := standing(about, place):
            return entry, about
        saved = await self._entries.newest(KIND)
        left = (each for each in await self._entries.left(KIND) if each.name not in saved)
        half = left_for(about, left)
        if half is None:
            return f"{KIND}-{self._chance(ID_BYTES)}", about
        return half.name, begun(about_in(half.value) or about, place)

    async def _tick(self, id: str, requirement: str, item: Slot) -> str:
        place = await self._place(id, requirement)
        asked, scope = place.asked, place.scope
        if not isinstance(asked, ChecklistOf):
            raise FacilituiError(NO_CHECKLIST)
        name, slots = slot_called(asked, item, scope), place.slots
        if not name or slots is None:
            raise NotFound(NO_ITEM.format(quoted(item.part)))
        every, wanted = scope.logged.get(asked.id, ()), slots.place(item)
        there = [each for each in every if slots.place(each.said.slot) == wanted]
        for each in there:
            await self._withdrawing.withdraw(each.source.entry, TAKEN_BACK)
        if there:
            return OPEN_AGAIN.format(quoted(name))
        today = self._progressing.today
        about = LogEntry(enrolment=id, requirement=requirement, slot=item, on=today)
        said = begun(about, place)
        await self._entries.write(f"{KIND}-{self._chance(ID_BYTES)}", KIND, said, "")
        return DONE.format(quoted(name), short_day(today))
