"""Searching the journal: as one types, over everything, never behind what was typed last."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.journals.journal_rows import row_of
from facilitui.services.giving_way import GivingWay
from facilitui.services.journals.shown import Shown
from facilitui.widgets import quiet
from facilitui.widgets.browse_parts import Page
from facilitui.widgets.journal_view import more_lines
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
        finding, held = app.wiring.reviewing.searching.finding, asyncio.Event()

        async def slow(query: str = "", *rest: Any) -> AsyncIterator[Shown]:
            while query == "t" and not held.is_set():
                await asyncio.sleep(0.01)
            async for shown in finding(query, *rest):
                yield shown

        monkeypatch.setattr(app.wiring.reviewing.searching, "finding", slow)
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
        assert "a part of a word is enough" in app.text() and "escape leave search" in app.keys_told
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
        assert "2 older · m months" in app.text()
        await app.press("slash")
        await app.write("201")
        assert journal(app).rows.keys == ("debrief-201",)
        assert "search for more words" not in app.text()


@pytest.mark.parametrize(
    ("words", "rows", "more", "complete", "told"),
    [
        ((), 1, 0, True, ""),
        ((), 1, 26, True, "26 older · m months"),
        ((), 1, 26, False, "reading older months …"),
        ((), 1, 0, False, "reading older months …"),
        ((), 0, 0, False, ""),
        (("wait",), 1, 0, True, ""),
        (("wait",), 1, 26, True, "26 more, search for more words"),
        (("wait",), 1, 26, False, "reading older months …"),
        (("wait",), 0, 0, False, ""),
    ],
)
def test_what_is_left_out_or_not_known_yet_is_told_below_the_list(
    words: tuple[str, ...], rows: int, more: int, complete: bool, told: str
) -> None:
    """No number before all is read; of nothing found yet the list itself says that it looks."""
    local = datetime(2026, 11, 20, tzinfo=UTC)
    document = {"id": "a", "kind": "debrief", "rev": 1, "made_at": local.isoformat(), "body": "{}"}
    row = row_of(document, lambda *_: local, None)
    shown = Shown((row,) * rows, more, words=words, complete=complete)
    assert "".join(line.plain for line in more_lines(shown, more, 80)) == told


async def test_no_page_is_read_between_two_letters(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one before stays until typing rests; enter and leaving the search do not wait for it."""
    monkeypatch.setattr(quiet, "REST_SECONDS", 60.0)
    async with driven(three, (120, 40), "journal") as app:
        before = app.page()
        assert "They waited." in before
        await app.press("slash")
        await app.write("chart")
        assert journal(app).rows.keys == ("debrief-Data talk",)
        assert app.page() == before
        await app.press("enter")
        assert "The chart misled us." in app.page()
        await app.press("escape", "escape", "slash")
        await app.write("warm")
        await app.press("escape")
        assert len(journal(app).rows.keys) == 3 and emphasised(app) == set()


async def test_keys_are_told_to_what_is_read_meanwhile(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Letters as well as commands."""
    told: list[None] = []
    monkeypatch.setattr(GivingWay, "give", lambda self: told.append(None))
    async with driven(three, (80, 24), "journal") as app:
        await app.press("slash")
        pressed = len(told)
        assert pressed > 0
        await app.write("ca")
        assert len(told) >= pressed + 2
