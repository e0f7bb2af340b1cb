"""The rows of a choice: what they show, and whether they hold it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from facilitui import text as t
from facilitui.core.search import folded
from facilitui.widgets.rows import Row
from facilitui.widgets.search_line import emphasised

if TYPE_CHECKING:
    from facilitui.screens.dialogs.choose import Choice


def has_words(choice: Choice, words: Sequence[str]) -> bool:
    """Whether a choice has all of these words, which are folded."""
    text = folded(f"{choice.name} {choice.about}")
    return all(word in text for word in words)


def has_room(choice: Choice, width: int) -> bool:
    """Whether a row of this width holds all that is told of a choice."""
    note = cell_len(choice.note)
    return cell_len(choice.name) + (note + 2 if note else 0) <= width


def choice_row(choice: Choice, words: tuple[str, ...], in_rows: Callable[[int], bool]) -> Row:
    """A choice with the words marked; `in_rows` tells whether rows of a width hold all of it."""

    def draw(width: int, marked: bool) -> t.Lines:
        name = t.strong(choice.name) if marked else t.ink(choice.name)
        about = t.soft(choice.note if in_rows(width) else choice.figure)
        return [t.spread(emphasised(name, words), emphasised(about, words), width)]

    return Row(choice.key, draw)
