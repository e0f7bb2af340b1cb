"""The field's words: closed lists with a label for each."""

from __future__ import annotations

import pytest

from facilitui.core.vocabulary import BlockKind, EvidenceKind, Mode, Question, Who
from facilitui.core.words import Word

WORDS = [word for words in Word.__subclasses__() for word in words]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word.value}")
def test_every_word_can_be_shown(word: Word) -> None:
    """A label reads like words, not like a key of a file."""
    assert word.label and "_" not in word.label
    assert word.label == word.label.strip()


def test_a_word_can_have_a_label_of_its_own() -> None:
    """The value is what files hold, the label what a screen shows."""
    assert (Who.QUADS.value, Who.QUADS.label) == ("quads", "Fours")
    assert (Who.PRESENTER_AND_GROUP.label, Who("quads")) == ("Presenter and group", Who.QUADS)


def test_the_designs_words_are_there() -> None:
    """Who opens on cue, a plan's evidence and the kinds of question are the design's and facts'."""
    on_cue = {who.value for who in Who if who.opens_on_cue}
    assert on_cue == {"pairs", "trios", "quads", "small_groups", "individuals"}
    assert len(EvidenceKind) == 6 and len(Question) == 5 and len(Mode) == 4
    assert {kind for kind in BlockKind if kind.needs_goal} == {
        BlockKind.PROTOCOL,
        BlockKind.ACTIVITY,
        BlockKind.BREAKOUT,
        BlockKind.CLOSING,
    }
    assert Who.PRESENTER_AND_GROUP.label == "Presenter and group"
