"""What a page or a document says of an entry that was withdrawn or purged, and of a purge."""

from __future__ import annotations

from facilitui.core.journals.said import Said, Section
from facilitui.core.journals.withdrawal import MEANS_HERE, NOT_SAID, Withdrawal
from facilitui.core.privacy.purge_intent import PurgeRecord, listed
from facilitui.core.privacy.purging import PURGED_ENTRY, REVIEW, SESSION, Purged
from facilitui.core.told import capital

_WHAT = {
    SESSION: "a session with all there was of it",
    REVIEW: "all that was kept of a journal that you reviewed",
}


def gone_sections(record: Withdrawal | PurgeRecord | Purged) -> tuple[Section, ...]:
    """Its sections."""
    if isinstance(record, Purged):
        return (Section("What is left", (Said(PURGED_ENTRY, by_program=True),)),)
    if isinstance(record, Withdrawal):
        why = record.reason.strip()
        said = Said(why) if why else Said(capital(NOT_SAID), by_program=True)
        means = Section("What that means", (Said(MEANS_HERE, by_program=True),))
        return (Section("Withdrawn, because", (said,)), means)
    what = _WHAT.get(record.what, "an entry")
    counts = (
        ("Revisions of entries", str(record.documents)),
        ("Events of the log", str(record.events)),
        ("Files", str(record.files)),
    )
    named = tuple(
        Said(name, listed(ids))
        for name, ids in (
            ("Sessions", record.sessions),
            ("Entries", record.entries),
            ("Names taken out of", record.cleaned),
        )
        if ids
    )
    return (Section(f"Purged: {what}", (*named, *(Said(*each) for each in counts))),)
