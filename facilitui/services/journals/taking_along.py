"""Taking along what the journal shows: the found entries, all of them, as lines or as a document.

What a debrief is only found by, which is what was captured in its run, never goes with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from itertools import chain
from typing import Protocol

from facilitui.core.base import Record
from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.journals.altered_entries import altered_among
from facilitui.core.journals.asked_told import asked_told, instead_told
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.entries import ATTACHED, WITHDRAWN, many
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.entry_sections import left_out
from facilitui.core.journals.journal import Document
from facilitui.core.naming import slug
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.ports import Clock
from facilitui.core.privacy.purge_records import explaining
from facilitui.core.reviews.other_journal import lines_of
from facilitui.core.told import plural
from facilitui.services.here import now_here
from facilitui.services.journals.entry_documents import Documents
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.shown import ALL, Shown
from facilitui.services.own_name import KnownName

WITHDRAWN_SAID = "what withdrawn entries said, which an export as JSON has"
AT_ONCE = 20
"""Entries that are made documents of before somebody is told how far it is."""
NAME_LENGTH = 40
LOGS = "the records of the runs, with what was captured in them"
COPIES = "the files that are attached: only their names and hashes are told"
RECORDS = (
    "It also has {}, to tell why something is blank: named there is all that went, other entries "
    "too and the folder of a whole session, which has its title, but none of their words."
)
INTO = (
    "Another Journal takes it in with i or `facilitui journal import FILE`; a mentor reads and "
    "answers it with `facilitui review FILE`"
)
NOT_FOUND = "nothing in the journal has all of that"
Names = Mapping[str, str]


class Form(StrEnum):
    """The kind of file."""

    LINES = "json"
    MARKDOWN = "md"


class Write(Protocol):
    """Makes a document of an entry; the reports know how."""

    def __call__(
        self, entry: Document, record: Record | None, zone: tzinfo, named: Names, *, earlier: bool
    ) -> str:
        """A document, or the part of one about a revision before. Ends with a newline.

        `zone` is where the entry's session was held; `named` is what things are called,
        by their ids.
        """


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken along."""

    data: bytes
    name: str
    """A name for its file."""
    entries: int
    revisions: int
    left_out: tuple[str, ...]
    """What its readers do not get, each in a few words."""
    also: str = ""
    """What it has beside what was found, a sentence; empty where that is nothing."""
    unread: tuple[str, ...] = ()
    """What could not be read, or is not as it was saved, each a sentence."""

    @property
    def told(self) -> str:
        """How much it is."""
        of = plural(self.revisions, "revision")
        return f"{plural(self.entries, 'entry', 'entries')} with {of}"


class TakingAlong:
    """What the journal shows, as a file."""

    def __init__(
        self, reviewing: Reviewing, exports: Exports, names: KnownName, clock: Clock, write: Write
    ) -> None:
        self.names = names
        """Whose journal it is stands in a file that another journal takes in."""
        self._documents, self._searching = reviewing.documents, reviewing.searching
        self._exports, self._clock, self._write = exports, clock, write

    async def take(
        self, query: str, group: str, form: Form, progress: Progress | None = None
    ) -> Taken:
        """What a query finds, of a group of kinds or of all.

        Raises NotFound where nothing is, and where the query is not wholly understood: what goes
        to somebody else is never a guess, nor more than was asked for.
        """
        watched = progress or Progress()
        shown = await self._found(query, group)
        documents = await self._documents.all()
        found = [documents.of(row.id) for row in shown.rows if row.id in documents.revisions]
        watched.total = sum(map(_length, found))
        unread = [*filter(None, [shown.lacking]), *map(str, shown.problems)]
        counting, records = found, frozenset[str]()
        if form is Form.LINES:
            wanted = {each[-1]["id"] for each in found}
            records = await asyncio.to_thread(explaining, documents.saved, wanted) - wanted
            wanted |= records
            data = await asyncio.to_thread(_lines, documents, wanted, await self.names.name())
            skipped: tuple[str, ...] = ()
        else:
            counting = [each[-1:] if each[-1]["kind"] == WITHDRAWN else each for each in found]
            data, skipped = await self._markdown(counting, documents.newest, unread, watched)
            gone = any(len(each) != len(of) for each, of in zip(counting, found, strict=True))
            skipped = (*skipped, *((WITHDRAWN_SAID,) if gone else ()))
        local = local_by(self._clock.zone)
        altered = await asyncio.to_thread(altered_among, chain.from_iterable(counting), local)
        unread += filter(None, [altered])
        moment = now_here(self._clock)
        name = f"journal-{slug(query, '')[:NAME_LENGTH]}".strip("-")
        copies = any(each[-1]["kind"] == ATTACHED for each in found)
        return Taken(
            data=data,
            name=f"{name}-{moment:%Y-%m-%d}.{_ENDINGS[form]}",
            entries=len(found),
            revisions=sum(map(len, counting)),
            left_out=(*skipped, *((COPIES,) if copies else ()), LOGS),
            also=_also(len(records)),
            unread=tuple(unread),
        )

    async def told_of(self, query: str, group: str) -> str:
        """What would be taken, in words, empty for all; raises NotFound as `take` does."""
        shown = await self._found(query, group)
        asked = asked_told(shown.filters, shown.words, self._searching.known)
        return ", ".join(filter(None, (many(group) if group else "", asked)))

    async def _found(self, query: str, group: str) -> Shown:
        shown = await self._searching.find(query, group, ALL)
        unclear = instead_told(shown.corrected) or shown.trouble or shown.hint
        if unclear or ((query.strip() or group) and not shown.rows):
            raise NotFound(f"{unclear or NOT_FOUND}{_joint(unclear)}nothing was written")
        return shown

    async def write(
        self, query: str, group: str, form: Form, progress: Progress
    ) -> tuple[str, ...]:
        """Write it among the exports; what there is to say of it, each a sentence.

        Raises FacilituiError, with nothing written.
        """
        taken = await self.take(query, group, form, progress)
        try:
            where = await self._exports.write(taken.name, taken.data)
        except NotSaved as error:
            raise NotSaved(f"Nothing was exported: {error}") from error
        told = f"{taken.told}, written to {where}."
        left = f"Left out: {'; '.join(taken.left_out)}."
        into = (INTO,) if form is Form.LINES else ()
        return tuple(filter(None, (told, *into, taken.also, left, *taken.unread)))

    async def _markdown(
        self,
        found: Sequence[Sequence[Document]],
        newest: Mapping[str, Document],
        unread: list[str],
        progress: Progress,
    ) -> tuple[bytes, tuple[str, ...]]:
        """The entries one after the other, each with its revisions before, and what is left out."""
        pieces: list[bytes] = []
        skipped: dict[str, None] = {}
        for start in range(0, len(found), AT_ONCE):
            some = found[start : start + AT_ONCE]
            made, left, wrong = await asyncio.to_thread(self._written, some, newest)
            pieces += made
            skipped |= dict.fromkeys(left)
            unread += wrong
            progress.done += sum(map(_length, some))
        return b"\n".join(pieces), tuple(skipped)

    def _written(
        self, found: Sequence[Sequence[Document]], newest: Mapping[str, Document]
    ) -> tuple[list[bytes], list[str], list[str]]:
        from facilitui.core.journals.entry_records import record_in
        from facilitui.services.reviews.between import named_in

        made: list[bytes] = []
        left: list[str] = []
        wrong: list[str] = []
        for document, earlier in _newest_first(found):
            try:
                record = record_in(document)
            except NotFound as error:
                wrong.append(str(error))
                continue
            left += left_out(record)
            zone = self._clock.zone(str(getattr(record, "zone", "") or ""))
            named = named_in(record, newest, local_by(self._clock.zone))
            text = self._write(document, record, zone, named, earlier=earlier)
            made.append(text.encode("utf-8", "backslashreplace"))
        return made, left, wrong


def _also(records: int) -> str:
    told = plural(records, "record of a purge", "records of purges")
    return RECORDS.format(told) if records else ""


def _joint(sentence: str) -> str:
    return " " if sentence.endswith("?") else "; "


_ENDINGS = {Form.LINES: "jsonl", Form.MARKDOWN: "md"}


def _length(revisions: Sequence[Document]) -> int:
    return sum(len(str(each.get("body") or "")) for each in revisions)


def _newest_first(found: Sequence[Sequence[Document]]) -> Iterator[tuple[Document, bool]]:
    """Each entry's newest revision, then those before it."""
    for revisions in found:
        yield from ((each, at > 0) for at, each in enumerate(reversed(revisions)))


def _lines(documents: Documents, wanted: set[str], of: str) -> bytes:
    """Every revision of some entries, a line of JSON each, in the order they were saved in."""
    rows = (document for _, document in documents.contents.documents if document["id"] in wanted)
    return lines_of(rows, of if wanted else "")
