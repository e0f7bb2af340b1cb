"""Checks of wording: questions that a word answers, and questions nobody waits after."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.checks import check_plan
from facilitui.core.checks.wording import closed_question, first_words
from facilitui.core.vocabulary import Question
from tests.core.check_plans import PROTOCOLS, WAITS, checks, work
from tests.core.making import HOSTILE
from tests.core.plan_strategies import lines


@pytest.mark.parametrize(
    "text",
    [
        "Did you read it?",
        "Welcome back. And is everybody here?",
        "In the chat: can you hear me?",
        "now, would you share it",
        "Any questions?",
        "Anyone else?",
        "Haven’t we seen this before?",
        "don't you agree?",
        "Clear or not?",
        "We go on, right?",
        "What a day! So, are you ready？",
    ],
)
def test_a_question_that_a_word_answers_is_closed(text: str) -> None:
    """However it is led in, wherever it stands."""
    asked = text if text.endswith(("?", "？")) else f"{text}?"
    assert closed_question(asked)
    assert closed_question(f"What do you see? {asked}")


@pytest.mark.parametrize(
    "text",
    [
        "What did you see?",
        "So how is it done?",
        "Do this in pairs: what do you notice?",
        "Have a look. Which line is it about?",
        "Is anything unclear, and what?",
        "Did it work, and if so, how?",
        "Can you see it.",
        "Doing it: what helps?",
        "Willing or unwilling, who comes?",
        "¿Qué ves?",
        "?",
        "",
    ],
)
def test_a_question_that_asks_for_more_is_open(text: str) -> None:
    """An order that begins like a question, an open second half, a statement: none is closed."""
    assert closed_question(text) == ""


@given(lines, st.text(max_size=40))
def test_any_text_can_be_looked_at(before: str, after: str) -> None:
    """What is found is a question of that text; texts without one have none."""
    text = f"{before}{after}"
    found = closed_question(text)
    assert not found or found.removesuffix("?") in text
    assert closed_question(re.sub("[?？؟]", "", text)) == ""


def test_a_long_question_is_told_by_its_first_words() -> None:
    """A line has room for some words only."""
    assert first_words("Did it work?") == "Did it work?"
    assert first_words("Do you see what I see in it?") == "Do you see what I see…"
    assert len(first_words(HOSTILE * 9)) <= 24


def ids(question: Question | None, say: str) -> set[str]:
    return {check.id for check in checks(work(say=say, question=question))}


def test_a_question_needs_a_kind_that_has_a_target() -> None:
    """Without a kind no wait can be offered, nor with one that the targets do not know."""
    assert ids(None, "What is it?") == {"no-wait work"}
    assert ids(Question.AFTER_AN_ANSWER, "What is it?") == {"no-target work"}
    assert ids(Question.OPEN_OPINION, "What is it?") == set()
    assert ids(None, "Look at it.") == set()


def test_what_the_room_reads_is_a_question_too() -> None:
    """A prompt on the wall is answered like one that is said."""
    shown = {check.id for check in checks(work(show="Do you agree?"))}
    assert shown == {"no-wait work", "yes-no work"}
    assert checks(work(show="What speaks against it?", question=Question.OPEN_OPINION)) == ()


def test_unknown_targets_are_not_missed() -> None:
    """Where nobody says which targets there are, none is said to be missing."""
    plan = work(say="What is it?", question=Question.AFTER_AN_ANSWER)
    assert check_plan(plan, PROTOCOLS) == ()
    assert [check.id for check in check_plan(plan, PROTOCOLS, waits={})] == ["no-target work"]


def test_a_step_of_a_protocol_is_told_once() -> None:
    """However often it is repeated; and a block's own words are not those of its steps."""
    plan = work(35, say="Is it?", protocol="lecture")
    assert [check.id for check in check_plan(plan, PROTOCOLS, waits={})] == ["no-target work/ask"]
    assert check_plan(plan, PROTOCOLS, waits=WAITS.for_mode(plan.mode)) == ()
