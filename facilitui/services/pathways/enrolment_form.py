"""One enrolment in a form, of which what stands there is saved also where nothing was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from facilitui.core.errors import FacilituiError, NotSaved, Refused
from facilitui.core.journals.journal import Document
from facilitui.core.journals.written_over import read_as
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.form_drafts import FormDraft, FormOf, form_draft
from facilitui.core.pathways.said_in_form import said_in
from facilitui.core.told import capital
from facilitui.services.forms.form import Form, Values
from facilitui.services.journals.entry_form import EntryForm, MakeForm
from facilitui.services.journals.journal_entries import JournalEntries, record_of
from facilitui.services.pathways.enrolment_store import (
    EnrolmentStore,
    SavedEnrolment,
    undecided_told,
)

Refuse = Callable[[Form[Enrolment], Enrolment, Values], None]
"""Raises FacilituiError where what stands in the fields of a form is not enough to be saved."""
First = Callable[[], Awaitable[None]]
"""What is saved before the enrolment. Raises NotSaved."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How one form of an enrolment is saved."""

    make: MakeForm[Enrolment]
    refuse: Refuse
    stands: bool = False
    """Whether what it proposes is saved as it stands."""
    first: First | None = None


class EnrolmentForm(EntryForm[Enrolment]):
    """The form of an enrolment; nothing of it is left out without a word when it is saved."""

    def __init__(
        self,
        entry: str,
        saved: SavedEnrolment | None,
        store: EnrolmentStore,
        entries: JournalEntries,
        terms: Terms,
        draft: str,
    ) -> None:
        """`saved` is None for a new one.

        `draft` is what is typed kept as (`facilitui.core.pathways.form_drafts`).
        """
        said, document = (saved.said, saved.document) if saved else (Enrolment(), None)
        super().__init__(entry, KIND, said, document, entries, terms.make, draft)
        self._store, self._terms = store, terms

    async def find(self, document: Document | None, alike: Collection[str] = ()) -> None:
        """The same; it is told where nothing can be saved yet.

        What was changed meanwhile in other forms makes nothing older that was typed in this one.
        """
        revisions = await self._store.revisions(self.entry)
        await super().find(document, (*alike, *self._alike(revisions)))
        told = undecided_told(revisions)
        self.notice = " ".join(filter(None, (f"{capital(told)}." if told else "", self.notice)))

    async def save(self) -> bool:
        """Save what stands in the fields; whether there was anything new.

        Raises FacilituiError where it is not enough yet, and as every form does.
        """
        if not (self.half or self._terms.stands):
            return False
        await self._refuse_now()
        self._refuse()
        if self._terms.stands:
            self.half = self.values
        if self._terms.first is not None:
            await self._terms.first()
        is_new = await super().save()
        if not is_new and self._terms.stands:
            await self.throw_away()
        return is_new

    @property
    def _which(self) -> FormDraft:
        return form_draft(self._draft) or FormDraft(self.entry)

    def _alike(self, revisions: Iterable[Document]) -> Iterator[str]:
        """The revisions that say in this form what is saved now, by what they are read as."""
        stands = said_in(self._saved, self._which)
        for each in revisions:
            said = record_of(each, Enrolment)
            if said is not None and said_in(said, self._which) == stands:
                yield read_as(each)

    async def _refuse_now(self) -> None:
        """Raises FacilituiError where nothing is written over it; what was typed stays a draft."""
        closing = self._which.form is FormOf.CLOSING
        try:
            await self._store.refuse_change(self.entry, closed=closing)
        except FacilituiError:
            with suppress(NotSaved):  # that is told as it is typed
                await self.keep()
            raise

    def _refuse(self) -> None:
        """Raises FacilituiError for what cannot be understood, or lacks."""
        values = self.values
        faults = self.form.faults(values) if self._terms.stands else {}
        if wrong := next(iter(faults), ""):
            raise Refused(faults[wrong].told, wrong)
        self._terms.refuse(self.form, self._saved, values)
