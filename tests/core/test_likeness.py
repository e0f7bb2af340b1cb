"""The nearest of many words: none that is near is passed over for speed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.likeness import LONG, SHORT, Comparison, NearWords, one_slip
from facilitui.core.opposites import turns_round

LIKE = (
    *("facilitation", "facilitating", "facilitator", "commitments", "commitment", "committed"),
    *("reasoning", "reasonings", "listening", "tuning", "turning", "trios"),
)


@st.composite
def slipped(draw: st.DrawFn) -> str:
    """A word of which some letters are others, gone, or followed by more: near it, or just not."""
    word = list(draw(st.sampled_from(LIKE)))
    for at in draw(st.lists(st.integers(0, len(word) - 1), max_size=3)):
        word[at] = draw(st.sampled_from(["", "x", "b", word[at] + "q"]))
    return ("".join(word) + draw(st.sampled_from(["", "", "abcxyz"]))) or "x"


near_words = (
    st.text("abcdéı日", min_size=1, max_size=9)
    | st.text("teachrsing", min_size=4, max_size=14)
    | slipped()
)


def near(*words: str) -> NearWords:
    found = NearWords()
    for word in words:
        found.add(word)
    return found


@given(near_words, st.lists(near_words, unique=True))
def test_whatever_is_near_is_found(word: str, others: list[str]) -> None:
    """As comparing it with every single one would; what one slip makes of it before all others."""
    found = near(*others).nearest(word, lambda _: 1)
    long_enough = [each for each in others if SHORT < len(each) <= LONG]
    meant = [each for each in long_enough if not turns_round(word, each)]
    likeness = {each: Comparison(word).likeness(each) for each in meant}
    if len(word) <= SHORT:
        return
    best = max(likeness.values(), default=0)
    assert bool(found) == bool(best)
    assert not found or one_slip(word, found) or likeness[found] == best


def test_near_words_are_found_in_spite_of_their_letters() -> None:
    """Two long words differ by several kinds of letters, and a longer one goes on with any."""
    assert near("facilitatinxq").nearest("facilitationb", lambda _: 1) == "facilitatinxq"
    assert near("commitmentsabcxyz").nearest("commitmnts", lambda _: 1) == "commitmentsabcxyz"


@given(st.text("abcd", min_size=1, max_size=3), st.lists(st.text("abcd", max_size=4), unique=True))
def test_a_short_word_is_what_one_slip_makes_of_one_alone(word: str, others: list[str]) -> None:
    """Swapped letters or one more: another one, or one less, makes another word."""
    meant = [
        each
        for each in others
        if 1 < len(word) <= len(each)
        and one_slip(word, each)
        and (len(each) != len(word) or sorted(each) == sorted(word))
        and not turns_round(word, each)
    ]
    expected = meant[0] if len(meant) == 1 else ""
    assert near(*others).nearest(word, lambda _: 1) == expected


def test_one_slip_comes_before_a_longer_word_that_shares_more() -> None:
    """Two letters more in a long word are a smaller part of it than a wrong one."""
    word = "abcdefghijklmnopqrstuvwxyzαβγδεζηθικ"
    slipped, longer = f"{word[:9]}_{word[10:]}", f"{word[:9]}__{word[9:]}"
    assert Comparison(word).likeness(longer) > Comparison(word).likeness(slipped)
    assert near(longer, slipped).nearest(word, lambda _: 1) == slipped


def test_of_two_as_near_the_one_that_begins_alike_is_meant() -> None:
    """The first letter is usually right, whatever is of more worth."""
    words = near("betting", "meting")
    assert words.nearest("beting", {"betting": 1, "meting": 9}.__getitem__) == "betting"
    assert words.nearest("beting", {"betting": 0, "meting": 9}.__getitem__) == "meting"


def test_a_word_of_no_worth_is_none() -> None:
    """And of two as near the one of more worth is meant."""
    words = near("steam", "stead", "steal")
    assert words.nearest("steaq", {"steam": 0, "stead": 2, "steal": 1}.__getitem__) == "stead"
    assert words.nearest("steaq", lambda _: 0) == ""


def test_what_is_too_short_or_too_long_is_not_compared() -> None:
    """It could not be told from its neighbours, or would take too long."""
    words = near("abc", "abcd", "a" * (LONG + 1))
    assert words.nearest("abx", lambda _: 1) == words.nearest("a" * 41, lambda _: 1) == ""
    assert words.nearest("a", lambda _: 1) == words.nearest("ab", lambda _: 0) == ""
    assert words.nearest("abcde", lambda _: 1) == "abcd"
    assert words.nearest("a" * 40, lambda _: 1) == ""
