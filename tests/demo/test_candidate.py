"""A candidate goes through CLEE's three phases, and is stopped at every gate that is not met."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain, combinations
from typing import TypeVar

import pytest

from facilitui.core.pathways.case import Case, Heard, Observed
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.vocabulary import Role
from facilitui.demo.candidate import AREAS, BY_PHONE, DESIGN, OPENING, WAITING
from facilitui.demo.way import Stop
from tests.demo.ways import Gone, lacking

LEARNING, APPRENTICE, APPROVAL = "learning", "apprentice", "fully_approved"
SEEN, SCORED = "observed_as_apprentice", "scores_as_apprentice"
SEEN_AGAIN, SCORED_AGAIN = "observed_for_approval", "scores_for_approval"
HEARD = "participant_feedback"
ALL_MET: dict[str, tuple[str, ...]] = {LEARNING: (), APPRENTICE: (), APPROVAL: ()}
Change = Callable[[Case], Case]
T = TypeVar("T")


def test_the_candidate_is_stopped_at_each_gate_until_it_is_met(candidate: Gone) -> None:
    """Each time what lacks is told by name; nobody goes on without a reason."""
    last = (SEEN_AGAIN, SCORED_AGAIN, HEARD)
    assert candidate.stops == (
        Stop(LEARNING, ("acceptance",)),
        Stop(APPRENTICE, (SEEN, SCORED)),
        Stop(APPRENTICE, (SEEN, SCORED)),
        Stop(APPRENTICE, ()),
        Stop(APPROVAL, last),
        Stop(APPROVAL, last),
        Stop(APPROVAL, (HEARD,)),
        Stop(APPROVAL, ()),
    )
    assert not candidate.went_on
    assert candidate.said.count("Stopped: it can be entered only with a reason") == 3
    said = " ".join(candidate.said.split())
    assert "“Questions and wait time” stands at 2" in said
    assert "the priority areas" in said and "none at 4 or higher" in said


def test_what_lacks_is_told_whole_and_wrapped(candidate: Gone) -> None:
    """Its lines wrap, so nothing of them is cut."""
    said = " ".join(candidate.said.split())
    assert "“Receive CLEE's acceptance as an apprentice; keep its date and letter”: nothing" in said
    assert "…" not in said


def test_at_the_end_every_gate_meets_the_recorded_criteria(candidate: Gone) -> None:
    """And no more than that is said of it; the summary is the one thing to do next."""
    assert lacking(candidate.progress) == ALL_MET
    assert candidate.progress.step.kind is StepKind.SUMMARY
    (paper,) = (candidate.home / "exports").iterdir()
    summary = paper.read_text("utf-8")
    for text in (candidate.said, summary):
        assert "meets the recorded criteria" in text
        assert not re.search(r"(?i)certified|badge|certificate|has passed", text)


def test_entering_a_phase_all_the_same_is_kept_with_what_lacked(candidate: Gone) -> None:
    """It stays so though the letter came later; the phase after that needed no reason."""
    first, second, third = candidate.progress.enrolment.entered
    assert (second.phase, second.reason) == (APPRENTICE, BY_PHONE)
    (lacked,) = second.lacked
    assert lacked.startswith("Receive CLEE's acceptance")
    assert not (first.lacked or first.reason or third.lacked or third.reason)
    (paper,) = (candidate.home / "exports").iterdir()
    assert BY_PHONE.split(";", maxsplit=1)[0] in paper.read_text("utf-8")


# One thing after the other is taken away


def without_logged(requirement: str) -> Change:
    """Nothing was logged under a requirement."""

    def change(case: Case) -> Case:
        kept = tuple(each for each in case.logged if each.said.requirement != requirement)
        assert kept != case.logged
        return replace(case, logged=kept)

    return change


def observation(number: int, change: Callable[[Observed], Observed | None]) -> Change:
    """One of the four observations, counted from 0, is another one or is not there."""

    def changed(case: Case) -> Case:
        assert len(case.observed) == 4
        observed = (
            change(each) if place == number else each for place, each in enumerate(case.observed)
        )
        return replace(case, observed=tuple(each for each in observed if each is not None))

    return changed


def at_level(level: int, area: str = "") -> Callable[[Observed], Observed]:
    """One area was scored so, or all that were scored higher."""

    def change(seen: Observed) -> Observed:
        wanted = {area} if area else {one for one, was in seen.levels.items() if was > level}
        assert wanted
        return replace(seen, levels={**seen.levels, **dict.fromkeys(wanted, level)})

    return change


def unscored(area: str) -> Callable[[Observed], Observed]:
    """One area was not scored."""

    def change(seen: Observed) -> Observed:
        return replace(seen, levels={one: at for one, at in seen.levels.items() if one != area})

    return change


def both(*changes: Change) -> Change:
    """One after the other."""

    def change(case: Case) -> Case:
        for each in changes:
            case = each(case)
        return case

    return change


def answers(change: Callable[[Heard], Heard]) -> Change:
    """Participants answered something else."""
    return lambda case: replace(case, heard=tuple(map(change, case.heard)))


def gone(seen: Observed) -> None:
    """It was not observed."""


def incomplete(seen: Observed) -> Observed:
    """Nobody gave feedback on it."""
    return replace(seen, lacks=("feedback",))


def by_a_peer(seen: Observed) -> Observed:
    """It was no staff who observed."""
    return replace(seen, role=Role.PEER)


LAST_IN = {APPRENTICE: 1, APPROVAL: 3}
SCORES_IN = {APPRENTICE: SCORED, APPROVAL: SCORED_AGAIN}
TAKEN: dict[str, tuple[Change, str, tuple[str, ...]]] = {
    "no acceptance": (without_logged("acceptance"), LEARNING, ("acceptance",)),
    "the first observation of phase 2 is gone": (observation(0, gone), APPRENTICE, (SEEN,)),
    "the second one is gone": (observation(1, gone), APPRENTICE, (SEEN, SCORED)),
    "the first one has no feedback": (observation(0, incomplete), APPRENTICE, (SEEN,)),
    "the first one is a peer's": (observation(0, by_a_peer), APPRENTICE, (SEEN,)),
    "the first observation of phase 3 is gone": (observation(2, gone), APPROVAL, (SEEN_AGAIN,)),
    "the last one is gone": (observation(3, gone), APPROVAL, (SEEN_AGAIN, SCORED_AGAIN)),
    "the last one has no feedback": (
        observation(3, incomplete),
        APPROVAL,
        (SEEN_AGAIN, SCORED_AGAIN),
    ),
    "the last one is a peer's": (observation(3, by_a_peer), APPROVAL, (SEEN_AGAIN, SCORED_AGAIN)),
    "no 4": (observation(3, at_level(3)), APPROVAL, (SCORED_AGAIN,)),
    "nobody told growth": (answers(lambda each: replace(each, growth=0)), APPROVAL, (HEARD,)),
    "nobody told effect": (answers(lambda each: replace(each, effect=0)), APPROVAL, (HEARD,)),
    "nobody answered": (lambda case: replace(case, heard=()), APPROVAL, (HEARD,)),
    **{
        f"a 2 in {area} at the end of {phase}": (
            observation(LAST_IN[phase], at_level(2, area)),
            phase,
            (SCORES_IN[phase],),
        )
        for phase in (APPRENTICE, APPROVAL)
        for area in AREAS
    },
    **{
        f"{area} was never scored in {phase}": (
            both(*(observation(LAST_IN[phase] - back, unscored(area)) for back in (0, 1))),
            phase,
            (SCORES_IN[phase],),
        )
        for phase in (APPRENTICE, APPROVAL)
        for area in AREAS
    },
}


@pytest.mark.parametrize("what", TAKEN)
def test_the_gate_that_needs_it_stops_the_candidate(candidate: Gone, what: str) -> None:
    """And no other gate does."""
    change, phase, lacked = TAKEN[what]
    told = candidate.under(change(candidate.case))
    assert lacking(told) == {**ALL_MET, phase: lacked}


def some_of(every: Sequence[T]) -> list[tuple[T, ...]]:
    """All selections."""
    sizes = range(len(every) + 1)
    return list(chain.from_iterable(combinations(every, size) for size in sizes))


def test_any_selection_of_the_observations_meets_what_it_has_to(candidate: Gone) -> None:
    """Each phase's own two are needed; none of the other phase ever stands in for one."""
    every = candidate.case.observed
    for kept in some_of(every):
        lacks = lacking(candidate.under(replace(candidate.case, observed=kept)))
        assert (SEEN in lacks[APPRENTICE]) == (not {*map(id, every[:2])} <= {*map(id, kept)})
        assert (SEEN_AGAIN in lacks[APPROVAL]) == (not {*map(id, every[2:])} <= {*map(id, kept)})
        assert (SCORED in lacks[APPRENTICE]) == (every[1] not in kept)
        assert (SCORED_AGAIN in lacks[APPROVAL]) == (every[3] not in kept)


@pytest.mark.parametrize("number", range(4))
def test_an_observation_of_a_session_that_does_not_serve_counts_nowhere(
    candidate: Gone, number: int
) -> None:
    """Whatever is not sorted as counting is as if it were not there."""
    told, case = candidate.progress, candidate.case
    key = case.observed[number].source.key
    serves = tuple(
        each.model_copy(update={"counts": False}) if each.key == key else each
        for each in told.enrolment.serves
    )
    without = told.enrolment.model_copy(update={"serves": serves})
    unserved = replace(candidate, progress=replace(told, enrolment=without)).under(case)
    as_if = candidate.under(
        replace(case, observed=case.observed[:number] + case.observed[number + 1 :])
    )
    missing = {APPRENTICE: SEEN, APPROVAL: SEEN_AGAIN}[APPRENTICE if number < 2 else APPROVAL]
    assert missing in chain.from_iterable(lacking(unserved).values())
    assert unserved.of(missing).have == as_if.of(missing).have == 1  # type: ignore[union-attr]


@pytest.mark.parametrize(("days", "counted"), [(0, (0, 4)), (200, (4, 0))])
def test_a_phase_entered_on_another_day_counts_its_own_days_alone(
    candidate: Gone, days: int, counted: tuple[int, int]
) -> None:
    """All of the observations lie in one phase then, and the other one has none of them."""
    told = candidate.progress
    first, second, third = told.enrolment.entered
    moved = third.model_copy(update={"on": second.on + timedelta(days=days)})
    enrolment = told.enrolment.model_copy(update={"entered": (first, second, moved)})
    other = replace(candidate, progress=replace(told, enrolment=enrolment)).under(candidate.case)
    have = tuple(other.of(each).have for each in (SEEN, SEEN_AGAIN))  # type: ignore[union-attr]
    assert have == counted


def test_without_priority_areas_neither_gate_can_be_told(candidate: Gone) -> None:
    """They are the programme's to name; none are invented."""
    told = candidate.progress
    bare = told.enrolment.model_copy(update={"areas": ()})
    other = replace(candidate, progress=replace(told, enrolment=bare)).under(candidate.case)
    assert lacking(other) == {LEARNING: (), APPRENTICE: (SCORED,), APPROVAL: (SCORED_AGAIN,)}
    for each in (SCORED, SCORED_AGAIN):
        assert other.of(each).standing is Standing.UNKNOWN  # type: ignore[union-attr]


def test_the_areas_are_those_that_were_scored(candidate: Gone) -> None:
    """What the ways above take away is there."""
    assert {*AREAS} == {OPENING, WAITING, DESIGN}
    assert all({*each.levels} == {*AREAS} for each in candidate.case.observed)
