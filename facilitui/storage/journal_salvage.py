"""Whole documents out of a month that is torn: each that can still be read, wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from facilitui.core.journals.journal import Document, is_entry
from facilitui.storage.database_text import Unreadable, parse

TORN = "a document is cut or damaged here, and nothing of it can be taken"
_BEGINNING = re.compile(
    r'\{\s*"(?:id|rev|kind|made_at|prev|after|joins|body|salt|body_hash|hash|imported)"\s*:'
)
"""Where a document may begin; a note of an import begins likewise and is a part of one."""
_LONGEST_BEGINNING = 40
_TIMES = 8
_AT_FIRST = 4096
"""So much is looked at of a document: what fails to be read costs as much as all that was given."""
_CUT = 16
"""What fails this near to the end of what was given may be whole with more of it."""
_DECODER = json.JSONDecoder()


def entries_in(data: bytes) -> Iterator[Document]:
    """The entries that can still be read in a file, whole or torn."""
    for _, each in salvaged(data.decode("utf-8", "replace"), is_entry):
        if not isinstance(each, Unreadable) and is_entry(each):
            yield each


def salvaged(text: str, fits: Callable[[Any], bool]) -> Iterator[tuple[int, Any | Unreadable]]:
    """Every document and where it begins; for one that cannot be read, why.

    In one that does not fit others may lie, which a tear has put there: they are looked for as
    long as that reads no text more than a few times.
    """
    start, left = 0, _TIMES * len(text)
    while found := _BEGINNING.search(text, start):
        begins = found.start()
        try:
            start = _end_of_document(text, begins)
            left -= start - begins
            document = parse(text[begins:start])
            if left > 0 and not fits(document):
                start = begins + 1
            yield begins, document
        except json.JSONDecodeError as error:
            # A next document may have begun within what was taken for a text of this one.
            start = begins + max(1, error.pos - _LONGEST_BEGINNING)
            yield begins, Unreadable(TORN)
        except Unreadable as error:
            yield begins, error
        except (RecursionError, ValueError):
            start = text.find("\n", begins) + 1 or len(text)
            yield begins, Unreadable(TORN)


def _end_of_document(text: str, begins: int) -> int:
    """Where what begins there ends. Raises JSONDecodeError, its `pos` counted from there."""
    size = _AT_FIRST
    while True:
        part = text[begins : begins + size]
        try:
            return begins + _DECODER.raw_decode(part)[1]
        except json.JSONDecodeError as error:
            is_cut = error.pos >= len(part) - _CUT or error.msg.startswith("Unterminated")
            if not is_cut or begins + size >= len(text):
                raise
        size *= 4
