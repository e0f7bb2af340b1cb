"""All forms of a plan: nothing changes that was not typed, and every fault is one sentence."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.library.norms import Norm
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import (
    Asked,
    Carried,
    CheckIn,
    Comfort,
    Grouping,
    ImprovementLink,
    LearningModel,
    ParallelGroup,
    Person,
    PlannedNorms,
    PlannedWith,
    Resource,
    StepMinutes,
    Visual,
)
from facilitui.core.plans.plan_words import AtEase, PlanLevel, Use
from facilitui.core.vocabulary import Role
from facilitui.services.forms import Form, applied, form_of, new_evidence_form, new_goal_form
from facilitui.services.forms.form import Kind
from tests.core.making import HOSTILE, good_plan
from tests.core.strategies import texts
from tests.services.forms.filling import SHELF, TODAY, filled, forms, places, values, whole

ROOT = Path(__file__).resolve().parents[3]
AGENDAS = sorted((ROOT / "agendas").glob("*.toml"))

FULL = good_plan(
    start=datetime(2026, 11, 25, 15, 30, 20),
    minutes=61.1234567,
    purpose=HOSTILE.replace("\ud800", ""),
    sensitive=True,
    audience=Audience(
        who=" all ",
        count=9,
        roles=("teachers, new", "leaders\nof schools"),
        comfort=(Comfort(item="a, b; c", level=AtEase.MIXED), Comfort(item="x: y")),
    ),
    blocks=(
        Block(id="a", title=" A ", minutes=7.1234567, min=2, max=9, goals=("all", "G1", "G9")),
        Block(id="b", title="B", minutes=1, pinned_start=time(15, 45, 30), note="x\r\ny \n"),
        Block(
            id="t",
            title="T",
            minutes=45,
            protocol="tuning",
            steps=(StepMinutes(step="gone", minutes=3), StepMinutes(step="clarify", minutes=4.3)),
            grouping=Grouping(size=4),
            groups=(ParallelGroup(name="1, of two", people=3, task="a; b"), ParallelGroup(name="")),
        ),
    ),
    parked=(Block(id="f", title="F", minutes=42, protocol="final_word"),),
    norms=PlannedNorms(
        sets=("seven", "more"),
        own=(Norm(id="first", text="Ours; and theirs"), Norm(id="own-9", text="Two\nlines")),
        watch="elsewhere",
    ),
    people=(Person(name="Kim, the scribe", role=Role.SCRIBE), Person(name="")),
    planned_with=(PlannedWith(person="Ben, Jr.", role=Role.PEER, minutes=20.25),),
    materials=("markers; red and blue", " "),
    visuals=(Visual(title="A, b", credit="c; d"),),
    improvement=(ImprovementLink(text="a, b", level=PlanLevel.MINISTRY, goals=("G1", "G7")),),
    learning_model=LearningModel(id="gone", fit="why"),
    research=("One, 2020",),
    resources=(
        Resource(name="Guide, second edition", where="shelf, left"),
        Resource(name="Film; the long one", use=Use.FAILED),
    ),
    check_ins=(CheckIn(at=datetime(2026, 12, 2, 9, 0, 7), prompt="a\nb"),),
    carried=(Carried(text="wait\nlonger", due=date(2026, 12, 1)),),
    asked=(Asked(text="more time", answer="ten minutes"),),
    note="one\n\ntwo",
)
"""A plan written by hand, in which everything is as awkward as it can be."""


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_looking_at_a_shipped_agenda_changes_nothing(path: Path) -> None:
    """Every form of every agenda, opened and closed."""
    plan = Plan.model_validate(tomllib.loads(path.read_text("utf-8")))
    for form in forms(plan):
        assert whole(form, plan, values(form)) == plan, form.title
        assert form.faults(values(form)) == {}


def test_looking_at_a_plan_written_by_hand_changes_nothing() -> None:
    """Whatever notation could not hold it all stays as it is."""
    assert len(list(forms(FULL))) == len(list(places(FULL))) - 2  # two blocks have no steps
    for form in forms(FULL):
        assert whole(form, FULL, values(form)) == FULL, form.title
        assert applied(form, FULL, values(form)) == (FULL, "")
        form.follow(values(form))


@given(st.data())
def test_whatever_is_typed_gives_a_plan_that_can_be_read_or_a_sentence(data: st.DataObject) -> None:
    """In any fields of any form at once; nothing else ever happens."""
    form = data.draw(st.sampled_from(list(forms(FULL))))
    typed = {field.key: data.draw(_anything(field)) for field in form.fields}
    plan, told = applied(form, FULL, typed)
    assert Plan.model_validate(plan.model_dump()) == plan
    for sentence in (told, *(fault.told for fault in form.faults(typed).values())):
        assert not {"\n", "\r"} & set(sentence) and len(sentence) < 200
        assert "validation error" not in sentence and "Enum" not in sentence
    form.follow(typed)


def _anything(field: Any) -> st.SearchStrategy[str]:
    """What a field could be given: any text, or what it offers."""
    offered = st.sampled_from([value for value, _ in field.choices] or [""])
    if field.shape is Kind.CHOICE:
        return offered
    if field.shape is Kind.YES:
        return st.sampled_from(["", "yes"])
    if field.shape is Kind.MANY:
        return st.lists(offered, max_size=4).map(" ".join)
    notation = st.text("GA1 ,;:-.\n9pm/Novtaff,stap", max_size=30)
    long = st.sampled_from(["x" * 301, "1" * 400, "9" * 5000, "a, " * 200, "\n" * 999])
    return st.one_of(st.just(field.value), notation, texts, long)


@given(st.data())
def test_one_bad_field_never_costs_another(data: st.DataObject) -> None:
    """Beside a fault, a purpose that is typed is kept."""
    bad = data.draw(st.sampled_from(["minutes", "start", "zone", "mode"]))
    form = form_of(FULL, SHELF, "about", TODAY)
    assert form is not None
    typed = values(form, **{bad: "[x]" * 200, "purpose": "to look", "place": "room 9"})
    plan, told = applied(form, FULL, typed)
    assert (plan.purpose, plan.place) == ("to look", "room 9") and told
    assert getattr(plan, bad) == getattr(FULL, bad)
    assert set(form.faults(typed)) == {bad}


def test_a_line_that_is_too_long_is_left_out_whole() -> None:
    """The value from before stays: nothing is cut in the middle of a word."""
    form = form_of(FULL, SHELF, "about", TODAY)
    assert form is not None
    plan, told = applied(form, FULL, {"purpose": "x" * 301, "minutes": "50"})
    assert (plan.purpose, plan.minutes) == (FULL.purpose, 50)
    assert "301 characters long; at most 300 fit" in told


def test_the_first_fault_in_reading_order_is_told() -> None:
    """However the values were handed over."""
    form = form_of(FULL, SHELF, "about", TODAY)
    assert form is not None
    _, told = applied(form, FULL, {"minutes": "soon", "title": "x" * 301})
    assert told.startswith("title")


def test_values_that_are_right_only_together_are_taken_together() -> None:
    """At least twelve minutes, of fifteen where it was ten before; in any order."""
    plan = good_plan(blocks=(Block(id="a", title="A", minutes=10),))
    form = form_of(plan, SHELF, "block a", TODAY)
    assert form is not None
    changed, told = applied(form, plan, {"min": "12", "max": "x", "minutes": "15"})
    assert (changed.blocks[0].min, changed.blocks[0].minutes) == (12, 15)
    assert told == "at most is a number such as 20 or 1 h 30, not “x”"


def test_hostile_text_is_kept_as_it_was_typed() -> None:
    """Brackets, controls, half characters: all of it is only text."""
    assert filled_text(good_plan(), "note", note=HOSTILE).note == HOSTILE
    assert filled_text(good_plan(), "about", title=HOSTILE).title == HOSTILE
    assert filled_text(good_plan(), "norms", own=HOSTILE).norms.own[0].text == HOSTILE


def filled_text(plan: Plan, place: str, **typed: str) -> Plan:
    """A plan after typing what no file could hold."""
    form = form_of(plan, SHELF, place, TODAY)
    assert form is not None
    return whole(form, plan, values(form, **typed))


@pytest.mark.parametrize(
    "place",
    ["", "goal G9", "block gone", "evidence gone", "steps open", "groups x", "carried", "x"],
)
def test_a_place_that_is_not_there_has_no_form(place: str) -> None:
    """Nor has one with nothing to fill in; it is no error."""
    assert form_of(good_plan(), SHELF, place, TODAY) is None


def test_new_goals_and_measures_begin_where_something_is_missing() -> None:
    """The next free id; the goals without evidence; neither is kept while it says nothing."""
    plan = good_plan(evidence=())
    goal: Form[Plan] = new_goal_form(plan)
    assert whole(goal, plan, values(goal)) is plan
    assert whole(goal, plan, values(goal, text="a third")).goals[-1].id == "G3"
    measure = new_evidence_form(plan)
    assert whole(measure, plan, values(measure)) is plan
    made = whole(measure, plan, values(measure, text="what they wrote")).evidence
    assert [each.goals for each in made] == [("G1", "G2")]
    offered = next(field.choices for field in measure.fields if field.key == "goals")
    assert offered[-1] == ("all", "all, later ones too")  # which is more than each of them


def test_every_field_tells_how_it_is_filled_in() -> None:
    """A line without a hint would leave a newcomer guessing."""
    silent = [
        (form.title, field.key)
        for form in forms(FULL)
        for field in form.fields
        if not field.hint and field.shape is not Kind.CHOICE
    ]
    assert silent == []
    assert filled(FULL, "about") == FULL
