"""Another journal's export, as `journal export` writes it, read whole and only looked at.

Nothing in it is trusted: a line that is no sealed entry, or was changed after it was sealed, is
named with its number and left out. What else does not hold, such as a document that is missing
because only a part was exported, is told when the journal is verified.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from facilitui.core.errors import Problem
from facilitui.core.journals import journal
from facilitui.core.journals.journal import as_sealed, is_entry
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.reviews.mentoring_ports import ExportRead
from facilitui.storage.database_text import Unreadable, parse
from facilitui.storage.export_lines import CHANGED, NO_TIME, has_time, lines_in, no_entry, owner_in
from facilitui.storage.journal_lines import NO_SEAL

Placed = tuple[str, int, Any]
"""A document with its file and its line or number there."""
NO_ENTRY = "is not a journal entry"
NO_BODY = "its body is not an object"


def read_export(name: str, data: bytes) -> ExportRead:
    """The journal in a file of that name. Raises InputProblems where it holds no entry."""
    problems: list[Problem] = []
    text = data.decode("utf-8", "replace")
    read = checked(name, _parsed(name, text, problems), problems)
    return replace(read, name=owner_in(text))


def _parsed(name: str, text: str, problems: list[Problem]) -> Iterator[Placed]:
    for line, _, content in lines_in(text):
        if isinstance(content, Unreadable):
            problems.append(Problem(name, line, content.column, content.why))
        else:
            yield name, line, content


def checked(name: str, documents: Iterable[Placed], problems: list[Problem]) -> ExportRead:
    """What of some documents can be shown; what cannot is added to the problems.

    Raises InputProblems, which name the file, where nothing can.
    """
    rows, lines = [], {}
    for file, line, document in documents:
        place = f"{file}#{line}"
        if why := _unfit(document):
            problems.append(Problem(file, line, 1, why))
        else:
            rows.append((place, document))
            lines[place] = (file, line)
    findings = journal.verify(rows)
    changed = {finding.place for finding in findings if finding.fault is Fault.ALTERED}
    problems += [Problem(*lines[place], 1, CHANGED) for place in lines if place in changed]
    whole = tuple(row for row in rows if row[0] not in changed)
    if not whole:
        raise no_entry(name, {each.reason for each in problems})
    problems.sort(key=lambda problem: (problem.file, problem.line))
    left_out = tuple(document for place, document in rows if place in changed)
    return ExportRead(JournalContents(whole, tuple(problems)), findings, changed=left_out)


def _unfit(document: Any) -> str:
    """Why a line is no document that can be shown; empty if it is."""
    if not is_entry(document):
        return NO_ENTRY
    if not isinstance(as_sealed(document).get("hash"), str):
        return NO_SEAL
    if not has_time(document["made_at"]):
        return NO_TIME
    try:
        fits = document["body"] == "" or isinstance(parse(document["body"]), dict)
    except Unreadable as error:
        return f"its body {error.why}"
    return "" if fits else NO_BODY
