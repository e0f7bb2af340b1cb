"""The forms of other times: dates to check in, promises, what feedback asked for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Asked, Carried
from facilitui.core.plans.plan_words import Outlook
from tests.core.making import good_plan
from tests.services.forms.filling import filled, form, hints, taken, told


def test_dates_to_check_in_have_prompts() -> None:
    """Divided as one likes; a date alone asks nothing."""
    plan: Any = filled(
        good_plan(),
        "check_ins",
        check_ins="2 Dec 9:00, What, then?\nDec 9, 3 pm: How is it?\n16 Dec 9:00 - x\n"
        "tomorrow 9:00",
    )
    assert [(each.at, each.prompt) for each in plan.check_ins] == [
        (datetime(2026, 12, 2, 9), "What, then?"),
        (datetime(2026, 12, 9, 15), "How is it?"),
        (datetime(2026, 12, 16, 9), "x"),
        (datetime(2026, 11, 26, 9), ""),
    ]
    names = [each.id for each in plan.check_ins]
    assert len(set(names)) == 4
    fewer: Any = filled(plan, "check_ins", check_ins="9 Dec 15:00, How was it?\n2026-12-16 9:00, x")
    assert [each.id for each in fewer.check_ins] == names[1:3]


def test_what_was_carried_over_is_settled() -> None:
    """Each commitment with what became of it; without one there is no form."""
    plan: Plan = good_plan(
        carried=(Carried(text="[x] wait", due=date(2026, 12, 1)), Carried(text="ask")),
        asked=(Asked(text="more time"),),
    )
    fields = form(plan, "carried").fields
    assert [field.section for field in fields] == ["[x] wait", "ask"]
    assert fields[0].hint.endswith("it was due Tue 1 Dec")
    changed = filled(plan, "carried", **{"outlook-1": "partly"})
    assert [each.outlook for each in changed.carried] == [Outlook.OPEN, Outlook.PARTLY]
    assert changed.asked == plan.asked


def test_what_feedback_asked_for_is_written_by_hand() -> None:
    """One a line, with what the plan does about it; how many lack that is told."""
    plan: Plan = good_plan(asked=(Asked(text="tea; and cake", answer="none"), Asked(text="air")))
    assert filled(plan, "asked") == plan
    changed: Any = filled(
        plan, "asked", asked="tea; and cake; none\nMore time, [x]; ten minutes\nair;"
    )
    assert changed.asked == (
        plan.asked[0],
        Asked(text="More time, [x]", answer="ten minutes"),
        Asked(text="air"),
    )
    assert hints(plan, "asked")["asked"] == "\n1 of 2 without an answer yet"
    assert "without" not in hints(plan, "asked", asked="air; a window")["asked"]
    assert "say what they asked for" in told(good_plan(), "asked", asked="; ten minutes")
    long, fault = taken(plan, "asked", asked="air\n" + "x" * 400)
    assert long.asked == (Asked(text="air"),) and "at most 300" in fault
