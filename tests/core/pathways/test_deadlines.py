"""Days by which something is asked: told, and never counted down to."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    logged,
    of_own,
)


@pytest.mark.parametrize(
    ("asked", "entry", "told"),
    [
        ({"on": "2016-02-15"}, None, "nothing yet; was 15 Feb 2016, long past"),
        ({"on": "2026-11-01"}, None, "nothing yet; was 1 Nov 2026, past"),
        ({"on": "2026-12-01"}, None, "nothing yet; by 1 Dec 2026"),
        ({}, None, "nothing yet; by a day that the programme sets"),
        (
            {"on": "2016-02-15", "months": 12},
            None,
            "nothing yet; by 15 Feb 2027, and again every 12 months",
        ),
        (
            {"on": "2016-02-15", "months": 12},
            30,
            "nothing logged since 15 Feb 2026; by 15 Feb 2027, and again every 12 months",
        ),
        (
            {"on": "2016-02-15", "months": 12},
            60,
            "logged on 11 Mar 2026; by 15 Feb 2027, and again every 12 months",
        ),
        ({"on": "2016-02-15"}, 60, "logged on 11 Mar 2026; was 15 Feb 2016, long past"),
        ({"months": 1}, 10, "nothing logged since 20 Feb 2026; was 20 Feb 2026, past"),
        (
            {"months": 12},
            60,
            "logged on 11 Mar 2026; by 11 Mar 2027, and again every 12 months",
        ),
    ],
)
def test_a_deadline_is_a_day_and_never_counts_down(
    asked: dict[str, Any], entry: int | None, told: str
) -> None:
    """One that is past is told as history, one that comes again by its next day (B-30, B-31)."""
    entries = [logged("it", after=entry)] if entry is not None else []
    found = of_own({"kind": "deadline", **asked}, *entries)
    assert found.told == told
    assert found.standing is (Standing.MET if told.startswith("logged on") else Standing.MISSING)


def test_a_deadline_of_the_last_of_a_month_comes_on_the_last_of_shorter_ones() -> None:
    """And one that no calendar has any more ends nothing."""
    found = of_own({"kind": "deadline", "on": "2026-08-31", "months": 6})
    assert found.told == "nothing yet; by 28 Feb 2027, and again every 6 months"
    far = of_own({"kind": "deadline", "on": "9999-12-31"})
    assert far.told == "nothing yet; by 31 Dec 9999"
