"""Passing the lead of the block that runs: one key for each of those who lead today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core.plans.leading import leaders
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import SessionState
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.numbered import NumberedDialog
from facilitui.screens.live.presses import NO_STEP, Press

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

_PERSON = "person "
"""What a choice's key begins with."""


def lead_dialog(state: SessionState) -> NumberedDialog:
    """Who leads this block from now on; a name that is not there is typed."""
    now = state.lead_of(state.now) if state.now is not None else ""
    choices = [
        Choice(_PERSON + name, name, "leads now" if name == now else "") for name in leaders(state)
    ]
    return NumberedDialog("Who leads this block?", choices, _PERSON + now, new=_PERSON)


async def pass_the_lead(screen: LiveScreen) -> None:
    """Choose who leads this block; where nobody is known to lead, a name is typed at once."""

    async def take(choice: str | None) -> None:
        if choice:
            name = choice.removeprefix(_PERSON)
            await screen.press(Press(moves.lead(name)))

    state = screen.hosted.state
    if not state.running or state.now is None:
        screen.tell(NO_STEP)
    elif leaders(state):
        screen.app.push_screen(lead_dialog(state), take)
    else:
        screen.lines.ask("lead")
