"""What verifying found, on its page: told once, damage set off, and a way to each entry."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.core.backups.soundness import Soundness
from facilitui.core.errors import Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal_faults import Fault, Finding
from facilitui.core.told import short_day
from facilitui.demo import run_demo
from facilitui.screens.journal.reading_told import OF_NO_ENTRY
from facilitui.storage.paths import Home
from facilitui.widgets.verdict_page import MOST, verdict_lines
from tests.services.full_sessions import run_one
from tests.ui.driving import FARTHEST, Driven, driven
from tests.ui.journals import journal, write_three
from tests.ui.test_input_order import post, slowly


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


@pytest.mark.parametrize("size", FARTHEST)
async def test_enter_leads_to_the_entries_and_escape_back(
    altered: Path, size: tuple[int, int]
) -> None:
    """From one to the next, back to what was found, and then to the list."""
    async with driven(altered, size, "journal") as app:
        await app.press("v")
        assert "2 things do not hold" in flowing(app)
        assert "opens the first entry; n there the next" in flowing(app)
        assert not journal(app).key_line.notice
        assert "e revise" not in app.keys_told
        await app.press("e")  # not of the marked row, which may be hidden behind the findings
        assert journal(app).is_current and "These are findings" in app.notice
        for key in ("P", "o"):
            await app.press(key)
            assert journal(app).is_current and app.notice == OF_NO_ENTRY
        await app.press("k")
        assert {each["kind"] for _, each in (await app.wiring.journal.contents()).documents} == {
            "debrief"
        }
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


@pytest.mark.parametrize("key", ["slash", "down", "enter"])
async def test_findings_never_come_over_somebody_who_went_on(
    altered: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who types on, moves or reads meanwhile is told of them, and how they are seen."""
    async with driven(altered, (80, 24), "journal") as app:
        there = slowly(monkeypatch, app.wiring.safekeeping, "verify")
        post(app, "v", key)
        while app.app.input_order.number < 2:
            await app.pilot.pause()
        there.set()
        await app.settle()
        assert journal(app).search_line.has_focus == (key == "slash")
        assert "2 things do not hold" in app.notice and "v shows them." in app.notice
        assert "2 things" not in app.page()
        await app.press(*(["escape"] if key != "down" else []), "v")
        assert "2 things do not hold" in flowing(app)


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
        assert row.when is not None
        told = f"! The session of {short_day(row.when)}, “{row.title}”: line 4 of the log"
        assert told in flowing(app)
        assert "from there on nothing is proved" in flowing(app)
        assert "continue in a copy" not in flowing(app)
        await app.press("down", "n")
        assert app.notice == OF_NO_ENTRY
        await app.press("enter")
        opened = journal(app).looked_at()
        assert opened is not None and opened.id == row.id


def test_of_thousands_of_findings_the_first_are_named() -> None:
    """Damage before all else, then how many more there are."""
    findings = [Finding("a:1:1", f"entry-{n}", Fault.FOREIGN) for n in range(9_000)]
    problems = tuple(Problem.of_all(f"sessions/{n}/events.jsonl", "gone") for n in range(MOST - 1))
    broken = Finding("a:2:1", "broken-entry", Fault.ALTERED)
    lines = verdict_lines(Soundness(9_001, (*findings, broken), problems), 80)
    told = "\n".join(line.plain for line in lines)
    assert len(lines) < 5 * MOST and "and 9000 more" in told
    assert "! broken-entry" in told and "entry-0:" not in told
    assert "sessions/0/events.jsonl\n" in told and "a:2:1" in told  # what is gone has no lines


async def test_after_a_purge_nothing_looks_like_damage(home: Path) -> None:
    """What was purged is told, without the mark and without what to do about damage."""
    full = await run_one(home)
    survey = await full.wiring.purging.survey(full.debrief)
    await full.wiring.purging.purge(survey, (), Progress())
    full.wiring.close()
    async with driven(home, (120, 40), "journal") as app:
        await app.press("v")
        told = flowing(app)
        assert "nothing is damaged" in told and "was purged" in told
        assert "! " not in told and "restore FILE" not in told and "Purged," not in told
        assert not journal(app).key_line.notice
        await app.press("escape")
        assert "e revise" in app.keys_told
        record = next(key for key in journal(app).rows.keys if key.startswith("purge-"))
        journal(app).rows.mark(record)
        await app.settle()
        assert "e revise" not in app.keys_told
