"""What facilitators type: other words for what a protocol says, and figures in a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library import search_words as sw
from facilitui.core.library.protocol import Group
from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.core.vocabulary import Family, Mode, Purpose
from tests.core.making import HOSTILE, protocol, step, tuning


@pytest.mark.parametrize(
    ("query", "words", "minutes", "people"),
    [
        ("data 45 min", ("data",), 45, 0),
        ("7 min", (), 7, 0),
        ("30 minutes feedback", ("feedback",), 30, 0),
        ("1 h 30", (), 90, 0),
        ("text for 20 people 1 hour", ("text",), 60, 20),
        ("12 teachers", (), 0, 12),
        ("25/10", ("25/10",), 0, 0),
        ("mindful 5", ("mindful", "5"), 0, 0),
        ("0 people", ("0", "people"), 0, 0),
        ("99999 people", ("99999", "people"), 0, 0),
        ("1-2-4-all", ("1-2-4-all",), 0, 0),
    ],
)
def test_figures_in_a_search_are_a_filter(
    query: str, words: tuple[str, ...], minutes: float, people: int
) -> None:
    """Minutes and people with their word; what has none is searched for as it is."""
    assert sw.asked(query, ShelfFilter()) == (words, ShelfFilter(people=people, minutes=minutes))


@given(st.text() | st.just(HOSTILE), st.integers(1, 99))
def test_any_query_is_read(query: str, number: int) -> None:
    """And a filter that is set stays, but for what the query says of it."""
    wanted = ShelfFilter(people=9, mode=Mode.ONLINE, favourites=True)
    found = sw.asked(f"{query} {number} people", wanted)[1]
    assert found.mode is Mode.ONLINE and found.favourites and found.people


def test_a_protocol_is_found_by_what_its_figures_show() -> None:
    """Short or not, for large or small groups, with nothing to bring, silent or not."""
    short = protocol(
        step("talk", 2, 5, 9),
        family=(Family.COMMUNITY,),
        group=Group(min=4, max=60, ideal=20, default=20),
    )
    said = " ".join(sw.also_fits(short))
    for each in ("quick", "no prep", "large group", "virtual"):
        assert each in said
    for each in ("small group", "quiet"):
        assert each not in said
    said = " ".join(sw.also_fits(tuning()))
    assert "quiet" in said and "small group" in said
    assert "no prep" not in said and "quick" not in said and "large group" not in said


def test_other_words_are_meant_by_whole_words() -> None:
    """A plural or a past counts; a longer word that begins so does not."""
    assert "vote" in " ".join(sw.also_meant("Star causes")) and not [*sw.also_meant("start here")]
    assert "vote" in " ".join(sw.also_meant("They SCORED it"))
    assert [*sw.also_meant(HOSTILE)] == []


@pytest.mark.parametrize("word", sw.SAID)
def test_each_word_stands_for_others(word: str) -> None:
    """None of them hides another; however often it is said, they are meant once."""
    assert [*sw.also_meant(f"The {word}s, then {word.upper()}.")] == [sw.SAID[word]]


def test_every_family_and_purpose_has_other_words() -> None:
    """So that no word of the field is forgotten when one is added."""
    assert set(sw.FAMILIES) == set(Family) and set(sw.PURPOSES) == set(Purpose)
    assert set(sw.MODES) == set(Mode)
