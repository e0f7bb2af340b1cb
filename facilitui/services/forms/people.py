"""The forms of who has a hand in the session, and of what has to be there."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import Planner
from facilitui.core.naming import slug
from facilitui.core.numbers import read_length
from facilitui.core.plans import editing
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Person, PlannedWith, Visual
from facilitui.core.told import figure
from facilitui.core.vocabulary import Role
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, read_all

PEOPLE_HINT = "one a line: Ben, co-facilitator; Mia, scribe"
PLANNED_HINT = "one a line: name, role, minutes: Kim, staff, 30"
VISUALS_HINT = "one a line, whose it is last: Heat map, Ministry"


def people_form(plan: Plan) -> Form[Plan]:
    """Who else has a part, and who planned with you."""
    fields = (
        FormField(
            "people",
            "People",
            r.in_lines(plan.people, _person_shown),
            "one a line: Ben, co-facilitator",
            kind=Kind.LIST,
            read=r.listed(plan.people, _person_shown, person),
        ),
        FormField(
            "planned_with",
            "Planned with",
            r.in_lines(plan.planned_with, planner_shown),
            "one a line: Kim, staff, 30",
            kind=Kind.LIST,
            read=r.listed(plan.planned_with, planner_shown, planner),
        ),
    )
    return _of_plan("People", fields)


def materials_form(plan: Plan) -> Form[Plan]:
    """What has to be there, and whose pictures are shown."""
    fields = (
        FormField(
            "materials",
            "Materials",
            r.in_lines(plan.materials, r.flat),
            "one a line: markers",
            kind=Kind.LIST,
            read=r.listed(plan.materials, r.flat, lambda text: r.line(text, "a material")),
        ),
        FormField(
            "visuals",
            "Visuals",
            r.in_lines(plan.visuals, _visual_shown),
            VISUALS_HINT,
            kind=Kind.LIST,
            read=r.listed(plan.visuals, _visual_shown, visual),
        ),
    )
    return _of_plan("Materials", fields)


def _of_plan(title: str, fields: tuple[FormField, ...]) -> Form[Plan]:
    def change(plan: Plan, values: Values) -> Plan:
        return editing.changed(plan, **read_all(fields, values))

    return Form(title, fields, change)


def _person_shown(person: Person) -> str:
    return r.shown(person.name, person.role.label.lower())


def planner_shown(planner: PlannedWith | Planner) -> str:
    """Somebody who planned, as `planner` reads it."""
    minutes = figure(planner.minutes) if planner.minutes else ""
    name = [planner.person] if planner.person else []
    return r.shown(*name, planner.role.label.lower(), minutes)


def _visual_shown(visual: Visual) -> str:
    return r.shown(visual.title, visual.credit)


def person(entry: str) -> Person:
    """Somebody with a part in the session. Raises ValueError."""
    name, role = _name_and_role(r.pieces(entry), Role.CO_FACILITATOR, PEOPLE_HINT)
    return Person(name=name, role=role)


def planner(entry: str) -> PlannedWith:
    """Somebody who planned with the facilitator, in what role, for how long. Raises ValueError.

    A role that stands alone is one, and nobody's name.
    """
    pieces = r.pieces(entry)
    minutes = 0.0
    if len(pieces) > 1 and read_length(pieces[-1]):
        minutes = r.number(pieces.pop(), "minutes")
    elif len(pieces) > 2 and r.is_word(Role, pieces[-2]) and not r.is_word(Role, pieces[-1]):
        minutes = r.number(pieces.pop() or "0", "minutes")
    if len(pieces) == 1 and (alone := _role_called(pieces[0])) is not None:
        return PlannedWith(person="", role=alone, minutes=minutes)
    name, role = _name_and_role(pieces, Role.PEER, PLANNED_HINT)
    return PlannedWith(person=name, role=role, minutes=minutes)


def _role_called(text: str) -> Role | None:
    """The role of exactly that name: the beginning of one may be a name, as Tim is."""
    called = slug(text, "")
    return next((each for each in Role if called in (slug(each.value), slug(each.label))), None)


def _name_and_role(pieces: list[str], otherwise: Role, hint: str) -> tuple[str, Role]:
    """The role is what stands last; all before it is the name, which may have commas."""
    role = otherwise
    if len(pieces) > 1:
        last = pieces.pop()
        role = r.role(last) if last else otherwise
    name = ", ".join(pieces).strip(", ")
    if not name:
        raise ValueError(f"there is no name: {hint.partition(': ')[2]}")
    return r.line(name, "a name"), role


def visual(entry: str) -> Visual:
    """A picture and whose it is: what stands behind the first comma, or the last semicolon."""
    before, divided, after = entry.rpartition(";") if ";" in entry else entry.partition(",")
    title, credit = (before, after) if divided else (entry, "")
    if not title.strip():
        raise ValueError(f"there is no title: {VISUALS_HINT.partition(': ')[2]}")
    return Visual(title=r.line(title, "a title"), credit=r.line(credit, "a credit"))
