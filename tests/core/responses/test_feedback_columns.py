"""The columns of a form are guessed by heading and answers, changed, and known again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.plan import Goal
from facilitui.core.responses.column_changes import (
    losing,
    offered,
    with_goal,
    with_item,
    with_reading,
)
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback_columns import BARE, NEGATED, guessed
from facilitui.core.responses.feedback_headings import heading_words, is_negated, tells_who
from facilitui.core.responses.feedback_reading import read_form
from facilitui.core.responses.form_words import Reading
from tests.core.forms import form, usual_form


def items(*rows: tuple[str, ...]) -> list[Item | None]:
    """What the columns of a form are taken for."""
    return [each.item for each in guessed(form(*rows))]


def test_a_form_is_understood() -> None:
    """Each column for its item; when and who stay out, and why is said."""
    columns = guessed(usual_form())
    assert [each.item for each in columns] == [
        *(None, None, Item.RELEVANCE, Item.PACE, Item.BEFORE, Item.NOW, Item.ONE_CHANGE)
    ]
    assert [each.why for each in columns[:2]] == ["tells when they answered", "tells who answered"]
    assert [each.private for each in columns[:2]] == [False, True]
    assert [each.scale.label for each in columns[2:6]] == ["1 to 5", "1 to 7", "1 to 5", "1 to 5"]


@pytest.mark.parametrize(
    "name",
    [
        *("Name", "First name", "E-Mail", "Vorname", "Respondent ID", "Student name", "Surname"),
        *("Who are you?", "Name (optional)", "Please tell us your name, if you like", "1. Name"),
        *("Teacher's name:", "Name and school", "Phone number", "Email Address", "Adresse e-mail"),
    ],
)
def test_who_answered_stays_out(name: str) -> None:
    """By the heading alone, also where the column is empty; it is only taken knowingly."""
    table = form((name, "Was it useful?"), ("Ana", "5"), ("", "4"))
    columns = guessed(table)
    assert columns[0].private and columns[0].item is None
    chosen = with_item(table, columns, 0, Item.INTENTION)
    assert chosen[0].item is Item.INTENTION and chosen[0].private
    assert with_item(table, chosen, 0, None)[0].why == "tells who answered"


@pytest.mark.parametrize(
    "heading",
    [
        *("How useful was the e-mail protocol?", "What will you try on your mobile?"),
        *("What should we change? (e-mail me if you want)", "Name one thing we should change"),
    ],
)
def test_a_question_with_such_a_word_in_it_is_a_question(heading: str) -> None:
    """About e-mail, mobiles or naming things, and not about the person."""
    assert not guessed(form((heading,), ("x",), ("y",)))[0].private


def test_addresses_stay_out_whatever_the_question() -> None:
    """A column that holds them is nobody's wish for a change, and nobody can take it."""
    table = form(("What should we change?", "Useful?"), ("a@b.org", "5"), ("c@d.org", "4"))
    columns = guessed(table)
    assert columns[0].private and offered(columns[0]) == (None,)
    assert with_item(table, columns, 0, Item.INTENTION) == columns


@pytest.mark.parametrize(
    ("heading", "answer", "reading"),
    [
        ("There was *not* enough time to think", "Strongly agree", Reading.STRONGLY_NOT),
        ("There wasn’t enough time to think", "5", Reading.DOWNWARDS),
        ("The pace was too fast", "Rather agree", Reading.PLAINLY_NOT),
        ("Es war nicht genug Zeit", "5", Reading.DOWNWARDS),
        ("I couldn't say what I did not know", "5", Reading.DOWNWARDS),
        ("How unsure were you before?", "4", Reading.DOWNWARDS),
        ("I could say what I did not know.", "5", Reading.UPWARDS),
        ("Was it useful? (1 = not useful, 5 = very)", "5", Reading.UPWARDS),
        ("Before today, how sure were you about not judging?", "4", Reading.UPWARDS),
    ],
)
def test_a_question_that_asks_the_opposite_is_turned_round(
    heading: str, answer: str, reading: Reading
) -> None:
    """That this was guessed is said, until somebody chose; its neighbours are read as before."""
    table = form((heading, "Relevance"), (answer, "5"), (answer, "4"))
    column, other = guessed(table)
    turned = reading.turned in (Reading.STRONGLY, Reading.PLAINLY, Reading.UPWARDS)
    assert (column.reading, column.look) == (reading, NEGATED if turned else "")
    assert other.reading is Reading.UPWARDS and other.look == ""
    assert with_reading((column, other), 0, reading.turned)[0].look == ""
    assert with_item(table, (column, other), 0, None)[0].look == ""


def test_what_is_usually_asked_is_neither_private_nor_the_opposite() -> None:
    """Also where "not" stands in it."""
    for item in Item:
        words = heading_words(item.label)
        assert not tells_who(words) and not is_negated(words, item), item


def test_small_figures_among_per_cents_are_to_be_looked_at() -> None:
    """They may be levels; alone, or larger, they are read without a word."""
    for answers, look in (
        (("80%", "90%", "4"), BARE),
        (("80%", "90%", "40"), ""),
        (("80", "90", "4"), ""),
    ):
        (column,) = guessed(form(("Useful?",), *((each,) for each in answers)))
        assert (column.scale.label, column.look) == ("0 to 100%", look)


def test_a_heading_alone_is_not_enough() -> None:
    """Words under a question for a level, or levels under an open question, are left out."""
    assert items(("Was it useful?", "Pace"), ("it depends", "5"), ("on the day", "4")) == [
        *(None, Item.PACE)
    ]
    assert items(("What should we change?", "Pace"), ("5", "5"), ("4", "4")) == [None, Item.PACE]


def test_an_item_belongs_to_one_column() -> None:
    """The first that asks for it; the next one is left out and says why."""
    columns = guessed(form(("Useful?", "Helpful?"), ("5", "4"), ("4", "4")))
    assert [each.item for each in columns] == [Item.RELEVANCE, None]
    assert columns[1].why == "“Relevance” is answered before it"
    moved = with_item(form(("a", "b"), ("5", "4")), columns, 1, Item.RELEVANCE)
    assert [each.item for each in moved] == [None, Item.RELEVANCE]
    assert losing(columns, moved, 1) == "Useful?" and losing(columns, columns, 1) == ""
    left = with_item(form(("a", "b"), ("5", "4")), moved, 1, None)
    assert left[1].why == "as you chose" and losing(moved, left, 1) == ""


def test_questions_of_one_kind_are_read_alike() -> None:
    """Where one column says "rather agree", "agree" is the most in all of them."""
    table = form(("Useful?", "Pace"), ("Agree", "Rather agree"), ("Disagree", "Agree"))
    assert [each.reading for each in guessed(table)] == [Reading.PLAINLY, Reading.PLAINLY]


def test_a_reading_is_changed_for_one_column() -> None:
    """And for no other."""
    columns = with_reading(guessed(usual_form()), 3, Reading.DOWNWARDS)
    assert [each.reading is Reading.DOWNWARDS for each in columns].index(True) == 3
    assert sum(each.reading is Reading.DOWNWARDS for each in columns) == 1


GOALS = (Goal(id="G1", text="Tell evidence from judgement"), Goal(id="G2", text="Ask one more"))
SURE_HEAD = (
    "Before today, how sure were you about telling evidence from judgement?",
    "And now?",
    "Before today, goal 2?",
    "And now?",
    "How sure were you before, all in all?",
)


def test_a_goal_is_known_by_what_the_heading_says() -> None:
    """By its words or its number; "and now?" asks on; what names none is about the session."""
    columns = guessed(form(SURE_HEAD, ("1", "4", "2", "3", "5")), GOALS)
    assert [each.named for each in columns] == [
        *("Sure before, G1", "Sure now, G1", "Sure before, G2", "Sure now, G2", "Sure before")
    ]
    assert [each.item for each in guessed(form(SURE_HEAD, ("1", "4", "2", "3", "5")))].count(
        Item.BEFORE
    ) == 1


def test_a_goal_is_given_to_a_column() -> None:
    """Who asked about it before gets the other's; an effect is about no single goal."""
    table = form(SURE_HEAD[:4], ("1", "4", "2", "3"))
    columns = with_goal(guessed(table, GOALS), 0, "G2")
    assert [each.goal for each in columns] == ["G2", "G1", "G1", "G2"]
    assert with_item(table, columns, 0, Item.PACE, GOALS)[0].goal == ""
    again = with_item(table, columns, 1, Item.BEFORE, GOALS)
    assert [each.named for each in again] == [
        *("Sure before, G2", "Sure before", "Sure before, G1", "Sure now, G2")
    ]
    usual = guessed(usual_form())
    assert with_goal(usual, 3, "G1") == usual


@pytest.mark.parametrize(
    ("heading", "answers", "label"),
    [
        ("Useful? (1-7)", ("4", "5"), "1 to 7"),
        ("Useful, from 0 to 10", ("7", "8"), "0 to 10"),
        ("Useful? 1 = no, 4 = yes", ("3", "4"), "1 to 4"),
        ("Useful? (1-7)", ("4", "5", "5", "6", "9"), "1 to 7"),
        ("Useful for grades 1-3?", ("4", "5"), "1 to 5"),
        ("Useful?", ("4/7", "2/7"), "1 to 7"),
        ("Useful?", ("80%", "100 %"), "0 to 100%"),
        ("Useful?", ("4 of 4", "2 of 4"), "1 to 4"),
        ("Useful?", ("3", "7"), "1 to 7"),
        ("Useful?", ("agree", "disagree"), "1 to 5"),
    ],
)
def test_the_scale_is_found(heading: str, answers: tuple[str, ...], label: str) -> None:
    """By the heading where the answers fit it, by what they say themselves, by where they lie."""
    table = form((heading,), *((each,) for each in answers))
    assert [(each.item, each.scale.label) for each in guessed(table)] == [(Item.RELEVANCE, label)]


def test_questions_beside_one_another_share_a_short_scale() -> None:
    """A long one beside them is another; before and now are always on one."""
    head = ("Useful?", "Pace", "Safe?", "Sure before", "And now")
    table = form(head, ("4", "6", "3", "2", "9"), ("5", "5", "4", "1", "8"))
    assert [each.scale.label for each in guessed(table)] == [*["1 to 7"] * 3, *["1 to 10"] * 2]
    said = form(("Sure before (0-10)", "And now"), ("2", "9"), ("1", "8"))
    assert [each.scale.label for each in guessed(said)] == ["0 to 10"] * 2
    table = form(head[:2], ("4", "9"), ("5", "10"))
    assert [each.scale.label for each in guessed(table)] == ["1 to 5", "1 to 10"]


def test_figures_beyond_every_scale_are_left_out() -> None:
    """And why is said."""
    columns = guessed(form(("Useful?", "Pace"), ("250", "5"), ("900", "4")))
    assert columns[0].item is None
    assert columns[0].why == "its figures go up to 900, beyond every scale"


@given(st.lists(st.lists(st.text(max_size=20), max_size=5).map(tuple), max_size=8))
def test_any_table_has_columns(rows: list[tuple[str, ...]]) -> None:
    """As many as it has headings, each question once at most."""
    table = form(*rows)
    columns = guessed(table)
    taken = [each.asks for each in columns if each.item]
    assert len(columns) == len(table.columns) and len(taken) == len(set(taken))


@pytest.mark.parametrize(
    ("answers", "scale"),
    [
        (("0/5", "1/5", "5/5", "3/5", "0/5"), "0 to 5"),
        (("1/5", "5/5", "3/5"), "1 to 5"),
        (("☆☆☆☆☆", "★★★☆☆", "★★★★★"), "0 to 5"),
        (("0/10", "8/10"), "0 to 10"),
    ],
)
def test_a_zero_out_of_some_is_on_the_scale(answers: tuple[str, ...], scale: str) -> None:
    """Though the question is usually asked from one on, so that no answer is left out."""
    table = form(("How useful was it?",), *((each,) for each in answers))
    (column,) = columns = guessed(table)
    assert column.scale.label == scale
    assert len(read_form(table, columns).responses) == len(answers)
