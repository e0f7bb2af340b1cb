"""Participants' feedback: on which scales, how many of whom, and whose words are shown."""

from __future__ import annotations

from datetime import date
from math import floor
from random import Random
from typing import Any

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.responses.feedback import Feedback, Item, Response, example, kept_back, quotes
from facilitui.core.responses.feedback_coming import Overlap, doubts, more_than_came, overlap
from facilitui.core.responses.feedback_rate import return_rate, returned, who


def grown(before: int, now: int) -> Response:
    """Somebody who told both."""
    return Response(levels={Item.BEFORE: before, Item.NOW: now})


def of(count: int, came: int | None) -> Feedback:
    """So many answers of so many who came."""
    said = tuple(Response(words={Item.ONE_CHANGE: f"wish {n}"}) for n in range(count))
    return Feedback(session="s", attendance=came, responses=said)


def test_quotes_are_shown_from_five_responses_on() -> None:
    """Below, nobody is known by what they wrote, nor by the example that was taken from it."""
    few, enough = (of(n, 9).model_copy(update={"example": "waited"}) for n in (4, 5))
    assert (quotes(few, Item.ONE_CHANGE), example(few)) == ((), "")
    assert (len(quotes(enough, Item.ONE_CHANGE)), example(enough)) == (5, "waited")


def test_an_example_is_no_way_round_to_words_that_are_kept_back() -> None:
    """What only three were asked is not told as the example of seven either."""
    few = of(7, 9).model_copy(update={"asked_in_words": {Item.ONE_CHANGE: 3}})
    assert quotes(few, Item.ONE_CHANGE) == () and len(kept_back(few, Item.ONE_CHANGE)) == 7
    assert example(few.model_copy(update={"example": " wish 2 "})) == ""
    assert example(few.model_copy(update={"example": "waited"})) == "waited"


def test_how_many_answered_one_question_is_told_of_that_question() -> None:
    """Not how many answered anything."""
    assert returned(of(7, 9), 3) == "3 of 9 answered (33%)"
    part = of(7, 9).model_copy(update={"in_all": 17})
    assert returned(part) == "7 of the 17 who answered were asked on a scale of their own"
    assert returned(part, 6) == "6 of the 7 who were asked on a scale of their own"


@pytest.mark.parametrize(
    ("count", "came", "told", "them"),
    [
        (8, 9, "8 of 9 answered (89%)", "participants"),
        (199, 200, "199 of 200 answered (over 99%)", "participants"),
        (200, 200, "200 of 200 answered (100%)", "participants"),
        (99, 100, "99 of 100 answered (99%)", "participants"),
        (1, 300, "1 of 300 answered (under 1%)", "some participants"),
        (0, 300, "0 of 300 answered (0%)", "some participants"),
        (4, 9, "4 of 9 answered (44%)", "some participants"),
        (3, None, "3 answered; how many came is not told", "some participants"),
        (3, 0, "3 answered; how many came is not told", "some participants"),
        (3, 2, "3 of 2 answered, more than came", "participants"),
    ],
)
def test_the_return_rate_is_always_told(count: int, came: int | None, told: str, them: str) -> None:
    """Below half the words speak of some of them; where nobody counted, too."""
    assert (returned(of(count, came)), who(of(count, came))) == (told, them)
    assert (return_rate(of(count, came)) is None) == (not came)


SEVEN = [{"item": item, "scale": {"least": 1, "most": 7}} for item in ("pace", "now")]


@pytest.mark.parametrize(
    ("responses", "asked", "fits"),
    [
        ({"levels": {"pace": 0}}, [], False),
        ({"levels": {"pace": 6}}, [], False),
        ({"levels": {"pace": 6}}, SEVEN, True),
        ({"levels": {"pace": 8}}, SEVEN, False),
        ({"levels": {"now": 5}}, [], False),
        ({"levels": {"one_change": 1}}, [], False),
        ({"goals": {"G1": {"now": 4}}}, [], True),
        ({"goals": {"G1": {"now": 5}}}, SEVEN, False),
        ({"goals": {"G1": {"now": 7}}}, [{**SEVEN[1], "goal": "G1"}], True),
        ({"goals": {"G1": {"pace": 4}}}, [], False),
        ({}, [{"item": "pace", "scale": {"least": 7, "most": 1}}], False),
        ({}, [{"item": "pace", "scale": {"least": 1, "most": 10**9}}], False),
    ],
)
def test_a_level_off_its_own_scale_is_no_feedback(
    responses: dict[str, Any], asked: list[dict[str, Any]], fits: bool
) -> None:
    """However it came into the journal; what was asked on another scale is held to that."""
    body = {"responses": [responses], "asked": asked}
    if fits:
        kept = Feedback.model_validate(body)
        assert Feedback.model_validate(kept.model_dump(mode="json")) == kept
    else:
        with pytest.raises(ValidationError):
            Feedback.model_validate(body)


Responses = st.lists(st.builds(grown, st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6)


@given(Responses, Responses, st.randoms())
def test_the_same_answers_are_known_again(
    before: list[Response], more: list[Response], chance: Random
) -> None:
    """In any order, and among others that came in since."""
    mixed = sorted(before, key=lambda _: chance.random())
    assert overlap(mixed, before) is Overlap.SAME
    assert overlap([*more, *mixed], before) is Overlap.MORE
    part = Overlap.SOME if before[1:] else Overlap.NONE
    assert overlap([*before][1:], before) is part
    assert overlap(before, ()) is Overlap.NONE
    moved = [Response(goals={"G1": each.levels}) for each in before]
    assert overlap(moved, before) is Overlap.SAME


@pytest.mark.parametrize(
    ("count", "came", "told"),
    [
        (50_000, 9, True),
        (19, 9, True),
        (13, 9, True),
        (10, 9, True),
        (9, 9, False),
        (9, None, False),
    ],
)
def test_more_than_came_are_asked_about(count: int, came: int | None, told: bool) -> None:
    """Even one more; nothing is asked where nobody told how many came."""
    assert bool(more_than_came(count, came)) is told
    if told:
        assert f"{count:,} answered, but only {came} came" in more_than_came(count, came)


def test_answers_from_before_the_session_are_asked_about() -> None:
    """Those of its own day are its own, and where no day is known nothing is made up."""
    eve, day = date(2026, 11, 21), date(2026, 11, 22)
    (told,) = doubts(9, 9, (eve, day), day)
    assert told == "some answered on Sat 21 Nov 2026, before the session on Sun 22 Nov 2026"
    assert len(doubts(10, 9, (eve, eve), day)) == 2
    for days, held_on in (((day, day), day), ((day, day), eve), (None, day), ((eve, day), None)):
        assert doubts(9, 9, days, held_on) == ()


@such_as((1, 8))
@such_as((3, 8))
@given(st.integers(1, 400).flatmap(lambda came: st.tuples(st.integers(0, came), st.just(came))))
def test_a_share_is_the_nearest_per_cent_and_a_half_goes_up(part: tuple[int, int]) -> None:
    """3 of 8 are 38%, and 1 of 8 are 13%; nothing is rounded to nobody or to everybody."""
    count, came = part
    told = returned(of(count, came))
    share = 100 * count / came
    if 0 < share < 1 or 99 < share < 100:
        assert told.endswith(" (under 1%)" if share < 1 else " (over 99%)")
    else:
        assert told.endswith(f" ({floor(share + 0.5)}%)")
