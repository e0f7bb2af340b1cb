"""What the programme stated stays: what is stated later never scores an earlier phase anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, SetAside
from facilitui.core.pathways.entry_sections import pathway_sections
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.stated import Stated
from facilitui.core.pathways.stating import (
    aside_of,
    asked_again,
    rule_of,
    with_aside,
    with_rule,
    without_rule,
)
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    OF_PHASE,
    TODAY,
    areas,
    day,
    enrolled,
    observed,
    stands,
)

GATE, ROLE = "scores_as_apprentice", "apprentice_role"
DESIGNATED = (areas("a").model_copy(update={"on": day(50)}),)


def rule(least: int, after: int) -> OwnRule:
    """What the programme stated so many days after the enrolment began."""
    return OwnRule(requirement=GATE, at_least=least, source="Ms Doe", on=day(after))


def aside(after: int, *, waits: bool = False, reason: str = "so") -> SetAside:
    """The same of what is set aside."""
    return SetAside(requirement=ROLE, waits=waits, reason=reason, on=day(after))


@pytest.mark.parametrize(("first", "later"), [(4, 2), (2, 4)])
@pytest.mark.parametrize("after", [230, 900])
def test_a_rule_that_is_stated_later_scores_no_phase_anew(
    first: int, later: int, after: int
) -> None:
    """Neither one of the next phase nor one that is still to come, be it easier or stricter."""
    case = Case(observed=(observed("x", 120, {"a": 3}),))
    told = enrolled(CLEE, OF_PHASE, ["x"], areas=DESIGNATED, rules=(rule(first, 110),))
    then = with_rule(told, rule(later, after), "x")
    assert then.rules == (rule(first, 110), rule(later, after))
    before, now = (stands(GATE, each, CLEE, case) for each in (told, then))
    assert (before.standing, before.own_rule) == (now.standing, now.own_rule)


def test_the_files_rule_holds_again_from_a_day_on() -> None:
    """What was scored by another one before stays; said to correct that one, it never was."""
    case = Case(observed=(observed("x", 120, {"a": 2}),))
    told = enrolled(CLEE, OF_PHASE, ["x"], areas=DESIGNATED, rules=(rule(2, 110),))
    again = without_rule(told, GATE, "x", day(230))
    assert rule_of(again, GATE) is None and again.rules[0] == rule(2, 110)
    found = stands(GATE, again, CLEE, case)
    assert (found.standing, found.own_rule) == (Standing.MET, rule(2, 110))
    never = without_rule(told, GATE, "x", day(230), corrects=told)
    assert never.rules == () and stands(GATE, never, CLEE, case).standing is Standing.MISSING


def test_what_was_set_aside_in_a_phase_stays_so_there() -> None:
    """Also once it waits, or is asked again; and what waited waits there."""
    told = enrolled(CLEE, OF_PHASE, aside=(aside(110),))
    for then in (
        with_aside(told, aside(230, waits=True), "x"),
        asked_again(told, ROLE, "x", day(230)),
        with_aside(asked_again(told, ROLE, "x", day(230)), aside(240, reason="now"), "x"),
    ):
        found = stands(ROLE, then, CLEE, Case())
        assert (found.standing, found.reason) == (Standing.SET_ASIDE, "so")
        assert then.aside[0] == aside(110)
        since = [each for each in texts(found.remarks) if "leaves it as it was" in each]
        assert len(since) == len(then.aside) - 1
    never = asked_again(told, ROLE, "x", day(230), corrects=told)
    assert never.aside == () and stands(ROLE, never, CLEE, Case()).standing is Standing.MISSING


def test_what_was_set_aside_after_its_phase_can_be_asked_again() -> None:
    """It stands as if nothing had been stated; and then what is stated since."""
    told = enrolled(CLEE, OF_PHASE, aside=(aside(230),))
    assert stands(ROLE, told, CLEE, Case()).standing is Standing.SET_ASIDE
    again = asked_again(told, ROLE, "x", day(232))
    assert aside_of(again, ROLE) is None and len(again.aside) == 2
    assert stands(ROLE, again, CLEE, Case()).standing is Standing.MISSING
    waits = with_aside(again, aside(234, waits=True, reason="autumn"), "x")
    found = stands(ROLE, waits, CLEE, Case())
    assert (found.standing, found.reason) == (Standing.WAITING, "autumn")


def test_that_it_is_asked_again_on_a_day_to_come_changes_nothing_yet() -> None:
    """It is told."""
    then = asked_again(enrolled(CLEE, OF_PHASE, aside=(aside(110),)), ROLE, "x", day(900))
    found = stands(ROLE, then, CLEE, Case())
    assert found.standing is Standing.SET_ASIDE
    assert texts(found.remarks) == ("it is asked again from 28 Jun 2028 on, and not yet",)


Change = Callable[[Enrolment], Enrolment]
ON = st.integers(0, 300)
KINDS = ["rule", "file", "aside", "asked"]


def _change(on: int, kind: str, least: int) -> Change:
    return {
        "rule": lambda each: with_rule(each, rule(least, on), "x"),
        "file": lambda each: without_rule(each, GATE, "x", day(on)),
        "aside": lambda each: with_aside(each, aside(on, waits=least > 4, reason=str(least)), "x"),
        "asked": lambda each: asked_again(each, ROLE, "x", day(on)),
    }[kind]


@given(st.lists(st.tuples(ON, st.sampled_from(KINDS))), ON)
def test_nothing_that_is_stated_since_changes_what_was_stated_by_the_end_of_a_phase(
    stated: list[tuple[int, str]], end: int
) -> None:
    """Whatever is said, day by day, once something stands there."""
    enrolment, then = Enrolment(), None
    for at, (on, kind) in enumerate(sorted(stated, key=lambda each: each[0])):
        if on > end and then is None:
            then = enrolment
        enrolment = _change(on, kind, at % 9 + 1)(enrolment)
    was, now = (
        Stated(CLEE, each, min(day(end), TODAY), TODAY) for each in (then or enrolment, enrolment)
    )
    gate = next(each for each in CLEE.requirements if isinstance(each, ScoreGate))
    assert gate.id == GATE
    if was.own_rule(gate) is not None:
        assert now.own_rule(gate) == was.own_rule(gate)
    before, after = was.aside(ROLE), now.aside(ROLE)
    if before is not None:
        assert after is not None and (after.waits, after.on) == (before.waits, before.on)


def test_what_is_of_the_same_day_or_corrects_stands_in_its_place() -> None:
    """Of the others everything stays; since when it is so stays where only the reason is new."""
    told = with_rule(with_rule(Enrolment(), rule(2, 50), "x"), rule(3, 90), "x")
    assert with_rule(told, rule(4, 90), "x").rules == (rule(2, 50), rule(4, 90))
    assert with_rule(told, rule(4, 120), "x", corrects=told).rules == (rule(2, 50), rule(4, 120))
    asked = with_aside(Enrolment(), aside(50), "x")
    assert with_aside(asked, aside(90, reason="y"), "x").aside == (aside(50, reason="y"),)
    waits = with_aside(asked, aside(90, waits=True), "x", corrects=asked)
    assert waits.aside == (aside(50, waits=True),)


def test_a_record_with_one_for_each_requirement_is_read_as_before() -> None:
    """What older programs wrote says neither that it is over nor in which order."""
    one = {"requirement": GATE, "at_least": 2, "source": "x", "on": "2026-03-03"}
    other = {"requirement": ROLE, "waits": True, "reason": "x", "on": "2026-03-03"}
    read = Enrolment.model_validate({"rules": [one], "aside": [other]})
    assert rule_of(read, GATE) == read.rules[0] and aside_of(read, ROLE) == read.aside[0]


def test_the_journal_shows_every_statement() -> None:
    """Also that one is over."""
    told = asked_again(with_aside(Enrolment(), aside(50), "x"), ROLE, "x", day(90))
    told = without_rule(with_rule(told, rule(2, 50), "x"), GATE, "x", day(90))
    said = {each.heading: each.said for each in pathway_sections(told)}
    assert [each.beside.split(" since")[0] for each in said["Set aside, or waiting"]] == [
        "set aside",
        "asked again",
    ]
    rules = [each.beside for each in said["The programme's own rules"]]
    assert rules == ["2 or higher", "as the file has it again"]
