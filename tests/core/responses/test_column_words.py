"""A form's columns whose answers are words or odd: told, offered, put in order, remembered."""

from __future__ import annotations

import json

import pytest

from facilitui.core.responses.column_changes import (
    offered,
    with_item,
    with_order,
    with_reading,
    with_scale,
    words_of,
)
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback_columns import guessed
from facilitui.core.responses.feedback_reading import read_form
from facilitui.core.responses.feedback_scale import AGREE, SURE, Scale
from facilitui.core.responses.form_memory import as_kept, as_remembered
from facilitui.core.responses.form_words import Reading, is_known, level
from tests.core.forms import form


def test_one_odd_answer_is_named_and_to_be_looked_at() -> None:
    """A single 6 among many of 1 to 5 stretches no scale; its line is named, where it stands."""
    rows = [(str(1 + n % 5), str(1 + n % 4), "6" if n == 3 else "4") for n in range(6)]
    table = form(("Useful?", "Pace", "Safe?"), *rows)
    columns = guessed(table)
    assert [each.scale.label for each in columns] == ["1 to 5"] * 3
    assert [bool(each.look) for each in columns] == [False, False, True]
    assert "1 answer apart from all others, 6: is it a slip" in columns[2].look
    (bad,) = read_form(table, columns).unread
    assert (bad.line, bad.reason) == (5, "Safety: “6” is not on its scale, 1 to 5")
    mended = with_scale(columns, 2, Scale(1, 7))
    assert mended[2].look == "" and not read_form(table, mended).unread


def test_what_is_answered_in_words_is_offered_in_words() -> None:
    """Though its question looks like one on a scale; the reason that is told is true."""
    said = ("The silence", "The examples", "Being heard", "", "Pairs")
    (column,) = guessed(form(("What was most useful?",), *((each,) for each in said)))
    assert column.item is None and offered(column)[1] is Item.INTENTION
    assert column.why == "its answers are in words of their own, “Relevance” is on a scale"
    (column,) = guessed(form(("Useful?",), *[("Top",), ("Flop",)] * 3))
    assert column.why == "its words are none that are known for “Relevance”"
    assert offered(column)[1] is Item.RELEVANCE


def test_words_in_an_order_that_somebody_chose_are_levels() -> None:
    """Of all columns that are answered with them; before and now stay on one scale."""
    head = ("Useful?", "Pace", "Sure before", "And now?")
    table = form(head, *[("Top", "Soso", "red", "red"), ("Flop", "Top", "red", "blue")] * 2)
    columns = guessed(table)
    for at, item in enumerate((Item.RELEVANCE, Item.PACE, Item.BEFORE, Item.NOW)):
        columns = with_item(table, columns, at, item)
    assert words_of(table, columns, 0) == ("Top", "Flop", "Soso")
    assert words_of(table, columns, 2) == ("red", "blue")
    columns = with_order(table, columns, 0, ("Flop", "Soso", "Top"))
    columns = with_order(table, columns, 2, ("blue", "red"))
    assert [each.scale.label for each in columns] == ["1 to 3"] * 2 + ["1 to 2"] * 2
    first, second, *_ = read_form(table, columns).responses
    assert first.levels == {Item.RELEVANCE: 3, Item.PACE: 2, Item.BEFORE: 2, Item.NOW: 2}
    assert second.levels == {Item.RELEVANCE: 1, Item.PACE: 3, Item.BEFORE: 2, Item.NOW: 1}
    again = as_remembered(guessed(table), json.loads(json.dumps(as_kept(columns))))
    assert again == columns and "Flop" not in str(as_kept(columns))
    back = with_reading(columns, 0, Reading.PLAINLY)[0]
    assert (back.order, back.scale.label) == ((), "1 to 5")
    left = with_item(table, columns, 0, None)
    assert words_of(table, left, 0) == ()


KEYS = ["0123456789abcdef", "fedcba9876543210"]


@pytest.mark.parametrize(
    "order", [3, [1, 2], KEYS[:1], [KEYS[0]] * 2, [*KEYS, "more"], [[], {}], None]
)
def test_an_order_that_cannot_be_read_is_not_remembered(order: object) -> None:
    """Of another length than its scale, twice the same word, or no words at all."""
    columns = guessed(form(("Useful?",), ("Top",), ("Flop",)))
    kept = {"item": "relevance", "reading": "strongly", "scale": [1, 2], "goal": ""}
    assert as_remembered(columns, [{**kept, "order": order}]) is None
    assert as_remembered(columns, [{**kept, "order": KEYS}]) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("Very relevant", 5), ("Relevant", 4), ("Somewhat relevant", 3), ("Not relevant", 1)),
        *(("Very useful", 5), ("Not very helpful", 2), ("Extremely likely", 5), ("Unlikely", 2)),
        *(("Very dissatisfied", 1), ("Neither satisfied nor dissatisfied", 3), ("Unclear", 2)),
        *(("Sehr nützlich", 5), ("Eher nicht hilfreich", 2), ("Teilweise klar", 3)),
        *(("Gar nicht zufrieden", 1), ("Sehr unwahrscheinlich", 1), ("Hilfreich", 4)),
        *(("Très utile", 5), ("Plutôt satisfaite", 4), ("Peu claire", 2), ("Pas du tout utile", 1)),
        *(("Muy útil", 5), ("Bastante claro", 4), ("Algo satisfecha", 3), ("Nada probable", 1)),
    ],
)
def test_how_relevant_or_useful_something_was_is_a_level(text: str, expected: int) -> None:
    """In the four languages, as agreement and as how sure somebody is."""
    assert level(text, Item.RELEVANCE, Reading.STRONGLY, AGREE) == expected
    assert level(text, Item.NOW, Reading.STRONGLY, SURE) == expected - 1


def test_a_short_heading_is_no_answer() -> None:
    """ "Useful" above a column names a question; "very useful" is only ever an answer."""
    assert not any(map(is_known, ("Useful", "Relevant", "Clear", "Útil", "Unlikely")))
    assert is_known("Very useful") and is_known("Sehr klar")
    assert form(("Useful", "Clear"), ("5", "4")).columns == ("Useful", "Clear")
