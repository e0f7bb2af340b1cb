"""A rehearsal: Live over a clock that runs as fast as one likes, with nothing kept."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from facilitui.commands.rehearsal import REHEARSAL, REHEARSAL_READY, REHEARSED
from facilitui.core.sessions.live_settings import UNSET, LiveSettings
from facilitui.messages.going import PromptHushed, RehearseRequested
from facilitui.screens.live.screen import LiveScreen
from facilitui.screens.live.showing import Keys
from facilitui.services.plans.rehearsing import Rehearsal
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.rehearsal_view import banner

NEVER = {"debrief", "go_on_in_copy", "brief", "quotes", "host_here"}
"""What is only done with a session that is kept: actions, and what `do` opens."""
AFTERWARDS = (("a", "rehearse again"), ("escape", "back to the plan"))
"""What there is to do once it is over."""


class RehearsalScreen(LiveScreen):
    """One plan as it would run."""

    commands = (*REHEARSAL, *REHEARSED[:1])
    title_of_help = "Rehearsal"
    about = (
        "The plan runs as it would on the day, with all of Live's keys, as fast as you like: < "
        "and > change the speed. Nothing of it is kept, and nothing becomes evidence."
    )
    told_outside = "REHEARSAL"
    keys = Keys(REHEARSAL_READY, REHEARSAL, REHEARSED)

    def __init__(self, rehearsal: Rehearsal, settings: LiveSettings = UNSET) -> None:
        super().__init__(rehearsal.hosted, settings)
        self._rehearsal = rehearsal

    def speed(self) -> float:
        """How much faster than real time the session's clock runs."""
        return self._rehearsal.clock.speed

    def view(self) -> LiveView:
        """All that is drawn, at this moment."""
        told = banner(self._rehearsal.clock.speed)
        seen = super().view()
        return replace(seen, banner=told, afterwards=AFTERWARDS, rehearsed=True)

    def refresh_view(self) -> None:
        """Draw everything; once it is over, what it came to has the room of the clock."""
        self.set_class(self.hosted.state.ended_at is not None, "-rehearsed")
        super().refresh_view()

    def action_speed(self, by: int) -> None:
        """Let the clock run faster or slower."""
        self._rehearsal.clock.change(by)
        self.ticking.schedule()
        self.refresh_view()

    def action_again(self) -> None:
        """Rehearse the plan once more."""
        self.dismiss()
        wish = RehearseRequested(self._rehearsal.plan, self._rehearsal.name)
        self.app.post_message(wish)

    @on(PromptHushed)
    def _keep_the_prompt(self, event: PromptHushed) -> None:
        event.stop()
        self.tell("A rehearsal keeps nothing: put it away for good in a session.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is debriefed; again is for when it is over."""
        if action == "again":
            return self.hosted.state.ended_at is not None
        return NEVER.isdisjoint((action, *parameters)) and super().check_action(action, parameters)
