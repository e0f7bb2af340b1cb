"""What verifying found, on its page: told once, damage set off, and a way to each entry."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.core.attaching_ports import Progress
from facilitui.demo import run_demo
from facilitui.storage.paths import Home
from tests.services.full_sessions import run_one
from tests.ui.driving import SIZES, Driven, driven
from tests.ui.journals import journal, write_three


def flowing(app: Driven) -> str:
    """The page without its line breaks."""
    return " ".join(app.page().split())


@pytest.fixture
async def altered(home: Path) -> Path:
    """A home of three debriefs, two of which were changed by hand."""
    await write_three(home)
    for month, before, after in (
        ("2026-10", "misled", "helped"),
        ("2026-11", "Warm before cool", "Cool before warm"),
    ):
        file = home / "journal" / f"{month}.json"
        file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    return home


@pytest.mark.parametrize("size", SIZES)
async def test_enter_leads_to_the_entries_and_escape_back(
    altered: Path, size: tuple[int, int]
) -> None:
    """From one to the next, back to what was found, and then to the list."""
    async with driven(altered, size, "journal") as app:
        await app.press("v")
        assert "2 things do not hold" in flowing(app)
        assert not journal(app).key_line.notice
        await app.press("enter")
        first = flowing(app)
        assert "! Revision 1 of it was changed outside the program" in first
        await app.press("n")
        second = flowing(app)
        assert "! Revision 1 of it was changed outside the program" in second
        assert {each.split(" ")[0] for each in (first, second)} == {"Data", "Tuning"}
        assert size[0] < 120 or "findings" in app.keys_told
        await app.press("escape")
        assert "2 things do not hold" in flowing(app)
        await app.press("escape")
        assert not journal(app).reading and "Café talk" in app.rows("rows")


async def test_an_entry_that_holds_says_nothing_of_it(altered: Path) -> None:
    """Though another one of its month was changed."""
    async with driven(altered, (80, 24), "journal") as app:
        await app.press("enter")
        assert "Café talk" in app.page() and "outside the program" not in app.page()


async def test_a_log_is_named_with_its_title_and_day(home: Path) -> None:
    """Of a session that is over nobody is sent to go on with it."""
    await asyncio.to_thread(run_demo, Home(home), 0, lambda line: None)
    (log,) = home.glob("sessions/*/events.jsonl")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:3], b"{damaged\n", *lines[4:]]))
    async with driven(home, (120, 40), "journal") as app:
        row = (await app.wiring.reviewing.searching.find()).rows[0]
        await app.press("v")
        assert f"! {row.title}, session of {row.when:%Y-%m-%d}: line 4 of the log" in flowing(app)
        assert "from there on nothing is proved" in flowing(app)
        assert "continue in a copy" not in flowing(app)


async def test_after_a_purge_nothing_looks_like_damage(home: Path) -> None:
    """What was purged is told, without the mark and without what to do about damage."""
    full = await run_one(home)
    survey = await full.wiring.purging.survey(full.debrief)
    await full.wiring.purging.purge(survey, (), Progress())
    full.wiring.close()
    async with driven(home, (80, 24), "journal") as app:
        await app.press("v")
        told = flowing(app)
        assert "nothing is damaged" in told and "was purged" in told
        assert "! " not in told and "restore FILE" not in told and "Purged," not in told
        assert not journal(app).key_line.notice
