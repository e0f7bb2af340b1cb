"""How answers came in: among those of before, in part or all of them; on days in their order."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_coming import Overlap, among, is_no_chance, unknown

THINGS = st.lists(st.integers(0, 9), max_size=12)


@pytest.mark.parametrize(
    ("found", "before", "by_chance", "told"),
    [
        (range(1, 33), range(30), True, Overlap.SOME),
        (range(29), range(30), True, Overlap.SOME),
        (range(28, 60), range(30), True, Overlap.NONE),
        (range(28, 60), range(30), False, Overlap.SOME),
        (range(29, 31), range(30), True, Overlap.SOME),
        (range(30, 60), range(30), False, Overlap.NONE),
        (range(30), (), False, Overlap.NONE),
        ((), range(30), False, Overlap.NONE),
        (range(30), range(30), False, Overlap.SAME),
        (range(31), range(30), False, Overlap.MORE),
    ],
)
def test_a_row_deleted_or_put_right_makes_no_others_of_the_rest(
    found: range, before: range, *, by_chance: bool, told: Overlap
) -> None:
    """Half of the smaller side is no chance; what cannot be alike by chance tells with one."""
    assert among(found, before, by_chance=by_chance) is told


@pytest.mark.parametrize(
    ("found", "before", "told"),
    [
        (range(1, 32), range(30), True),
        (range(5), range(5), True),
        (range(4), range(4), False),
        (range(7, 15), range(12), False),
        ([4] * 12, [4] * 12, False),
        ([*range(3)] * 5, [*range(3)] * 5, False),
        ([4] * 6 + [*range(10, 40)], [4] * 7 + [*range(10, 40)], True),
        ((), range(30), False),
    ],
)
def test_what_many_tick_alike_is_no_sign_that_they_are_the_same(
    found: list[int], before: list[int], *, told: bool
) -> None:
    """Three quarters at least, and of what nobody else gives: fewer than five tell nothing."""
    assert is_no_chance(found, before) is is_no_chance(before, found) is told


@pytest.mark.parametrize("questions", [2, 3, 5])
def test_two_groups_who_answer_few_questions_are_not_one(questions: int) -> None:
    """Twelve each, all of whom agree more or less: half of them are alike in many pairs."""
    chance = Random(questions)
    for _ in range(300):
        ticks = [tuple(chance.choices((3, 4, 4, 4, 5, 5), k=questions)) for _ in range(24)]
        assert not is_no_chance(ticks[:12], ticks[12:])


@given(THINGS, THINGS)
def test_what_is_new_and_what_was_there_are_all_of_it(found: list[int], before: list[int]) -> None:
    """Each as often as it is there; among those before nothing is new afterwards."""
    new = [found[at] for at in unknown(found, before)]
    assert Counter(found) == Counter(new) + (Counter(found) & Counter(before))
    assert unknown(found, [*before, *new]) == ()
    if among(found, before, by_chance=False) is Overlap.NONE:
        assert new == found


@pytest.mark.parametrize(
    "body",
    [
        {"answered_on": [date(2026, 12, 1), date(2026, 11, 1)]},
        {"asked": [{"item": "pace", "scale": {"least": 1, "most": most}} for most in (5, 10)]},
        {"asked": [{"item": "pace", "scale": {"least": 1, "most": 7}}] * 2},
    ],
)
def test_what_says_two_things_at_once_is_no_feedback(body: dict[str, Any]) -> None:
    """Days that end before they begin, and a question that was asked twice."""
    with pytest.raises(ValidationError):
        Feedback.model_validate(body)
