"""What answers add up to: shares, medians with their scale, growth goal by goal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.responses.feedback import Asked, Feedback, Item, Response
from facilitui.core.responses.feedback_figures import (
    Growth,
    Subject,
    answered,
    growth_told,
    growths,
    subjects,
)
from facilitui.core.responses.feedback_scale import AGREE, SHARES, SURE, Scale, likely

TEN = Scale(0, 10)
GOAL = "read before judging"


def about(goal: str, before: int, now: int) -> Response:
    """Somebody who told both about a goal."""
    return Response(goals={goal: {Item.BEFORE: before, Item.NOW: now}})


def asked(item: Item, scale: Scale, goal: str = "") -> Asked:
    """A question on another scale, or about a goal."""
    return Asked(item=item, scale=scale, goal=goal, text=GOAL if goal else "")


def pace(*levels: int, scale: Scale = AGREE) -> Feedback:
    """So many answers to one question."""
    given = (Response(levels={Item.PACE: level}) for level in levels)
    return Feedback(responses=(*given, Response()), asked=(asked(Item.PACE, scale),))


def test_growth_is_a_share_and_a_median() -> None:
    """Of those who told both; nobody else counts, and without anybody there is none."""
    told = ((1, 4), (2, 2), (3, 2))
    both = tuple(Response(levels={Item.BEFORE: was, Item.NOW: now}) for was, now in told)
    half = Response(levels={Item.NOW: 4})
    found = Feedback(responses=(*both, half))
    assert growths(found) == (Growth(Subject(), 3, 1, 0, SURE),)
    assert growth_told(found, "participants") == (
        "1 of 3 participants who told both are surer now than before; "
        "the median gain is 0 on a scale of 0 to 4",
    )
    assert growths(Feedback(responses=(half,))) == ()


def test_growth_is_told_goal_by_goal_each_on_its_scale() -> None:
    """With the goal's words; the session as a whole stands apart."""
    both = [asked(item, TEN, "G1") for item in (Item.BEFORE, Item.NOW)]
    found = Feedback(responses=(about("G1", 2, 9), about("G1", 3, 7)), asked=tuple(both))
    assert subjects(found) == (Subject(), Subject("G1", GOAL))
    assert growth_told(found, "some participants") == (
        f"About “{GOAL}”: some participants told both, and 2 of 2 are surer now than before; "
        "the median gain is 5.5 on a scale of 0 to 10",
    )
    assert [each.told for each in answered(found, (Item.BEFORE, Item.NOW), "G1")] == [
        *("2.5 of 0-10", "8 of 0-10")
    ]
    assert answered(found, (Item.BEFORE, Item.NOW)) == ()


def test_two_scales_tell_no_growth() -> None:
    """Nothing is brought from one onto the other: that it cannot be told is told."""
    levels = {Item.BEFORE: 4, Item.NOW: 5}
    found = Feedback(responses=(Response(levels=levels),), asked=(asked(Item.NOW, Scale(1, 7)),))
    assert growth_told(found, "participants") == (
        "before and now were asked on two scales, 0 to 4 and 1 to 7, which tell no growth",
    )


def test_an_item_is_told_level_by_level() -> None:
    """With how many answered it and its median of what; not answered is no level."""
    (found,) = answered(pace(5, 5, 2), (Item.PACE, Item.VOICE))
    assert (found.count, found.by_level, found.told) == (3, (0, 1, 0, 0, 2), "5 of 5")
    assert found.agreeing == 2 and answered(Feedback(), (Item.PACE,)) == ()


@pytest.mark.parametrize(
    ("scale", "level", "told", "agreeing"),
    [
        (Scale(1, 7), 4, "4 of 7", 0),
        (Scale(1, 7), 5, "5 of 7", 1),
        (Scale(1, 4), 3, "3 of 4", 1),
        (TEN, 5, "5 of 0-10", 0),
        (SHARES, 60, "60%", 1),
    ],
)
def test_a_figure_is_told_with_its_scale(
    scale: Scale, level: int, told: str, agreeing: int
) -> None:
    """And who agrees is above the middle of that scale, not of another."""
    (found,) = answered(pace(level, scale=scale), (Item.PACE,))
    assert (found.told, found.agreeing) == (told, agreeing)


@given(st.sampled_from([AGREE, SURE, TEN, SHARES, Scale(0, 37)]), st.data())
def test_every_answer_is_in_one_bar(scale: Scale, data: st.DataObject) -> None:
    """However long the scale, there are few bars, and together they are all who answered."""
    levels = data.draw(st.lists(st.sampled_from(scale.levels), min_size=1, max_size=9))
    (found,) = answered(pace(*levels, scale=scale), (Item.PACE,))
    bars = tuple(found.bars())
    assert sum(count for _, count in bars) == len(levels) and len(bars) <= 11


@pytest.mark.parametrize(
    ("figures", "usual", "expected"),
    [
        ([1, 4], AGREE, AGREE),
        ([1, 6], AGREE, Scale(1, 7)),
        ([0, 4], AGREE, SURE),
        ([2, 9], AGREE, Scale(1, 10)),
        ([0, 9], AGREE, TEN),
        ([20, 80], AGREE, SHARES),
        ([0, 4], SURE, SURE),
        ([1, 4], SURE, AGREE),
        ([], SURE, SURE),
        ([1, 900], AGREE, AGREE),
        ([*[3] * 19, 7], AGREE, AGREE),
        ([*[3] * 18, 7], AGREE, Scale(1, 7)),
        ([*[1, 2, 3, 4] * 4, 6], AGREE, AGREE),
        ([*[1, 2, 3, 4] * 4, 6], SURE, AGREE),
        ([*[0, 2, 3, 4] * 4, 6], SURE, SURE),
        ([1, 2, 3, 4, 6], AGREE, Scale(1, 7)),
        ([*[1, 2, 3, 4] * 4, 6, 6], AGREE, Scale(1, 7)),
    ],
)
def test_figures_lie_on_the_smallest_scale_that_fits(
    figures: list[int], usual: Scale, expected: Scale
) -> None:
    """One slip of the pen among twenty stretches none."""
    assert likely(figures, usual) == expected
