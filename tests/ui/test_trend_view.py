"""What stands around the picture of a trend: days, how many sessions are drawn, names."""

from __future__ import annotations

import re
from datetime import date

import pytest

from facilitui.core.told import day_of_month
from facilitui.core.trends.trend_evidence import Evidence
from facilitui.core.trends.trend_scores import score_trends
from facilitui.core.trends.trends import Trend, side_by_side
from facilitui.widgets.trend_rows import session_rows, trend_rows
from facilitui.widgets.trend_view import trend_lines
from tests.core.trending import REF, own, seen


def scored(weeks: int, name: str = "listens") -> Trend:
    """A criterion that was scored every week."""
    sheets = tuple(own(week, REF, **{name: 1 + week % 4}) for week in range(weeks))
    return next(score_trends(Evidence(own=sheets)))


def large(trend: Trend, marked: int | None, room: int, width: int) -> list[str]:
    """Its lines."""
    return [e.plain.rstrip() for e in trend_lines(trend, marked, room, 1, width)]


@pytest.mark.parametrize("marked", [None, 0, 30, 59])
@pytest.mark.parametrize(("room", "width"), [(12, 56), (19, 42), (32, 60)])
def test_that_a_part_is_drawn_is_said_at_every_size(
    marked: int | None, room: int, width: int
) -> None:
    """And the day of the newest that is drawn stands beside the mark."""
    trend = scored(100)
    at = None if marked is None else 40 + marked
    lines = large(trend, at, room, width)
    (told,) = (each for each in lines if "of 100 sessions" in each)
    shown = int(told.split(" of 100")[0].split()[-1])
    last = 99 if at is None or at >= 100 - shown else at + shown - 1
    when = trend.when(last)
    assert any(f"{when.day} {when:%b %Y}" in each for each in lines)
    assert (at is not None) == any("▲" in each for each in lines)


def test_what_is_drawn_is_counted_of_the_sessions_that_the_sentence_counts() -> None:
    """Of those that show any of it, though others have their columns in the picture too."""
    own_sheets = tuple(own(week, REF, listens=1) for week in range(0, 100, 2))
    others = tuple(own(week, REF, asks=1) for week in range(1, 100, 2))
    trends = [*score_trends(Evidence(own=(*own_sheets, *others)))]
    held = [(at.at.place, at.at.when) for each in trends for at in each.places]
    trend = side_by_side(trends, held)[0]
    told = "\n".join(large(trend, None, 19, 42))
    assert trend.width == 100 and "50 sessions, each time 1 of 4" in " ".join(told.split())
    drawn = re.search(r"^ *(\d+) of 50 sessions$", told, re.MULTILINE)
    assert drawn is not None and int(drawn[1]) < 25


def test_where_lines_are_few_sentences_stand_behind_each_other() -> None:
    """Before any of them is cut."""
    sheets = tuple(own(week, REF, listens=1 + week % 4) for week in range(8))
    watched = tuple(seen(week, "Bea", REF, listens=1 + week % 4) for week in range(4))
    trend = next(score_trends(Evidence(own=sheets, observed=watched)))
    for room in (32, 16, 15):
        told = " ".join(" ".join(large(trend, None, room, 42)).split())
        assert all(each in told for each in trend.said), room


def test_days_never_touch_each_other_or_the_mark() -> None:
    """In a year that both have it is told once."""
    trend = scored(4)
    (line,) = (each for each in large(trend, 3, 12, 42) if "▲" in each)
    first, last = (trend.when(each) for each in (0, 3))
    assert line.split() == [
        *(f"{first.day}", f"{first:%b}", f"{last.day}", f"{last:%b}", f"{last:%Y}", "▲")
    ]


@pytest.mark.parametrize(("width", "lines"), [(28, 3), (55, 2), (90, 1)])
def test_names_in_the_list_stand_whole(width: int, lines: int) -> None:
    """On two lines where one is too short, with what is newest at the right edge."""
    name = "opening purpose belonging together"
    head, group, row = trend_rows([scored(9, name)], airy=False)
    drawn = [each.plain.rstrip() for each in row.draw(width, False)]
    assert len(drawn) == lines == row.high(width)
    words = " ".join(drawn)
    assert all(each.title() in words for each in name.split()) and "…" not in words
    (last,) = (each for each in drawn if each.endswith("1 of 4"))
    assert len(last) == width and len(head.draw(width, False)[0].plain.rstrip()) == width
    assert " ".join(e.plain.strip() for e in group.draw(width, False)) == REF.told


@pytest.mark.parametrize("width", [30, 42, 60])
def test_who_observed_a_session_stands_whole_under_it(width: int) -> None:
    """On as many lines as the name takes beside the day's column."""
    giver = "María de los Ángeles Fernández Villaverde"
    (trend,) = score_trends(
        Evidence(own=(own(1, listens=2),), observed=(seen(1, giver, listens=3),))
    )
    (row,) = session_rows(trend, 0, date(2026, 11, 25), short=False)
    drawn = [each.plain.strip() for each in row.draw(width, False)]
    assert len(drawn) == row.high(width) and giver in " ".join(drawn[1:])


@pytest.mark.parametrize("year", [2026, 2027])
def test_sessions_of_another_year_are_told_with_it(year: int) -> None:
    """Though all of them are of the same."""
    trend = scored(3)
    today = date(year, 11, 25)
    drawn = [row.draw(60, False)[0].plain for row in session_rows(trend, 0, today, short=False)]
    assert all((f" {2026}" in line) == (year != 2026) for line in drawn)
    assert day_of_month(trend.places[-1].at.when, today) in drawn[0]
