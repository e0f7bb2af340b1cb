"""Agendas from outside are shown before they are taken, and become a plan of their own."""

from __future__ import annotations

from datetime import datetime

import pytest

from facilitui.core.agendas_outside.columns import headed
from facilitui.core.agendas_outside.raw_table import Guess, RawRow, RawTable
from facilitui.core.errors import FacilituiError, InputProblems, NotFound, NotSaved, Problem
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.editing import LONGEST_BLOCK
from facilitui.core.plans.plan_changes import begun_from
from facilitui.core.plans.planning_ports import AGENDA, Sought
from facilitui.core.responses.form_answers import holds_answers
from facilitui.core.vocabulary import BlockKind
from facilitui.services.plans.taking_in import TakingIn, plan_of
from tests.core.making import HOSTILE, final_word
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock

ROWS = (
    ("What", "Min", "More"),
    ("Welcome", "5", "x"),
    ("The Final Word", "58", "y"),
    ("?", "", ""),
)
FORM = (
    ("Timestamp", "What will you try?", "Score"),
    *((f"2026/11/22 8:1{n}:00 PM MEZ", "wait longer", "4") for n in range(3)),
)


class MemoryOutside:
    """Files from anywhere, in memory."""

    def __init__(self, **files: bytes) -> None:
        self.files = files

    async def read(self, path: str, sought: Sought = AGENDA) -> tuple[str, bytes]:
        if path not in self.files:
            raise NotFound(f"there is no file {path}")
        return f"{path}.csv", self.files[path]


def of_rows(name: str, data: bytes) -> RawTable:
    """A reader that knows six files."""
    if data == b"bad":
        raise InputProblems((Problem(name, 1, 1, "is empty"),))
    above = (("24 November, 15:30-17:00",),) if data == b"dated" else ()
    rows = ((HOSTILE, "5"), (HOSTILE, "6")) if data == b"hostile" else (*above, *ROWS)
    rows = (("What", "Min"), *(("Work", "400") for _ in range(3))) if data == b"long" else rows
    rows = FORM if data == b"form" else rows
    return headed(RawRow(line, cells) for line, cells in enumerate(rows, 1))


@pytest.fixture
def plans() -> MemoryPlans:
    """No plans."""
    return MemoryPlans()


@pytest.fixture
def taking_in(plans: MemoryPlans) -> TakingIn:
    """Over six files and one protocol."""
    library = FixedLibrary(Shelf(protocols={"final_word": final_word()}))
    outside = MemoryOutside(
        team_day=b"good", bad=b"bad", dated=b"dated", hostile=b"hostile", days=b"long", form=b"form"
    )
    return TakingIn(outside, of_rows, plans, library, MovableClock())


async def test_an_agenda_is_shown_and_nothing_is_kept(
    taking_in: TakingIn, plans: MemoryPlans
) -> None:
    """Its columns as guessed, its blocks, what was skipped."""
    preview = await taking_in.preview("team_day")
    assert preview.guess == Guess(title=0, minutes=1, note=2)
    assert [block.title for block in preview.imported.blocks] == ["Welcome", "The Final Word"]
    assert preview.imported.blocks[1].protocol == "final_word"
    assert [each.line for each in preview.imported.skipped] == [4]
    assert plans.texts == {}


async def test_other_columns_make_other_blocks(taking_in: TakingIn) -> None:
    """At once, from the same file."""
    preview = await taking_in.preview("team_day")
    other = taking_in.with_columns(preview, Guess(title=2))
    assert [block.title for block in other.imported.blocks] == ["x", "y"]
    assert other.table is preview.table


async def test_what_is_taken_is_a_new_plan(taking_in: TakingIn, plans: MemoryPlans) -> None:
    """Called like the file; the time there is is the time it takes. Never over another plan."""
    preview = await taking_in.preview("team_day")
    first, second = await taking_in.take(preview), await taking_in.take(preview)
    assert first != second
    plan = (await plans.load(first)).state
    assert plan == begun_from(plan_of(preview), preview.name, MovableClock().read().at.date())
    assert (plan.title, plan.minutes, plan.start) == ("team day", 63, None)
    assert [block.kind for block in plan.blocks] == [BlockKind.OPENING, BlockKind.PROTOCOL]


async def test_a_day_without_a_year_and_the_time_there_is_are_taken(
    taking_in: TakingIn,
) -> None:
    """Counted from today by the clock; the parts need not fill the time."""
    plan = plan_of(await taking_in.preview("dated"))
    assert (plan.start, plan.minutes) == (datetime(2027, 11, 24, 15, 30), 90)
    assert sum(block.minutes for block in plan.blocks) == 63


async def test_an_agenda_of_several_days_has_the_time_of_the_longest_plan(
    taking_in: TakingIn, plans: MemoryPlans
) -> None:
    """Its blocks are all there; that they do not fit the plan shows, and can be mended."""
    plan = (await plans.load(await taking_in.take(await taking_in.preview("days")))).state
    assert plan.minutes == LONGEST_BLOCK < sum(block.minutes for block in plan.blocks)


async def test_nothing_is_taken_of_what_has_no_blocks(
    taking_in: TakingIn, plans: MemoryPlans
) -> None:
    """It is said; a full disk is said too."""
    preview = await taking_in.preview("team_day")
    with pytest.raises(FacilituiError, match="no row"):
        await taking_in.take(taking_in.with_columns(preview, Guess()))
    plans.full = True
    with pytest.raises(NotSaved):
        await taking_in.take(preview)
    assert plans.texts == {}


async def test_a_file_that_cannot_be_read_is_told(taking_in: TakingIn) -> None:
    """One that is not there, and one that holds no agenda."""
    with pytest.raises(NotFound):
        await taking_in.preview("gone")
    with pytest.raises(InputProblems, match="is empty"):
        await taking_in.preview("bad")


async def test_hostile_text_can_be_kept(taking_in: TakingIn, plans: MemoryPlans) -> None:
    """A file can hold everything that is taken."""
    name = await taking_in.take(await taking_in.preview("hostile"))
    plan = (await plans.load(name)).state
    assert len(plan.blocks) == 2 and "[x] [Q1] [/b]" in plan.blocks[0].title


async def test_answers_to_a_form_are_no_agenda(taking_in: TakingIn) -> None:
    """Which key takes them in is said; a schedule with days and questions in it is an agenda."""
    with pytest.raises(InputProblems, match=r"answers to a form.* f in the Journal"):
        await taking_in.preview("form")
    agenda = (("Time", "What?", "Who?"), ("15:30", "Welcome", "Ana"), ("15:40", "Work", "Bo"))
    days = (("Date", "Title", "Min"), ("2026-11-25", "Welcome", "5"))
    for rows in (agenda, days):
        assert not holds_answers(headed(RawRow(n, cells) for n, cells in enumerate(rows, 1)))
