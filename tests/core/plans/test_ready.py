"""The ready list: what applies to a plan, what is done, and what follows by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import ParallelGroup, Person, Visual
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.plans.ready import Ready, partners, ready_list, toggled_ready
from facilitui.core.vocabulary import Mode, Role
from tests.core.plan_strategies import plans

ANA = Person(name="Ana", role=Role.FACILITATOR)


def items(plan: Plan) -> list[ReadyItem]:
    return [each.item for each in ready_list(plan)]


def one(plan: Plan, item: ReadyItem) -> Ready:
    return next(each for each in ready_list(plan) if each.item is item)


@given(plans())
def test_a_list_holds_what_the_plan_needs(plan: Plan) -> None:
    """Each item at most once, in one order, and only where it applies."""
    found = items(plan)
    assert found == [item for item in ReadyItem if item in found]
    assert (ReadyItem.LINK_SENT in found) == (plan.mode is not Mode.IN_PERSON)
    assert (ReadyItem.ROOM in found) == (plan.mode in {Mode.IN_PERSON, Mode.HYBRID})
    assert (ReadyItem.MATERIALS in found) == bool(plan.materials)
    assert (ReadyItem.VISUALS_CREDITED in found) == bool(plan.visuals)
    assert (ReadyItem.PARTNER_BRIEFED in found) == bool(partners(plan))
    assert {ReadyItem.RUN_SHEET, ReadyItem.SCREEN_LOCK} <= set(found)


@given(plans(), st.sampled_from(ReadyItem))
def test_ticking_changes_one_item_and_twice_none(plan: Plan, item: ReadyItem) -> None:
    """What follows from the plan cannot be ticked at all."""
    before = {each.item: each.done for each in ready_list(plan)}
    once = toggled_ready(plan, item)
    after = {each.item: each.done for each in ready_list(once)}
    by_hand = item is not ReadyItem.VISUALS_CREDITED
    assert after == {each: done ^ (each is item and by_hand) for each, done in before.items()}
    assert set(toggled_ready(once, item).ready) == set(plan.ready)


@pytest.mark.parametrize(("credited", "done"), [(0, False), (2, False), (3, True)])
def test_visuals_are_credited_when_all_are(credited: int, done: bool) -> None:
    """The tick follows from the credits, whatever the file says was ticked."""
    visuals = tuple(Visual(title="x", credit="us" if n < credited else " ") for n in range(3))
    plan = Plan(visuals=visuals, ready=(ReadyItem.VISUALS_CREDITED,) if not done else ())
    assert one(plan, ReadyItem.VISUALS_CREDITED) == Ready(
        ReadyItem.VISUALS_CREDITED, done, by_hand=False, told=f"{credited} of 3 credited"
    )


def test_each_item_tells_what_it_is_about() -> None:
    """The room, the link, how many things, and who is to be briefed."""
    plan = Plan(
        mode=Mode.HYBRID,
        place="Room 4",
        link="meet/abc",
        materials=("paper",),
        people=(ANA, *(Person(name=name) for name in ("Ben", "Cy", "Dee", "Eve"))),
        ready=(ReadyItem.ROOM,),
    )
    assert [(each.item.value, each.told, each.done) for each in ready_list(plan)] == [
        ("link_sent", "meet/abc", False),
        ("room", "Room 4", True),
        ("materials", "1 thing", False),
        ("screen_lock", "", False),
        ("run_sheet", "", False),
        ("partner_briefed", "Ben, Cy, Dee and 1 more", False),
    ]


def test_whoever_has_a_part_is_a_partner() -> None:
    """Somebody named, a block's lead, a group's lead; the facilitator is none, however written."""
    group = ParallelGroup(name="North", lead="Cy")
    plan = Plan(
        people=(ANA, Person(name="Ben")),
        blocks=(
            Block(id="a", title="x", lead="  ana "),
            Block(id="b", title="x", lead="BEN", groups=(group, ParallelGroup(name="South"))),
            Block(id="c", title="x", lead="Dee"),
        ),
    )
    assert partners(plan) == ("Ben", "Cy", "Dee")
    assert partners(Plan(people=(ANA,), blocks=plan.blocks[:1])) == ()
    assert partners(Plan(people=(Person(name="Me", role=Role.SELF),))) == ()
