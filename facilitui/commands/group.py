"""The commands of a group's screen."""

from __future__ import annotations

from facilitui.commands import Command

GROUP = (
    Command("group.open", "enter", "open", "open", "Open or change what is marked."),
    Command("group.next", "n", "next_session", "next session", "Plan the group's next session."),
    Command("group.norms", "o", "norms", "norms", "Change the norms: one version more."),
    Command("group.people", "p", "people", "people", "Change who is in it."),
    Command("group.wish", "w", "wish", "wish", "Write down something they ask for."),
    Command("group.let_go", "d", "let_go", "let go", "Let a wish go, or wish for it again."),
    Command("group.undo", "u,ctrl+z", "undo", "undo", "Undo the last change."),
    Command("group.redo", "U,ctrl+y,shift+u", "redo", "redo", "Do it again.", in_line=False),
    Command("group.about", "e", "about", "name", "Change the name and the note."),
    Command(
        "group.other_side",
        "tab",
        "other_side",
        "other side",
        "Go between what is to come and what is kept.",
        in_line=False,
    ),
    Command(
        "group.settle",
        "f",
        "settle",
        "file",
        "Settle what becomes of a file that was changed elsewhere.",
        in_line=False,
    ),
    Command(
        "group.leave", "escape", "leave", "leave", "Leave; every change is kept.", in_line=False
    ),
)
