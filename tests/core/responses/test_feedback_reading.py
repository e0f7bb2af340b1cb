"""Rows become responses; what cannot be read is left out alone and named with its line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.raw_table import RawRow, RawTable
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.column_changes import with_item, with_scale
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback_columns import guessed
from facilitui.core.responses.feedback_reading import MOST_UNREAD, FormRead, read_form, told
from facilitui.core.responses.feedback_scale import Scale
from tests.core.forms import form, usual_form

HOSTILE = "[x] [Q1] [/b] 👩🏽‍🏫 日本 \ud83d \x1b[31m"


def read(table: RawTable) -> FormRead:
    """A form as it is guessed."""
    return read_form(table, guessed(table))


def test_rows_become_responses() -> None:
    """Levels where they can be read, words as they are, nothing where nothing was answered."""
    first, second, third = read(usual_form()).responses
    assert first.levels == {Item.RELEVANCE: 5, Item.PACE: 4, Item.BEFORE: 1, Item.NOW: 4}
    assert first.words == {Item.ONE_CHANGE: "=1+1"}
    assert Item.PACE not in second.levels and second.words == {Item.ONE_CHANGE: "more\nbreaks"}
    assert third.levels == {Item.PACE: 7, Item.BEFORE: 3, Item.NOW: 3} and not third.words


def test_what_cannot_be_read_is_named() -> None:
    """By its line, its question and what stands there; the rest of the row is taken."""
    found = read(usual_form())
    assert [(each.line, each.reason) for each in found.unread] == [
        (4, "Relevance: “often” is not on its scale, 1 to 5"),
        (5, "answers no question that is taken"),
    ]
    assert found.strays == (0, 0, 1, 0, 0, 0, 0)
    assert list(told(found)) == [
        *("3 answer sheets can be taken", "1 row cannot", "1 answer cannot be read")
    ]


def test_nobody_is_named_in_what_is_taken() -> None:
    """No address, no moment, wherever it stood."""
    kept = str([each.model_dump(mode="json") for each in read(usual_form()).responses])
    assert "@" not in kept and "2026" not in kept


def test_each_answer_shows_what_it_is_taken_for() -> None:
    """With how often it was given, the most frequent first."""
    table = form(("Useful?", "Pace?"), ("Agree", "5"), ("Agree", "5"), ("Strongly agree", "n/a"))
    meanings = read(table).meanings
    assert [(each.text, each.level, each.count) for each in meanings[0]] == [
        *(("Agree", 4, 2), ("Strongly agree", 5, 1))
    ]
    assert [(each.text, each.level) for each in meanings[1]] == [("5", 5), ("n/a", None)]


def test_what_is_off_its_scale_is_named_and_never_brought_onto_it() -> None:
    """Other scales in one column, by line and question; the person's scale holds for all of it."""
    head = ("Useful? (1-7)", "How sure before, G1?", "And now?")
    table = form(head, ("6", "3/10", "8/10"), ("4/5", "2/10", "70%"), ("9", "1/10", "9"))
    goals = (Goal(id="G1", text="one"),)
    columns = guessed(table, goals)
    assert [each.scale.label for each in columns] == ["1 to 10", "1 to 10", "1 to 10"]
    columns = with_scale(columns, 0, Scale(1, 7))
    found = read_form(table, columns)
    assert [(each.line, each.reason) for each in found.unread] == [
        (3, "Relevance: “4/5” is not on its scale, 1 to 7"),
        (3, "Sure now, G1: “70%” is not on its scale, 1 to 10"),
        (4, "Relevance: “9” is not on its scale, 1 to 7"),
    ]
    assert found.strays == (2, 0, 1)
    assert found.responses[0].goals == {"G1": {Item.BEFORE: 3, Item.NOW: 8}}


def test_a_row_with_a_fault_is_named() -> None:
    """As whoever read the file saw it."""
    table = form(("Useful?", "Pace?"), ("4", "5"))
    broken = RawRow(3, ("4",), "a quotation mark is not closed")
    found = read(RawTable(table.columns, (*table.rows, broken)))
    assert found.not_taken == 1 and found.unread[0].reason == "a quotation mark is not closed"


def test_many_bad_rows_are_counted() -> None:
    """The first are named, of the others there is a number."""
    rows = [("4", "often"), *[("often", "often")] * 999]
    table = form(("Useful?", "Pace?"), *rows)
    columns = with_item(table, guessed(table), 0, Item.RELEVANCE)
    found = read_form(table, columns)
    assert len(found.unread) == MOST_UNREAD and found.not_taken == 999
    assert len(found.responses) == 1


def test_hostile_text_stays_as_it_is() -> None:
    """It is kept, not obeyed and not mended; a broken half of a character too."""
    found = read(form(("What should we change?", "Pace"), (HOSTILE, "4"), ("tea", "5")))
    assert found.responses[0].words == {Item.ONE_CHANGE: HOSTILE}


@given(st.lists(st.lists(st.text(max_size=12), max_size=4).map(tuple), max_size=8))
def test_every_row_is_taken_or_counted(rows: list[tuple[str, ...]]) -> None:
    """None is lost without a word."""
    table = form(*rows)
    found = read(table)
    assert len(found.responses) + found.not_taken == len(table.rows)
