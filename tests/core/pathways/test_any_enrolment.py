"""Whatever a journal holds: progress can be told, and it never claims more than is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case, Logged, Observed, Source
from facilitui.core.pathways.enrolment import Enrolment, Entered, Serves
from facilitui.core.pathways.entering import entered, lacking
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.previewing import preview, preview_alone
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.windows import windows_of
from facilitui.core.pathways.words import Standing
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.safe_text import line
from facilitui.core.vocabulary import Role
from tests.core.pathways import any_journal as any_of
from tests.core.pathways.journals import CLEE, ME, TODAY, progress

pathways = st.sampled_from(any_of.PATHWAYS)
GOOD = frozenset({Standing.MET, Standing.LOGGED})


@st.composite
def told_cases(draw: st.DrawFn) -> tuple[Pathway, Enrolment, Case]:
    """A pathway with any enrolment in it and any case."""
    pathway = draw(pathways)
    return pathway, draw(any_of.enrolments(pathway)), draw(any_of.cases(pathway))


def requirements(told: PathwayProgress) -> list[Progress]:
    """Where every requirement stands, in the order of the file."""
    return [each for phase in told.phases for each in phase.requirements]


@given(told_cases())
def test_progress_can_be_told_of_anything(given: tuple[Pathway, Enrolment, Case]) -> None:
    """Hostile words, unknown ids, days in no order: it is told, in lines a terminal can show."""
    pathway, enrolment, case = given
    told = progress(enrolment, pathway, case)
    assert len(requirements(told)) == len(pathway.requirements)
    assert sum(each.is_current for each in told.phases) <= 1
    for each in requirements(told):
        assert each.told == line(each.told) != ""
        assert all(lack == line(lack) for lack in texts((*each.lacks, *each.remarks)))
        assert (each.standing is Standing.MET) <= (not each.lacks)
    assert told.step.text == line(told.step.text)
    assert told.step.requirement in {"", *(each.id for each in pathway.requirements)}


@given(told_cases())
def test_a_gate_meets_the_recorded_criteria_where_it_lacks_nothing(
    given: tuple[Pathway, Enrolment, Case],
) -> None:
    """And only there: nothing that is missing, unknown or waited for is left out of it."""
    pathway, enrolment, case = given
    for phase in progress(enrolment, pathway, case).phases:
        if phase.gate is not None and phase.phase.gate is not None:
            needs = phase.phase.gate.needs
            rests_on = _rests_on(needs, phase.requirements)
            open_ones = [
                each
                for each in phase.requirements
                if each.requirement.id in (rests_on if _is_aside(each) else needs)
                and each.standing not in GOOD | {Standing.NOT_NEEDED}
                and not _is_met_otherwise(each, phase.requirements)
            ]
            assert phase.gate.lacks == tuple(open_ones)
            assert phase.gate.meets == (not open_ones)
            assert phase.gate.told.startswith("meets the recorded criteria") == phase.gate.meets


def _is_aside(each: Progress) -> bool:
    return each.standing is Standing.SET_ASIDE


def _rests_on(needs: Iterable[str], found: Sequence[Progress]) -> set[str]:
    """What is needed, and whatever that needs in turn."""
    by_id = {each.requirement.id: each.requirement for each in found}
    every = [*needs]
    for id in every:
        every += [other for other in by_id[id].needs if other not in every]
    return set(every)


def _is_met_otherwise(each: Progress, found: Sequence[Progress]) -> bool:
    """Whether the one is met that it stands for, or one that stands for it."""
    asked = each.requirement
    return any(
        other.standing in GOOD
        and (other.requirement.id == asked.instead_of or other.requirement.instead_of == asked.id)
        for other in found
    )


@given(told_cases())
def test_what_is_set_aside_is_never_met(given: tuple[Pathway, Enrolment, Case]) -> None:
    """Whatever is there for it, and whatever stands in its place."""
    pathway, enrolment, case = given
    stated = [each for each in enrolment.aside if each.on <= TODAY]
    for each in requirements(progress(enrolment, pathway, case)):
        waits = {one.waits for one in stated if one.requirement == each.requirement.id}
        if waits == {False}:
            assert each.standing is Standing.SET_ASIDE
        if waits:
            assert each.standing is not Standing.UNKNOWN
        else:
            assert each.standing not in (Standing.SET_ASIDE, Standing.WAITING)


@given(told_cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_a_journal_is_read_changes_nothing(
    given: tuple[Pathway, Enrolment, Case], chance: Random
) -> None:
    """The same entries give the same progress."""
    pathway, enrolment, case = given
    other = replace(
        case,
        sessions=tuple(chance.sample(case.sessions, len(case.sessions))),
        observed=tuple(chance.sample(case.observed, len(case.observed))),
        heard=tuple(chance.sample(case.heard, len(case.heard))),
        logged=tuple(chance.sample(case.logged, len(case.logged))),
    )
    assert progress(enrolment, pathway, other) == progress(enrolment, pathway, case)


@given(told_cases())
def test_only_what_serves_the_enrolment_and_lies_in_the_phase_counts(
    given: tuple[Pathway, Enrolment, Case],
) -> None:
    """No day is in two phases, so nothing of another phase ever counts for the gates' numbers."""
    pathway, enrolment, case = given
    windows = windows_of(enrolment)
    logged = {each.source for each in case.logged if each.said.enrolment == ME}
    for phase in progress(enrolment, pathway, case).phases:
        stays = windows.get(phase.phase.id, ())
        for each in phase.requirements:
            for source in each.by:
                is_within = any(stay.has(source.on) for stay in stays)
                assert source in logged or (source.key in enrolment.counted and is_within)


@given(any_of.entered(CLEE), st.dates())
def test_a_day_is_of_one_phase_at_most(entries: tuple[Entered, ...], on: date) -> None:
    """However damaged the days are that phases were entered on."""
    enrolment = Enrolment(entered=entries)
    stays = [stay for found in windows_of(enrolment).values() for stay in found]
    assert sum(stay.has(on) for stay in stays) <= 1


@given(told_cases(), st.data())
def test_what_happened_in_another_phase_changes_nothing_of_this_one(
    given: tuple[Pathway, Enrolment, Case], data: st.DataObject
) -> None:
    """Observations, scores, sessions and answers of days outside a phase are none of its own."""
    pathway, enrolment, case = given
    phase = data.draw(st.sampled_from(pathway.phases))
    stays = windows_of(enrolment).get(phase.id, ())
    outside = Case(
        **{
            name: tuple(
                each
                for each in getattr(case, name)
                if any(stay.has(each.source.on) for stay in stays)
            )
            for name in ("sessions", "observed", "heard")
        },
        logged=case.logged,
        members=case.members,
        unread=case.unread,
    )
    ids = {each.id for each in phase.requirements}

    def of_phase(told: PathwayProgress) -> list[tuple[str, Standing, int, tuple[Source, ...]]]:
        found = (each for each in requirements(told) if each.requirement.id in ids)
        return [(e.requirement.id, e.standing, e.have, e.by) for e in found]

    assert of_phase(progress(enrolment, pathway, outside)) == of_phase(
        progress(enrolment, pathway, case)
    )


@given(told_cases(), st.data())
def test_more_evidence_unmeets_nothing(
    given: tuple[Pathway, Enrolment, Case], data: st.DataObject
) -> None:
    """Whatever is added, what was met or logged stays so; only a newer score can lower one."""
    pathway, enrolment, case = given
    more = data.draw(any_of.cases(pathway))
    enrolment = enrolment.model_copy(
        update={"serves": (*enrolment.serves, Serves(key="more", counts=True))}
    )
    both = replace(
        case,
        sessions=(*case.sessions, *more.sessions),
        observed=(*case.observed, *(_unscored(each) for each in more.observed)),
        heard=(*case.heard, *more.heard),
        logged=(*case.logged, *(_renamed(each) for each in more.logged)),
    )
    before = progress(enrolment, pathway, case)
    for each in requirements(progress(enrolment, pathway, both)):
        was = before.of(each.requirement.id)
        assert was is not None
        if was.standing is Standing.MET:
            assert each.standing in GOOD | {Standing.SET_ASIDE} or each.standing is was.standing
            assert each.standing is Standing.MET or _is_other_way(each)
        if was.standing is Standing.LOGGED:
            assert each.standing in GOOD or _is_other_way(each)


def _unscored(each: Observed) -> Observed:
    return replace(each, levels={})


def _renamed(each: Logged) -> Logged:
    source = replace(each.source, entry=f"{each.source.entry}-more")
    return replace(each, source=source)


def _is_other_way(each: Progress) -> bool:
    """What stands in another's place is not asked once that is met by itself."""
    return each.standing is Standing.SET_ASIDE and each.requirement.instead_of is not None


@given(told_cases(), st.integers(0, 60))
def test_the_highest_scores_unmeet_no_gate(
    given: tuple[Pathway, Enrolment, Case], after: int
) -> None:
    """An observation of every area at the top, under the rubric that counts, only ever helps."""
    pathway, enrolment, case = given
    if not enrolment.areas or not enrolment.areas[-1].rubric.version:
        return
    on = date(2026, 1, 10) + timedelta(days=after)
    top = Observed(
        Source("entry-top", "top", on, "top"),
        Role.STAFF,
        rubric=enrolment.areas[-1].rubric,
        levels=dict.fromkeys(any_of.AREAS, 9),
    )
    serves = (*enrolment.serves, Serves(key="top", counts=True))
    enrolment = enrolment.model_copy(update={"serves": serves})
    before = progress(enrolment, pathway, case)
    after_it = progress(enrolment, pathway, replace(case, observed=(*case.observed, top)))
    for each in requirements(before):
        if isinstance(each.requirement, ScoreGate) and each.standing is Standing.MET:
            then = after_it.of(each.requirement.id)
            assert then is not None and then.standing is Standing.MET


@given(told_cases(), pathways, st.data())
def test_moving_can_be_looked_at_and_refused_but_never_breaks(
    given: tuple[Pathway, Enrolment, Case], other: Pathway, data: st.DataObject
) -> None:
    """Any phase, any day, any other file: a sentence, or an enrolment with one stay more."""
    pathway, enrolment, case = given
    before = progress(enrolment, pathway, case)
    found = preview(before, other, case, TODAY)
    assert all(each == line(each) and each.endswith(".") for each in found.lines)
    assert preview_alone(ME, enrolment, other, case, TODAY).lines
    phase = data.draw(st.sampled_from([*(each.id for each in pathway.phases), "gone"]))
    on, reason = data.draw(any_of.days), data.draw(any_of.texts)
    try:
        there = entered(enrolment, pathway, before, phase, on, reason)
    except FacilituiError as error:
        assert str(error) == line(str(error))
        return
    assert there.entered[:-1] == enrolment.entered
    assert there.entered[-1].lacked == lacking(before, phase)
    assert not there.entered[-1].lacked or reason.strip()


@pytest.mark.parametrize("pathway", any_of.PATHWAYS)
def test_of_an_empty_journal_nothing_is_met(pathway: Pathway) -> None:
    """No requirement of any shipped pathway is met or logged by itself."""
    told = progress_of(ME, Enrolment(), pathway, Case(), TODAY)
    assert not any(each.standing in GOOD for each in requirements(told))
