"""What leaving something out of a session would cost its goals, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitui.core.agenda import AgendaBlock
from facilitui.core.plan import ALL_GOALS, Evidence, Goal
from facilitui.core.session import SessionState, Stage


@dataclass(frozen=True, slots=True)
class Cost:
    """What one goal loses."""

    goal: str
    action: bool
    """Whether nothing else serves it."""
    evidence: bool
    """Whether nothing else would show it."""
    elsewhere: str = ""
    """The title of something else that serves it."""

    @property
    def weight(self) -> int:
        """How much is lost, for ranking."""
        return self.action + self.evidence

    @property
    def told(self) -> str:
        """The cost in a few words."""
        lost = [
            word for word, gone in (("action", self.action), ("evidence", self.evidence)) if gone
        ]
        if lost:
            return f"{self.goal} loses its only {' and '.join(lost)}"
        return f"{self.goal} is served by {self.elsewhere} too"


def costs(state: SessionState, left_out: AgendaBlock) -> tuple[Cost, ...]:
    """What every goal that a block serves would lose without it."""
    others = [block for block in _counting(state) if block.id != left_out.id]
    return tuple(
        _cost(state, goal, left_out, others)
        for goal in state.started.goals
        if serves(left_out, goal.id)
    )


def serves(block: AgendaBlock, goal: str) -> bool:
    """Whether a block was planned for a goal."""
    return goal in block.goals or ALL_GOALS in block.goals


def _cost(
    state: SessionState, goal: Goal, left_out: AgendaBlock, others: Iterable[AgendaBlock]
) -> Cost:
    serving = [block.title for block in others if serves(block, goal.id)]
    measures = [each for each in state.started.evidence if each.serves(goal.id)]
    gone = [each for each in measures if collected_in(each, left_out)]
    return Cost(
        goal=goal.id,
        action=not serving,
        evidence=bool(measures) and len(gone) == len(measures),
        elsewhere=serving[0] if serving else "",
    )


def collected_in(measure: Evidence, block: AgendaBlock) -> bool:
    """Whether a measure is taken in a block: its "when" names the block."""
    return bool(block.title) and block.title.casefold() in measure.when.casefold()


def _counting(state: SessionState) -> list[AgendaBlock]:
    """The blocks of which something was run, or is still to come."""
    kept = {run.part.block for run in state.runs if run.stage is not Stage.SKIPPED}
    return [block for block in state.blocks if block.id in kept]
