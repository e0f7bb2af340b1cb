"""What comes into a journal from a file: the documents of an export, or of a month, one by one.

An export is JSON Lines. A month is a TinyDB file, this program's or as stock TinyDB writes it;
out of one that is torn comes every document that is still whole. Which of them it is, the content
tells, not the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitui.core.journals.journal import Document, as_sealed, is_entry
from facilitui.core.journals.rivals import JOINS
from facilitui.core.sealing import GENESIS, Seal, check
from facilitui.storage.database_text import Unreadable, parse, tables_of
from facilitui.storage.export_lines import CHANGED, NO_TIME, has_time, lines_in
from facilitui.storage.journal_month import ENTRIES, META, other_schema, schemas_in
from facilitui.storage.journal_salvage import salvaged

_HEAD = re.compile(r'\s*\{\s*"(?:meta|entries|_default)"\s*:')
_NUMBERED = re.compile(r'"\d+"\s*:\s*\{\s*"(?:id|after)"\s*:')
"""A document under its number. In a text within a line of JSON the quotes would be escaped."""
_NUMBERS = 10**15
"""What is numbered by the minute is far below, and so many more come after it."""
MOST_JOINED = 10_000
"""So many rivals of one revision are more than anybody settles."""
_OF_A_NOTE = frozenset({"at", "after", "hash"})
NO_SEAL = "has no seal: it was written by another program"
OTHERWISE = "{}; every document of it that is sealed as here was looked for"
DAMAGED = "{}; every document of it that is whole was looked for"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at one place of a file."""

    line: int
    column: int
    end: int
    """How many characters of the file lie behind it."""
    document: Document | None
    """None where there is nothing that could be taken."""
    why: str = ""
    """Why it cannot be taken, else empty."""


def documents_in(text: str) -> Iterator[Found]:
    """Everything in a file, in its order; what is damaged with the reason."""
    text = text.removeprefix("\ufeff")
    yield from _of_month(text) if is_month(text) else _of_lines(text)


def is_month(text: str) -> bool:
    """Whether a file is a month of a journal, whole or torn, and no export."""
    return bool(_HEAD.match(text.removeprefix("\ufeff")) or _NUMBERED.search(text))


def may_hold_entries(text: str) -> bool:
    """Whether something in a file looks like one: then each line is worth a reason of its own."""
    begins = text.removeprefix("\ufeff").lstrip()[:1]
    return begins == "{" or '"id"' in text


def _of_lines(text: str) -> Iterator[Found]:
    for line, end, content in lines_in(text):
        if isinstance(content, Unreadable):
            yield Found(line, content.column, end, None, content.why)
        else:
            yield _found(line, 1, end, content)


def _of_month(text: str) -> Iterator[Found]:
    try:
        tables = tables_of(text.encode("utf-8", "surrogatepass"))
    except Unreadable as error:
        yield Found(error.line, error.column, 0, None, DAMAGED.format(error.why))
        yield from _of_torn(text)
        return
    if other := other_schema(schemas_in(tables)):
        yield Found(0, 0, 0, None, OTHERWISE.format(other))
    rows = [row for name, table in tables.items() for row in _rows(name, table)]
    for n, (named, document) in enumerate(rows, 1):
        yield _found(0, 0, n * len(text) // len(rows), document, named)


def _rows(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The documents of a table, with what they are called where they cannot be taken."""
    of = "" if name == ENTRIES else f" of the table {name[:40]!a}"
    for number, document in table.items():
        if name != META or "schema" not in document or is_entry(document):
            yield f"document {number}{of} ", document


def _of_torn(text: str) -> Iterator[Found]:
    line, counted, begun = 1, 0, 0
    for begins, document in salvaged(text, lambda each: not _unfit(each)):
        line += text.count("\n", counted, begins)
        begun = max(begun, text.rfind("\n", counted, begins) + 1)
        counted, column = begins, begins - begun + 1
        if isinstance(document, Unreadable):
            yield Found(line, column, begins, None, document.why)
        elif set(document) != _OF_A_NOTE:  # a note that is left of a document
            yield _found(line, column, begins, document)


def _found(line: int, column: int, end: int, document: Any, named: str = "") -> Found:
    why = _unfit(document)
    return Found(line, column, end, None if why else document, why and f"{named}{why}")


def _unfit(document: Any) -> str:
    """Why something is not a document that can be taken; empty if it is."""
    if not is_entry(document):
        return (
            "is not a journal entry: id, rev, kind, made_at or body is missing or of a wrong kind"
        )
    own = as_sealed(document)
    if "hash" not in own:
        return NO_SEAL
    if not all(isinstance(own.get(name), str) for name in ("hash", "prev", "after")):
        return "is not a journal entry: hash, prev or after is not a text"
    if type(own["rev"]) is not int or not 0 < own["rev"] < _NUMBERS:
        return "its rev is no number of a revision"
    if JOINS in own and not _are_hashes(own[JOINS], own):
        return "is not a journal entry: joins is no list of other revisions' hashes"
    if not has_time(own["made_at"]):
        return NO_TIME
    try:
        state = check(own)
    except RecursionError:
        return "is nested too deeply"
    if state is Seal.ALTERED:
        return CHANGED
    return "" if state is Seal.BLANKED else _unfit_body(own)


def _are_hashes(joins: Any, document: Document) -> bool:
    own = {document["hash"], document["prev"], GENESIS, ""}
    return (
        isinstance(joins, list)
        and 0 < len(joins) <= MOST_JOINED
        and all(isinstance(each, str) and each not in own for each in joins)
        and len(set(joins)) == len(joins)
    )


def _unfit_body(document: Document) -> str:
    try:
        fit = isinstance(parse(document["body"]), dict)
    except Unreadable as error:
        return f"its body {error.why}"
    return "" if fit else "its body is not an object"
