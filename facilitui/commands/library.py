"""Library's commands."""

from __future__ import annotations

from facilitui.commands import Command

LIBRARY = (
    Command("library.open", "enter", "choose", "read", "Read, use or begin with what is marked."),
    Command(
        "library.look",
        "space",
        "look",
        "look",
        "Look at what is marked, without using it.",
    ),
    Command(
        "library.search",
        "slash,ctrl+f",
        "search",
        "search",
        "Search by name, purpose and family.",
    ),
    Command("library.kind", "tab", "other_kind", "agendas", "Go between protocols and agendas."),
    Command("library.order", "t", "order", "by time", "Order by purpose, or by time."),
    Command("library.leave", "escape", "leave", "home", "Leave the page, the search, the library."),
)
