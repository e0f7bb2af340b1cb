"""Groups that meet again: norms only ever gain a version, and two people's changes join."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.group import Group, Member, Wish, changed, merged, with_norms, with_wish
from facilitui.core.norms import Norm
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


@given(st.integers(0, 5), texts)
def test_a_wish_takes_its_place_or_the_last(place: int, text: str) -> None:
    """Nothing else is moved or lost."""
    before = group(wishes=(Wish(text="a"), Wish(text="b")))
    after = with_wish(before, place, Wish(text=text))
    assert after.wishes[min(place, 2)].text == text
    assert len(after.wishes) == (2 if place < 2 else 3)
    assert sum(wish in before.wishes for wish in after.wishes) >= (1 if place < 2 else 2)


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
