"""What stands above an agenda: the session's title, purpose, day, place and goals, and no more."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given

from facilitui.core.agendas_outside.agenda_head import MOST_GOALS, Head, Said, said_in
from facilitui.core.agendas_outside.days import Yearless, day_in
from tests.core.making import HOSTILE
from tests.core.strategies import texts

DAYS = {
    "2026-03-14": "",
    "14.03.2026": "",
    "14. 3. 2026": "",
    "3/14/2026": "",
    "14/3/2026": "",
    "March 14, 2026": "",
    "Saturday, March 14th 2026": "Saturday",
    "14 March 2026, 15:30": "15:30",
    "14th of March 2026": "",
    "14. März 2026": "",
    "14 mars 2026": "",
    "14 de marzo de 2026": "",
    "Sat 14 Mar 2026 at 9 am": "Sat at 9 am",
    "2026-03-14T15:30": "15:30",
}


@pytest.mark.parametrize(("written", "rest"), DAYS.items())
def test_a_day_is_found_in_a_text(written: str, rest: str) -> None:
    """In several languages and orders; what else stands there is given back."""
    assert day_in(written) == (date(2026, 3, 14), rest)


@pytest.mark.parametrize(
    "written",
    ["", "Friday", "14 March", "03/04/2026", "2026-13-45", "30 February 2026", "12026-03-14"],
)
def test_what_is_no_day_or_two_days_is_none(written: str) -> None:
    """Without its year, or where day and month could be either."""
    assert day_in(written) == (None, written)


LINES = [
    ("Purpose: Try it out", Said.PURPOSE, "Try it out"),
    ("OUR PURPOSE:  a: b", Said.PURPOSE, "a: b"),
    ("Why are we here?: to learn", Said.PURPOSE, "to learn"),
    ("Zweck：Klarheit", Said.PURPOSE, "Klarheit"),
    ("Goal(s): know it", Said.GOALS, "know it"),
    ("Desired Outcomes:", Said.GOALS, ""),
    ("Objectives", Said.GOALS, ""),
    ("By the end of this session, participants will:", Said.GOALS, ""),
    ("Participants will be able to:", Said.GOALS, ""),
    ("Lernziele:", Said.GOALS, ""),
    ("Date: 14 March 2026", Said.DAY, "14 March 2026"),
    ("Time: 15:30–17:00", Said.TIME, "15:30–17:00"),
    ("Location: Hall B", Said.PLACE, "Hall B"),
    ("Facilitator: Ana", Said.OTHER, "Ana"),
    ("Duration: 90 minutes", Said.LENGTH, "90 minutes"),
]


@pytest.mark.parametrize(("line", "said", "value"), LINES)
def test_a_line_tells_what_it_names(line: str, said: Said, value: str) -> None:
    """A name that is known and a colon; goals and purpose may also stand over what follows."""
    assert said_in(line) == (said, value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Welcome: 10 min",
        "Goals: 10 min",
        "Purpose (5 min)",
        "Title",
        "Date",
        "The purpose of it all",
        "15:30: Opening circle",
        "https://example.org",
        "You will: 5 min",
        HOSTILE,
    ],
)
def test_other_lines_tell_nothing_of_the_session(line: str) -> None:
    """A part of the agenda stays one, whatever it is called."""
    assert said_in(line) is None


def test_what_was_said_first_stays_and_goals_add_up() -> None:
    """A second title is no title; a goal twice is one, without the mark of its list."""
    head = Head().having(Said.TITLE, "A").having(Said.TITLE, "B")
    for goal in ("1. know it", "- use it", "know it", "G3: see it", ""):
        head = head.having(Said.GOALS, goal)
    assert head == Head(title="A", goals=("know it", "use it", "see it"))
    for number in range(2 * MOST_GOALS):
        head = head.having(Said.GOALS, f"goal number {number}")
    assert len(head.goals) == MOST_GOALS
    assert head.having(Said.OTHER, "x") == head


def test_a_start_is_a_day_with_a_time() -> None:
    """In one line or in two; a time that can mean the night is meant in the afternoon."""
    head = Head().having(Said.DAY, "Thursday, October 8, 2026, 3:30–4:45")
    assert head.start == datetime(2026, 10, 8, 15, 30)
    day = Head().having(Said.DAY, "8 Oct 2026")
    assert day.start is None and day.day == date(2026, 10, 8)
    assert day.having(Said.TIME, "9 am – 10 am").start == datetime(2026, 10, 8, 9)
    assert Head().having(Said.TIME, "0:15").begins == time(0, 15)
    assert Head().having(Said.DAY, "next Friday") == Head()


def test_the_time_there_is_follows_from_begin_and_end_or_is_said() -> None:
    """What was said first stays; an hour that no session lasts is none."""
    head = Head().having(Said.TIME, "3-4:30").having(Said.LENGTH, "2 hours")
    assert (head.begins, head.minutes, head.over and head.over.shown) == (time(15), 90, "16:30")
    assert Head().having(Said.LENGTH, "1.5 hours").minutes == 90
    assert Head().having(Said.LENGTH, "90").minutes == 90
    for nothing in ("soon", "0", "9999 minutes"):
        assert Head().having(Said.LENGTH, nothing) == Head()


def test_a_named_line_tells_the_place_too() -> None:
    """Where its words are those of a place, or are named themselves; a zone is none."""
    assert Head().having(Said.DAY, "3 December, 3:30–5 pm, Rm 204").place == "Rm 204"
    assert Head().having(Said.DAY, "8 Oct 2026 | Place: The Barn").place == "The Barn"
    assert Head().having(Said.DAY, "25 November 2026, 15:30 (Europe/Berlin)").place == ""
    assert Head().having(Said.DAY, "week of March 4").yearless == Yearless(3, 4)


def test_what_is_known_is_told_in_words() -> None:
    """One line each, the goals one by one; what is not known is not told."""
    head = Head("T", "P", ("a", "b"), date(2026, 3, 14), time(9, 5), "Hall")
    assert head.told == (
        ("Purpose", "P"),
        ("When", "Saturday 14 March 2026, 09:05"),
        ("Place", "Hall"),
        ("Goal", "a"),
        ("Goal", "b"),
    )
    assert Head("T").told == ()


@given(texts)
def test_no_line_is_too_strange(text: str) -> None:
    """Any text tells something of the session or nothing; no name before a colon breaks it."""
    for line in (text, f"Date: {text}", f"Time: {text}", f"Goals: {text}"):
        said = said_in(line)
        if said is not None:
            assert isinstance(Head().having(*said).told, tuple)
