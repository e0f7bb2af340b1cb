"""How many gave each answer in a meeting: written and read again it is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.pulse_answers import (
    MOST,
    counts_kept,
    counts_typed,
    given_in,
    in_a_line,
    is_counted,
)

LEVELS = ("Disagree", "Rather disagree", "Partly", "Rather agree", "Agree")
NAMES = st.text("abAB ,;xé[/]\"'×*", min_size=1, max_size=9).map(str.strip).filter(bool)
SCALES = st.lists(NAMES, min_size=2, max_size=6, unique=True)
COUNTS = st.lists(st.integers(0, MOST), min_size=6, max_size=6)


@given(SCALES, COUNTS)
def test_written_and_read_again_is_the_same(levels: list[str], figures: list[int]) -> None:
    """As it is kept and as it stands on one line, whatever levels are called; none is lost."""
    counts = {each: count for each, count in zip(levels, figures, strict=False) if count}
    kept = counts_kept(counts, levels)
    assert {each.answer: each.times for each in given_in(kept, levels)} == counts
    assert sum(each.times for each in given_in(kept, levels)) == sum(counts.values())
    assert counts_typed(in_a_line(kept), levels) == kept
    assert is_counted(kept, levels) == bool(counts)


WORDS = st.text("ab é[/]", min_size=1, max_size=5).map(str.strip).filter(bool)
COUNTED = st.builds("{}{}{} x {}".format, WORDS, st.sampled_from([",", ";"]), st.just(2), WORDS)


@given(st.lists(COUNTED, min_size=2, max_size=6, unique=True), COUNTS)
def test_levels_with_a_count_in_their_names_are_typed_as_they_are_shown(
    levels: list[str], figures: list[int]
) -> None:
    """The line of the form is taken again, also with other figures in it."""
    counts = {each: count for each, count in zip(levels, figures, strict=False) if count}
    kept = counts_kept(counts, levels)
    assert counts_typed(in_a_line(kept), levels) == kept
    other = {each: 1 + count % MOST for each, count in counts.items()}
    typed = "; ".join(f"{count} * {each.upper()}" for each, count in other.items())
    if other and len({each.casefold() for each in levels}) == len(levels):
        assert counts_typed(f"{typed},", levels) == counts_kept(other, levels)


def test_a_level_called_as_a_count_is_not_divided() -> None:
    """The longest name goes before a shorter one."""
    often = ("never", "2 x a week", "Agree, 2 x a week", "Agree")
    assert counts_typed("4 x Agree, 2 x a week, 1 x agree", often) == (
        "1 × Agree\n4 × Agree, 2 x a week"
    )
    assert counts_typed("3 x Agree; 1 x 2 X A  WEEK", often) == "3 × Agree\n1 × 2 x a week"


@given(st.text("0123456789 x×*,\n.[/]Agre", max_size=30))
def test_nothing_from_outside_stops_it(text: str) -> None:
    """Whatever a file holds, each of it counts as often as it says, or as one answer."""
    found = given_in(text, LEVELS)
    assert all(1 <= each.times <= MOST and each.answer for each in found)
    assert bool(found) == bool(text.strip())


@pytest.mark.parametrize(
    "typed",
    ["4 x Agree, 2 x Partly", "2x3;4×5", " 4 * agree ,2 X PARTLY, ", "3 x 5, 2 x 3, 1 x Agree"],
)
def test_it_is_typed_as_people_write_it(typed: str) -> None:
    """By names or numbers, with any sign for times; the highest stands first."""
    assert counts_typed(typed, LEVELS) == "4 × Agree\n2 × Partly"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Agree", "“Agree” says no count; write it so: 4 x Agree, 2 x Disagree"),
        ("4 x Agree, Partly", "“Agree, Partly” is no answer here"),
        ("4 x Maybe", "“Maybe” is no answer here; write one, or its number: 1 for “Disagree” to 5"),
        ("4 x 6", "“6” is no answer here"),
        ("0 x Agree", "“0” is no count; write a whole number, 1 to 999"),
        ("1.5 x Agree", "“1.5” is no count; write a whole number, 1 to 999"),
        ("1000 x Agree", "“1000” is no count; write a whole number, 1 to 999"),
        ("999 x Agree, 1 x 5", "“Agree” is given 1000 times; at most 999"),
    ],
)
def test_what_cannot_be_read_is_told(typed: str, why: str) -> None:
    """In one sentence that says what to write."""
    with pytest.raises(ValueError) as told:
        counts_typed(typed, LEVELS)
    assert str(told.value).startswith(why)


def test_a_name_goes_before_a_number_and_one_answer_is_no_count() -> None:
    """Levels that are figures, or begin with one, are what they are called."""
    assert counts_typed("4 x 3", ("0", "3", "9")) == "4 × 3"
    assert given_in("2 x a week", ("never", "2 x a week")) == ((1, "2 x a week"),)
    assert in_a_line("Two lines\nof somebody") == "Two lines\nof somebody"
