"""The rubric's commands."""

from __future__ import annotations

from dataclasses import replace

from facilitui.commands import Command

MOST_LEVELS = 9
_LEVELS = tuple(
    Command(
        f"rubric.score-{level}",
        str(level),
        f"score({level})",
        "score",
        "Score the marked criterion, as high as its scale goes.",
        stands_for=f"1–{MOST_LEVELS}",
        in_line=False,
    )
    for level in range(1, MOST_LEVELS + 1)
)
SCORE, *OTHER_LEVELS = _LEVELS
"""A key for each level; the first one stands for all of them where keys are told."""
NOTE = Command("rubric.note", "enter,e", "note", "note", "Write a quote or a note to the score.")
MOMENT = Command(
    "rubric.moment", "t", "moment", "moment", "Choose the moment that the score is about."
)
TAKE_OUT = Command(
    "rubric.take-out", "0,delete,backspace", "take_out", "take out", "Take the score out."
)
OF_A_SCORE = frozenset({NOTE, MOMENT, TAKE_OUT})
"""What means something only where the marked criterion has a score."""
UNDO = Command("rubric.undo", "u,ctrl+z", "undo", "undo", "Undo the last change.")
THROW_AWAY = Command(
    "rubric.throw-away", "f8", "throw_away", "throw away", "Throw away what is not saved."
)
SAVE = Command("rubric.save", "ctrl+s,f2", "save", "save", "Save to the journal.")
RUBRIC = (
    replace(SCORE, in_line=True, shown_as="1 2 3…"),
    NOTE,
    MOMENT,
    SAVE,
    TAKE_OUT,
    UNDO,
    Command("rubric.other", "r", "rubric", "rubric", "Score with another rubric."),
    Command("rubric.whose", "o", "whose", "whose", "Show the scores that somebody else gave."),
    THROW_AWAY,
    Command("rubric.redo", "U,ctrl+y,shift+u", "redo", "redo", "Do it again.", in_line=False),
    Command("rubric.leave", "escape", "leave", "leave, kept", "Leave; what you gave is kept."),
    *OTHER_LEVELS,
)
