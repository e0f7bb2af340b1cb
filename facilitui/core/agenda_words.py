"""What a change of the agenda is called, for undo to name."""

from __future__ import annotations

from facilitui.core.plan import Block
from facilitui.core.told import figure

LONGEST = 24
"""Characters of a title that there is room for beside the rest."""


def called(block: Block) -> str:
    """A block by its title, as much of it as there is room for."""
    title = block.title.strip() or block.id
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def minutes_changed(block: Block, minutes: float) -> str:
    """A change of a block's minutes, with both figures."""
    return f"minutes of {called(block)}, {figure(block.minutes)} → {figure(minutes)}"
