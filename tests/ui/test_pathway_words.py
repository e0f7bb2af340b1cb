"""What rows and pages of a board say: what is there, in which phase, and what went on without."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.words import Standing
from facilitui.widgets.pathway_page import gate_lines, requirement_lines
from facilitui.widgets.pathway_rows import board_rows
from facilitui.widgets.pathway_words import slot_told, standing_told
from tests.core.pathways.journals import (
    CLEE,
    CORE,
    OF_PHASE,
    SCHOOLS,
    areas,
    aside,
    day,
    enrolled,
    heard,
    held,
    logged,
    observed,
    of,
    progress,
)


def effect(*schools: str) -> PathwayProgress:
    """A community in which evidence of some schools was logged."""
    given = {"measure": "Who answers", "before": "Few of them"}
    entries = (
        logged("evidence_students", f"Talk {school}", school=school, values=given, note="Talk")
        for school in schools
    )
    return progress(enrolled(CORE, schools=SCHOOLS), CORE, Case(logged=tuple(entries)))


def page(whole: PathwayProgress, requirement: str, width: int = 56) -> str:
    """The page of a requirement, in one line."""
    lines = requirement_lines(of(whole, requirement), whole, width)
    return " ".join(" ".join(each.plain for each in lines).split())


def rows(whole: PathwayProgress, width: int = 56) -> str:
    """The list of a board, in one line."""
    lines = (line.plain for row in board_rows(whole) for line in row.draw(width, False))
    return " ".join(" ".join(lines).split())


def test_what_is_there_is_told_where_no_number_is_asked() -> None:
    """One school of two; the list and the page say the same of it."""
    whole = effect("s1")
    found = of(whole, "evidence_students")
    assert found.standing is Standing.MISSING and standing_told(found) == "1 of 2 schools"
    told = page(whole, "evidence_students")
    assert "○ 1 of 2 schools; no number given; the programme decides" in told
    assert "Missing: " not in told and "Nothing yet" not in told
    assert standing_told(of(effect(), "evidence_students")) == "missing"
    assert standing_told(of(effect("s1", "s2"), "evidence_students")) == "2 logged"


def test_each_school_has_its_entries_below_it_and_nothing_twice() -> None:
    """What was logged stands with its day under the school that it is for."""
    told = page(effect("s1"), "evidence_students")
    north, south = told.index("North"), told.index("South")
    assert north < told.index("15 Jan 2026") < south and "There so far" not in told


def test_a_part_that_lacks_an_answer_is_not_told_to_be_nothing() -> None:
    """One sentence, and not its contrary beside it."""
    whole = progress(
        enrolled(CORE, schools=SCHOOLS),
        CORE,
        Case(logged=(logged("evidence_students", "Talk", school="s1"),)),
    )
    told = page(whole, "evidence_students")
    assert "“Talk” lacks" in told and "Nothing yet" not in told
    (north, *_) = of(whole, "evidence_students").slots
    assert slot_told(north, of(whole, "evidence_students").requirement).startswith("1 there")
    assert standing_told(of(whole, "evidence_students")).startswith("1 there")


@pytest.mark.parametrize(
    ("id", "told"),
    [("commitments", "not required"), ("prior_training", "instead"), ("application", "missing")],
)
def test_what_nobody_has_to_do_is_never_missing(id: str, told: str) -> None:
    """What is only looked for, and another way of doing what is asked."""
    whole = progress(enrolled(CLEE), CLEE, Case())
    assert standing_told(of(whole, id)) == told
    assert ("Missing: " in page(whole, id)) == (told == "missing")


def test_the_other_way_is_told_as_one_on_its_page() -> None:
    """Also while nothing of it is there."""
    whole = progress(enrolled(CLEE), CLEE, Case(logged=(logged("application"),)))
    assert "· Another way: nothing recorded yet" in page(whole, "prior_training")


def test_what_was_scored_and_reaches_nothing_is_not_nothing() -> None:
    """A held up one has what is there as well."""
    low = observed("a", 110, {"x": 2})
    case = Case(sessions=(held("a", 110),), observed=(low,))
    whole = progress(enrolled(CLEE, OF_PHASE, ["a"], areas=(areas("x", "y"),)), CLEE, case)
    assert standing_told(of(whole, "scores_as_apprentice")) == "0 of 2"


def test_each_page_names_the_phase_of_its_requirement() -> None:
    """And not the one that somebody is in; where there is one phase nothing is named."""
    whole = progress(enrolled(CLEE, OF_PHASE), CLEE, Case())
    for id, phase in (
        ("application", "Phase 1: Learning, 10 Jan 2026 to"),
        ("apprentice_role", "Phase 2: Apprentice, 20 Apr 2026 to"),
        ("debriefs_led", "Phase 3: Fully approved, now"),
    ):
        assert page(whole, id).startswith(f"{of(whole, id).requirement.text} {phase}"), id
    assert CORE.phases[0].name not in page(effect(), "contacts")


def test_the_page_of_scores_has_each_level_with_its_day_and_its_observer() -> None:
    """As the summary does; an area that nobody scored says so."""
    seen = observed("Circle", 110, {"x": 3})
    case = Case(sessions=(held("Circle", 110),), observed=(seen,))
    whole = progress(enrolled(CLEE, OF_PHASE, ["Circle"], areas=(areas("x", "y"),)), CLEE, case)
    told = page(whole, "scores_as_apprentice", 70)
    assert "Priority areas X 3 30 Apr 2026 “Circle”, observed live" in told
    assert "by CLEE staff y not scored As Ms Day said" in told


def over(reason: str = "They said yes by phone") -> PathwayProgress:
    """Somebody who entered a phase without what the gate before it needs."""
    lacked = ("Receive the letter",)
    stays = (
        Entered(phase="learning", on=day(0)),
        Entered(phase="apprentice", on=day(100), lacked=lacked, reason=reason),
    )
    return progress(enrolled(CLEE).model_copy(update={"entered": stays}), CLEE, Case())


@pytest.mark.parametrize("width", [52, 76, 110])
def test_a_phase_entered_without_a_gate_stands_at_that_gate(width: int) -> None:
    """In the list, whatever has come since, and first of all on its page."""
    told = "Phase 2: Apprentice entered without it on 20 Apr 2026: They said yes by phone"
    assert f"◇ Gate, now: 1 of 1 not met yet {told}" in rows(over(), width)
    assert "entered without it on 20 Apr 2026 " in f"{rows(over(''), width)} "
    assert "entered without it" not in rows(progress(enrolled(CLEE), CLEE, Case()), width)
    lines = gate_lines(over().phases[0], over(), width)
    said = " ".join(" ".join(each.plain for each in lines).split())
    assert "◇ Now: 1 of 1 not met yet" in said, "marked as in the list"
    assert said.index(f"{told}. Not met on that day ○ Receive the letter") < said.index("It needs")


def test_a_row_is_as_high_as_it_says() -> None:
    """Also with what went on without it."""
    for row in board_rows(over("so " * 60)):
        assert row.high(56) == len(row.draw(56, False))


@pytest.mark.parametrize(
    ("phases", "order"),
    [
        ({"learning": 0}, (1, 2, 3)),
        ({"learning": 0, "apprentice": 100}, (2, 1, 3)),
        (OF_PHASE, (3, 2, 1)),
    ],
)
def test_phases_go_back_from_now(phases: dict[str, int], order: tuple[int, ...]) -> None:
    """The current one, those that were left, the newest first, and last what was never entered."""
    told = rows(progress(enrolled(CLEE, phases), CLEE, Case()))
    places = [told.index(f"Phase {number}: ") for number in order]
    assert places == sorted(places)


def test_what_is_closed_is_not_told_to_be_open() -> None:
    """A gate opens, an enrolment is open: what lacks is called neither."""
    closed = enrolled(CLEE, OF_PHASE).model_copy(update={"closed_on": day(300)})
    told = rows(progress(closed, CLEE, Case()))
    assert "It is closed: nothing more is asked" in told and " open" not in told


def test_how_a_thing_comes_to_count_names_its_key() -> None:
    """Scores come with their observation."""
    whole = progress(enrolled(CLEE, OF_PHASE), CLEE, Case())
    assert "then say on the board that it counts, with s." in page(whole, "apprentice_role")
    assert ", with s" not in page(whole, "scores_as_apprentice")


def test_answers_of_two_sessions_are_told_each_with_its_day() -> None:
    """With what is there, once."""
    case = Case(heard=(heard("Circle", 210, 2, 1), heard("Dance", 220, 1, 1)))
    whole = progress(enrolled(CLEE, OF_PHASE, ["Circle", "Dance"]), CLEE, case)
    told = page(whole, "participant_feedback", 90)
    assert "8 Aug 2026 Circle 2 answered: 2 above the middle of the scale for how it worked" in told
    assert "18 Aug 2026 Dance 1 answered: 1 above" in told and told.count("answered") == 2


@pytest.mark.parametrize("width", [40, 76])
def test_of_a_closed_way_nothing_is_missing(width: int) -> None:
    """Nobody looks for it there any more: neither its row, its page nor that of a gate says so."""
    for closed_on, word in ((None, "missing"), (date(2026, 11, 1), "not met")):
        said = enrolled(CLEE).model_copy(update={"closed_on": closed_on})
        whole = progress(said, CLEE, Case())
        assert of(whole, "application").standing is Standing.MISSING
        gates = (gate_lines(each, whole, width) for each in whole.phases)
        on_gates = " ".join(line.plain for lines in gates for line in lines)
        for told in (rows(whole, width), page(whole, "application", width), on_gates):
            assert word in told.lower() and ("missing" in told.lower()) is (closed_on is None)


def test_a_gate_says_of_how_many_rows_it_is() -> None:
    """Where some above it are no part of it, for as long as it or one of those is not met."""
    told = rows(progress(enrolled(CLEE), CLEE, Case()))
    phases = [each for each in CLEE.phases if each.gate is not None]
    for phase in phases:
        needed, every = len(phase.gate.needs if phase.gate else ()), len(phase.requirements)
        assert needed < every and f"It rests on {needed} of the {every} above" in told
    accepted = Case(logged=(logged("acceptance"),))
    met = rows(progress(enrolled(CLEE), CLEE, accepted))
    assert "✓ Gate: meets the recorded criteria" in met
    assert met.count("It rests on") == told.count("It rests on"), "what is missing stands above it"
    done = enrolled(CLEE, aside=tuple(aside(each) for each in ("training_course", "application")))
    met = rows(progress(done, CLEE, accepted))
    assert met.count("It rests on") == told.count("It rests on") - 1
