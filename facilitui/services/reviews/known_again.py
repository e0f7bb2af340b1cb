"""Another person's journal known again: where what was written to it before is kept."""

from __future__ import annotations

from facilitui.core.naming import slug
from facilitui.core.reviews.mentoring_ports import ExportRead, ReviewPlace, ReviewPlaces
from facilitui.core.reviews.other_journal import (
    KnownJournal,
    WhoseUnknown,
    called,
    documents_told,
    is_same_name,
    whose,
)


async def place_of(
    places: ReviewPlaces, file: str, read: ExportRead, named: str = "", path: str = ""
) -> ReviewPlace:
    """The place of the journal in a file of that name; `named` is whose it is, as a mentor says.

    What a mentor says is remembered; else it is whose the journal says that it is, and only then
    whose its file's name tells. `path` is where the file can be opened again, empty for nowhere.
    Raises WhoseUnknown where a mentor is to be asked, or NotSaved.
    """
    known, suggested = await places.known(), read.name or called(file)
    here = documents_told(document for _, document in read.contents.documents)
    if named:
        alike = (key for key, each in known.items() if is_same_name(each.name, named))
        key: str | None = next(alike, "")
    else:
        key = whose(known, suggested, here)
    if key is None:
        raise WhoseUnknown(suggested, tuple(sorted(each.name for each in known.values())))
    name = _better(known[key].name, read.name) if key else named or suggested
    place = places.place(key, KnownJournal(name, here, path))
    if named and place.remember is not None:
        await place.remember()
    return place


def _better(name: str, told: str) -> str:
    """A name that was only a file's gives way to what the journal says itself."""
    return told if told and name == slug(name, "") else name
