"""Filling in the forms of a plan, and every place that has one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Plan
from facilitui.services.forms import Form, applied, form_of
from facilitui.services.forms.form import S, Values
from tests.core.making import final_word, tuning

TODAY = date(2026, 11, 25)
"""A Wednesday."""
SHELF = Shelf(
    protocols={each.id: each for each in (tuning(), final_word())},
    norms={
        "seven": NormSet(
            id="seven",
            name="Seven",
            credit="somebody",
            norms=(Norm(id="p", text="Pause"), Norm(id="q", text="Ask")),
        ),
        "online": NormSet(id="online", name="Online", norms=(Norm(id="c", text="Chat counts"),)),
    },
)
SIMPLE = (
    *("about", "audience", "norms", "people", "materials", "foundations"),
    *("check_ins", "carried", "note"),
)


def places(plan: Plan) -> Iterator[str]:
    """Every place of a plan that could have a form."""
    yield from SIMPLE
    yield from (f"goal {goal.id}" for goal in plan.goals)
    yield from (f"evidence {each.id}" for each in plan.evidence)
    for block in (*plan.blocks, *plan.parked):
        yield from (f"{what} {block.id}" for what in ("block", "steps", "groups"))


def forms(plan: Plan) -> Iterator[Form[Plan]]:
    """Every form of a plan."""
    found = (form_of(plan, SHELF, place, TODAY) for place in places(plan))
    yield from (form for form in found if form is not None)


def form(plan: Plan, place: str) -> Form[Plan]:
    """The form of a place that has one."""
    found = form_of(plan, SHELF, place, TODAY)
    assert found is not None, place
    return found


def values(form: Form[Plan], **typed: str) -> dict[str, str]:
    """What a form hands over once these fields were typed."""
    shown = {field.key: field.value for field in form.fields}
    assert set(typed) <= set(shown), set(shown)
    return shown | typed


def filled(plan: Plan, place: str, **typed: str) -> Plan:
    """The plan after typing what can be understood into a form; it can be read again."""
    opened = form(plan, place)
    changed = whole(opened, plan, values(opened, **typed))
    assert Plan.model_validate(changed.model_dump()) == changed
    return changed


def whole(form: Form[S], subject: S, values: Values) -> S:
    """The subject with all of these values, each of which can be understood."""
    changed, why = applied(form, subject, values)
    assert not why, why
    return changed


def taken(plan: Plan, place: str, **typed: str) -> tuple[Plan, str]:
    """What is kept of what was typed into a form, and what is told."""
    opened = form(plan, place)
    return applied(opened, plan, values(opened, **typed))


def told(plan: Plan, place: str, **typed: str) -> str:
    """Why what was typed cannot be understood."""
    changed, sentence = taken(plan, place, **typed)
    assert changed == plan and sentence, changed
    return sentence


def hints(plan: Plan, place: str, **typed: str) -> dict[str, str]:
    """Everything a form tells of itself with these values."""
    opened = form(plan, place)
    follows = opened.follow(values(opened, **typed))
    return {key: "\n".join((each.hint or "", *each.below)) for key, each in follows.items()}
