"""Gates: what was set aside opens none, and each says what it is about."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import OwnRule, SetAside
from facilitui.core.pathways.entering import entered, lacking
from facilitui.core.pathways.gates import MEETS
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import GateProgress, PathwayProgress
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    areas,
    day,
    enrolled,
    logged,
    observed,
    progress,
)

NEXT = {
    "id": "two",
    "name": "Two",
    "requirements": [{"kind": "attestation", "id": "z", "text": "Z"}],
}


def gated(*needs: str, **others: dict[str, Any]) -> Pathway:
    """A pathway of two phases; the gate of the first needs these, of what it asks for by id."""
    asked = [
        {"kind": "attestation", "id": id, "text": id.upper(), **others.get(id, {})} for id in "abc"
    ]
    gate = {"text": "They decide.", "needs": list(needs)}
    first = {"id": "one", "name": "One", "requirements": asked, "gate": gate}
    about = {"id": "own", "name": "Own", "programme": "Ours", "source": "Nowhere"}
    return Pathway.model_validate({**about, "holder": "group", "phases": [first, NEXT]})


def stands(pathway: Pathway, there: str, aside: str = "", waits: str = "") -> PathwayProgress:
    """Where an enrolment stands with these there, set aside or waited for."""
    stated = [SetAside(requirement=id, reason="so", on=day(1)) for id in aside]
    stated += [SetAside(requirement=id, waits=True, on=day(1)) for id in waits]
    case = Case(logged=tuple(logged(id) for id in there))
    return progress(enrolled(pathway, aside=tuple(stated)), pathway, case)


def gate(told: PathwayProgress) -> GateProgress:
    """The gate of the first phase."""
    found = told.phases[0].gate
    assert found is not None
    return found


def ids(found: GateProgress) -> str:
    """What it lacks."""
    return "".join(each.requirement.id for each in found.lacks)


def test_what_somebody_set_aside_meets_no_gate() -> None:
    """Nobody opens one alone: it is told, and the programme decides."""
    found = gate(stands(gated("a", "b"), "a", aside="b"))
    assert (found.meets, ids(found)) == (False, "b")
    assert found.told == "1 of 2 met, 1 set aside; the programme decides"
    found = gate(stands(gated("a", "b"), "", aside="ab"))
    assert found.told == "0 of 2 met, 2 set aside; the programme decides"


def test_what_is_open_is_named_before_what_was_set_aside() -> None:
    """Both are lacking, and only one of them can be done."""
    found = gate(stands(gated("a", "b", "c"), "c", aside="b"))
    assert (ids(found), found.told) == ("ab", "1 of 3 not met yet: “A”; 1 set aside")


def test_what_rests_on_something_set_aside_meets_no_gate() -> None:
    """However far below it is: setting that aside would open the gate as well."""
    below = gated("c", b={"needs": ["a"]}, c={"needs": ["b"]})
    found = gate(stands(below, "bc", aside="a"))
    assert (found.meets, ids(found)) == (False, "a")
    assert found.told == "1 of 1 met, 1 set aside; the programme decides"
    assert gate(stands(below, "abc")).told == MEETS


def test_only_what_stands_for_another_one_is_as_good_as_met() -> None:
    """Whichever of the two was done, and also where the other one was set aside for it."""
    either = gated("a", "b", b={"instead_of": "a"})
    for there, aside in (("b", ""), ("a", ""), ("b", "a"), ("a", "b")):
        assert gate(stands(either, there, aside)).told == MEETS
    assert not gate(stands(either, "", "ab")).meets


def test_entering_behind_what_was_set_aside_needs_a_reason_and_keeps_it() -> None:
    """It is kept with the phase as what lacked then."""
    pathway = gated("a", "b")
    told = stands(pathway, "a", aside="b")
    assert lacking(told, "two") == ("B",)
    asked = (told.enrolment, pathway, told, "two", day(9))
    with pytest.raises(FacilituiError, match="Not met before it: “B”"):
        entered(*asked, "")
    made = entered(*asked, "They agreed").entered[-1]
    assert (made.lacked, made.reason) == (("B",), "They agreed")


def test_what_no_number_is_given_for_is_named() -> None:
    """Two of them at most; the page has all."""
    names = {id: {"kind": "evidence"} for id in "abc"}
    case = Case(logged=tuple(logged(id, link="https://x.org") for id in "abc"))
    pathway = gated("a", "b", "c", **names)
    found = gate(progress(enrolled(pathway), pathway, case))
    assert (
        found.told
        == f"{MEETS}; no number is given for “A”, “B” and 1 more: the programme decides on them"
    )


@pytest.mark.parametrize(
    ("since", "stated", "beside"),
    [
        (50, True, "; scores by a rule that “me” stated on 1 Mar 2026"),
        (110, False, ""),
        (111, False, "; areas designated on 1 May 2026, after the scores"),
        (
            250,
            True,
            "; scores by a rule that “me” stated on 1 Mar 2026; "
            "areas designated on 17 Sep 2026, after the scores",
        ),
    ],
)
def test_a_gate_says_who_made_it_so_easy(since: int, stated: bool, beside: str) -> None:
    """Nobody opens one alone, neither by a rule nor by choosing areas that are good already."""
    named = areas("x").model_copy(update={"on": day(since)})
    gate_id = "scores_as_apprentice"
    own = OwnRule(requirement=gate_id, at_least=1, source="me", on=day(50))
    said = {"areas": (named,), "rules": (own,) if stated else ()}
    seen = (observed("a", 110, {"x": 3 - 2 * stated}), observed("b", 120))
    told = progress(enrolled(CLEE, OF_PHASE, ["a", "b"], **said), CLEE, Case(observed=seen))
    found = told.phases[1].gate
    assert found is not None and found.meets and found.told == found.brief == f"{MEETS}{beside}"


@given(st.sets(st.sampled_from("abc")), st.sets(st.sampled_from("abc")), st.booleans())
def test_setting_aside_never_makes_a_gate_meet(
    there: set[str], aside: set[str], rests: bool
) -> None:
    """It meets with something set aside only where it did without that."""
    pathway = gated("b", "c", b={"needs": ["a"] if rests else []})
    whole = gate(stands(pathway, "".join(sorted(there))))
    less = gate(stands(pathway, "".join(sorted(there)), "".join(sorted(aside))))
    assert less.meets <= whole.meets
    assert less.meets <= all(each.standing is not Standing.SET_ASIDE for each in less.lacks)
