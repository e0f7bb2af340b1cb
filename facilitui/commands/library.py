"""Library's commands."""

from __future__ import annotations

from dataclasses import replace

from facilitui.commands import Command

LIBRARY: tuple[Command, ...] = (
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
        "Search by name, purpose, roles, steps, or figures: 45 min, 20 people. Slips are forgiven.",
    ),
    Command("library.kind", "tab", "other_kind", "agendas", "Go between protocols and agendas."),
    Command(
        "library.star",
        "asterisk",
        "star",
        "star",
        "Make it a favourite, or no longer.",
        shown_as="*",
    ),
    Command("library.change", "e", "change", "change", "Change it; of one not yours, a copy."),
    Command(
        "library.copy",
        "d",
        "change(True)",
        "copy",
        "Write another one, beginning with a copy of it.",
        in_line=False,
    ),
    Command("library.write", "n", "write", "new", "Write a protocol of your own."),
    Command("library.order", "t", "order", "by time", "Order by purpose, or by time."),
    Command(
        "library.people",
        "g",
        "filter('people')",
        "group",
        "Say how many people there will be.",
        in_line=False,
    ),
    Command(
        "library.minutes",
        "m",
        "filter('minutes')",
        "minutes",
        "Only what can be done in so many minutes.",
        in_line=False,
    ),
    Command(
        "library.mode",
        "o",
        "filter('mode')",
        "meets",
        "Say how you meet: in person, online, both, over days.",
        in_line=False,
    ),
    Command(
        "library.purpose",
        "p",
        "filter('purpose')",
        "purpose",
        "Only what serves one purpose, and then the next.",
        in_line=False,
    ),
    Command(
        "library.silence",
        "s",
        "filter('silence')",
        "silence",
        "Only what has silent work, or only what has none.",
        in_line=False,
    ),
    Command(
        "library.favourites",
        "f",
        "filter('favourites')",
        "favourites",
        "Only your favourites.",
        in_line=False,
    ),
    Command(
        "library.unfit",
        "h",
        "unfit",
        "hidden",
        "Show what is made for other groups or ways of meeting, or hide it again.",
        in_line=False,
    ),
    Command("library.clear", "c", "clear", "clear", "Let all filters go.", in_line=False),
    Command("library.leave", "escape", "leave", "home", "Leave the page, the search, the library."),
)

_KEYS_OF_FILTERS = {
    "people": "ctrl+g",
    "minutes": "ctrl+t",
    "mode": "ctrl+o",
    "purpose": "ctrl+r",
    "silence": "ctrl+s",
    "favourites": "ctrl+b",
    "unfit": "ctrl+y",
    "clear": "ctrl+l",
}
_NAMED = {each.id.removeprefix("library."): each for each in LIBRARY}


def _with_key(name: str, key: str) -> Command:
    """What the library does too, with a key that is no text."""
    return replace(_NAMED[name], id=f"choosing.{name}", keys=key)


CHOOSING = (
    Command("choosing.take", "enter", "choose", "use", "Use what is marked."),
    Command("choosing.look", "tab", "look", "look", "Look at what is marked, or at the list."),
    *(_with_key(name, key) for name, key in _KEYS_OF_FILTERS.items()),
    Command("choosing.leave", "escape", "leave", "leave", "Leave the page, the search, the list."),
    _with_key("write", "ctrl+n"),
)
"""What can be done where a protocol is chosen: letters are always searched for."""
