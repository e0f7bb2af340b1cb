"""The alignment matrix: which block and which evidence serves which goal, and where holes are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from facilitui.core.plans.editing import changed
from facilitui.core.plans.plan import ALL_GOALS, Block, Evidence, Goal, Plan

_Thing = TypeVar("_Thing", Block, Evidence)


class Cell(Enum):
    """What a block or an evidence measure does for one goal."""

    SERVES = "serves"
    BY_ALL = "by_all"
    """It names all goals, and so this one."""
    NO = "no"
    EXEMPT = "exempt"
    """A block that needs no goal, and names none."""

    @property
    def serves(self) -> bool:
        """Whether the goal is served."""
        return self in {Cell.SERVES, Cell.BY_ALL}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One block or evidence measure, with a cell for each goal."""

    place: str
    """Where it is mended: "block ID" or "evidence ID"."""
    title: str
    minutes: float | None
    """What is planned for it; None for evidence."""
    is_evidence: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Goals side by side; below them the agenda, then the evidence."""

    goals: tuple[Goal, ...]
    rows: tuple[MatrixRow, ...]

    def holes(self, goal: int) -> tuple[str, ...]:
        """What the goal in that column has none of: "action", "evidence"."""
        served = {row.is_evidence for row in self.rows if row.cells[goal].serves}
        words = ((False, "action"), (True, "evidence"))
        return tuple(word for is_evidence, word in words if is_evidence not in served)


def matrix(plan: Plan) -> Matrix:
    """What serves which goal of a plan."""
    actions = (
        MatrixRow(
            place=f"block {block.id}",
            title=block.title,
            minutes=block.minutes,
            is_evidence=False,
            cells=_cells(plan.goals, block.goals, exempt=not block.kind.needs_goal),
        )
        for block in plan.blocks
    )
    evidence = (
        MatrixRow(
            place=f"evidence {each.id}",
            title=each.text or each.kind.label,
            minutes=None,
            is_evidence=True,
            cells=_cells(plan.goals, each.goals),
        )
        for each in plan.evidence
    )
    return Matrix(plan.goals, (*actions, *evidence))


def _cells(
    goals: tuple[Goal, ...], named: tuple[str, ...], *, exempt: bool = False
) -> tuple[Cell, ...]:
    if exempt and not named:
        return (Cell.EXEMPT,) * len(goals)
    otherwise = Cell.BY_ALL if ALL_GOALS in named else Cell.NO
    return tuple(
        Cell.SERVES if otherwise is Cell.NO and goal.id in named else otherwise for goal in goals
    )


def toggled(plan: Plan, place: str, goal_id: str) -> Plan:
    """The plan with a block or an evidence measure serving a goal, or no longer.

    One that names all goals then names all the others. A goal or a place that is not there
    changes nothing.
    """
    what, _, name = place.partition(" ")
    if plan.goal(goal_id) is None or goal_id == ALL_GOALS:
        return plan
    ids = [goal.id for goal in plan.goals]
    if what == "block" and any(block.id == name for block in plan.blocks):
        return changed(plan, blocks=tuple(_in(each, name, goal_id, ids) for each in plan.blocks))
    if what == "evidence" and any(each.id == name for each in plan.evidence):
        kept = tuple(_in(each, name, goal_id, ids) for each in plan.evidence)
        return changed(plan, evidence=kept)
    return plan


def _in(thing: _Thing, name: str, goal: str, ids: list[str]) -> _Thing:
    if thing.id != name:
        return thing
    return thing.model_copy(update={"goals": _with_or_without(thing.goals, goal, ids)})


def _with_or_without(named: tuple[str, ...], goal: str, ids: Iterable[str]) -> tuple[str, ...]:
    """The goals named, in the plan's own order; names that lead nowhere stay behind them."""
    known = tuple(ids)
    served = set(known) if ALL_GOALS in named else set(named)
    served ^= {goal}
    stray = (name for name in named if name not in known and name != ALL_GOALS)
    return (*(name for name in known if name in served), *stray)
