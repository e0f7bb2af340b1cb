"""Names are hidden in all that people typed, and in nothing that the programme or we say."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment, OwnRule, PriorityAreas
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.whose_words import Typed, words
from facilitui.core.vocabulary import Role
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.plain_text import plain_text
from tests.core.pathways import journals as j

NAME = "Zebulon Quark"
CRITERIA = RubricRef(id="ours", version="1", name="Plan and ask")
STAYS = {
    j.CLEE.id: {"learning": 0, "apprentice": 100, "fully_approved": 200},
    j.CORE.id: {"community": 0},
}


def enrolment(pathway: Pathway, typed: str, *counts: str) -> Enrolment:
    """One with what the programme says of it, and with this wherever somebody types of it.

    Of what is asked one waits and one is set aside; each phase was entered without all it asks.
    """
    about = j.enrolled(pathway, STAYS[pathway.id], counts=counts)
    first, second, *_ = (each.id for each in pathway.requirements)
    lacked = tuple(each.text for each in pathway.requirements)
    entered = (
        each.model_copy(update={"lacked": lacked, "reason": typed}) for each in about.entered
    )
    areas = PriorityAreas(
        rubric=CRITERIA,
        areas=("asking", "closing"),
        names={"asking": "Plan them again", "closing": "Do and study"},
        source=typed or "-",
        on=j.START,
    )
    gates = (each.id for each in pathway.requirements if each.kind == "scores")
    rule: dict[str, Any] = {"at_least": 2, "source": typed or "-", "on": j.START}
    return about.model_copy(
        update={
            "name": typed,
            "digest": digest(pathway),
            "entered": tuple(entered),
            "areas": (areas,),
            "rules": tuple(OwnRule(requirement=each, **rule) for each in gates),
            "aside": (j.aside(first, waits=True, reason=typed), j.aside(second, reason=typed)),
        }
    )


def summary(pathway: Pathway, typed: str, case: Case, *names: str) -> Summary:
    """What the summary is made of, with these names to be hidden."""
    held: tuple[Any, ...] = (*case.sessions, *case.observed, *case.heard)
    of = enrolment(pathway, typed, *sorted({each.source.key for each in held}))
    return Summary(j.progress(of, pathway, case), case, j.TODAY, {}, once_members=names)


def told(each: Summary) -> str:
    """All of it in one line."""
    return " ".join(plain_text(evidence_summary(each), 10_000).split())


@cache
def unhidden(pathway_id: str) -> str:
    """What a summary says into which nobody typed anything, where nobody is on the roster."""
    pathway = next(each for each in (j.CLEE, j.CORE) if each.id == pathway_id)
    return told(summary(pathway, "", Case()))


def said_by_programme(pathway: Pathway) -> list[str]:
    """Every word of it that may be what somebody is called."""
    found = re.findall(r"[A-Za-z]{3,}", unhidden(pathway.id))
    return sorted({each.capitalize() for each in found})


@pytest.mark.parametrize("pathway", [j.CLEE, j.CORE], ids=["clee", "core"])
@given(data=st.data())
def test_nothing_that_the_programme_or_we_say_is_taken_for_a_name(
    pathway: Pathway, data: st.DataObject
) -> None:
    """Whatever members are called: requirements, phases, overrides, areas and rules stay whole."""
    every = st.sampled_from(said_by_programme(pathway))
    names = data.draw(st.lists(st.one_of(every, st.tuples(every, every).map(" ".join)), min_size=1))
    found = told(summary(pathway, "", Case(), *names))
    assert found.partition("Left out")[0] == unhidden(pathway.id).partition("Left out")[0]


def test_what_a_file_says_of_its_own_areas_is_nobodys_name() -> None:
    """Only somebody who enters areas says who says so."""
    use = j.CLEE.rubric.model_copy(update={"priority": ("asking",), "source": "Plan and Ask, p. 3"})
    pathway = j.CLEE.model_copy(update={"rubric": use})
    of = j.enrolled(pathway, STAYS[j.CLEE.id])
    told_of = Summary(
        j.progress(of, pathway, Case()), Case(), j.TODAY, {}, once_members=("Plan Ask",)
    )
    assert "Plan and Ask, p. 3" in told(told_of)


def named(each: Any) -> Any:
    """It, called by a title with the name in it."""
    source = each.source
    return replace(each, source=replace(source, told=f"{source.told} with {NAME}"))


def full_case(pathway: Pathway) -> Case:
    """Something of each kind, of which much lacks something or lies elsewhere, named so."""
    days = (-5, 3, 50, 100, 110, 150, 210, 400)
    sessions = [j.held(f"s{day}", day, role=Role.APPRENTICE) for day in days]
    sessions += [j.held(f"r{day}", day) for day in days]
    levels = {"asking": 1, "closing": 3}
    other = RubricRef(id="theirs", version="9", name="Others")
    seen = [
        j.observed(f"{rubric.id}{n}{day}", day, levels, lacks=lacks, rubric=rubric)
        for day in days
        for n, lacks in enumerate(((), ("its feedback",)))
        for rubric in (CRITERIA, other)
    ]
    heard = [j.heard(f"h{day}", day, *shows) for day in days for shows in ((0, 0), (1, 1))]
    logged = [
        j.logged(each.id, f"{each.id}{day}{planned}", day, note=NAME, planned=planned, link=link)
        for each in pathway.requirements
        for day in (3, 110, 400)
        for planned, link in ((False, ""), (True, f"https://example.org/{NAME}"))
    ]
    case = Case(
        sessions=tuple(replace(each, place=NAME) for each in sessions),
        observed=tuple(seen),
        heard=tuple(heard),
        logged=tuple(logged),
        unread=(words(Typed(f"The log of {NAME} is damaged.", in_quotes=False)),),
    )
    return replace(
        case,
        sessions=tuple(map(named, case.sessions)),
        observed=tuple(map(named, case.observed)),
        heard=tuple(map(named, case.heard)),
        logged=tuple(map(named, case.logged)),
    )


def test_who_states_the_rule_of_a_gate_that_is_met_is_not_named() -> None:
    """A gate says by whose rule it is met: in its line, in short and beside it."""
    seen = tuple(j.observed(f"s{at}", at, {"asking": 3}) for at in (110, 120))
    gate = "scores_as_apprentice"
    rule = OwnRule(requirement=gate, at_least=2, source=f"{NAME} of CLEE", on=j.START)
    of = j.enrolled(
        j.CLEE, {"learning": 0, "apprentice": 100}, ["s110", "s120"], areas=(j.areas("asking"),)
    ).model_copy(update={"rules": (rule,)})
    case = Case(observed=seen)
    stands = j.progress(of, j.CLEE, case)
    assert stands.phases[1].gate is not None and stands.phases[1].gate.meets
    assert NAME in stands.phases[1].gate.brief
    shown = Summary(stands, case, j.TODAY, {}, once_members=(NAME,))
    assert "Zebulon" not in told(shown) and "a rule that “a participant of CLEE”" in told(shown)


@pytest.mark.parametrize("pathway", [j.CLEE, j.CORE], ids=["clee", "core"])
def test_whatever_is_typed_no_name_gets_out(pathway: Pathway) -> None:
    """Of each kind of thing, in reasons, sources, titles, notes, places, notices and answers."""
    case = full_case(pathway)
    shown = told(summary(pathway, f"{NAME} said so", case))
    assert shown.count("Zebulon") > 20, "without a roster nothing is hidden"
    hidden = told(summary(pathway, f"{NAME} said so", case, NAME))
    for part in NAME.split():
        assert part not in hidden
    assert "a participant" in hidden
