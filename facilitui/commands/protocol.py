"""Commands of writing a protocol."""

from __future__ import annotations

from facilitui.commands import Command

PROTOCOL = (
    Command("protocol.add", "a", "add", "add", "Add a step behind the marked one."),
    Command("protocol.edit", "e,enter", "edit", "edit", "Change what is marked."),
    Command("protocol.up", "shift+up,K", "move(-1)", "move", "Move the step up.", shown_as="⇧↑↓"),
    Command(
        "protocol.down", "shift+down,J", "move(1)", "down", "Move the step down.", in_line=False
    ),
    Command(
        "protocol.more",
        "plus,equals_sign",
        "minutes(1)",
        "minutes",
        "Make the step usually a minute longer.",
        shown_as="+ −",
    ),
    Command(
        "protocol.less",
        "minus",
        "minutes(-1)",
        "less",
        "Make the step usually a minute shorter.",
        in_line=False,
    ),
    Command("protocol.undo", "u,ctrl+z", "undo", "undo", "Undo the last change."),
    Command(
        "protocol.redo",
        "U,ctrl+y,shift+u",
        "redo",
        "redo",
        "Make the last undone change again.",
        in_line=False,
    ),
    Command("protocol.facts", "tab", "other_side", "facts", "Go between the steps and the facts."),
    Command("protocol.remove", "d,delete", "remove", "remove", "Take out what is marked."),
    Command(
        "protocol.fewer",
        "left",
        "people(-1)",
        "people",
        "Work the times out for one person less.",
        shown_as="← →",
    ),
    Command(
        "protocol.people",
        "right",
        "people(1)",
        "more people",
        "Work the times out for one person more.",
        in_line=False,
    ),
    Command(
        "protocol.number",
        "n",
        "number",
        "number",
        "Say for how many people the times are worked out.",
        in_line=False,
    ),
    Command(
        "protocol.duplicate",
        "D,shift+d",
        "duplicate",
        "duplicate",
        "Put a copy behind the marked step.",
        in_line=False,
    ),
    Command(
        "protocol.checks",
        "c",
        "checks",
        "checks",
        "Show everything to look at again.",
        in_line=False,
    ),
    Command(
        "protocol.shipped",
        "b",
        "back_to_shipped",
        "shipped",
        "Go back to the shipped one; yours is kept aside.",
        in_line=False,
    ),
    Command(
        "protocol.conflict",
        "f",
        "settle",
        "file",
        "Settle a file that was changed elsewhere.",
        in_line=False,
    ),
    Command(
        "protocol.leave", "escape", "leave", "leave", "Leave; every change is kept.", in_line=False
    ),
)
