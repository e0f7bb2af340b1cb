"""The forms of a plan: nothing changes that was not typed, and every fault is one sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from facilitui.core.norms import Norm, NormSet
from facilitui.core.plan import Block, Goal, Plan
from facilitui.core.plan_parts import Person, PlannedNorms, PlannedWith
from facilitui.core.ports import Shelf
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode, Role
from facilitui.services.plan_forms import Form, form_of, new_evidence_form, new_goal_form
from tests.core.making import good_plan

ROOT = Path(__file__).resolve().parents[2]
AGENDAS = sorted((ROOT / "agendas").glob("*.toml"))
SHELF = Shelf(
    norms={
        "seven_norms": NormSet(id="seven_norms", name="Seven", norms=(Norm(id="p", text="Pause"),))
    }
)
SIMPLE = ("about", "audience", "norms", "people")

TODAY = date(2026, 11, 25)


def places(plan: Plan) -> Iterator[str]:
    """Every place of a plan that has a form."""
    yield from SIMPLE
    yield from (f"goal {goal.id}" for goal in plan.goals)
    yield from (f"block {block.id}" for block in plan.blocks)
    yield from (f"evidence {each.id}" for each in plan.evidence)


def form(plan: Plan, place: str) -> Form:
    """The form of a place that has one."""
    found = form_of(plan, SHELF, place, TODAY)
    assert found is not None, place
    return found


def values(form: Form, **typed: str) -> dict[str, str]:
    """What a form hands over once these fields were typed."""
    shown = {field.key: field.value for field in form.fields}
    assert set(typed) <= set(shown)
    return shown | typed


def filled(plan: Plan, place: str, **typed: str) -> Plan:
    """The plan after typing into a form."""
    opened = form(plan, place)
    return opened.apply(plan, values(opened, **typed))


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_looking_at_a_shipped_agenda_changes_nothing(path: Path) -> None:
    """Every form of every agenda, opened and closed."""
    plan = Plan.model_validate(tomllib.loads(path.read_text("utf-8")))
    for place in places(plan):
        assert filled(plan, place) == plan, place


def test_looking_at_a_plan_written_by_hand_changes_nothing() -> None:
    """Own ids of norms, fractions of minutes, seconds of a start, all stay as they are."""
    plan = good_plan(
        start=datetime(2026, 11, 25, 15, 30, 20),
        minutes=61.1234567,
        blocks=(
            Block(id="a", title=" A ", minutes=7.1234567, min=2, max=9, goals=("all", "G1")),
            Block(id="b", title="B", minutes=1, pinned_start=time(15, 45, 30), lead="Ana"),
        ),
        norms=PlannedNorms(
            sets=("seven_norms", "more"),
            own=(Norm(id="first", text="Ours; and theirs"), Norm(id="own-9", text="Two")),
            watch="first",
        ),
        people=(Person(name="Kim, the scribe", role=Role.SCRIBE),),
        planned_with=(PlannedWith(person="Ben, Jr.", role=Role.PEER, minutes=20.25),),
        materials=("markers; red and blue",),
    )
    for place in places(plan):
        assert filled(plan, place) == plan, place


def test_each_field_changes_what_it_is_called() -> None:
    """And nothing else."""
    plan = good_plan()
    about = filled(
        plan, "about", title=" T ", start="2026-12-01T09:05", minutes="45,5", mode="hybrid"
    )
    assert (about.title, about.start, about.minutes, about.mode) == (
        "T",
        datetime(2026, 12, 1, 9, 5),
        45.5,
        Mode.HYBRID,
    )
    assert filled(plan, "about", start="").start is None
    assert filled(plan, "audience", who="all", count="12").audience.count == 12
    assert filled(plan, "audience", count="").audience.count == 0
    assert filled(plan, "goal G1", text="new", kind="do").goals[0] == Goal(
        id="G1", text="new", kind=GoalKind.DO
    )
    block = filled(plan, "block work", goals="g2, ALL", pinned_start="16:00", kind="break").blocks[
        1
    ]
    assert (block.goals, block.pinned_start, block.kind) == (
        ("G2", "all"),
        time(16),
        BlockKind.BREAK,
    )
    measure = filled(plan, "evidence E1", kind="learner_data", goals="G1", who="Ana").evidence[0]
    assert (measure.kind, measure.goals, measure.who) == (EvidenceKind.LEARNER_DATA, ("G1",), "Ana")


def test_a_blocks_limits_give_way_to_its_minutes() -> None:
    """What a person types goes before what the file allowed; the plan can still be read."""
    plan = good_plan(blocks=(Block(id="a", title="A", minutes=10, min=5, max=15),))
    for typed, limits in (("3", (3, 3, 15)), ("20", (20, 5, 20)), ("12", (12, 5, 15))):
        block = filled(plan, "block a", minutes=typed).blocks[0]
        assert (block.minutes, block.min, block.max) == limits
        Plan.model_validate(filled(plan, "block a", minutes=typed).model_dump())


def test_a_norm_keeps_its_name_while_its_words_change() -> None:
    """So that the one to watch is still the one to watch; a new one gets a name of its own."""
    norms = PlannedNorms(own=(Norm(id="x", text="Listen"), Norm(id="y", text="Wait")), watch="y")
    plan = good_plan(norms=norms)
    changed = filled(plan, "norms", own="Listen well; Wait").norms
    assert [norm.text for norm in changed.own] == ["Listen well", "Wait"]
    assert changed.watch == "y" and changed.own[1].id == "y"
    more = filled(plan, "norms", own="Wait; Wait; Ask").norms
    assert len({norm.id for norm in more.own}) == 3 and more.own[0].id == "y"


def test_a_norm_that_is_gone_is_not_watched() -> None:
    """Nothing is left that names nothing."""
    norms = PlannedNorms(own=(Norm(id="x", text="Listen"),), watch="x")
    assert filled(good_plan(norms=norms), "norms", own="").norms.watch is None


def test_people_and_materials_are_lists() -> None:
    """Divided by semicolons, their parts by commas; a role may be left out."""
    plan = filled(
        good_plan(),
        "people",
        people="Ben, co facilitator; Mia",
        planned_with="Kim, staff, 30; Lu",
        materials="markers; ; copies",
    )
    assert plan.people == (Person(name="Ben"), Person(name="Mia"))
    assert [(each.person, each.role, each.minutes) for each in plan.planned_with] == [
        ("Kim", Role.STAFF, 30),
        ("Lu", Role.CO_FACILITATOR, 0),
    ]
    assert plan.materials == ("markers", "copies")


@pytest.mark.parametrize(
    ("place", "field", "typed", "told"),
    [
        ("about", "start", "tomorrow", "2026-11-25 15:30"),
        ("about", "minutes", "", "minutes"),
        ("about", "minutes", "0", "more than 0"),
        ("about", "minutes", "1e999", "minutes"),
        ("about", "minutes", "nan", "minutes"),
        ("about", "minutes", "481", "480"),
        ("about", "title", "x" * 301, "301 characters"),
        ("audience", "count", "-1", "how many"),
        ("audience", "count", "2.5", "whole number"),
        ("audience", "count", "1001", "1000"),
        ("audience", "count", "[x]", "[x]"),
        ("block work", "goals", "G1 G9", "G9"),
        ("block work", "pinned_start", "25:00", "15:45"),
        ("block work", "minutes", "900", "480"),
        ("people", "people", "Ben, king", "king"),
        ("people", "planned_with", "Ben, peer, long", "long"),
        ("people", "planned_with", "Ben, peer, 9999", "minutes"),
    ],
)
def test_what_cannot_be_understood_is_one_sentence(
    place: str, field: str, typed: str, told: str
) -> None:
    """It names what was typed, or what would be right; nothing is changed."""
    with pytest.raises(ValueError) as raised:
        filled(good_plan(), place, **{field: typed})
    assert told in str(raised.value) and "\n" not in str(raised.value)
    assert "validation error" not in str(raised.value)


def test_new_goals_and_measures_begin_where_something_is_missing() -> None:
    """The next free id; the goals without evidence; neither is kept while it says nothing."""
    plan = good_plan(evidence=())
    goal = new_goal_form(plan)
    assert goal.apply(plan, values(goal)) is plan
    assert goal.apply(plan, values(goal, text="a third")).goals[-1].id == "G3"
    measure = new_evidence_form(plan)
    assert measure.apply(plan, values(measure)) is plan
    made = measure.apply(plan, values(measure, text="what they wrote")).evidence
    assert [each.goals for each in made] == [("G1", "G2")]


@pytest.mark.parametrize("place", ["", "goal G9", "block gone", "evidence gone", "check x", "x"])
def test_a_place_that_is_not_there_has_no_form(place: str) -> None:
    """And is no error."""
    assert form_of(good_plan(), SHELF, place, TODAY) is None
