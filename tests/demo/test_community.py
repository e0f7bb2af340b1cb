"""A community of practice fills its twelve cells one by one, and closes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.cycle_board import cycle_board
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.demo.community import ROSTER
from tests.demo.ways import Gone

CELLS = "evidence_cycle"


def filled(community: Gone, case: Case) -> int:
    """How many cells of the board have what is asked, which the requirement has to say as well."""
    told = community.under(case)
    board, asked = cycle_board(told, case), told.of(CELLS)
    assert board is not None and asked is not None and len(board.cells) == 12
    count = sum(cell.is_there for cell in board.cells)
    assert (asked.have, asked.need) == (count, 12)
    assert (asked.standing is Standing.MET) == (count == 12)
    return count


def pieces(case: Case) -> tuple[Logged, ...]:
    """The evidence in the cells, the earliest first."""
    return tuple(each for each in case.logged if each.said.requirement == CELLS)


def with_pieces(case: Case, kept: tuple[Logged, ...]) -> Case:
    """A journal that has only these."""
    others = tuple(each for each in case.logged if each.said.requirement != CELLS)
    return replace(case, logged=(*others, *kept))


def test_the_board_is_told_after_each_cell(community: Gone) -> None:
    """From one of twelve to all of them, while the demonstration goes on."""
    told = re.findall(r"(\d+) of 12 cells filled", community.said)
    assert [int(each) for each in told] == [*range(1, 13)]


@pytest.mark.parametrize("count", range(13))
def test_each_piece_of_evidence_fills_one_cell(community: Gone, count: int) -> None:
    """The board counts 0 to 12, and the requirement is met with the last one alone."""
    case = community.case
    assert filled(community, with_pieces(case, pieces(case)[:count])) == count


@given(st.data())
def test_any_cells_are_counted_once_in_any_order(community: Gone, data: st.DataObject) -> None:
    """However often something was logged for one."""
    every = pieces(community.case)
    kept = data.draw(st.lists(st.sampled_from(every), max_size=20))
    count = len({(each.said.slot.cycle, each.said.slot.part) for each in kept})
    assert filled(community, with_pieces(community.case, tuple(kept))) == count


def test_everything_that_is_asked_is_there_at_the_end(community: Gone) -> None:
    """Met where a number is printed, else logged; what is only looked for may be missing."""
    asked = [
        each
        for phase in community.progress.phases
        for each in phase.requirements
        if not each.requirement.wished
    ]
    there = {Standing.MET, Standing.LOGGED}
    assert {each.requirement.id for each in asked if each.standing not in there} == set()
    assert "Next: Take your evidence summary" in community.said
    assert community.progress.step.kind is StepKind.NOTHING, "it is closed"


def test_a_statement_has_versions_and_what_rests_on_the_first_says_so(community: Gone) -> None:
    """It counts all the same."""
    statements = [e for e in community.case.logged if e.said.requirement == "problem_of_practice"]
    assert sorted(each.revision for each in statements) == [1, 2]
    told = community.progress.of("interventions")
    assert told is not None and told.standing is Standing.LOGGED
    assert "Pairs underline the line" in told.told, "what is tried, and not how far that is"
    assert "rests on version 1; version 2 stands now" in told.told


def test_a_check_in_counts_once_it_was_held(community: Gone) -> None:
    """What is still planned is not there yet."""
    told = community.progress.of("check_ins")
    assert told is not None and (told.have, told.need) == (3, 3)
    case = community.case
    planned = tuple(
        replace(each, said=each.said.model_copy(update={"planned": True}))
        if each.said.requirement == "check_ins"
        else each
        for each in case.logged
    )
    other = community.under(replace(case, logged=planned)).of("check_ins")
    assert other is not None and other.have == 0


def test_nobody_of_the_roster_is_named_in_what_is_handed_over(community: Gone) -> None:
    """And that its roster can be purged is said where it closes."""
    (paper,) = (community.home / "exports").iterdir()
    summary = paper.read_text("utf-8")
    names = [each.split(",", maxsplit=1)[0] for each in ROSTER]
    assert [name for name in names if name in summary] == []
    assert f"Its roster still names {len(ROSTER)} people" in community.said
