"""An entry that is opened by its id, or asked about: what keys mean is what is seen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from facilitui.messages.evidence import TrendsRequested
from facilitui.messages.going import EntryRequested, ModeRequested
from facilitui.messages.privacy import PurgeRequested, WithdrawRequested
from facilitui.messages.review import MarkRequested
from facilitui.screens.journal import JournalScreen
from facilitui.services.journals.shown import Shown
from tests.ui.driving import Driven, driven
from tests.ui.journals import journal, write_three
from tests.ui.test_input_order import post, slowly

OLDEST = "debrief-Data talk"
ASKS: dict[str, type[Message]] = {
    "k": MarkRequested,
    "P": PurgeRequested,
    "w": WithdrawRequested,
}


def found_slowly(patch: pytest.MonkeyPatch, app: Driven) -> asyncio.Event:
    """From now on the newest entry is found at once, and the rest only once this was set."""
    there, searching = asyncio.Event(), app.wiring.reviewing.searching
    find = searching.finding

    async def finding(*asked: Any) -> AsyncIterator[Shown]:
        async for shown in find(*asked):
            if not there.is_set():
                yield replace(shown, rows=shown.rows[:1], more=0, complete=False)
            await there.wait()
            yield shown

    patch.setattr(searching, "finding", finding)
    return there


def shown(app: Driven) -> tuple[str, str]:
    """What is marked, and what the page beside it is of."""
    below = next(each for each in app.app.screen_stack if isinstance(each, JournalScreen))
    return below.rows.marked, below.page.shows


async def a_while(app: Driven) -> None:
    """As long as anything would take that does not wait."""
    for _ in range(20):
        await app.pilot.pause()


@pytest.mark.parametrize(("held", "key"), [("list", "P"), ("page", "k")])
async def test_keys_behind_an_entry_that_was_asked_for_mean_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, held: str, key: str
) -> None:
    """They wait until it is marked and read, however long that takes."""
    await write_three(home)
    async with driven(home, (120, 40), "journal") as app:
        reviewing = app.wiring.reviewing
        of_page = held == "page"
        there = (
            slowly(monkeypatch, reviewing, "read") if of_page else found_slowly(monkeypatch, app)
        )
        app.app.post_message(EntryRequested(OLDEST))
        post(app, key)
        await a_while(app)
        assert not app.sent(ASKS[key])
        there.set()
        await app.settle()
        assert [each.entry for each in app.sent(ASKS[key])] == [OLDEST]
        assert shown(app) == (OLDEST, OLDEST)


async def test_escape_behind_it_leads_back_to_where_it_was_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not home from the list."""
    await write_three(home)
    async with driven(home, (60, 16), "journal") as app:
        there = slowly(monkeypatch, app.wiring.reviewing, "read")
        app.app.post_message(EntryRequested(OLDEST, TrendsRequested()))
        post(app, "escape")
        await a_while(app)
        assert journal(app).reading and not app.sent(TrendsRequested)
        there.set()
        await app.settle()
        assert len(app.sent(TrendsRequested)) == 1 and not app.sent(ModeRequested)


@pytest.mark.parametrize("key", ["P", "w"])
async def test_nothing_is_asked_of_an_entry_beside_the_page_of_another(
    home: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """What is marked is asked about once its page is there."""
    await write_three(home)
    async with driven(home, (120, 40), "journal") as app:
        there = slowly(monkeypatch, app.wiring.reviewing, "read")
        post(app, "down", key)
        await a_while(app)
        assert journal(app).rows.marked == "debrief-Tuning" and not app.sent(ASKS[key])
        there.set()
        await app.settle()
        assert [each.entry for each in app.sent(ASKS[key])] == ["debrief-Tuning"]
        assert shown(app) == ("debrief-Tuning", "debrief-Tuning")


async def test_keys_wait_for_where_a_screen_leads_that_is_left(home: Path) -> None:
    """From trends to the entry that was chosen there: none reaches the list in between."""
    await write_three(home)
    async with driven(home, (120, 40), "journal") as app:
        led: list[object] = []
        app.app.show(app.opening.trends(), led.append)
        await app.settle()
        app.app.screen.dismiss(OLDEST)
        while not led:
            await asyncio.sleep(0)
        assert led == [OLDEST] and app.app.on_its_way.awaited
        await app.settle()
        assert not app.app.on_its_way.awaited
