"""The form of an entry opened over what the journal says of it."""

from __future__ import annotations

from facilitui.core.errors import NotFound
from facilitui.core.journals.revising import without_why
from facilitui.core.journals.withdrawal import gone_told
from facilitui.services.journals.entry_form import UNREADABLE, EntryForm, MakeForm, R
from facilitui.services.journals.journal_entries import JournalEntries, record_of
from facilitui.services.privacy.purged_since import IsGone


async def opened(
    entries: JournalEntries,
    entry: str,
    kind: str,
    model: type[R],
    new: R,
    make_form: MakeForm[R],
    is_gone: IsGone | None = None,
) -> EntryForm[R]:
    """The form of an entry with what was typed last; `new` is what one that is not saved says.

    Once what it is about is purged, nothing that is typed there is kept.

    Raises NotFound where what was saved cannot be read, was withdrawn or was purged.
    """
    document = await entries.newest_of(entry)
    if told := gone_told(document):
        raise NotFound(told)
    document = document if document is not None and document["kind"] == kind else None
    saved = record_of(document, model) if document is not None else new
    if saved is None:
        raise NotFound(UNREADABLE.format(entry))
    blank = without_why(saved)
    made = EntryForm(entry, kind, blank, document, entries, make_form, is_gone=is_gone)
    await made.find(document)
    lost = await entries.not_known(getattr(saved, "held_at", None))
    made.notice = " ".join(filter(None, (lost, made.notice)))
    return made
