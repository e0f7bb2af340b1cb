"""A pathway as somebody enrolled in it, kept in the journal: its file may change or go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from facilitui.core.base import Line, Record
from facilitui.core.pathways.file_texts import AS_KEPT
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import ChecklistOf, Writing
from facilitui.core.sealing import canonical, sha256

KIND = "pathway"
"""What it is called in the journal."""
_SHORT = 12
"""Characters of the digest that tell one file from another in an id."""


class Snapshot(Record):
    """What the file said, with its digest."""

    pathway: Mapping[str, Any] = Field(default_factory=dict)
    """All of it as JSON, also what nobody wrote: what a pathway has by itself may be another thing
    later."""
    name: Line = ""
    version: Line = ""
    digest: Line = ""


def snapshot(pathway: Pathway) -> Snapshot:
    """What is kept of a pathway as it is now."""
    said = pathway.model_dump(mode="json")
    return Snapshot(
        pathway=said, name=pathway.name, version=pathway.version, digest=_digest_of(said)
    )


def digest(pathway: Pathway) -> str:
    """The sha256 of all that a pathway says, in hexadecimal; the same for the same words."""
    return _digest_of(pathway.model_dump(mode="json"))


def snapshot_id(pathway: str, digest: str) -> str:
    """The id of the entry that keeps a pathway as a digest names it."""
    return f"{KIND}-{pathway}-{digest[:_SHORT]}"


def pathway_in(kept: Snapshot) -> Pathway | None:
    """The pathway that is kept; None where it is another one, or this version cannot read it.

    Its digest is that of what is stored, whatever this version makes of it; and what was good
    enough to enrol in stays so, whatever is found wrong with files since.
    """
    try:
        if _digest_of(kept.pathway) != kept.digest:
            return None
        found = Pathway.model_validate(kept.pathway, context=AS_KEPT)
    except (ValueError, RecursionError):
        return None
    return found if _names_hold(found) else None


def _digest_of(said: Mapping[str, Any]) -> str:
    """Raises ValueError or RecursionError for what no JSON says."""
    return sha256(canonical(said))


def _names_hold(pathway: Pathway) -> bool:
    """Whether whatever is named is there: who wrote it here was never let do otherwise."""
    documents = {each.id for each in pathway.documents}
    checklists = {each.id for each in pathway.checklists}
    for phase in pathway.phases:
        own = {each.id for each in phase.requirements}
        gate = phase.gate.needs if phase.gate is not None else ()
        if not own.issuperset((*gate, *(id for each in phase.requirements for id in each.needs))):
            return False
        for each in phase.requirements:
            if isinstance(each, Writing) and each.document not in documents:
                return False
            if isinstance(each, ChecklistOf) and each.checklist not in checklists:
                return False
    return True
