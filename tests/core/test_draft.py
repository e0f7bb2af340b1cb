"""A plan being edited: undo is exact and without limit, however it was changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.draft import Draft
from facilitui.core.plans import editing
from facilitui.core.plans.agenda_editing import with_set_minutes
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import CalendarRecord
from tests.core.edit_strategies import Edit, edits
from tests.core.plan_strategies import plans

START = Plan(
    title="Looking at student work",
    blocks=tuple(Block(id=name, title=name) for name in ("a", "b", "c")),
)
TOLD = CalendarRecord(uid="one@example", sequence=3)


def told(plan: Plan) -> Plan:
    return plan.model_copy(update={"calendar": TOLD})


@given(st.lists(st.tuples(st.sampled_from("uure"), edits), max_size=30), plans())
def test_undo_and_redo_take_each_other_back_in_any_order(
    keys: list[tuple[str, Edit]], start: Plan
) -> None:
    """However changes, undo and redo are mixed, enough undos give the first plan again."""
    draft = Draft(start)
    for key, change in keys:
        if key == "e":
            draft = draft.changed(change(draft.state), "change")
            continue
        moved = draft.undone() if key == "u" else draft.redone()
        if moved is not draft:
            assert (moved.redone() if key == "u" else moved.undone()) == draft
        draft = moved
    while draft.past:
        draft = draft.undone()
    assert draft.state == start


def test_each_step_says_what_it_was_on_both_sides() -> None:
    """What is undone is said by the same word as what can be done again."""
    draft = Draft(START).changed(editing.without_block(START, "a"), "take out")
    assert draft.past[-1].what == draft.undone().future[0].what == "take out"
    assert draft.undone().redone().past[-1].what == "take out"


def test_a_change_that_changes_nothing_is_no_step() -> None:
    """There is nothing to undo after a block was moved up from the top, or made the same anew."""
    draft = Draft(START)
    assert draft.changed(editing.with_moved_block(START, "a", -1), "move") is draft
    assert draft.changed(Plan.model_validate(START.model_dump()), "the same") is draft


def test_a_new_change_ends_what_could_be_done_again() -> None:
    """After undo and another change, redo does nothing."""
    draft = Draft(START).changed(editing.without_block(START, "a"), "take out")
    draft = draft.undone().changed(editing.with_minutes(START, "b", 5), "minutes")
    assert draft.redone() is draft


def test_a_thousand_changes_can_all_be_undone() -> None:
    """There is no limit."""
    draft = Draft(START)
    for length in range(1000):
        draft = draft.changed(with_set_minutes(draft.state, "a", 1 + length % 300), "minutes")
    for _ in range(1000):
        draft = draft.undone()
    assert draft.state is START and not draft.past and len(draft.future) == 1000


@given(plans(), st.lists(edits, max_size=6), st.integers(0, 6))
def test_a_fact_is_in_every_state_earlier_and_later(
    start: Plan, changes: list[Edit], back: int
) -> None:
    """What calendars were told stays told, whatever is undone or done again."""
    draft = Draft(start)
    for change in changes:
        draft = draft.changed(change(draft.state), "change")
    for _ in range(back):
        draft = draft.undone()
    known = draft.everywhere(told)
    assert known.state == told(draft.state)
    assert [step.what for step in known.past] == [step.what for step in draft.past]
    while draft.past:
        draft, known = draft.undone(), known.undone()
        assert known.state == told(draft.state)
    while draft.future:
        draft, known = draft.redone(), known.redone()
        assert known.state == told(draft.state)
    assert known.redone() is known


def test_a_fact_is_no_edit() -> None:
    """There is nothing more to undo after it than before."""
    changed = with_set_minutes(START, "a", 12)
    draft = Draft(START).changed(changed, "minutes").everywhere(told)
    assert len(draft.past) == 1
    assert draft.undone().state == told(START)
