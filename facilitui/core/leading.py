"""Who leads the blocks of a session."""

from __future__ import annotations

from facilitui.core.session import SessionState

ROLES = frozenset(
    {
        "apprentice",
        "chat host",
        "co-facilitator",
        "discussion leader",
        "facilitator",
        "lead facilitator",
    }
)
"""What agendas call who leads a block for as long as no name is known, as those shipped do."""


def is_role(lead: str) -> bool:
    """Whether who leads is told as a role only, which says nothing beside who speaks."""
    return lead.strip().casefold() in ROLES


def leaders(state: SessionState) -> tuple[str, ...]:
    """Who leads a block or a group of this plan, or was told to lead one since; each once."""
    planned = [
        name
        for block in state.blocks
        for name in (block.lead, *(group.lead for group in block.groups))
    ]
    return tuple(dict.fromkeys(name for name in (*planned, *state.leads.values()) if name))
