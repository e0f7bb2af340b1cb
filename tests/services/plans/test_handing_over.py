"""Handing over: a plan as documents, and as an entry that calendars know again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.files import Stored
from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.reports.calendar_entry import with_calendar
from facilitui.core.reports.handout import CalendarPart, Format, Handout, What, Written
from facilitui.services.plans.handing_over import HandingOver, handout
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.plan_view import PlanView, plan_view
from tests.core.making import good_plan
from tests.services.fakes import MemoryPlans, MovableClock, counting
from tests.services.memory_files import MemoryDrafts, digest

LISTEN, WAIT = Norm(id="a", text="Listen"), Norm(id="b", text="Wait")
SHELF = Shelf(norms={"seven_norms": NormSet(id="seven_norms", name="Seven", norms=(LISTEN, WAIT))})


class MemoryExports:
    """Documents in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.full = False

    async def write(self, name: str, data: bytes, *, replace: bool = False) -> str:
        if self.full:
            raise NotSaved("the disk is full")
        free = name if name not in self.kept else f"2-{name}.more"
        self.kept[free] = data
        return f"exports/{free}"


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


def desk_of(plan: Plan) -> tuple[PlanDesk, MemoryPlans]:
    """A plan, open, and where its file is."""
    plans = MemoryPlans()
    plans.put("work", plan)
    held = plans.texts["work"]
    stored = Stored("work", plan, digest(held))
    return PlanDesk(stored, SHELF, plans, MemoryDrafts(), MovableClock()), plans


def test_a_document_is_made(handing_over: HandingOver, exports: MemoryExports) -> None:
    """Under a name from its title, with what it leaves out; nothing is kept or changed."""
    plan = good_plan()
    made = handing_over.export(view_of(plan), SHELF, What.RUN_SHEET, Format.HTML)
    assert made.name == "looking-at-student-work-run-sheet.html"
    assert made.text == "run_sheet html Looking at student work"
    assert made.left_out == ("notes",) and made.plan is plan and exports.kept == {}


async def test_a_document_is_handed_over(handing_over: HandingOver, exports: MemoryExports) -> None:
    """It says where it is and what it leaves out; one that was there before is left as it is."""
    plan = good_plan()
    desk, plans = desk_of(plan)
    before = dict(plans.texts)
    name = "looking-at-student-work-run-sheet.html"
    told = await handing_over.hand_over(desk, What.RUN_SHEET, Format.HTML)
    assert told[:2] == (f"Written to exports/{name}.", "Left out: notes.")
    assert (desk.plan, plans.texts, list(exports.kept)) == (plan, before, [name])
    again = await handing_over.hand_over(desk, What.RUN_SHEET, Format.HTML)
    assert again[1] == f"The {name} that was there already is left as it is."
    assert len(exports.kept) == 2


async def test_what_calendars_are_told_is_in_the_plan_before_they_are(
    handing_over: HandingOver, exports: MemoryExports
) -> None:
    """Where the entry cannot be written nobody was told, and the same word is given again."""
    desk, plans = desk_of(good_plan())
    exports.full = True
    with pytest.raises(NotSaved, match=r"^Nothing was handed over: the disk is full$"):
        await handing_over.hand_over(desk, What.CALENDAR, Format.ICALENDAR)
    kept = (await plans.load("work")).state.calendar
    assert kept is not None and kept == desk.plan.calendar and exports.kept == {}
    exports.full = False
    await handing_over.hand_over(desk, What.CALENDAR, Format.ICALENDAR)
    assert desk.plan.calendar == kept
    assert b" 0 20:30" in next(iter(exports.kept.values()))


async def test_undo_does_not_take_back_what_calendars_were_told(
    handing_over: HandingOver,
) -> None:
    """It is no edit."""
    desk, _ = desk_of(good_plan())
    desk.change(lambda plan: plan.model_copy(update={"place": "here"}), "the place")
    await handing_over.hand_over(desk, What.CALENDAR, Format.ICALENDAR)
    told = desk.plan.calendar
    desk.undo()
    assert desk.plan.place != "here" and desk.plan.calendar == told is not None


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
    assert shown.norms == ("Listen", "Wait", "Breathe") and shown.watch == ""
    watched = norms.model_copy(update={"watch": "b"})
    assert handout(view_of(good_plan(norms=watched)), SHELF).watch == "Wait"
    assert shown.zone == "America/Toronto" and shown.dated
    assert shown.start.astimezone(UTC) == datetime(2026, 11, 25, 20, 30, tzinfo=UTC)


def test_a_zone_that_is_not_known_is_told(handing_over: HandingOver) -> None:
    """The machine's own is used then, or UTC where it does not say which that is."""
    plan = good_plan(zone="")
    view = plan_view(plan, SHELF, MovableClock())
    told = handing_over.export(view, SHELF, What.PARTICIPANTS, Format.MARKDOWN).told
    assert told == ("This machine does not say which zone it is in; calendars are told UTC.",)
    wrong = plan.model_copy(update={"zone": "Mars/Olympus"})
    view = replace(view, plan=wrong)
    told = handing_over.export(view, SHELF, What.PARTICIPANTS, Format.MARKDOWN).told
    assert told == ("The zone “Mars/Olympus” is not known; this machine's own was used.",)


def test_the_same_record_leaves_the_plan_alone() -> None:
    """So that nothing is written where nothing changed."""
    plan = good_plan()
    assert with_calendar(plan, None) is plan
