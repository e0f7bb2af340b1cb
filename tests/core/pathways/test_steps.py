"""The one next step of an enrolment, in the order in which things are asked."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.enrolment import Enrolment, SetAside
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import (
    NextStep,
)
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    CORE,
    NEA,
    OF_PHASE,
    START,
    areas,
    aside,
    attestations,
    day,
    enrolled,
    heard,
    held,
    logged,
    observed,
    of,
    progress,
    told_of,
)

COURSE = (
    logged("training_course", "c1", part="Enrolled"),
    logged("training_course", "c2", part="Completed"),
)
OBSERVED = {"learning": 0, "apprentice": 1}
"""In a phase that asks for sessions from the second day on."""


def step(pathway: Pathway, *entries: Logged, case: Case | None = None, **keys: Any) -> NextStep:
    """The next step of an enrolment."""
    case = case or Case(logged=entries)
    return progress(enrolled(pathway, **keys), pathway, case).step


def test_the_first_step_is_what_the_file_asks_first_and_does_not_only_wish_for() -> None:
    """With the part of it that is open."""
    found = step(CLEE)
    assert (found.kind, found.requirement) == (StepKind.DO, "training_course")
    course = "Enrol in CLEE's facilitator training course and complete it"
    assert found.text == f"{course}, part “Enrolled”", "not as if it was done"
    assert found.slot == Slot(part="Enrolled")
    assert step(CLEE, COURSE[0]).slot == Slot(part="Completed")
    assert step(CLEE, *COURSE).requirement == "application"
    assert step(CLEE, *COURSE, logged("application")).requirement == "acceptance"


def test_the_next_phase_is_entered_once_the_programme_has_decided() -> None:
    """That all is recorded is not worded as having passed."""
    found = step(CLEE, *COURSE, logged("application"), logged("acceptance"))
    assert (found.kind, found.text) == (
        StepKind.ENTER,
        "Enter “Phase 2: Apprentice” once the programme has decided",
    )


def test_before_any_phase_the_first_one_is_entered() -> None:
    """And where the one entered last is not in the pathway, any."""
    enrolment = Enrolment(started_on=START)
    found = progress(enrolment, CLEE, Case())
    assert (found.step.kind, found.current) == (StepKind.ENTER, None)
    assert found.step.text == "Enter “Phase 1: Learning”, the first phase"
    gone = progress(enrolled(CLEE, [("gone", 0)]), CLEE, Case())
    assert gone.step.text == "Enter a phase of this pathway: it has none of the name “gone”"
    assert gone.notices == ("The phase “gone” was entered, which this pathway does not have.",)


def test_what_nobody_sorted_comes_before_what_is_open() -> None:
    """From the first day on; one for each session, whatever tells of it."""
    case = Case(
        sessions=(held("b", 3), held("early", -1), held("a", 2)),
        observed=(observed("b", 3), observed("video", 4), observed("undated", None)),
        heard=(heard("a", 2),),
    )
    told = progress(enrolled(CLEE, OBSERVED), CLEE, case)
    assert [each.key for each in told.unsorted] == ["a", "b", "video"]
    assert told.step == NextStep(StepKind.SORT, "Say whether 3 sessions count")
    sorted_out = progress(enrolled(CLEE, OBSERVED, ["a", "b"]), CLEE, case)
    assert sorted_out.step.text == "Say whether 1 session counts"
    assert progress(enrolled(CLEE, closed_on=day(2)), CLEE, case).unsorted == told.unsorted[:1]


def test_what_nobody_sorted_holds_up_no_phase_that_asks_for_no_session() -> None:
    """CLEE's first one is a course and an application; what may count is still told."""
    told = progress(enrolled(CLEE), CLEE, Case((held("a", 2),)))
    assert [each.key for each in told.unsorted] == ["a"]
    assert told.step.requirement == "training_course"


def test_the_phase_that_is_to_be_entered_is_named() -> None:
    """So that nobody is asked which; where any may be, none is."""
    found = step(CLEE, *COURSE, logged("application"), logged("acceptance"))
    assert found.phase == "apprentice"
    assert progress(Enrolment(started_on=START), CLEE, Case()).step.phase == "learning"
    assert progress(enrolled(CLEE, [("gone", 0)]), CLEE, Case()).step.phase == ""


def test_a_closed_enrolment_asks_for_nothing() -> None:
    """Whatever is open."""
    assert step(CLEE, closed_on=day(9)).kind is StepKind.NOTHING


@pytest.mark.parametrize(
    ("pathway", "done", "kind"),
    [
        (CORE, ["relationships_and_norms", "roles_named", "cycle_explained"], StepKind.SCHOOLS),
        (
            NEA,
            ["support_model", "timeline", "tasks", "meetings", "conversations", "messages"],
            StepKind.MEMBERS,
        ),
    ],
)
def test_what_cannot_be_told_yet_is_asked_for(
    pathway: Pathway, done: list[str], kind: StepKind
) -> None:
    """Schools and members, where the file has come to them."""
    found = step(pathway, aside=tuple(aside(each) for each in done))
    assert found.kind is kind


def test_priority_areas_are_asked_for() -> None:
    """When the scores are what is open."""
    done = ["apprentice_role", "planning_with_staff", "debriefing_with_staff"]
    left = tuple(aside(each) for each in [*done, "observed_as_apprentice"])
    found = step(CLEE, phases={"learning": 0, "apprentice": 100}, aside=left)
    assert (found.kind, found.requirement) == (StepKind.AREAS, "scores_as_apprentice")


def test_what_waits_is_waited_for_only_when_nothing_else_is_open() -> None:
    """Waiting is a step like any other, with its reason."""
    ids = [each.id for each in CLEE.phases[1].requirements]
    waits = tuple(aside(each, waits=True, reason="from autumn on") for each in ids[:4])
    found = step(CLEE, phases={"learning": 0, "apprentice": 100}, aside=waits)
    assert found.kind is StepKind.AREAS
    all_wait = (*waits, aside(ids[4]))
    found = step(CLEE, phases={"learning": 0, "apprentice": 100}, aside=all_wait)
    assert (found.kind, found.requirement) == (StepKind.WAIT, "observed_as_apprentice")
    assert found.text.startswith("Wait for an opportunity: Be observed twice")
    assert found.text.endswith("(from autumn on)")


def test_at_the_end_the_summary_is_taken_along() -> None:
    """To whoever reads it at the programme; without a gate too."""
    last = CLEE.phases[2]
    left = tuple(aside(each.id) for each in last.requirements)
    found = step(CLEE, phases=OF_PHASE, aside=left)
    assert (found.kind, found.text) == (
        StepKind.SUMMARY,
        "Take your evidence summary to CLEE staff",
    )
    alone = attestations({"id": "a"}, {"id": "b", "wished": True})
    assert told_of(alone, "a").step.kind is StepKind.SUMMARY
    waits = told_of(alone, aside=(aside("a", waits=True),))
    assert (waits.step.kind, waits.step.requirement) == (StepKind.WAIT, "a")


def test_what_is_only_wished_is_asked_where_something_depends_on_it() -> None:
    """Otherwise nothing could go on; it never comes first."""
    pathway = attestations({"id": "w", "wished": True}, {"id": "b", "needs": ["w"]}, {"id": "c"})
    assert told_of(pathway, "c").step.requirement == "w"
    assert told_of(attestations({"id": "w", "wished": True}, {"id": "c"})).step.requirement == "c"


def test_what_stands_in_anothers_place_is_offered_and_not_asked() -> None:
    """Nor is what needs another one asked before that, whichever the file has first."""
    other = attestations({"id": "a"}, {"id": "b", "instead_of": "a"}, {"id": "c"})
    assert told_of(other, aside=(aside("a", waits=True),)).step.requirement == "c"
    later = attestations({"id": "b", "needs": ["a"]}, {"id": "a"})
    assert told_of(later).step.requirement == "a"
    assert told_of(later, "b").step.requirement == "a"
    assert told_of(later, "a").step.requirement == "b"


APPRENTICE = {"learning": 0, "apprentice": 100}
ROLE = "apprentice_role"


def test_answers_of_the_day_on_which_waiting_began_end_it() -> None:
    """Participants answer after the session; those of an earlier one were there before."""
    waits = (SetAside(requirement="participant_feedback", waits=True, on=day(220)),)
    enrolment = enrolled(CLEE, OF_PHASE, ["s"], aside=waits)
    for after, standing in ((219, Standing.WAITING), (220, Standing.LOGGED)):
        case = Case(heard=(heard("s", after, effect=1, growth=1),))
        told = progress(enrolment, CLEE, case)
        assert of(told, "participant_feedback").standing is standing


def test_what_came_since_it_was_waited_for_ends_the_waiting() -> None:
    """Also where no number is printed: otherwise it would be waited for without end."""
    waits = (SetAside(requirement=ROLE, waits=True, on=day(120)),)
    for after, standing in ((119, Standing.WAITING), (120, Standing.LOGGED)):
        case = Case((held("s", after, role=Role.APPRENTICE),))
        told = progress(enrolled(CLEE, APPRENTICE, ["s"], aside=waits), CLEE, case)
        assert of(told, ROLE).standing is standing


def test_scores_are_no_step_while_the_observation_is_waited_for() -> None:
    """Nothing else can give them. Which areas they are of can be entered meanwhile."""
    done = [aside(each.id) for each in CLEE.phases[1].requirements[:3]]
    waits = (*done, aside("observed_as_apprentice", waits=True))
    keys: dict[str, Any] = {"phases": APPRENTICE, "aside": waits}
    found = step(CLEE, **keys, areas=(areas("pace"),))
    assert (found.kind, found.requirement) == (StepKind.WAIT, "observed_as_apprentice")
    assert step(CLEE, **keys).kind is StepKind.AREAS
    low = Case(observed=(observed("a", 110, {"pace": 2}), observed("b", 111, {"pace": 2})))
    found = step(CLEE, case=low, **keys, counts=["a", "b"], areas=(areas("pace"),))
    assert found.requirement == "scores_as_apprentice", "nothing is waited for any more"


SEEN = Case(observed=(observed("a", 110, {"pace": 3}), observed("b", 120, {"pace": 3})))


def test_once_the_gates_needs_are_met_moving_on_is_next_and_the_rest_is_told_beside_it() -> None:
    """What the gate does not ask for is not sent for without end."""
    keys: dict[str, Any] = {"phases": APPRENTICE, "areas": (areas("pace"),), "counts": ["a", "b"]}
    found = step(CLEE, case=SEEN, **keys)
    assert (found.kind, found.requirement) == (StepKind.ENTER, "")
    assert found.text == (
        "Enter “Phase 3: Fully approved” once the programme has decided; also not met yet: 3 of "
        "this phase"
    )
    rest = tuple(aside(each.id) for each in CLEE.phases[1].requirements[:3])
    found = step(CLEE, case=SEEN, **keys, aside=rest)
    assert found.text == "Enter “Phase 3: Fully approved” once the programme has decided"


def test_what_is_set_aside_for_a_gate_sends_nobody_round_either() -> None:
    """Nothing can be done for it any more; whether that will do is the programme's to say."""
    left = (aside("observed_as_apprentice"), aside("scores_as_apprentice"))
    found = step(CLEE, phases=APPRENTICE, aside=left)
    assert found.text.startswith("Enter “Phase 3: Fully approved” once the programme has decided; ")
    assert step(CLEE, phases=APPRENTICE, aside=left[:1]).requirement == ROLE
