"""The times of an agenda from outside: lengths follow from them, and none is silently mended."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from tests.core.agendas_outside.test_importing import listed, read


def test_minutes_follow_from_times() -> None:
    """Up to the row's own end, else to where the next begins; the end itself is no block."""
    imported = read(
        ("Time", "What"),
        ("9:00", "Welcome"),
        ("9:15–10:00", "Work"),
        ("10:15", "Coffee"),
        ("10:30", "End"),
    )
    assert listed(imported) == [("Welcome", 15), ("Work", 45), ("Coffee", 15)]
    assert imported.head.begins == time(9, 0) and imported.head.start is None
    assert [block.pinned_start for block in imported.blocks] == [time(9), None, time(10, 15)]
    assert any("keeps 10:15, 15 minutes after" in told for told in imported.told)
    assert imported.minutes == 90
    assert any("only says when it is over" in told for told in imported.told)


def test_starts_and_ends_in_columns_of_their_own() -> None:
    """A start and an end a row, with its day."""
    imported = read(
        ("Start", "End", "Topic"),
        ("2026-11-25 15:30", "15:40", "Welcome"),
        ("2026-11-25 15:40", "16:10", "Work"),
    )
    assert listed(imported) == [("Welcome", 10), ("Work", 30)]
    assert imported.head.start == datetime(2026, 11, 25, 15, 30)


def test_the_afternoon_follows_the_morning() -> None:
    """1:00 after 12:15 is 13:00, and that is told; past midnight goes on as well."""
    imported = read(
        ("11:30", "Work"), ("12:15", "Lunch"), ("1:00", "More work"), ("2:30 PM", "End")
    )
    assert listed(imported) == [("Work", 45), ("Lunch", 45), ("More work", 90)]
    assert any("1:00 is taken as 13:00" in told for told in imported.told)
    assert listed(read(("23:30", "Late"), ("0:15", "Later"), ("1:00", "End")))[0] == ("Late", 45)


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        ("10:15 - 10:05", "it ends at 10:05, before it begins at 10:15"),
        ("10:15–10:15", "it ends when it begins, at 10:15"),
        ("9:00–18:00", "from 9:00 to 18:00 is more than 480 minutes"),
    ],
)
def test_a_row_that_cannot_end_when_it_says_is_named(times: str, reason: str) -> None:
    """And left out; where its minutes are given those are taken, which is told."""
    imported = read(("Time", "What"), ("9:00", "Welcome"), (times, "Share"), ("10:30", "End"))
    assert [each.reason for each in imported.skipped] == [reason]
    assert listed(imported) == [("Welcome", 90)] and imported.skipped[0].text == "Share"
    imported = read(("Time", "What", "Min"), (times, "Share", "20"), (times, "On", "5"))
    assert listed(imported) == [("Share", 20), ("On", 5)] and imported.skipped == ()
    assert any(f"{reason}; its minutes were taken" in told for told in imported.told)


def test_past_noon_and_past_midnight_are_not_backwards() -> None:
    """11:30 to 1:00 and 23:30 to 0:15 are as long as they look."""
    assert listed(read(("11:30–1:00", "Work"), ("1:00–1:10", "End it"))) == [
        ("Work", 90),
        ("End it", 10),
    ]
    assert listed(read(("23:30–0:15", "Late"), ("0:15–0:30", "Later"))) == [
        ("Late", 45),
        ("Later", 15),
    ]


def test_what_is_told_of_waits_and_overlaps_is_in_the_plan() -> None:
    """Each part that is told of keeps its time, and what all takes counts both."""
    imported = read(("9:00–9:20", "A"), ("9:30–10:00", "B"), ("9:50–10:10", "C"))
    assert [block.pinned_start for block in imported.blocks] == [time(9), time(9, 30), time(9, 50)]
    assert imported.minutes == 70
    told = "line 2: “B” keeps 9:30, 10 minutes after what is ahead of it ends, and 1 more like it"
    assert told in imported.told


def test_minutes_go_before_times() -> None:
    """Where both are given and disagree, that is told."""
    imported = read(("Time", "What", "Minutes"), ("9:00-9:30", "Work", "20"), ("9:30", "On", "5"))
    assert listed(imported) == [("Work", 20), ("On", 5)]
    assert any("takes 20 minutes but lies in 30" in told for told in imported.told)
