"""The board of cycles: every cell with what is there, every school with what rests on what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.cycle_board import CycleBoard, cycle_board
from facilitui.core.pathways.slot_entries import words_of
from facilitui.core.pathways.words import Standing
from tests.ui.community import PIECES, STATEMENT, community, said
from tests.ui.pathways import CLEE, GROUP, MINE, Kept, enrolment


def board(there: Kept) -> CycleBoard:
    """The group's."""
    progress = there.one(GROUP).progress
    assert progress is not None
    made = cycle_board(progress, there.case)
    assert made is not None
    return made


@given(st.integers(0, 12))
def test_so_many_cells_have_evidence_as_were_given_any(cells: int) -> None:
    """Twelve of them, three rounds of plan, do, study and act (D-19, D-24)."""
    made = board(community(cells))
    assert len(made.cells) == 12 and [each.name for each in made.parts][:2] == ["Plan", "Do"]
    assert [each.is_there for each in made.cells] == [at < cells for at in range(12)]
    assert {each.standing for each in made.cells[:cells]} <= {Standing.MET}
    assert all(len(each.logged) == 1 + (each.part.id == "study") for each in made.cells[:cells])


def test_a_cell_says_its_newest_day_and_words() -> None:
    """Of two pieces the later one."""
    cell = board(community()).cell(2, "study")
    assert cell is not None and cell.last is not None and cell.last.isoformat() == "2026-10-15"
    place = cell.places[0]
    assert words_of(place.logged[0], place.requirement) == PIECES[2]
    assert place.newest is place.logged[1]
    assert board(community()).cell(4, "study") is None


def test_check_ins_are_held_or_planned() -> None:
    """At least one in each cycle is asked (D-18); one to come is there, and not held."""
    first, _, third = board(community()).cycles
    assert (len(first.held), len(first.planned)) == (1, 0)
    assert (len(third.held), len(third.planned)) == (0, 1)
    assert third.check_ins[0].standing is Standing.MISSING
    assert not any(cycle.held for cycle in board(community(empty=True)).cycles)


def test_what_rests_on_a_statement_follows_it_at_its_school() -> None:
    """Interventions of the school, and knowledge that names its statement (D-06, D-20, D-36)."""
    north, south = board(community()).schools
    ids = [each.requirement.id for each in north.places]
    assert ids[:3] == ["problem_of_practice", "interventions", "shared_knowledge"]
    assert [len(each.logged) for each in north.places[:3]] == [1, 1, 1]
    assert [len(each.logged) for each in south.places[:3]] == [0, 0, 0]
    stands = north.places[0]
    assert stands.newest is not None and stands.newest.revision == 3
    assert words_of(stands.newest, stands.requirement) == STATEMENT


def test_what_others_logged_is_not_on_it() -> None:
    """Of another enrolment, of another cell, of no cell."""
    there = community(0)
    stray = [said("evidence_cycle", n, there.today) for n in range(2)]
    there.case = type(there.case)(logged=(*there.case.logged, *stray))
    assert not any(each.logged for each in board(there).cells)


def test_a_pathway_without_cycles_has_no_board() -> None:
    """A person's way of three phases."""
    there = Kept({MINE: enrolment(CLEE)})
    progress = there.one(MINE).progress
    assert progress is not None and cycle_board(progress, there.case) is None
