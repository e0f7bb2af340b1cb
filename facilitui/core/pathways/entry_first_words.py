"""What something logged is called: what was written first, in the order in which it is asked.

A journal keeps what was written by the names of the fields alone, in no order of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import CheckIns, Requirement
from facilitui.core.pathways.standings.entries import Logging, fields_of
from facilitui.core.pathways.words import FieldType

NO_NOTE = "check-in without a note"
"""What one is called into which nothing was written: its day stands beside that."""
_WRITTEN = frozenset({FieldType.LINE, FieldType.TEXT})
"""What somebody wrote, and did not choose."""


def begun_with(logged: Logged, pathway: Pathway) -> Logged:
    """The same, called by the first that was written into it; where nothing was, by the words of
    what it is logged under."""
    asked, source = pathway.requirement(logged.said.requirement), logged.source
    values = logged.said.values
    if asked is not None and not source.is_typed:
        told = NO_NOTE if isinstance(asked, CheckIns) else asked.text
        return replace(logged, source=replace(source, told=told))
    if not (id := begins_in(values, asked)):
        return logged
    first = values[id].strip().splitlines()[0].strip()
    return replace(logged, source=replace(source, told=first))


def begins_in(values: Mapping[str, str], asked: Requirement | None) -> str:
    """The field, by its id, that was written into and is asked for first; empty for none."""
    fields = fields_of(asked) if isinstance(asked, Logging) else ()
    written = (each.id for each in fields if each.type in _WRITTEN)
    return next((id for id in written if values.get(id, "").strip()), "")
