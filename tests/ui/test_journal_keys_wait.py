"""Keys that come before what they are about is found wait for it, and mean nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitui.services.searching import Searching
from facilitui.services.shown import Shown
from facilitui.widgets.browse_parts import Page
from tests.ui.driving import Driven, driven
from tests.ui.journals import journal, write_entry, write_three
from tests.ui.test_input_order import post


def held_back(patch: pytest.MonkeyPatch, *, begun: bool) -> asyncio.Event:
    """From now on everything is found only once this was set; `begun` tells before that it is
    being looked for, and nothing found yet."""
    there, finding = asyncio.Event(), Searching.finding

    async def find(searching: Searching, *asked: Any) -> AsyncIterator[Shown]:
        found = [each async for each in finding(searching, *asked)]
        if begun:
            yield replace(found[-1], rows=(), complete=False)
        await there.wait()
        yield found[-1]

    patch.setattr(Searching, "finding", find)
    return there


async def typed_before(app: Driven, there: asyncio.Event, *keys: str) -> None:
    """Press keys before what they are about is found: what would not wait is done by then."""
    post(app, *keys)
    for _ in range(40):
        await app.pilot.pause()
    there.set()
    await app.settle()


@pytest.mark.parametrize("begun", [False, True])
async def test_keys_in_a_search_wait_for_what_it_finds(
    home: Path, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    """Down is about that list, enter about its row, and what comes behind about the page."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        there = held_back(monkeypatch, begun=begun)
        keys = ("slash", *"talk", "down", "enter", "left_square_bracket")
        await typed_before(app, there, *keys)
        assert journal(app).search_line.value == "talk"
        assert "The chart misled us." in app.page()
        assert app.notice == "There is only one revision of this."


async def test_keys_behind_another_kind_wait_for_its_list(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """List, mark and page are of that kind; and from a page, tab goes to the list."""
    await write_three(home)
    for name in ("One", "Two"):
        await write_entry(home, name, "2026-10-01", kind="observation", feedback=f"Saw {name}.")
    async with driven(home, (120, 40), "journal") as app:
        there = held_back(monkeypatch, begun=False)
        await typed_before(app, there, "tab", "tab", "down", "enter")
        marked = journal(app).rows.marked
        assert journal(app).rows.keys == ("observation-One", "observation-Two")
        assert marked == "observation-Two" and "Saw Two." in app.page()
        assert isinstance(journal(app).focused, Page)
        await app.press("tab")
        assert len(journal(app).rows.keys) == 5 and journal(app).rows.marked == marked
        assert not journal(app).reading and "Saw Two." in app.page()
