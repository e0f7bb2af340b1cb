"""Sessions, plans, debriefs, observations and feedback are counted within their phase alone."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.pathways.case import Case, SessionHeld
from facilitui.core.pathways.file_texts import AS_KEPT
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Mode, Role
from tests.core.pathways.journals import (
    CLEE,
    ME,
    OF_PHASE,
    asking,
    enrolled,
    heard,
    held,
    logged,
    observed,
    of,
    progress,
    source,
    stands,
)

APPRENTICE = {"learning": 0, "apprentice": 100}
NO_NUMBER = "no number given; the programme decides"


def of_clee(requirement: str, case: Case, *counts: str) -> tuple[Standing, str]:
    """Where a requirement stands for somebody in the third phase."""
    found = stands(requirement, enrolled(CLEE, OF_PHASE, counts), CLEE, case)
    return found.standing, found.told


def test_what_has_no_number_is_told_and_the_programme_decides() -> None:
    """Four sessions as an apprentice are four, and nobody here says whether that is enough."""
    names = ["a", "b", "c", "d"]
    case = Case(tuple(held(name, 110, role=Role.APPRENTICE) for name in names))
    assert of_clee("apprentice_role", case, *names) == (Standing.LOGGED, f"4 logged; {NO_NUMBER}")
    assert of_clee("apprentice_role", Case()) == (Standing.MISSING, f"0 logged; {NO_NUMBER}")


def test_only_what_somebody_sorted_as_serving_counts() -> None:
    """A session counts for the enrolments that it was said to serve, and for no other."""
    case = Case((held("a", 110, role=Role.APPRENTICE), held("b", 110, role=Role.APPRENTICE)))
    assert of_clee("apprentice_role", case, "b") == (Standing.LOGGED, f"1 logged; {NO_NUMBER}")
    seen = Case(observed=(observed("a", 110), observed("b", 110)), heard=(heard("a", 210, 1, 1),))
    assert of_clee("observed_as_apprentice", seen, "b") == (Standing.MISSING, "1 of 2")
    assert of_clee("participant_feedback", seen, "b")[0] is Standing.MISSING


@pytest.mark.parametrize(
    ("requirement", "session"),
    [
        ("apprentice_role", held("a", 101, role=Role.APPRENTICE)),
        ("planning_with_staff", held("a", 200, planned_with=frozenset({Role.STAFF, Role.PEER}))),
        (
            "debriefing_with_staff",
            held("a", 150, partners=frozenset({Partner.STAFF}), debriefed=True),
        ),
        ("co_or_lead_role", held("a", 201, role=Role.FACILITATOR)),
        ("co_or_lead_role", held("a", 201, role=Role.CO_FACILITATOR)),
        ("independent_sessions", held("a", 250, role=Role.FACILITATOR, support=Support.LITTLE)),
        (
            "debriefs_led",
            held("a", 250, partners=frozenset({Partner.PEERS}), debriefed=True, led=True),
        ),
    ],
)
def test_a_session_counts_by_what_its_debrief_says(requirement: str, session: SessionHeld) -> None:
    """Each of CLEE's rows about sessions is met by what it asks, from its first to its last day."""
    assert of_clee(requirement, Case((session,)), "a") == (
        Standing.LOGGED,
        f"1 logged; {NO_NUMBER}",
    )


@pytest.mark.parametrize(
    ("requirement", "session"),
    [
        ("apprentice_role", held("a", 99, role=Role.APPRENTICE)),
        ("apprentice_role", held("a", 100, role=Role.APPRENTICE)),
        ("apprentice_role", held("a", 201, role=Role.APPRENTICE)),
        ("apprentice_role", held("a", 110, role=Role.FACILITATOR)),
        ("planning_with_staff", held("a", 150, planned_with=frozenset({Role.PEER}))),
        ("planning_with_staff", held("a", 150, planned_with=frozenset())),
        ("planning_with_staff", held("a", 150)),
        ("debriefing_with_staff", held("a", 150, partners=frozenset({Partner.STAFF}))),
        ("independent_sessions", held("a", 250, role=Role.FACILITATOR, support=Support.SOME)),
        ("independent_sessions", held("a", 250, role=Role.FACILITATOR)),
        ("debriefs_led", held("a", 250, partners=frozenset({Partner.PEERS}), debriefed=True)),
    ],
)
def test_a_session_that_is_otherwise_or_of_another_day_does_not_count(
    requirement: str, session: SessionHeld
) -> None:
    """Outside the phase, in another role, with more help, not led: it is not taken for more."""
    assert of_clee(requirement, Case((session,)), "a")[0] is Standing.MISSING


def test_a_session_whose_debrief_is_missing_is_told() -> None:
    """Why a session does not count is said, so that it can be mended."""
    case = Case((held("Fractions", 110),))
    enrolment = enrolled(CLEE, APPRENTICE, ["Fractions"])
    found = stands("apprentice_role", enrolment, CLEE, case)
    assert texts(found.lacks)[1:] == ("“Fractions” has no debrief that says your role",)
    lead = Case((held("Fractions", 210, role=Role.FACILITATOR),))
    found = stands("independent_sessions", enrolled(CLEE, OF_PHASE, ["Fractions"]), CLEE, lead)
    assert texts(found.lacks)[1:] == ("“Fractions” has no debrief that says how much help you had",)


def test_a_number_is_met_by_so_many_and_one_session_is_one() -> None:
    """Where a number is printed it is told against, and what is there twice counts once."""
    pathway = asking({"kind": "sessions", "id": "it", "count": 2, "modes": ["online"]})
    case = Case((held("a", 1, mode=Mode.ONLINE), held("b", 2, mode=Mode.IN_PERSON)))
    twice = Case((*case.sessions, *case.sessions))
    enrolment = enrolled(pathway, None, ["a", "b", "c", "d"])
    found = stands("it", enrolment, pathway, twice)
    assert (found.standing, found.told, texts(found.lacks)) == (
        Standing.MISSING,
        "1 of 2",
        ("1 more",),
    )
    more = (held("c", 3, mode=Mode.ONLINE), held("d", 4, mode=Mode.ONLINE))
    found = stands("it", enrolment, pathway, Case((*case.sessions, *more)))
    assert (found.standing, found.told, texts(found.lacks)) == (Standing.MET, "3, 2 asked for", ())
    assert [each.session for each in found.by] == ["a", "c", "d"]


def test_each_phase_has_observations_of_its_own() -> None:
    """Two and two are four: none of the second phase counts for the third (A-32, A-39)."""
    case = Case(observed=(observed("a", 110), observed("b", 120), observed("c", 210)))
    assert of_clee("observed_as_apprentice", case, "a", "b", "c") == (Standing.MET, "2 of 2")
    assert of_clee("observed_for_approval", case, "a", "b", "c") == (Standing.MISSING, "1 of 2")


def test_an_observation_without_feedback_is_told_and_does_not_count() -> None:
    """What an observation lacks is said in its own words."""
    lacking = observed("Fractions", 110, lacks=("the feedback", "who observed"))
    recorded = observed("b", 120, mode=ObservationMode.RECORDED)
    case = Case(observed=(lacking, recorded, observed("c", 120, role=Role.PEER)))
    enrolment = enrolled(CLEE, APPRENTICE, ["Fractions", "b", "c"])
    found = stands("observed_as_apprentice", enrolment, CLEE, case)
    assert found.told == "1 of 2"
    assert texts(found.lacks) == ("1 more", "“Fractions” lacks the feedback, who observed")


def test_two_observations_of_one_session_are_one() -> None:
    """Observed twice is two sessions: what two people saw of one is told, and counts once."""
    pathway = asking({"kind": "observations", "id": "it", "count": 2, "roles": []})
    one, other = observed("a", 1), observed("a", 1, role=Role.MENTOR)
    other = replace(other, source=replace(other.source, entry="entry-other"))
    enrolment = enrolled(pathway, None, ["a"])
    assert stands("it", enrolment, pathway, Case(observed=(one, one))).have == 1
    both = stands("it", enrolment, pathway, Case(observed=(one, other)))
    assert (both.standing, both.have, texts(both.lacks)) == (Standing.MISSING, 1, ("1 more",))
    assert texts(both.remarks) == ("“a” was observed 2 times and counts once",)
    assert both.told == f"1 of 2; {texts(both.remarks)[0]}"
    next_one = stands(
        "it", enrolled(pathway, None, "ab"), pathway, Case(observed=(one, observed("b", 2)))
    )
    assert (next_one.standing, texts(next_one.remarks)) == (Standing.MET, ())


def test_observations_without_a_session_here_are_each_their_own() -> None:
    """Nobody can say that two of them were of the same one."""
    pathway = asking({"kind": "observations", "id": "it", "count": 2, "roles": []})
    seen = tuple(
        replace(each, source=source(each.source.told, 1, session=False))
        for each in (observed("a", 1), observed("b", 1))
    )
    enrolment = enrolled(pathway, None, ["entry-a", "entry-b"])
    assert stands("it", enrolment, pathway, Case(observed=seen)).standing is Standing.MET


def test_ones_own_look_at_oneself_is_no_observation() -> None:
    """Whoever may observe, it is never oneself."""
    pathway = asking({"kind": "observations", "id": "it", "count": 1, "roles": []})
    case = Case(observed=(observed("a", 1, role=Role.SELF),))
    assert stands("it", enrolled(pathway, None, ["a"]), pathway, case).have == 0


def test_a_phase_that_was_entered_again_has_all_its_stays() -> None:
    """Going back and on again loses nothing of either stay, and what lay between is not in it."""
    stays = [("learning", 0), ("apprentice", 100), ("learning", 120), ("apprentice", 140)]
    case = Case(
        observed=tuple(observed(name, at) for name, at in zip("abc", (110, 130, 150), strict=True))
    )
    enrolment = enrolled(CLEE, stays, ["a", "b", "c"])
    found = stands("observed_as_apprentice", enrolment, CLEE, case)
    assert [each.session for each in found.by] == ["a", "c"]


def test_what_nobody_can_tell_apart_is_said_to_be_so() -> None:
    """A session names no school: no file may ask so, and of one that was kept nothing is told."""
    sessions = {"kind": "sessions", "id": "it", "text": "It", "per": "school", "count": 1}
    about = {"id": "own", "name": "Own", "programme": "Ours", "source": "Nowhere"}
    phase = {"id": "one", "name": "One", "requirements": [sessions]}
    kept = {**about, "holder": "group", "phases": [phase]}
    pathway = Pathway.model_validate(kept, context=AS_KEPT)
    found = stands("it", enrolled(pathway, None, ["a"]), pathway, Case((held("a", 1),)))
    assert found.standing is Standing.UNKNOWN
    assert found.told == "cannot be told: sessions are not kept apart for each school"


def test_thousands_of_slots_are_told_while_somebody_waits() -> None:
    """Each is looked at once, however many of the others are met."""
    parts = [f"p{n}" for n in range(12)]
    way = asking({"id": "a", "kind": "attestation", "per": "member", "parts": parts})
    members = tuple(RosterMember(id=f"m{n}", name=f"N{n}") for n in range(500))
    done = ((member.id, part) for member in members for part in parts[:6])
    entries = tuple(logged("a", f"{m}{part}", member=m, part=part) for m, part in done)
    case = Case(members={ME: members}, logged=entries)
    began = process_time()
    told = of(progress(enrolled(way), way, case), "a")
    assert process_time() - began < 3
    assert (told.have, told.need, len(told.lacks)) == (3000, 6000, 3000)
