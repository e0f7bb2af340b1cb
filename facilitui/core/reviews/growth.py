"""Growth goals: what a facilitator wants to know, be able to do, or become (requirements D-01).

What shows it is named with each goal: an entry of the journal and a word on what it shows.
"""

from __future__ import annotations

from datetime import date

from facilitui.core.base import Record, Text
from facilitui.core.words import Word

KIND = "growth"
"""What a growth goal is called in the journal."""


class GrowthSort(Word):
    """What grows."""

    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    DISPOSITION = "disposition"


class GrowthState(Word):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    LET_GO = "let_go", "Let go"


class GrowthStep(Record):
    """A step towards a goal, or evidence of it."""

    entry: Text = ""
    """The entry that shows it; empty where none does."""
    text: Text = ""
    """A word on it."""


class Growth(Record):
    """One growth goal."""

    sort: GrowthSort = GrowthSort.SKILL
    text: Text = ""
    """What somebody wants to know, be able to do, or become."""
    why: Text = ""
    due: date | None = None
    """By when."""
    steps: tuple[GrowthStep, ...] = ()
    """In the order in which they were written down."""
    state: GrowthState = GrowthState.OPEN
    because: Text = ""
    """What showed that it was reached, or why it was let go."""
    set_on: date | None = None

    @property
    def shown_by(self) -> frozenset[str]:
        """The entries that show it."""
        return frozenset(step.entry for step in self.steps if step.entry)


def lacks(goal: Growth) -> str:
    """What is missing of a goal, in a sentence; empty where nothing is."""
    if not goal.text.strip():
        return "say what you want to know, be able to do, or become"
    if goal.state is GrowthState.LET_GO and not goal.because.strip():
        return "say under Because why you let it go"
    return ""


def with_step(goal: Growth, step: GrowthStep) -> Growth:
    """The goal with one more step at its end."""
    return goal.model_copy(update={"steps": (*goal.steps, step)})
