"""When an agenda from outside begins: as it says, counted back, or left open and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.agendas_outside.agenda_head import Head
from facilitui.core.agendas_outside.agenda_start import dated
from facilitui.core.agendas_outside.columns import guess, headed
from facilitui.core.agendas_outside.days import Yearless
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.agendas_outside.raw_table import Imported, RawRow

DAY = date(2026, 11, 25)
Pins = list[time | None]


def read(*rows: tuple[str, ...], head: Head | None = None) -> Imported:
    """What becomes of rows below what is said of the whole session."""
    found = headed(RawRow(line, cells) for line, cells in enumerate(rows, 1))
    found = replace(found, head=head or found.head)
    return taken(found, guess(found))


def pins(imported: Imported) -> Pins:
    """The starts that blocks keep."""
    return [block.pinned_start for block in imported.blocks]


def test_a_time_without_a_day_is_kept_by_its_block() -> None:
    """A plan has no start without a day; its agenda still begins when it says."""
    assert pins(read(("9:00–9:10", "Welcome"), ("9:10", "Norms"))) == [time(9), None]
    rows = (("Work", "10 min"), ("Rest", "5 min"))
    assert pins(read(*rows, head=Head(begins=time(8)))) == [time(8), None]
    assert pins(read(*rows, head=Head(begins=time(8), day=DAY))) == [None, None]


LATER = [
    # What is ahead of 9:30, the begin above the agenda; the begin of all, the pins, what is told.
    ("Welcome 10 min", None, time(9, 20), (None, None), "counted back from it all begins at 9:20"),
    (
        "Welcome",
        None,
        None,
        (None, time(9, 30)),
        "that part keeps it, and the start of all is left open",
    ),
    ("Welcome 2.5 min", None, None, (None, time(9, 30)), "does not follow"),
    ("Welcome 10 min", time(9, 20), time(9, 20), (None, None), ""),
    ("Welcome 10 min", time(9), time(9), (None, time(9, 30)), "does not follow"),
    ("Welcome", time(9), time(9), (None, time(9, 30)), "does not follow"),
]


@pytest.mark.parametrize(("ahead", "above", "begins", "kept", "told"), LATER)
def test_a_later_time_is_not_the_begin_of_all(
    ahead: str, above: time | None, begins: time | None, kept: tuple[time | None, ...], told: str
) -> None:
    """It is counted back from, or kept by its own part; which of both is told."""
    imported = read((ahead,), ("9:30 Work 30 min",), head=Head(day=DAY, begins=above))
    assert (imported.head.begins, tuple(pins(imported))) == (begins, kept)
    about_it = [each for each in imported.told if each.startswith("line 2: 9:30")]
    assert [told in each for each in about_it] == [True] * bool(told)


def test_without_a_day_a_later_time_is_counted_back_from_too() -> None:
    """The first part is then pinned to where all begins."""
    imported = read(("Welcome 10 min",), ("9:30 Work 30 min",))
    assert (imported.head.begins, pins(imported)) == (time(9, 20), [time(9, 20), None])


def test_an_end_alone_says_when_it_begins() -> None:
    """Where all parts have their lengths."""
    imported = read(("Welcome 10 min",), ("Work 20 min",), ("10:30 End",), head=Head(day=DAY))
    assert imported.head.start == datetime(2026, 11, 25, 10)
    assert [block.title for block in imported.blocks] == ["Welcome", "Work"]


def test_nothing_begins_the_day_before() -> None:
    """Counting back stops at midnight; the part keeps its time."""
    imported = read(("Welcome 60 min",), ("0:30 Work 30 min",), head=Head(day=DAY))
    assert (imported.head.start, pins(imported)) == (None, [None, time(0, 30)])


def test_a_day_alone_is_told() -> None:
    """No time of day is made up for it."""
    imported = read(("Welcome 10 min",), ("Work 5 min",), head=Head(day=DAY))
    assert (imported.head.start, pins(imported)) == (None, [None, None])
    assert imported.told == ("25 November 2026 has no time of day; the plan has the day alone",)


def test_a_day_without_its_year_is_the_next_from_today() -> None:
    """Which is told; a day with its year is left as it is, and so is none."""
    table = replace(headed((RawRow(1, ("Work", "5")),)), head=Head(yearless=Yearless(11, 25)))
    today = dated(table, DAY)
    assert (today.head.day, today.head.yearless) == (DAY, None)
    assert today.told == ("25 November has no year; it is taken as Wednesday 25 November 2026",)
    assert dated(table, DAY + timedelta(days=1)).head.day == date(2027, 11, 25)
    for head in (Head(), Head(day=DAY)):
        known = replace(table, head=head)
        assert dated(known, DAY) == known


def test_the_session_begins_when_it_says_though_its_first_part_is_later() -> None:
    """That part keeps its time, in the half of the day that the session is in."""
    head = Head(day=DAY, begins=time(19), minutes=90)
    imported = read(("7:10 Work 30 min",), ("7:40 Close 20 min",), head=head)
    assert imported.head.begins == time(19)
    assert (pins(imported), imported.minutes) == ([time(19, 10), None], 60)


def test_the_last_part_goes_on_until_the_end_that_is_said() -> None:
    """Where nothing else says how long it takes."""
    head = Head(day=DAY, begins=time(9), minutes=60)
    assert [b.minutes for b in read(("9:00 Work",), ("9:45 Close",), head=head).blocks] == [45, 15]


@given(
    minutes=st.lists(st.integers(1, 60), min_size=1, max_size=6),
    at=st.integers(0, 5),
    begins=st.integers(13 * 60, 16 * 60),
)
def test_where_the_time_stands_does_not_matter(minutes: list[int], at: int, begins: int) -> None:
    """An agenda with all its lengths and one right time begins at the same moment."""
    at = min(at, len(minutes) - 1)
    moment = datetime.combine(DAY, time()) + timedelta(minutes=begins + sum(minutes[:at]))
    rows = [
        (f"{moment:%H:%M} " if each == at else "") + f"Part, {length} min"
        for each, length in enumerate(minutes)
    ]
    imported = read(*((row,) for row in rows), head=Head(day=DAY))
    assert imported.head.start == datetime.combine(DAY, time(begins // 60, begins % 60))
    assert not any(pins(imported))
