"""What the entry of a pathway says that somebody enrolled in: which one it is, and all it asks."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.journals.said import Said, Section, hash_said
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirement_words import asked
from facilitui.core.pathways.snapshot import Snapshot, pathway_in
from facilitui.core.told import capital, plural

KEPT_AS_IT_WAS = "This is the pathway as it was when somebody enrolled in it: its file may change."


def snapshot_sections(kept: Snapshot) -> tuple[Section, ...]:
    """Of any shape: what this version cannot read as a pathway is told by its texts alone."""
    pathway = pathway_in(kept)
    return (Section("The pathway", _about(kept)), *_phases(kept, pathway))


def _about(kept: Snapshot) -> tuple[Said, ...]:
    phases = _tables(kept.pathway, "phases")
    asked_for = sum(len(list_in(each, "requirements")) for each in phases)
    size = f"{plural(asked_for, 'requirement')} in {plural(len(phases), 'phase')}"
    pairs = (("Name", kept.name), ("Version", kept.version), ("Asks for", size))
    told = tuple(Said(name, value) for name, value in pairs if value.strip())
    hashed = hash_said("Hash of what it says", kept.digest)
    return (*told, *hashed, Said(KEPT_AS_IT_WAS, by_program=True))


def _phases(kept: Snapshot, pathway: Pathway | None) -> Iterator[Section]:
    for number, phase in enumerate(_tables(kept.pathway, "phases"), 1):
        said = [
            Said(text, "", _in_words(pathway, text_in(each, "id")))
            for each in _tables(phase, "requirements")
            if (text := text_in(each, "text"))
        ]
        if isinstance(gate := phase.get("gate"), dict) and (text := text_in(gate, "text")):
            said.append(Said("Gate", "", (text,)))
        yield Section(text_in(phase, "name") or f"Phase {number}", tuple(said))


def _in_words(pathway: Pathway | None, id: str) -> tuple[str, ...]:
    found = pathway.requirement(id) if pathway is not None else None
    return (capital(asked(found, pathway)),) if pathway is not None and found is not None else ()


def _tables(body: Body, name: str) -> list[Body]:
    return [each for each in list_in(body, name) if isinstance(each, dict)]
