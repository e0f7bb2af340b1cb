"""What changed within a text: both texts can be read out of it, and nothing is told as changed."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.word_changes import BRIDGE, MOST_WORDS, Fate, Piece, alike, word_changes

WORDS = st.sampled_from(("they", "waited", "for", "it,", "Ben's", "日本", "—", "\n", "wait. ", "é"))
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80)


def told(pieces: tuple[Piece, ...], without: Fate) -> str:
    """One of the two texts."""
    return "".join(piece.text for piece in pieces if piece.fate is not without)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_it(before: str, now: str) -> None:
    """Without what was added it is the text before, without what was taken out that of now."""
    pieces = word_changes(before, now)
    assert told(pieces, Fate.ADDED) == before
    assert told(pieces, Fate.TAKEN_OUT) == now
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_a_text_that_stayed_is_one_piece(text: str) -> None:
    """Nothing is told as changed."""
    assert {piece.fate for piece in word_changes(text, text)} <= {Fate.SAME}


@given(TEXTS, TEXTS)
def test_pieces_of_one_fate_never_lie_beside_each_other(before: str, now: str) -> None:
    """And what was taken out stands before what was added in its place."""
    fates = [piece.fate for piece in word_changes(before, now)]
    for one, other in pairwise(fates):
        assert (one, other) in {
            (Fate.SAME, Fate.ADDED),
            (Fate.SAME, Fate.TAKEN_OUT),
            (Fate.ADDED, Fate.SAME),
            (Fate.TAKEN_OUT, Fate.SAME),
            (Fate.TAKEN_OUT, Fate.ADDED),
        }


def test_a_word_is_told_and_not_the_sentence() -> None:
    """A full stop behind it stays."""
    pieces = word_changes("They waited.", "They waited longer.")
    assert [(piece.fate, piece.text) for piece in pieces] == [
        (Fate.SAME, "They waited"),
        (Fate.ADDED, " longer"),
        (Fate.SAME, "."),
    ]


def test_few_words_between_two_changes_go_with_them() -> None:
    """Else nothing could be read; more words than that are told as what stayed."""
    few, more = " ".join("ab"[:BRIDGE]), "a b c d"
    assert len(word_changes(f"x {few} y", f"z {few} w")) == 2
    assert len(word_changes(f"x {more} y", f"z {more} w")) == 5


def test_a_long_text_is_compared_by_sentences() -> None:
    """One sentence of thousands of words is told alone, and a text of one sentence as a whole."""
    sentences = [f"Word {number} and some more of it." for number in range(MOST_WORDS // 2)]
    changed = ["At first.", *sentences[1:300], "Another one.", *sentences[301:-1], "At last."]
    pieces = word_changes(" ".join(sentences), " ".join(changed))
    others = [p.text for p in pieces if p.fate is not Fate.SAME]
    assert len(others) == 6 and max(map(len, others)) < 100
    assert [p.text.strip() for p in pieces if p.fate is Fate.ADDED] == [
        "At first.",
        "Another one.",
        "At last.",
    ]
    long = " ".join(f"w{number}" for number in range(2 * MOST_WORDS))
    other = " ".join(f"v{number}" for number in range(2 * MOST_WORDS))
    assert len(word_changes(long, other)) == 2


def test_what_shares_half_its_words_is_alike() -> None:
    """Whatever their order."""
    assert alike("count to five", "count to six first")
    assert not alike("count to five", "let them speak")


def test_what_repeats_itself_is_compared_by_sentences_too() -> None:
    """A word that has hundreds of places in the other text takes seconds to be compared."""
    assert len(word_changes("ha " * 750, "ha ho " * 375)) == 2
    before, now = "ha ha ho. " * 300, "ha ha ho. " * 299 + "ha he."
    assert [piece.text for piece in word_changes(before, now) if piece.fate is Fate.ADDED] == [
        " ha he."
    ]


def test_long_runs_of_signs_are_gone_through_once() -> None:
    """A comparison by sentences looks for their ends; a line that ends is one."""
    words = " ".join(f"w{number}" for number in range(MOST_WORDS + 1))
    begun = process_time()
    word_changes(f"{words} {'.' * 100_000}a", f"{words} b")
    assert process_time() - begun < 1
    pieces = word_changes(f"{words}\nlast", f"{words}\nlatest")
    assert [piece.text for piece in pieces] == [f"{words}\n", "last", "latest"]
