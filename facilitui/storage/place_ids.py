"""Requirements that a sentence names by their numbers carry their ids, as people know those."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_NUMBERED = re.compile(r"phases\[(\d+)\] requirements\[(\d+)\]")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def with_ids(words: str, table: Mapping[str, Any]) -> str:
    """A sentence on a file, with the id of what it is about: "phases[1] requirements[2] (seen)"."""
    where = _NUMBERED.search(words)
    id = _id_at(table, int(where[1]) - 1, int(where[2]) - 1) if where else ""
    return f"{words[: where.end()]} ({id}){words[where.end() :]}" if where and id else words


def _id_at(table: Mapping[str, Any], phase: int, requirement: int) -> str:
    """The id of a requirement; empty where none can be read."""
    try:
        id = table["phases"][phase]["requirements"][requirement]["id"]
    except (LookupError, TypeError):
        return ""
    return id if isinstance(id, str) and _ID.fullmatch(id) else ""
