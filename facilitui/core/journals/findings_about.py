"""What findings are about: the names of entries and sessions, and the entries to be read."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.any_shape import text_in
from facilitui.core.debriefs.debrief import KIND
from facilitui.core.errors import Problem
from facilitui.core.journals.attachment import FOLDER
from facilitui.core.journals.attachment import KIND as ATTACHED
from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.entry_named import all_named, session_in
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.core.journals.journal_faults import Finding
from facilitui.core.privacy.purge_records import session_of
from facilitui.core.safe_text import quoted


def about_found(
    findings: Iterable[Finding],
    problems: Iterable[Problem],
    documents: Iterable[Document],
    local: Local,
) -> dict[str, str]:
    """What entries with findings are called, by their ids, and sessions, by their broken files."""
    every, files = list(documents), {each.file for each in problems}
    entries = {name for each in findings for name in (each.entry_id, each.before)}
    names = all_named(every, local) if entries else {}
    found = {entry: name for entry, name in names.items() if entry in entries}
    for each in every if files else ():
        log = log_file(session_of(each))
        if log in files:
            called = session_in(body_of(each), local)
            if log not in found or (called and text_in(body_of(each), "held_at")):
                found[log] = called  # an attachment knows no day
    copies = {copy: log_file(session_of(each)) for each in every if (copy := _copy(each)) in files}
    if copies:
        of_logs = (Problem.of_all(log, "") for log in copies.values())
        named = about_found((), of_logs, every, local)
        found |= {copy: named[log] for copy, log in copies.items() if log in named}
    return found


def leads_found(problems: Iterable[Problem], documents: Iterable[Document]) -> dict[str, str]:
    """The entries that are read about files: of a copy its own, of a log the session's debrief."""
    files = {each.file for each in problems}
    every = latest(documents).values() if files else ()
    found: dict[str, str] = {}
    for each in every:
        log, copy = log_file(session_of(each)), _copy(each)
        if copy in files:
            found.setdefault(copy, each["id"])
        elif log in files and (each["kind"] == KIND or log not in found):
            found[log] = each["id"]
    return found


def _copy(document: Document) -> str:
    """The file that an attachment is of; empty for other entries."""
    name = text_in(body_of(document), "file_hash") if document["kind"] == ATTACHED else ""
    return f"{FOLDER}/{name}" if name else ""


def log_file(session: str) -> str:
    """The log of a session as a person finds it, harmless to show."""
    return f"sessions/{session}/events.jsonl" if session.isprintable() else quoted(session)
