"""What is half typed: kept beside the file as it was typed, there again after a kill."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.core.plans.plan import Plan
from facilitui.services.forms import Form
from facilitui.services.forms.half import Half, as_json, from_json, told, with_half
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.planning import Planning
from tests.core.making import HOSTILE, good_plan
from tests.core.strategies import texts
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.forms.filling import form, values, whole
from tests.services.memory_files import MemoryDrafts
from tests.services.plan_home import DRAFT, titled

LONG = "why we meet, and " * 20
"""More than a line holds, and the whole of what somebody wrote."""


class Counting(MemoryDrafts):
    """Counts how often a draft is kept."""

    times = 0

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        self.times += 1
        await super().keep(name, value)


@dataclass
class Place:
    """A home with its stores, and a plan in it."""

    plans: MemoryPlans = field(default_factory=MemoryPlans)
    drafts: MemoryDrafts = field(default_factory=MemoryDrafts)

    def __post_init__(self) -> None:
        self.plans.put("work", good_plan())

    @property
    def planning(self) -> Planning:
        """The use cases, as a program that was started anew has them."""
        self.drafts.kept = json.loads(json.dumps(self.drafts.kept))
        return Planning(self.plans, self.drafts, FixedLibrary(), MovableClock())

    async def open(self, name: str = "work") -> PlanDesk:
        """The plan in a program that has just been started."""
        return await self.planning.open(name)


def fill(desk: PlanDesk, where: str, **typed: str) -> tuple[Form[Plan], str]:
    """Type into a form, and what is told of it."""
    opened = form(desk.plan, where)
    return opened, desk.fill_in(opened, values(opened, **typed), desk.draft)


async def test_what_is_kept_is_not_kept_again() -> None:
    """A second without a letter costs the disk nothing."""
    place, drafts = Place(), Counting()
    desk = await Planning(place.plans, drafts, FixedLibrary(), MovableClock()).open("work")
    fill(desk, "about", start="half typed QQ")
    for _ in range(3):
        await desk.keep_draft()
    assert drafts.times == 1


@pytest.mark.parametrize(
    ("where", "key", "typed"),
    [
        ("about", "start", "half typed QQ"),
        ("about", "purpose", LONG),
        ("about", "title", LONG),
        ("audience", "count", "a few, I think"),
        ("audience", "comfort", "site, yes\nrecording"),
        ("block open", "title", LONG),
        ("block open", "minutes", HOSTILE),
        ("goal G1", "text", LONG),
        ("norms", "own", f"short\n{LONG}"),
    ],
)
async def test_what_no_form_can_take_is_there_again_whole(where: str, key: str, typed: str) -> None:
    """After the draft, after the file, and after a kill behind either of them."""
    place = Place()
    desk = await place.open()
    _, sentence = fill(desk, where, **{key: typed})
    assert sentence
    for keep in (desk.keep_draft, desk.write, desk.finish):
        await keep()
        again = await place.open()
        assert again.half_in(form(again.plan, where).known_as) == {key: typed}
        assert again.notice.startswith("Half typed in “")
        assert again.conflict is None
    assert again.plan == desk.plan, "what could be read is in the file"


async def test_it_goes_once_it_can_be_understood_or_is_left_out() -> None:
    """The draft with it; what was good is in the file."""
    place = Place()
    desk = await place.open()
    opened, _ = fill(desk, "audience", count="a few, I think", who="teachers")
    fill(desk, "about", start="QQ")
    await desk.write()
    assert set(place.drafts.kept[DRAFT]) == {"digest", "half"}
    again = await place.open()
    assert again.plan.audience.who == "teachers"
    fill(again, "audience", count="21")
    assert list(again.half) == ["The session"]
    again.keep_half("The session", "", {})
    await again.write()
    assert not place.drafts.kept and not again.half
    assert (await place.open()).plan.audience.count == 21
    assert opened.known_as == "1  Audience"


async def test_a_form_is_known_again_whatever_it_changes() -> None:
    """A block's own title is in its form's; two goals and two blocks are kept apart."""
    place = Place()
    desk = await place.open()
    fill(desk, "block open", title="Another title", minutes="ten or so")
    fill(desk, "goal G1", text=LONG)
    fill(desk, "goal G2", text=LONG + "!")
    assert desk.half_in(form(desk.plan, "block open").known_as) == {"minutes": "ten or so"}
    assert desk.half_in(form(desk.plan, "goal G2").known_as) == {"text": LONG + "!"}
    assert told(desk.half) == "Half typed in “3  Opening” and 2 more: it waits there."


async def test_a_plan_that_holds_nothing_else_is_found_again() -> None:
    """A new one has no file yet: its draft is among the plans."""
    place = Place()
    desk = await place.planning.begin()
    fill(desk, "about", start="half typed QQ")
    await desk.keep_draft()
    assert "Untitled session" not in place.plans.texts
    rows = await place.planning.rows()
    assert [row.title for row in rows if row.name == "Untitled session"] == ["Untitled session"]
    again = await place.open("Untitled session")
    assert again.half_in("The session") == {"start": "half typed QQ"}


async def test_a_new_name_takes_it_along() -> None:
    """The file's first name, and a file of its own; nothing is left under the name before."""
    place = Place()
    desk = await place.planning.begin()
    titled(desk, "Looking")
    fill(desk, "about", start="QQ", title="Looking")
    await desk.finish()
    assert set(place.drafts.kept) == {"plan-Looking"}
    await desk.save_as()
    assert set(place.drafts.kept) == {f"plan-{desk.name}"} and desk.name != "Looking"
    assert (await place.open(desk.name)).half_in("The session") == {"start": "QQ"}


async def test_another_programs_change_is_no_conflict_with_it() -> None:
    """What is half typed is no part of the plan, so the file is simply taken."""
    place = Place()
    desk = await place.open()
    fill(desk, "about", start="QQ")
    await desk.keep_draft()
    place.plans.put("work", good_plan(title="By hand"))
    again = await place.open()
    assert (again.title, again.conflict) == ("By hand", None)
    assert again.half_in("The session") == {"start": "QQ"}
    assert await desk.look() and desk.title == "By hand" and desk.half


async def test_a_full_disk_is_remembered_until_it_is_kept() -> None:
    """It is as little on the disk as anything else that is typed."""
    place = Place()
    desk = await place.open()
    place.drafts.full = True
    fill(desk, "about", start="QQ")
    with pytest.raises(NotSaved):
        await desk.keep_draft()
    assert desk.refused
    place.drafts.full = False
    await desk.keep_draft()
    assert not desk.refused and place.drafts.kept[DRAFT]["half"]


@given(st.lists(st.tuples(st.sampled_from("abc"), texts, st.dictionaries(texts, texts))))
def test_any_text_comes_back_as_it_was_typed(
    typed: list[tuple[str, str, dict[str, str]]],
) -> None:
    """Through JSON, half characters and all; each place holds what was typed there last."""
    halves: dict[str, Half] = {}
    for place, title, fields in typed:
        halves = dict(with_half(halves, place, Half(title, fields)))
    assert from_json(json.loads(json.dumps(as_json(halves)))) == halves
    last = {place: fields for place, _, fields in typed}
    assert {place: half.typed for place, half in halves.items()} == {
        place: fields for place, fields in last.items() if fields
    }
    told(halves)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["digest", "half", "outside", "x"]), json_values))
def test_a_draft_that_somebody_wrote_by_hand_never_stops_a_plan(kept: dict[str, object]) -> None:
    """Whatever it holds, the plan opens as its file says."""
    place = Place()
    place.drafts.kept[DRAFT] = dict(kept)
    desk = asyncio.run(place.open())
    assert desk.plan == good_plan()


@given(st.data())
def test_nothing_that_is_typed_is_in_neither_place(data: st.DataObject) -> None:
    """A value is in the plan, or raw beside it; so it is after a kill."""
    place = Place()
    key = data.draw(st.sampled_from(["title", "purpose", "place", "start", "minutes", "zone"]))
    text = data.draw(texts | st.just(LONG) | st.just("15:45"))

    async def typed() -> None:
        desk = await place.open()
        opened, sentence = fill(desk, "about", **{key: text})
        await desk.keep_draft()
        again = await place.open()
        assert again.plan == desk.plan
        half = again.half_in(opened.known_as)
        assert half == ({key: text} if sentence else {})
        assert sentence or whole(opened, good_plan(), values(opened, **{key: text})) == again.plan

    asyncio.run(typed())
