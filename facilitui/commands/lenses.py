"""The commands of two debriefs, two texts of one, or two revisions, side by side."""

from __future__ import annotations

from facilitui.commands import Command

LENSES = (
    Command("lenses.leave", "escape", "leave", "leave", "Go back."),
    Command("lenses.differ", "d", "differ", "only differences", "Show only what differs, or all."),
    Command("lenses.up", "up", "scroll(-1)", "line", "Go a line up.", shown_as="↑↓"),
    Command("lenses.down", "down", "scroll(1)", "down", "Go a line down.", in_line=False),
    Command(
        "lenses.page-up", "pageup", "page(-1)", "page", "Go a page up.", shown_as="PageUp PageDown"
    ),
    Command("lenses.page-down", "pagedown", "page(1)", "on", "Go a page down.", in_line=False),
)
RIVALS = (
    Command(
        "rivals.left",
        "l",
        "take_side('left')",
        "take left",
        "Go on with the left text, as a revision over both.",
    ),
    Command(
        "rivals.right",
        "r",
        "take_side('right')",
        "take right",
        "Go on with the right text, as a revision over both.",
    ),
    Command(
        "rivals.next",
        "tab",
        "next_pair",
        "another",
        "Lay the next revision beside the left one, where there are more than two.",
    ),
    *LENSES,
)
TEXTS = (
    Command(
        "texts.take",
        "enter",
        "take",
        "take the other",
        "Go on with the other text; this one is kept, and lies beside it then.",
    ),
    Command("texts.throw-away", "f8", "throw_away", "throw away", "Throw the other text away."),
    *LENSES,
)
