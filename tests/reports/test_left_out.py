"""What a document leaves out is told at its end, each thing only where there is such."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.library.norms import Norm
from facilitui.core.plans.began_from import BeganFrom, BlockThen
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plans.plan_parts import (
    Asked,
    Carried,
    Dismissed,
    LearningModel,
    ParallelGroup,
    Person,
    PlannedNorms,
    PlannedWith,
)
from facilitui.core.reports.calendar_entry import calendar_record, entries, told_digest
from facilitui.core.reports.handout import CalendarPart, Format, What
from facilitui.core.vocabulary import EvidenceKind, Role
from facilitui.reports.handouts import written
from tests.reports.handouts import full_plan, worked_out
from tests.reports.test_calendar import NOW

FITTED = BeganFrom(title="Ready", blocks=(BlockThen(id="b", title="Taken out since"),))
LED = ParallelGroup(name="North", lead="Ana")


def left_out(what: What, **plan: Any) -> tuple[str, ...]:
    """What a document of an otherwise empty plan tells of."""
    return written(worked_out(Plan(**plan)), what, Format.MARKDOWN).left_out


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"people": (Person(name="Ana", role=Role.SCRIBE),)}, "names of people"),
        ({"planned_with": (PlannedWith(person="Ben"),)}, "names of people"),
        ({"blocks": (Block(id="b", title="B", lead="Ana"),)}, "names of people"),
        ({"blocks": (Block(id="b", title="B", groups=(LED,)),)}, "names of people"),
        ({"parked": (Block(id="b", title="B", groups=(LED,)),)}, "names of people"),
        ({"audience": Audience(experience="new")}, "what is known about participants"),
        ({"evidence": (Evidence(id="E", kind=EvidenceKind.EXIT_TICKET),)}, "how the effect"),
        ({"parked": (Block(id="b", title="B"),)}, "parked blocks"),
        ({"carried": (Carried(text="x"),)}, "what earlier sessions left open"),
        ({"asked": (Asked(text="x"),)}, "what earlier sessions left open"),
        ({"learning_model": LearningModel(id="x")}, "what the design rests on"),
        ({"began_from": FITTED}, "what was changed of the agenda"),
    ],
)
def test_participants_are_told_what_they_do_not_see(plan: dict[str, Any], words: str) -> None:
    """Beside the facilitator's notes, which there might always be; never what they say."""
    notes = "the facilitator's notes, words and what to watch for"
    told = left_out(What.PARTICIPANTS, **plan)
    assert told[0] == notes and any(each.startswith(words) for each in told)
    assert left_out(What.PARTICIPANTS) == (notes,)
    assert left_out(What.PARTICIPANTS, began_from=BeganFrom(title="Ready")) == (notes,)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"parked": (Block(id="b", title="B"),)}, "parked blocks"),
        ({"planned_with": (PlannedWith(person="Ben"),)}, "who planned with you"),
        ({"research": ("x",)}, "what the design rests on"),
        ({"dismissed": (Dismissed(check="x"),)}, "checks that were set aside"),
        ({"began_from": FITTED}, "what was changed of the agenda it began from"),
    ],
)
def test_whoever_leads_is_told_what_is_not_on_the_sheet(plan: dict[str, Any], words: str) -> None:
    """It stays in the plan."""
    assert left_out(What.RUN_SHEET, **plan) == (words,) and left_out(What.RUN_SHEET) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"goals": (Goal(id="G1", text="x"),), "norms": PlannedNorms()},
        {"goals": (), "norms": PlannedNorms(own=(Norm(id="n", text="x"),))},
        {"goals": (), "norms": PlannedNorms()},
    ],
)
def test_a_calendar_has_neither_goals_nor_norms(fields: dict[str, Any]) -> None:
    """Which is told where the plan has any."""
    plan = full_plan(**fields)
    shown = worked_out(plan)
    record = calendar_record(plan, told_digest(entries(shown), shown.zone), "seed")
    part = CalendarPart(entries(shown), record, NOW)
    made = written(shown, What.CALENDAR, Format.ICALENDAR, part)
    assert ("goals and norms" in made.left_out) is bool(plan.goals or plan.norms.own)
    assert "names of people" in made.left_out


@pytest.mark.parametrize("sensitive", [True, False])
def test_a_difficult_conversation_is_private_in_calendars(sensitive: bool) -> None:
    """Those that are shared then show no more than that there is something."""
    plan = full_plan(sensitive=sensitive)
    shown = worked_out(plan)
    record = calendar_record(plan, told_digest(entries(shown), shown.zone), "seed")
    part = CalendarPart(entries(shown), record, NOW)
    made = written(shown, What.CALENDAR, Format.ICALENDAR, part)
    assert (b"CLASS:PRIVATE" in made.data) is sensitive
