"""Times and lengths are read as people write them, and nothing else is taken for one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.figures import read_clock, read_span, taken_apart
from facilitui.core.numbers import read_length
from tests.core.strategies import texts

CLOCKS = {
    "9:00": "9:00",
    "9.05": "9:05",
    "09:00": "9:00",
    "9:00 AM": "9:00",
    "9:00 a.m.": "9:00",
    "3:15 PM": "15:15",
    "9 am": "9:00",
    "12:00 am": "0:00",
    "12 pm": "12:00",
    "15:30": "15:30",
    "15:30:00": "15:30",
    "15h30": "15:30",
    "15:30 Uhr": "15:30",
    "24:00": "0:00",
    "9h": "9:00",
    "14 h": "14:00",
    "９：３０": "9:30",
}


@pytest.mark.parametrize(("written", "shown"), CLOCKS.items())
def test_a_time_of_day_is_read(written: str, shown: str) -> None:
    """In the ways of several languages, on 12 and 24 hours."""
    clock, span = read_clock(written), read_span(written)
    assert clock is not None and clock.shown == shown
    assert span is not None and span.start == clock and span.end is None


@pytest.mark.parametrize("written", ["25:00", "9:60", "13 pm", "9", "nine", "", "0 am", "9:5"])
def test_what_is_no_time_of_day_is_none(written: str) -> None:
    """A number alone, or hours and minutes that no clock has."""
    assert read_clock(written) is None


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("9:00–9:15", "9:00", "9:15"),
        ("9:00 - 9:15", "9:00", "9:15"),
        ("9-10:30", "9:00", "10:30"),
        ("9:00 – 10", "9:00", "10:00"),
        ("1:00-2:30 pm", "13:00", "14:30"),
        ("11:30-1:30 pm", "11:30", "13:30"),
        ("12:00-1:00 pm", "12:00", "13:00"),
        ("9 am to 10 am", "9:00", "10:00"),
        ("9:00 bis 9:30", "9:00", "9:30"),
        ("9h-10h", "9:00", "10:00"),
        ("9h à 10h30", "9:00", "10:30"),
        ("１３：００〜１４：００", "13:00", "14:00"),
    ],
)
def test_two_times_are_a_beginning_and_an_end(written: str, start: str, end: str) -> None:
    """With any stroke or word between them; a word for the half of the day is for both."""
    span = read_span(written)
    assert span is not None and span.end is not None
    assert (span.start.shown, span.end.shown) == (start, end)


def test_a_day_may_stand_before_a_time() -> None:
    """The year first, or with dots; the day is then known as well."""
    for written in ("2026-11-25 15:30", "2026-11-25T15:30", "25.11.2026 15:30"):
        span = read_span(written)
        assert span is not None and span.day == date(2026, 11, 25)
        assert span.start.shown == "15:30"
    assert read_span("2026-13-45 15:30") is None


@pytest.mark.parametrize(
    ("line", "rest", "start", "minutes"),
    [
        ("9:00–9:15 Welcome (15 min)", "Welcome", "9:00", 15),
        ("9.00 Welcome", "Welcome", "9:00", None),
        ("09:00 - Norms", "Norms", "9:00", None),
        ("9:00 AM: Coffee", "Coffee", "9:00", None),
        ("🕘 9:00 Welcome 👩🏽\u200d🏫", "Welcome 👩🏽\u200d🏫", "9:00", None),
        ("👋 9:00 Welcome", "👋 Welcome", "9:00", None),
        ("Lunch 12:00-13:00", "Lunch", "12:00", None),
        ("1h30 Work", "Work", None, 90),
        ("15h30 Suite", "Suite", "15:30", None),
        ("5 Whys (10)", "5 Whys", None, 10),
        ("10' Welcome", "Welcome", None, 10),
        ("Work – 90 minutes", "Work", None, 90),
        ("Welcome | 10 min | Ana", "Welcome | Ana", None, 10),
        ("Circle [15–20 min]", "Circle", None, 15),
        ("Welcome (Ana, 10 min)", "Welcome (Ana)", None, 10),
        ("Welcome (10 min – Ana)", "Welcome (Ana)", None, 10),
        ("1.25 hours Work", "Work", None, 75),
        ("½ hour Warm-up", "Warm-up", None, 30),
        ("Work (1 1/2 h)", "Work", None, 90),
        ("Work (~10)", "Work", None, 10),
        ("14h Atelier", "Atelier", "14:00", None),
        ("2h Atelier", "Atelier", None, 120),
        ("９：００ 開会", "開会", "9:00", None),
    ],
)
def test_a_line_is_taken_apart(
    line: str, rest: str, start: str | None, minutes: float | None
) -> None:
    """Its figures are known, and what is left is what it is called."""
    apart = taken_apart(line)
    assert apart.rest == rest
    assert (apart.span.start.shown if apart.span else None) == start
    assert (apart.length.minutes if apart.length else None) == minutes


@pytest.mark.parametrize(
    "line",
    [
        "The 5 min rule explained",
        "30-second pitches",
        "Read 3/4 of it",
        "Read 10 pages",
        "Look at 3.5 things",
        "Ratio 16:9 is wide",
        "2 to 3 people",
        "Goals 1.2.3",
        "10-15 Questions",
        "Lunch at 12:30 in the hall",
    ],
)
def test_figures_within_a_sentence_belong_to_it(line: str) -> None:
    """Only what stands at an edge, in brackets or between strokes tells a time or a length."""
    assert not taken_apart(line).told and taken_apart(line).rest == line


pieces = st.sampled_from(["9:00", "–", "10 min", "(", ")", "1h30", "pm", " ", "|", "9.", "12", "a"])


@given(texts | st.lists(pieces, max_size=12).map("".join))
@example("9:00–" * 300)
@example("(" * 2000)
def test_no_text_is_too_strange(text: str) -> None:
    """Any text gives an answer; without a figure in it every word of it is still there."""
    apart, span, length = taken_apart(text), read_span(text), read_length(text)
    assert span is None or 0 <= span.start.minute < 24 * 60
    assert length is None or length.minutes >= 0
    if not apart.told:
        assert re.findall(r"\w+", apart.rest) == re.findall(r"\w+", text)
