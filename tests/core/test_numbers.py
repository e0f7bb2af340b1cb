"""Numbers are read as people write them, by one rule; what is none is told in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core.numbers import count, minutes, read_length
from tests.core.making import HOSTILE
from tests.core.strategies import texts

LENGTHS = {
    "10": 10,
    "10 min": 10,
    "10 min.": 10,
    "10'": 10,
    "10′": 10,
    "(10)": 10,
    "[10 min]": 10,
    "1h": 60,
    "1 h 30": 90,
    "1h30": 90,
    "1h 30m": 90,
    "1 hr 15 min": 75,
    "1 hr, 15 min": 75,
    "1 hour and 15 minutes": 75,
    "1 Std. 30 Min.": 90,
    "90 minutes": 90,
    "30-minute": 30,
    "1.5 hours": 90,
    "1,5 h": 90,
    "1½ h": 90,
    "½ h": 30,
    "1/2 hour": 30,
    "1 1/2 hours": 90,
    "3/4 of an hour": 45,
    "½": 0.5,
    "half an hour": 30,
    "An hour and a half": 90,
    "eine Stunde": 60,
    "une demi-heure": 30,
    "0:45": 45,
    "1:30": 90,
    "1:30 h": 90,
    "0:15:00": 15,
    "0:01:30": 1.5,
    "90 sec": 1.5,
    "2 min 30 s": 2.5,
    "2'30\"": 2.5,
    "2.5": 2.5,
    "7,5": 7.5,
    "~10 min": 10,
    "≈ 10": 10,
    "ca. 20": 20,
    "circa 20 Minuten": 20,
    "about 20": 20,
    "up to 20 min": 20,
    "２０": 20,
    "１：３０": 90,
    "１０ min": 10,
    "10\u00a0min": 10,
    "٣٠": 30,
}
RANGES = ("15–20 min", "15-20", "15 to 20 minutes", "15 min - 20 min", "15 bis 20", "1/4-1 h")
NO_LENGTHS = (
    *("abc", "", " ", "-5", "5 pages", "10 min or so", "9:00–9:15", "nan", "inf", "1e3", "1_0"),
    *("²", "1/0", "0x10", "min", "Stunde", "10 10", "1:3", "1:30:", "٣٠ pages", "½½", "5/0 h"),
    *(HOSTILE, "9" * 400, "１" * 100, "1" + " " * 5000 + "h"),
)


@pytest.mark.parametrize(("written", "expected"), LENGTHS.items())
def test_a_length_is_read(written: str, expected: float) -> None:
    """In minutes, hours, seconds or several of them; a number alone is minutes."""
    length = read_length(written)
    assert length is not None and length.minutes == pytest.approx(expected) and not length.ranged
    assert minutes(written, "this") == length.minutes


@pytest.mark.parametrize("written", RANGES)
def test_of_two_lengths_the_first_is_taken_and_told(written: str) -> None:
    """15–20 min is 15, and it is known that there was another."""
    length = read_length(written)
    assert length is not None and length.minutes == 15 and length.ranged


@pytest.mark.parametrize("written", RANGES)
def test_two_lengths_are_no_minutes_that_are_typed(written: str) -> None:
    """Nobody learns later that the second was dropped: it is told, with what can be typed."""
    with pytest.raises(ValueError, match=r"^a turn is one number such as 15, not “"):
        minutes(written, "a turn")


@pytest.mark.parametrize("written", NO_LENGTHS, ids=lambda text: repr(text)[:20])
def test_what_is_no_length_is_none(written: str) -> None:
    """Other words beside it make it something else; whoever typed it is told in one sentence."""
    assert read_length(written) is None
    with pytest.raises(ValueError, match=r"^this is a number such as 20 or 1 h 30, not “") as told:
        minutes(written, "this")
    assert len(str(told.value)) < 90


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20", 20),
        (" 7 ", 7),
        ("0", 0),
        ("20 people", 20),
        ("25 Teachers", 25),
        ("ca. 20", 20),
        ("about 20", 20),
        ("1,000", 1000),
        ("1 000", 1000),
        ("1.000", 1000),
        ("２０", 20),
        ("999999", 999999),
    ],
)
def test_how_many_is_read(written: str, expected: int) -> None:
    """With the words that people put beside it."""
    assert count(written, "how many") == expected


@pytest.mark.parametrize(
    "written", ["", "2.5", "15-20", "15 to 20 people", "-1", "²", "½", "many", "20 min", "9" * 400]
)
def test_what_is_not_so_many_is_told(written: str) -> None:
    """A part of somebody, less than nobody, between two numbers, a length of time."""
    with pytest.raises(ValueError, match=r"^how many is a whole number, not “"):
        count(written, "how many")


pieces = st.sampled_from(
    ["9", "½", "1/2", " h", "h", " min", "-", "~", ":30", "(", " ", "٣", "ca."]
)


@given(texts | st.lists(pieces, max_size=12).map("".join))
@example("1/2" * 20)
@example("½" * 60)
def test_no_text_is_too_strange(text: str) -> None:
    """Any text is a number from nothing upwards or is none."""
    length = read_length(text)
    assert length is None or 0 <= length.minutes < 1e12
    try:
        assert count(text, "this") >= 0
    except ValueError as error:
        assert str(error).startswith("this is a whole number")
