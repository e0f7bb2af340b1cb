"""The forms of a block: its limits, the minutes of its steps, the groups that do it."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from facilitui.core.naming import NEW_BLOCK
from facilitui.core.plans.agenda import expand_block
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup, StepMinutes
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.vocabulary import BlockKind, Question
from facilitui.services.forms.form import Choices
from tests.core.making import good_plan, tuning
from tests.services.forms.filling import filled, form, hints, taken, told, values


def one(**fields: Any) -> Plan:
    """A plan of one block that runs the Tuning Protocol, for 21 people."""
    given: dict[str, Any] = {"id": "t", "title": "T", "minutes": 67, "protocol": "tuning"}
    return good_plan(audience=Audience(count=21), blocks=(Block(**(given | fields)),))


def test_each_field_of_a_block_changes_what_it_is_called() -> None:
    """In the agenda as well as parked."""
    plan = good_plan(parked=(Block(id="p", title="P"),))
    for place in ("block work", "block p"):
        changed = filled(
            plan,
            place,
            goals="G2 all",
            pinned_start="4 pm",
            kind="break",
            question="open_opinion",
            protected="yes",
            optional="yes",
            min="5",
            max="300",
            note="one\ntwo\n",
        ).block(place.split()[1])
        assert changed is not None
        assert (changed.goals, changed.pinned_start) == (("G2", "all"), time(16))
        assert (changed.kind, changed.question) == (BlockKind.BREAK, Question.OPEN_OPINION)
        assert (changed.protected, changed.optional) == (True, True)
        assert (changed.min, changed.max, changed.note) == (5, 300, "one\ntwo")


def test_a_blocks_limits_give_way_to_its_minutes() -> None:
    """What a person types goes before what the file allowed; the plan can still be read."""
    plan = good_plan(blocks=(Block(id="a", title="A", minutes=10, min=5, max=15),))
    for typed, limits in (("3", (3, 3, 15)), ("20", (20, 5, 20)), ("12", (12, 5, 15))):
        block = filled(plan, "block a", minutes=typed).blocks[0]
        assert (block.minutes, block.min, block.max) == limits


def test_limits_that_are_typed_must_hold_the_minutes() -> None:
    """They are told, never silently changed; empty is none."""
    plan = good_plan(blocks=(Block(id="a", title="A", minutes=10, min=5, max=15),))
    assert told(plan, "block a", min="11") == "at least 11 is more than the 10 minutes planned"
    assert told(plan, "block a", max="9") == "at most 9 is less than the 10 minutes planned"
    assert filled(plan, "block a", min="", max="").blocks[0].min is None


def test_a_step_that_is_left_empty_is_fitted() -> None:
    """What it gets is its hint; the whole is told against the block's minutes."""
    plan = one(minutes=60)
    fitted = {part.id: part.minutes for part in expand_block(plan.blocks[0], tuning(), 21).parts}
    shown = hints(plan, "steps t")
    assert shown["step-present"].startswith(f"{fitted['t/present']:g} fitted · 10 to 15, usually")
    assert shown[""] == "60 of the block's 60 min"
    assert "silent" in shown["step-examine"]
    set_by_hand = hints(plan, "steps t", **{"step-present": "12"})
    assert set_by_hand["step-present"] == "10 to 15, usually 15"
    assert hints(plan, "steps t", **{"step-present": "200"})[""].startswith("227 of")


def test_minutes_of_steps_are_set_and_taken_back() -> None:
    """One that belongs to no step of this run stays; one that is emptied is fitted again."""
    plan = one(steps=(StepMinutes(step="gone", minutes=3), StepMinutes(step="clarify", minutes=4)))
    changed = filled(plan, "steps t", **{"step-present": "12.5", "step-clarify": ""}).blocks[0]
    assert changed.steps == (
        StepMinutes(step="gone", minutes=3),
        StepMinutes(step="present", minutes=12.5),
    )
    assert told(plan, "steps t", **{"step-present": "0"}).startswith("the time of a step")
    assert told(plan, "steps t", **{"step-present": "241"}).endswith("at most 240")


def test_groups_side_by_side_are_one_a_line() -> None:
    """Name, people, lead, place, task; what is left out is left out, people as well."""
    typed = "Reds, 10, Ana, room 2, read, then mark\nBlues; ; Ben\nGreens, Mia\n7 Up, 3"
    plan = filled(one(), "groups t", groups=typed)
    assert plan.blocks[0].groups == (
        ParallelGroup(name="Reds", people=10, lead="Ana", place="room 2", task="read, then mark"),
        ParallelGroup(name="Blues", lead="Ben"),
        ParallelGroup(name="Greens", lead="Mia"),
        ParallelGroup(name="7 Up", people=3),
    )
    again = next(field.value for field in form(plan, "groups t").fields if field.key == "groups")
    assert filled(one(), "groups t", groups=again).blocks == plan.blocks
    kept, sentence = taken(one(), "groups t", groups="Reds, 10\n, Ana\nBlues, 2000 people")
    assert [group.name for group in kept.blocks[0].groups] == ["Reds"]
    assert sentence.startswith("line 2 (also 3): a group has a name first")


def test_how_people_sit_is_told_while_it_is_typed() -> None:
    """Shares of the groups, sub-groups of the largest of them."""
    shown = hints(one(), "groups t", groups="Reds, 8\nBlues", size="4", rule="at_most")
    assert shown["groups"].strip() == "of 21: Reds 8, Blues 13"
    assert shown["rule"].strip() == "13 people: three threes and one four"
    assert hints(one(), "groups t", size="x")["rule"] == ""


def test_a_size_of_sub_groups_is_chosen_or_left_to_the_protocol() -> None:
    """The rule alone chooses nothing."""
    chosen = filled(one(), "groups t", size="5", rule="at_most")
    assert chosen.blocks[0].grouping == Grouping(size=5, rule=SizeRule.AT_MOST)
    assert filled(chosen, "groups t", size="").blocks[0].grouping is None
    assert filled(one(), "groups t", rule="at_most").blocks[0].grouping is None


@pytest.mark.parametrize(("typed", "because"), [("1", "at least 2"), ("61", "60"), ("a", "“a”")])
def test_a_size_that_is_none_is_told(typed: str, because: str) -> None:
    """With what would be right."""
    assert because in told(one(), "groups t", size=typed)


def test_a_new_block_is_of_the_kind_that_its_title_says() -> None:
    """Until somebody chooses one, be it the one it had; what is marked is what holds."""
    plan = one(title=NEW_BLOCK, protocol=None)
    assert filled(plan, "block t", title="Opening and why").blocks[0].kind is BlockKind.OPENING
    assert filled(plan, "block t", title="Look at the work").blocks[0].kind is BlockKind.ACTIVITY
    for chosen in (BlockKind.NORMS, BlockKind.ACTIVITY):
        changed = filled(plan, "block t", title="Break", kind=chosen.value)
        assert changed.blocks[0].kind is chosen
    assert _kinds(plan, title="Break")[0] == ("", "as its title says: Break")
    assert _kinds(plan, title="Look")[0] == ("", "as its title says: Activity")


def test_a_block_that_has_a_title_or_a_kind_keeps_its_kind() -> None:
    """Nothing is guessed any more, whatever it is called next."""
    for plan in (one(title="Work", protocol=None), one(title=NEW_BLOCK, kind=BlockKind.NORMS)):
        before = plan.blocks[0].kind
        assert filled(plan, "block t", title="Break").blocks[0].kind is before
        assert next(f.value for f in form(plan, "block t").fields if f.key == "kind") == before
        assert not form(plan, "block t").follow(values(form(plan, "block t"), title="Break"))


def _kinds(plan: Plan, **typed: str) -> Choices:
    opened = form(plan, "block t")
    return opened.follow(values(opened, **typed))["kind"].choices or ()


@pytest.mark.parametrize(("field", "called"), [("minutes", "minutes"), ("max", "at most")])
def test_a_range_is_not_cut_to_its_first_number(field: str, called: str) -> None:
    """It is told, with what can be typed; At least and At most are for ranges."""
    assert told(one(), "block t", **{field: "15-20"}) == (
        f"{called} is one number such as 15, not “15-20”"
    )
    assert "whole number" in told(one(), "groups t", groups="Reds, 10-12, Ana")
