"""Choosing protocols: what a filter leaves, what does not fit and why, which filter to loosen."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library import shelf_offers as so
from facilitui.core.library.protocol import Group, Protocol
from facilitui.core.library.shelf_filter import Facet, Quiet, ShelfFilter
from facilitui.core.plans.grouping import Room, run_of
from facilitui.core.plans.plan import Plan
from facilitui.core.vocabulary import Mode, Purpose
from tests.core.making import final_word, protocol, step, tuning

LOUD = protocol(
    step("talk", 5, 10, 15),
    id="loud",
    purposes=(Purpose.FOSTER_DIALOGUE, Purpose.BUILD_COMMITMENT),
    modes=(Mode.IN_PERSON,),
    group=Group(min=2, max=6, ideal=4, default=4),
)
SHELF = (tuning(), final_word(), LOUD)
LIKED = frozenset({"tuning"})
filters = st.builds(
    ShelfFilter,
    people=st.integers(0, 300),
    mode=st.none() | st.sampled_from(Mode),
    minutes=st.sampled_from([0, 1, 5, 12.5, 37, 50, 67, 300]),
    purpose=st.none() | st.sampled_from(Purpose),
    silence=st.none() | st.sampled_from(Quiet),
    favourites=st.booleans(),
    unfit=st.booleans(),
)


def left(wanted: ShelfFilter) -> list[str]:
    return [each.protocol.id for each in so.kept(so.offers(SHELF, wanted, LIKED), wanted)]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ShelfFilter(), ["tuning", "final_word", "loud"]),
        (ShelfFilter(minutes=37), ["tuning", "final_word", "loud"]),
        (ShelfFilter(minutes=36), ["final_word", "loud"]),
        (ShelfFilter(minutes=31), ["loud"]),
        (ShelfFilter(minutes=4), []),
        (ShelfFilter(purpose=Purpose.BUILD_COMMITMENT), ["loud"]),
        (ShelfFilter(silence=Quiet.SOME), ["tuning", "final_word"]),
        (ShelfFilter(silence=Quiet.NONE), ["loud"]),
        (ShelfFilter(favourites=True), ["tuning"]),
        (ShelfFilter(favourites=True, silence=Quiet.NONE), []),
        (ShelfFilter(people=20), ["tuning", "final_word", "loud"]),
        (ShelfFilter(people=3), ["final_word", "loud"]),
        (ShelfFilter(mode=Mode.ONLINE), ["tuning", "final_word"]),
        (ShelfFilter(people=3, mode=Mode.ONLINE), ["final_word"]),
        (ShelfFilter(people=3, mode=Mode.ONLINE, unfit=True), ["tuning", "final_word", "loud"]),
        (ShelfFilter(people=3, favourites=True, unfit=True), ["tuning"]),
    ],
)
def test_a_filter_leaves_what_it_says(wanted: ShelfFilter, ids: list[str]) -> None:
    """Minutes ask for the shortest run; people for a range, or for several groups within it."""
    assert left(wanted) == ids


def test_what_is_hidden_as_made_for_others_is_counted() -> None:
    """Of what the rest of the filter leaves, shown or not; asking for other people hides again."""
    wanted = ShelfFilter(people=3, mode=Mode.ONLINE)
    for each in (wanted, wanted.with_unfit(True)):
        assert so.unfit(so.offers(SHELF, each, LIKED), each) == 2
    liked = wanted.having({Facet.FAVOURITES: True})
    assert so.unfit(so.offers(SHELF, liked, LIKED), liked) == 1
    assert so.unfit(so.offers(SHELF, ShelfFilter()), ShelfFilter()) == 0
    shown = wanted.with_unfit(True)
    assert not shown.having({Facet.PEOPLE: 4}).unfit and not shown.without(*Facet).unfit
    assert shown.turned(Facet.SILENCE).unfit


def test_minutes_are_those_of_the_group_there_is() -> None:
    """Of 21 people in fours one group has five: a turn more for everybody."""
    four, five = ShelfFilter(people=20, minutes=46), ShelfFilter(people=21, minutes=46)
    assert [so.offer(final_word(), each).run.usual for each in (four, five)] == [42, 50]
    assert not so.offer(final_word(), four).tight and so.offer(final_word(), five).tight


def test_what_does_not_fit_says_why() -> None:
    """Too many people, too few, another way of meeting."""
    wanted = ShelfFilter(people=20, mode=Mode.ONLINE)
    offers = {each.protocol.id: each for each in so.offers(SHELF, wanted)}
    assert offers["final_word"].fits
    assert offers["tuning"].misfits == ("It is made for 4–12 people; you plan for 20.",)
    assert offers["loud"].misfits == (
        "It is made for 2–6 people; you plan for 20.",
        "It is made for in-person sessions, not for online ones.",
    )
    assert not so.offer(tuning(), ShelfFilter(people=3)).fits


def test_too_large_a_group_is_offered_as_parallel_groups() -> None:
    """With the minutes of the largest of them, and in words; too small a one is not."""
    many = so.offer(tuning(), ShelfFilter(people=21))
    assert (many.groups, many.people) == (2, 11)
    assert "eleven and ten" in so.in_parallel(tuning(), 21)
    few = so.offer(tuning(), ShelfFilter(people=2))
    assert (few.groups, few.people) == (1, 2) and not so.in_parallel(tuning(), 2)
    assert so.parallel_groups(Group(min=7, max=8, ideal=8, default=8), 11) == 1


def test_a_group_is_told_how_it_would_sit() -> None:
    """Only by a protocol that works in sub-groups."""
    assert so.divided(final_word(), 21) == "21 in fours: four fours and one five"
    assert so.divided(tuning(), 8) == ""


def test_an_unknown_group_is_the_one_the_protocol_assumes() -> None:
    """So that there are minutes to tell."""
    offer = so.offer(tuning(), ShelfFilter())
    assert (offer.people, offer.groups, offer.run.usual) == (8, 1, 67)


def test_what_is_looked_for_is_told_in_words() -> None:
    """As a person would say it, and nothing where nothing is looked for."""
    wanted = ShelfFilter(20, Mode.ONLINE, 45, favourites=True)
    told = ["for 20 people", "at most 45 min", "online", "★ only"]
    assert [wanted.told(each) for each in wanted.active] == told
    assert not any(ShelfFilter().told(each) for each in Facet)


@given(filters)
def test_letting_go_of_a_filter_never_takes_anything_away(wanted: ShelfFilter) -> None:
    """And without any of them all is there. Only who comes also says how long things take."""
    ids = set(left(wanted))
    for facet in Facet:
        if facet is not Facet.PEOPLE or not wanted.minutes:
            assert ids <= set(left(wanted.without(facet)))
        assert facet not in wanted.without(facet).active
    assert wanted.without(*Facet) == ShelfFilter() and len(left(ShelfFilter())) == len(SHELF)


@given(filters)
def test_a_loosening_says_how_many_are_left_then(wanted: ShelfFilter) -> None:
    """The most helpful first, and only what narrows and helps."""
    offers = so.offers(SHELF, wanted, LIKED)
    ways = so.loosenings(offers, wanted)
    assert [count for _, count in ways] == sorted((count for _, count in ways), reverse=True)
    for facet, count in ways:
        assert count == len(left(wanted.without(facet))) > 0
        assert facet in wanted.active


@given(filters, st.sampled_from(Facet))
def test_a_word_that_is_turned_on_comes_round_to_nothing(wanted: ShelfFilter, facet: Facet) -> None:
    """Through all its words; what is typed as a number is not turned."""
    seen: list[ShelfFilter] = []
    now = wanted.without(facet).with_unfit(False)
    while now not in seen:
        seen.append(now)
        now = now.turned(facet)
    turns = {Facet.MODE: 5, Facet.PURPOSE: 6, Facet.SILENCE: 3, Facet.FAVOURITES: 2}
    assert len(seen) == turns.get(facet, 1) and now == seen[0]


@given(st.integers(1, 20), st.integers(0, 30), st.integers(0, 1200))
def test_parallel_groups_are_all_of_a_right_size(least: int, more: int, people: int) -> None:
    """And there are no more of them than are needed."""
    group = Group(min=least, max=least + more, ideal=least, default=least)
    number = so.parallel_groups(group, people)
    if number > 1:
        assert least <= people // number <= -(-people // number) <= least + more < people
        assert -(-people // (number - 1)) > least + more or people // (number - 1) < least


@given(filters)
def test_an_offer_is_the_run_of_its_room(wanted: ShelfFilter) -> None:
    """Its minutes are those that the plan would have."""
    for each in so.offers(SHELF, wanted, LIKED):
        assert each.run == run_of(each.protocol, Room(each.people))
        assert each.liked is (each.protocol.id in LIKED)


def test_agendas_are_left_by_their_time_and_by_what_is_liked() -> None:
    """Nothing else decides."""
    plans: Sequence[tuple[str, Plan]] = [
        ("short", Plan(title="a", minutes=30)),
        ("long", Plan(title="b", minutes=90)),
    ]
    wanted = ShelfFilter(people=9, purpose=Purpose.EXPLORE)
    assert so.plans_kept(plans, wanted, ()) == ["short", "long"]
    assert so.plans_kept(plans, ShelfFilter(minutes=60), ()) == ["short"]
    assert so.plans_kept(plans, ShelfFilter(favourites=True), {"long"}) == ["long"]


def test_how_many_a_protocol_is_good_for() -> None:
    """One number where there is only one."""
    one: Protocol = protocol(step("a", 1, 1, 1), group=Group(min=3, max=3, ideal=3, default=3))
    assert (so.span(one), so.span(tuning())) == ("3", "4–12")
