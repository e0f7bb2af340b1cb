"""What the first line of a roster says where it was copied with the headings of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facilitui.core.pathways.schools import same_name
from facilitui.core.safe_text import quoted_typing
from facilitui.services.forms import reading as r
from facilitui.services.forms.list_lines import entries

LEFT = "left"
"""The word behind somebody who takes part no more."""
HEADINGS = "The first line, {}, is read as headings."
_NAMES = frozenset(
    (
        "name",
        "names",
        "full name",
        "first name",
        "last name",
        "surname",
        "person",
        "participant",
        "member",
    )
)
_CELLS = _NAMES | {"role", "roles", "position", "school", "schools", "site", "left", "status"}
"""What the first line of a table says of its columns."""
_BRACKETED = re.compile(r"[(\[{][^)\]}]*[)\]}]|[\ufeff*_#]")
"""What stands beside a heading's words."""


def is_heading(lines: Sequence[str]) -> bool:
    """Whether the first line says of a table's columns what they are, the name's before all.

    Of one column only where a table follows; somebody may be called Member, and have left.
    """
    first = lines[0] if lines else ""
    cells = [same_name(_BRACKETED.sub("", each)) for each in r.pieces(first)]
    told = [*filter(None, cells)]
    if not (cells[0] in _NAMES and all(each in _CELLS for each in told)) or told[1:] == [LEFT]:
        return False
    return len(told) > 1 or any(each in line for line in lines[1:2] for each in ("\t", ","))


def headings_told(typed: str) -> Iterator[str]:
    """That the first line is read as headings, where it is."""
    yield from (
        HEADINGS.format(quoted_typing(each))
        for each in entries(typed)[:1]
        if is_heading(entries(typed))
    )
