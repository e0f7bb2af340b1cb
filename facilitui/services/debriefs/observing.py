"""Observing: what somebody else saw of a session, and the feedback that they gave on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from facilitui.core.debriefs.observation import KIND, Observation, lacks
from facilitui.core.errors import NotFound
from facilitui.core.journals.attaching_ports import Attachments, Progress
from facilitui.core.journals.entry_moments import day_held
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import Journal
from facilitui.core.journals.of_session import may_tell_of
from facilitui.core.naming import UNTITLED
from facilitui.core.ports import Chance, Clock, DraftStore, SessionStore
from facilitui.core.sessions.fold import fold
from facilitui.core.told import short_day
from facilitui.services.debriefs.score_places import entry_id
from facilitui.services.forms.form import Form
from facilitui.services.forms.looked_file import file_text
from facilitui.services.forms.observation import observation_form
from facilitui.services.here import now_here
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.entry_opened import opened
from facilitui.services.journals.journal_entries import JournalEntries, records
from facilitui.services.privacy.purged_since import of_session

ID_BYTES = 4
MOST_SESSIONS = 200
"""Of so many sessions one can be named as the one that was observed."""
DRAFT = "draft, not in the journal yet"
HALF_CHANGED = "a change half written"
HALF_SCORED = "scores not saved yet"


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """An observation as a list shows it."""

    entry: str
    name: str
    told: str
    """Whether it counts, or is only a draft; and what of it waits half done."""


class Observing:
    """The observations of all sessions. All may raise FacilituiError."""

    def __init__(
        self,
        sessions: SessionStore,
        journal: Journal,
        drafts: DraftStore,
        attachments: Attachments,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._sessions, self._attachments = sessions, attachments
        self._entries = JournalEntries(journal, drafts, clock, chance)
        self._clock, self._chance = clock, chance

    async def rows(self, session: str) -> tuple[ObservationRow, ...]:
        """The observations of a session, or all where none is named: saved, then half written."""
        documents, drafts = await self._entries.newest(KIND), await self._entries.left(KIND)
        scored = await self._with_unsaved_scores()
        changed = {draft.name for draft in drafts}
        saved = [
            self._row(entry, each, changed=entry in changed, scored=entry in scored)
            for entry, each in records(_of(documents, session), Observation)
            if session in ("", each.session)
        ]
        left = [
            ObservationRow(draft.name, "Half written", DRAFT)
            for draft in drafts
            if draft.name not in documents and session in ("", draft.value.get("session"))
        ]
        return (*saved, *left)

    async def has_unsaved_scores(self, entry: str) -> bool:
        """Whether scores were given in an observation that are not saved yet."""
        return entry in await self._with_unsaved_scores()

    async def _with_unsaved_scores(self) -> frozenset[str]:
        """The entries of the observations with such scores."""
        left = await self._entries.left(entry_id(KIND))
        if not left:
            return frozenset()
        from facilitui.services.debriefs.unsaved_scores import unsaved_scores

        found = unsaved_scores(left, await self._entries.documents())
        return frozenset(each.observation for each in found)

    async def open(self, session: str, entry: str = "") -> EntryForm[Observation]:
        """An observation, a new one where no entry is named. Raises NotFound."""
        new = await self._about(session) if session else Observation()
        every = () if session else await self._every_session()

        def make(observation: Observation, revised: bool) -> Form[Observation]:
            local = self._entries.local
            return observation_form(observation, self.today, local, revised=revised, sessions=every)

        entry = entry or f"{KIND}-{self._chance(ID_BYTES)}"
        is_gone = of_session(self._sessions, self._entries)
        return await opened(self._entries, entry, KIND, Observation, new, make, is_gone)

    async def read_recording(self, path: str, progress: Progress) -> str:
        """What the form keeps of a recording, which stays where it is. Raises NotFound."""
        return file_text(await self._attachments.look(path, progress))

    def lacks(self, observation: Observation) -> tuple[str, ...]:
        """What it lacks to count, in words."""
        held_on = day_held(observation.held_at, observation.zone, self._entries.local)
        return lacks(observation, held_on)

    def _row(
        self, entry: str, observation: Observation, *, changed: bool, scored: bool
    ) -> ObservationRow:
        day = short_day(observation.observed_on) if observation.observed_on else ""
        name = " · ".join(filter(None, (observation.giver or "Nobody named yet", day)))
        told = (
            "lacks something yet" if self.lacks(observation) else "counts",
            HALF_CHANGED if changed else "",
            HALF_SCORED if scored else "",
        )
        return ObservationRow(entry, name, ", ".join(filter(None, told)))

    @property
    def today(self) -> date:
        """The day it is here."""
        return now_here(self._clock).date()

    async def _about(self, session: str) -> Observation:
        """A new observation of a session; of one whose log is gone only its name is known."""
        try:
            state = fold((await self._sessions.read(session)).events)
        except NotFound:
            return Observation(session=session)
        began, about = state.began_at, state.started
        held = began.astimezone(self._clock.zone(about.zone)).date() if began else None
        return Observation(
            session=session, title=about.title, held_at=began, zone=about.zone, observed_on=held
        )

    async def _every_session(self) -> tuple[Observation, ...]:
        rows = (await self._sessions.rows())[:MOST_SESSIONS]
        return tuple(
            Observation(session=row.session, title=row.title or UNTITLED, held_at=row.began_at)
            for row in rows
        )


def _of(documents: Mapping[str, Document], session: str) -> dict[str, Document]:
    return {each["id"]: each for each in may_tell_of(documents.values(), session)}
