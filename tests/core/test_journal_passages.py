"""The part of an entry that its row shows: where the words are, and no other than that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journal_passages import CAPTURED, LONG, Passage, passage
from facilitui.core.search import folded, words_of

TEXTS = st.lists(st.text("ab éA\n", max_size=12), max_size=4)
WORDS = st.lists(st.sampled_from(("a", "b", "ab", "e")), max_size=3).map(tuple)


def test_the_rows_own_line_says_enough_where_nothing_says_more() -> None:
    """And so does the title, which is shown in any case."""
    assert passage("They waited.", "Tuning", ("They waited.",), (), ("waited",)) is None
    assert passage("They waited.", "Tuning", ("They waited.",), (), ("tuning",)) is None
    assert passage("They waited.", "Tuning", ("other",), (), ()) is None


def test_the_part_with_the_most_of_the_words_is_shown() -> None:
    """Words of the title need not be in it; of several parts the first."""
    texts = ("They waited.", "Count to five.", "Five of us could count.")
    found = passage("They waited.", "Tuning", texts, (), words_of("tuning COUNT fíve"))
    assert found == Passage("Count to five.")


def test_a_captured_line_is_told_to_be_one_and_comes_last() -> None:
    """Only where no part of the entry has any of the words."""
    lines = ("we never had time", "silence helped us think")
    found = passage("They waited.", "Tuning", ("They waited.",), lines, ("silence", "think"))
    assert found == Passage("silence helped us think", CAPTURED)
    own = passage("They waited.", "Tuning", ("In silence.",), lines, ("silence", "think"))
    assert own == Passage("In silence.")
    assert passage("They waited.", "Tuning", (), lines, ("heron",)) is None


def test_of_a_long_text_what_stands_around_the_words_is_handed_on() -> None:
    """However far behind its beginning that is, also where folding makes it longer."""
    for filling in ("a ", "é ", "\N{LATIN SMALL LIGATURE FFI} ", "e\N{COMBINING ACUTE ACCENT} "):
        text = f"{filling * 9 * LONG}a heron flew{filling * LONG}"
        found = passage("", "", (text,), (), ("heron",))
        assert found is not None and "heron" in found.text and len(found.text) <= 2 * LONG


@given(st.text("ab é", max_size=8), TEXTS, TEXTS, WORDS)
def test_what_is_shown_has_a_word_that_the_line_has_not(
    line: str, texts: list[str], lines: list[str], words: tuple[str, ...]
) -> None:
    """And is a text as it was written."""
    found = passage(line, "", texts, lines, words)
    if found is None:
        return
    assert any(word in folded(found.text) and word not in folded(line) for word in words)
    assert found.text in (lines if found.where else texts)
