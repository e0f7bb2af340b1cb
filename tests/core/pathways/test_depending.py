"""Requirements that need or replace each other, what was set aside or waits, and gates."""

from __future__ import annotations

from typing import Any

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.enrolment import Enrolment, School
from facilitui.core.pathways.progress import (
    GateProgress,
    PathwayProgress,
    Progress,
)
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.requirements import Attestation
from facilitui.core.pathways.standings.depending import depending
from facilitui.core.pathways.stated import Stated
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    CORE,
    OF_PHASE,
    TODAY,
    areas,
    aside,
    asking,
    attestations,
    day,
    enrolled,
    heard,
    held,
    logged,
    observed,
    of,
    progress,
    source,
    told_of,
)

PRIOR = {"training": "Workshops", "provider": "A school"}
COURSE = (
    logged("training_course", "c1", part="Enrolled"),
    logged("training_course", "c2", part="Completed"),
)
MEETS = "meets the recorded criteria; the decision is the programme's"


def learning(*entries: Logged, **keys: Any) -> PathwayProgress:
    """Where somebody in CLEE's first phase stands."""
    return progress(enrolled(CLEE, **keys), CLEE, Case(logged=entries))


def gate(told: PathwayProgress, place: int) -> GateProgress:
    """The gate of a phase, counted from 1."""
    found = told.phases[place - 1].gate
    assert found is not None
    return found


def standings(told: PathwayProgress) -> dict[str, str]:
    """Where each requirement stands."""
    return {e.requirement.id: e.standing.value for p in told.phases for e in p.requirements}


def test_what_needs_another_one_is_not_met_before_that_is() -> None:
    """Earlier training is put forward in the application, which therefore comes first (A-26)."""
    prior = logged("prior_training", values=PRIOR)
    found = of(learning(prior), "prior_training")
    assert found.standing is Standing.MISSING
    assert texts(found.lacks) == (
        "first: “Complete the application, during the course or after it”",
    )
    assert standings(learning(prior))["training_course"] == "missing"
    assert of(learning(prior, logged("application")), "prior_training").standing is Standing.MET


def test_what_replaces_another_one_meets_it_too() -> None:
    """Approved earlier training stands for the course, and says so (A-25)."""
    told = learning(logged("prior_training", values=PRIOR), logged("application"))
    course = of(told, "training_course")
    assert course.standing is Standing.MET
    assert course.told.startswith("met by “Or ask in the application")
    assert [each.told for each in course.by] == ["prior_training"]


def test_the_other_way_is_not_asked_once_one_is_gone() -> None:
    """With the course complete nobody is asked for earlier training."""
    found = of(learning(*COURSE), "prior_training")
    assert (found.standing, found.reason) == (Standing.NOT_NEEDED, "")
    course = "“Enrol in CLEE's facilitator training course and complete it”"
    assert found.told == f"not needed: {course} is met"


def test_what_leads_back_to_itself_over_both_is_met_by_none() -> None:
    """b stands for a and needs c, which needs a: no file may say so, and nothing would hang."""
    asked = (
        Attestation(kind="attestation", id="a", text="A"),
        Attestation(kind="attestation", id="b", text="B", instead_of="a", needs=("c",)),
        Attestation(kind="attestation", id="c", text="C", needs=("a",)),
    )

    def standings_of(met: str) -> dict[str, Standing]:
        own = [Progress(e, Standing.MET if e.id in met else Standing.MISSING) for e in asked]
        return {
            e.requirement.id: e.standing
            for e in depending(own, Stated(CLEE, Enrolment(), TODAY, TODAY))
        }

    assert standings_of("bc") == dict.fromkeys("abc", Standing.MISSING)
    assert standings_of("abc") == dict.fromkeys("abc", Standing.MET)


def test_what_is_set_aside_is_never_met_and_holds_nothing_up() -> None:
    """Even where something is there for it; what needs it goes on (each with its reason)."""
    pathway = attestations({"id": "a"}, {"id": "b", "needs": ["a"]})
    told = told_of(pathway, "a", "b", aside=(aside("a", reason="They said so"),))
    found = of(told, "a")
    assert (found.standing, found.told) == (
        Standing.SET_ASIDE,
        "set aside: They said so; 1 is there",
    )
    assert found.reason == "They said so"
    assert of(told, "b").standing is Standing.MET


def test_what_is_set_aside_stands_for_nothing() -> None:
    """The course is not met by earlier training that is not asked."""
    told = learning(
        logged("prior_training", values=PRIOR),
        logged("application"),
        aside=(aside("prior_training"),),
    )
    assert of(told, "training_course").standing is Standing.MISSING


def test_waiting_is_a_state_until_it_is_met() -> None:
    """It still lacks, keeps what it stood at, and ends by what comes."""
    pathway = asking({"kind": "sessions", "id": "it", "count": 2})
    waits = aside("it", waits=True, reason="autumn")
    case = Case(tuple(held(name, 1) for name in ("a", "b")))
    one = of(progress(enrolled(pathway, None, ["a"], aside=(waits,)), pathway, case), "it")
    assert one.standing is Standing.WAITING
    assert one.told == "waiting for an opportunity (autumn); 1 of 2"
    two = of(progress(enrolled(pathway, None, ["a", "b"], aside=(waits,)), pathway, case), "it")
    assert (two.standing, two.reason) == (Standing.MET, "")


def test_a_gate_lacks_what_is_neither_met_nor_logged_nor_set_aside() -> None:
    """What is waited for or cannot be told yet keeps it open."""
    seen = (observed("a", 110, {"pace": 3}), observed("b", 120))
    enrolment = enrolled(CLEE, OF_PHASE, ["a", "b"])
    unknown = gate(progress(enrolment, CLEE, Case(observed=seen)), 2)
    assert (unknown.meets, len(unknown.lacks)) == (False, 1)
    assert unknown.told.startswith("1 of 2 not met yet: “Reach 3s in the areas")
    known = enrolment.model_copy(update={"areas": (areas("pace"),)})
    assert gate(progress(known, CLEE, Case(observed=seen)), 2) == GateProgress(
        True, (), MEETS, MEETS
    )
    waiting = known.model_copy(update={"aside": (aside("observed_as_apprentice", waits=True),)})
    assert not gate(progress(waiting, CLEE, Case(observed=seen[:1])), 2).meets


def test_a_gate_says_what_was_set_aside_and_where_no_number_is_given() -> None:
    """Meeting the recorded criteria hides neither."""
    case = Case(
        observed=(observed("a", 210, {"pace": 4}), observed("b", 220)),
        heard=(heard("a", 210, effect=1, growth=1),),
    )
    enrolment = enrolled(CLEE, OF_PHASE, ["a", "b"], areas=(areas("pace"),))
    found = gate(progress(enrolment, CLEE, case), 3)
    heard_of = CLEE.requirement("participant_feedback")
    assert heard_of is not None
    decides = f"no number is given for “{heard_of.text}”: the programme decides on it"
    assert found.told == f"{MEETS}; {decides}"
    without = enrolment.model_copy(update={"aside": (aside("observed_for_approval"),)})
    found = gate(progress(without, CLEE, Case(case.sessions, (), case.heard)), 3)
    assert not found.meets and "1 set aside" in found.told and found.told.endswith(decides)


def test_the_phases_say_when_they_were_entered_and_left() -> None:
    """Only the one entered last is the current one, and none is said to be passed."""
    told = progress(enrolled(CLEE, {"learning": 0, "apprentice": 100}), CLEE, Case())
    first, second, third = told.phases
    assert (first.left_on, first.is_current) == (day(100), False)
    assert (second.left_on, second.is_current, told.current) == (None, True, second)
    assert (third.entered, third.left_on) == (None, None)


def test_what_cannot_be_read_is_told_beside_it() -> None:
    """What is shown may be too little."""
    case = Case(unread=("An entry of May cannot be read.",))
    assert progress(enrolled(CLEE), CLEE, case).notices == case.unread


def test_one_session_may_serve_several_enrolments() -> None:
    """Each by its own sorting."""
    case = Case((held("a", 110, role=Role.APPRENTICE),))
    for counts, have in ((["a"], 1), ([], 0)):
        enrolment = enrolled(CLEE, OF_PHASE, counts)
        assert of(progress(enrolment, CLEE, case), "apprentice_role").have == have


def test_a_school_that_is_entered_later_changes_nothing_of_the_others() -> None:
    """What is logged for one stays its own."""
    values = {"practice": "x", "change": "y"}
    case = Case(logged=(logged("evidence_practice", school="s1", values=values),))
    schools: tuple[School, ...] = (School(id="s1", name="North"),)
    one = of(progress(enrolled(CORE, schools=schools), CORE, case), "evidence_practice")
    schools += (School(id="s2", name="South"),)
    two = of(progress(enrolled(CORE, schools=schools), CORE, case), "evidence_practice")
    assert (one.standing, two.standing) == (Standing.LOGGED, Standing.MISSING)
    assert one.slots[0] == two.slots[0]
    assert source("x", None).key == "x"
