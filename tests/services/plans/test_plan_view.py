"""A plan worked out: when it begins where nobody said so, and what waits until it is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from facilitui.core.checks import check_plan
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Block, Plan
from facilitui.demo import SimulatedClock
from facilitui.services.plans import plan_view as views
from facilitui.services.plans.plan_view import PlanView, plan_view
from facilitui.widgets.plan_agenda import Shown, agenda_rows
from tests.core.making import good_plan

NOW = datetime(2026, 11, 25, 9, 20, tzinfo=UTC)


def view_of(*blocks: Block, start: datetime | None = None) -> PlanView:
    """A view of these blocks."""
    plan = good_plan(zone="UTC", start=start, blocks=blocks)
    return plan_view(plan, Shelf(), SimulatedClock(NOW))


def block(name: str, minutes: float, pinned: time | None = None) -> Block:
    """A block of the tests."""
    return Block(id=name, title=name, minutes=minutes, pinned_start=pinned)


def test_without_a_time_moments_are_told_from_the_beginning() -> None:
    """Nobody chose one, so none is shown."""
    view = view_of(block("a", 20), block("b", 65))
    assert [view.told(slot.start) for slot in view.slots] == ["0:00", "0:20"]
    assert (view.told(view.end), view.timed, view.dated) == ("1:25", False, False)


def test_with_a_start_moments_are_times_of_day() -> None:
    """As the clock shows them."""
    view = view_of(block("a", 20), start=datetime(2026, 11, 25, 15, 30))
    assert (view.told(view.start), view.told(view.end)) == ("15:30", "15:50")


@pytest.mark.parametrize(
    ("pinned", "starts"),
    [
        (time(15, 50), ["15:30", "15:50"]),
        (time(0, 10), ["23:50", "00:10"]),
        (time(0, 0), ["23:40", "00:00"]),
    ],
)
def test_without_a_start_it_is_in_time_for_the_first_pin(pinned: time, starts: list[str]) -> None:
    """No gap and no overlap are made up before it, also across midnight."""
    view = view_of(block("a", 20), block("b", 10, pinned), block("c", 5))
    assert [view.told(slot.start) for slot in view.slots[:2]] == starts
    assert all(not slot.gap and not slot.overlap for slot in view.slots)


def test_checks_wait_until_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The agenda is drawn before them; they are worked out once."""
    asked: list[Plan] = []

    def counted(plan: Plan, *rest: object) -> object:
        asked.append(plan)
        return check_plan(plan, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(views, "check_plan", counted)
    view = view_of(block("a", 20))
    assert view.slots and not asked
    assert view.checks and not view.dismissed and len(asked) == 1


@pytest.mark.parametrize("written", [date(2026, 11, 27), "2026-11-27"])
def test_a_start_without_a_time_is_a_day(written: object) -> None:
    """It never becomes midnight."""
    plan = Plan.model_validate({"start": written})
    assert (plan.start, plan.day) == (None, date(2026, 11, 27))
    assert Plan.model_validate(plan.model_dump()) == plan


def test_minutes_that_add_up_are_as_planned() -> None:
    """Also where sevenths of minutes do not add up to the last millionth of a second."""
    plan = good_plan(zone="UTC", minutes=10, blocks=tuple(block(n, 10 / 7) for n in "abcdefg"))
    view = plan_view(plan, Shelf(), SimulatedClock(NOW))
    (last,) = agenda_rows(view, Shown())[-1].draw(80, False)
    assert "End, as planned" in last.plain
