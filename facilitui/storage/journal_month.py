"""One month of the journal, as its file was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitui.core.errors import InputProblems, Problem
from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import IMPORTED, Document, follows, is_entry, latest, link
from facilitui.core.journals.journal_faults import BRINGS_BACK
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.journals.month_names import is_aside
from facilitui.core.journals.rivals import order
from facilitui.core.journals.unread_months import room_after_unread, unread_since
from facilitui.core.sealing import GENESIS
from facilitui.storage.database_text import Tables
from facilitui.storage.disk import Disk, reason
from facilitui.storage.growing_file import GrowingFile

ENTRIES = "entries"
META = "meta"
SCHEMA = 1
"""The version of how a month is kept, which its `meta` table names."""
BACK = "`facilitui journal import` of this file takes back what can still be read"


@dataclass(frozen=True, slots=True)
class Month:
    """What a month holds, with what a save has to know of it."""

    documents: tuple[tuple[str, Document], ...] = ()
    """Each with its place, in the order of their numbers."""
    problems: tuple[Problem, ...] = ()
    unread: str = ""
    """How its file is called if it may hold entries of which nothing is known, else empty."""
    damaged: bool = False
    """Whether nothing in the file can be read, though its bytes can."""
    closed: str = ""
    """Why nothing may be written to it; empty if something may."""
    marked: bool = False
    """Whether its `meta` table names a schema."""
    free: int = 1
    """The number for the next document."""
    newest: Mapping[str, Document] = field(default_factory=dict)
    """By id the entry's newest revision in this month, whoever wrote it."""
    sealed: Mapping[str, Document] = field(default_factory=dict)
    """By id the newest revision in this month that has a seal."""
    links: frozenset[str] = frozenset()
    """Those of its documents that have a seal."""
    followed: frozenset[str] = frozenset()
    """The links that documents of this month name as their `after`."""
    records: tuple[tuple[str, Document], ...] = ()
    """Those of the documents that tell of a purge made here, each with its place."""
    loose: tuple[str, ...] = ()
    """The links that no document of this month follows, the last saved one last."""
    before: str = ""
    """The link that the first document of this month follows, if that one is in another month."""


def revisions_of(months: Sequence[Month], entry_id: str) -> Iterator[Document]:
    """The revisions of an entry; looked for only where somebody takes them."""
    return (each for month in months for _, each in month.documents if each["id"] == entry_id)


def newest_revision(months: Sequence[Month], entry_id: str) -> Document | None:
    """The newest revision of an entry as readers take it, sealed or not; None where none is."""
    found = [month.newest[entry_id] for month in reversed(months) if entry_id in month.newest]
    return max(found, key=order, default=None)


def stranger(path: Path) -> Month:
    """What there is to say of a file in the journal's folder that is no month."""
    shown = f"{path.parent.name}/{path.name}"
    if is_aside(path.name):
        why = f"could not be read and was set aside; {BACK}"
        return Month(problems=(Problem.of_all(shown, why),), unread=shown)
    why = "is not named as a month, such as 2026-11.json; it is left alone"
    return Month(problems=(Problem.of_all(shown, why),))


def contents_of(months: Sequence[Month]) -> JournalContents:
    """What readers get of months."""
    return JournalContents(
        tuple(row for month in months for row in month.documents),
        tuple(problem for month in months for problem in month.problems),
        unread_in(months),
    )


def unread_in(months: Iterable[Month]) -> tuple[str, ...]:
    """The files that may hold entries of which nothing is known."""
    return tuple(month.unread for month in months if month.unread)


def least_number(newest: Document | None, unread: Sequence[str], made_at: datetime) -> int:
    """The lowest number for a revision after `newest`: higher where a later one may be unread."""
    known_at = str(newest["made_at"]) if newest is not None else None
    return room_after_unread(made_at) if unread_since(unread, known_at) else 1


def last_revision(months: Sequence[Month], entry_id: str) -> Document | None:
    """What a new revision of an entry follows, as far as `make_document` asks; None if nothing.

    The number goes on from the highest, even one of another program, or the new revision would
    not be the newest; the chain goes on from the last that has a seal.
    """
    newest = newest_revision(months, entry_id)
    if newest is None:
        return None
    sealed = [month.sealed[entry_id] for month in reversed(months) if entry_id in month.sealed]
    tip = max(sealed, key=order, default={"hash": GENESIS})
    return {"rev": int(newest["rev"]), "hash": str(tip["hash"])}


def head(months: Sequence[Month]) -> str:
    """The link of the document that was saved last: the one that no other follows.

    It is not always in the last month: a clock may have been put back since.
    """
    for month in reversed(months):
        for each in reversed(month.loose):
            if not any(each in other.followed for other in months):
                return each
    return GENESIS


class MonthFile:
    """A month's file. It is parsed again only where it changed."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self.storage, self._disk = GrowingFile(path, disk), disk
        self._tables: Tables | None = None
        self._month = Month()

    def month(self) -> Month:
        """What the month holds. A file that cannot be read is a problem of it, never an error."""
        try:
            tables = self.storage.view()
        except InputProblems as error:
            advice = BACK if self._looks_like_entries() else BRINGS_BACK
            told = tuple(replace(e, reason=f"{e.reason}; {advice}") for e in error.problems)
            return Month(problems=told, unread=self.storage.shown, damaged=True)
        except OSError as error:
            why = f"cannot be read: {reason(error)}"
            problems, shown = (self._problem(why),), self.storage.shown
            return Month(problems=problems, unread=shown, closed=f"{shown} {why}")
        if tables is None:
            emptied = self._problem("is empty; if it had entries, restore it from a copy")
            is_there = self.path.exists()
            return Month(problems=(emptied,), unread=self.storage.shown) if is_there else Month()
        if tables is not self._tables:
            self._month, self._tables = self._read(tables), tables
        return self._month

    def _looks_like_entries(self) -> bool:
        """Whether something of a file that is torn may be an entry."""
        try:
            return b'"id"' in self._disk.read(self.path)
        except OSError:
            return True

    def _problem(self, why: str) -> Problem:
        return Problem.of_all(self.storage.shown, why)

    def _read(self, tables: Tables) -> Month:
        numbered = sorted((int(number), each) for number, each in _documents(tables, ENTRIES))
        entries = tuple((f"{self.path.name}#{n}", each) for n, each in numbered if is_entry(each))
        sealed = [each for _, each in entries if isinstance(each.get("hash"), str)]
        links, followed = [*filter(None, map(link, sealed))], frozenset(map(follows, sealed))
        first = follows(numbered[0][1]) if sealed and numbered[0] == (1, sealed[0]) else ""
        schemas = schemas_in(tables)
        other = other_schema(schemas)
        problems = [
            *([f"{other}; it is shown as far as it can be read"] if other else []),
            *_foreign(tables, [number for number, each in numbered if not is_entry(each)]),
        ]
        return Month(
            documents=entries,
            problems=tuple(map(self._problem, problems)),
            closed=f"{self.storage.shown} {other}; update facilitui" if other else "",
            marked=bool(schemas),
            free=max((0, *(number for number, _ in numbered))) + 1,
            newest=latest(each for _, each in entries),
            sealed=latest(sealed),
            links=frozenset(links),
            followed=followed,
            records=tuple(row for row in entries if _is_own_record(row[1])),
            before=first if first not in {GENESIS, *links} else "",
            loose=tuple(each for each in links if each not in followed),
        )


def _is_own_record(document: Document) -> bool:
    return document["kind"] == PURGED and IMPORTED not in document


def _documents(tables: Tables, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from tables.get(name, {}).items()


def schemas_in(tables: Tables) -> list[Any]:
    """The schemas that a month's `meta` table names; one, unless another program wrote it."""
    return [each["schema"] for _, each in _documents(tables, META) if "schema" in each]


def other_schema(schemas: list[Any]) -> str:
    """Why this version must not write to a month of these schemas; empty if it may."""
    for schema in schemas:
        if schema != SCHEMA:
            return f"is of schema {schema!a:.40}, and this version of facilitui knows only {SCHEMA}"
    return ""


def _foreign(tables: Tables, unlisted: list[int]) -> Iterator[str]:
    """A sentence for each thing in the file that is not the journal's."""
    for number in unlisted:
        yield (
            f"document {number} was written by another program and is not a journal entry;"
            " it is kept as it is"
        )
    for name, table in tables.items():
        one = len(table) == 1
        if name not in {ENTRIES, META} and table:
            yield (
                f"the table {name!a} was written by another program; its {len(table)}"
                f" {'document is kept as it is' if one else 'documents are kept as they are'}"
            )


def month_of(made_at: datetime) -> str:
    """The file that a document of that aware time goes into."""
    if made_at.tzinfo is None:
        raise ValueError("made_at has no time zone")
    at = made_at.astimezone(UTC)
    return f"{at.year:04}-{at.month:02}.json"
