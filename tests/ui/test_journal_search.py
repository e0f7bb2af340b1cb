"""Searching the journal: as one types, over everything, never behind what was typed last."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.services.reviewing import Shown
from facilitui.widgets.browse_parts import Page
from facilitui.widgets.panel import Panel
from tests.ui.driving import Driven, driven
from tests.ui.journals import journal, write_entry, write_three


@pytest.fixture
async def three(home: Path) -> Path:
    """A home with three debriefs."""
    await write_three(home)
    return home


async def test_a_search_finds_all_words_whatever_their_case_and_accents(three: Path) -> None:
    """Typing narrows the list and marks what was found; escape shows everything again."""
    async with driven(three, (120, 40), "journal") as app:
        await app.press("slash")
        await app.write("CAFE wait")
        assert journal(app).rows.keys == ("debrief-Café talk",)
        assert "1 found" in app.text() and "They waited." in app.page()
        assert emphasised(app) == {"Café", "wait"}
        await app.press("escape")
        assert len(journal(app).rows.keys) == 3
        assert not journal(app).searching and journal(app).focused is journal(app).rows


def emphasised(app: Driven) -> set[str]:
    """The words that stand out on the page."""
    panel = journal(app).page.query_one(Panel)
    return {
        line.plain[span.start : span.end]
        for line in panel.lines(panel.content_size.width)
        for span in line.spans
        if "underline" in str(span.style)
    }


async def test_a_search_shows_the_place_where_it_found_something(home: Path) -> None:
    """The row shows the part with the word, and the page is scrolled to it."""
    told = "Nobody said much at first. " * 60
    await write_entry(home, "Long", "2026-11-20", learned=f"{told}Then a heron flew by.")
    async with driven(home, (100, 24), "journal") as app:
        await app.press("slash")
        await app.write("heron")
        row = next(line for line in app.text().split("\n") if "…" in line)
        assert "heron" in row[:44]
        assert journal(app).page.scroll_offset.y > 0


async def test_the_arrow_keys_and_enter_work_while_typing(three: Path) -> None:
    """What was found can be gone through and read without leaving the search line."""
    async with driven(three, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("talk")
        await app.press("down", "enter")
        assert isinstance(journal(app).focused, Page)
        assert "The chart misled us." in app.page()
        await app.press("escape")
        assert journal(app).rows.keys == ("debrief-Café talk", "debrief-Data talk")


async def test_enter_waits_for_what_was_typed_last(three: Path) -> None:
    """Enter right behind the last letter opens what that letter found."""
    async with driven(three, (80, 24), "journal") as app:
        await app.pilot.press("slash", *"tuning", "enter")
        await app.settle()
        assert "Warm before cool." in app.page()


async def test_a_slow_search_never_takes_the_place_of_a_newer_one(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the newest query's answer is shown, however late an older one comes."""
    async with driven(three, (80, 24), "journal") as app:
        find, held = app.wiring.reviewing.find, asyncio.Event()

        async def slow(query: str = "", group: str = "") -> Shown:
            while query == "t" and not held.is_set():
                await asyncio.sleep(0.01)
            return await find(query, group)

        monkeypatch.setattr(app.wiring.reviewing, "find", slow)
        await app.press("slash")
        await app.pilot.press("t", "u", "n")
        await app.settle()
        held.set()
        await app.settle()
        assert journal(app).rows.keys == ("debrief-Tuning",)


async def test_no_result_says_so_and_how_to_go_on(three: Path) -> None:
    """What was searched for is repeated as text, whatever it holds."""
    async with driven(three, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("[/b] zz")
        assert "Nothing has “[/b] zz” in it." in app.text()
        assert "show everything again" in app.text()
        await app.press("enter")
        assert journal(app).searching


async def test_no_more_than_two_hundred_rows_are_shown(home: Path) -> None:
    """The others are counted, and typing brings them up."""
    async with driven(home, (80, 24)) as app:
        moment = app.wiring.now()
        for i in range(202):
            body = {"session": f"s{i}", "title": f"Session {i:03}"}
            await app.wiring.journal.save(
                entry_id=f"debrief-{i}", kind="debrief", body=body, made_at=moment, salt="00"
            )
        await app.app.switch_mode("journal")
        await app.settle()
        assert len(journal(app).rows.keys) == 200
        assert "2 more, keep typing" in app.text()
        await app.press("slash")
        await app.write("201")
        assert journal(app).rows.keys == ("debrief-201",)
        assert "keep typing" not in app.text()
