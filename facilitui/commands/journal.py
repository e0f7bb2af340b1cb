"""Journal's commands."""

from __future__ import annotations

from facilitui.commands import Command

JOURNAL = (
    Command("journal.open", "enter", "choose", "read", "Read the marked entry; escape goes back."),
    Command("journal.leave", "escape", "leave", "home", "Leave the page, the search, the journal."),
    Command(
        "journal.next",
        "n",
        "next_belonging",
        "next",
        "Open the next entry that belongs to it: of its session, its promises, its plan's runs.",
    ),
    Command(
        "journal.search",
        "slash,ctrl+f",
        "search",
        "search",
        "Search everything; every word must occur, filters as role:apprentice,mentor (any) narrow "
        "it, tab completes.",
    ),
    Command(
        "journal.trends",
        "t",
        "trends",
        "trends",
        "See the journal's trends: scores, goals, waits, times, voices and steps over sessions.",
    ),
    Command("journal.kind", "tab", "other_kind", "kinds", "Show the next kind of entries alone."),
    Command(
        "journal.kind_before",
        "shift+tab",
        "other_kind(-1)",
        "kind before",
        "Show the kind of entries before alone.",
        in_line=False,
    ),
    Command("journal.debrief", "e", "revise", "revise", "Open the entry again, to revise it."),
    Command(
        "journal.changes",
        "d",
        "changes",
        "changed",
        "Tell what changed against the revision before; again shows the entry.",
    ),
    Command(
        "journal.months",
        "m",
        "months",
        "months",
        "List the months of what is found, with how much each holds; enter shows its entries.",
    ),
    Command(
        "journal.before",
        "left_square_bracket",
        "leaf(1)",
        "before",
        "Show the revision before.",
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
    Command(
        "journal.export",
        "x",
        "take_along",
        "export",
        "Export all that is found into a file, as JSON Lines or Markdown.",
    ),
    Command(
        "journal.review",
        "R,shift+r",
        "review",
        "review",
        "Review it: what to bring to your mentor, what they answered, growth goals, what is new.",
    ),
    Command(
        "journal.mark",
        "k",
        "mark",
        "mark",
        "Mark the entry, to bring to your mentor; again takes the mark back.",
        in_line=False,
    ),
    Command(
        "journal.ask",
        "K,shift+k",
        "ask",
        "ask",
        "Ask your mentor about the entry, or about a passage of it.",
        in_line=False,
    ),
    Command(
        "journal.withdraw",
        "w",
        "withdraw",
        "withdraw",
        "Let the entry count no more, with a reason; on a withdrawn one take that back.",
        in_line=False,
    ),
    Command(
        "journal.purge",
        "P,shift+p",
        "purge",
        "purge",
        "Blank the entry or its session for good; what goes and what stays is shown before.",
        in_line=False,
    ),
    Command(
        "journal.rivals",
        "c",
        "rivals",
        "conflict",
        "Settle conflicting revisions, shown side by side: the entry's, else the next ones.",
        in_line=False,
    ),
    Command(
        "journal.import",
        "i",
        "take_in",
        "import",
        "Take in what your mentor sent back, what you exported elsewhere, or a month of this "
        "journal that came back.",
        in_line=False,
    ),
    Command("journal.verify", "v", "verify", "verify", "Check that nothing was changed or lost."),
    Command(
        "journal.backup",
        "B,shift+b",
        "back_up",
        "back up",
        "Pack everything into one file: plans, sessions, journal, attachments, drafts, settings.",
        in_line=False,
    ),
)
COMPLETE = Command(
    "journal.complete", "tab", "complete", "complete", "Complete the filter or the value."
)
"""What tab does in the search line, where there is something to complete."""
