"""Joining the months of a backup with those of a journal, so that no document of either is lost.

A document that is missing here goes into its own month as it was sealed, wherever the one that it
follows is here too, or comes with it: then the chain is whole again, as if it had never been gone.
What cannot be joined so (another revision of that number is here, or the document before it came
here by an import) is handed over to be imported like the entries of any other journal. What was
purged here comes back as an envelope alone, and what was altered in the backup does not come among
what is here: only a month that is not here at all is taken with everything that it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import Document, follows, is_altered, is_entry, link
from facilitui.core.journals.journal_mending import Entries, Place, key_of, mended
from facilitui.core.privacy.purged_here import PurgedHere
from facilitui.core.privacy.purging import blanked
from facilitui.core.sealing import GENESIS, canonical

NOTHING_PURGED = PurgedHere()


@dataclass(slots=True)
class Merged:
    """What becomes of a journal."""

    months: dict[str, dict[str, Document]] = field(default_factory=dict)
    """All documents of each month that changes."""
    joined: int = 0
    """How many documents came into months that are here."""
    healed: list[Place] = field(default_factory=list)
    """Those that were altered here and are as they were sealed again."""
    said_again: list[tuple[Place, str]] = field(default_factory=list)
    """Those of them that said nothing here, each with its entry: they may have been purged."""
    altered: list[Place] = field(default_factory=list)
    """Those that were altered here, and are left so though the backup has them."""
    beyond: list[Place] = field(default_factory=list)
    """Those that were altered here, and that the backup does not have as they were."""
    refused: list[Place] = field(default_factory=list)
    """Those that were altered in the backup and are not taken, by their place in it."""
    spoilt: list[Place] = field(default_factory=list)
    """Those that were altered in the backup and came with the month that they were in."""
    purged: int = 0
    """How many were purged here and stay so: their envelopes alone were taken, if any."""
    lines: list[str] = field(default_factory=list)
    """What is to be imported, a document as JSON each."""


def merged(
    here: Mapping[str, Entries],
    archive: Mapping[str, Entries],
    closed: Iterable[str] = (),
    *,
    mend: bool,
    purged: PurgedHere = NOTHING_PURGED,
) -> Merged:
    """Join a backup's months with a journal's; nothing is written into those that are `closed`.

    With `mend`, what was altered here takes the backup's words again.
    """
    made, shut = Merged(), frozenset(closed)
    months = {name: dict(entries) for name, entries in here.items()}
    packed = {name: _without_purged(entries, purged, made) for name, entries in archive.items()}
    healed = mended(months, packed, shut, purged, mend=mend)
    for (month, number), document in healed.put.items():
        months[month][number] = document
        made.months[month] = months[month]
    made.healed, made.said_again = list(healed.put), healed.said_again
    made.altered, made.beyond = healed.altered, healed.beyond if mend else []
    missing = dict(_missing(months, packed, healed.covered))
    for place in [place for place, each in missing.items() if is_altered(each)]:
        if place[0] in here or place[0] in shut:
            made.refused.append(place)
            del missing[place]
        else:
            made.spoilt.append(place)
    again = {place for place, each in missing.items() if is_entry(each) and purged.says(each)}
    native = _native(missing, months, packed, shut, again)
    free = {name: _free(entries) for name, entries in months.items()}
    for (month, number), document in missing.items():
        if (month, number) in native:
            into = made.months.setdefault(month, months.setdefault(month, {}))
            free[month] = max(free.get(month, 1), int(number) + 1)
            if number in into:
                number, free[month] = str(free[month]), free[month] + 1
            into[number] = document
            made.joined += month in here
        elif is_entry(document):
            made.lines.append(canonical(dict(document)))
        else:
            made.refused.append((month, number))
    if made.lines:
        made.lines = list(dict.fromkeys((*made.lines, *_purges_of(packed))))
    return made


def _purges_of(archive: Mapping[str, Entries]) -> Iterator[str]:
    """The records of a backup's purges, as JSON each: an import asks what its journal purged."""
    every = (each for entries in archive.values() for each in entries.values())
    yield from (canonical(dict(e)) for e in every if e.get("kind") == PURGED and is_entry(e))


def _without_purged(entries: Entries, purged: PurgedHere, made: Merged) -> dict[str, Document]:
    """A month of a backup in which nothing that a purge explains says anything."""
    found: dict[str, Document] = {}
    for number, each in entries.items():
        is_gone = is_entry(each) and purged.blanks(each)
        made.purged += is_gone
        found[number] = blanked(each) if is_gone else each
    return found


def _missing(
    months: Mapping[str, Entries], archive: Mapping[str, Entries], covered: set[tuple[str, str]]
) -> Iterator[tuple[Place, Document]]:
    """The documents of a backup that a journal has in no month, not even altered."""
    known = covered | {key_of(each) for entries in months.values() for each in entries.values()}
    for month, entries in sorted(archive.items()):
        for number, document in sorted(entries.items(), key=lambda item: int(item[0])):
            if (key := key_of(document)) not in known:
                known.add(key)
                yield (month, number), document


def _native(
    missing: Mapping[Place, Document],
    months: Mapping[str, Entries],
    archive: Mapping[str, Entries],
    shut: frozenset[str],
    again: set[Place],
) -> set[Place]:
    """Which of them can go into their own month as they are: none that says `again` what went.

    No purge names that one, so without its words it would be taken for damage: an import decides.

    Each document is looked at once, and once more for every one that it follows and that cannot:
    a chain of any length is done in as many steps.
    """
    held = [each for entries in months.values() for each in entries.values() if is_entry(each)]
    packed = [each for entries in archive.values() for each in entries.values()]
    taken = {(each["id"], each["rev"]) for each in held}
    native = {
        place: document
        for place, document in missing.items()
        if place[0] not in shut and place not in again
        if not is_entry(document) or (document["id"], document["rev"]) not in taken
    }
    there = {GENESIS, *map(link, held)}
    links_of_backup = {link(each) for each in packed if is_entry(each)}
    after: defaultdict[str, list[Place]] = defaultdict(list)
    given: defaultdict[str, int] = defaultdict(int)
    for place, document in native.items():
        if is_entry(document) and "hash" in document:
            after[follows(document)].append(place)
            given[link(document)] += 1
    lost = [
        place
        for name, places in after.items()
        if name in links_of_backup and name not in there and not given[name]
        for place in places
    ]
    gone: set[Place] = set()
    while lost:
        if (place := lost.pop()) in gone:
            continue
        gone.add(place)
        given[name := link(native[place])] -= 1
        if not given[name] and name not in there:
            lost += after[name]
    return native.keys() - gone


def _free(entries: Entries) -> int:
    """The number behind all others of a month."""
    return max(map(int, entries), default=0) + 1
