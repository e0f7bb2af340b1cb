"""Debrief's commands."""

from __future__ import annotations

from facilitui.commands import Command

GAPS = Command(
    "debrief.gaps",
    "ctrl+g",
    "gaps",
    "gaps",
    "Say which stretches without the program count.",
)
"""In the key line only where there are any."""
NOTES = Command("debrief.notes", "f9", "notes", "show marks", "Show or hide marks and captures.")
DEBRIEF = (
    Command("debrief.next", "tab", "next_question", "next question", "Go to the next question."),
    Command(
        "debrief.before",
        "shift+tab",
        "previous_question",
        "before",
        "Go to the one before.",
        in_line=False,
    ),
    Command("debrief.save", "ctrl+s,f2", "save", "save", "Save to the journal."),
    GAPS,
    Command("debrief.frame", "f4", "frame", "frame", "Go on in another frame."),
    Command("debrief.waits", "f5", "sort('waits')", "waits", "Say how each wait ended."),
    Command("debrief.norms", "f3", "sort('norms')", "norms", "Say what became of each norm."),
    Command("debrief.quotes", "f12", "quotes", "quotes", "Release captures as quotes."),
    NOTES,
    Command("debrief.due", "f8", "due", "date", "Set the date of the commitment."),
    Command("debrief.leave", "escape", "leave", "leave, kept", "Leave; what you wrote is kept."),
)
