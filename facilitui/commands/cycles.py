"""The commands of the board of cycles."""

from __future__ import annotations

from facilitui.commands import Command

CYCLES = (
    Command(
        "cycles.open",
        "enter",
        "choose",
        "cell",
        "Go into the marked cell; on an entry open it in the journal, else log what is missing.",
    ),
    Command("cycles.log", "l", "log", "log", "Log what the mark is on: evidence for the cell."),
    Command(
        "cycles.check_in",
        "k",
        "check_in",
        "check-in",
        "Schedule or log a check-in of the marked cell's cycle.",
    ),
    Command(
        "cycles.follow",
        "f",
        "follow",
        "versions",
        "Open the marked school's statement in the journal; there [ shows the version before.",
    ),
    Command("cycles.leave", "escape", "leave", "back", "Back to the grid, then to the board."),
    Command("cycles.card", "e", "card", "card", "Write a card of the cycles that can be printed."),
    Command(
        "cycles.side",
        "tab",
        "other_side",
        "side",
        "Go from the grid to the marked cell; on to schools and pulses where these stand beside "
        "it: else they stand below what is in the cell.",
        in_line=False,
    ),
    Command(
        "cycles.side_before", "shift+tab", "other_side(-1)", "before", "Go back.", in_line=False
    ),
)
