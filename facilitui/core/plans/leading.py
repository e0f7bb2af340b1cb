"""Who leads the blocks of a session."""

from __future__ import annotations

from facilitui.core.agendas_outside.lead_words import partner
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.sessions.session import SessionState


def partner_in(state: SessionState, block: AgendaBlock) -> str:
    """The name of who leads a block, empty where that is the host."""
    told = state.leads.get(block.id)
    lead = block.lead if told is None else told
    return partner(lead, state.started.host, told=told is not None)


def leaders(state: SessionState) -> tuple[str, ...]:
    """Who leads a block or a group of this plan, or was told to lead one since; each once."""
    planned = [
        name
        for block in state.blocks
        for name in (block.lead, *(group.lead for group in block.groups))
    ]
    return tuple(dict.fromkeys(name for name in (*planned, *state.leads.values()) if name))
