"""The lines of a journal's export: whose it is where its first one tells, then a document each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from facilitui.core.backups.import_told import EMPTY
from facilitui.core.base import YEARS
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.reviews.other_journal import JOURNAL_OF, name_told
from facilitui.storage.database_text import Unreadable, parse

WRONG = "is not a journal's export; ask for the file that `facilitui journal export` writes"
CHANGED = "was changed after it was sealed"
NO_TIME = (
    "made_at is not a time with its offset from UTC, such as 2026-11-25T16:45:00+00:00, of the "
    f"years {YEARS[0]} to {YEARS[-1]}"
)
CUT = "the file was cut off here, and what came after is missing; ask for it, or export it, again"
_MARK = "\ufeff"
_FIRST = re.compile(r"\S[^\n]*")


def has_time(made_at: str) -> bool:
    """Whether that is a time that every zone can tell."""
    try:
        at = datetime.fromisoformat(made_at)
    except ValueError:
        return False
    return at.tzinfo is not None and at.year in YEARS


def no_entry(name: str, reasons: Collection[str]) -> InputProblems:
    """What to raise where a file holds no entry; `reasons` are what is wrong with its lines."""
    why = CHANGED if CHANGED in reasons else WRONG if reasons else EMPTY
    return InputProblems((Problem.of_all(name, why),))


def owner_in(text: str) -> str:
    """Whose journal an export is of; empty where it does not tell."""
    first = _FIRST.search(text.removeprefix(_MARK))
    if first is None or JOURNAL_OF not in first[0]:
        return ""
    try:
        return name_told(parse(first[0])) or ""
    except Unreadable:
        return ""


def lines_in(text: str) -> Iterator[tuple[int, int, Any]]:
    """What each line has, or the Unreadable that it is, with its number and where it ends.

    Lines that say nothing, and the first where it says whose journal it is, are left out.
    """
    # Not splitlines(): it would also split at characters that JSON allows within a text.
    end, is_first = 0, True
    lines = text.removeprefix(_MARK).split("\n")
    for number, content in enumerate(lines, 1):
        end += len(content) + 1
        if not content.strip():
            continue
        value = _read(content, is_last=number == len(lines))
        if not (is_first and name_told(value) is not None):
            yield number, end, value
        is_first = False


def _read(content: str, *, is_last: bool) -> Any:
    """What a line has; the last one has no end of its own only where the file was cut off."""
    try:
        return parse(content)
    except Unreadable as error:
        return Unreadable(CUT, error.line, error.column) if is_last else error
