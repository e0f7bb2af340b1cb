"""Who leads the blocks of a session."""

from __future__ import annotations

from facilitui.core.session import SessionState


def leaders(state: SessionState) -> tuple[str, ...]:
    """Who leads a block or a group of this plan, or was told to lead one since; each once."""
    planned = [
        name
        for block in state.blocks
        for name in (block.lead, *(group.lead for group in block.groups))
    ]
    return tuple(dict.fromkeys(name for name in (*planned, *state.leads.values()) if name))
