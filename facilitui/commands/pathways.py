"""The commands of pathways: all enrolments, and the board of one."""

from __future__ import annotations

from facilitui.commands import Command

PATHWAYS = (
    Command("pathways.open", "enter", "choose", "open", "Open the board of the marked enrolment."),
    Command(
        "pathways.enrol", "n", "enrol", "enrol", "Enrol in a pathway, after reading what it asks."
    ),
    Command(
        "pathways.asks",
        "i",
        "read_pathway",
        "what it asks",
        "Read all that the marked enrolment's pathway asks for.",
    ),
    Command("pathways.leave", "escape", "leave", "back", "Go back."),
)
BOARD = (
    Command(
        "board.open",
        "enter",
        "choose",
        "do it",
        "Do what is next for what is marked: log it, sort sessions, or open what meets it.",
    ),
    Command("board.log", "l", "log", "log", "Log something under the marked requirement."),
    Command("board.sort", "s", "sort", "sort", "Say which sessions and observations count."),
    Command(
        "board.cycles", "p", "cycles", "cycles", "See the cycles, part by part.", in_line=False
    ),
    Command("board.roster", "r", "roster", "roster", "See who takes part.", in_line=False),
    Command(
        "board.areas",
        "a",
        "areas",
        "areas",
        "Enter the priority areas, with who designated them.",
        in_line=False,
    ),
    Command(
        "board.rule",
        "o",
        "rule",
        "rule",
        "Enter the rule for scores as the programme stated it to you.",
        in_line=False,
    ),
    Command("board.leave", "escape", "leave", "back", "Go back to the list, or leave the board."),
    Command(
        "board.phase", "m", "enter_phase", "phase", "Enter a phase; it is told what is not met yet."
    ),
    Command(
        "board.evidence",
        "e",
        "documents",
        "evidence",
        "Write the evidence summary, or another document, into a file.",
    ),
    Command(
        "board.close",
        "c",
        "close",
        "close",
        "Close the enrolment, or open it again.",
        in_line=False,
    ),
    Command(
        "board.move",
        "v",
        "move",
        "changed file",
        "See what the pathway's changed file would change, and move to it.",
        in_line=False,
    ),
    Command(
        "board.journal",
        "j",
        "open_entry",
        "journal",
        "Open in the journal what meets the marked requirement.",
    ),
    Command(
        "board.aside",
        "w",
        "aside",
        "wait",
        "Say that the marked requirement waits for an opportunity, or is set aside.",
    ),
    Command("board.cards", "k", "cards", "cards", "Read the pathway's cards."),
    Command(
        "board.asks",
        "i",
        "read_pathway",
        "what it asks",
        "Read all that the pathway asks for, as it was enrolled in.",
        in_line=False,
    ),
    Command("board.details", "d", "details", "details", "Change name and details.", in_line=False),
    Command(
        "board.undo", "u", "take_back", "undo", "Take back what was done last; it is told first."
    ),
    Command(
        "board.redo",
        "U,shift+u,ctrl+y",
        "redo",
        "no redo",
        "What was taken back is said anew: there is no redo here.",
        in_line=False,
    ),
    Command(
        "board.side",
        "tab,shift+tab",
        "other_side",
        "page",
        "Change between the list and the page of what is marked.",
        in_line=False,
    ),
)
