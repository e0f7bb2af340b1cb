"""Titles, parts and keys set in lines: what no reader likes at the end of one is not there."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content

from facilitui import text as t

POINT = " ·"
"""Behind a part of a line, where another one follows."""


def titled(text: str, width: int, style: str = t.INK, *, most: int | None = None) -> t.Lines:
    """A title in at most so many lines; where it is whole, its last line is not a word alone."""
    lines = t.wrapped(text, width, style)
    if most is not None and len(lines) > most:
        return t.clipped(lines, most, width)
    if len(lines) < 2 or "\n" in text or " " in lines[-1].plain:
        return lines
    *others, before, last = lines
    head, _, word = before.plain.rpartition(" ")
    whole = (f"{word}{gap}{last.plain}" for gap in (" ", ""))  # a line may end behind a hyphen
    joined = next((each for each in whole if each in text), "")
    has_room = " " in head and joined and cell_len(joined) <= width
    return [*others, before[: len(head)], Content.styled(joined, style)] if has_room else lines


def beside(
    text: str, room: int, width: int, style: str = t.INK, *, most: int | None = None
) -> t.Lines:
    """A title whose first line has less room than the others, as something stands behind that.

    The others stay below the first one, unless that takes a line more.
    """
    lines = titled(text, room, style, most=most)
    first = t.wrapped(text, room, style)[0]
    if len(lines) < 3 or not text.startswith(first.plain):
        return lines
    rest = text[len(first.plain) :].strip()
    wider = [first, *titled(rest, width, style, most=most - 1 if most is not None else None)]
    return wider if len(wider) < len(lines) else lines


def parted(text: str, width: int, style: str = t.INK) -> t.Lines:
    """Parts divided by points in lines; no point ends a line, and no part is broken in vain."""
    lines: list[str] = []
    for part in text.split(f"{POINT} "):
        joined = f"{lines[-1]}{POINT} {part}" if lines else part
        lines = [*lines[:-1], joined] if cell_len(joined) <= width else [*lines, part]
    in_parts = [each for line in lines for each in t.wrapped(line, width, style)]
    by_words = t.wrapped(text, width, style)
    if len(in_parts) <= len(by_words):
        return in_parts
    return [line[: len(line.plain.removesuffix(POINT))] for line in by_words]


def key_table(keys: Iterable[tuple[str, str]], width: int) -> t.Lines:
    """Keys under one another, with what each does from one column on."""
    told = tuple(keys)
    indent = max((cell_len(name) for name, _ in told), default=0) + 2
    return [
        line
        for name, does in told
        for line in t.labelled(t.strong(name), t.wrapped(does, width - indent), indent)
    ]
