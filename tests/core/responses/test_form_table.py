"""Which rows of a form's export are its questions, and which its answers."""

from __future__ import annotations

import pytest

from facilitui.core.responses.form_table import MOST_COLUMNS, MOST_HEADING
from tests.core.forms import form


def test_questions_stand_in_the_first_row() -> None:
    """Also long ones, with line breaks and numbers before them."""
    table = form(("1. Useful\nfor us?", "2. Pace?"), ("4", "5"))
    assert table.columns == ("1. Useful for us?", "2. Pace?")
    assert [row.line for row in table.rows] == [2]
    assert len(form(("x" * 999, "y"), ("4", "5")).columns[0]) == MOST_HEADING


def test_a_question_with_its_number_is_no_answer() -> None:
    """However it is numbered; a figure with words that are given again is one."""
    for head in (("1 - It was useful", "2 - Pace"), ("1: Useful?", "2: Pace?"), ("1) Use", "2) x")):
        table = form(head, ("4 - quite", "5"), ("4 - quite", "3"))
        assert table.columns == head and len(table.rows) == 2
    for first in (("4 - rather useful", "so"), ("4 - quite", "so"), ("4/5", "so"), ("100", "so")):
        table = form(first, ("4 - rather useful", "it is"))
        assert table.columns == ("column 1", "column 2") and len(table.rows) == 2


def test_a_second_row_of_headings_is_no_answer() -> None:
    """As tools write it under a question with several parts, and under open questions."""
    table = form(
        ("ID", "How far do you agree?", "", "Anything else?"),
        ("", "It was useful", "Time to think", "Open-Ended Response"),
        ("7", "Agree", "Disagree", "no"),
    )
    assert table.columns == (
        *("ID", "How far do you agree? – It was useful", "Time to think", "Anything else?"),
    )
    assert len(table.rows) == 1


def test_a_survey_tools_own_marks_are_no_answers() -> None:
    """Three rows of headings, the last of them codes."""
    mark = '{"ImportId":"QID1"}'
    table = form(("Q1", "Q2"), ("Useful?", "Pace?"), (mark, mark), ("4", "5"))
    assert table.columns == ("Q1 – Useful?", "Q2 – Pace?") and len(table.rows) == 1


def test_without_questions_columns_have_numbers() -> None:
    """The first row then is an answer like the others."""
    table = form(("4", "Agree"), ("5", "Disagree"))
    assert table.columns == ("column 1", "column 2") and len(table.rows) == 2


def test_a_title_above_is_told() -> None:
    """What stands above the questions is left out, with its line."""
    table = form(("Our session",), ("Useful?", "Pace?", "Safe?"), ("4", "5", "3"), ("4", "5", "3"))
    assert table.columns[0] == "Useful?" and table.told == ("line 1 stands above the questions",)


def test_nothing_is_a_form_of_nothing() -> None:
    """No rows, and rows without text."""
    assert form().columns == () == form(("", " ")).rows


@pytest.mark.parametrize(
    "rows",
    [
        (("Mean", "4.2", "1,2"),),
        (("", "Mittelwert", "4,5"),),
        (("n=9", "", ""),),
        (("Average:", "80 %"), ("Min", "1"), ("Max", "5")),
    ],
)
def test_rows_that_sum_up_are_no_participant(rows: tuple[tuple[str, ...], ...]) -> None:
    """Below the answers, with figures beside their word alone; that they are left out is told."""
    table = form(("Timestamp", "Useful?"), ("2026/11/25 16:50", "4"), *rows)
    assert len(table.rows) == 1
    assert table.told[0].startswith("line 3, “") and "so it is left out" in table.told[0]


def test_a_participant_with_such_a_word_stays() -> None:
    """A name, a moment, words beside it, or answers below it."""
    head = ("Name", "Useful?", "Pace")
    for last in (("Max", "5", "4"), ("Mean", "5", "too fast"), ("Total", "2026/11/25", "5")):
        table = form(head, ("Ana", "4", "4"), last)
        assert (len(table.rows), table.told) == (2, ())
    assert len(form(head, ("Sum", "4", "4"), ("Bo", "5", "4")).rows) == 2


def test_a_word_alone_is_an_answer_unless_it_tells_a_figure() -> None:
    """A form of one question may be answered with such a word."""
    table = form(("How was the pace?",), ("Good",), ("Average",), ("Average",))
    assert (len(table.rows), table.told) == (3, ())
    assert len(form(("How was the pace?",), ("Good",), ("Count: 1",)).rows) == 1


def test_a_sum_is_known_however_its_letters_are_put_together() -> None:
    """A letter and its accent may be two signs."""
    for word in ("Médiane", "Me\u0301diane"):
        table = form(("Quand ?", "Utile ?"), ("2026/11/25 16:50", "4"), (word, "4"))
        assert len(table.rows) == 1


def test_columns_that_are_too_many_are_told() -> None:
    """As rows are."""
    head = tuple(f"Question {n}" for n in range(MOST_COLUMNS + 1))
    table = form(head, ("5",) * len(head))
    assert len(table.columns) == MOST_COLUMNS
    assert table.told == (f"only the first {MOST_COLUMNS} columns were looked at",)
