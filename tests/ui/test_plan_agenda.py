"""The agenda of a plan: every key does its one thing, can be undone, and leaves nothing else."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.vocabulary import BlockKind
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, Driven
from tests.ui.planning import PLAN, desk, planned, screen_of, titles


def minutes(app: Driven, block: str) -> float:
    """What a block takes."""
    found = desk(app).plan.block(block)
    assert found is not None
    return found.minutes


def mark(app: Driven, block: str) -> None:
    """Go to a block."""
    app.row_list("agenda").mark(block)


def protocol_plan(protocol: str, people: int, at: float = 42) -> Plan:
    """A plan with one protocol in it."""
    block = Block(id="p", title="Protocol", kind=BlockKind.PROTOCOL, minutes=at, protocol=protocol)
    plan = good_plan(zone="", audience=Audience(who="teachers", count=people))
    return plan.model_copy(update={"blocks": (block, *plan.blocks)})


async def test_a_number_ends_with_whatever_else_changes_the_plan(home: Path) -> None:
    """The next digit begins another number, and takes nothing back that came in between."""
    async with planned(home) as app:
        mark(app, "work")
        await app.press("5", "u", "3")
        assert minutes(app, "work") == 3
        await app.press("4", "m")
        await app.press("down", "space", "escape")
        await app.press("5")
        assert minutes(app, "work") == 5
        assert [step.what for step in desk(app).draft.past][-2] == "alignment of G1"


async def test_the_agenda_has_the_keys_first(home: Path) -> None:
    """So that its letters work at once."""
    async with planned(home) as app:
        assert app.screen.focused is app.row_list("agenda")


async def test_digits_are_the_minutes_of_the_marked_block(home: Path) -> None:
    """In place, each digit at once, and one step of undo for the whole number."""
    async with planned(home) as app:
        mark(app, "work")
        await app.press("1", "2")
        assert minutes(app, "work") == 12 and "12▏" in app.rows("agenda")
        await app.press("backspace", "5", "enter")
        assert minutes(app, "work") == 15 and "▏" not in app.rows("agenda")
        assert not isinstance(app.app.screen, FormDialog), "enter ended the number"
        await app.press("u")
        assert desk(app).plan == PLAN


async def test_a_number_ends_where_somebody_goes_on(home: Path) -> None:
    """Another block has a number of its own."""
    async with planned(home) as app:
        mark(app, "open")
        await app.press("2", "0", "down", "3", "0")
        assert (minutes(app, "open"), minutes(app, "work")) == (20, 30)
        await app.press("u", "u")
        assert desk(app).plan == PLAN


async def test_a_number_is_not_ended_by_the_one_before(home: Path) -> None:
    """Each has its own time: what was typed elsewhere earlier does not cut it short."""
    async with planned(home) as app:
        agenda = screen_of(app).agenda
        mark(app, "open")
        await app.press("1", "5")
        first = agenda._typed_out._timer
        await app.press("down", "1")
        assert agenda._typed_out._timer is not first and first is not None
        await app.press("5")
        assert (minutes(app, "open"), minutes(app, "work")) == (15, 15)


@pytest.mark.parametrize("keys", ["0", "000", "9999"])
async def test_no_number_is_impossible(home: Path, keys: str) -> None:
    """Nothing at all leaves the block as it is; too much is told and changes nothing."""
    async with planned(home) as app:
        mark(app, "work")
        await app.press(*keys)
        assert 0 < minutes(app, "work") <= 480
        assert keys != "9999" or "480" in app.notice


async def test_escape_ends_a_number_before_it_leaves(home: Path) -> None:
    """What was typed so far stays."""
    async with planned(home) as app:
        mark(app, "work")
        await app.press("2", "escape")
        assert screen_of(app).is_current and minutes(app, "work") == 2


async def test_a_block_is_parked_and_comes_back(home: Path) -> None:
    """It takes no time meanwhile, is still seen, and is the same when it comes back."""
    async with planned(home) as app:
        mark(app, "work")
        await app.press("k")
        assert "Work" not in titles(app) and desk(app).view.minutes == 25
        assert "Parked" in app.rows("agenda") and "Work" in app.rows("agenda")
        mark(app, "work")
        await app.press("k")
        assert titles(app) == ["Opening", "Commitments", "Look back", "Work"]
        assert desk(app).plan.block("work") == PLAN.block("work")
        await app.press("u", "u")
        assert desk(app).plan == PLAN


async def test_the_last_block_can_be_parked(home: Path) -> None:
    """An agenda with nothing but a parked block is not an empty plan."""
    plan = good_plan(blocks=(Block(id="only", title="Only", minutes=5),))
    async with planned(home, plan) as app:
        await app.press("k")
        assert "Only" in app.text()
        mark(app, "only")
        await app.press("k")
        assert titles(app) == ["Only"]


async def test_a_block_is_duplicated_and_divided(home: Path) -> None:
    """The copy stands behind it; two halves make the whole."""
    async with planned(home) as app:
        mark(app, "work")
        await app.press("D")
        assert titles(app)[1:3] == ["Work", "Work"]
        assert app.row_list("agenda").marked != "work", "the copy is marked"
        mark(app, "work")
        await app.press("S")
        halves = [block.minutes for block in desk(app).plan.blocks[1:3]]
        assert sum(halves) == 35 and len(titles(app)) == 6
        await app.press("u", "u")
        assert desk(app).plan == PLAN


async def test_what_cannot_be_divided_says_why(home: Path) -> None:
    """And stays whole."""
    plan = good_plan(blocks=(Block(id="b", title="Short", minutes=1),))
    async with planned(home, plan) as app:
        await app.press("S")
        assert app.notice.startswith("! ") and titles(app) == ["Short"]


async def test_a_protocol_is_divided_behind_a_step(home: Path) -> None:
    """The parts keep their steps, and together their minutes; never inside a cycle."""
    async with planned(home, protocol_plan("tuning", 9, 67)) as app:
        mark(app, "p")
        await app.press("S")
        assert isinstance(app.app.screen, ChooseDialog)
        app.row_list("choices").mark("clarifying")
        await app.press("enter")
        first, second = desk(app).view.blocks[:2]
        assert first.parts[-1].id.endswith("clarifying") and first.minutes + second.minutes == 67
        assert len(first.parts) + len(second.parts) == 8


async def test_a_start_is_pinned_and_let_go(home: Path) -> None:
    """A gap is shown, never mended; a second press lets the start go."""
    async with planned(home) as app:
        mark(app, "close")
        await app.press("t")
        assert "must start at" in app.text()
        await app.put("16:30")
        await app.press("enter")
        assert desk(app).plan.blocks[2].pinned_start == time(16, 30)
        assert "free" in app.rows("agenda") and app.screen.focused is app.row_list("agenda")
        await app.press("t")
        assert desk(app).plan == PLAN


async def test_a_time_that_is_none_is_told(home: Path) -> None:
    """And changes nothing."""
    async with planned(home) as app:
        await app.press("t")
        await app.put(HOSTILE)
        await app.press("enter")
        assert app.notice.startswith("! ") and desk(app).plan == PLAN
        await app.press("t", "escape")
        assert screen_of(app).is_current


async def test_sub_groups_are_proposed_for_this_many_people(home: Path) -> None:
    """Twenty-one in fours: one five, eight minutes more; chosen, never applied by itself."""
    async with planned(home, protocol_plan("final_word", 21, 50)) as app:
        mark(app, "p")
        await app.press("o")
        assert "21 in fours: four fours and one five" in app.rows("choices")
        proposals = app.rows("choices").splitlines()
        at = next(i for i, line in enumerate(proposals) if "three fours and three threes" in line)
        app.row_list("choices").mark(app.row_list("choices").keys[at])
        await app.press("enter")
        assert minutes(app, "p") == 42 and desk(app).view.blocks[0].sizes[0] == 4
        assert "three fours and three threes: −8 min" in app.notice
        await app.press("u")
        assert minutes(app, "p") == 50


async def test_the_final_word_for_twenty_takes_its_right_minutes(home: Path) -> None:
    """Ten minutes around four turns of eight (facts §0: the largest sub-group counts)."""
    async with planned(home, protocol_plan("final_word", 20)) as app:
        block = desk(app).view.blocks[0]
        assert block.minutes == 42 and block.sizes == (4, 4, 4, 4, 4)
        assert sum(part.name.startswith("Presenter says") for part in block.parts) == 4


async def test_too_large_a_group_is_offered_parallel_groups(home: Path) -> None:
    """With what they need."""
    async with planned(home, protocol_plan("tuning", 20, 67)) as app:
        mark(app, "p")
        await app.press("o")
        first = app.rows("choices").splitlines()[0]
        assert "two groups" in first and "2 leads" in first
        await app.press("enter")
        assert len(desk(app).plan.blocks[0].groups) == 2
        assert "2 groups" in app.rows("agenda")


async def test_without_a_block_the_keys_do_nothing(home: Path) -> None:
    """An empty agenda crashes nothing and says how to begin."""
    async with planned(home, Plan(title="Bare")) as app:
        before = desk(app).plan
        for key in ("k", "D", "S", "o", "t", "i", "x", "d", "e", "plus", "5", "shift+up"):
            await app.press(key)
            assert desk(app).plan == before, key
        assert screen_of(app).is_current and "a    adds a block" in app.panel("empty")
