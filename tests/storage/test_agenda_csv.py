"""Agendas in tables of separated values, whichever program wrote them."""

from __future__ import annotations

import pytest

from facilitui.core.agendas_outside.columns import guess
from facilitui.core.agendas_outside.importing import taken
from facilitui.storage.agenda_files import read_agenda
from tests.storage.test_agenda_files import imported, listed


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(delimiter: str) -> None:
    """By which the rows come out alike."""
    rows = (("Title", "Minutes", "Notes"), ("Welcome", "5", "a.b"), ("Work", "30", "c"))
    text = "\n".join(delimiter.join(row) for row in rows)
    assert listed(text, "a.csv") == [("Welcome", 5), ("Work", 30)]
    assert listed(text.replace("\n", "\r\n"), "agenda.txt") == [("Welcome", 5), ("Work", 30)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_any_usual_encoding_is_read(encoding: str) -> None:
    """With and without a mark at the beginning."""
    data = "Thema;Minuten\nBegrüßung;5\nArbeit;30\n".encode(encoding)
    assert listed(data, "a.csv") == [("Begrüßung", 5), ("Arbeit", 30)]


def test_quoted_cells_hold_line_breaks_and_quotation_marks() -> None:
    """And the rows after them keep their line numbers."""
    table = read_agenda("a.csv", b'sep=,\nWhat,Min\n"He said ""hi""\nand left",5\nWork,x\n')
    found = taken(table, guess(table))
    assert [b.title for b in found.blocks] == ['He said "hi" and left']
    assert [each.line for each in found.skipped] == [5]


def test_a_quotation_mark_that_is_not_closed_costs_one_row() -> None:
    """It is named, and the rows after it are read."""
    found = imported('What,Min\nA,5\n"B,6\nC,7\nD,8\n', "a.csv")
    assert [block.title for block in found.blocks] == ["A", "C", "D"]
    (skipped,) = found.skipped
    assert (skipped.line, skipped.reason) == (3, "a quotation mark is not closed")


def test_rows_of_different_lengths_are_rows() -> None:
    """What is missing is empty, what is more goes into the note; a line above is the title."""
    found = imported("My day,,\nWhat,Min,Note\nA,5\nB,6,x,y,z\n\nC\n", "a.csv")
    assert found.head.title == "My day"
    assert [(b.title, b.minutes, b.note) for b in found.blocks] == [
        ("A", 5, ""),
        ("B", 6, "x\ncolumn 4: y\ncolumn 5: z"),
        ("C", 10, ""),
    ]
