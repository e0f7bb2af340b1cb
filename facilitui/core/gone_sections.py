"""What a page or a document says of an entry that was withdrawn or purged, and of a purge."""

from __future__ import annotations

from facilitui.core.purge_intent import PurgeRecord, listed
from facilitui.core.purging import PURGED_ENTRY, REVIEW, SESSION, Purged
from facilitui.core.said import Said, Section
from facilitui.core.told import capital, plural
from facilitui.core.withdrawal import MEANS, NOT_SAID, Withdrawal

_WHAT = {
    SESSION: "a session with all there was of it",
    REVIEW: "all that was kept of a journal that you reviewed",
}


def gone_sections(record: Withdrawal | PurgeRecord | Purged) -> tuple[Section, ...]:
    """Its sections."""
    if isinstance(record, Purged):
        return (Section("What is left", (Said(PURGED_ENTRY),)),)
    if isinstance(record, Withdrawal):
        why = record.reason.strip() or capital(NOT_SAID)
        means = Section("What that means", (Said(MEANS),))
        return (Section("Withdrawn, because", (Said(why),)), means)
    what = _WHAT.get(record.what, "an entry")
    counts = (
        ("Revisions of entries", str(record.documents)),
        ("Events of the log", str(record.events)),
        ("Files", plural(record.files, "file")),
    )
    named = tuple(
        Said(name, listed(ids))
        for name, ids in (("Sessions", record.sessions), ("Entries", record.entries))
        if ids
    )
    return (Section(f"Purged: {what}", (*named, *(Said(*each) for each in counts))),)
