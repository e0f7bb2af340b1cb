"""The columns of a form are known again, with their scales and goals."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.raw_table import RawRow
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.column_changes import with_goal, with_item, with_scale
from facilitui.core.responses.feedback import Asked, Item
from facilitui.core.responses.feedback_columns import guessed
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.responses.form_memory import (
    Forms,
    as_kept,
    as_remembered,
    asked_otherwise,
    columns_of,
    form_id,
    forms_in,
    no_growth,
    row_ids,
    with_form,
)
from facilitui.core.sealing import canonical
from tests.core.forms import HEAD, form, usual_form

WAYS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
GOALS = (Goal(id="G1", text="one"), Goal(id="G2", text="two"))


def test_a_form_is_known_again_by_its_questions() -> None:
    """Whatever was answered; another question makes it another form."""
    table = usual_form()
    assert form_id(table) == form_id(form(HEAD, ("x",) * len(HEAD)))
    assert form_id(table) != form_id(replace(table, columns=(*table.columns[:-1], "Another?")))


def test_chosen_columns_come_back() -> None:
    """As they were chosen; who answered stays out even if a file says otherwise."""
    table = usual_form()
    chosen = with_item(table, guessed(table), 0, Item.INTENTION)
    assert as_remembered(guessed(table), as_kept(chosen)) == tuple(
        replace(each, why="") if each.item else each for each in chosen
    )
    forged = [
        {"item": item, "reading": "upwards", "scale": [1, 7], "goal": ""}
        for item in ("", *list(Item)[: len(table.columns) - 1])
    ]
    back = as_remembered(guessed(table), forged)
    assert back is not None and back[1].item is None


@pytest.mark.parametrize(
    "kept",
    [
        *(None, 3, [], [{}] * 7, [None] * 7, [{"item": "x", "reading": "y"}] * 7),
        [{"item": "voice", "reading": "upwards", "scale": [1, 5], "goal": ""}] * 7,
        [{"item": "voice", "reading": "upwards", "scale": [5, 1], "goal": ""}, *[{}] * 6],
        [{"item": "voice", "reading": "upwards", "scale": ["1", []], "goal": []}, *[{}] * 6],
    ],
)
def test_what_cannot_be_remembered_is_guessed(kept: object) -> None:
    """Of another version, damaged, of another length, or two for one question."""
    assert as_remembered(guessed(usual_form()), kept) is None


def test_rows_are_known_again_without_who_answered() -> None:
    """Whatever is taken of them and in whatever order; another session's are others."""
    table = usual_form()
    columns = guessed(table)
    ids = row_ids(table, columns, "s")
    others = replace(table, rows=table.rows[::-1])
    nobody = replace(table, rows=tuple(_of_another(row) for row in table.rows))
    assert ids == row_ids(others, columns, "s") == row_ids(nobody, columns, "s")
    assert len(set(ids)) == len(table.rows) and not set(ids) & set(row_ids(table, columns, "t"))
    assert ids == row_ids(table, with_item(table, columns, 2, None), "s")


def _of_another(row: RawRow) -> RawRow:
    """A row with another address in it."""
    return replace(row, cells=(row.cells[0], "another@example.org", *row.cells[2:]))


def test_scales_and_goals_are_remembered() -> None:
    """A goal only where the session has the very same; another one is asked for anew."""
    table = usual_form()
    chosen = with_goal(with_scale(guessed(table, GOALS), 3, Scale(0, 10)), 4, "G2")
    kept = as_kept(chosen, GOALS)
    assert as_remembered(guessed(table, GOALS), kept, GOALS) == chosen
    assert "two" not in str(kept) and "G2" not in str(kept)
    others = (Goal(id="G2", text="another"),)
    back = as_remembered(guessed(table, others), kept, others)
    assert back is not None and (back[4].goal, back[3].scale) == ("", Scale(0, 10))


def test_that_a_question_is_about_the_whole_session_is_remembered() -> None:
    """Though its heading names a goal; where there were no goals nobody chose that."""
    goals = (Goal(id="G1", text="Ask clarifying questions"),)
    head = ("Before today, how sure were you of asking clarifying questions?", "And now?")
    table = form(head, ("1", "3"), ("0", "2"))
    guess = guessed(table, goals)
    assert [each.goal for each in guess] == ["G1", "G1"]
    chosen = with_goal(with_goal(guess, 0, ""), 1, "")
    back = as_remembered(guess, as_kept(chosen, goals), goals)
    assert back is not None and [each.goal for each in back] == ["", ""]
    back = as_remembered(guess, as_kept(guessed(table)), goals)
    assert back is not None and [each.goal for each in back] == ["G1", "G1"]


def test_a_form_is_known_again_however_its_letters_are_put_together() -> None:
    """A letter and its accent may be two signs."""
    heads = [tuple(normalize(way, each) for each in ("Prénom", "Très utile ?")) for way in WAYS]
    assert len({form_id(form(head, ("Ana", "4"))) for head in heads}) == 1
    assert all(guessed(form(head, ("Ana", "4")))[0].private for head in heads)


def test_what_was_asked_otherwise_is_told() -> None:
    """Another scale than usual, or a goal with its words; what cannot be compared is seen."""
    columns = guessed(form(("Useful?", "Sure before", "Now"), ("4", "0", "4"), ("5", "1", "2")))
    assert asked_otherwise(columns, GOALS) == () and not no_growth(columns)
    columns = with_goal(with_scale(columns, 0, Scale(1, 7)), 2, "G1")
    assert asked_otherwise(columns, GOALS) == (
        Asked(item=Item.RELEVANCE, scale=Scale(1, 7)),
        Asked(item=Item.NOW, scale=Scale(0, 4), goal="G1", text="one"),
    )
    assert "about different goals" in no_growth(columns)
    both = with_goal(columns, 1, "G1")
    assert not no_growth(both) and not no_growth(both[:2])
    assert "on two scales" in no_growth(with_scale(both, 2, Scale(0, 10)))


@given(st.lists(st.sampled_from("abcdef"), max_size=20))
def test_each_form_is_remembered_once_the_last_one_last(names: list[str]) -> None:
    """With the columns it was taken with last; written and read it is the same."""
    forms: Forms = ()
    for at, name in enumerate(names):
        forms = with_form(forms, name, [{"item": str(at)}])
    last = {name: at for at, name in enumerate(names)}
    assert [each["form"] for each in forms] == sorted(last, key=last.__getitem__)
    assert all(columns_of(forms, name) == [{"item": str(last[name])}] for name in last)
    assert columns_of(forms, "other") is None
    assert forms_in(json.loads(canonical({"forms": list(forms)}))) == forms


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=6), each),
        max_leaves=6,
    )
)
def test_whatever_was_read_is_forms_or_none(found: object) -> None:
    """Nothing in a damaged file is more than nothing."""
    for each in (found, {"forms": found}):
        forms = forms_in(each)
        assert all(isinstance(form, dict) for form in forms)
        assert columns_of(with_form(forms, "a", []), "a") == []
