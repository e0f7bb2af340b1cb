"""One line above an agenda that says when and where all of it is."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.agenda_head import Head, Said, beside_when, when_line
from facilitui.core.agendas_outside.agenda_when import When, when_in
from facilitui.core.agendas_outside.days import Yearless
from tests.core.making import HOSTILE
from tests.core.strategies import texts

MARCH, DECEMBER = date(2027, 3, 4), Yearless(12, 3)
LINES = [
    ("March 4, 2027, 3:00-4:30 pm", When(MARCH, time(15), 90)),
    ("3:00–4:30 PM EST, March 4, 2027", When(MARCH, time(15), 90)),
    ("Thu 3 Dec, 3:30pm – 5pm, Rm 204", When(DECEMBER, time(15, 30), 90, (), ("Rm 204",))),
    ("Thursday 3rd of December from 9 am to 12 pm", When(DECEMBER, time(9), 180)),
    ("Do., 3.12., 15:30 bis 17 Uhr, Aula", When(DECEMBER, time(15, 30), 90, (), ("Aula",))),
    ("jeudi 3 décembre, 15h30 – 17h", When(DECEMBER, time(15, 30), 90)),
    ("jueves 3 de diciembre, 15:30–17:00", When(DECEMBER, time(15, 30), 90)),
    ("Dec. 3rd @ 11:30 - 1:00", When(DECEMBER, time(11, 30), 90)),
    ("Staff PD – 4 March 2027 (90 min)", When(MARCH, None, 90, ("Staff PD",))),
    ("4 March 2027, 17:00–15:00", When(MARCH, time(17))),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_is_taken_apart(line: str, expected: When) -> None:
    """Its day, its begin, the minutes there are; other words by where they stand."""
    assert when_in(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Welcome",
        "3:00 Welcome",
        "9:00–9:20 Welcome",
        "March 4, 2027, 9:00-10:00 Keynote",
        "We look back at what we decided on 4 March 2027",
        "Maybe 5 people come",
        "Marks 10",
        "30 February",
        HOSTILE,
        "March 4, 2027 " + "x" * 200,
    ],
)
def test_other_lines_tell_of_a_part(line: str) -> None:
    """Where nothing shows that all of the session is meant."""
    assert when_line(line, ahead=False) is None


def test_ahead_of_a_list_more_is_plain() -> None:
    """A place of any name behind day and time; a time alone, if it has an end."""
    for line in ("March 4, 2027, 3 pm, The Barn", "3:00–4:30 pm"):
        assert when_line(line, ahead=True) and not when_line(line, ahead=False)
    for line in ("9:00–9:20 Welcome", "3:00 pm", "In the week of March 4, 2027"):
        assert when_line(line, ahead=True) is None
    assert Head().having(Said.WHEN, "March 4, 2027, 3 pm, The Barn").place == "The Barn"
    assert beside_when("Staff PD, Room 3, March 4, 2027, 3 pm, The Barn") == ("Staff PD",)


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_without_a_year_is_the_next_one(today: date, named: date) -> None:
    """Today or after it, and the first such; the 29th of February has to wait for its year."""
    found = Yearless(named.month, named.day).next_from(today)
    assert (
        found is not None
        and found >= today
        and (found.month, found.day) == tuple((named.month, named.day))
    )
    if (named.month, named.day) != (2, 29):
        assert (found - today).days < 366
    assert (found - today).days < 366 * 8 + 1


@given(texts)
def test_no_line_is_too_strange(text: str) -> None:
    """Any text tells something or nothing, and what is told can be held."""
    for line in (text, f"{text} March 4, 3:00-4:30 pm {text}", f"4.3., {text}"):
        for ahead in (True, False):
            when_line(line, ahead=ahead)
        head = Head().having(Said.WHEN, line)
        assert head.minutes is None or 0 < head.minutes <= 480
