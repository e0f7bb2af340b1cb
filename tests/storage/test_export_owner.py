"""Whose journal an export is of: told by its first line, and never required."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.reviews.other_journal import LONGEST_NAME, lines_of, name_told
from facilitui.core.safe_text import line as safe_line
from facilitui.storage.export_lines import owner_in
from facilitui.storage.export_reading import read_export
from facilitui.storage.journal_sorting import sort_out
from tests.core.making import HOSTILE
from tests.core.reviews.test_looked import journal

DOCUMENTS = journal([(True, 0), (True, 5)])


@given(st.text(max_size=300) | st.sampled_from([HOSTILE, "\ud800x", "\x1b[31mAna", "\u202eana"]))
def test_whatever_the_name_is_the_documents_are_the_same(name: str) -> None:
    """Looked at and taken in alike; the name is one line, harmless, and not too long."""
    data = lines_of(DOCUMENTS, name)
    read, came = read_export("x.jsonl", data), sort_out(data.decode("ascii"), (), "x.jsonl")
    assert [each for _, each in read.contents.documents] == DOCUMENTS
    assert not read.contents.problems
    assert (len(came.taken), came.refused) == (len(DOCUMENTS), [])
    assert read.name == came.result().of == owner_in(data.decode("ascii"))
    assert len(read.name) <= LONGEST_NAME and read.name == safe_line(read.name)
    assert bool(read.name) == bool(" ".join(safe_line(name[:120]).split()))
    assert data.count(b"\n") == len(DOCUMENTS) + bool(read.name)


def test_without_a_name_it_is_as_it_was() -> None:
    """No line is there for it."""
    data = lines_of(DOCUMENTS)
    assert data.count(b"\n") == len(DOCUMENTS) and read_export("x", data).name == ""


@pytest.mark.parametrize("told", [7, None, ["Ana"], {"a": 1}, ""])
def test_what_is_no_name_is_none(told: object) -> None:
    """The line is passed over all the same."""
    text = f"\ufeff \n{json.dumps({'journal_of': told})}\n{lines_of(DOCUMENTS).decode()}"
    read = read_export("x", text.encode())
    assert read.name == "" and not read.contents.problems
    assert not sort_out(text, (), "x").refused


def test_only_the_first_line_tells() -> None:
    """A later one is named with its number, as every line that is no document."""
    text = lines_of(DOCUMENTS[:1], "Ana").decode() + lines_of(DOCUMENTS[1:], "Eva").decode()
    read = read_export("x", text.encode())
    assert read.name == "Ana" and [each.line for each in read.contents.problems] == [3]
    assert [each.line for each in sort_out(text, (), "x").refused] == [3]


@pytest.mark.parametrize("text", ["", "\n", '{"journal_of"', '{"journal_of":' + "[" * 9999, "x"])
def test_a_first_line_that_is_damaged_tells_nothing(text: str) -> None:
    """It is refused where the file is read."""
    assert owner_in(text) == ""
    assert name_told([]) is None and name_told({"journal_of": "Ana", "body": ""}) is None
