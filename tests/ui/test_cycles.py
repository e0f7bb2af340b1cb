"""The board of cycles: twelve cells in words, the marked one below, by keys alone at every size."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.log_entry import Slot
from facilitui.messages.going import EntryRequested
from facilitui.messages.pathways import CardRequested, EnrolmentEditRequested, LogRequested
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.pathway.cycles import CyclesScreen
from facilitui.widgets.cycle_grid import CycleGrid
from tests.ui.community import BEGUN, STATEMENT, community, said
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, Driven
from tests.ui.pathways import CLEE, GROUP, Kept, enrolment, pathways


class Refusing:
    """What stands in for services that are asked for forms and files, and give none."""

    def __getattr__(self, name: str) -> Any:
        """Any of them."""

        async def refuse(*_: Any) -> None:
            raise FacilituiError("not here")

        return refuse


@asynccontextmanager
async def cycles(
    home: Path, there: Kept, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Driven]:
    """The board of the group's cycles."""
    refusing: dict[str, Any] = {"pathway_log": Refusing(), "pathway_documents": Refusing()}
    async with pathways(home, there, size, **refusing) as app:
        await app.show(CyclesScreen(there, None, GROUP))  # type: ignore[arg-type]
        yield app


def grid(app: Driven) -> CycleGrid:
    """The grid on it."""
    assert isinstance(app.screen, CyclesScreen)
    return app.screen.grid


def at(app: Driven) -> tuple[int, str]:
    """The marked cell."""
    cell = grid(app).cell
    assert cell is not None
    return cell.cycle, cell.part.id


def logs(app: Driven) -> list[tuple[str, Slot | None]]:
    """What was asked to be logged."""
    return [(each.requirement, each.slot) for each in app.sent(LogRequested)]


@pytest.mark.parametrize("size", SIZES)
async def test_all_twelve_cells_are_seen_full_and_empty(home: Path, size: tuple[int, int]) -> None:
    """With a mark and words; each cycle with its check-in; nothing is cut without showing it."""
    async with cycles(home, community(), size) as app:
        lines = app.text().split("\n")
        assert "evidence in 12 of 12 parts" in lines[0] + lines[1]
        assert app.text().count("✓ 1 piece") == 9 and app.text().count("✓ 2 pieces") == 3
        for part in ("Plan", "Do", "Study", "Act", "Cycle 1", "Cycle 3", "held 21 Sep", "3 Dec"):
            assert part in app.text() or part.replace("held ", "held, ") in app.text(), part
    async with cycles(home, community(empty=True), size) as app:
        assert app.text().count("○ nothing") == 12 and "evidence in 0 of 12" in app.text()
        assert app.text().count("no check-in") == 3


async def test_arrows_mark_cells_and_neither_end_is_gone_past(home: Path) -> None:
    """The cell's questions and what is there follow the mark."""
    async with cycles(home, community()) as app:
        assert at(app) == (1, "plan") and "Plan, cycle 1" in app.rows("cell")
        await app.press("right", "right", "down")
        assert at(app) == (2, "study")
        rows = app.rows("cell")
        for part in ("Study, cycle 2", "what surprises us?", "15 Oct", "Check-ins of cycle 2"):
            assert part in rows
        await app.press("up", "up", "left", "left", "left")
        assert at(app) == (1, "plan")
        await app.press("end")
        assert at(app) == (3, "act")


@pytest.mark.parametrize("size", FARTHEST)
async def test_enter_leads_to_the_cells_entries_in_the_journal(
    home: Path, size: tuple[int, int]
) -> None:
    """In a low window the list takes the grid's place; escape leads back to the same cell."""
    async with cycles(home, community(), size) as app:
        await app.press("right", "enter")
        assert app.row_list("cell").has_focus and grid(app).display == (size[1] > 16)
        assert "enter entry" in app.keys_told and "escape grid" in app.keys_told
        await app.press("escape")
        assert grid(app).has_focus and grid(app).display and at(app) == (1, "do")
        await app.press("enter", "enter")
        (asked,) = app.sent(EntryRequested)
        assert asked.entry == "log_entry-evidence_cycle-1"


async def test_the_marked_row_is_seen_where_the_keys_are(home: Path) -> None:
    """Also below a part's many prompts; back on the grid a cell is read from its name on."""
    async with cycles(home, community(), (80, 24)) as app:
        cells = app.row_list("cell")
        for _ in range(2):
            assert cells.scroll_offset.y == 0 and ", cycle 1" in app.text()
            await app.press("enter")
            top, bottom = cells._laid.top(cells._cursor or 0), cells._laid.end(cells._cursor or 0)
            assert cells.scroll_offset.y <= top and bottom <= cells.scroll_offset.y + cells.size[1]
            await app.press("down", "down", "down", "escape", "right")


async def test_what_is_logged_is_what_the_mark_is_on(home: Path) -> None:
    """l: the cell, or the row's requirement in its slot; k: the cycle's check-in; e: the card."""
    async with cycles(home, community(0)) as app:
        await app.press("down", "right", "l", "k", "e")
        cell = ("evidence_cycle", Slot(cycle=2, part="do"))
        assert logs(app) == [cell, ("check_ins", Slot(cycle=2))]
        assert app.sent(CardRequested) == [CardRequested(GROUP, 2)]
        await app.press("tab", "tab")
        others = app.row_list("others")
        assert others.has_focus
        others.mark(next(e for e in others.keys if "interventions" in e and "south" in e))
        await app.press("enter", "l")
        assert logs(app)[2:] == [("interventions", Slot(school="south"))] * 2


async def test_f_follows_the_versions_of_the_statement(home: Path) -> None:
    """From anywhere that of the first school; on a row of another school that one's alone."""
    async with cycles(home, community()) as app:
        rows = app.rows("others", 60)
        assert STATEMENT[:30] in rows and "version 3" in rows and "on version 2 of 3" in rows
        screen = app.screen
        assert isinstance(screen, CyclesScreen)
        screen._go(screen.others)
        screen.others.mark(next(e for e in screen.others.keys if "south" in e))
        screen.action_follow()
        await app.settle()
        assert "No statement is logged yet" in app.notice
        await app.press("escape", "f")
        assert app.sent(EntryRequested)[-1].entry == "log_entry-problem_of_practice-1"


async def test_an_empty_cycle_takes_no_more_lines_than_it_says(home: Path) -> None:
    """Where there is room a filled one says its words; a click finds each cell all the same."""
    there = community(4)
    logged = (e for e in there.case.logged if e.said.requirement != "check_ins")
    there.case = replace(there.case, logged=tuple(logged))
    async with cycles(home, there) as app:
        grid = app.screen.query_one(CycleGrid)
        assert grid._board is not None
        lines = [each.plain for each in grid._drawing(grid._board, 116).lines()]
        starts = [at for at, each in enumerate(lines) if each.startswith("Cycle ")]
        assert starts[1] - starts[0] > 3 and starts[2] - starts[1] == 3
        assert len(lines) == starts[2] + 2 <= grid.size.height
        for cycle, at in enumerate(starts):
            assert grid._drawing(grid._board, 116).cell_at(60, at) == (cycle, 1)
            assert grid._drawing(grid._board, 116).cell_at(60, at + 1) == (cycle, 1)


async def test_f_asks_which_of_several_schools_is_meant(home: Path) -> None:
    """Unless a row of one of them is marked; escape opens none."""
    there = community()
    south = said("problem_of_practice", 2, date(2026, 11, 3), slot=Slot(school="south"))
    there.case = replace(there.case, logged=(*there.case.logged, south))
    async with cycles(home, there) as app:
        await app.press("f")
        assert isinstance(app.app.screen, ChooseDialog) and not app.sent(EntryRequested)
        await app.press("escape", "f", "down", "enter")
        assert app.sent(EntryRequested)[-1].entry == "log_entry-problem_of_practice-2"
    async with cycles(home, there) as app:
        screen = app.screen
        assert isinstance(screen, CyclesScreen)
        screen._go(screen.others)
        screen.others.mark(next(e for e in screen.others.keys if "north" in e))
        await app.press("f")
        assert app.sent(EntryRequested)[-1].entry == "log_entry-problem_of_practice-1"


async def test_pulses_go_from_day_to_day(home: Path) -> None:
    """A row a level, a column a day, and how many; never an average."""
    async with cycles(home, community()) as app:
        rows = app.rows("others", 60)
        assert "The way we work here is worth the time" in rows
        told = " ".join(rows.split())
        (agree, *_) = (line for line in rows.split("\n") if line.startswith("Agree"))
        assert agree.count("●") == 1
        assert "Asked 4 times. First on 8 Sep: Partly; last on 20 Oct: Agree." in told
        assert "average" not in rows


async def test_without_schools_the_details_are_offered(home: Path) -> None:
    """What is asked of each school cannot be told before there is one."""
    async with cycles(home, community(empty=True, schools=())) as app:
        assert "No school is entered yet" in app.rows("others")
        await app.press("tab", "tab", "enter")
        assert app.sent(EnrolmentEditRequested)[-1].enrolment == GROUP


async def test_what_cannot_be_shown_is_said(home: Path) -> None:
    """A pathway that is lost, one without cycles, an enrolment that is gone."""
    lost = community()
    lost.lost = "The pathway cannot be read any more."
    async with cycles(home, lost) as app:
        assert "cannot be read any more" in app.text()
        await app.press("l", "k", "f", "e", "tab", "enter")
    async with cycles(home, Kept({GROUP: enrolment(CLEE)})) as app:
        assert "has no cycles" in app.text()
    async with cycles(home, Kept({})) as app:
        assert "no such enrolment" in app.text() and "escape goes back" in app.text()


@pytest.mark.parametrize("size", SIZES)
async def test_foreign_text_is_text(home: Path, size: tuple[int, int]) -> None:
    """In names, schools, statements and evidence, at every size."""
    slot = Slot(cycle=1, part="plan")
    piece = said("evidence_cycle", 1, community().today, slot=slot, values={"shows": HOSTILE})
    there = community(0, name=HOSTILE)
    there.case = type(there.case)(logged=(piece,))
    async with cycles(home, there, size) as app:
        await app.press("enter")
        assert "[x] [/b]" in app.text()
        assert "\x1b" not in app.text() and "\u202e" not in app.text()


async def test_keys_are_named_where_they_act_alone(home: Path) -> None:
    """While the keys go to the grid no row says what l does; f is there with a statement alone."""
    async with cycles(home, community(empty=True)) as app:
        rows = app.rows("cell") + app.rows("others")
        assert "Nothing yet" in rows and "No check-in yet" in rows and "logs it" not in rows
        assert "l log" in app.keys_told and "versions" not in app.keys_told
        await app.press("enter")
        assert "enter log" in app.keys_told and "versions" not in app.keys_told
    async with cycles(home, community()) as app:
        assert "f versions" in app.keys_told
    async with cycles(home, community(empty=True, schools=())) as app:
        await app.press("tab", "tab")
        assert "enter details" in app.keys_told and "enter log" not in app.keys_told


async def test_what_is_there_stands_in_below_what_is_asked(home: Path) -> None:
    """All of it below the first letter of that; left and right it looks the same."""
    async with cycles(home, community()) as app:
        for name in ("cell", "others"):
            laid = [row for row in app.row_list(name).rows if row.draw(57, False)]
            drawn = [(row, row.draw(57, False)) for row in laid]
            titles = [lines[0] for row, lines in drawn if lines[0].plain[:2] in ("✓ ", "○ ", "• ")]
            assert titles and not any("bold" in str(span.style) for e in titles for span in e.spans)
            below = [lines for row, lines in drawn if row.key and not row.key.startswith("pulse")]
            assert all(each.plain[2] == " " != each.plain[3] for each in titles)
            assert below and all(line.plain.startswith("   ") for e in below for line in e)
            assert all(lines[0].plain[3] != " " for lines in below)


async def test_the_words_of_a_cell_take_two_lines_where_there_are_so_many(home: Path) -> None:
    """And none where nothing is there."""
    words = "The question that we look at in every lesson"
    piece = said("evidence_cycle", 1, community().today, slot=Slot(cycle=1, part="plan"))
    piece = replace(piece, said=piece.said.model_copy(update={"values": {"shows": words}}))
    there = community(0)
    there.case = type(there.case)(logged=(piece,))
    async with cycles(home, there) as app:
        told = [each.plain for each in grid(app).lines(114)]
        at = next(place for place, line in enumerate(told) if "The question that" in line)
        assert "we look at in" in told[at + 1]
        high = len(told)
    async with cycles(home, community(empty=True)) as app:
        assert len(grid(app).lines(114)) < high


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_what_is_there_comes_before_the_questions_unless_it_is_high(
    home: Path, size: tuple[int, int]
) -> None:
    """Where there is room for both the questions stand first; of an empty cell they always do."""
    for empty in (False, True):
        async with cycles(home, community(empty=empty), size) as app:
            await app.press("enter")
            said = " ".join(app.rows("cell", size[0] - 8).split())
            is_first = said.index("What is our problem of") < said.index("Evidence of what was")
            assert is_first == (empty or size[1] > 24), size


async def test_a_meeting_in_one_entry_is_a_column_of_figures(home: Path) -> None:
    """How many gave each level, beside the days of one answer each."""
    there = community()
    meeting = said(
        "value_pulse", 9, BEGUN + timedelta(57), values={"worth_it": "14 × Agree\n6 × Partly"}
    )
    there.case = replace(there.case, logged=(*there.case.logged, meeting))
    async with cycles(home, there) as app:
        rows = app.rows("others", 60)
        assert "last on 3 Nov: Agree 14, Partly 6." in " ".join(rows.split())
        agree = [line.split() for line in rows.split("\n") if line.startswith("Agree")]
        assert ["1", "14"] in [each[-2:] for each in agree]
