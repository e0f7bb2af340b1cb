"""The journal by months: how much each holds, from there to its entries and back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from facilitui.core.journals.timeline import Month, timeline
from facilitui.screens.journal import JournalScreen
from facilitui.screens.journal import finding as found_entries
from facilitui.services.journals.searching import Searching
from facilitui.services.journals.shown import Shown
from facilitui.terminal.keys import PastesWhole
from facilitui.widgets.journal_months import DEBRIEFS, OTHERS, bar_of, month_rows
from tests.ui.driving import SMALLEST, driven
from tests.ui.journals import journal, write_entry, write_three
from tests.ui.test_input_order import post


@pytest.fixture
async def filled(home: Path) -> Path:
    """Debriefs of two months, and one of the year before."""
    await write_three(home)
    await write_entry(home, "Long ago", "2025-08-05", learned="Another silence.")
    return home


@pytest.mark.parametrize("size", SMALLEST)
async def test_months_stand_under_their_years_with_what_they_hold(
    filled: Path, size: tuple[int, int]
) -> None:
    """A bar that can be counted, the figure, and a line for each month that holds nothing."""
    async with driven(filled, size, "journal") as app:
        await app.press("m")
        told = app.rows("rows", 76).splitlines()
        rows = [" ".join(line.split()) for line in told if line.strip()]
        assert rows[0] == "2026 3 entries"
        assert rows[1] == f"Nov {DEBRIEFS * 2} 2 debriefs"
        assert rows[2] == f"Oct {DEBRIEFS} 1 debrief"
        assert rows[3:5] == ["Sep ·", "Aug ·"] and rows[-1] == f"Aug {DEBRIEFS} 1 debrief"
        assert "2025 1 entry" in rows
        assert journal(app).rows.keys == ("2026-11", "2026-10", "2025-08")
        assert "debriefs" in app.text() and "other evidence" in app.text()


async def test_enter_shows_a_months_entries_and_escape_leads_back(filled: Path) -> None:
    """The month stands in the search line as a filter; escape once more shows the entries."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("m", "down", "enter")
        assert journal(app).search_line.value == "date:2026-10"
        assert journal(app).rows.keys == ("debrief-Data talk",)
        assert "Entries in October 2026" in app.text()
        assert "months" in app.keys_told
        await app.press("enter")
        assert "The chart misled us." in app.page()
        await app.press("escape", "escape")
        assert journal(app).rows.marked == "2026-10" and journal(app).search_line.value == ""
        await app.press("escape")
        assert journal(app).rows.keys[0] == "debrief-Café talk"
        assert app.app.current_mode == "journal"


async def test_months_are_of_what_is_found(filled: Path) -> None:
    """A search narrows them, also while they are shown; a month adds to it, and goes again."""
    async with driven(filled, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("silence")
        await app.press("escape", "m")
        assert len(journal(app).rows.keys) == 3
        await app.press("slash")
        await app.write("silence")
        assert journal(app).rows.keys == ("2026-11", "2025-08")
        await app.press("down", "enter")
        assert journal(app).search_line.value == "silence date:2025-08"
        assert journal(app).rows.keys == ("debrief-Long ago",)
        await app.press("escape")
        assert journal(app).rows.keys == ("2026-11", "2025-08")


async def test_the_month_of_the_marked_entry_is_marked(filled: Path) -> None:
    """And what it holds stands beside it where there is room."""
    async with driven(filled, (120, 40), "journal") as app:
        await app.press("end", "m")
        assert journal(app).rows.marked == "2025-08"
        assert "August 2025" in app.page() and "Long ago" in app.page()
        assert "revise" not in app.keys_told
        await app.press("up")
        assert "October 2026" in app.page() and "Data talk" in app.page()
        await app.press("m")
        assert journal(app).rows.keys[0] == "debrief-Café talk"


async def test_an_entry_asked_for_from_elsewhere_is_opened_among_entries(filled: Path) -> None:
    """Whatever is listed."""
    from facilitui.messages import going as m

    async with driven(filled, (80, 24), "journal") as app:
        await app.press("m")
        app.app.post_message(m.EntryRequested("debrief-Data talk"))
        await app.settle()
        assert journal(app).reading and "The chart misled us." in app.page()
        assert not journal(app).by_month


async def test_an_empty_journal_has_no_months(home: Path) -> None:
    """It says what to do first, as it does without them."""
    async with driven(home, (80, 24), "journal") as app:
        assert "months" not in app.keys_told
        await app.press("m", "enter", "down")
        assert "Nothing is written here yet." in app.text()


@pytest.mark.parametrize("counts", [{"debrief": 1}, {"scores": 1}, {"debrief": 99, "scores": 1}])
def test_whatever_a_month_holds_is_seen_in_its_bar(counts: dict[str, int]) -> None:
    """Also a single entry of many; two signs tell the kinds apart, and no colour is needed."""
    bar = bar_of(counts, 400, 20)
    assert bar and set(bar) <= {DEBRIEFS, OTHERS}
    whole = bar_of(counts, sum(counts.values()), 20)
    assert ((DEBRIEFS in whole), (OTHERS in whole)) == ("debrief" in counts, "scores" in counts)


def test_ten_years_are_a_line_a_month() -> None:
    """With a line for each year."""
    days = [(f"{year}-{month:02}-01", "debrief") for year in range(2016, 2026) for month in (1, 12)]
    rows = month_rows(timeline(days), airy=False)
    assert len(rows) == 10 * 12 + 10
    assert all(row.height == 1 and len(row.draw(48, False)) == 1 for row in rows)


def test_a_total_stands_over_its_column_and_no_kind_is_cut() -> None:
    """What has no room is counted."""
    kinds = {"debrief": 40, "observation": 33, "scores": 17, "feedback": 9, "attachment": 7}
    rows = month_rows((Month("2026-11", kinds), Month("2026-10", {"debrief": 5})), airy=False)
    year, november, october = ("".join(each.plain for each in row.draw(74, False)) for row in rows)
    end = year.index("111") + 3
    assert november[end - 3 : end] == "106" and october[end - 1] == "5"
    assert november.endswith("40 debriefs · 33 observations · 33 more")


async def test_while_months_are_counted_that_is_said(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it takes a while; then the keys are there again."""
    monkeypatch.setattr(found_entries, "SOON_SECONDS", 0.001)
    there, finding = asyncio.Event(), Searching.finding

    async def find_late(searching: Searching, *asked: Any) -> AsyncIterator[Shown]:
        await there.wait()
        async for shown in finding(searching, *asked):
            yield shown

    async with driven(filled, (80, 24), "journal") as app:
        monkeypatch.setattr(Searching, "finding", find_late)
        post(app, "m")
        while app.notice != found_entries.READING:
            await app.pilot.pause()
        there.set()
        await app.settle()
        assert not app.notice and "2026-11" in journal(app).rows.keys


async def test_a_key_that_comes_before_the_months_is_meant_for_them(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter right behind m waits for them, and shows the entries of the one that is marked."""
    is_asked, finding, choose = Event(), Searching.finding, JournalScreen.choose

    async def find_late(searching: Searching, *asked: Any) -> AsyncIterator[Shown]:
        await asyncio.to_thread(is_asked.wait, 0.3)  # for a key that would not wait
        async for shown in finding(searching, *asked):
            yield shown

    def note(screen: JournalScreen, key: str) -> None:
        is_asked.set()
        choose(screen, key)

    async with driven(filled, (80, 24), "journal") as app:
        monkeypatch.setattr(Searching, "finding", find_late)
        monkeypatch.setattr(JournalScreen, "choose", note)
        for message in PastesWhole().feed("m\r"):
            app.app.post_message(message)
        await app.settle()
        assert journal(app).search_line.value == "date:2026-11"
