"""Words that read the same are the same, in a table, in a pattern and in what was typed."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.small_letters import small_letters, small_pattern

WORDS = st.text(st.characters(codec="utf-8", max_codepoint=0x24F), max_size=12)


@given(st.one_of(st.text(), WORDS))
def test_signs_that_are_put_together_are_one_letter(text: str) -> None:
    """However a keyboard wrote them; and small letters stay what they are."""
    small = small_letters(text)
    assert small_letters(normalize("NFD", text)) == small_letters(normalize("NFC", text)) == small
    assert small_letters(small) == small == normalize("NFC", small)


@given(WORDS)
def test_capitals_are_the_same_word(text: str) -> None:
    """A word in capitals may have two letters for one."""
    assert small_letters(text.upper()) == small_letters(text.upper().lower())


@pytest.mark.parametrize("text", ["weiß NICHT", "WEISS nicht", "weiss nicht", "Weiẞ nicht"])
def test_a_pattern_finds_what_is_written_with_other_letters(text: str) -> None:
    """Its escapes are none of its letters."""
    assert small_pattern(r"\bWeiß\W+nicht\b").search(small_letters(text)) is not None
    assert small_pattern(r"\S+\D").fullmatch(small_letters("Été")) is not None
