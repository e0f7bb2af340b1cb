"""Groups that meet again: norms only ever gain a version, and two people's changes join."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import (
    Group,
    Member,
    Wish,
    changed,
    let_go,
    merged,
    wish_keys,
    with_norms,
    with_wish,
)
from tests.core.strategies import texts

DAY = date(2026, 11, 25)
norm_tuples = st.lists(texts, max_size=4).map(
    lambda found: tuple(Norm(id=f"n{i}", text=text) for i, text in enumerate(found))
)


def group(**fields: Any) -> Group:
    return Group(id="team", name="Grade 7", **fields)


def norms(*words: str) -> tuple[Norm, ...]:
    return tuple(Norm(id=f"n{i}", text=text) for i, text in enumerate(words))


@given(st.lists(norm_tuples, max_size=6))
def test_no_version_of_the_norms_is_ever_changed(agreed: list[tuple[Norm, ...]]) -> None:
    """Whatever is agreed on, all versions before stay as they were; the last one is in force."""
    now = group()
    for each in agreed:
        after = with_norms(now, each, agreed=DAY)
        assert after.norms[: len(now.norms)] == now.norms
        assert sorted(norm.text.split() for norm in after.norms_now) == sorted(
            norm.text.split() for norm in each
        )
        now = Group.model_validate(after.model_dump())


def test_the_same_words_are_no_new_version() -> None:
    """Another order, other spaces or other ids agree on nothing new; another word does."""
    first = with_norms(group(), norms("Listen first", "Wait"), agreed=DAY, session="s1")
    same = tuple(Norm(id=f"x{i}", text=text) for i, text in enumerate(("Wait ", "Listen  first")))
    assert with_norms(first, same, agreed=DAY) is first
    second = with_norms(first, norms("Listen first", "Wait!"), agreed=None, session="s2")
    assert [(each.version, each.session) for each in second.norms] == [(1, "s1"), (2, "s2")]
    assert with_norms(second, (), agreed=DAY).norms_now == ()


@pytest.mark.parametrize("versions", [(1, 1), (2, 1)])
def test_versions_grow(versions: tuple[int, ...]) -> None:
    """A file written by hand whose versions do not grow is refused, and the key is named."""
    with pytest.raises(ValidationError, match="norms must have versions that grow"):
        group(norms=tuple({"version": number} for number in versions))


def test_a_wish_is_open_until_it_is_answered_or_let_go() -> None:
    """One that has a plan's answer, or was let go, is not asked of the next plan."""
    wishes = (Wish(text="a"), Wish(text="b", answered_in="p"), Wish(text="c", let_go=True))
    assert [wish.text for wish in group(wishes=wishes).open_wishes] == ["a"]


wish_tuples = st.lists(
    st.builds(
        Wish, text=st.sampled_from(["a", "b", "1 b", ""]), session=st.sampled_from(["", "1", "1 b"])
    ),
    max_size=6,
).map(tuple)


@given(wish_tuples, st.integers(0, 6), texts)
def test_a_wish_takes_its_place_or_the_last(
    wishes: tuple[Wish, ...], place: int, text: str
) -> None:
    """Nothing else is moved or lost, whatever is said twice."""
    before, wish = group(wishes=wishes), Wish(text=text)
    key = [*wish_keys(before), *[""] * 7][place]
    after = with_wish(before, key, wish)
    assert after.wishes == (*wishes[:place], wish, *wishes[place + 1 :])
    assert len(wish_keys(before)) == len(wishes)


@given(wish_tuples, wish_tuples)
def test_a_wish_is_found_whatever_came_before_it(
    wishes: tuple[Wish, ...], others: tuple[Wish, ...]
) -> None:
    """What another program put first or took away is no reason to change another wish."""
    said = {(wish.session, wish.text) for wish in wishes}
    others = tuple(wish for wish in others if (wish.session, wish.text) not in said)
    before, after = group(wishes=wishes), group(wishes=(*others, *wishes))
    for key, wish in wish_keys(before).items():
        assert wish_keys(after)[key] == wish
        assert let_go(after, key).wishes[: len(others)] == others
    for gone in wish_keys(after).keys() - wish_keys(before).keys():
        assert let_go(before, gone) is before


def test_a_wish_is_let_go_and_wished_for_again() -> None:
    """An answered one is open again as well; letting go changes no key."""
    before = group(wishes=(Wish(text="tea", answered_in="p"),))
    (key,) = wish_keys(before)
    assert let_go(before, key).wishes == (Wish(text="tea"),)
    gone = let_go(let_go(before, key), key)
    assert gone.wishes == (Wish(text="tea", let_go=True),) and list(wish_keys(gone)) == [key]


people = st.lists(st.sampled_from("abcdef"), unique=True, max_size=5).map(
    lambda names: tuple(Member(name=name) for name in names)
)


@given(people, people, people)
def test_two_lists_of_people_join(
    before: tuple[Member, ...], here: tuple[Member, ...], there: tuple[Member, ...]
) -> None:
    """Everybody who is new on either side is in, nobody whom one of them took out."""
    both = merged(group(roster=before), group(roster=here), group(roster=there))
    if both is not None:
        gone = {*before} - ({*here} & {*there})
        assert {*both.roster} == ({*before, *here, *there}) - gone
        assert len(both.roster) == len({*both.roster})
    else:
        assert {*before} - {*here} - {*there}


@given(people, st.integers(0, 4), people)
def test_what_one_changed_stays_where_it_was(
    before: tuple[Member, ...], place: int, others: tuple[Member, ...]
) -> None:
    """Whatever the other one puts before it or behind it."""
    new = tuple(Member(name=f"new {member.name}") for member in others)
    mended = Member(name="mended")
    here = tuple(mended if at == place else each for at, each in enumerate(before))
    both = merged(group(roster=before), group(roster=here), group(roster=(*new, *before)))
    assert both is not None and both.roster == (*new, *here)


def test_changes_of_two_people_join_unless_they_clash() -> None:
    """Each keeps what only one of them changed; the same thing changed twice is no join."""
    base = group(note="x")
    ours = changed(base, roster=(Member(name="Ana"),))
    theirs = changed(base, note="y")
    both = merged(base, ours, theirs)
    assert both is not None
    assert (both.roster, both.note) == (ours.roster, "y")
    assert merged(base, ours, ours) == ours
    assert merged(base, changed(base, note="z"), theirs) is None
