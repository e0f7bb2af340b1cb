"""One entry of the journal in a form: what is typed is a draft until it is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from facilitui.core.base import Record
from facilitui.core.errors import FacilituiError, NotFound, SavedMeanwhile
from facilitui.core.journal import Document, hash_of
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, taken
from facilitui.services.journal_entries import JournalEntries, record_of, typed_in

R = TypeVar("R", bound=Record)
MakeForm = Callable[[R, bool], Form[R]]
"""The form of an entry, and whether it is one that was saved before."""
REASON = "reason"
NO_REASON = "say under Why changed what made you change it; what it said before stays"
UNREADABLE = "{} cannot be read by this version of facilitui; it stays in the journal"


def reason_field(*, revised: bool) -> tuple[FormField, ...]:
    """Why an entry is changed, where it was saved before."""
    if not revised:
        return ()
    hint = "what made you change it; what it said before stays in the journal"
    field = FormField(
        REASON, "Why changed", "", hint, kind=Kind.TEXT, section="This change", read=r.text
    )
    return (field,)


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
    ) -> None:
        self.entry, self._kind, self._saved = entry, kind, saved
        self._entries = entries
        self._over = hash_of(document)
        self.is_saved = document is not None
        """Whether the journal has it."""
        self.form = make_form(saved, document is not None)
        self.half: Values = {}
        """What was typed last and is not in the journal, by field."""
        self.notice = ""
        """What there is to say of that."""
        self.refused = ""
        """Why the disk does not take the draft, as long as it does not."""

    async def find(self, document: Document | None) -> None:
        """Go on with what was typed last."""
        typed = await self._entries.typed(self.entry, document)
        self.half, self.notice = typed_in(typed.body), typed.told

    @property
    def state(self) -> R:
        """It with all that can be understood of what is typed."""
        return taken(self.form, self._saved, self.half and self._values(self.half))[0]

    def take(self, values: Values) -> str:
        """Take what is in the fields; the first thing that cannot be understood, else nothing."""
        self.half = self.form.changed(values)
        _, why = taken(self.form, self._saved, values)
        return next(iter(why.values()), "")

    async def keep(self) -> None:
        """Keep what is typed. Raises NotSaved."""
        session = str(getattr(self._saved, "session", ""))
        try:
            await self._entries.keep(self.entry, session, self.half, self._over)
            self.refused = ""
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

    async def save(self) -> bool:
        """Save what can be understood of what is typed; whether there was anything.

        Raises NotSaved, SavedMeanwhile where another revision was saved, over which this then
        goes, or FacilituiError where a reason is missing.
        """
        state = self.state
        if not self.half or state == self._saved:
            return False
        if self._needs_reason and not self.half.get(REASON, "").strip():
            raise FacilituiError(NO_REASON)
        try:
            await self._entries.save(self.entry, self._kind, state, self._over)
        except SavedMeanwhile:
            await self._go_over_newest()
            raise
        self.is_saved = True
        return True

    async def _go_over_newest(self) -> None:
        """What is typed changes what was saved last, and leaves alone what it says nothing of."""
        document = (await self._entries.newest(self._kind)).get(self.entry)
        self._over = hash_of(document)
        saved = record_of(document, type(self._saved)) if document is not None else None
        if saved is not None:
            self._saved = saved.model_copy(update={REASON: ""})

    @property
    def _needs_reason(self) -> bool:
        return any(field.key == REASON for field in self.form.fields)

    def _values(self, half: Values) -> dict[str, str]:
        return {field.key: half.get(field.key, field.value) for field in self.form.fields}


async def opened(
    entries: JournalEntries,
    entry: str,
    kind: str,
    model: type[R],
    new: R,
    make_form: MakeForm[R],
) -> EntryForm[R]:
    """The form of an entry with what was typed last; `new` is what one that is not saved says.

    Raises NotFound where what was saved cannot be read.
    """
    document = (await entries.newest(kind)).get(entry)
    saved = record_of(document, model) if document is not None else new
    if saved is None:
        raise NotFound(UNREADABLE.format(entry))
    blank = saved.model_copy(update={REASON: ""})
    made = EntryForm(entry, kind, blank, document, entries, make_form)
    await made.find(document)
    return made
