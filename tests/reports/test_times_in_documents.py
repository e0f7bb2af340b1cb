"""Times in documents: pinned starts, waits, overlaps, nights of change, and none made up."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

import pytest

from facilitui.core.plans.alignment import align, answered
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.reports.handout import Format, What
from facilitui.reports.handouts import written
from facilitui.reports.plain_text import plain_text
from facilitui.reports.plan_summary import plan_summary
from tests.reports.handouts import full_plan, worked_out

PINNED = (
    Block(id="a", title="First", minutes=10),
    Block(id="b", title="Guest", minutes=30, pinned_start=time(15, 50, 30)),
    Block(id="c", title="Meal", minutes=20, pinned_start=time(16, 10)),
)
BACK = "On Sunday 1 November 2026 at 02:00 the clock goes back to 01:00; lengths are true minutes."


def documents(plan: Plan) -> dict[str, str]:
    """Everything that tells the agenda of a plan, with single spaces."""
    shown = worked_out(plan)
    found = {
        f"{what} {form}": written(shown, what, form).data.decode("utf-8")
        for what in (What.PARTICIPANTS, What.RUN_SHEET)
        for form in (Format.MARKDOWN, Format.HTML)
    }
    found["show"] = plain_text(plan_summary(shown, align(plan), answered(plan), ()), 100)
    return {name: re.sub(r"\s+|</?t[dh][^>]*>|\|", " ", text) for name, text in found.items()}


def test_an_end_on_another_day_is_told_with_its_day() -> None:
    """A session that goes on past midnight."""
    plan = full_plan(start=datetime(2026, 11, 25, 23, 30))
    for name, text in documents(plan).items():
        assert "23:30 to 01:00 on Thursday 26 November 2026 (America/Toronto)" in text, name


def squeezed(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def everywhere(plan: Plan, *words: str) -> None:
    """Each document says it."""
    for name, text in documents(plan).items():
        for each in words:
            assert each in squeezed(text), (name, each)


def nowhere(plan: Plan, *words: str) -> None:
    """No document says it."""
    for name, text in documents(plan).items():
        for each in words:
            assert each not in squeezed(text), (name, each)


def test_pinned_starts_waits_and_overlaps_are_told() -> None:
    """With their minutes, the shortest ones too, in every document."""
    plan = full_plan(blocks=PINNED)
    everywhere(
        plan,
        "15:40 10.5 Nothing planned",
        "until 15:51",
        "at 15:51 sharp",
        "at 16:10 sharp, 10.5 min before what is ahead of it ends",
    )
    told = squeezed(documents(plan)["show"])
    assert "3 blocks, 60 of 90 minutes; 10.5 of them with nothing planned" in told
    assert "10.5 of them planned twice" in told


def test_half_a_minute_is_told_too() -> None:
    """Whoever pins starts to the second wants to know."""
    blocks = (PINNED[0], Block(id="b", title="B", pinned_start=time(15, 40, 30)))
    everywhere(full_plan(blocks=blocks), "15:40 0.5 Nothing planned")


def test_a_first_block_before_the_session_is_told() -> None:
    """There is nothing ahead of it that could run on."""
    block = Block(id="a", title="A", minutes=30, pinned_start=time(15, 20))
    everywhere(full_plan(blocks=(block,)), "at 15:20 sharp, 10 min before the session begins")


def test_where_nothing_is_pinned_there_is_no_column_for_it() -> None:
    """It would be empty."""
    for name, text in documents(full_plan()).items():
        agenda = squeezed(text).split("15:30", 2)[1]
        assert "Note" not in agenda.split("15:40")[0], name
    nowhere(full_plan(), "Nothing planned", "sharp", "lengths are true")


def test_without_a_time_no_time_of_day_is_made_up() -> None:
    """Everything is told from the beginning."""
    plan = full_plan(start=None, zone="")
    everywhere(plan, "no date yet; 90 minutes", "0:00 10", "0:10 15", "0:25 58")
    for name, text in documents(plan).items():
        assert not re.search(r"\b\d\d:\d\d\b", text), name


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (datetime(2026, 11, 1, 0, 45), BACK),
        (datetime(2027, 3, 14, 1, 30), "the clock goes forward to 03:00"),
        (datetime(2027, 3, 14, 2, 30), "No clock shows 02:30 on Sunday 14 March 2027"),
        (datetime(2026, 11, 1, 1, 30), "The clock shows 01:30 twice that night"),
    ],
)
def test_a_night_in_which_the_clocks_change_is_explained(start: datetime, told: str) -> None:
    """Where the times beside it look odd, in every document."""
    everywhere(full_plan(start=start), told)


def test_the_repeated_hour_adds_up() -> None:
    """Two hours from half past midnight end at half past one."""
    blocks: Any = (Block(id="a", title="A", minutes=90), Block(id="b", title="B", minutes=30))
    plan = full_plan(start=datetime(2026, 11, 1, 0, 30), blocks=blocks, minutes=120)
    everywhere(plan, "00:30 to 01:30", "01:00 30 B", "2026 at 02:00 the clock goes back")
