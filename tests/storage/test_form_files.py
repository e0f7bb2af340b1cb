"""Answers to a form in a file, in whatever encoding and with whatever separators."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems
from facilitui.core.plans.planning_ports import ANSWERS
from facilitui.core.responses.feedback import MOST_RESPONSES, Item
from facilitui.core.responses.feedback_columns import guessed
from facilitui.core.responses.feedback_reading import read_form
from facilitui.core.responses.form_letters import Letters
from facilitui.core.responses.form_table import MOST_COLUMNS
from facilitui.storage.disk import Disk
from facilitui.storage.form_files import read_form_file
from facilitui.storage.outside import FileOutside

TEXTS = [
    ["Was it useful?", "Was sollten wir ändern?"],
    ["Agree", "größere\nTische; bitte"],
    ["Strongly agree", "=cmd|' /C calc'!A0"],
]


def written(rows: list[list[str]], delimiter: str = ",", ends: str = "\r\n") -> str:
    """A table as a form tool writes it."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ends).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_form_is_read_however_it_was_written(delimiter: str, encoding: str) -> None:
    """Quoted line breaks stay in their cell; a formula is a text like any other."""
    data = written(TEXTS, delimiter).encode(encoding)
    table = read_form_file("answers.csv", data)
    found = read_form(table, guessed(table)).responses
    assert [each.levels for each in found] == [{Item.RELEVANCE: 4}, {Item.RELEVANCE: 5}]
    assert [each.words[Item.ONE_CHANGE] for each in found] == [row[1] for row in TEXTS[1:]]


async def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """And how large it may be is said."""
    file = tmp_path / "answers.csv"
    file.touch()
    os.truncate(file, 32_000_001)
    with pytest.raises(InputProblems, match="32 MB"):
        await FileOutside(Disk()).read(str(file), ANSWERS)


def test_letters_that_are_guessed_are_told() -> None:
    """A file that says its own is read without a word; somebody may choose others for any."""
    text = written([["Useful?", "Change?"], ["5", "café"]])
    assert read_form_file("a.csv", text.encode()).told == ()
    for letters in (Letters.WESTERN, Letters.MAC):
        table = read_form_file("a.csv", text.encode(letters))
        assert table.rows[0].cells[1] == "café"
        assert f"(é) are read as {letters.label}: if they look wrong" in table.told[0]
    data = text.encode(Letters.WESTERN)
    chosen = read_form_file("a.csv", data, Letters.CYRILLIC)
    assert chosen.rows[0].cells[1] == "cafй" and chosen.told[0].endswith("as you chose")
    chosen = read_form_file("a.csv", text.encode(), Letters.WESTERN)
    assert chosen.rows[0].cells[1] == "cafÃ©"
    old = b"\xd0\xcf\x11\xe0" + data
    with pytest.raises(InputProblems, match="office program"):
        read_form_file("a.csv", old)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n\n", "is empty"),
        (bytes(range(256)) * 9, "is not a text; a CSV file is expected here"),
        (b"PK\x03\x04xlsx", "save it there as CSV"),
        (b"%PDF-1.7", "is a PDF; copy its answers into a text file"),
        (b"Useful?,Pace?\n", "holds questions but no answers"),
    ],
)
def test_what_is_no_form_is_said(data: bytes, words: str) -> None:
    """In a sentence with the file's name."""
    with pytest.raises(InputProblems, match=words):
        read_form_file("answers.csv", data)


def test_a_quotation_mark_that_is_not_closed_spoils_one_row() -> None:
    """It is named with its line; the others are taken."""
    table = read_form_file("a.csv", b'Useful?,Pace?\n4,5\n"4,5\n3,4\n')
    found = read_form(table, guessed(table))
    assert len(found.responses) == 2 and found.unread[0].line == 3


def test_a_cell_that_is_too_long_is_named_as_that() -> None:
    """However many there are, with line breaks or without; the rows around them are taken."""
    rows = ['5,"fine"', *[f'4,"{"y" * 140_000}"'] * 25, '4,"' + "z\n" * 70_000 + '"', "3,ok"]
    table = read_form_file("a.csv", "\n".join(["Useful?,Change?", *rows]).encode())
    told = [row.trouble for row in table.rows]
    assert told == ["", *["a cell has more than 131,072 characters"] * 26, ""]
    assert table.rows[-1].cells == ("3", "ok") and table.rows[-1].line == 70_029


def test_fifty_thousand_rows_and_no_more() -> None:
    """All are taken; of a longer file the rest is told, and so are columns beyond all sense."""
    rows = "4,5\n" * (MOST_RESPONSES + 1)
    table = read_form_file("a.csv", f"Useful?,Pace?\n{rows}".encode())
    assert len(table.rows) == MOST_RESPONSES
    assert table.told == (f"only the first {MOST_RESPONSES:,} rows were looked at",)
    assert len(read_form(table, guessed(table)).responses) == MOST_RESPONSES
    wide = read_form_file("a.csv", written([["Useful?"] * 999, ["5"] * 999]).encode())
    assert len(wide.columns) == MOST_COLUMNS and "columns were looked at" in wide.told[0]
