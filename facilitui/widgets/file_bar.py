"""What is wrong with the file of what is edited, and the key that helps."""

from __future__ import annotations

from typing import Any

from textual.content import Content

from facilitui import text as t
from facilitui.services.desk import Desk

MOST_LINES = 3
"""Lines that the sentence may take."""


def file_bar(desk: Desk[Any], width: int) -> t.Lines:
    """A sentence and what can be done; nothing where all is well."""
    told = _told(desk)
    if not told:
        return []
    lines = t.clipped(t.wrapped(told, width - 2), MOST_LINES, width - 2)
    return [*t.labelled("!", lines, 2), t.fitted(t.join("  ", _offer(desk)), width), t.BLANK]


def _told(desk: Desk[Any]) -> str:
    return told_refused(desk) or (desk.conflict.told if desk.conflict else "")


def told_refused(desk: Desk[Any]) -> str:
    """Why the disk does not take what was changed; nothing while it does."""
    return f"Not on the disk yet: {desk.refused}" if desk.refused else ""


def _offer(desk: Desk[Any]) -> Content:
    if desk.conflict:
        return t.join(t.strong("f"), t.soft(f" {', '.join(desk.conflict.ways)}"))
    return t.soft("It stays here and is tried again.")


def brief(desk: Desk[Any]) -> str:
    """The same in a few words; empty where all is well."""
    if desk.refused:
        return "! not on the disk yet"
    return f"! file {desk.conflict.brief}, f settles it" if desk.conflict else ""
