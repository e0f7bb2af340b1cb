"""What a file names: an unknown protocol, norm set, model, goal or rubric is told by its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitui.core.errors import Problem
from facilitui.core.library.professional_learning import ProfessionalLearning
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.plans.plan import ALL_GOALS, Block, Plan
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion
from facilitui.storage.toml_files import known_as
from facilitui.storage.toml_index import Place, TomlIndex

Named = tuple[Place, str, list[str], str]
"""A name with its place, the names there are, and what they are names of."""


Naming = Plan | ProfessionalLearning | Pathway
"""What names other files."""


def unknown_names(path: Path, text: str, model: Naming, shelf: Shelf) -> Iterator[Problem]:
    """Everything in a file that names what is not there; what could not be read names nothing."""
    index = TomlIndex(text)
    for place, name, known, what in _named(model, shelf):
        if name and name not in known:
            words = f"there is no {what} {quoted(name)}{suggestion(name, known)}"
            yield Problem(known_as(path), *index.position(place), words)


def _named(model: Naming, shelf: Shelf) -> Iterator[Named]:
    match model:
        case Plan():
            return _in_plan(model, shelf)
        case Pathway():
            return _in_pathway(model, shelf)
        case ProfessionalLearning():
            return _in_model(model, shelf)


def _in_plan(plan: Plan, shelf: Shelf) -> Iterator[Named]:
    goals = [*(goal.id for goal in plan.goals), ALL_GOALS]
    yield from _in_blocks("blocks", plan.blocks, goals, shelf)
    yield from _in_blocks("parked", plan.parked, goals, shelf)
    for number, evidence in enumerate(plan.evidence):
        for place, goal in enumerate(evidence.goals):
            yield ("evidence", number, "goals", place), goal, goals, "goal"
    for place, name in enumerate(plan.norms.sets):
        yield ("norms", "sets", place), name, list(shelf.norms), "norm set"
    if plan.learning_model is not None:
        yield ("learning_model", "id"), plan.learning_model.id, list(shelf.models), "model"


def _in_blocks(
    where: str, blocks: Sequence[Block], goals: list[str], shelf: Shelf
) -> Iterator[Named]:
    for number, block in enumerate(blocks):
        if block.protocol:
            at: Place = (where, number, "protocol")
            yield at, block.protocol, list(shelf.protocols), "protocol"
        for place, goal in enumerate(block.goals):
            yield (where, number, "goals", place), goal, goals, "goal"


def _in_model(model: ProfessionalLearning, shelf: Shelf) -> Iterator[Named]:
    for place, name in enumerate(model.protocols):
        yield ("protocols", place), name, list(shelf.protocols), "protocol"


def _in_pathway(pathway: Pathway, shelf: Shelf) -> Iterator[Named]:
    if not (used := pathway.rubric.id):
        return
    yield ("rubric", "id"), used, list(shelf.rubrics), "rubric"
    if (rubric := shelf.rubrics.get(used)) is None:
        return
    areas, levels = [criterion.id for criterion in rubric.criteria], list(rubric.scale)
    for place, name in enumerate(pathway.rubric.priority):
        yield ("rubric", "priority", place), name, areas, "criterion"
    for number, phase in enumerate(pathway.phases):
        for place, each in enumerate(phase.requirements):
            if isinstance(each, ScoreGate):
                where: Place = ("phases", number, "requirements", place)
                for at, name in enumerate(each.areas):
                    yield (*where, "areas", at), name, areas, "criterion"
                yield (*where, "at_least"), str(each.at_least or ""), levels, "level"
                if each.one_at_least:
                    yield (*where, "one_at_least"), str(each.one_at_least), levels, "level"
