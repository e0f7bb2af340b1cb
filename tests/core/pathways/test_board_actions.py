"""What enter does about a requirement, in the state that it is in."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.pathways.board_actions import Deed, deed_of, deed_of_step, is_logged
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.progress import NextStep, PathwayProgress, PhaseProgress, Progress
from facilitui.core.pathways.words import Standing, StepKind
from tests.library.pathways import asked, named

THERE = (Source("debrief-1", "s1", date(2026, 10, 7), "Tuning"),)
CLEE, CORE, NEA = (
    *("clee_part_time_facilitator", "core_community_of_practice"),
    "nea_micro_credential_plc",
)


@pytest.mark.parametrize(
    ("pathway", "requirement", "standing", "by", "unsorted", "deed"),
    [
        (CLEE, "acceptance", Standing.MISSING, (), True, Deed.LOG),
        (CLEE, "acceptance", Standing.MET, THERE, True, Deed.OPEN),
        (CLEE, "community", Standing.LOGGED, THERE, False, Deed.LOG),
        (CLEE, "apprentice_role", Standing.LOGGED, THERE, True, Deed.SORT),
        (CLEE, "apprentice_role", Standing.LOGGED, THERE, False, Deed.OPEN),
        (CLEE, "apprentice_role", Standing.MISSING, (), False, Deed.NOTHING),
        (CLEE, "observed_as_apprentice", Standing.MISSING, (), False, Deed.OBSERVE),
        (CLEE, "observed_as_apprentice", Standing.MET, THERE, True, Deed.OPEN),
        (CLEE, "scores_as_apprentice", Standing.UNKNOWN, (), True, Deed.AREAS),
        (CLEE, "participant_feedback", Standing.MISSING, (), False, Deed.NOTHING),
    ],
)
def test_enter_does_what_is_natural(
    pathway: str,
    requirement: str,
    standing: Standing,
    by: tuple[Source, ...],
    unsorted: bool,
    deed: Deed,
) -> None:
    """Log what is written down, sort what was held, read what is there, observe, name areas."""
    progress = Progress(asked(named(pathway), requirement), standing, by)
    assert deed_of(progress, unsorted=unsorted) is deed


@pytest.mark.parametrize(
    ("requirement", "deed"),
    [
        ("observed_as_apprentice", Deed.OBSERVE),
        ("participant_feedback", Deed.NOTHING),
        ("acceptance", Deed.LOG),
    ],
)
def test_the_next_step_never_opens_what_is_there_already(requirement: str, deed: Deed) -> None:
    """What is still open is something else."""
    pathway = named(CLEE)
    open_one = Progress(asked(pathway, requirement), Standing.MISSING, THERE)
    step = NextStep(StepKind.DO, "x", requirement)
    phases = (PhaseProgress(pathway.phases[0], (open_one,)),)
    assert deed_of_step(step, PathwayProgress("e", Enrolment(), pathway, phases, step)) is deed


@pytest.mark.parametrize("pathway", [CLEE, CORE, NEA])
def test_everything_that_is_asked_has_something_to_do(pathway: str) -> None:
    """What is logged can always be logged, ticked off or seen cycle by cycle."""
    for each in named(pathway).requirements:
        deed = deed_of(Progress(each, Standing.MISSING), unsorted=False)
        can_log = deed in (Deed.LOG, Deed.TICK, Deed.CYCLES)
        assert can_log is is_logged(each), each.id
