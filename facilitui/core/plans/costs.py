"""What leaving something out of a session would cost its goals, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan import ALL_GOALS, Evidence, Goal
from facilitui.core.sessions.session import SessionState, Stage

_ANOTHER_DAY = re.compile(r"\b(next|later)\b")
"""In a measure's "when", in small letters: it is taken after the session."""


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
    state: SessionState, goal: Goal, left_out: AgendaBlock, others: Sequence[AgendaBlock]
) -> Cost:
    serving = _in_its_place(left_out, goal.id, others)
    measures = [each for each in state.started.evidence if each.serves(goal.id)]
    taken = [collected_in(each, state.blocks) for each in measures]
    kept = {block.id for block in others}
    to_come = [blocks for blocks in taken if not blocks or blocks & (kept | {left_out.id})]
    return Cost(
        goal=goal.id,
        action=not serving,
        evidence=bool(to_come) and all(blocks and not blocks & kept for blocks in to_come),
        elsewhere=serving[0] if serving else "",
    )


def _in_its_place(left_out: AgendaBlock, goal: str, others: Sequence[AgendaBlock]) -> list[str]:
    """The titles of what serves a goal without a block, what was planned for it by name first.

    What serves every goal, as an opening does, is no substitute for what names the goal.
    """
    named = [block.title for block in others if goal in block.goals]
    if named or goal in left_out.goals:
        return named
    return [block.title for block in others if serves(block, goal)]


def collected_in(measure: Evidence, blocks: Sequence[AgendaBlock]) -> frozenset[str]:
    """Ids of the blocks a measure is taken in: those that its "when" names.

    It names a block by its title, or by its kind, as "in the closing" does; what is taken at the
    next meeting, or weeks later, is taken in none.
    """
    when = measure.when.casefold()
    if _ANOTHER_DAY.search(when):
        return frozenset()
    titled = [block for block in blocks if _named(block.title, when)]
    for block in titled:
        when = _word(block.title).sub("", when)
    kinds = [block for block in blocks if _named(block.kind.label, when)]
    return frozenset(block.id for block in (*titled, *kinds))


def _named(name: str, when: str) -> bool:
    return bool(name.strip()) and _word(name).search(when) is not None


def _word(name: str) -> re.Pattern[str]:
    """A name where it stands for itself, not within a longer word."""
    return re.compile(rf"(?<!\w){re.escape(name.strip().casefold())}(?!\w)")


def _counting(state: SessionState) -> list[AgendaBlock]:
    """The blocks of which something was run, or is still to come."""
    kept = {run.part.block for run in state.runs if run.stage is not Stage.SKIPPED}
    return [block for block in state.blocks if block.id in kept]
