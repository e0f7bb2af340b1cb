"""Text from anywhere is harmless to show, and ordinary text stays as it is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.safe_text import cell, line, lines, path, quoted_by_its_ends, storable
from tests.core.strategies import texts

BIDI = [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"]
ORDINARY = [
    *("see [Q1] [/b] [=] \\", "👩🏽‍🏫 👨‍👩‍👧‍👦 🏳️‍🌈 🇨🇦 ✌🏿", "日本語の勉強", "한국어", "¿Qué más?"),
    *("مرحبا بالعالم", "می‌خواهم", "שלום", "हिन्दी क्षेत्र", "ไทย", "Ⅷ ½ — “so” … ⌁"),
    *("e\u0301 combined", "I\u0307", "straße", "a\u00a0b", "soft\u00adhyphen"),
]


@given(texts | st.text())
def test_nothing_that_a_terminal_would_obey_is_left(text: str) -> None:
    """No control but the newline, no reordering, no half characters; one line stays one."""
    shown = lines(text)
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(BIDI).intersection(shown)
    assert not [c for c in shown if unicodedata.category(c) == "Cs"]
    assert not {"\u2028", "\u2029", "\ufeff"}.intersection(shown)
    assert line(text) == lines(text).replace("\n", " ")
    assert lines(shown) == shown
    shown.encode("utf-8")


@pytest.mark.parametrize(
    "code", [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF, *map(ord, BIDI)]
)
def test_every_control_is_made_harmless(code: int) -> None:
    """One by one, so that none is left to chance."""
    shown = line(f"a{chr(code)}b")
    assert shown.isprintable()
    assert shown.startswith("a") and shown.endswith("b")


@given(texts | st.text())
def test_the_name_of_a_file_hides_nothing(text: str) -> None:
    """One line, harmless, and as many characters as it has, so that two names look different."""
    shown = path(text)
    assert len(shown) == len(text) and line(shown) == shown
    assert path("a\nb\tc\rd") == "a␊b␉c␍d"


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_unchanged(text: str) -> None:
    """Joined emoji, every script, brackets and marks are shown as they were typed."""
    assert lines(text) == line(text) == path(text) == storable(text) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])))
def test_whatever_is_no_control_is_unchanged(text: str) -> None:
    """Only what could do harm is touched."""
    assert lines(text) == line(text) == text


def test_what_a_control_was_can_still_be_seen() -> None:
    """An escape becomes its picture; line breaks of all kinds stay line breaks."""
    assert line("\x1b[31m") == "␛[31m"
    assert lines("a\r\nb\tc") == "a\nb  c"
    assert line("a\r\nb") == "a b"


@given(texts | st.text())
def test_what_is_stored_can_be_stored(text: str) -> None:
    """UTF-8 holds it, and only half characters were replaced, by the sign for that."""
    kept = storable(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert len(kept) == len(text)
    for before, after in zip(text, kept, strict=True):
        broken = unicodedata.category(before) == "Cs"
        assert after == ("\N{REPLACEMENT CHARACTER}" if broken else before)


@given(texts)
def test_a_cell_is_shown_and_never_run(text: str) -> None:
    """No sign of a formula comes first, also behind what cannot be seen; figures stay figures."""
    for sign in ("", "=", "\ufeff=", " \n@", "\u200e+", "-"):
        shown = cell(f"{sign}{text}")
        assert not shown.lstrip().startswith(tuple("=@+-")) or re.fullmatch(
            r"[+-]?[\d.,:]*%?", shown
        )
    assert cell("- nine lists").isprintable() is False and cell("- nine")[1:] == "- nine"
    assert [cell(each) for each in ("+4", "-0.5", "12 %", "a=b")] == ["+4", "-0.5", "12 %", "a=b"]


@given(texts | st.text(), st.integers(min_value=8, max_value=80))
def test_a_long_name_gives_way_in_its_middle(text: str, most: int) -> None:
    """It has no more signs than it may; one with room is whole."""
    told = quoted_by_its_ends(text, most)
    assert told == f"“{line(text)}”" if len(text) <= most else " … " in told
    assert len(text) <= most or len(told) <= 2 * most  # a tab is two
    assert quoted_by_its_ends("Keep its date and its letter", 20) == "“Keep its … letter”"
