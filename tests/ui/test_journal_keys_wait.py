"""Keys that come before what they are about is found wait for it, and mean nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitui.services.journals.opened import Opened
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.searching import Searching
from facilitui.services.journals.shown import Shown
from facilitui.widgets.browse_parts import Page
from tests.ui.driving import FARTHEST, Driven, driven
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


def read_later(patch: pytest.MonkeyPatch) -> asyncio.Event:
    """From now on no entry is read before this was set."""
    there, read = asyncio.Event(), Reviewing.read

    async def later(reviewing: Reviewing, entry: str, back: int = 0) -> Opened:
        await there.wait()
        return await read(reviewing, entry, back)

    patch.setattr(Reviewing, "read", later)
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


LEAF = "left_square_bracket"


@pytest.mark.parametrize("size", FARTHEST)
@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("enter", LEAF), "Revision 2 of 3"),
        (("enter", LEAF, LEAF), "Revision 1 of 3"),
        (("enter", "d"), "changed from revision 2 to 3"),
        (("enter", LEAF, "d"), "changed from revision 1 to 2"),
        (("enter", LEAF, "question_mark", "escape"), "Revision 2 of 3"),
    ],
    ids=" ".join,
)
async def test_keys_about_an_entry_wait_until_it_is_read(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    keys: tuple[str, ...],
    told: str,
) -> None:
    """None of them is lost, nor said to find nothing, and each counts from the one before it."""
    for learned in ("first", "second", "third"):
        await write_entry(home, "Tuning", "2026-11-12", learned=learned)
    async with driven(home, size, "journal") as app:
        await app.press("enter", "escape")  # what was read before is no page of what is asked now
        there = read_later(monkeypatch)
        await typed_before(app, there, *keys)
        assert told in app.page()
        assert "only one revision" not in app.notice


async def test_what_belongs_to_an_entry_is_asked_for_once_it_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one is opened, where it was said that there is none."""
    kept = [{"entry": "debrief-Tuning", "text": "Count to five.", "outlook": "kept"}]
    await write_entry(home, "Tuning", "2026-11-12", commitments=[{"text": "Count to five."}])
    await write_entry(home, "Again", "2026-11-19", earlier=kept)
    async with driven(home, (60, 16), "journal") as app:
        there = read_later(monkeypatch)
        await typed_before(app, there, "down", "enter", "n")
        assert journal(app).rows.marked == "debrief-Again" and "Promised in" in app.page()
