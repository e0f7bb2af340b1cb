"""Debrief's commands."""

from __future__ import annotations

from dataclasses import replace

from facilitui.commands import Command

NOTES = Command("debrief.notes", "f9", "notes", "marks", "Show or hide marks and captures.")
MOMENT = Command(
    "debrief.moment", "ctrl+r", "moment", "replay", "Replay the moment that is asked about."
)
DUE = Command("debrief.due", "f8", "due", "date", "Set the date of the commitment.")
SORT = Command("debrief.sort", "f3", "sort", "sort", "Sort waits, norms, captures, goals and more.")
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
    SORT,
    Command("debrief.frame", "f4", "frame", "frame", "Go on in another frame."),
    Command("debrief.about", "f6", "about", "with whom", "Say with whom, and in what part."),
    Command("debrief.pull", "f5", "pull", "pull in", "Pull a capture into the answer."),
    Command("debrief.rubric", "f7", "rubric", "rubric", "Score yourself with a rubric."),
    Command("debrief.evidence", "ctrl+o", "evidence", "evidence", "Observation, feedback, files."),
    NOTES,
    DUE,
    MOMENT,
    Command("debrief.lens", "ctrl+l", "lens", "second lens", "Debrief through a second lens."),
    Command("debrief.leave", "escape", "leave", "leave", "Leave; what you wrote is kept."),
)
NEXT, SAVE, LEAVE = DEBRIEF[0], DEBRIEF[2], DEBRIEF[-1]
_TAKE = Command("debrief.take-line", "enter", "take_line", "saves", "Be done with the line.")
WHY_LINE = (_TAKE, replace(LEAVE, word="back, not saved"))
DUE_LINE = (replace(_TAKE, word="sets it"), replace(LEAVE, word="leaves it as it was"))
"""What is told while a reason, or a date, is typed."""
FACTS, ANSWERS = replace(NOTES, word="facts"), replace(NOTES, word="answers")
"""What the same key shows where there is no room for both."""
KEPT = replace(SORT, word="kept?")
"""What the same key asks at a question about what was promised before."""


def offered(
    *, moment: bool, earlier: bool, promised: bool, narrow: bool, notes: bool
) -> tuple[Command, ...]:
    """The keys, those first that mean something where one is; the rest as they are declared.

    `moment`, `earlier` and `promised` tell of the question one is at that it is about a moment,
    about what was promised before, and that it asks for a commitment; `narrow` that the facts
    have no room, `notes` that they are shown.
    """
    beside = (ANSWERS if notes else FACTS) if narrow else NOTES
    here = ((MOMENT, moment), (KEPT, earlier), (DUE, promised), (FACTS, narrow and not notes))
    wanted = (command for command, is_wanted in here if is_wanted)
    always = (ANSWERS, SAVE) if narrow and notes else (NEXT, SAVE)
    first = (*always, *wanted, LEAVE)
    ids = {command.id for command in first}
    others = (beside if each is NOTES else each for each in DEBRIEF if each.id not in ids)
    return (*first, *others)
