"""Live, who is here and who leads: attendance makes an agenda to choose, a lead is passed on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui.core.plans.plan import Audience, Block
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.live import LiveScreen
from tests.core.making import agenda, good_plan, part
from tests.ui.driving import HOSTILE, SMALLEST
from tests.ui.hosting import BLOCKS, Stage, hosted, log


async def test_one_more_is_one_key(home: Path) -> None:
    """Before the start and while it runs; taken back like any other."""
    async with hosted(home, begin=False) as stage:
        await stage.app.press("i")
        assert stage.app.notice == "10 here" and "10 here" in stage.text()
        await stage.app.press("n", "i")
        assert stage.app.notice == "11 here" and "11 here" in stage.app.panel("head")
        assert [line["body"]["count"] for line in log(home) if "count" in line["body"]] == [10, 11]
        await stage.app.press("u")
        assert stage.state.attendance == 10


async def test_until_somebody_counts_they_are_expected(home: Path) -> None:
    """One more makes them people who are here; taken back, they are expected again."""
    async with hosted(home) as stage:
        assert "9 expected" in stage.app.panel("head")
        await stage.app.press("i")
        assert "10 here" in stage.app.panel("head")
        await stage.app.press("u")
        assert "9 expected" in stage.app.panel("head")


@asynccontextmanager
async def microlab(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Stage]:
    """A Microlab and a Final Word, ready for twenty."""
    async with hosted(home, size, begin=False) as stage:
        lab = Block(id="lab", title="[x] [/b] 日本", minutes=40, protocol="microlab")
        word = Block(id="word", title="Final Word", minutes=46, protocol="final_word")
        people = Audience(who="teachers", count=20)
        plan = good_plan(zone="", audience=people, blocks=(lab, word))
        session = await stage.app.wiring.hosting.prepare(plan, "lab")
        await stage.app.show(LiveScreen(session))
        yield Stage(stage.app, stage.clock, session)


async def told(stage: Stage, here: int) -> None:
    """Say how many are here."""
    await stage.app.press("l")
    await stage.app.put(str(here))
    await stage.app.press("enter")


@pytest.mark.parametrize("size", SMALLEST)
async def test_who_came_makes_an_agenda_to_choose(home: Path, size: tuple[int, int]) -> None:
    """Accepted it is what the session starts with, with the grouping chosen for it."""
    async with microlab(home, size) as stage:
        await told(stage, 18)
        assert isinstance(stage.app.app.screen, ChooseDialog)
        assert "18 here, planned for 20" in stage.app.text()
        rows = stage.app.rows("choices")
        assert "Run it for 18" in rows and "As it was planned" in rows
        assert stage.app.text().count("86 min, ends 16:56") == 1
        assert "escape as it was planned" in stage.app.text()
        await stage.app.press("down", "enter")
        assert "Nine pairs" in stage.app.rows("choices")
        await stage.app.press("enter")
        assert "Final Word as well?" in stage.app.text()
        assert "That is all" in stage.app.rows("choices")
        assert "Taken for [x] [/b] 日本" in stage.app.text()
        assert "escape that is all" in stage.app.text()
        await stage.app.press("escape")
        assert "nine pairs; u takes it back" in stage.app.notice
        await stage.app.press("n")
        lab, word = stage.state.blocks
        assert (lab.sizes, word.sizes) == ((2,) * 9, (5, 5, 4, 4))
        assert stage.state.attendance == 18


@pytest.mark.parametrize("keys", [("escape",), ("end", "enter")])
async def test_the_plans_agenda_stays_where_the_other_is_declined(
    home: Path, keys: tuple[str, ...]
) -> None:
    """Also after one was accepted for another number; as many as planned are asked nothing."""
    async with microlab(home) as stage:
        assert stage.hosted.ready is not None
        planned = stage.hosted.ready.blocks
        await told(stage, 18)
        await stage.app.press("enter")
        assert stage.hosted.ready.blocks != planned
        await told(stage, 17)
        await stage.app.press(*keys)
        assert stage.app.notice == "The agenda stays as it was planned."
        assert (stage.hosted.ready.blocks, stage.hosted.ready.attendance) == (planned, 17)
        await told(stage, 20)
        assert not isinstance(stage.app.app.screen, ChooseDialog)
        await stage.app.press("i")
        assert stage.app.notice == "21 here; l offers the agenda for so many"


async def test_both_blocks_can_be_divided_otherwise(home: Path) -> None:
    """What was taken for the first holds while the second is asked about, each once."""
    async with microlab(home) as stage:
        await told(stage, 18)
        await stage.app.press("down", "enter")
        await stage.app.press("enter")
        assert "Final Word as well?" in stage.app.text()
        await stage.app.press("down", "enter")
        assert isinstance(stage.app.app.screen, LiveScreen)
        assert stage.hosted.ready is not None
        lab, word = stage.hosted.ready.blocks
        assert lab.sizes == (2,) * 9 and word.sizes != (5, 5, 4, 4)


async def test_nothing_is_taken_where_the_ways_for_a_block_are_left(home: Path) -> None:
    """The agenda stays the planned one."""
    async with microlab(home) as stage:
        assert stage.hosted.ready is not None
        planned = stage.hosted.ready.blocks
        await told(stage, 18)
        await stage.app.press("down", "enter")
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, LiveScreen)
        assert stage.hosted.ready.blocks == planned


async def test_what_is_ready_is_taken_back_key_by_key(home: Path) -> None:
    """The agenda that was chosen, then who is here, then nothing; the norm as well."""
    async with microlab(home) as stage:
        first = stage.hosted.ready
        await told(stage, 18)
        await stage.app.press("enter")
        await stage.app.press("u")
        assert stage.app.notice == "taken back: the agenda for those who are here"
        assert stage.hosted.ready is not None and stage.hosted.ready.attendance == 18
        await stage.app.press("i", "u", "u")
        assert stage.app.notice == "taken back: how many are here"
        assert stage.hosted.ready == first and "20 expected" in stage.app.panel("head")
        await stage.app.press("u")
        assert stage.app.notice == "Nothing to take back."
    async with hosted(home, begin=False) as stage:
        await stage.app.press("o", "1")
        await stage.app.press("u")
        assert stage.app.notice == "taken back: the norm to watch"
        assert "Wait for others" in stage.app.panel("side")


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_group_too_large_for_a_protocol_is_offered_as_groups_side_by_side(
    home: Path, size: tuple[int, int]
) -> None:
    """With what each way needs; one enter takes it, and it is what the session starts with."""
    async with hosted(home, size, begin=False) as stage:
        tuning = Block(id="t", title="Tuning", minutes=67, protocol="tuning")
        plan = good_plan(zone="", audience=Audience(who="x", count=10), blocks=(tuning,))
        session = await stage.app.wiring.hosting.prepare(plan, "t")
        await stage.app.show(LiveScreen(session))
        await told(Stage(stage.app, stage.clock, session), 30)
        rows, note = stage.app.rows("choices"), " ".join(stage.app.panel("note").split())
        assert "Three groups of ten" in rows and "…" not in rows and "Run it" not in rows
        assert "side by side, 3 leads, 3 places, 3 sets of materials" in f"{note} {rows}"
        await stage.app.press("enter")
        assert stage.app.notice == "Tuning: three groups of ten; u takes it back"
        await stage.app.press("n")
        assert len(session.state.blocks[0].groups) == 3 and session.state.attendance == 30


async def test_who_is_here_is_told_alike_everywhere(home: Path) -> None:
    """Expected until they are counted; nobody is as much told as many are."""
    async with hosted(home, begin=False) as stage:
        for place in ("head", "guide"):
            assert "9 expected" in stage.app.panel(place)
        await told(stage, 0)
        for place in ("head", "guide"):
            assert "0 here" in stage.app.panel(place)


async def test_while_it_runs_what_no_longer_fits_is_only_said(home: Path) -> None:
    """In words, for the blocks still ahead; nothing is offered by itself."""
    async with microlab(home) as stage:
        await stage.app.press("n")
        await told(stage, 18)
        assert stage.app.notice == "18 here; Final Word was divided for 20"
        assert not isinstance(stage.app.app.screen, ChooseDialog)
        await stage.app.press("i", "i")
        assert stage.app.notice == "20 here"


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_lead_is_passed_with_two_keys(home: Path, size: tuple[int, int]) -> None:
    """A digit for each who leads today; a name that is not there is typed and led by."""
    led = (BLOCKS[0].model_copy(update={"lead": "Ana"}), *agenda(part("b"), lead=HOSTILE))
    async with hosted(home, size, blocks=led) as stage:
        await stage.app.press("L")
        assert "1  Ana" in stage.app.rows("choices") and "Leads now" in stage.app.text()
        await stage.app.press("2")
        assert stage.state.lead_of(stage.state.runs[0]) == HOSTILE
        assert "leads" in stage.app.notice
        await stage.app.press("L")
        assert "or type another" in stage.app.text()
        await stage.app.write("Bo")
        assert stage.app.rows("choices").split() == ["Bo", "new"]
        await stage.app.press("enter")
        assert stage.state.lead_of(stage.state.runs[0]) == "Bo" and stage.app.notice == "Bo leads"
        await stage.app.press("L")
        assert "3  Bo" in stage.app.rows("choices")
        await stage.app.write("an")
        assert stage.app.row_list("choices").keys == ("person Ana", "person an")
        await stage.app.write("a")
        assert stage.app.row_list("choices").keys == ("person Ana",)
        await stage.app.press("escape")
        await stage.app.press("escape")
        assert not isinstance(stage.app.app.screen, ChooseDialog)


async def test_where_nobody_leads_a_name_is_typed_at_once(home: Path) -> None:
    """There is nothing to choose from."""
    async with hosted(home) as stage:
        await stage.app.press("L")
        await stage.app.put("Ana")
        await stage.app.press("enter")
        assert stage.state.lead_of(stage.state.runs[0]) == "Ana"
