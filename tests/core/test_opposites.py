"""What is never corrected: words that say the opposite, figures, and what begins with a sign."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitui.core.likeness import NearWords, one_slip
from facilitui.core.opposites import correctable, signed, turns_round
from facilitui.core.search import folded

SURE = ("resolved", "understanding", "satisfied", "zufrieden", "satisfecho", "comfortable")
NEGATING = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "de", "des", "no", "anti")


def nearest(typed: str, *known: str) -> str:
    words = NearWords()
    for word in known:
        words.add(word)
    return words.nearest(typed, lambda _: 1)


@given(st.sampled_from(SURE), st.sampled_from(NEGATING), st.data())
def test_a_beginning_that_negates_is_neither_taken_away_nor_added(
    word: str, negating: str, data: st.DataObject
) -> None:
    """Not even where a letter of the word is lacking besides."""
    at = data.draw(st.integers(1, len(word) - 1))
    slipped = data.draw(st.sampled_from([word, word[:at] + word[at + 1 :]]))
    assume(not one_slip(negating + slipped, word) and not one_slip(slipped, negating + word))
    assert nearest(negating + slipped, word) == ""
    assert nearest(slipped, negating + word) == ""


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        *(("unsafe", "safe"), ("usafe", "safe"), ("nusafe", "safe"), ("dsagree", "agree")),
        *(("imoral", "moral"), ("irelevant", "relevant"), ("ilegal", "legal")),
        *(("shouldn't", "should"), ("shouldnt", "should"), ("misunderstndng", "understanding")),
        *(
            ("12346", "12345"),
            ("2026-11-04", "2026-11-03"),
            ("group12", "groups"),
            ("g12a", "g12b"),
        ),
    ],
)
def test_what_may_be_meant_as_it_was_typed(typed: str, known: str) -> None:
    """Then nothing is found, which is true."""
    assert nearest(typed, known) == ""


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        *(("dicsussion", "discussion"), ("disscusion", "discussion"), ("impresed", "impressed")),
        *(("inpresed", "impressed"), ("inable", "unable"), ("idscuss", "discuss")),
        *(("unsave", "unsafe"), ("desing", "design"), ("nomrs", "norms"), ("infrom", "inform")),
        *(("indepandant", "independent"), ("dissapointed", "disappointed"), ("didnt", "didn't")),
        *(("managment", "management"), ("efedback", "feedback"), ("studnet", "student")),
    ],
)
def test_slips_in_words_that_begin_so_are_mended(typed: str, known: str) -> None:
    """What negates is not touched by it, or nothing negates there."""
    assert nearest(typed, known) == known


@given(st.text(max_size=12).map(folded))
def test_no_word_is_its_own_opposite(word: str) -> None:
    """Whatever it begins with."""
    assert not turns_round(word, word)


@pytest.mark.parametrize("typed", ["-maria", "+x", "!x", "~x", "−x", "=x", "#x", ">x", "–x", "$x"])
def test_a_sign_says_something(typed: str) -> None:
    """Brackets and quotes stand around a word, and say nothing."""
    assert signed(typed)
    assert not any(map(signed, ["maria", "(maria", "“maria", "'maria", "¿maria", "«x", "日本"]))


@given(st.text(min_size=1), st.characters(categories=["Nd"]))
def test_a_figure_is_never_nearly_right(text: str, digit: str) -> None:
    """In whatever script it is written."""
    assert not correctable(text + digit)
