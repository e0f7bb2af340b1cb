"""The commands of a roster."""

from __future__ import annotations

from facilitui.commands import Command

ROSTER = (
    Command("roster.edit", "n,enter", "edit", "write", "Write down who takes part, or change it."),
    Command("roster.leave", "escape", "leave", "back", "Go back."),
)
