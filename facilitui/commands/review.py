"""Review mode's commands: an apprentice's, and a mentor's."""

from __future__ import annotations

from facilitui.commands import Command

READ = Command(
    "review.open",
    "enter",
    "choose",
    "read",
    "Read what is marked, or go on with what is half written.",
)
SEARCH = Command(
    "review.search",
    "slash,ctrl+f",
    "search",
    "search",
    "Search; every word and every filter, such as kind:question, must hold.",
)
SEEN = Command(
    "review.seen",
    "l",
    "all_seen",
    "seen",
    "Say that all of it is seen, or all that a search found: only what comes later is new then.",
)
UNSEE = Command("review.unsee", "u", "unsee", "unsee", "Take back what was last said to be seen.")
LEAVE = Command(
    "review.leave", "escape", "leave", "back", "Leave the page, the search, or the review."
)

APPRENTICE = (
    READ,
    LEAVE,
    Command(
        "review.settle",
        "s",
        "settle",
        "settle",
        "Settle a question; again opens it once more, to bring, answered or not.",
    ),
    Command(
        "review.export",
        "x",
        "hand_over",
        "export",
        "Write the whole journal, all that you ever wrote in it, into a file for your mentor.",
    ),
    Command(
        "review.import", "i", "take_in", "import", "Import the file that your mentor sent back."
    ),
    Command("review.goal", "g", "goal", "goal", "Write down a growth goal."),
    Command(
        "review.ask", "K,shift+k", "ask", "ask", "Ask your mentor about the entry that is read."
    ),
    Command(
        "review.mark",
        "k",
        "mark",
        "mark",
        "Mark the entry, to bring to your mentor; again takes the mark back.",
    ),
    SEEN,
    UNSEE,
    Command(
        "review.revise",
        "e",
        "revise",
        "revise",
        "Go on with the question, the goal, or what your mentor told you.",
    ),
    Command(
        "review.evidence",
        "plus",
        "evidence",
        "shows",
        "Say that the entry that is read shows a growth goal.",
        in_line=False,
    ),
    Command(
        "review.told",
        "a",
        "tell",
        "told",
        "Write down what your mentor told you, to a question or about an entry.",
        in_line=False,
    ),
    SEARCH,
)
MENTOR = (
    READ,
    LEAVE,
    Command(
        "review.answer",
        "a",
        "answer",
        "answer",
        "Answer the question, or write a note on the entry; what you wrote before is gone on with.",
    ),
    Command(
        "review.note",
        "o",
        "note",
        "note",
        "Write a note on the entry that is read, whatever was asked about it.",
        in_line=False,
    ),
    Command(
        "review.export", "x", "hand_over", "export", "Write your answers into a file to send back."
    ),
    Command(
        "review.withdraw",
        "w",
        "withdraw",
        "withdraw",
        "Withdraw what you answered, for a reason; x hands that over too.",
        in_line=False,
    ),
    SEEN,
    UNSEE,
    SEARCH,
    Command(
        "review.trends",
        "t",
        "trends",
        "trends",
        "See what several entries show over time: scores and goals; logs are in no export.",
        in_line=False,
    ),
    Command(
        "review.verify",
        "v",
        "verify",
        "verify",
        "Check what in the file was changed or is missing.",
        in_line=False,
    ),
    Command(
        "review.purge",
        "P,shift+p",
        "purge",
        "purge",
        "Purge all that you keep of this journal: what you answered, and where you looked.",
        in_line=False,
    ),
)
