"""A journal by months: all of them, once each, with every entry counted."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.timeline import MOST_EMPTY, NO_MONTH, timeline

DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31)).map(date.isoformat) | st.just("")
FOUND = st.lists(st.tuples(DAYS, st.sampled_from(("debrief", "scores", "other"))), max_size=20)


@given(FOUND)
def test_every_entry_is_counted_in_its_month(found: list[tuple[str, str]]) -> None:
    """Under its group; what has no date is counted last."""
    months = timeline(found)
    assert sum(month.total for month in months) == len(found)
    for month in months:
        for group, count in month.counts.items():
            assert count == sum((day[:7], each) == (month.name, group) for day, each in found)
    undated = [at for at, month in enumerate(months) if month.name == NO_MONTH]
    assert undated in ([], [len(months) - 1])


@given(FOUND)
def test_no_month_is_left_out_between_the_first_and_the_last(
    found: list[tuple[str, str]],
) -> None:
    """The newest first; those without an entry are there, many of them as one line."""
    months = [month for month in timeline(found) if month.name]
    numbers = [int(month.name[:4]) * 12 + int(month.name[5:]) for month in months]
    for month, number, before in zip(months, numbers, numbers[1:], strict=False):
        assert number - month.empty == before
        assert month.empty == 1 or (month.empty > MOST_EMPTY and not month.total)


def test_an_entry_of_long_ago_makes_no_line_a_month() -> None:
    """A date that somebody mistyped as the year 26 is a line away."""
    months = timeline([("2026-11-20", "debrief"), ("0026-11-20", "debrief")])
    assert [month.name for month in months] == ["2026-11", "2026-10", "0026-11"]
    assert months[1].empty == 23_999
