"""The session in calendars, read back by readers that share nothing with the writer."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz  # type: ignore[import-untyped]
from hypothesis import given
from icalendar import Calendar

from facilitui.core.naming import UNTITLED
from facilitui.core.plans.clock_changes import changes
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import CalendarRecord
from facilitui.core.reports.calendar_entry import (
    NoDate,
    calendar_record,
    entries,
    is_link,
    told_digest,
)
from facilitui.core.reports.handout import CalendarPart, Handout
from facilitui.core.safe_text import line
from facilitui.reports.calendar import icalendar
from tests.core.making import HOSTILE
from tests.core.strategies import texts
from tests.reports.handouts import full_plan, worked_out
from tests.reports.rfc5545 import Component, read

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
ZONES = ["America/Toronto", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Tokyo", "Europe/Dublin"]


def record_of(shown: Handout) -> CalendarRecord:
    """What calendars will have been told."""
    return calendar_record(shown.plan, told_digest(entries(shown), shown.zone), "seed")


def data_of(shown: Handout) -> bytes:
    """The file."""
    return icalendar(CalendarPart(entries(shown), record_of(shown), NOW))


def events_of(plan: Plan, zone: tzinfo | None = None) -> list[Component]:
    """The events as the strict reader has them."""
    return read(data_of(worked_out(plan, zone))).all("VEVENT")


def moment_of(data: bytes, name: str, at: int = 0) -> datetime:
    """A moment of an event, by the rules that the file itself gives for its zone."""
    value = read(data).all("VEVENT")[at].values[name][0]
    if "TZID" not in value.parameters:
        return datetime.strptime(value.text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    rules = tz.tzical(io.StringIO(data.decode("utf-8"))).get(value.parameters["TZID"])
    return datetime.strptime(value.text, "%Y%m%dT%H%M%S").replace(tzinfo=rules).astimezone(UTC)


def one_block(start: datetime, zone: str, minutes: float = 60) -> Plan:
    """A short session."""
    blocks = (Block(id="a", title="Work", minutes=minutes),)
    return Plan(title="T", start=start, zone=zone, minutes=minutes, blocks=blocks)


def test_an_event_says_what_a_calendar_needs() -> None:
    """Once each, in the form that the standard asks for."""
    calendar = read(data_of(worked_out(full_plan())))
    assert calendar.text("VERSION") == "2.0" and "facilitui" in calendar.text("PRODID")
    assert "METHOD" not in calendar.values  # with it, an ORGANIZER is needed (RFC 5546)
    (event,) = calendar.all("VEVENT")
    assert event.text("UID") == "seed@facilitui" and event.text("SEQUENCE") == "0"
    assert event.text("DTSTAMP") == "20261120T080000Z"
    assert event.text("DTSTART") == "20261125T153000"
    assert event.values["DTSTART"][0].parameters == {"TZID": "America/Toronto"}
    assert event.text("DTEND") == "20261125T170000"
    assert event.text("SUMMARY") == "Looking at student work"
    assert event.text("LOCATION") == "Library, room 2" and event.text("TRANSP") == "OPAQUE"
    assert event.text("URL") == "https://example.org/a?b=c&d=e"
    about = event.text("DESCRIPTION")
    assert "See what the work shows." in about and "15:40  Tea (15 min)" in about
    assert "secret" not in about
    (alarm,) = event.all("VALARM")
    assert (alarm.text("ACTION"), alarm.text("TRIGGER")) == ("DISPLAY", "-PT15M")
    (zone,) = calendar.all("VTIMEZONE")
    assert zone.text("TZID") == "America/Toronto" and len(zone.children) <= 6


def test_the_other_library_reads_it_too() -> None:
    """Without a fault."""
    calendar = Calendar.from_ical(data_of(worked_out(full_plan())))
    assert [event.errors for event in calendar.walk()] == [[]] * len(list(calendar.walk()))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hours", range(0, 24 * 365 * 2, 24 * 21 + 1))
def test_the_files_own_rules_give_the_right_moment(zone: str, hours: int) -> None:
    """All the year round, on both sides of the changes of its clocks."""
    start = datetime(2026, 1, 3) + timedelta(hours=hours)
    shown = worked_out(one_block(start, zone))
    data = data_of(shown)
    assert moment_of(data, "DTSTART") == shown.start.astimezone(UTC)
    assert moment_of(data, "DTEND") == shown.end.astimezone(UTC)


@pytest.mark.parametrize("zone", [each for each in ZONES if each != "Asia/Tokyo"])
def test_every_hour_around_a_change_of_the_clocks_is_right(zone: str) -> None:
    """An hour that is left out, one that comes twice, and a session across either of them."""
    first, last = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 12))
    found = list(changes(ZoneInfo(zone), first, last))[1:]
    assert len(found) == 2
    for change in found:
        for minutes in range(-180, 181, 30):
            start = (change.at + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
            plan = one_block(start.replace(tzinfo=None, fold=0), zone, 75)
            shown = worked_out(plan)
            data = data_of(shown)
            assert moment_of(data, "DTSTART") == shown.start.astimezone(UTC)
            length = moment_of(data, "DTEND") - moment_of(data, "DTSTART")
            assert length == timedelta(minutes=75)


@pytest.mark.parametrize(
    ("zone", "start", "told"),
    [
        ("America/Toronto", datetime(2026, 11, 1, 1, 30), "20261101T053000Z"),
        ("America/Toronto", datetime(2026, 11, 1, 0, 30), "20261101T043000Z"),
        ("Australia/Lord_Howe", datetime(2027, 4, 4, 1, 45), "20270403T144500Z"),
        ("Europe/Berlin", datetime(2026, 10, 25, 2, 0), "20261025T000000Z"),
    ],
)
def test_an_hour_that_comes_twice_leaves_no_doubt(zone: str, start: datetime, told: str) -> None:
    """Readers take either of the two for it, whatever the standard says; UTC has only one."""
    (event,) = events_of(one_block(start, zone))
    assert event.text("DTSTART") == told and event.text("DTEND").endswith("Z")


def test_the_sequence_ends_where_calendars_do() -> None:
    """A number larger than they read is named in a plan's file; it never becomes one."""
    with pytest.raises(ValueError, match="sequence"):
        CalendarRecord(uid="u", sequence=2**31)
    last = CalendarRecord(uid="u", sequence=999_999, told="before")
    assert record_of(worked_out(full_plan(calendar=last))).sequence == 999_999


def test_a_machine_without_a_named_zone_tells_utc() -> None:
    """A calendar elsewhere would not know what a bare offset means."""
    shown = worked_out(full_plan(zone=""), timezone(timedelta(hours=-5)))
    calendar = read(data_of(shown))
    assert calendar.all("VTIMEZONE") == []
    assert calendar.all("VEVENT")[0].text("DTSTART") == "20261125T203000Z"
    assert shown.zone == ""


def test_a_plan_without_a_date_is_no_calendar_entry() -> None:
    """Nor is one in a year that no calendar has; both are said."""
    with pytest.raises(NoDate, match="has no date yet"):
        entries(worked_out(full_plan(start=None)))
    with pytest.raises(NoDate, match="year 1200"):
        odd = full_plan().model_copy(update={"start": datetime(1200, 1, 2)})
        entries(worked_out(odd))


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://example.org/a?b=c&d=e#f", True),
        ("http://127.0.0.1:80/x", True),
        ("javascript:alert(1)", False),
        ("ftp://example.org", False),
        ("https://example.org/a b", False),
        ("see https://example.org", False),
        ("https://example.org/\r\nATTENDEE:x", False),
        ("https://exämple.org", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_the_address_of_a_page_is_offered_to_be_opened(link: str, opens: bool) -> None:
    """Anything else is a word about the place."""
    assert is_link(link) is opens
    (event,) = events_of(full_plan(link=link))
    assert ("URL" in event.values) is opens
    if not opens and link:
        assert line(link.strip()).split("\r")[0][:8] in event.text("LOCATION")


@given(texts, texts, texts, texts)
def test_no_text_breaks_the_file(title: str, purpose: str, place: str, name: str) -> None:
    """Controls, separators, long and wide words: folded, escaped, and the same when read."""
    blocks = (Block(id="a", title=name * 8, minutes=5),)
    plan = full_plan(title=title, purpose=purpose * 8, place=place, blocks=blocks)
    (event,) = events_of(plan)
    assert event.text("SUMMARY") == line(title if title.strip() else UNTITLED)
    assert set(event.values) <= {
        *("UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY", "DTSTART", "DTEND", "TRANSP"),
        *("LOCATION", "URL", "DESCRIPTION"),
    }


def test_long_hostile_text_comes_back_whole() -> None:
    """Every character that a calendar may hold."""
    words = f'a,b;c\\d\\n "e" {HOSTILE} ' * 5
    (event,) = events_of(full_plan(purpose=words))
    assert 'a,b;c\\d\\n "e" [x] [Q1] [/b] [=]' in event.text("DESCRIPTION")
    assert event.text("DESCRIPTION").count("👩🏽\u200d🏫 日本") == 5
