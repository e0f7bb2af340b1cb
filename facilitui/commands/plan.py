"""Plan's commands: the agenda's, the four questions', and those that work on both sides."""

from __future__ import annotations

from dataclasses import replace

from facilitui.commands import Command

_BLOCKS = (
    Command("plan.add", "a", "add", "add", "Add a block behind the marked one."),
    Command("plan.edit", "e,enter", "edit", "edit", "Change the marked block."),
    Command("plan.protocol", "p", "protocol", "protocol", "Put a protocol into the agenda."),
)
_MARKED = (
    Command("plan.up", "shift+up,K", "carry(-1)", "move", "Move the block up.", shown_as="⇧↑↓"),
    Command("plan.down", "shift+down,J", "carry(1)", "down", "Move the block down.", in_line=False),
    Command(
        "plan.more",
        "plus,equals_sign",
        "minutes(1)",
        "minutes",
        "Make the block a minute longer; or type its minutes.",
        shown_as="+ −",
    ),
    Command(
        "plan.less",
        "minus",
        "minutes(-1)",
        "less",
        "Make the block a minute shorter.",
        in_line=False,
    ),
    Command("plan.remove", "d,delete", "remove", "remove", "Take the block out.", in_line=False),
    Command(
        "plan.park",
        "k",
        "park",
        "park",
        "Park the block, or bring a parked one back.",
        in_line=False,
    ),
    Command(
        "plan.duplicate",
        "D,shift+d",
        "duplicate",
        "duplicate",
        "Put a copy behind the block.",
        in_line=False,
    ),
    Command("plan.split", "S,shift+s", "split", "split", "Divide the block in two.", in_line=False),
    Command(
        "plan.groups",
        "o",
        "groups",
        "groups",
        "Choose sub-groups or parallel groups for this many people.",
        in_line=False,
    ),
    Command("plan.pin", "t", "pin", "pin", "Pin the block's start, or let it go.", in_line=False),
    Command(
        "plan.step-minutes",
        "i",
        "step_minutes",
        "step times",
        "Set the minutes of a protocol's steps.",
        in_line=False,
    ),
    Command("plan.steps", "x", "steps", "steps", "Show or hide the steps.", in_line=False),
)

AGENDA = (*_BLOCKS, *_MARKED)

QUESTIONS = (
    Command(
        "plan.change", "e,enter", "edit", "edit", "Change what is marked, or go to what it names."
    ),
    Command(
        "plan.add-here",
        "a",
        "add",
        "add",
        "Add a goal; among the evidence, an evidence measure.",
    ),
    Command(
        "plan.take-out",
        "d,delete",
        "remove",
        "remove",
        "Take the goal or the evidence out.",
        in_line=False,
    ),
)

_OTHER_SIDE = Command(
    "plan.questions",
    "tab,shift+tab",
    "other_side",
    "questions",
    "Go between the agenda and the four questions.",
)
_UNDO = Command("plan.undo", "u,ctrl+z", "undo", "undo", "Undo the last change.")
_BOTH = (
    Command("plan.start", "s", "start", "start", "Start the session, or go on with it."),
    Command(
        "plan.start-anew",
        "B,shift+b",
        "start(True)",
        "begin anew",
        "Begin another session while one lies open.",
        in_line=False,
    ),
    Command(
        "plan.rehearse",
        "R,shift+r",
        "rehearse",
        "rehearse",
        "Run the plan as fast as you like; nothing of it is kept.",
        in_line=False,
    ),
    Command("plan.checks", "c", "checks", "checks", "Show everything to look at again."),
    Command("plan.matrix", "m", "matrix", "alignment", "See which goals are served, and tick."),
    Command(
        "plan.ready", "r", "page('ready')", "ready", "Tick off what has to be there.", in_line=False
    ),
    Command(
        "plan.changes",
        "w",
        "page('began')",
        "what changed",
        "See what you changed of the agenda that the plan began from.",
        in_line=False,
    ),
    Command("plan.goal", "g", "add_goal", "goal", "Add a goal.", in_line=False),
    Command(
        "plan.evidence", "v", "add_evidence", "evidence", "Add an evidence measure.", in_line=False
    ),
    Command(
        "plan.redo",
        "U,ctrl+y,shift+u",
        "redo",
        "redo",
        "Make the last undone change again.",
        in_line=False,
    ),
    Command(
        "plan.export",
        "E,shift+e",
        "export",
        "hand over",
        "Write an agenda, a run sheet or a calendar entry for others.",
        in_line=False,
    ),
    Command(
        "plan.series",
        "N,shift+n",
        "next_session",
        "next session",
        "Plan the group's next session from this one.",
        in_line=False,
    ),
    Command(
        "plan.conflict",
        "f",
        "settle",
        "file",
        "Settle a file that was changed elsewhere.",
        in_line=False,
    ),
    Command(
        "plan.leave", "escape", "leave", "leave", "Leave; every change is kept.", in_line=False
    ),
)

PLAN = (_OTHER_SIDE, _UNDO, *_BOTH)

AGENDA_LINE = (*_BLOCKS, _OTHER_SIDE, _UNDO, *_MARKED, *_BOTH)
"""What the key line tells while the keys go to the agenda, the least needed last."""
PIN_LINE = (
    Command("plan.take-line", "enter", "take_line", "pins", "Pin the start that is typed."),
    Command("plan.leave-line", "escape", "leave", "leaves", "Leave the line."),
)
"""What it tells while a start is typed."""
QUESTIONS_LINE = (*QUESTIONS, replace(_OTHER_SIDE, word="agenda"), _UNDO, *_BOTH)
"""What it tells while they go to the questions."""
