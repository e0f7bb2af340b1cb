"""Undo is exact, whatever was done to a plan: with keys, in the matrix, in any of its forms."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.draft import Draft
from facilitui.core.plans.plan import Plan
from facilitui.services.forms import Form, applied
from facilitui.services.forms.form import Kind
from tests.core.edit_strategies import Edit, edits, numbers
from tests.core.plan_strategies import plans
from tests.core.strategies import texts
from tests.services.forms.filling import forms, values

TYPED = st.sampled_from(["", "12", "1 h", "9:30", "G1", "a; b", "2026-11-25 15:30"]) | texts


def typing(number: int, typed: list[tuple[int, str]]) -> Edit:
    """Some fields of one of a plan's forms filled in, with what they offer where they do."""

    def change(plan: Plan) -> Plan:
        found = list(forms(plan))
        form = found[number % len(found)]
        return applied(form, plan, values(form, **_answers(form, typed)))[0]

    return change


def _answers(form: Form[Plan], typed: list[tuple[int, str]]) -> dict[str, str]:
    given_: dict[str, str] = {}
    for at, text in typed:
        field = form.fields[at % len(form.fields)]
        offered = [value for value, _ in field.choices]
        if offered:
            text = offered[at % len(offered)]
        elif field.shape is Kind.YES:
            text = "yes" if at % 2 else ""
        given_[field.key] = text
    return given_


in_forms = st.builds(typing, numbers, st.lists(st.tuples(numbers, TYPED), min_size=1, max_size=4))


@given(plans(), st.lists(edits | in_forms, max_size=10))
def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(
    start: Plan, changes: list[Edit]
) -> None:
    """Each step back gives exactly the plan before it, each step forward the plan after it."""
    draft = Draft(start)
    seen = [start]
    for change in changes:
        before, draft = draft, draft.changed(change(draft.state), "change")
        if draft is not before:
            seen.append(draft.state)
    for plan in reversed(seen[:-1]):
        draft = draft.undone()
        assert draft.state is plan
    assert draft.undone() is draft
    for plan in seen[1:]:
        draft = draft.redone()
        assert draft.state is plan
    assert draft.redone() is draft
