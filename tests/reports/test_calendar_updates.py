"""A later word to calendars: what they take in its place, and what they take away."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import MOST_TOLD, CalendarRecord, CheckIn
from facilitui.core.reports.calendar_entry import with_calendar
from facilitui.core.vocabulary import Mode
from tests.reports.handouts import CHECK_INS, full_plan, worked_out
from tests.reports.rfc5545 import Component
from tests.reports.test_calendar import events_of, record_of


def over_days(**fields: Any) -> Plan:
    """A session with an opening and two dates to check in."""
    return full_plan(**({"mode": Mode.ASYNCHRONOUS, "check_ins": CHECK_INS} | fields))


def told(plan: Plan) -> Plan:
    """The plan, once calendars have been told of it."""
    return with_calendar(plan, record_of(worked_out(plan)))


def by_uid(plan: Plan) -> dict[str, Component]:
    """What calendars are told of a plan, by identity."""
    return {event.text("UID"): event for event in events_of(plan)}


CHANGES = [
    {"title": "Another"},
    {"purpose": "Another"},
    {"start": datetime(2026, 11, 26, 15, 30)},
    {"zone": "Europe/Berlin"},
    {"place": "Elsewhere"},
    {"link": "https://example.org/other"},
    {"blocks": full_plan().blocks[:2]},
    {"sensitive": True},
]
QUIET = [{"note": "x"}, {"aftercare": "x"}, {"goals": ()}, {"parked": ()}]


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: "".join(each))
def test_the_sequence_grows_when_what_is_told_changes(change: dict[str, object]) -> None:
    """By one, under the same identity; telling the same again changes nothing."""
    plan = full_plan()
    first = record_of(worked_out(plan))
    again = plan.model_copy(update={"calendar": first})
    assert record_of(worked_out(again)) is first
    later = record_of(worked_out(again.model_copy(update=change)))
    assert (later.uid, later.sequence) == (first.uid, 1) and later.told != first.told


@pytest.mark.parametrize("change", QUIET, ids=lambda each: "".join(each))
def test_the_sequence_stays_when_nothing_told_changes(change: dict[str, object]) -> None:
    """What a calendar never heard of is no news to it."""
    first = record_of(worked_out(full_plan()))
    plan = full_plan(**change, calendar=first)
    assert record_of(worked_out(plan)) is first


def test_an_asynchronous_session_is_its_opening_and_its_dates() -> None:
    """Each with its prompt, in the order of time; a session in a room is one entry."""
    plan = over_days(check_ins=CHECK_INS[::-1])
    opening, first, second = events_of(plan)
    assert [each.text("UID") for each in (opening, first, second)] == [
        "seed@facilitui",
        "seed-first@facilitui",
        "seed-second@facilitui",
    ]
    about = opening.text("DESCRIPTION")
    assert about.startswith("Everybody works in their own time from here on. The dates to")
    assert not re.search(r"\d\d:\d\d", about)
    assert opening.text("TRANSP") == "TRANSPARENT"
    assert "What have you tried?" in first.text("DESCRIPTION")
    assert first.text("SUMMARY").endswith("check-in 1")
    assert first.text("DTSTART") == "20261127T120000" and first.text("TRANSP") == "TRANSPARENT"
    assert len(events_of(full_plan(check_ins=CHECK_INS))) == 1


def test_a_date_that_is_moved_is_the_same_entry() -> None:
    """Another time or prompt is news of the same identity; the other date keeps its own."""
    moved = CHECK_INS[0].model_copy(update={"at": datetime(2026, 12, 9, 9)})
    plan = told(over_days())
    after = plan.model_copy(update={"check_ins": (moved, CHECK_INS[1])})
    assert set(by_uid(after)) == set(by_uid(plan))
    event = by_uid(after)["seed-first@facilitui"]
    assert event.text("DTSTART") == "20261209T090000" and event.text("SEQUENCE") == "1"


def test_a_date_that_is_dropped_is_called_off() -> None:
    """In every later file: a calendar keeps what is only left out. Nothing rings for it."""
    plan = told(over_days())
    dropped = plan.model_copy(update={"check_ins": CHECK_INS[1:]})
    for after in (dropped, told(dropped)):
        event = by_uid(after)["seed-first@facilitui"]
        assert event.text("STATUS") == "CANCELLED" and event.text("SEQUENCE") == "1"
        assert event.text("SUMMARY").startswith("Called off: ")
        assert event.text("DTSTART") == "20261127T120000" and event.all("VALARM") == []
        kept = by_uid(after)["seed-second@facilitui"]
        assert kept.text("STATUS") == "CONFIRMED" and len(kept.all("VALARM")) == 1


def test_a_date_that_no_calendar_heard_of_is_not_called_off() -> None:
    """It is simply not there."""
    assert set(by_uid(over_days(check_ins=CHECK_INS[1:]))) == {
        "seed@facilitui",
        "seed-second@facilitui",
    }


def test_a_date_that_comes_back_holds_again() -> None:
    """By a later word than the one that called it off, as after undo."""
    plan = told(over_days())
    off = told(plan.model_copy(update={"check_ins": ()}))
    event = by_uid(off.model_copy(update={"check_ins": CHECK_INS}))["seed-first@facilitui"]
    assert event.text("STATUS") == "CONFIRMED" and event.text("SEQUENCE") == "2"


def test_a_session_that_meets_in_a_room_after_all_calls_its_dates_off() -> None:
    """And they hold again when it goes back to days."""
    plan = told(over_days())
    room = told(plan.model_copy(update={"mode": Mode.IN_PERSON}))
    assert [each.text("STATUS") for each in events_of(room)] == [
        *("CONFIRMED", "CANCELLED", "CANCELLED"),
    ]
    again = room.model_copy(update={"mode": Mode.ASYNCHRONOUS})
    assert {each.text("STATUS") for each in events_of(again)} == {"CONFIRMED"}


def test_what_was_told_is_remembered_without_what_was_asked() -> None:
    """So many dates at most, the oldest being forgotten first."""
    record = told(over_days()).calendar
    assert record is not None
    assert [(each.id, each.prompt) for each in record.check_ins] == [("first", ""), ("second", "")]
    start = datetime(2027, 1, 1)
    many = tuple(CheckIn(id=f"c{n}", at=start + timedelta(days=n)) for n in range(MOST_TOLD))
    before = CalendarRecord(uid="seed@facilitui", told="x", check_ins=many)
    after = record_of(worked_out(over_days(calendar=before)))
    assert [each.id for each in after.check_ins] == [
        *(each.id for each in many[2:]),
        *("first", "second"),
    ]
