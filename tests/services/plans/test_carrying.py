"""Carrying over: what is chosen goes on the plan, and giving up changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from facilitui.core.draft import Draft
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.series import Keep
from facilitui.services.plans.carrying import NEW, carry_over, plan_next
from facilitui.services.plans.plan_desk import PlanDesk
from tests.services.group_home import House


@dataclass
class Answers:
    """Somebody who answers always the same, and remembers what was asked."""

    group: str | None = NEW
    name: str = "Team"
    keep: Collection[Keep] | None = (Keep.FRAME,)
    promises: Collection[int] | None = ()
    asked: list[str] = field(default_factory=list)

    async def which_group(self, groups: Sequence[Group]) -> str | None:
        """A group."""
        self.asked.append("group")
        return self.group

    async def group_name(self) -> str:
        """A name."""
        self.asked.append("name")
        return self.name

    async def what_to_keep(self) -> Collection[Keep] | None:
        """Parts of a plan."""
        self.asked.append("keep")
        return self.keep

    async def which_promises(self, found: Sequence[Carried]) -> Collection[int] | None:
        """Some of the promises."""
        self.asked.extend(each.text for each in found)
        return self.promises


class Paper:
    """A plan that is open, as far as carrying over knows it."""

    def __init__(self, plan: Plan) -> None:
        self.draft = Draft(plan)

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.draft.state

    def change(self, make: object, what: str) -> None:
        """Make a change."""
        assert callable(make)
        self.draft = self.draft.changed(make(self.plan), what)


def always() -> bool:
    """A plan that stays open."""
    return True


async def promised(*texts: str) -> House:
    """A home whose debriefs hold promises."""
    house = House()
    for number, text in enumerate(texts):
        house.plan(f"p{number}")
        session = await house.run(f"p{number}", "Wait")
        await house.debrief(session, text, due=date(2026, 12, 9))
    return house


@pytest.mark.parametrize(("chosen", "carried"), [((0,), 1), ((0, 1), 2), ((), 0), (None, 0)])
async def test_several_promises_are_carried_over_as_one_change(
    chosen: Collection[int] | None, carried: int
) -> None:
    """Those that were ticked, in their order; none where it was given up."""
    house = await promised("Count to five", "Ask why [x]")
    desk, answers = Paper(Plan()), Answers(promises=chosen)
    assert await carry_over(house.series, as_desk(desk), answers, always) == ""
    assert len(answers.asked) == 2 and len(desk.draft.past) == int(bool(carried))
    assert [each.text for each in desk.plan.carried] == answers.asked[:carried]


async def test_what_was_carried_over_while_it_was_asked_is_not_there_twice() -> None:
    """As where a key was pressed twice, and two dialogs ask the same."""
    house = await promised("Count to five")
    desk = Paper(Plan())

    class Twice(Answers):
        async def which_promises(self, found: Sequence[Carried]) -> Collection[int] | None:
            if not self.asked:
                self.asked.append("again")
                await carry_over(house.series, as_desk(desk), self, always)
            return [0]

    await carry_over(house.series, as_desk(desk), Twice(), always)
    assert [each.text for each in desk.plan.carried] == ["Count to five"]


@pytest.mark.parametrize("open_looks", [0, 1])
async def test_a_plan_that_was_left_is_not_written_to(open_looks: int) -> None:
    """Left before, nobody is asked any more; left while it is asked, that is said."""
    house = await promised("Count to five")
    desk, answers, looks = Paper(Plan()), Answers(promises=(0,)), 0

    def is_open() -> bool:
        nonlocal looks
        looks += 1
        return looks <= open_looks

    told = await carry_over(house.series, as_desk(desk), answers, is_open)
    assert desk.plan == Plan() and len(answers.asked) == open_looks
    assert ("the promises stay open" in told) == bool(open_looks)
    assert len(await house.series.commitments(Plan())) == 1


async def test_what_is_given_up_of_a_plan_that_was_left_needs_no_words() -> None:
    """Nothing was chosen, so nothing is missing."""
    house = await promised("Count to five")
    opened = iter((True, False))
    answers = Answers(promises=None)
    assert not await carry_over(house.series, as_desk(Paper(Plan())), answers, opened.__next__)


def as_desk(paper: Paper) -> PlanDesk:
    """What carrying over takes it for."""
    found: object = paper
    return found  # type: ignore[return-value]


async def test_nothing_that_is_open_is_said() -> None:
    """Unless the plan comes back to something already: then its form says more."""
    house = House()
    answers = Answers()
    told = await carry_over(house.series, as_desk(Paper(Plan())), answers, always)
    assert "Nothing was promised" in told
    settled = Paper(Plan(carried=(Carried(text="old"),)))
    assert await carry_over(house.series, as_desk(settled), answers, always) == ""
    assert answers.asked == []


async def test_a_next_session_is_asked_for_in_order_and_given_up_anywhere() -> None:
    """Whose it is, what the group is called, what to keep; nothing is written before the end."""
    house = House()
    house.plan("first")
    for answers, asked in (
        (Answers(group=None), ["group"]),
        (Answers(name=""), ["group", "name"]),
    ):
        assert await plan_next(house.series, answers, "first") == ""
        assert answers.asked == asked and (await house.series.groups())[0] == ()
    last = Answers(keep=None)
    assert await plan_next(house.series, last, "first") == ""
    assert last.asked == ["group", "name", "keep"] and house.read("first").group is None
    assert (await house.series.groups())[0] == ()
    name = await plan_next(house.series, Answers(keep=()), "first")
    assert house.read("first").group == "team" and house.read(name).blocks == ()
    again = Answers()
    assert await plan_next(house.series, again, "first") and again.asked == ["keep"]


@pytest.mark.parametrize("is_open", [True, False])
async def test_an_open_plan_joins_on_the_screen_and_one_that_was_left_in_its_file(
    is_open: bool,
) -> None:
    """So that its desk and its file never say different things, and no answer is lost."""
    house = House()
    house.plan("first")
    house.groups.put(Group(id="team", name="Team"))
    joined: list[str] = []

    def join(group: str) -> bool:
        joined.append(group)
        return is_open

    assert await plan_next(house.series, Answers(group="team"), "first", join=join)
    assert joined == ["team"] and house.read("first").group == (None if is_open else "team")
