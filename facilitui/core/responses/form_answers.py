"""Whether what is taken for an agenda holds the answers to a form: dated rows below questions."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.agendas_outside.raw_table import RawRow, RawTable, cell
from facilitui.core.responses.feedback_headings import heading_words, items_named, tells_when
from facilitui.core.responses.form_words import is_moment

_LOOKED_AT = 20
"""Rows by which is judged what a column holds."""
_LONG = 5
"""Words from which on a heading is no column's name, but a sentence."""


def holds_answers(table: RawTable) -> bool:
    """Whether its headings, or its first row, ask questions beside the moments of the answers."""
    if _asks(table.columns, table.rows):
        return True
    return bool(table.rows) and _asks(table.rows[0].cells, table.rows[1:])


def _asks(heads: Sequence[str], rows: Sequence[RawRow]) -> bool:
    words = [heading_words(head) for head in heads]
    dated = [at for at, each in enumerate(words) if tells_when(each) and _are_dated(rows, at)]
    return bool(dated) and any(_is_question(w) for at, w in enumerate(words) if at not in dated)


def _are_dated(rows: Sequence[RawRow], column: int) -> bool:
    held = [text for row in rows[:_LOOKED_AT] if (text := cell(row, column).strip())]
    return bool(held) and all(map(is_moment, held))


def _is_question(words: str) -> bool:
    return words.endswith("?") or len(words.split()) >= _LONG or bool(items_named(words))
