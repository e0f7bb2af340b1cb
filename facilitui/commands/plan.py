"""Plan's commands."""

from __future__ import annotations

from facilitui.commands import Command

PLAN = (
    Command("plan.add", "a", "add", "add", "Add a block behind the marked one."),
    Command("plan.edit", "e,enter", "edit", "edit", "Change what is marked."),
    Command("plan.protocol", "p", "protocol", "protocol", "Put a protocol into the agenda."),
    Command("plan.up", "shift+up,K", "move(-1)", "move", "Move the block up.", shown_as="⇧↑↓"),
    Command("plan.down", "shift+down,J", "move(1)", "down", "Move the block down.", in_line=False),
    Command(
        "plan.more",
        "plus,equals_sign",
        "minutes(1)",
        "minutes",
        "Make the block a minute longer.",
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
    Command("plan.undo", "u,ctrl+z", "undo", "undo", "Undo the last change."),
    Command(
        "plan.redo",
        "U,ctrl+y,shift+u",
        "redo",
        "redo",
        "Make the last undone change again.",
        in_line=False,
    ),
    Command(
        "plan.questions",
        "tab",
        "other_side",
        "questions",
        "Go between the agenda and the four questions.",
    ),
    Command("plan.remove", "d,delete", "remove", "remove", "Take out what is marked."),
    Command("plan.start", "s", "start", "start", "Start the session."),
    Command("plan.steps", "x", "steps", "steps", "Show or hide the steps.", in_line=False),
    Command(
        "plan.checks", "c", "checks", "checks", "Show everything to look at again.", in_line=False
    ),
    Command("plan.goal", "g", "add_goal", "goal", "Add a goal.", in_line=False),
    Command(
        "plan.evidence", "v", "add_evidence", "evidence", "Add an evidence measure.", in_line=False
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
