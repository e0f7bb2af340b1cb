"""However answers came in, a session has one picture of who answered and what they said."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.responses.feedback import (
    EFFECT,
    QUOTES_FROM,
    Asked,
    Feedback,
    Item,
    Response,
    quotes,
)
from facilitui.core.responses.feedback_figures import answered, growths
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.feedback_scale import AGREE, SURE, Scale
from facilitui.core.responses.feedback_together import askings, together
from facilitui.core.responses.feedback_told import (
    growth_sentences,
    kept_back_told,
    later_told,
    set_told,
)

SEVEN = Scale(1, 7)


def heard(count: int, level: int = 4, **others: object) -> Feedback:
    """So many who answered alike."""
    response = Response(levels={Item.PACE: level}, words={Item.ONE_CHANGE: "tea [x]"})
    given = {"source": "a.csv", "attendance": 12, "responses": (response,) * count} | others
    return Feedback.model_validate(given)


def test_an_online_form_and_slips_are_told_together() -> None:
    """Each answer counts once against those who came; their words are enough to be shown."""
    slips = heard(1, 5, source="slips typed by hand", attendance=8, example="waited")
    (picture,) = together([heard(9), slips])
    assert returned(picture) == "10 of 12 answered (83%)"
    assert [each.by_level for each in answered(picture, EFFECT)] == [(0, 0, 0, 9, 1)]
    assert len(quotes(picture, Item.ONE_CHANGE)) == 10
    assert (picture.source, picture.example) == ("a.csv, slips typed by hand", "waited")
    assert together([]) == ()


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans()), min_size=1, max_size=4))
def test_only_who_was_asked_for_words_hides_who_wrote_them(sets: list[tuple[int, bool]]) -> None:
    """Three slips are not made quotable by four sheets of a form that asked for no words."""
    silent = (Response(levels={Item.PACE: 3}),)
    given = [heard(n) if asked else heard(n, responses=silent * n) for n, asked in sets]
    (picture,) = together(given)
    asked = sum(n for n, asked in sets if asked)
    assert len(quotes(picture, Item.ONE_CHANGE)) == (asked if asked >= QUOTES_FROM else 0)
    told = f"{asked} wrote something" if 0 < asked < QUOTES_FROM else ""
    assert kept_back_told(picture, Item.ONE_CHANGE).startswith(told)
    assert bool(told) is bool(kept_back_told(picture, Item.ONE_CHANGE))


def test_what_was_taken_out_is_nobodys() -> None:
    """It counts in no figure; put back it does again."""
    out = heard(3, withdrawn=True)
    assert [len(each.responses) for each in together([heard(9), out])] == [9]
    assert together([out]) == ()


def test_how_many_came_is_told_where_a_set_does_not() -> None:
    """As it is known otherwise; a set's own word goes before it."""
    (picture,) = together([heard(2, attendance=None)], 9)
    assert returned(picture) == "2 of 9 answered (22%)"
    (picture,) = together([heard(2, attendance=None), heard(2)], 9)
    assert picture.attendance == 12


def test_weeks_later_is_a_picture_of_its_own() -> None:
    """Though the same people answered; the one at the end of the session comes first."""
    pictures = together([heard(4, later=True), heard(9)])
    assert [(each.later, len(each.responses)) for each in pictures] == [(False, 9), (True, 4)]


def test_who_is_asked_once_more_is_nobody_else() -> None:
    """Sets from weeks later are one picture only where no more than two weeks are between them."""
    first, again, last = date(2026, 12, 1), date(2026, 12, 15), date(2027, 3, 1)
    sets = [
        heard(6, later=True, collected_on=last, attendance=6),
        heard(4, later=True, collected_on=last, answered_on=(first, first), attendance=6),
        heard(2, later=True, collected_on=again, attendance=6),
        heard(9, collected_on=first),
    ]
    assert [returned(each) for each in together(sets)] == [
        "9 of 12 answered (75%)",
        "6 of 6 answered (100%)",
        "6 of 6 answered (100%)",
    ]
    assert [len(each) for each in askings(sets)] == [1, 2, 1]
    assert later_told(sets[3]) == ""
    twice = [heard(2, later=True, answered_on=(day, day)) for day in (first, last)]
    assert [later_told(each) for each in together(twice)] == [
        "Asked weeks later, answered Tue 1 Dec 2026",
        "Asked weeks later, answered Mon 1 Mar 2027",
    ]
    assert askings(sets[:3]) == ((sets[1], sets[2]), (sets[0],))
    (one,) = together([heard(1, later=True), heard(3, later=True, collected_on=last)])
    assert len(one.responses) == 4


def test_another_scale_is_told_by_itself() -> None:
    """Nothing is brought onto another scale; who answered on it counts, and is quoted once."""
    asked = (Asked(item=Item.PACE, scale=SEVEN),)
    whole, other = together([heard(9), heard(3, 7, asked=asked)])
    assert len(whole.responses) == 12 and len(quotes(whole, Item.ONE_CHANGE)) == 12
    assert [(e.scale, e.count) for e in answered(whole, EFFECT)] == [(AGREE, 9)]
    assert returned(other) == ("3 of the 12 who answered were asked on a scale of their own")
    assert [(e.scale, e.count) for e in answered(other, EFFECT)] == [(SEVEN, 3)]
    assert not any(each.words for each in other.responses)


def test_before_and_now_stay_together() -> None:
    """A now on another scale takes its before with it, or neither would tell any growth."""
    grown = Response(goals={"G1": {Item.BEFORE: 1, Item.NOW: 3}})
    usual = [Asked(item=item, scale=SURE, goal="G1", text="x") for item in (Item.BEFORE, Item.NOW)]
    odd = [usual[0], Asked(item=Item.NOW, scale=SEVEN, goal="G1", text="x")]
    whole, other = together(
        [
            Feedback(asked=tuple(usual), responses=(grown,) * 3),
            Feedback(asked=tuple(odd), responses=(grown,) * 2),
        ]
    )
    assert growth_sentences(whole)[0].startswith("About “x”: some participants told both, and 3 of")
    assert len(whole.responses) == 5 and len(growths(other)) == 1
    assert "two scales" in growth_sentences(other)[0]


def test_days_are_those_of_all() -> None:
    """From the first to the last, where each form noted them; a set tells its own."""
    first, last = date(2026, 11, 24), date(2026, 11, 26)
    one, two = heard(2, answered_on=(first, first)), heard(2, answered_on=(last, last))
    assert together([two, one])[0].answered_on == (first, last)
    assert together([two, heard(1)])[0].answered_on is None
    assert set_told(two) == "a.csv, answered Thu 26 Nov 2026, 2 answered"


LEVELS = st.dictionaries(st.sampled_from(EFFECT), st.integers(1, 4), max_size=3)
SETS = st.lists(
    st.tuples(st.lists(LEVELS, max_size=4), st.sampled_from([AGREE, SEVEN]), st.booleans()),
    max_size=4,
)


@given(SETS)
def test_no_answer_is_lost_or_counted_twice(
    sets: list[tuple[list[dict[Item, int]], Scale, bool]],
) -> None:
    """However many sets there are, on whichever scales."""
    told = [
        Feedback(
            responses=tuple(Response(levels=each) for each in levels),
            asked=tuple(Asked(item=item, scale=scale) for item in EFFECT),
            later=later,
        )
        for levels, scale, later in sets
    ]
    pictures = together(told)
    for picture in pictures:
        Feedback.model_validate(picture.model_dump())
    found = sum(each.count for picture in pictures for each in answered(picture, EFFECT))
    assert found == sum(len(each) for levels, _, _ in sets for each in levels)
