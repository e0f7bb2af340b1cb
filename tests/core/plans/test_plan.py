"""Plans: what people write by hand is checked, named where it is wrong, and never changed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from facilitui.core.plans.plan import Block, Plan
from tests.core.making import good_plan
from tests.core.strategies import texts


def wrong(model: type[Plan] | type[Block], **fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    return str(caught.value)


def test_a_plan_comes_back_as_it_was_written() -> None:
    """Through JSON and back nothing is lost, pinned starts included."""
    plan = good_plan(blocks=(Block(id="b", title="x", pinned_start=time(15, 45)),))
    assert Plan.model_validate(plan.model_dump(mode="json")) == plan


def test_comfort_without_a_level_is_not_said() -> None:
    """Nobody is made out to be ill at ease by a line that only names the thing."""
    plan = Plan.model_validate({"audience": {"comfort": [{"item": "video"}]}})
    (comfort,) = plan.audience.comfort
    assert (comfort.level, comfort.told) == (None, "not said")


@given(texts)
def test_any_text_can_be_typed(text: str) -> None:
    """Brackets, controls and half characters are kept as they are; showing them is another's."""
    plan = good_plan(title=text, note=text)
    assert (plan.title, plan.note) == (text, text)


@pytest.mark.parametrize("key", ["titel", "Title", "bloks"])
def test_a_misspelt_key_is_an_error(key: str) -> None:
    """It is named, never silently dropped."""
    assert key in wrong(Plan, **{key: "x"})


@pytest.mark.parametrize("minutes", [0, -1, 481, float("nan"), float("inf"), "soon"])
def test_minutes_are_more_than_none_and_at_most_a_working_day(minutes: object) -> None:
    """Anything else is refused for a block and for a plan."""
    assert "minutes" in wrong(Block, id="b", title="x", minutes=minutes)
    assert "minutes" in wrong(Plan, minutes=minutes)


def test_limits_lie_on_the_right_side() -> None:
    """A block's least and most minutes contain what is planned; the sentence says the figures."""
    assert "min 12 is more than the 10" in wrong(Block, id="b", title="x", minutes=10, min=12)
    assert "max 8 is less than the 10" in wrong(Block, id="b", title="x", minutes=10, max=8)


@pytest.mark.parametrize("name", ["", "a b", "../x", "-x", "x/y", "é", "x" * 65, "[x]", "x\n"])
def test_a_name_that_is_referred_to_is_plain(name: str) -> None:
    """Ids are letters, digits, dashes and underlines: never a path, never markup."""
    assert "id" in wrong(Block, id=name, title="x")


def test_two_of_one_name_are_refused() -> None:
    """A goal or block that could not be told from another is named."""
    block = {"id": "b", "title": "x"}
    assert "two blocks have the id b" in wrong(Plan, blocks=[block, block])
    goal = {"id": "G1", "text": "x"}
    assert "two goals have the id G1" in wrong(Plan, goals=[goal, goal])


def test_a_start_is_local() -> None:
    """An offset in the start would quarrel with the zone."""
    moment = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    assert "zone" in wrong(Plan, start=moment)
    assert "zone" in wrong(Plan, check_ins=[{"at": moment}])


@pytest.mark.parametrize("year", [1, 1949, 2200, 9999])
def test_a_date_lies_in_a_year_that_calendars_know(year: int) -> None:
    """At either end of time a schedule could not be reckoned; the year is named."""
    moment = datetime(year, 12, 31, 23, 50)
    assert f"year {year}" in wrong(Plan, start=moment)
    assert f"year {year}" in wrong(Plan, check_ins=[{"at": moment}])


def test_all_is_every_goal() -> None:
    """A block that names all goals serves each of them, and names none that is not there."""
    plan = good_plan()
    assert Block(id="b", title="x", goals=("all",)).serves("G2")
    assert not Block(id="b", title="x", goals=("G1",)).serves("G2")
    first = plan.goal("G1")
    assert first is not None and first.text == "know the criteria"
    assert plan.goal("G9") is None
