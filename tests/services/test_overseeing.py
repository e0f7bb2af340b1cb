"""Overseeing: what wants attention, and nothing that does not."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.errors import InputProblems, Problem
from facilitui.core.library.shelf import Shelf
from facilitui.core.overview import Overview, Tick
from facilitui.core.plans.plan import Plan
from facilitui.services.debriefs.to_debrief import DEBRIEF_WITHIN
from facilitui.services.overseeing import AT_MOST, STILL_DUE
from tests.services.houses import NOW, House


async def test_an_empty_home_is_empty(house: House) -> None:
    """So that it can say what to do first."""
    assert await house.overview() == Overview() and (await house.overview()).empty


async def test_a_session_without_a_time_is_next_all_its_day(house: House) -> None:
    """Behind those of the day whose time is known; no time is made up."""
    house.plan("some time", None, changed=1, day=NOW.date())
    house.plan("evening", NOW.replace(hour=19), changed=2)
    seen = await house.overview()
    assert seen.next is not None and seen.next.plan == "evening"
    assert [row.when for row in seen.plans] == ["2026-11-25"]
    house.plans.texts.pop("evening")
    house.clock.move(14 * 3600)
    seen = await house.overview()
    assert seen.next is not None
    assert (seen.next.plan, seen.next.start, seen.next.end) == ("some time", "2026-11-25", "")
    house.clock.move(3600)
    assert (await house.overview()).next is None


async def test_the_next_session_is_the_soonest_that_is_not_long_over(house: House) -> None:
    """It stays the next one for two hours after its start; the others follow, newest first."""
    house.plan("yesterday", NOW - timedelta(days=1), changed=1)
    house.plan("begun", NOW - timedelta(minutes=90), changed=2)
    house.plan("soon", NOW + timedelta(hours=1), changed=3)
    house.plan("undated", None, changed=4)
    seen = await house.overview()
    assert seen.next is not None and (seen.next.plan, seen.next.title) == ("begun", "begun")
    assert [row.plan for row in seen.plans] == ["undated", "soon", "yesterday"]
    assert [row.when for row in seen.plans] == ["", "2026-11-25", "2026-11-24"]
    house.clock.move(3600)
    seen = await house.overview()
    assert seen.next is not None and seen.next.plan == "soon"


async def test_readiness_is_the_four_questions(house: House) -> None:
    """Each with what answers it, or what is missing."""
    house.plan("full", NOW)
    seen = await house.overview()
    assert seen.next is not None and all(tick.done for tick in seen.next.ticks)
    assert seen.next.audience == "9 grade-7 teachers"
    assert Tick("Agenda", "60 of 60 min", True) in seen.next.ticks
    assert Tick("Evidence", "1, for every goal", True) in seen.next.ticks
    house.plans.put("full", Plan(title="", start=NOW))
    seen = await house.overview()
    assert seen.next is not None
    assert [(tick.label, tick.done) for tick in seen.next.ticks] == [
        ("Audience", False),
        ("Goals", False),
        ("Agenda", False),
        ("Evidence", False),
    ]
    assert [tick.text for tick in seen.next.ticks][:2] == ["who is coming?", "none yet"]


async def test_what_is_unfinished_is_offered(house: House) -> None:
    """An open session, a debrief to write, one to complete; not one that is done."""
    house.plan("p", NOW)
    lies_open = await house.run("p", end=False)
    bare = await house.run("p", end=True)
    at_door = await house.run("p", end=True)
    done = await house.run("p", end=True)
    await house.debrief(at_door, door=True)
    await house.debrief(done)
    seen = await house.overview()
    assert [each.session for each in seen.unended] == [lies_open]
    assert {each.session: (each.what, each.note) for each in seen.to_debrief} == {
        bare: ("debrief", "no debrief yet"),
        at_door: ("door", "door debrief, not yet full"),
    }


async def test_an_old_session_is_no_longer_asked_about(house: House) -> None:
    """One that lies open still is."""
    house.plan("p", NOW)
    await house.run("p", end=True)
    lies_open = await house.run("p", end=False)
    house.clock.move((DEBRIEF_WITHIN + timedelta(days=1)).total_seconds())
    seen = await house.overview()
    assert [each.session for each in seen.unended] == [lies_open] and not seen.to_debrief


async def test_commitments_are_shown_until_long_after_their_date(house: House) -> None:
    """The soonest first, one without a date last, one without words never."""
    today = NOW.date()
    for name, days in (("late", -3), ("soon", 2), ("old", -STILL_DUE.days - 1)):
        due = (today + timedelta(days=days)).isoformat()
        await house.debrief(name, commitment={"text": name, "due": due})
    await house.debrief("someday", commitment={"text": "someday"})
    await house.debrief("empty", commitment={"text": "", "due": today.isoformat()})
    assert [each.text for each in (await house.overview()).due] == ["late", "soon", "someday"]


@pytest.mark.parametrize(
    ("ran", "over"),
    [
        *(("82", "+7"), ("75", "0"), ("60", "−15"), ("long", ""), (None, "")),
        *(("nan", ""), ("inf", ""), ("1e999", "")),
    ],
)
async def test_recent_debriefs_show_minutes_and_what_was_over(
    house: House, ran: str | None, over: str
) -> None:
    """Where the facts are there, and are numbers of this world."""
    facts = [{"name": "Minutes planned", "value": "75"}]
    facts += [{"name": "Minutes run", "value": ran}] if ran else []
    await house.debrief("a", facts=facts)
    (recent,) = (await house.overview()).recent
    assert (recent.minutes, recent.over) == (ran or "", over)


async def test_a_day_is_that_of_the_place(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """An evening's session was not held on the next day, wherever its moment is kept in UTC.

    Where none is known the place is that of this machine.
    """
    monkeypatch.setattr(house.clock, "zone", lambda name: ZoneInfo(name or "America/Toronto"))
    await house.debrief("c", held_at="2026-11-25T23:30:00+00:00", zone="Europe/Berlin")
    await house.debrief("a", held_at="2026-11-26T01:30:00+00:00")
    await house.debrief("b", held_at="0001-01-01T01:30:00+00:00")
    days = {each.session: each.when for each in (await house.overview()).recent}
    assert days["c"] == "2026-11-26T00:30:00+01:00"
    assert days | {"c": ""} == {"a": "2026-11-25T20:30:00-05:00", "b": "", "c": ""}


async def test_no_list_is_longer_than_a_few_rows(house: House) -> None:
    """The lists themselves are a key away; but every session that lies open is named."""
    for n in range(AT_MOST + 4):
        house.plan(f"p{n:02}", NOW, changed=n)
        await house.run(f"p{n:02}", end=True)
        await house.run(f"p{n:02}", end=False)
        await house.debrief(f"d{n}", commitment={"text": "c"})
    seen = await house.overview()
    lists = (seen.to_debrief, seen.due, seen.recent, seen.plans)
    assert [len(each) for each in lists] == [AT_MOST] * 4 and len(seen.unended) == AT_MOST + 4


async def test_problems_of_every_store_are_told(house: House) -> None:
    """The library's, the plans', the sessions'; the rest is shown."""
    house.plan("p", NOW)
    await house.run("p", end=False)
    house.library.kept = Shelf(problems=(Problem("protocols/x.toml", 3, 1, "is broken"),))
    house.sessions.trouble = "the chain is broken at event 7"
    seen = await house.overview()
    assert seen.problems == (
        "protocols/x.toml:3:1: is broken",
        "p: the chain is broken at event 7",
    )
    assert [each.session for each in seen.unended]


async def test_a_store_that_cannot_be_listed_never_hides_the_others(house: House) -> None:
    """It is a problem with its reason; the open session is still offered."""
    house.plan("p", NOW)
    session = await house.run("p", end=False)
    house.plans.listing = InputProblems((Problem("plans", 1, 1, "is no folder"),))
    seen = await house.overview()
    assert seen.problems == ("plans:1:1: is no folder",)
    assert [each.session for each in seen.unended] == [session]
