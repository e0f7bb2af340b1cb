"""Days in the forms of an enrolment: shown so that they can be typed, and never read unseen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.services.forms import moments
from facilitui.services.forms.day_hints import how_past_day, read_as
from facilitui.services.forms.enrolment_asked import day_field
from tests.services.pathways.enrolment_home import TODAY, EnrolmentHome, fill
from tests.services.pathways.log_home import LogHome

DAYS = st.dates(date(1980, 1, 1), date(2090, 12, 31))


@given(today=DAYS, since=DAYS)
def test_what_a_hint_shows_can_be_typed(today: date, since: date) -> None:
    """Each of its spellings, and all of them are the same day, which is not before another one."""
    first = min(since, today)
    hint = how_past_day(today, first)
    read = day_field("on", "On", None, today, first).read
    assert read is not None
    short, rest = hint.split(", ")
    weekday, iso = rest.split(" or ")
    read_days = {read(short), read(weekday), read(iso)}
    assert read_days == {date.fromisoformat(iso)}
    assert max(first, today - timedelta(days=2)) in read_days


@given(today=DAYS, day=DAYS)
def test_a_day_without_its_year_is_the_nearer_one(today: date, day: date) -> None:
    """One of next week is refused; what is read as one of another year is told."""
    typed = f"{day.day} {day:%b}"
    if (day.month, day.day) == (2, 29):
        return
    this, before = (day.replace(year=each) for each in (today.year, today.year - 1))
    if this > today and this - today <= today - before:
        with pytest.raises(ValueError, match=f"still to come: {moments.told_day(this)}; one of"):
            moments.past_day(typed, today, "the day", nearer=True)
        return
    found = moments.past_day(typed, today, "the day", nearer=True)
    assert found == (this if this <= today else before)
    assert bool(read_as(typed, found, today)) == (this > today)
    assert read_as(found.isoformat(), found, today) == ()


async def test_what_lies_ahead_is_refused_with_the_year_that_is_meant() -> None:
    """Not as a day of last year that lies before all else."""
    home = EnrolmentHome()
    entry = await home.enrolled(started_on="2026-03-03")
    made = await home.desk.phase(entry, "apprentice")
    told = fill(made, on="27 Nov", why="so")
    assert told == (
        "the day is still to come: Friday 27 November 2026; "
        "one of another year is written 27 Nov 2025"
    )
    with pytest.raises(FacilituiError, match="still to come: Friday 27 November 2026"):
        await made.save()
    assert made.form.fields[0].hint == "23 Nov, Mon or 2026-11-23"
    assert fill(made, on="23 Nov", why="so") == ""


async def test_a_day_of_another_year_is_told_under_its_field() -> None:
    """Wherever the keys go; where the year was typed it need not be."""
    home = EnrolmentHome()
    home.clock.move(-300 * 24 * 3600)
    entry = await home.enrolled()
    made = await home.desk.closing(entry)
    today = home.progressing.today
    assert today == TODAY - timedelta(days=300)
    closed = made.form.follow({**made.values, "on": f"{today.day} {today:%b}"})["on"]
    assert closed.below == ()
    details = await home.desk.details(entry)
    told = details.form.follow({**details.values, "started_on": "27 Nov"})["started_on"]
    assert told.below == ("read as Thu 27 Nov 2025",)
    told = details.form.follow({**details.values, "started_on": "27 Nov 2025"})["started_on"]
    assert told.below == ()


async def test_of_what_was_before_it_is_told_whether_it_counts() -> None:
    """What is recorded once counts; what counts by its day lies in no phase."""
    home = LogHome()
    id = await home.enrolled(started_on="2026-11-01")
    made = await home.log.form(id, "acceptance")
    told = made.form.follow({**made.values, "on": "2026-10-30"})["on"]
    assert told.hint == "Friday 30 October 2026"
    assert told.below == (
        "before this was begun on 1 Nov 2026: "
        "it counts all the same, as nothing is asked of its day",
    )
    told = made.form.follow({**made.values, "on": "2026-11-02"})["on"]
    assert told.below == () and "begun" not in (told.hint or "")
    group = await home.group()
    made = await home.log.form(group, "materials")
    below = made.form.follow({**made.values, "on": "2020-10-30"})["on"].below
    assert below[-1].endswith(": it does not count, as it lies in no phase")


async def test_a_day_that_cannot_be_read_is_not_left_out() -> None:
    """It is what most entries count by."""
    home = LogHome()
    id = await home.enrolled()
    made = await home.log.form(id, "acceptance")
    (day,) = (each for each in made.form.fields if each.key == "on")
    assert day.required and day.hint == "23 Nov, Mon or 2026-11-23"
