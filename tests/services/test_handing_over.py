"""Handing over: a plan as documents, and as an entry that calendars know again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.handout import CalendarPart, Format, Handout, What, Written
from facilitui.core.norms import Norm, NormSet
from facilitui.core.plan import Plan
from facilitui.core.plan_parts import PlannedNorms
from facilitui.core.ports import Shelf
from facilitui.services.handing_over import HandingOver, handout, with_calendar
from facilitui.services.plan_view import PlanView, plan_view
from tests.core.making import good_plan
from tests.services.fakes import MovableClock, counting

LISTEN, WAIT = Norm(id="a", text="Listen"), Norm(id="b", text="Wait")
SHELF = Shelf(norms={"seven_norms": NormSet(id="seven_norms", name="Seven", norms=(LISTEN, WAIT))})


class MemoryExports:
    """Documents in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    async def write(self, name: str, data: bytes) -> str:
        self.kept[name] = data
        return f"exports/{name}"


def write(handout: Handout, what: What, form: Format, calendar: CalendarPart | None) -> Written:
    """A document that says what it was made from."""
    told = f"{what} {form} {handout.title}"
    if calendar is not None:
        told += f" {calendar.record.uid} {calendar.record.sequence} {calendar.now:%H:%M}"
    return Written(told.encode(), ("notes",))


@pytest.fixture
def exports() -> MemoryExports:
    """Nothing yet."""
    return MemoryExports()


@pytest.fixture
def handing_over(exports: MemoryExports) -> HandingOver:
    """At 20:30 UTC."""
    return HandingOver(exports, write, MovableClock(), counting())


def view_of(plan: Plan) -> PlanView:
    """A plan worked out."""
    return plan_view(plan, SHELF, MovableClock())


async def test_a_document_is_made_then_kept(
    handing_over: HandingOver, exports: MemoryExports
) -> None:
    """Under a name from its title, with what it leaves out; the plan stays as it is."""
    plan = good_plan()
    made = handing_over.export(view_of(plan), SHELF, What.RUN_SHEET, Format.HTML)
    assert made.name == "looking-at-student-work-run-sheet.html"
    assert made.text == "run_sheet html Looking at student work"
    assert made.left_out == ("notes",) and made.plan is plan and exports.kept == {}
    assert await handing_over.keep(made) == f"exports/{made.name}"
    assert exports.kept == {made.name: made.data}


def test_a_calendar_entry_is_known_again(handing_over: HandingOver) -> None:
    """Its identity is made once; its number grows only with what is told."""
    first = handing_over.export(view_of(good_plan()), SHELF, What.CALENDAR, Format.ICALENDAR)
    record = first.plan.calendar
    assert record is not None and record.sequence == 0 and first.name.endswith("work.ics")
    assert first.text.endswith(f"{record.uid} 0 20:30")
    again = handing_over.export(view_of(first.plan), SHELF, What.CALENDAR, Format.ICALENDAR)
    assert again.plan is first.plan
    moved = first.plan.model_copy(update={"place": "elsewhere"})
    later = handing_over.export(view_of(moved), SHELF, What.CALENDAR, Format.ICALENDAR)
    assert later.plan.calendar is not None
    assert (later.plan.calendar.uid, later.plan.calendar.sequence) == (record.uid, 1)


def test_what_cannot_be_made_is_said(handing_over: HandingOver) -> None:
    """A calendar entry without a date, a run sheet as a calendar entry."""
    undated = view_of(good_plan(start=None))
    with pytest.raises(FacilituiError, match="no date"):
        handing_over.export(undated, SHELF, What.CALENDAR, Format.ICALENDAR)
    with pytest.raises(FacilituiError, match="no ics of a run sheet"):
        handing_over.export(undated, SHELF, What.RUN_SHEET, Format.ICALENDAR)


def test_a_handout_has_the_norms_and_the_zone() -> None:
    """Those of the sets first, each once; a set that is not there is left out."""
    norms = PlannedNorms(sets=("seven_norms", "gone"), own=(WAIT, Norm(id="c", text="Breathe")))
    shown = handout(view_of(good_plan(norms=norms)), SHELF)
    assert shown.norms == ("Listen", "Wait", "Breathe")
    assert shown.zone == "America/Toronto" and shown.dated
    assert shown.start.astimezone(UTC) == datetime(2026, 11, 25, 20, 30, tzinfo=UTC)


def test_a_zone_that_is_not_known_is_told(handing_over: HandingOver) -> None:
    """The machine's own is used then, or UTC where it does not say which that is."""
    plan = good_plan(zone="")
    view = plan_view(plan, SHELF, MovableClock())
    told = handing_over.export(view, SHELF, What.PARTICIPANTS, Format.MARKDOWN).told
    assert told == ("this machine does not say which zone it is in; calendars are told UTC",)
    wrong = plan.model_copy(update={"zone": "Mars/Olympus"})
    view = replace(view, plan=wrong)
    told = handing_over.export(view, SHELF, What.PARTICIPANTS, Format.MARKDOWN).told
    assert told == ("the zone “Mars/Olympus” is not known; this machine's own was used",)


def test_the_same_record_leaves_the_plan_alone() -> None:
    """So that nothing is written where nothing changed."""
    plan = good_plan()
    assert with_calendar(plan, None) is plan
