"""The commands of a roster."""

from __future__ import annotations

from facilitui.commands import Command

ROSTER = (
    Command("roster.change", "enter", "change", "change", "Change the line of whoever is marked."),
    Command("roster.edit", "n", "edit", "write", "Write down somebody more who takes part."),
    Command(
        "roster.purge",
        "P,shift+p",
        "purge",
        "purge",
        "Purge the roster for good, as is offered when the group's way is closed; what goes and "
        "what stays is shown before.",
    ),
    Command("roster.leave", "escape", "leave", "back", "Go back."),
)
