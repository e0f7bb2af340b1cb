"""Handing over: what is chosen is written from the plan as it is shown, and said with its path."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from facilitui.core.plans.plan_parts import Carried, Visual
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.page import PageDialog
from tests.core.making import good_plan
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE
from tests.ui.planning import PLAN, desk, planned, screen_of

DATED = PLAN.model_copy(update={"zone": "America/Toronto", "start": datetime(2026, 11, 25, 15, 30)})


@pytest.mark.parametrize(
    ("row", "ending", "words"),
    [
        (0, "-agenda.md", "# Looking at student work"),
        (1, "-agenda.html", "<!doctype html>"),
        (2, "-run-sheet.md", "Commitments"),
        (3, "-run-sheet.html", "Commitments"),
        (4, ".ics", "BEGIN:VCALENDAR"),
    ],
)
async def test_each_document_is_written_and_said(
    home: Path, row: int, ending: str, words: str
) -> None:
    """Where it is, in full, and what its readers do not get to see."""
    async with planned(home, DATED) as app:
        await app.press("plus", "E", *("down",) * row, "enter")
        assert isinstance(app.app.screen, PageDialog)
        (file,) = (home / "exports").iterdir()
        assert file.name.endswith(ending) and words.lower() in file.read_text("utf-8").lower()
        assert file.name in "".join(app.panels().split())
        assert file.stat().st_mode & 0o777 == 0o600
        await app.press("escape")
        assert screen_of(app).is_current


async def test_calendars_are_told_more_only_where_there_is_more(home: Path) -> None:
    """The same identity, a later word for a later start, and undo never takes it back."""
    async with planned(home, DATED) as app:
        for _ in range(2):
            await app.press("E", "end", "enter")
            await app.press("escape")
        first = desk(app).plan.calendar
        assert first is not None and first.sequence == 0
        later = DATED.model_copy(update={"start": datetime(2026, 11, 26, 9, 0), "calendar": first})
        screen_of(app).change(lambda _: later, "later")
        await app.press("E", "end", "enter")
        await app.press("escape")
        second = desk(app).plan.calendar
        assert second is not None and (second.uid, second.sequence) == (first.uid, 1)
        await app.press("u")
        assert desk(app).plan.start == DATED.start and desk(app).plan.calendar == second


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_a_second_export_leaves_the_first_as_it_is(home: Path, size: tuple[int, int]) -> None:
    """It gets the next number, and that is said on a screen of any size."""
    async with planned(home, DATED, size=size) as app:
        await app.press("E", "enter")
        (first,) = (home / "exports").iterdir()
        first.write_text("mine")
        await app.press("escape")
        await app.press("E", "enter")
        assert isinstance(app.app.screen, PageDialog)
        told = " ".join(app.panels().split())
        assert f"The {first.name} that was there already is left as it is." in told
    assert first.read_text() == "mine" and len(list((home / "exports").iterdir())) == 2


async def test_giving_up_writes_nothing(home: Path) -> None:
    """Nor does a session without a date become a calendar entry: that is told."""
    async with planned(home, good_plan(start=None)) as app:
        await app.press("E", "escape")
        assert not (home / "exports").exists()
        await app.press("E", "end", "enter")
        assert "date" in app.notice and not (home / "exports").exists()


async def test_a_full_disk_is_told_and_the_plan_stays(home: Path) -> None:
    """In a sentence."""
    disk = FullDisk()
    async with planned(home, DATED, disk=disk) as app:
        disk.room = 0
        await app.press("E", "enter")
        assert app.notice.startswith("! ") and screen_of(app).is_current
        disk.room = 1 << 40


async def test_nothing_private_is_in_what_participants_get(home: Path) -> None:
    """Of a sensitive plan not even that it is one; hostile words are only words."""
    secret = "periwinkle"
    blocks = tuple(
        block.model_copy(update={"watch": secret, "note": secret, "title": HOSTILE[:60]})
        for block in DATED.blocks
    )
    plan = DATED.model_copy(
        update={
            "sensitive": True,
            "aftercare": secret,
            "blocks": blocks,
            "note": secret,
            "audience": DATED.audience.model_copy(update={"needs": secret, "experience": secret}),
            "carried": (Carried(text=secret),),
            "visuals": (Visual(title="x", credit="y"),),
        }
    )
    async with planned(home, plan) as app:
        for row in (0, 1, 4):
            await app.press("E", *("down",) * row, "enter")
            assert isinstance(app.app.screen, ConfirmDialog)
            await app.press("enter")
            await app.press("escape")
    assert len(list((home / "exports").iterdir())) == 3
    assert "CLASS:PRIVATE" in next((home / "exports").glob("*.ics")).read_text("utf-8")
    for file in (home / "exports").iterdir():
        text = file.read_text("utf-8")
        assert secret not in text and "sensitive" not in text.lower(), file.name
        assert "<script" not in text and "\x1b" not in text and "\u202e" not in text
