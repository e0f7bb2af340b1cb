"""Replay's commands."""

from __future__ import annotations

from facilitui.commands import Command

REPLAY = (
    Command("replay.up", "up", "row(-1)", "moment", "Go to the moment before.", shown_as="↑↓"),
    Command("replay.down", "down", "row(1)", "after", "Go to the moment after.", in_line=False),
    Command(
        "replay.earlier",
        "left",
        "seconds(-10)",
        "10 s",
        "Go ten seconds back.",
        shown_as="←→",
    ),
    Command("replay.later", "right", "seconds(10)", "later", "Go ten seconds on.", in_line=False),
    Command("replay.look", "enter", "look", "look", "Show Live as it stood then."),
    Command(
        "replay.part-before",
        "pageup",
        "part(-1)",
        "step",
        "Go to the beginning of the step, or of the one before.",
        shown_as="PageUp PageDown",
    ),
    Command(
        "replay.part-after",
        "pagedown",
        "part(1)",
        "step after",
        "Go to the beginning of the next step.",
        in_line=False,
    ),
    Command("replay.first", "home", "edge(0)", "first", "Go to the beginning.", in_line=False),
    Command("replay.last", "end", "edge(-1)", "last", "Go to the end.", in_line=False),
    Command("replay.search", "slash,ctrl+f", "search", "search", "Search the timeline."),
    Command("replay.notes", "k", "notes", "show notes", "Show or hide what was typed."),
    Command("replay.script", "t", "script", "text", "Show all that was written for the step."),
    Command("replay.leave", "escape", "leave", "leave", "Leave the page, the search, the replay."),
)
