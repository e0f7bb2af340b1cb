"""What was met when its phase ended stays met, whatever is stated since; that is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, SetAside
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.stating import asked_again, with_aside
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    areas,
    attestations,
    day,
    enrolled,
    logged,
    observed,
    of,
    progress,
    stands,
)

GATE = "scores_as_apprentice"
LATER = {"kind": "attestation", "id": "later", "text": "Later"}


def two(*asked: dict[str, object]) -> Pathway:
    """A pathway of two phases, of which the gate of the first needs the first of these."""
    found = attestations(*asked)
    (first,) = found.model_dump(mode="json", exclude_defaults=True)["phases"]
    first["gate"] = {"text": "g", "needs": [asked[0]["id"]]}
    phases = [first, {"id": "two", "name": "Two", "requirements": [LATER]}]
    return Pathway.model_validate({**found.model_dump(mode="json"), "phases": phases})


def aside(after: int, *, waits: bool = False) -> SetAside:
    """That it is set aside, or waits, so many days after the enrolment began."""
    return SetAside(requirement="a", waits=waits, reason="so", on=day(after))


PATHWAY = two({"id": "a"}, {"id": "b", "needs": ["a"]})
STAYS = {"one": 0, "two": 100}
LEAVES = "which is after this phase and leaves it as it was"


def first(enrolment: Enrolment, case: Case) -> tuple[Standing, tuple[str, ...], bool]:
    """Where it stands, what is told beside it, and whether the gate is met."""
    told = progress(enrolment, PATHWAY, case)
    found, gate = of(told, "a"), told.phases[0].gate
    assert gate is not None
    return found.standing, texts(found.remarks), gate.meets


def test_what_is_met_in_a_phase_that_is_over_is_not_set_aside_there() -> None:
    """Neither is it asked again there; each is told with its day."""
    case, told = Case(logged=(logged("a"),)), enrolled(PATHWAY, STAYS)
    told = with_aside(told, aside(150), "x")
    since = f"it is set aside from 9 Jun 2026 on, {LEAVES}"
    assert first(told, case) == (Standing.MET, (since,), True)
    told = asked_again(told, "a", "x", day(160))
    asked = f"it is asked again from 19 Jun 2026 on, {LEAVES}"
    assert first(told, case) == (Standing.MET, (since, asked), True)


def test_what_is_not_met_there_can_be_set_aside_since_and_says_so() -> None:
    """And that it is asked again is told as well."""
    told = with_aside(enrolled(PATHWAY, STAYS), aside(150), "x")
    since = "it is set aside from 9 Jun 2026 on, which is after this phase"
    assert first(told, Case()) == (Standing.SET_ASIDE, (since,), False)
    told = asked_again(told, "a", "x", day(160))
    both = (f"{since} and leaves it as it was", f"it is asked again from 19 Jun 2026 on, {LEAVES}")
    assert first(told, Case()) == (Standing.MISSING, both, False)


def test_what_was_set_aside_in_the_phase_and_is_asked_again_since_stays_so() -> None:
    """Of a phase that lasts both change it at once."""
    told = with_aside(enrolled(PATHWAY, STAYS), aside(50), "x")
    told = asked_again(told, "a", "x", day(160))
    standing, remarks, _ = first(told, Case(logged=(logged("a"),)))
    assert (standing, remarks) == (
        Standing.SET_ASIDE,
        (f"it is asked again from 19 Jun 2026 on, {LEAVES}",),
    )
    lasts = with_aside(enrolled(PATHWAY), aside(50), "x")
    assert first(lasts, Case(logged=(logged("a"),)))[0] is Standing.SET_ASIDE


def test_a_rule_or_areas_stated_since_leave_what_was_met_by_those_of_the_file() -> None:
    """Each is told with its day."""
    case = Case(observed=(observed("x", 120, {"a": 3}),))
    own = OwnRule(requirement=GATE, at_least=4, source="Ms Doe", on=day(230))
    named = areas("a").model_copy(update={"on": day(50)})
    told = enrolled(CLEE, OF_PHASE, ["x"], areas=(named,), rules=(own,))
    found = stands(GATE, told, CLEE, case)
    since = "a rule that was stated on 28 Aug 2026 is after this phase and leaves it as it was"
    assert (found.standing, found.own_rule, texts(found.remarks)) == (Standing.MET, None, (since,))
    use = CLEE.rubric.model_copy(update={"id": "ours", "priority": ("a",)})
    ours = CLEE.model_copy(update={"rubric": use})
    later = areas("b").model_copy(update={"on": day(230)})
    found = stands(GATE, enrolled(ours, OF_PHASE, ["x"], areas=(later,)), ours, case)
    assert (found.standing, texts(found.remarks)) == (
        Standing.MET,
        ("areas that were designated on 28 Aug 2026 are after this phase and leave it as it was",),
    )


AFTER = st.integers(201, 320)
LEVELS = st.dictionaries(st.sampled_from("ab"), st.integers(1, 4))
ASKED = [each.id for phase in CLEE.phases[:2] for each in phase.requirements]


@given(
    st.lists(st.tuples(st.integers(0, 200), LEVELS), max_size=5),
    st.lists(st.sampled_from(ASKED), max_size=6),
    st.lists(st.tuples(st.sampled_from(ASKED), st.booleans(), st.booleans(), AFTER), max_size=4),
    st.lists(st.tuples(st.integers(1, 4), AFTER), max_size=3),
    st.booleans(),
)
def test_nothing_that_is_stated_since_unmeets_anything(
    scored: list[tuple[int, dict[str, int]]],
    entries: list[str],
    asides: list[tuple[str, bool, bool, int]],
    rules: list[tuple[int, int]],
    designated: bool,
) -> None:
    """What phases that are over had, they have, and so has each gate."""
    seen = tuple(observed(f"s{at}", on, levels) for at, (on, levels) in enumerate(scored))
    case = Case(observed=seen, logged=tuple(logged(each) for each in dict.fromkeys(entries)))
    named = (areas("a").model_copy(update={"on": day(50)}),) if designated else ()
    before = enrolled(CLEE, OF_PHASE, [each.source.key for each in seen], areas=named)
    after = before.model_copy(
        update={
            "aside": tuple(
                SetAside(requirement=id, waits=waits and not asked, asked=asked, on=day(on))
                for id, waits, asked, on in asides
            ),
            "rules": tuple(
                OwnRule(requirement=GATE, at_least=least, source="x", on=day(on))
                for least, on in rules
            ),
            "areas": (*named, *(areas("b").model_copy(update={"on": day(on)}) for _, on in rules)),
        }
    )
    was, now = (progress(each, CLEE, case) for each in (before, after))
    for old, new in zip(was.phases[:2], now.phases[:2], strict=True):
        for one, other in zip(old.requirements, new.requirements, strict=True):
            if _is_there(one):
                assert (other.standing, other.have) == (one.standing, one.have)
        assert old.gate is not None and new.gate is not None
        assert new.gate.meets >= old.gate.meets


def _is_there(each: Progress) -> bool:
    return each.standing in (Standing.MET, Standing.LOGGED)
