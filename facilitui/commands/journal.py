"""Journal's commands."""

from __future__ import annotations

from facilitui.commands import Command

JOURNAL = (
    Command("journal.open", "enter", "choose", "read", "Read the marked entry; escape goes back."),
    Command(
        "journal.search",
        "slash,ctrl+f",
        "search",
        "search",
        "Search everything you wrote; every word must occur.",
    ),
    Command("journal.debrief", "e", "revise", "revise", "Open the debrief again, to revise it."),
    Command(
        "journal.replay", "r", "replay", "replay", "Go through the session again, moment by moment."
    ),
    Command("journal.verify", "v", "verify", "verify", "Check that nothing was changed or lost."),
    Command("journal.leave", "escape", "leave", "home", "Leave the page, the search, the journal."),
)
