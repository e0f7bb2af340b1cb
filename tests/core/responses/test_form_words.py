"""Answers in words and figures become levels in one way for a whole column, or are named."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import answer_words as known
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback_scale import AGREE, EVEN, OFFERED, SHARES, SURE, Scale
from facilitui.core.responses.form_words import (
    Reading,
    figure_of,
    is_nothing,
    level,
    reading_of,
    said,
)

STRONGLY, PLAINLY = Reading.STRONGLY, Reading.PLAINLY
UP, DOWN = Reading.UPWARDS, Reading.DOWNWARDS
SEVEN, TEN = Scale(1, 7), Scale(0, 10)


@pytest.mark.parametrize(
    ("text", "item", "reading", "scale", "expected"),
    [
        ("Strongly agree", Item.PACE, STRONGLY, AGREE, 5),
        ("  AGREE. ", Item.PACE, STRONGLY, AGREE, 4),
        ("Agree", Item.PACE, PLAINLY, AGREE, 5),
        ("Rather agree", Item.PACE, PLAINLY, AGREE, 4),
        ("Neither agree nor disagree", Item.PACE, STRONGLY, AGREE, 3),
        ("Disagree", Item.PACE, STRONGLY, AGREE, 2),
        ("Disagree", Item.PACE, PLAINLY, AGREE, 1),
        ("Strongly disagree", Item.PACE, STRONGLY, AGREE, 1),
        ("Stimme eher zu", Item.PACE, STRONGLY, AGREE, 4),
        ("Tout à fait d’accord", Item.PACE, STRONGLY, AGREE, 5),
        ("Strongly agree", Item.PACE, STRONGLY, EVEN, 4),
        ("Agree", Item.PACE, STRONGLY, EVEN, 3),
        ("Disagree", Item.PACE, STRONGLY, EVEN, 2),
        ("4 - quite", Item.PACE, UP, AGREE, 4),
        ("Agree (4)", Item.PACE, UP, AGREE, 4),
        ("3.0", Item.PACE, UP, AGREE, 3),
        ("4/5", Item.PACE, UP, AGREE, 4),
        ("★★★☆☆", Item.PACE, UP, AGREE, 3),
        ("1", Item.PACE, DOWN, AGREE, 5),
        ("2", Item.PACE, DOWN, SEVEN, 6),
        ("Strongly agree", Item.PACE, Reading.STRONGLY_NOT, AGREE, 1),
        ("Disagree", Item.PACE, Reading.PLAINLY_NOT, AGREE, 5),
        ("Agree", Item.PACE, Reading.STRONGLY_NOT, EVEN, 2),
        ("Very", Item.NOW, Reading.STRONGLY_NOT, SURE, 0),
        ("5 strongly agree", Item.PACE, UP, AGREE, 5),
        ("4 out of 5 stars", Item.PACE, UP, AGREE, 4),
        ("4 (out of 5)", Item.PACE, UP, AGREE, 4),
        ("0", Item.PACE, UP, TEN, 0),
        ("7 of 10", Item.PACE, UP, TEN, 7),
        ("80 %", Item.PACE, UP, SHARES, 80),
        ("5", Item.NOW, UP, AGREE, 5),
        ("4", Item.NOW, UP, SURE, 4),
        ("1", Item.NOW, DOWN, SURE, 3),
        ("not at all", Item.NOW, STRONGLY, SURE, 0),
        *(("gar nicht", Item.NOW, STRONGLY, SURE, 0), ("etwas", Item.NOW, STRONGLY, SURE, 2)),
        *(("ziemlich", Item.NOW, STRONGLY, SURE, 3), ("sehr", Item.NOW, STRONGLY, SURE, 4)),
        *(("gar nicht", Item.PACE, STRONGLY, AGREE, 1), ("etwas", Item.PACE, UP, AGREE, 3)),
        *(("ziemlich", Item.PACE, PLAINLY, AGREE, 4), ("sehr", Item.PACE, STRONGLY, AGREE, 5)),
        *(("A little", Item.PACE, STRONGLY, AGREE, 2), ("beaucoup", Item.PACE, UP, AGREE, 5)),
        *(("Yes", Item.PACE, STRONGLY, AGREE, 5), ("Nein", Item.PACE, STRONGLY, AGREE, 1)),
        ("Yes", Item.PACE, STRONGLY, EVEN, 4),
        ("Very", Item.NOW, STRONGLY, SURE, 4),
        ("Strongly agree", Item.NOW, STRONGLY, SURE, 4),
    ],
)
def test_an_answer_means_its_level(
    text: str, item: Item, reading: Reading, scale: Scale, expected: int
) -> None:
    """As common form tools write it, on the scale that it was given on and on no other."""
    assert level(text, item, reading, scale) == expected


@pytest.mark.parametrize(
    "text", ["not sure", "Unsure", "uncertain", "not certain", "unsicher", "incertain", "inseguro"]
)
def test_unsure_has_one_meaning(text: str) -> None:
    """Of how sure somebody is it is the least; of agreement it is neither yes nor no."""
    assert level(text, Item.BEFORE, STRONGLY, SURE) == 0
    assert level(text, Item.PACE, STRONGLY, AGREE) == level("undecided", Item.PACE, UP, AGREE) == 3
    assert level("undecided", Item.NOW, STRONGLY, SURE) == 2


TABLES = {**known.STRONGLY, **known.PLAINLY, **known.SURE_LEVELS, **known.AMOUNTS}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("write", [str, str.upper, str.capitalize])
def test_every_word_that_is_offered_is_found(
    write: Callable[[str], str], form: Literal["NFC", "NFD"]
) -> None:
    """Whichever way its letters are written, "weiß nicht" and "WEISS NICHT" alike."""
    for word in TABLES:
        assert said(unicodedata.normalize(form, write(word))) == word
    for word in ("mittelmäßig", "einigermaßen"):
        assert level(unicodedata.normalize(form, write(word)), Item.NOW, STRONGLY, SURE) == 2
    assert level(unicodedata.normalize(form, write("très")), Item.NOW, STRONGLY, SURE) == 4
    assert is_nothing(unicodedata.normalize(form, write("weiß nicht")))
    assert figure_of(unicodedata.normalize(form, write("4 étoiles"))) == 4


@pytest.mark.parametrize(
    "text", ["", "  ", "N/A", "n/a", "not applicable", "-", "–", "Keine Angabe"]
)
def test_no_answer_is_no_level(text: str) -> None:
    """Missing is missing, never the lowest and never the middle."""
    assert is_nothing(text) and level(text, Item.PACE, UP, AGREE) is None


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        *((text, AGREE) for text in ("7", "0", "4.5", "-1", "often", "=1+1", "2026/11/25")),
        *((text, AGREE) for text in ("1/5/2026 8:00", "4/10", "4%", "★★☆☆")),
        *((text, AGREE) for text in ("3-4", "4 – 5", "1 or 2", "3 to 4", "2, maybe 3", "3 (or 4)")),
        *((text, AGREE) for text in ("2 of us were lost", "4 of 5 were", "between 2 and 3 (3)")),
        *((text, SHARES) for text in ("80% of us", "70-80%")),
        *((text, SEVEN) for text in ("8", "4/5", "agree", "80%")),
        *((text, EVEN) for text in ("neutral", "partly", "5")),
    ],
)
def test_what_is_not_on_its_scale_is_named(text: str, scale: Scale) -> None:
    """Never rounded, never brought onto the scale, never worked out."""
    with pytest.raises(ValueError, match=f"is not on its scale, {scale.label}"):
        level(text, Item.PACE, UP, scale)


def test_a_column_is_read_as_its_answers_suggest() -> None:
    """Figures, or "strongly" or "rather" among words; else as most tools write it."""
    assert reading_of(("1", "4", "0"), Item.NOW) is UP
    assert reading_of(("Agree", "Strongly agree", "Rather agree"), Item.PACE) is STRONGLY
    assert reading_of(("Agree", "Rather agree"), Item.PACE) is PLAINLY
    assert reading_of(("Agree", "Disagree"), Item.PACE) is STRONGLY


@given(
    st.text(max_size=60),
    st.sampled_from(list(Item)),
    st.sampled_from(list(Reading)),
    st.sampled_from(OFFERED),
)
def test_any_text_is_a_level_or_named(
    text: str, item: Item, reading: Reading, scale: Scale
) -> None:
    """Nothing else can come of it, whatever was typed."""
    try:
        found = level(text, item, reading, scale)
    except ValueError as error:
        assert "is not on its scale" in str(error)
    else:
        assert found is None or found in scale.levels


def test_every_reading_is_turned_round_and_back() -> None:
    """So that nothing is read in two ways at once."""
    assert all(each.turned.turned is each is not each.turned for each in Reading)


@given(st.integers(min_value=0, max_value=10**9))
def test_a_figure_says_itself(figure: int) -> None:
    """However large, it is read whole or not at all."""
    assert figure_of(str(figure)) in (figure, None)
