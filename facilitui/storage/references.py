"""What a plan names: an unknown protocol, norm set or goal is told with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facilitui.core.errors import Problem
from facilitui.core.plan import ALL_GOALS, Plan
from facilitui.core.ports import Shelf
from facilitui.storage.toml_files import known_as
from facilitui.storage.toml_index import Place, TomlIndex
from facilitui.storage.toml_reasons import quoted, suggestion


def unknown_names(path: Path, text: str, plan: Plan, shelf: Shelf) -> Iterator[Problem]:
    """Everything in a plan's file that names what is not there."""
    index = TomlIndex(text)
    for place, name, known, what in _named(plan, shelf):
        if name not in known:
            words = f"there is no {what} {quoted(name)}{suggestion(name, known)}"
            yield Problem(known_as(path), *index.position(place), words)


def _named(plan: Plan, shelf: Shelf) -> Iterator[tuple[Place, str, list[str], str]]:
    """Each name with its place, the names there are, and what they are names of."""
    goals = [*(goal.id for goal in plan.goals), ALL_GOALS]
    for number, block in enumerate(plan.blocks):
        if block.protocol:
            at: Place = ("blocks", number, "protocol")
            yield at, block.protocol, list(shelf.protocols), "protocol"
        for place, goal in enumerate(block.goals):
            yield ("blocks", number, "goals", place), goal, goals, "goal"
    for number, evidence in enumerate(plan.evidence):
        for place, goal in enumerate(evidence.goals):
            yield ("evidence", number, "goals", place), goal, goals, "goal"
    for place, name in enumerate(plan.norms.sets):
        yield ("norms", "sets", place), name, list(shelf.norms), "norm set"
