"""Searching with slips of the fingers: what is nearest is found, and only where nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.likeness import one_slip
from facilitui.core.search import MOST_NEAREST, SearchIndex, sought, words_of
from tests.core.making import HOSTILE
from tests.core.strategies import texts

NAMES = {
    "tuning": ("Tuning Protocol", ("Warm then cool feedback on a piece of work.", "presenter")),
    "final_word": ("The Final Word", ("A text read closely, a turn each.", "timekeeper")),
    "save_last_word": ("Save the Last Word for Me", ("The one who chose it speaks last.",)),
    "consultancy": ("Consultancy", ("A dilemma thought through together.", "Probing questions")),
    "chalk_talk": ("Chalk Talk", ("A silent talk in writing.",)),
    "w3": ("What, So What, Now What", ("Make sense of what happened, then act.",)),
    "bracket": ("[x] [Q1] 日本 \x1b[31m", ("\ud800",)),
}
INDEX = SearchIndex({key: sought(name, about) for key, (name, about) in NAMES.items()})
letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=14)


def found(query: str) -> tuple[str, ...]:
    return INDEX.find(words_of(query)).keys


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("tunning protocl", "tuning"),
        ("tunign", "tuning"),
        ("Protocol Tuning", "tuning"),
        ("word last", "save_last_word"),
        ("lsat wrod", "save_last_word"),
        ("finel", "final_word"),
        ("finalword", "final_word"),
        ("consultency", "consultancy"),
        ("konsultanc", "consultancy"),
        ("chalck talk", "chalk_talk"),
        ("dilema", "consultancy"),
        ("presentor", "tuning"),
        ("timekeper", "final_word"),
        ("wswnw", "w3"),
        ("sowhat", "w3"),
        ("日本", "bracket"),
        ("[q1]", "bracket"),
    ],
)
def test_what_was_meant_is_the_first(query: str, key: str) -> None:
    """Letters missing, doubled, wrong, swapped; words in another order or run together."""
    assert found(query)[0] == key


def test_no_words_find_everything_however_little_that_is() -> None:
    """Where there is nothing, that is nothing."""
    assert SearchIndex({}).find(()).keys == ()
    assert SearchIndex({"a": sought("Tuning")}).find(()).keys == ("a",)


def test_only_a_loose_find_is_called_nearest() -> None:
    """What has the words as they were typed is all that is listed, and is not called that."""
    exact, loose = INDEX.find(words_of("word")), INDEX.find(words_of("wrod"))
    assert set(exact.keys) == {"final_word", "save_last_word"} and not exact.nearest
    assert set(loose.keys) == {"final_word", "save_last_word"} and loose.nearest


def test_words_in_the_name_come_before_words_elsewhere() -> None:
    """And a name that begins with them before all others."""
    assert found("talk") == ("chalk_talk",)
    assert found("the")[:2] == ("final_word", "save_last_word")
    assert found("w")[0] == "w3"


def test_a_word_counts_where_a_word_begins_with_it() -> None:
    """Within others it counts only where nothing begins so, and where it is no snippet."""
    index = SearchIndex(
        {
            "start": sought("A good start", ("part of it",)),
            "art": sought("Art of asking", ()),
            "both": sought("Something", ("artistic",)),
        }
    )
    assert index.find(("art",)).keys == ("art", "both")
    assert index.find(("tart",)).keys == ("start",)
    assert index.find(("rt",)).keys == ()


def test_the_purpose_comes_before_what_else_is_said() -> None:
    """And words that stand together before words that do not; small words ask for nothing."""
    index = SearchIndex(
        {
            "far": sought("One", ("root of the cause",)),
            "near": sought("Two", ("root cause",)),
            "for": sought("Three", (), ("to find the cause at the root",)),
            "named": sought("Cause and root", ()),
        }
    )
    assert index.find(("root", "cause")).keys == ("named", "for", "near", "far")
    assert index.find(("the", "root", "of", "a", "cause")).keys[0] == "named"


@given(st.sampled_from(["protocol", "word last", "feedback on", "talk silent", "zebra", "日本"]))
def test_a_longer_query_finds_what_it_would_find_alone(query: str) -> None:
    """Typed letter by letter, and taken back letter by letter."""
    typed = [query[:end] for end in range(1, len(query) + 1)]
    fresh = SearchIndex({key: sought(name, about) for key, (name, about) in NAMES.items()})
    for each in (*typed, *reversed(typed)):
        alone = SearchIndex({key: sought(name, about) for key, (name, about) in NAMES.items()})
        assert fresh.find(words_of(each)) == alone.find(words_of(each))


def test_a_short_word_with_another_letter_is_another_word() -> None:
    """A letter too many, too few or in the wrong place is still a slip."""
    index = SearchIndex({"name": sought("Name it", ())})
    assert index.find(("game",)).keys == ()
    for typed in ("naem", "namee", "nname"):
        assert index.find((typed,)).keys == ("name",)


@pytest.mark.parametrize("query", ["zebra", "tuning zebra", "q1 [/b]", "abc", "?!", "wordless"])
def test_what_is_far_from_everything_finds_nothing(query: str) -> None:
    """Noise would hide that nothing was found; short words are like too many others."""
    assert found(query) == ()


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_one_slip_in_a_long_word_of_a_name_is_forgiven(key: str, data: st.DataObject) -> None:
    """Whichever letter it is, and whatever the slip."""
    names = [each for each in NAMES[key][0].lower().split() if len(each) > 4 and each.isalpha()]
    if names:
        word = data.draw(st.sampled_from(names))
        typed = data.draw(slips(word))
        assert key in found(typed), typed


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """A word as hasty fingers type it."""
    at = draw(st.integers(0, len(word) - 2))
    a, b = word[at], word[at + 1]
    wrong = draw(st.sampled_from("aeinrstxyz"))
    return draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + a + word[at:],
                word[:at] + b + a + word[at + 2 :],
                word[:at] + wrong + word[at + 1 :],
                word[:at] + wrong + word[at:],
            ]
        )
    )


@given(letters, st.data())
def test_a_slip_is_seen_from_both_sides(word: str, data: st.DataObject) -> None:
    """And twice as many changes are none."""
    typed = data.draw(slips(word))
    assert one_slip(word, typed) and one_slip(typed, word)
    assert not one_slip(word, f"{word}ab") and not one_slip(f"01{word}", word)
    assert not one_slip(f"01{word}", f"23{word}")


@given(st.text() | texts | st.just(HOSTILE * 50), st.lists(st.text(max_size=9), max_size=30))
def test_any_query_is_answered(query: str, more: list[str]) -> None:
    """With things that are there, each once, and with few of them where they are only near."""
    hit = INDEX.find(words_of(" ".join((query, *more))))
    assert set(hit.keys) <= set(NAMES) and len(set(hit.keys)) == len(hit.keys)
    assert not hit.nearest or len(hit.keys) <= MOST_NEAREST


@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_thing_is_found_by_all_that_is_said_about_it(name: str, about: list[str]) -> None:
    """Whatever that is."""
    index = SearchIndex({"it": sought(name, about)})
    for said in (name, *about):
        hit = index.find(words_of(said))
        assert hit.keys == ("it",) and not hit.nearest
