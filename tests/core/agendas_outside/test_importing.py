"""An agenda from outside: its columns are guessed, its blocks made, and bad rows named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.columns import guess, headed
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.agendas_outside.raw_table import Guess, Imported, RawRow, RawTable
from facilitui.core.plans.plan import Plan
from facilitui.core.vocabulary import BlockKind
from tests.core.making import HOSTILE, final_word, tuning
from tests.core.strategies import texts

SHELF = {each.id: each for each in (final_word(), tuning())}


def table(*rows: tuple[str, ...]) -> RawTable:
    """Rows as a file has them, the first in line 1."""
    return headed(RawRow(line, cells) for line, cells in enumerate(rows, 1))


def read(*rows: tuple[str, ...]) -> Imported:
    """What becomes of rows whose columns are guessed."""
    found = table(*rows)
    return taken(found, guess(found), SHELF)


def listed(imported: Imported) -> list[tuple[str, float]]:
    """The blocks by title and minutes."""
    return [(block.title, block.minutes) for block in imported.blocks]


HEADINGS = [
    (("Title", "Minutes", "Notes", "Lead"), Guess(title=0, minutes=1, note=2, lead=3)),
    (("Agenda item", "Duration (min)", "Details"), Guess(title=0, minutes=1, note=2)),
    (("Who", "What", "How long", "How"), Guess(lead=0, title=1, minutes=2, note=3)),
    (("Thema", "Dauer", "Notizen", "Leitung"), Guess(title=0, minutes=1, note=2, lead=3)),
    (("ACTIVITY", "TIME", "FACILITATOR"), Guess(title=0, minutes=1, lead=2)),
]


@pytest.mark.parametrize(("names", "expected"), HEADINGS, ids=lambda each: str(each)[:30])
def test_columns_are_known_by_their_headings(names: tuple[str, ...], expected: Guess) -> None:
    """In several wordings and languages; a column "time" that holds minutes holds minutes."""
    cells = tuple("10" if at == expected.minutes else "words" for at in range(len(names)))
    found = table(names, cells, cells)
    assert found.columns == names
    assert guess(found) == expected


def test_columns_are_known_by_what_they_hold() -> None:
    """Without a heading: times, lengths, short words, long words."""
    found = table(
        ("9:00", "Welcome", "15 min", "say hello to everybody who has come"),
        ("9:15", "Work", "30 min", "in pairs, then all together"),
    )
    assert found.columns == ("column 1", "column 2", "column 3", "column 4")
    assert guess(found) == Guess(start=0, title=1, minutes=2, note=3)


def test_hours_and_minutes_may_be_lengths() -> None:
    """0:05 is five minutes where it is a length, and five past where all count from 0:00."""
    lengths = (("Opening", "0:05"), ("Norms", "0:10"), ("Work", "1:15"))
    assert listed(read(*lengths)) == [("Opening", 5), ("Norms", 10), ("Work", 75)]
    assert listed(read(("What", "Duration"), *lengths)) == listed(read(*lengths))
    assert listed(read(("Opening", "0:00"), ("Norms", "0:10"), ("End", "0:25"))) == [
        ("Opening", 10),
        ("Norms", 15),
    ]


def test_a_column_of_row_numbers_is_not_minutes() -> None:
    """1, 2, 3 counts the rows, and names none of them whatever stands above."""
    found = table(("Item #", "Topic", "Min"), ("1", "Welcome", "5"), ("2", "Work", "30"))
    assert guess(found) == Guess(title=1, minutes=2)
    found = table(("1", "Welcome", "5"), ("2", "Work", "30"), ("3", "End of it", "5"))
    assert guess(found) == Guess(title=1, minutes=2)


def test_a_heading_is_found_below_a_title() -> None:
    """What stands alone above it is what the agenda is called."""
    found = table(("Team day", "", ""), ("Time", "What", "Who"), ("9:00", "Welcome", "Ana"))
    assert found.head.title == "Team day" and found.columns == ("Time", "What", "Who")
    assert [row.line for row in found.rows] == [3]


def test_figures_in_the_title_are_taken_out_of_it() -> None:
    """Where no column has them; where one has, the title stays as it is."""
    assert listed(read(("9:00 Welcome (10 min)",), ("Work, 30 min",))) == [
        ("Welcome", 10),
        ("Work", 30),
    ]
    assert listed(read(("Title", "Min"), ("Round (10)", "20"))) == [("Round (10)", 20)]


def test_what_says_nothing_of_time_is_given_ten_minutes() -> None:
    """Once it is told for all, else line by line."""
    imported = read(("Welcome",), ("Work",))
    assert listed(imported) == [("Welcome", 10), ("Work", 10)] and len(imported.told) == 1
    imported = read(("What", "Min"), ("Welcome", "5"), ("Work", ""))
    assert listed(imported) == [("Welcome", 5), ("Work", 10)]
    assert imported.told == ("line 3: how long it takes is not said; it was given 10",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Work", "soon"), "minutes is a number such as 20 or 1 h 30, not “soon”"),
        (("Work", "0"), "0 minutes are not between 1 and 480"),
        (("Work", "999"), "999 minutes are not between 1 and 480"),
        (("", "10"), "it has no title"),
        (("---", "10"), "it has no title"),
        (("Total", "90"), "it is a sum, not a part of the agenda"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_taken(row: tuple[str, str], reason: str) -> None:
    """With its line, why, and what it says."""
    imported = read(("What", "Minutes"), ("Welcome", "5"), row, ("Close", "5"))
    assert listed(imported) == [("Welcome", 5), ("Close", 5)]
    (skipped,) = imported.skipped
    assert (skipped.line, skipped.reason) == (3, reason)
    assert all(cell in skipped.text for cell in row)


def test_trouble_that_the_reader_saw_is_passed_on() -> None:
    """A row that could not even be taken apart is skipped by name; an empty one without."""
    rows = (RawRow(2, ("a", "5")), RawRow(3, ("b",), "a quotation mark is not closed"))
    found = RawTable(("What", "Min"), (*rows, RawRow(4, ("", "  "))))
    imported = taken(found, Guess(title=0, minutes=1))
    assert listed(imported) == [("a", 5)]
    assert [each.reason for each in imported.skipped] == ["a quotation mark is not closed"]


def test_without_a_column_of_titles_nothing_is_taken() -> None:
    """Every row says why."""
    imported = taken(table(("Welcome", "5"), ("Work", "10")), Guess(minutes=1))
    assert imported.blocks == ()
    assert {each.reason for each in imported.skipped} == {"no column holds the titles"}


def test_a_title_that_names_a_protocol_runs_it() -> None:
    """The block is of that kind, and names it."""
    (block,) = read(("What", "Min"), ("Tuning protocol", "45")).blocks
    assert (block.kind, block.protocol) == (BlockKind.PROTOCOL, "tuning")


def test_a_plan_holds_no_more_than_it_can() -> None:
    """400 blocks; every row beyond is named. A long title is whole in the note."""
    imported = read(("What", "Min"), *((f"Part {n}", "1") for n in range(405)))
    assert len(imported.blocks) == 400 and len(imported.skipped) == 5
    assert imported.skipped[0].line == 402
    long = "word " * 100
    (block,) = read(("What", "Min"), (long, "5")).blocks
    assert len(block.title) <= 300 and long.strip() in block.note


cells = texts | st.sampled_from(
    ["9:00", "1:00", "9:00-8:00", "10 min", "0", "15–20", "Total", "End", "25:61", "Title", "Min"]
)
guesses = st.builds(Guess, *(st.none() | st.integers(-1, 5) for _ in range(6)))


@given(st.lists(st.lists(cells, max_size=5).map(tuple), max_size=12), guesses)
def test_no_table_is_too_strange(rows: list[tuple[str, ...]], chosen: Guess) -> None:
    """Any cells and any choice of columns give blocks that a plan can hold, and no error.

    Every row that holds anything becomes a block, is named, or is the end of it all.
    """
    found = table(*rows)
    for each in (guess(found), chosen):
        imported = taken(found, each, SHELF)
        Plan(blocks=imported.blocks)
        filled = [row for row in found.rows if any(text.strip() for text in row.cells)]
        ends = sum("only says when it is over" in told for told in imported.told)
        assert len(imported.blocks) + len(imported.skipped) + ends == len(filled)


def test_hostile_text_is_only_text() -> None:
    """Markup and controls are kept as they are; half a character cannot be kept in a file."""
    (block,) = read(("What", "Min"), (HOSTILE, "5")).blocks
    block.title.encode("utf-8")
    assert "[x] [Q1] [/b] [=]" in block.title and "日本" in block.title
