"""Alignment: whether goals have actions and evidence, and how complete a plan is."""

from __future__ import annotations

from dataclasses import dataclass

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan import Block, Evidence, Goal, Plan
from facilitui.core.told import nearest
from facilitui.core.vocabulary import BlockKind, Who


@dataclass(frozen=True, slots=True)
class GoalAlignment:
    """What a plan does for one goal."""

    goal: Goal
    actions: tuple[Block, ...]
    evidence: tuple[Evidence, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What the goal has none of: "action", "evidence"."""
        both = (("action", self.actions), ("evidence", self.evidence))
        return tuple(word for word, found in both if not found)


@dataclass(frozen=True, slots=True)
class Answered:
    """Which of the four questions a plan answers."""

    audience: bool
    goals: bool
    actions: bool
    evidence: bool

    @property
    def count(self) -> int:
        """How many of the four."""
        return sum((self.audience, self.goals, self.actions, self.evidence))


@dataclass(frozen=True, slots=True)
class TalkTotals:
    """Whose minutes an agenda is made of, derived from its parts."""

    facilitator: float
    participants: float
    silent: float
    pause: float
    """Breaks: nobody's."""

    @property
    def shares(self) -> tuple[int, int, int]:
        """Facilitator, participants and silence in whole per cent of their sum."""
        total = self.facilitator + self.participants + self.silent
        if not total:
            return (0, 0, 0)
        you = int(nearest(100 * self.facilitator / total))
        quiet = min(int(nearest(100 * self.silent / total)), 100 - you)
        return (you, 100 - you - quiet, quiet)


def align(plan: Plan) -> tuple[GoalAlignment, ...]:
    """Every goal with the blocks and the evidence that serve it."""
    return tuple(
        GoalAlignment(
            goal,
            actions=tuple(block for block in plan.blocks if block.serves(goal.id)),
            evidence=tuple(each for each in plan.evidence if each.serves(goal.id)),
        )
        for goal in plan.goals
    )


def answered(plan: Plan) -> Answered:
    """Which of the four questions a plan answers. Goals without an action leave 3 open."""
    rows = align(plan)
    return Answered(
        audience=bool(plan.audience.who and plan.audience.count),
        goals=bool(plan.goals),
        actions=bool(plan.blocks) and all(row.actions for row in rows),
        evidence=bool(rows) and all(row.evidence for row in rows),
    )


def talk_totals(blocks: tuple[AgendaBlock, ...]) -> TalkTotals:
    """Minutes by who is heard in them."""
    facilitator = participants = silent = pause = 0.0
    for block in blocks:
        for part in block.parts:
            if block.kind is BlockKind.BREAK:
                pause += part.minutes
            elif part.silent:
                silent += part.minutes
            elif part.who is Who.FACILITATOR:
                facilitator += part.minutes
            else:
                participants += part.minutes
    return TalkTotals(facilitator, participants, silent, pause)
