"""What the rows of the agenda tell: pins, free time, overlaps, offsets, at every size."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from facilitui.core.plans.editing import MOST_BLOCKS
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.series import in_group
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, SMALLEST, driven
from tests.ui.planning import PLAN, WIDE, desk, planned


def block(name: str, minutes: float = 10, pinned: time | None = None) -> Block:
    """A block of the tests."""
    return Block(id=name, title=name.title(), minutes=minutes, pinned_start=pinned)


def plan_with(*blocks: Block) -> Plan:
    """The plan of the tests with other blocks; it begins at 15:30."""
    return PLAN.model_copy(update={"blocks": blocks})


@pytest.mark.parametrize("size", SMALLEST)
async def test_pins_gaps_and_overlaps_are_told(home: Path, size: tuple[int, int]) -> None:
    """With their minutes, whatever room there is."""
    blocks = (block("a"), block("b", 30, time(15, 50)), block("c", 10, time(16, 5)))
    async with planned(home, plan_with(*blocks), size) as app:
        lines = [line.split() for line in app.rows("agenda", 34).split("\n") if line.strip()]
        assert lines[:5] == [
            ["15:30", "10", "A", "none"],
            ["15:40", "10", "free"],
            ["15:50•", "30", "B", "none"],
            ["!", "15", "overlap"],
            ["16:05•", "10", "C", "none"],
        ]
        assert "• pinned" in app.rows("agenda", 34), "what the mark means"
        shown = app.text()
        assert "15:50•" in shown and "free" in shown and "overlap" in shown


async def test_nothing_is_told_where_blocks_meet(home: Path) -> None:
    """A pin that is met needs no row of its own, and no legend is there without a pin."""
    async with planned(home, plan_with(block("a"), block("b", 10, time(15, 40)))) as app:
        assert "free" not in app.rows("agenda") and "overlap" not in app.rows("agenda")
    async with planned(home / "other", plan_with(block("a"))) as app:
        assert "•" not in app.rows("agenda", 34)


@pytest.mark.parametrize("size", SMALLEST)
async def test_without_a_time_there_are_offsets(home: Path, size: tuple[int, int]) -> None:
    """No time of day stands there that nobody chose."""
    plan = plan_with(block("a"), block("b", 65), block("c")).model_copy(update={"start": None})
    async with planned(home, plan, size) as app:
        starts = [line.split()[0] for line in app.rows("agenda").split("\n") if line.strip()]
        assert [each for each in starts if each != "you"] == ["0:00", "0:10", "1:15", "1:25"]


@pytest.mark.parametrize("size", FARTHEST)
async def test_who_is_heard_is_told_at_every_size(home: Path, size: tuple[int, int]) -> None:
    """In minutes below the agenda, or as a picture where there is room for one."""
    plan = plan_with(block("a", 10), block("b", 20))
    async with planned(home, plan, size) as app:
        told = app.panel("voices") if size[0] >= 120 else app.rows("agenda")
        words = ("you 0 %", "participants 100 %") if size[0] >= 120 else ("participants 30",)
        assert all(word in told for word in words)


async def test_a_pin_is_a_time_that_was_chosen(home: Path) -> None:
    """Without a date the agenda then shows times of day, in time for it."""
    plan = plan_with(block("a", 20), block("b", 10, time(0, 10))).model_copy(update={"start": None})
    async with planned(home, plan) as app:
        starts = [line.split()[0] for line in app.rows("agenda").split("\n") if line.strip()]
        assert starts == ["23:50", "00:10•", "00:20"]
        assert "no date yet" in app.panel("head")


@pytest.mark.parametrize("size", SIZES[1:])
async def test_a_day_alone_is_no_midnight(home: Path, size: tuple[int, int]) -> None:
    """It is told as a day that has no time."""
    plan = PLAN.model_copy(update={"start": None, "day": date(2026, 11, 27)})
    async with planned(home, plan, size) as app:
        assert "Fri 27 Nov, no time" in app.panel("head")
        assert "00:00" not in app.text() and "0:00" in app.rows("agenda")
        assert "plan 4 of 4" in app.panel("head")


async def test_steps_belong_to_their_block(home: Path) -> None:
    """They are part of its row, with their own starts, and x hides them."""
    protocol = block("p", 42).model_copy(update={"protocol": "tuning"})
    async with planned(home, plan_with(protocol, block("b"))) as app:
        rows = app.row_list("agenda")
        assert rows.keys == ("p", "b")
        assert "silent" in app.rows("agenda")
        await app.press("x")
        assert "silent" not in app.rows("agenda")


async def test_undo_names_what_it_undoes(home: Path) -> None:
    """With the block and the figures."""
    title = HOSTILE[:20]
    plan = plan_with(block("a").model_copy(update={"title": title}), block("b"))
    async with planned(home, plan) as app:
        await app.press("plus", "u")
        assert app.notice.startswith("undone: minutes of [x]")
        assert app.notice.endswith("10 → 11")
        await app.press("2", "5", "enter", "u")
        assert app.notice.endswith("10 → 25")
        await app.press("down", "d")
        assert app.notice == "B was taken out; u undoes it"
        await app.press("u")
        assert app.notice == "undone: B, taken out"


async def test_a_key_that_can_do_nothing_says_why(home: Path) -> None:
    """An agenda without blocks, a block at its end or its limit, a parked one."""
    async with planned(home, plan_with(block("a", 1), block("b", 480))) as app:
        await app.press("minus")
        assert "least" in app.notice
        await app.press("shift+up")
        assert "further" in app.notice
        await app.press("down", "plus")
        assert "most" in app.notice
        await app.press("k", "end", "t")
        assert "parked block has no time" in app.notice
    async with planned(home / "other", Plan(title="Bare")) as app:
        for key in ("d", "k", "D", "S", "o", "t", "i", "e", "plus", "shift+up"):
            await app.press("x", key)
            assert app.notice == "There is no block marked; a adds one.", key


async def test_a_full_agenda_says_so(home: Path) -> None:
    """No form opens on a block that has no place."""
    blocks = tuple(block(f"b{at}", 1) for at in range(MOST_BLOCKS))
    async with planned(home, plan_with(*blocks)) as app:
        for key in ("a", "p", "D"):
            await app.press("x", key)
            assert "400 blocks at most" in app.notice, key
        assert len(desk(app).plan.blocks) == MOST_BLOCKS


async def test_a_group_is_told_by_its_name(home: Path) -> None:
    """Not by the id of its file; one that is gone by what is left of it."""
    async with planned(home) as app:
        group = await app.wiring.series.begin_group("Grade 7 [x] team")
    async with planned(home / "other", PLAN.model_copy(update={"group": "gone"})) as app:
        await app.wiring.series.begin_group("Another")
        assert "gone" in app.rows("questions")
    async with driven(home, WIDE) as app:
        await app.wiring.plans.save("joined", in_group(PLAN, group.id), "")
        await app.show(await app.opening.plan("joined"))
        assert "Grade 7 [x] team" in app.rows("questions")
