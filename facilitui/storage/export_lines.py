"""The lines of a journal's export: whose it is where its first one tells, then a document each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from facilitui.core.other_journal import JOURNAL_OF, name_told
from facilitui.storage.tinydb_storage import Unreadable, parse

_MARK = "\ufeff"
_FIRST = re.compile(r"\S[^\n]*")


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
    for number, content in enumerate(text.removeprefix(_MARK).split("\n"), 1):
        end += len(content) + 1
        if not content.strip():
            continue
        value = _read(content)
        if not (is_first and name_told(value) is not None):
            yield number, end, value
        is_first = False


def _read(content: str) -> Any:
    try:
        return parse(content)
    except Unreadable as error:
        return error
