"""What a file names: an unknown protocol, norm set, model, goal or rubric is told by its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from facilitui.core.errors import Problem
from facilitui.core.library.professional_learning import ProfessionalLearning
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.plans.plan import ALL_GOALS, Block, Plan
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import nearest, suggestion
from facilitui.storage.place_ids import with_ids
from facilitui.storage.toml_files import known_as, parse_table
from facilitui.storage.toml_index import Place, TomlIndex
from facilitui.storage.toml_reasons import listed, place_name

Named = tuple[Place, str, list[str], str, str]
"""A name with its place, the names there are, what they are names of, and where those were looked
for; empty for what is not told with its key."""
HERE = "among the shipped ones and in your folder rubrics"

Naming = Plan | ProfessionalLearning | Pathway
"""What names other files."""


def unknown_names(path: Path, text: str, model: Naming, shelf: Shelf) -> Iterator[Problem]:
    """Everything in a file that names what is not there; what could not be read names nothing."""
    index = TomlIndex(text)
    table: Mapping[str, Any] = {}
    for place, name, known, what, within in _named(model, shelf):
        if name and name not in known:
            words = f"there is no {what} {quoted(name)}"
            if within:
                table = table or parse_table(text, path)
                words = with_ids(f"{place_name(place)}: {words} {within}", table)
            words += suggestion(name, known)
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
            yield ("evidence", number, "goals", place), goal, goals, "goal", ""
    for place, name in enumerate(plan.norms.sets):
        yield ("norms", "sets", place), name, list(shelf.norms), "norm set", ""
    if plan.learning_model is not None:
        yield ("learning_model", "id"), plan.learning_model.id, list(shelf.models), "model", ""


def _in_blocks(
    where: str, blocks: Sequence[Block], goals: list[str], shelf: Shelf
) -> Iterator[Named]:
    for number, block in enumerate(blocks):
        if block.protocol:
            at: Place = (where, number, "protocol")
            yield at, block.protocol, list(shelf.protocols), "protocol", ""
        for place, goal in enumerate(block.goals):
            yield (where, number, "goals", place), goal, goals, "goal", ""


def _in_model(model: ProfessionalLearning, shelf: Shelf) -> Iterator[Named]:
    for place, name in enumerate(model.protocols):
        yield ("protocols", place), name, list(shelf.protocols), "protocol", ""


def _in_pathway(pathway: Pathway, shelf: Shelf) -> Iterator[Named]:
    if not (used := pathway.rubric.id):
        return
    yield ("rubric", "id"), used, list(shelf.rubrics), "rubric", HERE
    near = used if used in shelf.rubrics else nearest(used, shelf.rubrics)
    rubrics = [shelf.rubrics[near]] if near else list(shelf.rubrics.values())
    within = f"in the rubric {quoted(near)}" if near else "in any rubric that is here"
    areas = [each.id for one in rubrics for each in one.criteria]
    for place, name in enumerate(pathway.rubric.priority):
        yield ("rubric", "priority", place), name, areas, "criterion", within
    levels = list(dict.fromkeys(level for one in rubrics for level in one.scale))
    for number, phase in enumerate(pathway.phases):
        for place, each in enumerate(phase.requirements):
            if isinstance(each, ScoreGate):
                where: Place = ("phases", number, "requirements", place)
                for at, name in enumerate(each.areas):
                    yield (*where, "areas", at), name, areas, "criterion", within
                for key in ("at_least", "one_at_least"):
                    level = str(getattr(each, key) or "")
                    yield (
                        (*where, key),
                        level,
                        levels,
                        "level",
                        f"{within}; it must be {listed(levels)}",
                    )
