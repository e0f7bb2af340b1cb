"""Which form belongs to which place of a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Evidence, Plan
from facilitui.core.trends.drift import NEVER_RUN, Drifts
from facilitui.services.forms.blocks import block_form
from facilitui.services.forms.form import Form
from facilitui.services.forms.foundations import foundations_form
from facilitui.services.forms.goals import evidence_form, goal_form
from facilitui.services.forms.later import (
    asked_form,
    carried_form,
    check_ins_form,
    note_form,
)
from facilitui.services.forms.norms import norms_form
from facilitui.services.forms.people import materials_form, people_form
from facilitui.services.forms.runs import groups_form, steps_form
from facilitui.services.forms.session import about_form, audience_form
from facilitui.services.forms.zones import Knows

N = TypeVar("N", bound=Evidence)
PlanForm = Form[Plan]

SIMPLE: dict[str, Callable[[Plan], PlanForm | None]] = {
    "audience": audience_form,
    "people": people_form,
    "materials": materials_form,
    "asked": asked_form,
    "note": note_form,
}


def form_of(
    plan: Plan,
    shelf: Shelf,
    place: str,
    today: date,
    knows_zone: Knows | None = None,
    drifts: Drifts = NEVER_RUN,
) -> PlanForm | None:
    """The form of a place in the plan: "about", "goal G1", "evidence …", "steps …", and so on.

    None where there is nothing to fill in. `knows_zone` says which zones this machine has,
    `drifts` how protocols went so far.
    """
    what, _, name = place.partition(" ")
    if what in {"block", "steps", "groups"}:
        return _of_block(plan, shelf, what, name, drifts)
    if what == "goal":
        goal = plan.goal(name)
        return goal_form(plan, goal) if goal else None
    if what == "evidence":
        evidence = _named(plan.evidence, name)
        return evidence_form(plan, evidence) if evidence else None
    if what == "about":
        return about_form(plan, today, knows_zone)
    if what in {"check_ins", "carried"}:
        return (check_ins_form if what == "check_ins" else carried_form)(plan, today)
    if what in {"norms", "foundations"}:
        return norms_form(plan, shelf) if what == "norms" else foundations_form(plan, shelf)
    return SIMPLE[what](plan) if what in SIMPLE else None


def _of_block(plan: Plan, shelf: Shelf, what: str, name: str, drifts: Drifts) -> PlanForm | None:
    block = plan.block(name)
    if block is None:
        return None
    if what == "steps":
        protocol = shelf.protocols.get(block.protocol or "")
        drift = drifts.get(block.protocol or "")
        return steps_form(plan, block, protocol, drift) if protocol else None
    return groups_form(plan, block) if what == "groups" else block_form(plan, block)


def _named(things: Sequence[N], name: str) -> N | None:
    return next((thing for thing in things if thing.id == name), None)
