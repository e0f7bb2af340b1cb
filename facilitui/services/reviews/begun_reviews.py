"""What a mentor wrote to other people's journals and never saved, and how it is gone on with."""

from __future__ import annotations

from facilitui.core.errors import NotFound
from facilitui.core.journals.entries import ANSWER
from facilitui.core.overview import REVIEW, Begun
from facilitui.core.reviews.mentoring_ports import ReviewPlaces
from facilitui.core.reviews.other_journal import name_shown
from facilitui.core.told import plural
from facilitui.services.journals.journal_entries import typed_in

OPENED_BY = "open {}'s journal by facilitui review FILE, with the file that they gave you"


async def begun_reviews(places: ReviewPlaces) -> tuple[Begun, ...]:
    """The journals with answers that are half written, the one that was typed in last first."""
    typed = []
    for left in await places.left(f"{ANSWER}-"):
        drafts = [each for each in left.drafts if typed_in(each.value)]
        if drafts:
            note = plural(len(drafts), "answer as a mentor", "answers as a mentor")
            row = Begun(REVIEW, left.folder, "", name_shown(left.name), "", note)
            typed.append((max(each.changed for each in drafts), row))
    return tuple(row for _, row in sorted(typed, key=lambda each: -each[0]))


async def reviewed_file(places: ReviewPlaces, folder: str) -> str:
    """The file that was opened last of the journal of that place.

    Raises NotFound where none is known, or it is there no more.
    """
    known = (await places.known()).get(folder)
    if known is None or not known.file or not await places.is_there(known.file):
        raise NotFound(OPENED_BY.format(name_shown(known.name if known else folder)))
    return known.file
