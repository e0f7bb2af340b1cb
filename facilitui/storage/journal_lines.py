"""What another journal exported, line by line: which documents can be taken, and why not others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from facilitui.core.errors import Problem
from facilitui.core.journal import Document, as_sealed, is_entry
from facilitui.core.sealing import GENESIS, Seal, check
from facilitui.storage.tinydb_storage import Unreadable, parse

Line = tuple[int, Document]
"""A document with its line, counted from 1."""


@dataclass
class Intake:
    """The documents of an import, as they are sorted out against a journal."""

    source: str
    """What its problems name as their file."""
    taken: list[Document] = field(default_factory=list)
    """Each after those of its own earlier revisions that were taken too."""
    known: int = 0
    refused: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, why: str, column: int = 1) -> None:
        """Leave a line where it is, and say why."""
        self.refused.append(Problem(self.source, line, column, why))


def sort_out(text: str, journal: Iterable[Document], source: str) -> Intake:
    """Read JSON Lines and see which documents this journal can take; problems name the source.

    A revision is taken only where the one before it is here, or comes with it in any order: so
    the entry's own chain holds afterwards.
    """
    intake = Intake(source)
    here: dict[tuple[str, int], Any] = {}
    hashes: set[tuple[str, Any]] = set()
    for document in journal:
        here[document["id"], document["rev"]] = document.get("hash")
        hashes.add((document["id"], str(document.get("hash"))))
    waiting: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for read in _read_lines(text, intake):
        ready = [read]
        while ready:
            line, document = ready.pop()
            entry_id, rev, prev = document["id"], document["rev"], document["prev"]
            if (entry_id, rev) in here:
                if here[entry_id, rev] == document["hash"]:
                    intake.known += 1
                else:
                    intake.refuse(line, f"{_name(document)} is here already, and is another one")
            elif prev != GENESIS and (entry_id, prev) not in hashes:
                waiting[entry_id, prev].append((line, document))
            else:
                here[entry_id, rev] = document["hash"]
                hashes.add((entry_id, document["hash"]))
                intake.taken.append(document)
                ready += waiting.pop((entry_id, document["hash"]), [])
    for line, document in (each for lines in waiting.values() for each in lines):
        why = f"the revision before {_name(document)} is missing; export all revisions of the entry"
        intake.refuse(line, why)
    intake.refused.sort(key=lambda problem: problem.line)
    return intake


def _read_lines(text: str, intake: Intake) -> Iterable[Line]:
    # Not splitlines(): it would also split at characters that JSON allows within a text.
    for line, content in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not content.strip():
            continue
        try:
            document = parse(content)
        except Unreadable as error:
            intake.refuse(line, error.why, error.column)
            continue
        if why := _unfit(document):
            intake.refuse(line, why)
        else:
            yield line, as_sealed(document)


def _unfit(document: Any) -> str:
    """Why a line is not a document that can be taken; empty if it is."""
    if not is_entry(document):
        return (
            "is not a journal entry: id, rev, kind, made_at or body is missing or of a wrong kind"
        )
    own = as_sealed(document)
    if "hash" not in own:
        return "has no seal: it was written by another program"
    if not all(isinstance(own.get(name), str) for name in ("hash", "prev", "after")):
        return "is not a journal entry: hash, prev or after is not a text"
    if not _has_time(own):
        return "made_at is not a time with its offset from UTC, such as 2026-11-25T16:45:00+00:00"
    try:
        state = check(own)
    except RecursionError:
        return "is nested too deeply"
    if state is Seal.ALTERED:
        return "was changed after it was sealed"
    return "" if state is Seal.BLANKED else _unfit_body(own)


def _unfit_body(document: Document) -> str:
    try:
        fit = isinstance(parse(document["body"]), dict)
    except Unreadable as error:
        return f"its body {error.why}"
    return "" if fit else "its body is not an object"


def _has_time(document: Mapping[str, Any]) -> bool:
    try:
        return datetime.fromisoformat(document["made_at"]).tzinfo is not None
    except ValueError:
        return False


def _name(document: Document) -> str:
    return f"revision {document['rev']} of {document['id'][:80]!a}"
