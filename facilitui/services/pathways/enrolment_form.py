"""One enrolment in a form, of which what stands there is saved also where nothing was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from facilitui.core.errors import FacilituiError, NotSaved, Refused
from facilitui.core.journals.journal import Document
from facilitui.core.journals.revising import without_why
from facilitui.core.journals.written_over import read_as
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.form_drafts import FormDraft, FormOf, form_draft
from facilitui.core.pathways.said_in_form import said_in
from facilitui.core.told import capital
from facilitui.services.forms.enrolment_asked import CORRECTS
from facilitui.services.forms.form import Form, Values
from facilitui.services.forms.lacking import lacking
from facilitui.services.journals.entry_form import EntryForm, MakeForm
from facilitui.services.journals.journal_entries import JournalEntries, record_of, typed_in
from facilitui.services.pathways.enrolment_store import (
    EnrolmentStore,
    SavedEnrolment,
    undecided_told,
)

Refuse = Callable[[Form[Enrolment], Enrolment, Values], None]
"""Raises FacilituiError where what stands in the fields of a form is not enough to be saved."""
First = Callable[[], Awaitable[None]]
"""What is saved before the enrolment. Raises NotSaved."""


CANNOT = "Revision {} was saved meanwhile: {}"
"""What is told where saving again would be refused; it has room in the foot of any form."""


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
        if self.half.get(CORRECTS):
            self._look_at_the_same(revisions)
        older = await self._store.older_told(document) if document is not None else ""
        told = (f"{capital(each)}." for each in (undecided_told(revisions), older) if each)
        self.notice = " ".join(filter(None, (*told, self.notice)))

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

    def _adds(self, body: Mapping[str, Any]) -> bool:
        """The same; what was typed and cannot be saved as it stands is nowhere else."""
        return super()._adds(body) or self._is_refused(typed_in(body))

    def _is_refused(self, half: Values) -> bool:
        values = self._values(half)
        try:
            self._terms.refuse(self.form, self._saved, values)
        except FacilituiError:
            return bool(self.form.changed(values))
        return False

    def _look_at_the_same(self, revisions: Iterable[Document]) -> None:
        """A correction that was typed is of what stood there then, whatever was stated since."""
        found = (record_of(each, Enrolment) for each in revisions if self._is_under(each))
        looked_at = next((each for each in found if each is not None), None)
        if looked_at is not None and said_in(looked_at, self._which) != said_in(
            self._saved, self._which
        ):
            self.form = self._terms.make(without_why(looked_at), True)

    def _is_under(self, revision: Document) -> bool:
        return read_as(revision) == self._typed_over

    async def _go_over_newest(self, rev: int) -> str:
        """The same; where saving again would be refused, that and why, at once."""
        told = await super()._go_over_newest(rev)
        try:
            self._refuse()
        except FacilituiError as error:
            return CANNOT.format(rev, error)
        return told

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
            await self._store.refuse_change(self.entry, closed=closing, is_saved=self.is_saved)
        except FacilituiError:
            with suppress(NotSaved):  # that is told as it is typed
                await self.keep()
            raise

    def _refuse(self) -> None:
        """Raises FacilituiError for what cannot be understood, or lacks."""
        values = self.values
        faults = lacking(self.form, values) if self._terms.stands else {}
        if wrong := next(iter(faults), ""):
            raise Refused(faults[wrong].told, wrong)
        self._terms.refuse(self.form, self._saved, values)
