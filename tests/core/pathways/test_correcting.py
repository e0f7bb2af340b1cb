"""A correction is of the very statement that somebody looked at, and of no other one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import Refused
from facilitui.core.pathways.correcting import place_of
from facilitui.core.pathways.enrolling import with_areas
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, SetAside
from facilitui.core.pathways.stating import asked_again, with_aside, with_rule, without_rule
from tests.core.pathways.journals import areas, day

GATE, ROLE = "scores_as_apprentice", "apprentice_role"
ON = st.integers(0, 300)


def rule(least: int, after: int) -> OwnRule:
    """What the programme stated so many days after the enrolment began."""
    return OwnRule(requirement=GATE, at_least=least, source="Ms Doe", on=day(after))


def aside(after: int, *, waits: bool = False) -> SetAside:
    """The same of what is set aside, or waits."""
    return SetAside(requirement=ROLE, waits=waits, reason=str(after), on=day(after))


@given(st.lists(ON, min_size=1, unique=True), st.lists(ON, unique=True), ON)
def test_what_others_stated_meanwhile_stays_as_it_is(
    known: list[int], since: list[int], on: int
) -> None:
    """Of rules and areas; the one that was looked at is another one, in its place."""
    looked_at = Enrolment(
        rules=tuple(rule(2, after) for after in known),
        areas=tuple(areas("a").model_copy(update={"on": day(after)}) for after in known),
    )
    now = looked_at.model_copy(
        update={
            "rules": (*looked_at.rules, *(rule(3, after) for after in since)),
            "areas": (
                *looked_at.areas,
                *(areas("b").model_copy(update={"on": day(after)}) for after in since),
            ),
        }
    )
    at, new = len(known) - 1, areas("c").model_copy(update={"on": day(on)})
    rules = with_rule(now, rule(4, on), "x", corrects=looked_at).rules
    assert rules == (*now.rules[:at], rule(4, on), *now.rules[at + 1 :])
    named = with_areas(now, new, corrects=looked_at).areas
    assert named == (*now.areas[:at], new, *now.areas[at + 1 :])


def test_what_was_corrected_meanwhile_is_corrected_once_more() -> None:
    """What stands in the place of what was looked at, also of another day."""
    looked_at = Enrolment(rules=(rule(1, 5), rule(2, 50)))
    theirs = with_rule(looked_at, rule(3, 60), "x", corrects=looked_at)
    theirs = with_rule(theirs, rule(4, 90), "x")
    mine = with_rule(theirs, rule(5, 50), "x", corrects=looked_at)
    assert mine.rules == (rule(1, 5), rule(5, 50), rule(4, 90))


def test_what_was_taken_out_meanwhile_is_corrected_no_more() -> None:
    """That it is no correction is what can be said instead."""
    looked_at = Enrolment(aside=(aside(50),))
    theirs = asked_again(looked_at, ROLE, "x", day(90), corrects=looked_at)
    assert theirs.aside == ()
    with pytest.raises(Refused, match="say that it is no correction") as no:
        with_aside(theirs, aside(90, waits=True), "x", corrects=looked_at)
    assert no.value.field == "corrects"
    for now, known in (([3, 4], [1, 2]), ([], [1]), ([1], []), ([], [])):
        with pytest.raises(Refused):
            place_of(now, known)


def test_that_the_files_rule_holds_again_stays_where_the_one_before_is_corrected() -> None:
    """And what is asked again stays so, by whoever said it."""
    looked_at = Enrolment(rules=(rule(2, 50),), aside=(aside(50),))
    theirs = without_rule(looked_at, GATE, "x", day(90))
    theirs = asked_again(theirs, ROLE, "x", day(90))
    mine = with_rule(theirs, rule(4, 50), "x", corrects=looked_at)
    assert [(each.at_least, each.on) for each in mine.rules] == [(4, day(50)), (None, day(90))]
    mine = with_aside(theirs, aside(120, waits=True), "x", corrects=looked_at)
    said = [(each.waits, each.asked, each.on) for each in mine.aside]
    assert said == [(True, False, day(50)), (False, True, day(90))]
    never = without_rule(theirs, GATE, "x", day(120), corrects=looked_at)
    assert never.rules == ()
