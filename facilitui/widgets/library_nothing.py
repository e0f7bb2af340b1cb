"""What the library says where its list is empty, and how to go on from there."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from facilitui import text as t

Loosening = tuple[str, str, int]
"""A key, what is looked for by it, and how many there are without that."""


def nothing_found(query: str, what: str, width: int) -> t.Lines:
    """Nothing has these words nor anything near them."""
    return [
        *t.wrapped(f"No {what} has “{query.strip()}” or anything near it.", min(66, width)),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("show all of them again")),
    ]


def nothing_left(
    what: str,
    there_are: int,
    loosenings: Sequence[Loosening],
    clear: tuple[str, int],
    width: int,
    starred_with: str = "",
    *,
    letters: bool,
) -> t.Lines:
    """The filters leave nothing: which of them to loosen, or all at once.

    `clear` is the key that lets all of them go, and how many there are then. Where keys are the
    `letters` of a search, enter makes them keys again. `starred_with` is the key that makes a
    favourite, told where only favourites are wanted and there is none.
    """
    all_of_them = f"{what}s" if there_are != 1 else what
    room = max([len(named) for _, named, _ in loosenings], default=0)
    room = max(room, len("all filters"))
    key, left = clear
    told = "Press enter, then what to go without" if letters else "Without this there would be"
    star = f"No {what} is a favourite yet: {starred_with} on its name makes it one."
    return [
        *t.wrapped(f"None of {there_are} {all_of_them} is left.", width, f"bold {t.INK}"),
        *(t.wrapped(star, min(66, width)) if starred_with else []),
        t.BLANK,
        t.soft(told),
        *(_way(each, named, count, room, width) for each, named, count in loosenings),
        _way(key, "all filters", left, room, width),
    ]


def _way(key: str, told: str, count: int, room: int, width: int) -> Content:
    line = t.join(t.strong(key), "  ", t.padded(t.ink(told), room), t.right(t.ink(count), 6))
    return t.fitted(line, width)


def empty_lines(what: str, width: int) -> t.Lines:
    """No file could be read."""
    return [
        t.strong(f"There are no {what}s."),
        t.BLANK,
        *t.wrapped(
            f"Those that come with the program could not be found. A file of your own in the "
            f"{what}s folder of your data appears here at once.",
            min(66, width),
        ),
    ]
