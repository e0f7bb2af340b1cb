"""Where words stand in a text as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.found_places import first_places, found_in
from facilitui.core.search import folded_line

TEXTS = st.text("aé Bß한\n\t\u0301", max_size=30)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("They waited.", ("wait", "they"), ["They", "wait"]),
        ("Café, cafe", ("cafe",), ["Café", "cafe"]),
        ("the  quiet\n\nones spoke", ("quiet ones",), ["quiet\n\nones"]),
        ("한국어 heron", ("heron",), ["heron"]),
        ("Straße", ("strasse",), ["Straße"]),
        ("nothing", (), []),
    ],
)
def test_they_are_told_as_they_were_written(
    text: str, words: tuple[str, ...], found: list[str]
) -> None:
    """Whatever folding makes of them, and over any break."""
    assert [text[start:end] for start, end in found_in(text, words)] == found


@given(TEXTS, st.integers(0, 20), st.integers(1, 4))
def test_what_is_in_the_folded_text_has_a_place(text: str, start: int, length: int) -> None:
    """And what stands there is folded to no less than that."""
    plain = folded_line(text)
    word = plain[start : start + length].strip()
    places = found_in(text, (word,)) if word else []
    assert bool(places) == bool(word)
    assert all(word in folded_line(text[a:b]) for a, b in places)


def test_of_each_word_the_first_place_counts() -> None:
    """None within another."""
    text = "a wait, a waiting room, a wait"
    places = first_places(text, ("wait", "waiting"))
    assert [text[a:b] for a, b in places] == ["wait", "waiting"]
