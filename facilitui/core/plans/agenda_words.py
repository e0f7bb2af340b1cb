"""What a change of the agenda is called, for undo to name."""

from __future__ import annotations

from facilitui.core.checks.check import short
from facilitui.core.plans.plan import Block
from facilitui.core.told import figure


def called(block: Block) -> str:
    """A block by its title, as much of it as there is room for."""
    return short(block.title.strip() or block.id)


def minutes_changed(block: Block, minutes: float) -> str:
    """A change of a block's minutes, with both figures."""
    return f"minutes of {called(block)}, {figure(block.minutes)} → {figure(minutes)}"
