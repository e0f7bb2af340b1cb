"""Who leads a part: in brackets behind its title, where it is unmistakably somebody's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.agenda_leads import with_leads
from facilitui.core.agendas_outside.agenda_rows import ReadRow
from facilitui.core.agendas_outside.columns import guess, headed
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.agendas_outside.raw_table import Imported, RawRow
from tests.core.making import HOSTILE
from tests.core.strategies import texts


def read(*rows: tuple[str, ...]) -> Imported:
    """What becomes of rows whose columns are guessed."""
    found = headed(RawRow(line, cells) for line, cells in enumerate(rows, 1))
    return taken(found, guess(found))


def titled(title: str) -> ReadRow:
    """A row of which nothing but its title is known."""
    return ReadRow(1, title, "", "", None, None, None)


def apart(title: str) -> tuple[str, str]:
    """A title and its lead."""
    (row,) = with_leads([titled(title)], [])
    return row.title, row.lead


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Welcome (Ana)", "Ana"),
        ("Welcome [Ana Lopez]", "Ana Lopez"),
        ("Welcome (J. O'Neill)", "J. O'Neill"),
        ("Welcome (Ana & Ben)", "Ana & Ben"),
        ("Welcome - (José/Zoë)", "José/Zoë"),
        ("Welcome (Ana and Ben)", "Ana and Ben"),
        ("Welcome (led by the principal)", "the principal"),
        ("Welcome (Lead: ana)", "ana"),
    ],
)
def test_a_name_in_brackets_leads(title: str, lead: str) -> None:
    """One or two words written as names are, or whoever is said to lead."""
    assert apart(title) == ("Welcome", lead)


@pytest.mark.parametrize(
    "title",
    [
        "Work (Pairs)",
        "Work (Whole Group)",
        "Work (in pairs)",
        "Share (Plenary)",
        "Coffee (Break)",
        "Standards (NGSS)",
        "Talk (ana)",
        "Talk (Ana Maria Lopez)",
        "(Ana)",
        "--- (Ana)",
        "Talk (Ana) again",
        "Talk (2)",
        HOSTILE,
    ],
)
def test_everything_else_stays_in_the_title(title: str) -> None:
    """How people work, where, a part of the title, or nothing but a name."""
    assert apart(title) == (title, "")


def test_what_was_taken_so_is_told_once() -> None:
    """With the first of them and how many there are."""
    imported = read(("9:00 Welcome (Ana)",), ("9:10 Work (Ben, 20 min)",), ("9:30 Rest",))
    assert [(b.title, b.lead) for b in imported.blocks] == [
        ("Welcome", "Ana"),
        ("Work", "Ben"),
        ("Rest", ""),
    ]
    assert [each for each in imported.told if "leads" in each] == [
        "line 1: “Ana” is taken as who leads “Welcome”, and 1 more like it"
    ]


def test_a_column_of_leads_goes_before_brackets() -> None:
    """Where one says who leads, a title stays as it is."""
    imported = read(("What", "Who", "Min"), ("Letter (Ana)", "Ben", "5"), ("Rest", "Ana", "5"))
    assert [(b.title, b.lead) for b in imported.blocks] == [
        ("Letter (Ana)", "Ben"),
        ("Rest", "Ana"),
    ]
    assert imported.told == ()


@given(st.lists(texts | st.sampled_from(["Work (Ana)", "(" * 300, "a (A " * 60]), max_size=6))
def test_no_letter_of_a_title_is_lost(titles: list[str]) -> None:
    """A title is as it was, or what is left of it and its lead are both in it."""
    rows = [titled(title) for title in titles]
    for row, before in zip(with_leads(rows, []), rows, strict=True):
        assert row is before or (before.title.startswith(row.title) and row.lead in before.title)
