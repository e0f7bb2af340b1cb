"""Why something that was sorted as counting does not count for one of the requirements."""

from __future__ import annotations

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.pathways.case import Case, Observed, SessionHeld
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    areas,
    enrolled,
    heard,
    held,
    observed,
    of,
    progress,
)

APPRENTICE = {"learning": 0, "apprentice": 100}
"""It counts from the day after on."""


def told(requirement: str, *sessions: SessionHeld, seen: tuple[Observed, ...] = ()) -> str:
    """What is told of a requirement of the second phase where all of these count."""
    counts = [each.source.key for each in sessions] + [each.source.key for each in seen]
    case = Case(sessions=sessions, observed=seen)
    return of(progress(enrolled(CLEE, APPRENTICE, counts), CLEE, case), requirement).uncounted


def apprentice(name: str, after: int, role: Role | None = Role.APPRENTICE) -> SessionHeld:
    """A session in a role, with some help."""
    return held(name, after, role=role, support=Support.SOME, debriefed=True)


def test_others_are_counted_with_their_reasons() -> None:
    """The commonest first; of one that counts nothing is told."""
    assert told(
        "apprentice_role",
        apprentice("mine", 110),
        apprentice("a", 120, Role.FACILITATOR),
        apprentice("b", 130, Role.FACILITATOR),
        apprentice("early", 100),
    ) == ("3 other sessions do not count here: 2 in another role, 1 before this phase")
    assert told("apprentice_role", apprentice("mine", 110)) == ""


def test_where_none_counts_nothing_is_called_another_one() -> None:
    """Each reason in the words of what is asked."""
    one, here = "1 session ", " does not count here"
    assert told("apprentice_role", apprentice("a", 9)) == f"{one}before this phase{here}"
    no_role = told("apprentice_role", apprentice("a", 110, None))
    assert no_role == f"{one}without a role in its debrief{here}"
    assert told("apprentice_role", apprentice("a", 900)) == f"{one}still to come{here}"
    plans = told("planning_with_staff", apprentice("a", 110))
    assert plans == f"{one}of which nothing says who planned{here}"
    others = held("a", 110, planned_with=frozenset({Role.FACILITATOR}))
    assert told("planning_with_staff", others) == f"{one}not planned with them{here}"
    assert told("debriefing_with_staff", held("a", 110)) == f"{one}not debriefed{here}"
    with_others = held("a", 110, debriefed=True, partners=frozenset({Partner.PEERS}))
    assert told("debriefing_with_staff", with_others) == f"{one}not debriefed with them{here}"
    by_peer = observed("a", 110, role=Role.FACILITATOR)
    seen = told("observed_as_apprentice", seen=(by_peer,))
    assert seen == "1 observation by somebody else" + here
    lacking = observed("a", 110, lacks=("its giver",), mode=ObservationMode.LIVE)
    assert (
        told("observed_as_apprentice", seen=(lacking,))
        == f"1 observation with something lacking{here}"
    )


def test_answers_and_scores_of_the_day_the_phase_was_entered_are_told() -> None:
    """They are of the phase before: nothing else says why they do not count."""
    counts = ["a", "b"]
    case = Case(
        observed=(observed("a", 200, {"x": 4}), observed("b", 210, {"x": 4})),
        heard=(heard("a", 200, 1, 1), heard("b", 210)),
    )
    told = progress(enrolled(CLEE, OF_PHASE, counts, areas=(areas("x"),)), CLEE, case)
    assert of(told, "participant_feedback").uncounted == (
        "2 sets of answers do not count here: 1 before this phase, 1 without what is looked for"
    )
    assert of(told, "scores_for_approval").uncounted == (
        "1 other observation before this phase does not count here"
    )


def test_of_a_phase_that_was_never_entered_nothing_is_told() -> None:
    """Nobody expects anything of it; of one that was left, what came after it."""
    case = Case(sessions=(apprentice("a", 150), apprentice("b", 210)))
    early = progress(enrolled(CLEE, APPRENTICE, ["a", "b"]), CLEE, case)
    assert not any(each.uncounted for each in early.phases[2].requirements)
    left = of(progress(enrolled(CLEE, OF_PHASE, ["a", "b"]), CLEE, case), "apprentice_role")
    assert left.uncounted == "1 other session after this phase does not count here"
