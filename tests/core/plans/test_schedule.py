"""Starts: computed, save for pinned ones, and right in the night the clocks change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock, expand
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.schedule import (
    later,
    minutes_between,
    minutes_taken,
    minutes_twice,
    pinned_moment,
    schedule,
)
from tests.core.making import agenda, part
from tests.core.plan_strategies import PROTOCOLS, plans

TORONTO = ZoneInfo("America/Toronto")
AFTERNOON = datetime(2026, 11, 25, 15, 30, tzinfo=TORONTO)
NIGHTS = {
    "an hour twice": datetime(2026, 11, 1, 0, 30, tzinfo=TORONTO),
    "an hour never": datetime(2027, 3, 14, 0, 30, tzinfo=TORONTO),
}
lengths = st.lists(st.integers(1, 120) | st.integers(1, 960).map(lambda n: n / 2), max_size=8)
"""Short blocks, and such as last until the next morning."""
starts = st.datetimes(
    datetime(2026, 10, 25),
    datetime(2027, 4, 1),
    timezones=st.sampled_from([TORONTO, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Asia/Tokyo")]),
) | st.builds(later, st.sampled_from([*NIGHTS.values()]), st.integers(-720, 360))
"""Any moment of a winter, and often one from which a session runs into a change of the clocks."""
pins = st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0))


def blocks_of(minutes: Sequence[float], pinned: Sequence[time | None]) -> tuple[AgendaBlock, ...]:
    return tuple(
        block
        for n, (length, pin) in enumerate(zip(minutes, pinned, strict=False))
        for block in agenda(part(f"b{n}", length), pinned_start=pin)
    )


def exists(near: datetime, at: time) -> bool:
    """Whether clocks show a time at all on the day of a moment."""
    wall = datetime.combine(near.date(), at, near.tzinfo)
    return wall.astimezone(UTC).astimezone(near.tzinfo).time() == at


@given(lengths, st.lists(pins, min_size=8, max_size=8), starts)
def test_overlaps_and_gaps_are_shown_and_nothing_else_moves(
    minutes: list[float], pinned: list[time | None], start: datetime
) -> None:
    """Each block begins where the one before ends, or else the difference is told exactly."""
    slots = schedule(blocks_of(minutes, pinned), start)
    end = busy_until = start.astimezone(UTC)
    for slot, length in zip(slots, minutes, strict=True):
        begins = slot.start.astimezone(UTC)
        told = timedelta(minutes=slot.gap - slot.overlap)
        assert abs(begins - busy_until - told) < timedelta(milliseconds=1)
        assert slot.gap >= 0 and slot.overlap >= 0 and not (slot.gap and slot.overlap)
        if slot.block.pinned_start is None:
            assert begins == end
        elif exists(slot.start, slot.block.pinned_start):
            assert slot.start.replace(tzinfo=None).time() == slot.block.pinned_start
        assert slot.end.astimezone(UTC) - begins == timedelta(minutes=length)
        end = slot.end.astimezone(UTC)
        busy_until = max(busy_until, end)


@given(lengths, starts)
def test_totals_add_up(minutes: list[float], start: datetime) -> None:
    """Without pins a session lasts as long as its parts together, whatever clocks do meanwhile."""
    blocks = blocks_of(minutes, [None] * 8)
    slots = schedule(blocks, start)
    assert sum(block.minutes for block in blocks) == sum(minutes)
    assert all(slot.gap == slot.overlap == 0 for slot in slots)
    if slots:
        assert minutes_between(start, slots[-1].end) == sum(minutes)


def test_the_designs_agenda() -> None:
    """Its starts are the ones drawn in design §4."""
    blocks = blocks_of([10, 5, 45, 10, 5], [None] * 5)
    starts = [f"{slot.start:%H:%M}" for slot in schedule(blocks, AFTERNOON)]
    assert starts == ["15:30", "15:40", "15:45", "16:30", "16:40"]


@pytest.mark.parametrize("start", NIGHTS.values(), ids=NIGHTS)
def test_clocks_that_change_move_nothing(start: datetime) -> None:
    """In both nights of the year a block has its minutes, and no gap or overlap appears."""
    blocks = blocks_of([60, 60, 60, 60], [None] * 4)
    slots = schedule(blocks, start)
    assert [minutes_between(slot.start, slot.end) for slot in slots] == [60.0] * 4
    assert all(slot.gap == slot.overlap == 0 for slot in slots)
    assert slots[-1].end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=4)
    shown = 3.5 if start.month == 11 else 5.5
    assert slots[-1].end.hour + slots[-1].end.minute / 60 == shown


@pytest.mark.parametrize(("start", "gap"), list(zip(NIGHTS.values(), [180, 60], strict=True)))
def test_a_gap_across_a_clock_change_is_told_as_it_will_be_felt(start: datetime, gap: int) -> None:
    """From 1:00 to 3:00 there are three hours in the one night and one in the other."""
    slots = schedule(blocks_of([30, 30], [None, time(3)]), start)
    assert (slots[1].gap, slots[1].overlap) == (gap, 0)


def test_a_pinned_start_is_kept_where_the_block_before_runs_longer() -> None:
    """The overlap is shown, never mended; a gap likewise."""
    slots = schedule(blocks_of([40, 10, 10], [None, time(16), time(16, 30)]), AFTERNOON)
    assert [(slot.gap, slot.overlap) for slot in slots] == [(0, 0), (0, 10), (20, 0)]
    assert f"{slots[1].start:%H:%M}" == "16:00"


def test_a_pin_after_midnight_is_the_next_day() -> None:
    """A session that begins late goes on into the next morning."""
    late = datetime(2026, 11, 25, 23, 0, tzinfo=TORONTO)
    assert pinned_moment(late, time(1)) == datetime(2026, 11, 26, 1, 0, tzinfo=TORONTO)
    assert pinned_moment(late, time(22)) == datetime(2026, 11, 25, 22, 0, tzinfo=TORONTO)


def test_each_part_has_its_start() -> None:
    """Parts follow one another within their block, in its zone."""
    (block,) = agenda(part("a/1", 5), part("a/2", 2.5), part("a/3", 1))
    (slot,) = schedule([block], AFTERNOON)
    starts = [(f"{at:%H:%M:%S}", each.id) for at, each in slot.part_starts()]
    assert starts == [("15:30:00", "a/1"), ("15:35:00", "a/2"), ("15:37:30", "a/3")]


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(TORONTO)),
    st.integers(-5000, 5000),
)
def test_later_is_what_passes_between(moment: datetime, minutes: int) -> None:
    """Going so many minutes on, that many have passed, in the same zone."""
    on = later(moment, minutes)
    assert on.tzinfo is TORONTO
    assert minutes_between(moment, on) == minutes


@given(plans(), starts)
def test_the_time_of_any_plan_adds_up(plan: Plan, start: datetime) -> None:
    """Parts make blocks, blocks make slots, and what is shown between them makes the session."""
    slots = schedule(expand(plan, PROTOCOLS), start)
    for slot in slots:
        whole = sum(part.minutes for part in slot.block.parts)
        assert whole == slot.block.minutes == pytest.approx(minutes_between(slot.start, slot.end))
    if slots:
        early = min(slots[0].overlap, slots[0].block.minutes)
        shown = sum(slot.block.minutes + slot.gap for slot in slots) - minutes_twice(slots) - early
        assert minutes_taken(slots) == pytest.approx(shown, abs=1e-4)


@given(plans(), starts)
def test_blocks_never_overlap_unless_it_is_shown(plan: Plan, start: datetime) -> None:
    """Where one begins before any ahead of it ends, it says by how much."""
    slots = schedule(expand(plan, PROTOCOLS), start)
    for at, slot in enumerate(slots):
        apart = [minutes_between(before.end, slot.start) for before in slots[:at]]
        assert slot.overlap >= max((-each for each in apart), default=0.0) - 1e-6
        assert slot.gap <= max(0.0, min(apart, default=slot.gap)) + 1e-6


def test_what_lies_within_a_longer_block_hides_nothing_behind_it() -> None:
    """A short pinned block is over before the long one ahead of it; the next one still overlaps."""
    slots = schedule(blocks_of([60, 10, 20], [None, time(15, 40), None]), AFTERNOON)
    assert [(slot.gap, slot.overlap) for slot in slots] == [(0, 0), (0, 50), (0, 40)]
    assert (minutes_taken(slots), minutes_twice(slots)) == (60, 30)


def test_in_the_hour_that_comes_twice_a_pin_is_never_past() -> None:
    """A session that begins in the second 1:30 means the second 1:45; else it is the first."""
    second = datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=TORONTO)
    assert minutes_between(second, pinned_moment(second, time(1, 45))) == 15
    first = pinned_moment(NIGHTS["an hour twice"], time(1, 30))
    assert minutes_between(first, second) == 60
    (_, slot) = schedule(blocks_of([15, 5], [None, time(1, 45)]), second)
    assert (slot.gap, slot.overlap) == (0, 0)


def test_in_the_hour_that_never_comes_a_pin_is_what_clocks_will_show() -> None:
    """2:30 is 3:30 that night, and is shown as that."""
    (slot,) = schedule(blocks_of([20], [time(2, 30)]), NIGHTS["an hour never"])
    assert f"{slot.start:%H:%M}–{slot.end:%H:%M}" == "03:30–03:50"
    assert slot.gap == 120
