"""One entry of the journal in a form: what is typed is a draft until it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from typing import Any, Generic, TypeVar

from facilitui.core.base import Record
from facilitui.core.errors import (
    FacilituiError,
    NotSaved,
    PurgedMeanwhile,
    SavedMeanwhile,
)
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.revising import REASON, without_why
from facilitui.core.journals.written_over import read_as
from facilitui.services.forms.form import Form, Values, taken
from facilitui.services.forms.left_out import LeftOut, left_out
from facilitui.services.forms.merged import merged_told
from facilitui.services.forms.reason import refuse_without_reason
from facilitui.services.forms.unfit import at_fault
from facilitui.services.journals.entry_drafts import OtherDraft
from facilitui.services.journals.journal_entries import JournalEntries, record_of, typed_in
from facilitui.services.privacy.purged_since import IsGone

R = TypeVar("R", bound=Record)
MakeForm = Callable[[R, bool], Form[R]]
"""The form of an entry, and whether it is one that was saved before."""
OTHER = "Another text of this was kept, typed on {}: ctrl+l puts it here; this one stays kept."
UNREADABLE = "{} cannot be read by this version of facilitui; it stays in the journal"


class EntryForm(Generic[R]):
    """An entry with the form that it is filled in with."""

    def __init__(
        self,
        entry: str,
        kind: str,
        saved: R,
        document: Document | None,
        entries: JournalEntries,
        make_form: MakeForm[R],
        draft: str = "",
        is_gone: IsGone | None = None,
    ) -> None:
        """`draft` is what is typed kept as, where that is no text of the entry itself."""
        self.entry, self._kind, self._saved = entry, kind, saved
        self._draft = draft or entry
        self._entries, self._make_form = entries, make_form
        self._reason = str(body_of(document or {}).get(REASON, "")).strip()
        self._over, self._is_gone = read_as(document), is_gone
        self.is_saved = document is not None
        """Whether the journal has it."""
        self.form = make_form(saved, document is not None)
        self.half: Values = {}
        """What was typed last and is not in the journal, by field."""
        self.notice = ""
        """What there is to say of that."""
        self.refuse_now: Callable[[], Awaitable[None]] | None = None
        """Raises FacilituiError where nothing can be saved now; what is typed stays a draft."""
        self.others: tuple[OtherDraft, ...] = ()
        """Further texts of it that were typed and never saved, the newest first."""
        self.refused = ""
        """Why the disk does not take the draft, as long as it does not."""
        self._kept: Values = {}
        """What the draft says."""
        self._typed_over = ""
        """The hash of the revision that it was typed over, where that is known."""
        self._written: Values = {}
        """Every field as it was when it was saved last from here."""
        self._turn = asyncio.Lock()
        """A draft that was kept while the entry is saved would come back after it."""

    async def find(self, document: Document | None, alike: Collection[str] = ()) -> None:
        """Go on with what was typed last, over revisions `alike` to this one as over it itself."""
        drafts = self._entries.drafts
        typed = await drafts.find(self._draft, document, self._adds, alike)
        self.half, self.notice, self._typed_over = typed_in(typed.body), typed.told, typed.over
        self._kept = self.half
        if typed.body is not None and not isinstance(typed.body.get("typed"), dict):
            self.notice = await drafts.put_aside(self._draft)
        await self._find_others()

    async def _find_others(self) -> None:
        """Those that say more; what cannot be read stays where it is."""
        found = await self._entries.drafts.others(self._draft)
        halves = ((each, typed_in(each.body)) for each in found if self._adds(each.body))
        self.others = tuple(each for each, half in halves if half and half != self.half)
        told = OTHER.format(self.others[0].kept_on) if self.others else ""
        self.notice = " ".join(filter(None, (self.notice, told)))

    def _adds(self, body: Mapping[str, Any]) -> bool:
        """Whether a draft says what is not saved, or cannot be read as a whole."""
        half = typed_in(body)
        state, why = taken(self.form, self._saved, self._values(half))
        is_all_read = half == body.get("typed") and half.keys() <= self._values({}).keys()
        is_saved = without_why(state) == self._saved and not why
        return not (is_all_read and is_saved and half.get(REASON, "").strip() in ("", self._reason))

    @property
    def state(self) -> R:
        """It with all that can be understood of what is typed."""
        return taken(self.form, self._saved, self.half and self.values)[0]

    @property
    def values(self) -> dict[str, str]:
        """What its fields hold: what was typed last, else what is saved."""
        return self._values(self.half)

    def take(self, values: Values) -> str:
        """Take what is in the fields; the first thing that cannot be understood, else nothing."""
        self.half = self.form.changed(values)
        _, why = taken(self.form, self._saved, values)
        return next(iter(why.values()), "")

    def at_fault(self, values: Values) -> str:
        """The field because of which not all of them can be taken; empty where all can."""
        return at_fault(self.form, self._saved, values)

    def left_out(self, values: Values) -> tuple[LeftOut, ...]:
        """What of the values is not saved, as it cannot be understood."""
        return left_out(self.form, values, taken(self.form, self._saved, values)[1])

    def take_since(self, values: Values) -> bool:
        """Take what was typed while it was saved; whether there is any."""
        since = {key: text for key, text in values.items() if text != self._written.get(key)}
        if since:
            self.take({**self.values, **since})
        return bool(since and self.half)

    async def keep(self) -> None:
        """Keep what is typed. Raises NotSaved."""
        async with self._turn:
            await self._keep()

    async def _keep(self) -> None:
        half = self.half
        if half == self._kept and not self.refused:
            return  # what is only looked at stays as it was typed, and over what
        try:
            await self._entries.keep(self._draft, self._saved, half, self._over)
            await self._refuse_purged()
            self._kept, self.refused = half, ""
        except FacilituiError as error:
            self.refused = str(error)
            raise

    async def throw_away(self) -> None:
        """Forget what is typed and not saved. Raises NotSaved; it is then still there."""
        half, self.half = self.half, {}
        try:
            await self.keep()
        except FacilituiError:
            self.half = half
            raise

    async def go_on_with(self, other: OtherDraft) -> None:
        """Go on with another text of it; what stands here is one of the others then.

        Raises NotFound where another copy has it by now, or NotSaved.
        """
        async with self._turn:
            await self._keep()
            await self._entries.drafts.go_on_with(self._draft, other, self._over)
            self.half = self._kept = typed_in(other.body)
            self.notice = ""
            await self._find_others()

    async def save(self) -> bool:
        """Save what can be understood of what is typed; whether there was anything.

        The form is that of the next revision then. Raises NotSaved, SavedMeanwhile where another
        revision was saved, over which this then goes, or Refused where something is missing.
        """
        async with self._turn:
            with suppress(NotSaved):  # a draft that a kill leaves says no less than what was saved
                await self._keep()
            await self._refuse_purged()
            if self.refuse_now is not None:
                await self.refuse_now()
            half = self.half
            self._written = self._values(half)
            if not half or (self.state == self._saved and await self._says_it()):
                return False
            state = self.state
            refuse_without_reason(self.form, half)
            try:
                document = await self._entries.write(self.entry, self._kind, state, self._over)
            except SavedMeanwhile as error:
                told = await self._go_over_newest(error.rev)
                raise SavedMeanwhile(error.rev, error.newest, told) from error
            await self._entries.drafts.drop(self._draft)
            self._over, self.is_saved = read_as(document), True
            self._saved = without_why(state)
            self.form = self._make_form(self._saved, True)
            self.half, self._kept, self.notice = {}, {}, ""
            return True

    async def _says_it(self) -> bool:
        """Whether the journal says what is typed, also by now.

        Raises SavedMeanwhile where it says otherwise by another revision, over which this goes.
        """
        newest = await self._entries.newest_of(self.entry)
        if newest is None or read_as(newest) == self._over:
            return True
        told = await self._go_over_newest(int(newest["rev"]))
        if self.state != self._saved:
            raise SavedMeanwhile(int(newest["rev"]), read_as(newest), told)
        return True

    async def _go_over_newest(self, rev: int) -> str:
        """What is typed changes what was saved last, and leaves alone what it says nothing of.

        What that means where it is saved again, a sentence.
        """
        document = await self._entries.newest_of(self.entry)
        self._over = read_as(document)
        is_same = document is not None and document["kind"] == self._kind
        saved = record_of(document, type(self._saved)) if document is not None and is_same else None
        if saved is None:
            return ""
        self._saved = without_why(saved)
        then = without_why(self.state)
        now, again = (self._make_form(each, True) for each in (self._saved, then))
        return merged_told(rev, self.form, now, again)

    async def _refuse_purged(self) -> None:
        """Raises PurgedMeanwhile where what it is about was purged since; no draft stays then."""
        if self._is_gone is not None and await self._is_gone(self.state, self._over):
            await self._entries.drafts.drop(self._draft)
            raise PurgedMeanwhile

    def _values(self, half: Values) -> dict[str, str]:
        return {field.key: half.get(field.key, field.value) for field in self.form.fields}
