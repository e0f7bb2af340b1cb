"""Files from outside that hold the answers to a form, as its tool exported them."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core.agendas_outside.raw_table import RawTable
from facilitui.core.responses.feedback import MOST_RESPONSES
from facilitui.core.responses.form_letters import Letters, letters_told, likely_letters
from facilitui.core.responses.form_table import MOST_COLUMNS, form_table
from facilitui.storage.csv_rows import csv_rows
from facilitui.storage.outside_text import decoded, says_its_letters, unfit

_BESIDE_ANSWERS = 20
"""Rows above the answers, and one more than fit: as with columns, so that more can be told."""


def read_form_file(name: str, data: bytes, letters: Letters | None = None) -> RawTable:
    """The questions and the answers in a file. Raises InputProblems that say why there are none.

    `letters` are those that somebody chose, where the file does not say its own.
    """
    text, told = _decoded(name, data, None), ""
    taken = None if letters is None and says_its_letters(data) else letters or likely_letters(data)
    if taken is not None:
        text = _decoded(name, data, taken)
        told = letters_told(text, taken, chosen=letters is not None)
    table = form_table(csv_rows(text, MOST_COLUMNS + 1, MOST_RESPONSES + _BESIDE_ANSWERS))
    if not table.rows:
        raise unfit(name, "holds questions but no answers")
    return replace(table, told=(told, *table.told)) if told else table


def _decoded(name: str, data: bytes, letters: Letters | None) -> str:
    """The text of a file; in letters that were found for it, else as it says itself."""
    plain = data if letters is None else data.decode(letters, "replace").encode()
    return decoded(name, plain, what="answers", expected="a CSV file")
