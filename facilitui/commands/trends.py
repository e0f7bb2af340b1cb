"""The commands of trends."""

from __future__ import annotations

from facilitui.commands import Command

TRENDS = (
    Command(
        "trends.open",
        "enter",
        "choose",
        "sessions",
        "Go into the sessions of the marked trend; on a session open its entry in the journal.",
    ),
    Command(
        "trends.into", "right", "into", "in", "Go into the marked trend's sessions.", in_line=False
    ),
    Command("trends.out", "left", "out", "out", "Go back to the list of trends.", in_line=False),
    Command(
        "trends.side",
        "tab,shift+tab",
        "other_side",
        "sessions",
        "Change between the list of trends and the marked one's sessions.",
        in_line=False,
    ),
    Command("trends.leave", "escape", "leave", "journal", "Go back."),
    Command(
        "trends.replay",
        "r",
        "replay",
        "replay",
        "Go through the marked session again, moment by moment.",
    ),
    Command(
        "trends.up",
        "up",
        "step(-1)",
        "trend",
        "Mark the one above, a trend or a session.",
        shown_as="↑↓",
    ),
    Command("trends.down", "down", "step(1)", "below", "Mark the one below.", in_line=False),
)
