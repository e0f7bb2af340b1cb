"""What a plan changed of the agenda it began from: every kind told, once, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.plans.began_from import BeganFrom, BlockThen, GoalThen
from facilitui.core.plans.plan import Block, Goal, Plan
from facilitui.core.plans.plan_changes import How, PlanChange, SinceBegun, begun_from, since_begun
from tests.core.making import HOSTILE, good_plan
from tests.core.plan_strategies import plans

DAY = date(2026, 11, 23)
AGENDA = Plan(
    title="Looking at work",
    goals=(Goal(id="G1", text="See more"), Goal(id="G2", text="Ask better")),
    blocks=(
        Block(id="open", title="Opening", minutes=5),
        Block(id="norms", title="Norms", minutes=10),
        Block(id="work", title="Tuning", minutes=45, protocol="tuning"),
        Block(id="close", title="Closing", minutes=5),
    ),
)


def begun(agenda: Plan = AGENDA) -> Plan:
    """A plan that has just begun from it."""
    return begun_from(agenda, "looking", DAY)


def with_blocks(*ids: str, **changed: dict[str, Any]) -> Plan:
    """A plan with the agenda's blocks of these ids, some of them changed."""
    known = {each.id: each for each in AGENDA.blocks}
    made = (known[id].model_copy(update=changed.get(id, {})) for id in ids)
    return begun().model_copy(update={"blocks": tuple(made)})


def since(plan: Plan) -> SinceBegun:
    """What it changed."""
    found = since_begun(plan, {"tuning": "Tuning Protocol"})
    assert found is not None
    return found


def told(plan: Plan) -> list[str]:
    """The same in words."""
    return [each.told() for each in since(plan).changes]


ALL = ("open", "norms", "work", "close")
NEW = Block(id="new", title="Check-in")
G1, G2 = AGENDA.goals


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (begun(), []),
        (
            with_blocks(*ALL, norms={"title": "Our norms"}),
            ["“Norms” is called “Our norms”"],
        ),
        (with_blocks(*ALL, norms={"minutes": 12.5}), ["“Norms”: 12.5 minutes, not 10"]),
        (with_blocks(*ALL, norms={"minutes": 10.001}), []),
        (
            with_blocks(*ALL, work={"protocol": "final_word"}),
            ["“Tuning”: protocol “final word”, not “Tuning Protocol”"],
        ),
        (
            with_blocks(*ALL, work={"protocol": None}),
            ["“Tuning”: without protocol “Tuning Protocol”"],
        ),
        (
            with_blocks(*ALL, open={"protocol": "tuning"}),
            ["“Opening”: with protocol “Tuning Protocol”"],
        ),
        (with_blocks("open", "norms", "close"), ["“Tuning” taken out"]),
        (with_blocks("close", "open", "norms", "work"), ["“Closing” moved to the beginning"]),
        (with_blocks("open", "work", "close", "norms"), ["“Norms” moved behind “Closing”"]),
        (with_blocks("close"), ["“Opening” taken out", "“Norms” taken out", "“Tuning” taken out"]),
        (
            begun().model_copy(update={"blocks": (*AGENDA.blocks, NEW)}),
            ["“Check-in” added"],
        ),
        (
            begun().model_copy(update={"blocks": AGENDA.blocks[1:], "parked": AGENDA.blocks[:1]}),
            ["“Opening” parked"],
        ),
        (begun().model_copy(update={"goals": (G1,)}), ["Goal “Ask better” taken out"]),
        (
            begun().model_copy(update={"goals": (G1, G2, Goal(id="G3", text="Dare"))}),
            ["Goal “Dare” added"],
        ),
        (
            begun().model_copy(update={"goals": (G1, G2.model_copy(update={"text": "Ask"}))}),
            ["Goal “Ask better” became “Ask”"],
        ),
        (
            with_blocks(*ALL, norms={"title": "Agreements", "minutes": 5}),
            ["“Norms” is called “Agreements”", "“Agreements”: 5 minutes, not 10"],
        ),
        (with_blocks(*ALL, norms={"title": " "}), ["“Norms” is called something without a name"]),
    ],
)
def test_every_kind_of_change_is_told(plan: Plan, words: list[str]) -> None:
    """Once, and nothing that is as it was."""
    assert told(plan) == words


def test_a_plan_that_began_empty_changed_nothing_of_anything() -> None:
    """Nor one that was written before plans kept what they began from."""
    assert since_begun(good_plan()) is None


def test_what_was_begun_from_is_named_with_how_much_changed() -> None:
    """By its title, else by its name in the library."""
    assert since(begun()).told() == "“Looking at work”, nothing changed"
    assert since(with_blocks("open", "norms", "work")).told() == "“Looking at work”, 1 change"
    bare = begun(AGENDA.model_copy(update={"title": ""}))
    assert since(bare.model_copy(update={"blocks": ()})).told() == "“looking”, 4 changes"


def test_what_goes_to_nobody_is_hidden_in_what_was_typed_alone() -> None:
    """A name in a title, and never the words around it."""
    plan = with_blocks(*ALL, norms={"title": "moved is called"})

    def hide(text: str) -> str:
        return text.replace("is called", "…").replace("Norms", "N.")

    assert [each.told(hide) for each in since(plan).changes] == ["“N.” is called “moved …”"]


def test_other_ids_with_the_same_words_are_the_same_things() -> None:
    """As where somebody wrote the file again by hand; of two alike each is one."""
    twice = AGENDA.model_copy(
        update={"blocks": (*AGENDA.blocks, Block(id="again", title="Norms", minutes=10))}
    )
    renamed = [each.model_copy(update={"id": f"x-{each.id}"}) for each in twice.blocks]
    goals = [each.model_copy(update={"id": f"x-{each.id}"}) for each in twice.goals]
    plan = begun(twice).model_copy(update={"blocks": tuple(renamed), "goals": tuple(goals)})
    assert told(plan) == []


@given(plans())
def test_what_has_just_begun_changed_nothing(agenda: Plan) -> None:
    """Whatever the agenda holds; and it is that agenda in all else."""
    plan = begun(agenda)
    assert since(plan).changes == ()
    assert plan.model_copy(update={"began_from": agenda.began_from}) == agenda
    assert begun(plan) == plan, "beginning from a plan that began is no second outline in it"


@given(plans(), plans())
def test_anything_that_became_of_it_is_told_the_same_each_time(agenda: Plan, after: Plan) -> None:
    """Each change once, in words that are one line; going back to the agenda leaves none."""
    plan = after.model_copy(update={"began_from": begun(agenda).began_from})
    found = since(plan)
    assert found == since(plan)
    assert len(set(found.changes)) >= len(found.changes) - _alike(agenda, after)
    for each in found.changes:
        assert each.told() and "\n" not in each.told()
        what, _, id = each.place.partition(" ")
        assert not each.place or (plan.block(id) if what == "block" else plan.goal(id))
    back = agenda.model_copy(update={"began_from": plan.began_from})
    assert since(back).changes == ()


def _alike(*both: Plan) -> int:
    """How many goals and blocks may be told in the words of another one."""
    titles = [b.title for plan in both for b in (*plan.blocks, *plan.parked)]
    texts = [goal.text for plan in both for goal in plan.goals]
    return len(titles) - len(set(titles)) + len(texts) - len(set(texts))


@given(plans(fewest=2), st.randoms(use_true_random=False))
def test_another_order_is_as_few_moves_as_it_takes(agenda: Plan, chance: Any) -> None:
    """No more than all but one; carrying those elsewhere gives the plan's order."""
    blocks = list(agenda.blocks)
    chance.shuffle(blocks)
    plan = begun(agenda).model_copy(update={"blocks": tuple(blocks)})
    changes = since(plan).changes
    moved = [each.place.removeprefix("block ") for each in changes]
    assert {each.how for each in changes} <= {How.MOVED, How.MOVED_FIRST}
    assert len(moved) < max(2, len(blocks))
    assert bool(moved) == (tuple(blocks) != agenda.blocks)
    left = [each.id for each in blocks if each.id not in moved]
    assert left == [each.id for each in agenda.blocks if each.id not in moved]


@given(plans(fewest=1), st.data())
def test_one_block_that_goes_or_comes_is_one_change(agenda: Plan, data: st.DataObject) -> None:
    """Whatever else there is."""
    gone = data.draw(st.sampled_from(agenda.blocks))
    left = tuple(each for each in agenda.blocks if each is not gone)
    less = begun(agenda).model_copy(update={"blocks": left, "parked": ()})
    assert since(less).changes == (PlanChange(How.OUT, was=gone.title),)
    more = begun(agenda.model_copy(update={"blocks": left, "parked": ()}))
    whole = more.model_copy(update={"blocks": agenda.blocks})
    place = f"block {gone.id}"
    assert since(whole).changes == (PlanChange(How.ADDED, now=gone.title, place=place),)


@given(st.permutations(range(8)), st.permutations(range(8)))
def test_goals_have_no_order(then: list[int], now: list[int]) -> None:
    """Another order of the same goals is no change."""
    assume(then != now)
    goals = [Goal(id=f"G{each + 1}", text=f"Goal {each} {HOSTILE[:9]}") for each in range(8)]
    agenda = AGENDA.model_copy(update={"goals": tuple(goals[at] for at in then)})
    plan = begun(agenda).model_copy(update={"goals": tuple(goals[at] for at in now)})
    assert told(plan) == []


def test_an_outline_has_each_goal_and_each_block_once() -> None:
    """A file that somebody wrote may say anything."""
    goal, block = GoalThen(id="G1", text="x"), BlockThen(id="b", title="x")
    with pytest.raises(ValidationError, match="two goals have the id G1"):
        BeganFrom(goals=(goal, goal))
    with pytest.raises(ValidationError, match="two blocks have the id b"):
        BeganFrom(blocks=(block, block))
    with pytest.raises(ValidationError):
        BeganFrom(blocks=tuple(BlockThen(id=f"b{n}", title="x") for n in range(401)))
