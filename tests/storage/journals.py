"""Journals to test with, and processes that write to one until they are killed."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import IO, Any

from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.journals.journal_ports import Imported, SpentMonth
from facilitui.core.journals.rivals import conflicts
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_journal import TinyDbJournal
from tests.storage.nurseries import Nursery, killed, serve

AT = datetime(2026, 11, 25, 16, 45, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 1, tzinfo=UTC)
MONTH = "2026-11.json"
"""The file that `AT` is in."""
HOSTILE = '[x] [/b] \x1b[31m \\ " 👩🏽‍🏫 日本 \ud800 \u202e \u2028 \r\n \x00'
_SALTS = count(1)


class Diary:
    """A journal whose calls wait, for tests that need no loop of their own."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self.folder = root / "journal"
        self._journal = TinyDbJournal(Home(root), disk)

    def save(
        self,
        entry_id: str = "e1",
        body: Mapping[str, Any] | None = None,
        at: datetime = AT,
        based_on: str | None = None,
        joins: Collection[str] = (),
        kind: str = "debrief",
    ) -> Document:
        return asyncio.run(
            self._journal.save(
                entry_id=entry_id,
                kind=kind,
                body={"title": entry_id} if body is None else body,
                made_at=at,
                salt=f"{next(_SALTS):032x}",
                based_on=based_on,
                joins=joins,
            )
        )

    def rows(self) -> list[tuple[str, Document]]:
        """All documents with their places."""
        return list(asyncio.run(self._journal.contents()).documents)

    def documents(self) -> list[Document]:
        return [document for _, document in self.rows()]

    def problems(self) -> tuple[Problem, ...]:
        return asyncio.run(self._journal.contents()).problems

    def verify(self) -> tuple[Finding, ...]:
        return asyncio.run(self._journal.verify())

    def trouble(self) -> list[str]:
        """All that is wrong with it, in words."""
        findings = (f"{each.place}: {each.fault.value}" for each in self.verify())
        return [*map(str, self.problems()), *findings]

    def unread(self) -> tuple[str, ...]:
        return asyncio.run(self._journal.contents()).unread

    def take(
        self, text: str, at: datetime = AT, source: str = "import"
    ) -> tuple[int, int, list[str]]:
        """Import, and how many were taken, how many known, and why others were refused."""
        came = self.imported(text, at, source)
        return came.taken, came.known, [str(problem) for problem in came.refused]

    def rivals(self) -> dict[str, list[str]]:
        """By entry the hashes of its revisions that stand side by side."""
        found = conflicts(self.documents())
        return {name: [each["hash"] for each in several] for name, several in found.items()}

    def preview(self, text: str, source: str = "import") -> Imported:
        """What importing would take."""
        return asyncio.run(self._journal.look_at(text, source, Progress()))

    def imported(self, text: str, at: datetime = AT, source: str = "import") -> Imported:
        """Import, and all that came of it."""
        return asyncio.run(self._journal.import_lines(text, at, source))

    def spent(self) -> tuple[SpentMonth, ...]:
        return asyncio.run(self._journal.spent())

    def untold(self) -> tuple[str, ...]:
        return asyncio.run(self._journal.untold())

    def drop(self, spent: SpentMonth) -> None:
        asyncio.run(self._journal.drop_spent(spent))

    def exported(self) -> str:
        return "".join(canonical(document) + "\n" for document in self.documents())

    def close(self) -> None:
        self._journal.close()


@contextmanager
def diary(root: Path, disk: Disk | None = None) -> Iterator[Diary]:
    """A journal that is closed again."""
    opened = Diary(root, disk)
    try:
        yield opened
    finally:
        opened.close()


class Failing(Disk):
    """Fails at one step while it is `on`; what is written before is written."""

    def __init__(self, step: str) -> None:
        self.step = step
        self.on = True

    def _fail(self, step: str, code: int) -> None:
        if self.on and self.step == step:
            raise OSError(code, os.strerror(code))

    def write(self, handle: int, data: bytes) -> int:
        if self.on and self.step == "write":
            super().write(handle, data[: len(data) // 2])
        self._fail("write", errno.ENOSPC)
        return super().write(handle, data)

    def sync(self, handle: int) -> None:
        self._fail("sync", errno.EIO)
        super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        self._fail("replace", errno.EACCES)
        super().replace(source, target)


def body_for(entry_id: str, rev: int) -> dict[str, Any]:
    """What the writing processes save: a text of another length each time."""
    return {"entry": entry_id, "rev": rev, "text": f"{HOSTILE} {rev} " * (20 + 13 * rev % 60)}


def write_entries(root: Path, told: list[str], out: IO[str]) -> None:
    """Save entries, most of them revisions, and name each with its hash once it is kept."""
    name, limit, *brief = told
    with diary(root) as journal:
        revisions = {document["id"]: document["rev"] for document in journal.documents()}
        for n in range(int(limit)):
            entry_id = f"{name}-{n % 5}" if n % 3 else "shared"
            rev = revisions[entry_id] = revisions.get(entry_id, 0) + 1
            made = journal.save(entry_id, {"rev": rev} if brief else body_for(entry_id, rev))
            print(made["id"], made["rev"], made["hash"], file=out, flush=True)


class Writers(Nursery):
    """Saves so many entries under a name; "brief" ones where only their number counts."""

    module = "tests.storage.journals"


def kill_while_saving(root: Path, times: int) -> tuple[int, int]:
    """Kill a writer so many times, and check each time that all it was told is kept is kept.

    Returns how many saves were acknowledged, and how many were found in the end.
    """
    told: set[str] = set()
    found: set[str] = set()
    turns = ((f"w{turn % 3}", 100_000) for turn in range(times))
    for told in killed(Writers(root), root / "journal", turns):
        with diary(root) as journal:
            assert journal.trouble() == []
            documents = journal.documents()
        found = {f"{each['id']} {each['rev']} {each['hash']}" for each in documents}
        assert told <= found
        for each in documents:
            assert each["body"] == canonical(body_for(each["id"], each["rev"]))
    return len(told), len(found)


if __name__ == "__main__":
    serve(write_entries)
