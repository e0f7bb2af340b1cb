"""Another person's journal known again: where what was written to it before is kept."""

from __future__ import annotations

from facilitui.core.mentoring_ports import ExportRead, ReviewPlace, ReviewPlaces
from facilitui.core.other_journal import (
    KnownJournal,
    WhoseUnknown,
    called,
    documents_told,
    whose,
)


async def place_of(
    places: ReviewPlaces, file: str, read: ExportRead, named: str = ""
) -> ReviewPlace:
    """The place of the journal in a file of that name; `named` is whose it is, as a mentor says.

    What a mentor says is remembered. Raises WhoseUnknown where they are to be asked, or NotSaved.
    """
    known, suggested = await places.known(), called(file)
    here = documents_told(document for _, document in read.contents.documents)
    if named:
        alike = (key for key, each in known.items() if _is_same(each.name, named))
        key: str | None = next(alike, "")
    else:
        key = whose(known, suggested, here)
    if key is None:
        raise WhoseUnknown(suggested, tuple(sorted(each.name for each in known.values())))
    name = known[key].name if key else named or suggested
    place = places.place(key, KnownJournal(name, here))
    if named and place.remember is not None:
        await place.remember()
    return place


def _is_same(name: str, other: str) -> bool:
    return name.strip().casefold() == other.strip().casefold()
