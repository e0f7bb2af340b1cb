"""The part of an entry that its row shows: where the words are, and no other than that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.entries import Piece
from facilitui.core.journals.journal_passages import BESIDE, LONG, Passage, passage
from facilitui.core.search import folded_line, words_of
from facilitui.core.sessions.noted import Noted

TEXTS = st.lists(st.text("ab éA\n", max_size=12), max_size=4)
WORDS = st.lists(st.sampled_from(("a", "b", "ab", "e")), max_size=3).map(tuple)


def pieces(*texts: str) -> tuple[Piece, ...]:
    """What an entry says, unasked."""
    return tuple(map(Piece, texts))


def noted(*texts: str) -> tuple[Noted, ...]:
    """What was captured in its run, a minute apart."""
    return tuple(Noted(text, "captured", 60.0 * n) for n, text in enumerate(texts))


def test_the_rows_own_line_says_enough_where_nothing_says_more() -> None:
    """And so does the title, which is shown in any case."""
    said = pieces("They waited.")
    assert passage("They waited.", "Tuning", said, (), ("waited",)) is None
    assert passage("They waited.", "Tuning", said, (), ("tuning",)) is None
    assert passage("They waited.", "Tuning", pieces("other"), (), ()) is None


def test_the_part_with_the_most_of_the_words_is_shown() -> None:
    """Words of the title need not be in it; of several parts the first."""
    texts = pieces("They waited.", "Count to five.", "Five of us could count.")
    found = passage("They waited.", "Tuning", texts, (), words_of("tuning COUNT fíve"))
    assert found == Passage("Count to five.")


def test_a_captured_line_is_shown_where_it_has_more_of_the_words() -> None:
    """It is told to be one, at its moment; of as many words what the entry says comes first."""
    lines = noted("we never had time", "Their second try tells more.")
    said = pieces("They waited.", "Count to five after the second answer.")
    found = passage("They waited.", "Tuning", said, lines, ("second", "try"))
    assert found == Passage("Their second try tells more.", lines[1])
    assert (found.short, found.where) == ("captured", "captured in the run")
    assert passage("They waited.", "Tuning", said, lines, ("second",)) == Passage(said[1].text)
    assert passage("They waited.", "Tuning", (), lines, ("heron",)) is None


def test_what_the_program_asked_never_outweighs_what_was_written() -> None:
    """It is shown where nothing else has any of the words."""
    asked = (
        Piece("They were quick.", "What surprised you about the silence?"),
        Piece("It held the silence."),
    )
    words = ("surprised", "silence")
    assert passage("They waited.", "", asked, (), words) == Passage("It held the silence.")
    assert passage("They waited.", "", asked, noted("a surprised look"), words) == Passage(
        "It held the silence."
    )
    assert passage("They waited.", "", asked[:1], (), words) == Passage(asked[0].ask)


@pytest.mark.parametrize("between", ["\n", "  ", "\r\n", "\t"])
def test_a_phrase_may_go_over_any_break(between: str) -> None:
    """As it does where it is searched for."""
    said = pieces("They liked it.", f"The quiet ones{between}spoke first.")
    assert passage("They liked it.", "", said, (), ("ones spoke",)) == Passage(said[1].text)


@pytest.mark.parametrize(
    "filling",
    ["a ", "é ", "\N{LATIN SMALL LIGATURE FFI} ", "e\N{COMBINING ACUTE ACCENT} ", "한국어 ", "日 "],
)
def test_of_a_long_text_what_stands_around_each_word_is_handed_on(filling: str) -> None:
    """However far behind its beginning that is, and whatever folding makes of what is around."""
    text = f"{'a ' * 9 * LONG}a heron flew{filling * 9 * LONG}and a stork, too{filling * LONG}"
    for line in ("", text):
        found = passage(line, "", pieces(text), (), ("heron", "stork"))
        assert found is not None and len(found.text) <= 6 * BESIDE
        assert "heron" in found.text and "stork" in found.text


@given(st.text("ab é", max_size=8), TEXTS, TEXTS, WORDS)
def test_what_is_shown_has_more_of_the_words_than_any_other_part(
    line: str, texts: list[str], lines: list[str], words: tuple[str, ...]
) -> None:
    """And is a text as it was written."""
    typed = noted(*lines)
    found = passage(line, "", pieces(*texts), typed, words)
    best = max(map(lambda text: _has(text, words), (line, *texts, *lines)))
    if found is None:
        assert _has(line, words) == best
        return
    assert _has(found.text, words) == best > _has(line, words)
    assert found.text == found.noted.text if found.noted else found.text in texts


def _has(text: str, words: tuple[str, ...]) -> int:
    return sum(word in folded_line(text) for word in words)
