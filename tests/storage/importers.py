"""Exports to take in, and processes that take them in until they are killed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import IO, Any

from facilitui.core.journals.journal import make_document
from facilitui.core.sealing import GENESIS, canonical
from tests.storage.journals import AT, body_for, diary
from tests.storage.nurseries import Nursery, killed, serve

REVISIONS = 4


def export(name: str, count: int) -> str:
    """The export of a journal of so many documents, four revisions an entry; always the same."""
    lines, after = [], GENESIS
    last: dict[str, Any] | None = None
    for n in range(count):
        entry, rev = f"{name}-{n // REVISIONS}", n % REVISIONS + 1
        last = make_document(
            entry_id=entry,
            kind="debrief",
            body=body_for(entry, rev),
            made_at=AT,
            salt=f"{n:032x}",
            last=last if rev > 1 else None,
            after=after,
        )
        after = last["hash"]
        lines.append(canonical(last))
    return "".join(f"{line}\n" for line in lines)


class Importers(Nursery):
    """Takes in so many exports of a name and a number of documents, one after the other."""

    module = "tests.storage.importers"


def kill_while_importing(root: Path, times: int, count: int = 20) -> tuple[int, int]:
    """Kill an import so many times, and check each time that all of it is there, or nothing.

    Returns how many were acknowledged, and how many were found in the end.
    """
    told: set[str] = set()
    found: Counter[str] = Counter()
    turns = ((f"i{turn}", count, 100_000) for turn in range(times))
    for told in killed(Importers(root), root / "journal", turns):
        with diary(root) as journal:
            assert journal.trouble() == []
            documents = journal.documents()
        found = Counter(each["id"].partition("-")[0] for each in documents)
        for each in documents:
            assert each["body"] == canonical(body_for(each["id"], each["rev"]))
        assert set(found.values()) <= {count} and told <= set(found)
    return len(told), len(found)


def take(root: Path, told: list[str], out: IO[str]) -> None:
    """Take so many exports in, and name each once it is kept."""
    name, count, times = told
    with diary(root) as journal:
        for n in range(int(times)):
            assert journal.take(export(f"{name}.{n}", int(count))) == (int(count), 0, [])
            print(f"{name}.{n}", file=out, flush=True)


if __name__ == "__main__":
    serve(take)
