"""What a rehearsal's keys are beside Live's, and what there is to do once it is over."""

from __future__ import annotations

from facilitui.commands import Command
from facilitui.commands.live import LIVE, LIVE_READY

SPEED = (
    Command(
        "rehearsal.slower",
        "less_than_sign",
        "speed(-1)",
        "speed",
        "Let the clock run slower; below real time it stands still.",
        shown_as="< >",
    ),
    Command(
        "rehearsal.faster",
        "greater_than_sign",
        "speed(1)",
        "faster",
        "Let the clock run faster.",
        in_line=False,
    ),
)
LEAVE = Command(
    "rehearsal.leave",
    "escape",
    "leave",
    "leave",
    "Leave the line or the rehearsal; nothing of it is kept.",
    in_line=False,
)
_NOT_REHEARSED = {LEAVE.action, "do('brief')"}
"""What is left in another way, and what is only done with a session that is kept."""
REHEARSAL = (
    *(command for command in LIVE[:1]),
    *SPEED,
    *(command for command in LIVE[1:] if command.action not in _NOT_REHEARSED),
    LEAVE,
)
"""Live's keys with those of the speed, near the beginning of the line."""

REHEARSAL_READY = (*LIVE_READY[:1], *SPEED, *LIVE_READY[1:])
"""Before it has begun."""

REHEARSED = (
    Command(
        "rehearsal.again", "a", "again", "again", "After the end: rehearse the plan once more."
    ),
    Command("rehearsal.back", "escape", "leave", "back to the plan", "Go back to the plan."),
)
"""Once it is over."""
