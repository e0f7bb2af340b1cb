"""The alignment matrix: what serves what, its holes, and how a cell is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.checks import check_plan
from facilitui.core.plans.alignment import align
from facilitui.core.plans.matrix import Cell, Matrix, matrix, toggled
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.vocabulary import BlockKind
from tests.core.making import good_plan
from tests.core.plan_strategies import PROTOCOLS, plans


def served(plan: Plan) -> dict[str, tuple[bool, ...]]:
    return {row.place: tuple(cell.serves for cell in row.cells) for row in matrix(plan).rows}


@given(plans())
def test_a_cell_serves_where_the_alignment_says_so(plan: Plan) -> None:
    """Every block and all evidence has a row; each goal is served by those that it counts."""
    made = matrix(plan)
    assert [row.place for row in made.rows] == [
        *(f"block {block.id}" for block in plan.blocks),
        *(f"evidence {each.id}" for each in plan.evidence),
    ]
    for column, row in enumerate(align(plan)):
        serving = {each.place for each in made.rows if each.cells[column].serves}
        assert serving == {
            *(f"block {block.id}" for block in row.actions),
            *(f"evidence {each.id}" for each in row.evidence),
        }


@given(plans())
def test_holes_are_those_that_the_checks_tell(plan: Plan) -> None:
    """The matrix and the checks never disagree about what a goal lacks."""
    made = matrix(plan)
    holes = {
        f"no-{missing} {goal.id}"
        for column, goal in enumerate(made.goals)
        for missing in made.holes(column)
    }
    checks = check_plan(plan, PROTOCOLS)
    assert holes == {check.id for check in checks if check.place.startswith("matrix ")}


@given(plans(), st.data())
def test_a_cell_toggled_twice_is_as_before(plan: Plan, data: st.DataObject) -> None:
    """Once changes that one cell and no other, twice nothing of what is served."""
    places = list(served(plan))
    if not places or not plan.goals:
        return
    place = data.draw(st.sampled_from(places))
    column = data.draw(st.integers(0, len(plan.goals) - 1))
    goal = plan.goals[column].id
    once = toggled(plan, place, goal)
    wanted = served(plan)
    wanted[place] = tuple(is_on ^ (at == column) for at, is_on in enumerate(wanted[place]))
    assert served(once) == wanted
    assert served(toggled(once, place, goal)) == served(plan)
    assert once == Plan.model_validate(once.model_dump())


@given(plans(), st.sampled_from(["block b1", "evidence E1"]))
def test_names_that_lead_nowhere_are_kept(plan: Plan, place: str) -> None:
    """Changing a cell is no tidying up: what is wrong stays, and stays shown."""
    goals = {
        f"{what} {each.id}": {goal for goal in each.goals if goal == "G9"}
        for what, things in (("block", plan.blocks), ("evidence", plan.evidence))
        for each in things
    }
    after = toggled(plan, place, "G1")
    for what, things in (("block", after.blocks), ("evidence", after.evidence)):
        for each in things:
            assert goals[f"{what} {each.id}"] <= set(each.goals)


@pytest.mark.parametrize(
    ("goals", "toggle", "left"),
    [
        (("all",), "G1", ("G2",)),
        (("all", "G1"), "G1", ("G2",)),
        ((), "G2", ("G2",)),
        (("G2",), "G1", ("G1", "G2")),
        (("G1", "G2"), "G2", ("G1",)),
    ],
)
def test_what_names_all_names_the_others_then(
    goals: tuple[str, ...], toggle: str, left: tuple[str, ...]
) -> None:
    """ "All" without one is all the others by name; naming all of them is not "all"."""
    plan = good_plan(blocks=(Block(id="b", title="x", goals=goals),))
    assert toggled(plan, "block b", toggle).blocks[0].goals == left


@pytest.mark.parametrize("place", ["block gone", "evidence gone", "goals", "block", "open", ""])
def test_a_place_that_is_not_there_changes_nothing(place: str) -> None:
    """Nor does a goal that is not there."""
    plan = good_plan()
    assert toggled(plan, place, "G1") is plan
    assert toggled(plan, "block work", "G9") is plan
    assert toggled(plan, "block work", "all") is plan


@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_block_that_needs_no_goal_is_exempt_until_it_names_one(kind: BlockKind) -> None:
    """An opening without a goal is no hole; one that names a goal serves that one only."""
    plan = good_plan(blocks=(Block(id="b", title="x", kind=kind, minutes=7),))
    row = matrix(plan).rows[0]
    assert set(row.cells) == {Cell.NO if kind.needs_goal else Cell.EXEMPT}
    assert matrix(toggled(plan, "block b", "G1")).rows[0].cells == (Cell.SERVES, Cell.NO)


def test_rows_say_what_they_are() -> None:
    """A block has its minutes; evidence has none, and its kind where nothing is written."""
    made = matrix(good_plan())
    assert [(row.title, row.minutes, row.is_evidence) for row in made.rows] == [
        ("Opening", 10, False),
        ("Work", 35, False),
        ("Commitments", 10, False),
        ("Look back", 5, False),
        ("Exit ticket", None, True),
    ]
    assert made.rows[-1].cells == (Cell.BY_ALL, Cell.BY_ALL)
    assert (made.holes(0), made.holes(1)) == ((), ())


def test_an_empty_plan_has_an_empty_matrix() -> None:
    """Nothing is invented."""
    assert matrix(Plan()) == Matrix((), ())
    plan = Plan(goals=good_plan().goals)
    assert matrix(plan).holes(1) == ("action", "evidence")
