"""Whole documents out of a month that is torn: each that can still be read, wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from facilitui.core.journal import Document, is_entry
from facilitui.storage.tinydb_storage import Unreadable, parse

TORN = "a document is cut or damaged here, and nothing of it can be taken"
_BEGINNING = re.compile(
    r'\{\s*"(?:id|rev|kind|made_at|prev|after|joins|body|salt|body_hash|hash|imported)"\s*:'
)
"""Where a document may begin; a note of an import begins likewise and is a part of one."""
_LONGEST_BEGINNING = 40
_TIMES = 8
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
            _, start = _DECODER.raw_decode(text, begins)
            left -= start - begins
            document = parse(text[begins:start])
            if left > 0 and not fits(document):
                start = begins + 1
            yield begins, document
        except json.JSONDecodeError as error:
            # A next document may have begun within what was taken for a text of this one.
            start = max(begins + 1, error.pos - _LONGEST_BEGINNING)
            yield begins, Unreadable(TORN)
        except Unreadable as error:
            yield begins, error
        except (RecursionError, ValueError):
            start = text.find("\n", begins) + 1 or len(text)
            yield begins, Unreadable(TORN)
