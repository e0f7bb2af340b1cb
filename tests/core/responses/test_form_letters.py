"""Bytes that do not say their letters are read as the likeliest, and that is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.responses.form_letters import Letters, letters_told, likely_letters

WESTERN = ("café, größer für", "été déjà à l’école", "Ärger, Übung")


@pytest.mark.parametrize("text", WESTERN)
@pytest.mark.parametrize("letters", [Letters.WESTERN, Letters.MAC])
def test_western_letters_are_told_apart(text: str, letters: Letters) -> None:
    """By what hardly stands in a word."""
    assert likely_letters(text.encode(letters)) is letters


def test_japanese_is_known_by_its_kana() -> None:
    """And nothing western is taken for it."""
    text = "日本語の時間がもっとあるとよい"
    assert likely_letters(f"What?,{text}".encode(Letters.JAPANESE)) is Letters.JAPANESE


def test_what_was_guessed_is_told_with_some_letters() -> None:
    """So that somebody sees whether they are right; what was chosen needs no advice."""
    told = letters_told("café café ", Letters.WESTERN, chosen=False)
    assert told == (
        "its letters outside ASCII (é) are read as Western European: if they look wrong, "
        "save it as UTF-8"
    )
    assert letters_told("café", Letters.GREEK, chosen=True).endswith("as Greek, as you chose")


@given(st.binary(max_size=60))
def test_any_bytes_have_letters(data: bytes) -> None:
    """Whatever they are, and every way of reading them is known to Python."""
    for letters in (likely_letters(data), *Letters):
        assert isinstance(data.decode(letters, "replace"), str)
