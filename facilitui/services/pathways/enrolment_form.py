"""One enrolment in a form, of which what stands there is saved also where nothing was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from facilitui.core.errors import FacilituiError
from facilitui.core.journal import Document
from facilitui.core.pathways.enrolment import KIND, Enrolment
from facilitui.core.pathways.form_drafts import FormDraft, form_draft
from facilitui.core.pathways.said_in_form import said_in
from facilitui.core.told import capital
from facilitui.core.written_over import read_as
from facilitui.services.entry_form import EntryForm, MakeForm
from facilitui.services.forms.form import Values
from facilitui.services.journal_entries import JournalEntries, record_of
from facilitui.services.pathways.enrolment_past import refuse_undecided, undecided_told

Refuse = Callable[[Enrolment, Values], None]
"""Raises FacilituiError where what stands in the fields is not enough to be saved."""
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
        saved: Enrolment,
        document: Document | None,
        entries: JournalEntries,
        terms: Terms,
        draft: str,
    ) -> None:
        """`draft` is what is typed kept as (`facilitui.core.pathways.form_drafts`)."""
        super().__init__(entry, KIND, saved, document, entries, terms.make, draft)
        self._terms = terms

    async def find(self, document: Document | None, alike: Collection[str] = ()) -> None:
        """The same; it is told where nothing can be saved yet.

        What was changed meanwhile in other forms makes nothing older that was typed in this one.
        """
        revisions = await self._revisions()
        await super().find(document, (*alike, *self._alike(revisions)))
        told = undecided_told(revisions)
        self.notice = " ".join(filter(None, (f"{capital(told)}." if told else "", self.notice)))

    async def save(self) -> bool:
        """Save what stands in the fields; whether there was anything new.

        Raises FacilituiError where it is not enough yet, and as every form does.
        """
        if not (self.half or self._terms.stands):
            return False
        self._refuse()
        refuse_undecided(await self._revisions())
        if self._terms.stands:
            self.half = self.values
        if self._terms.first is not None:
            await self._terms.first()
        is_new = await super().save()
        if not is_new and self._terms.stands:
            await self.throw_away()
        return is_new

    def _alike(self, revisions: Iterable[Document]) -> Iterator[str]:
        """The revisions that say in this form what is saved now, by what they are read as."""
        which = form_draft(self._draft) or FormDraft(self.entry)
        stands = said_in(self._saved, which)
        for each in revisions:
            said = record_of(each, Enrolment)
            if said is not None and said_in(said, which) == stands:
                yield read_as(each)

    async def _revisions(self) -> list[Document]:
        return [each for each in await self._entries.documents() if each["id"] == self.entry]

    def _refuse(self) -> None:
        """Raises FacilituiError for what cannot be understood, or lacks."""
        values = self.values
        if self._terms.stands and (faults := self.form.faults(values)):
            raise FacilituiError(next(iter(faults.values())).told)
        self._terms.refuse(self._saved, values)
