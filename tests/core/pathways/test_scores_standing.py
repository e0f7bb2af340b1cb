"""Levels on a rubric: the latest of each area within the phase, by an observer, on one rubric."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Case, Observed
from facilitui.core.pathways.enrolment import Enrolment, OwnRule
from facilitui.core.pathways.pathway import Pathway, RubricUse
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.stated import Stated, ruled
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    START,
    TODAY,
    areas,
    asking,
    day,
    enrolled,
    observed,
    of,
    progress,
    stands,
)

NEWER = RubricRef(id="ours", version="2", name="Ours")
PRIORITY = (areas("listening", "pace"),)


def of_clee(requirement: str, *seen: Observed, **keys: object) -> Progress:
    """Where a score gate stands for somebody in the third phase."""
    counts = [each.source.session for each in seen]
    enrolment = enrolled(CLEE, OF_PHASE, counts, **{"areas": PRIORITY, **keys})
    return stands(requirement, enrolment, CLEE, Case(observed=seen))


def apprentice(*seen: Observed, **keys: object) -> Progress:
    """The gate of the second phase: 3s in every priority area."""
    return of_clee("scores_as_apprentice", *seen, **keys)


def approval(*seen: Observed, **keys: object) -> Progress:
    """The gate of the third: 3s and 4s."""
    return of_clee("scores_for_approval", *seen, **keys)


def test_without_priority_areas_nothing_can_be_told() -> None:
    """The programme prints none, so until somebody enters them nothing is guessed (A-44)."""
    found = apprentice(observed("a", 110, {"listening": 4}), areas=())
    assert found.standing is Standing.UNKNOWN
    assert found.told == "cannot be told yet: no priority areas are entered"


def test_every_area_has_to_reach_the_level_by_its_latest_score() -> None:
    """A later score takes the place of an earlier one, higher or lower (A-35)."""
    first = observed("a", 110, {"listening": 2, "pace": 3})
    found = apprentice(first)
    assert (found.standing, found.have, found.need) == (Standing.MISSING, 1, 2)
    assert texts(found.lacks) == ("“Listening” stands at 2",)
    assert found.told.startswith("1 of 2 areas; every priority area (listening and pace) at 3")
    better = apprentice(first, observed("b", 120, {"listening": 3}))
    assert (better.standing, texts(better.lacks)) == (Standing.MET, ())
    assert [each.session for each in better.by] == ["a", "b"]
    worse = apprentice(first, observed("b", 120, {"listening": 3}), observed("c", 130, {"pace": 1}))
    assert texts(worse.lacks) == ("“Pace” stands at 1",)


def test_an_area_that_nobody_scored_is_told() -> None:
    """By what it is called where that is known."""
    named = (areas("listening", "pace", names={"pace": "Pace of talk"}),)
    found = apprentice(observed("a", 110, {"listening": 3}), areas=named)
    assert texts(found.lacks) == ("“Pace of talk” was not scored in this phase",)


def test_3s_and_4s_need_one_at_4() -> None:
    """None below 3 and one at least at 4 (A-40)."""
    threes = observed("a", 210, {"listening": 3, "pace": 3})
    assert texts(approval(threes).lacks) == ("none at 4 or higher",)
    assert approval(threes, observed("b", 220, {"pace": 4})).standing is Standing.MET
    low = approval(observed("a", 210, {"listening": 4, "pace": 2}))
    assert texts(low.lacks) == ("“Pace” stands at 2",)


def test_a_score_of_another_phase_never_counts() -> None:
    """Fours in the second phase are none in the third, and the other way round."""
    fours = {"listening": 4, "pace": 4}
    assert approval(observed("a", 110, fours)).have == 0
    assert apprentice(observed("a", 99, fours)).have == 0
    assert apprentice(observed("a", 201, fours)).have == 0


@pytest.mark.parametrize(
    "other",
    [
        observed("a", 110, {"listening": 4, "pace": 4}, role=Role.PEER),
        observed("a", 110, {"listening": 4, "pace": 4}, role=Role.SELF),
        observed("a", 110, {"listening": 4, "pace": 4}, lacks=("the feedback",)),
        observed("a", 110, {"other": 4}),
    ],
)
def test_only_staffs_scores_with_their_feedback_count(other: Observed) -> None:
    """Neither a peer's nor one's own, nor those of an observation that lacks something."""
    assert apprentice(other).have == 0


def test_scores_of_an_observation_that_lacks_something_are_told() -> None:
    """So that it can be mended."""
    found = apprentice(observed("Fractions", 110, {"pace": 4}, lacks=("the feedback",)))
    told = "scores of “Fractions” do not count: it lacks the feedback"
    assert texts(found.lacks)[-1] == told


def test_scores_under_another_version_are_told_and_never_mixed() -> None:
    """The areas name the rubric; what was scored with another one stays apart."""
    old = observed("a", 110, {"listening": 4, "pace": 4})
    new = observed("b", 120, {"listening": 2}, rubric=NEWER)
    found = apprentice(old, new)
    assert found.standing is Standing.MET
    assert texts(found.remarks) == (
        "scores of 10 May 2026 under “Ours, version 2” are not mixed in: Listening 2",
    )
    assert texts(found.remarks)[0] in found.told
    assert "the latest staff score of each in this phase under version 1;" in found.told


def test_newer_scores_under_another_version_are_told_each_and_at_the_gate() -> None:
    """Two observations of twos under version 2: no line hides them, and the gate says so."""
    old = observed("a", 110, {"listening": 4, "pace": 4})
    twos = [observed(name, at, {"pace": 2}, rubric=NEWER) for name, at in (("b", 120), ("c", 130))]
    found = apprentice(old, *twos)
    assert texts(found.remarks) == (
        "scores of 10 May 2026 under “Ours, version 2” are not mixed in: Pace 2",
        "scores of 20 May 2026 under “Ours, version 2” are not mixed in: Pace 2",
    )
    seen = (old, *twos)
    counts = [each.source.session for each in seen]
    enrolment = enrolled(CLEE, OF_PHASE, counts, areas=PRIORITY)
    gate = progress(enrolment, CLEE, Case(observed=seen)).phases[1].gate
    assert gate is not None
    assert gate.told.endswith("; newer scores under another version exist")


def test_older_scores_under_another_version_are_no_newer_ones() -> None:
    """They are told, and the gate has nothing to say of them; of another rubric it says that."""
    early = observed("a", 110, {"listening": 4, "pace": 4}, rubric=NEWER)
    found = apprentice(early, observed("b", 120, {"listening": 3, "pace": 3}))
    assert (len(found.remarks), found.beside_told) == (1, "")
    theirs = observed("c", 130, {"pace": 1}, rubric=RubricRef(id="theirs", version="1"))
    found = apprentice(observed("b", 120, {"listening": 3, "pace": 3}), theirs)
    assert found.beside_told == "newer scores under another rubric exist"
    assert "in this phase under “Ours, version 1”;" in found.told


@pytest.mark.parametrize("rubric", [RubricRef(), RubricRef(id="ours")])
def test_areas_that_name_no_version_go_by_what_was_used_last(rubric: RubricRef) -> None:
    """The rubric of the latest observation that scores one of them, and no other."""
    seen = [
        observed("a", 110, {"listening": 4, "pace": 4}),
        observed("b", 120, {"listening": 3}, rubric=NEWER),
        observed("c", 130, {"other": 1}, rubric=RubricRef(id="theirs", version="9")),
    ]
    found = apprentice(*seen, areas=(areas("listening", "pace", rubric=rubric),))
    assert texts(found.lacks) == ("“pace” was not scored in this phase",)
    assert texts(found.remarks) == (
        "scores of 30 Apr 2026 under “Ours, version 1” are not mixed in: Listening 4, Pace 4",
    )


def test_of_two_scores_on_one_day_the_lower_stands() -> None:
    """Nobody knows which came later, so nothing more is claimed than is sure."""
    pace = (areas("pace"),)
    for high, low in (("a", "b"), ("b", "a")):
        both = observed(high, 110, {"pace": 4}), observed(low, 110, {"pace": 2})
        assert texts(apprentice(*both, areas=pace).lacks) == ("“Pace” stands at 2",)


def test_the_programmes_own_rule_takes_the_place_of_the_files() -> None:
    """In words beside the rule, with who stated it (A-40)."""
    stated = OwnRule(
        requirement="scores_for_approval", at_least=2, one_at_least=3, source="Ms Day", on=START
    )
    found = approval(observed("a", 210, {"listening": 2, "pace": 3}), rules=(stated,))
    assert found.standing is Standing.MET
    assert "at 2 or higher, and at least one at 3 or higher" in found.told
    assert found.told.endswith("this rule was stated by “Ms Day”")
    other = apprentice(observed("a", 110, {"listening": 2, "pace": 3}), rules=(stated,))
    assert other.standing is Standing.MISSING


def test_the_newest_areas_stand() -> None:
    """Those entered before are kept in the journal and asked no more."""
    both = (areas("listening"), areas("pace"))
    assert apprentice(observed("a", 110, {"pace": 3}), areas=both).standing is Standing.MET


def gate_of(pathway: Pathway, id: str) -> ScoreGate:
    """A score gate of a pathway."""
    found = pathway.requirement(id)
    assert isinstance(found, ScoreGate)
    return found


def test_areas_are_the_gates_then_the_enrolments_then_the_files() -> None:
    """One place knows them, in this order; where nobody named any there are none."""
    named = {"rubric": RubricUse(id="theirs", priority=("voice",), source="Their page")}
    of_file = CLEE.model_copy(update=named)
    gate = gate_of(CLEE, "scores_as_apprentice")
    own = gate.model_copy(update={"areas": ("wait", "pace")})
    entered = Enrolment(areas=PRIORITY)
    assert Stated(CLEE, Enrolment(), TODAY, TODAY).areas(gate) is None
    found = Stated(of_file, Enrolment(), TODAY, TODAY).areas(gate)
    assert found is not None
    assert (found.areas, found.rubric.id, found.source) == (("voice",), "theirs", "Their page")
    assert Stated(of_file, entered, TODAY, TODAY).areas(gate) == PRIORITY[0]
    found = Stated(of_file, entered, TODAY, TODAY).areas(own)
    assert found is not None and found.areas == ("wait", "pace")


def test_a_file_may_name_any_number_of_areas() -> None:
    """More than anybody may enter are told like any others."""
    many = [f"a{number}" for number in range(99)]
    pathway = asking({"kind": "scores", "id": "it", "at_least": 3, "areas": many})
    found = of(progress(enrolled(pathway), pathway, Case()), "it")
    assert (found.standing, found.need) == (Standing.MISSING, 99)


def test_a_rule_of_another_requirement_changes_nothing() -> None:
    """The newest of those stated for it stands."""
    gate = gate_of(CLEE, "scores_as_apprentice")
    rules = [
        OwnRule(requirement=name, at_least=level, source="x", on=day(1))
        for name, level in ((gate.id, 1), (gate.id, 2), ("other", 4))
    ]

    def rule_of(*stated: OwnRule) -> ScoreGate:
        own = Stated(CLEE, Enrolment(rules=stated), TODAY, TODAY).own_rule(gate)
        return ruled(gate, own)

    assert rule_of(*rules[2:]) == gate
    assert rule_of(*rules).at_least == 2
