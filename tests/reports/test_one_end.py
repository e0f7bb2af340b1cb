"""One end for all: Home, the Plan screen and every document name the same one."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

import pytest

from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.alignment import align, answered
from facilitui.core.plans.plan import Block
from facilitui.core.reports.calendar_entry import calendar_record, entries
from facilitui.core.reports.handout import CalendarPart, Format, Handout, What
from facilitui.reports.handouts import written
from facilitui.reports.plain_text import plain_text
from facilitui.reports.plan_summary import plan_summary
from facilitui.services.plans.handing_over import handout
from facilitui.services.plans.plan_view import PlanView, plan_view
from facilitui.widgets.plan_view import head
from tests.core.making import good_plan
from tests.reports.rfc5545 import read
from tests.services.fakes import MovableClock
from tests.services.houses import House

START = datetime(2026, 11, 25, 15, 30)
UNTIL = re.compile(r"15:30 to (\d\d:\d\d)")
FREE = re.compile(r"(\d\d:\d\d)\W+(?:\d+\W+)?Free until (\d\d:\d\d)")


def blocks(*minutes: float, pinned: time | None = None) -> dict[str, Any]:
    """An agenda, its last block pinned or not."""
    made = [Block(id=f"b{at}", title="Work", minutes=each) for at, each in enumerate(minutes)]
    if pinned:
        made[-1] = made[-1].model_copy(update={"pinned_start": pinned})
    return {"blocks": tuple(made), "start": START, "zone": "", "minutes": 90}


CASES = [
    # The plan, its end, from when on it is free.
    (blocks(10, 62), "17:00", "16:42"),
    (blocks(10, 80), "17:00", None),
    (blocks(10, 90), "17:10", None),
    (blocks(), "17:00", None),
    (blocks(10, 20, pinned=time(16, 20)), "17:00", "16:40"),
    (blocks(60, 5, pinned=time(15, 40)), "17:00", "16:30"),
]


def shown(fields: dict[str, Any]) -> tuple[PlanView, Handout]:
    """A plan as screens and as documents have it."""
    view = plan_view(good_plan(**fields), Shelf(), MovableClock())
    return view, handout(view, Shelf())


def documents(made: Handout) -> dict[str, str]:
    """Every document with a time in it, as plain words."""
    plan = made.plan
    found = {
        f"{what} {form}": written(made, what, form).data.decode("utf-8")
        for what in (What.PARTICIPANTS, What.RUN_SHEET)
        for form in (Format.MARKDOWN, Format.HTML)
    }
    found["show"] = plain_text(plan_summary(made, align(plan), answered(plan), ()), 100)
    return {name: re.sub(r"<[^>]*>", " ", text) for name, text in found.items()}


@pytest.mark.parametrize(("fields", "end", "free"), CASES)
async def test_everything_names_the_same_end(
    fields: dict[str, Any], end: str, free: str | None
) -> None:
    """A session that was called for 90 minutes has them; its agenda may take longer."""
    house = House()
    house.plan("work", **fields)
    upcoming = (await house.overview()).next
    assert upcoming is not None and f"{datetime.fromisoformat(upcoming.end):%H:%M}" == end
    view, made = shown(fields)
    assert UNTIL.findall(head(view, 120)[0].plain) == [end]
    for name, text in documents(made).items():
        assert set(UNTIL.findall(text)) == {end}, name


@pytest.mark.parametrize(("fields", "end", "free"), CASES)
def test_what_is_left_at_the_end_is_told(
    fields: dict[str, Any], end: str, free: str | None
) -> None:
    """By every agenda, the calendar's too, which is busy until then."""
    made = shown(fields)[1]
    expected = {(free, end)} if free else set()
    for name, text in documents(made).items():
        assert set(FREE.findall(text)) == expected, name
    told = entries(made)
    assert set(FREE.findall(told[0].about)) == expected
    part = CalendarPart(told, calendar_record(made.plan, "x", "seed"), made.start)
    (event,) = read(written(made, What.CALENDAR, Format.ICALENDAR, part).data).all("VEVENT")
    assert event.text("DTEND") == f"20261125T{end.replace(':', '')}00Z"


def test_without_a_time_what_is_left_is_told_from_the_beginning() -> None:
    """No time of day is made up for it."""
    for name, text in documents(shown(blocks(72) | {"start": None})[1]).items():
        assert re.search(r"1:12\W+18\W+Free until 1:30", text), name
