"""Whole screens as they are laid out, at one moment of one home.

A picture is made anew with `pytest tests/snapshots -n 0 --snapshot-update`; look at it first, and
at its sentence below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.messages.going import (
    DebriefRequested,
    ModeRequested,
    PlanRequested,
    ResumeRequested,
)
from facilitui.messages.pathways import BoardRequested, CyclesRequested
from tests.demo.ways import within
from tests.picture_pathways import HILL_AND_LAKE, NOOR, NOW
from tests.picture_states import BEFORE, PLAN, PictureHomes
from tests.snapshots.conftest import Look

SIZES = ((60, 16), (80, 24), (120, 40))
at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
at_two_sizes = pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: f"{size[0]}x{size[1]}")


def _session(homes: PictureHomes, part: str) -> str:
    return next(each.name for each in (homes.running / "sessions").iterdir() if part in each.name)


def test_home_with_everything_on_it(look: Look, homes: PictureHomes) -> None:
    """The next session with its four ticks, what is unfinished, due and planned, and the keys."""
    look(homes.full, BEFORE, (80, 24))


def _enrolment(home: Path, whose: str) -> str:
    async def look_up(wiring: Wiring) -> str:
        found = await wiring.progressing.all()
        return next(each.id for each in found if each.enrolment.name.startswith(whose))

    return within(home, look_up)


@at_every_size
def test_live_while_a_step_runs(look: Look, homes: PictureHomes, size: tuple[int, int]) -> None:
    """PRIVATE, a clock of five rows at 1:12, its line of progress, who speaks, what is next.

    The agenda stands beside it from 80 columns on, norm and counts from 120 on.
    """
    session = _session(homes, PLAN)
    look(homes.running, homes.running_at, size, ResumeRequested(session))


def test_live_when_a_step_is_over(look: Look, homes: PictureHomes) -> None:
    """The word OVER with its glyph, the time past the end, and an end later than planned."""
    look(homes.over, homes.over_at, (80, 24), ResumeRequested(_session(homes, PLAN)))


@at_every_size
def test_plan_with_all_four_questions(
    look: Look, homes: PictureHomes, size: tuple[int, int]
) -> None:
    """The questions beside the agenda with computed starts; at 60 columns a strip of ticks."""
    look(homes.full, BEFORE, size, PlanRequested(PLAN))


@at_two_sizes
def test_debrief_that_is_new(look: Look, homes: PictureHomes, size: tuple[int, int]) -> None:
    """The first question to be answered, the run's own after it, the facts of the run beside."""
    look(homes.full, BEFORE, size, DebriefRequested(_session(homes, "data-talk")))


def test_journal_as_a_list(look: Look, homes: PictureHomes) -> None:
    """Entries under their months, the newest marked, a search line that says what it is for."""
    look(homes.full, BEFORE, (80, 24), ModeRequested("journal"))


def test_journal_by_months(look: Look, homes: PictureHomes) -> None:
    """A line a month under its year: a bar that anybody can count, how many, and of what kind."""
    look(homes.full, BEFORE, (80, 24), ModeRequested("journal"), "m")


def test_library_with_a_page_beside(look: Look, homes: PictureHomes) -> None:
    """Protocols by purpose with minutes, people and silence; the marked one's page beside."""
    look(homes.full, BEFORE, (120, 40), ModeRequested("library"))


def test_board_of_somebody_on_their_way(look: Look, ways: Path) -> None:
    """What is next, then the phase one is in: what meets what is asked, what is only logged."""
    look(ways, NOW, (80, 24), BoardRequested(_enrolment(ways, NOOR)))


def test_cycles_of_a_group(look: Look, ways: Path) -> None:
    """Three cycles of four parts with what is there of each, and the marked one's questions."""
    look(ways, NOW, (80, 24), CyclesRequested(_enrolment(ways, HILL_AND_LAKE)))
