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
    Command("journal.kind", "tab", "other_kind", "kinds", "Show the next kind of entries alone."),
    Command("journal.debrief", "e", "revise", "revise", "Open the entry again, to revise it."),
    Command(
        "journal.next",
        "n",
        "next_of_session",
        "next",
        "Open the next entry of the same session.",
        in_line=False,
    ),
    Command(
        "journal.before",
        "left_square_bracket",
        "leaf(1)",
        "before",
        "Show the revision before.",
        in_line=False,
        shown_as="[",
    ),
    Command(
        "journal.after",
        "right_square_bracket",
        "leaf(-1)",
        "after",
        "Show the revision after.",
        in_line=False,
        shown_as="]",
    ),
    Command(
        "journal.replay", "r", "replay", "replay", "Go through the session again, moment by moment."
    ),
    Command(
        "journal.report",
        "E,shift+e",
        "report",
        "report",
        "Write a report of the session for a reader: leader, council, mentor and others.",
    ),
    Command(
        "journal.rubric",
        "s",
        "rubric",
        "score",
        "Score yourself on the entry's session; on an observation enter what was scored there.",
    ),
    Command(
        "journal.observation",
        "o",
        "observe",
        "observed",
        "Write down what somebody observed of the session.",
        in_line=False,
    ),
    Command(
        "journal.attachments",
        "a",
        "attach",
        "attached",
        "See what is attached to the session, and attach more.",
        in_line=False,
    ),
    Command(
        "journal.feedback",
        "f",
        "hear",
        "feedback",
        "See what participants said about the session, and take in more.",
        in_line=False,
    ),
    Command("journal.verify", "v", "verify", "verify", "Check that nothing was changed or lost."),
    Command("journal.leave", "escape", "leave", "home", "Leave the page, the search, the journal."),
)
