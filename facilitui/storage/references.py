"""What a file names: an unknown protocol, norm set, model or goal is told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitui.core.errors import Problem
from facilitui.core.plan import ALL_GOALS, Block, Plan
from facilitui.core.professional_learning import ProfessionalLearning
from facilitui.core.safe_text import quoted
from facilitui.core.shelf import Shelf
from facilitui.storage.toml_files import known_as
from facilitui.storage.toml_index import Place, TomlIndex
from facilitui.storage.toml_reasons import suggestion

Named = tuple[Place, str, list[str], str]
"""A name with its place, the names there are, and what they are names of."""


def unknown_names(
    path: Path, text: str, model: Plan | ProfessionalLearning, shelf: Shelf
) -> Iterator[Problem]:
    """Everything in a file that names what is not there."""
    index = TomlIndex(text)
    named = _in_plan(model, shelf) if isinstance(model, Plan) else _in_model(model, shelf)
    for place, name, known, what in named:
        if name not in known:
            words = f"there is no {what} {quoted(name)}{suggestion(name, known)}"
            yield Problem(known_as(path), *index.position(place), words)


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
