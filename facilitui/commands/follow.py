"""The commands of who follows a session: to look, and nothing else."""

from __future__ import annotations

from facilitui.commands import Command

FOLLOW = (
    Command("follow.script", "t", "script", "text", "Show all that is written for this step."),
    Command("follow.zoom", "z", "zoom", "zoom", "Only the clock, the step and what is next."),
    Command("follow.room", "x,f8", "room", "room view", "Show what the room may see, and back."),
    Command("follow.leave", "escape", "leave", "leave", "Stop following; the session goes on."),
)
