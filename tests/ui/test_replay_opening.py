"""What can be replayed: any session, from Home, from the journal and by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from facilitui.core.sessions.replay import Replay, ReplayMoment
from facilitui.demo import SimulatedClock
from facilitui.messages.going import ReplayRequested
from facilitui.screens.journal import JournalScreen
from facilitui.screens.replay import ReplayScreen
from facilitui.screens.replay.position import at_second
from facilitui.widgets.row_list import AIR, GUTTER
from facilitui.widgets.rows import Laid, Row
from tests.core.making import good_plan
from tests.ui.driving import driven
from tests.ui.hosting import AT, TITLE
from tests.ui.journals import write_entry
from tests.ui.replaying import KEYS, replayed, run_session

MOMENT = ReplayMoment(0, 0.0, AT, "Said", "", "", False, False, "", "")


async def test_a_session_that_runs_can_be_looked_at(tmp_path: Path) -> None:
    """An open session is replayed as far as it has come."""
    async with replayed(tmp_path, keys=KEYS[:3]) as app:
        await app.press("end")
        assert "REPLAY 15:40 · 10:00 of 10:00" in app.panel("head")
        assert "ended" not in app.panel("head")


async def test_the_timeline_is_laid_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows are wrapped for the width that they have in the end, and for no other before."""
    widths: list[int] = []

    class Watched(Laid):
        """Rows that say for which width they were laid."""

        def __init__(self, rows: Sequence[Row] = (), width: int = 0) -> None:
            super().__init__(rows, width)
            if width > 0 and any(row.key == "0" for row in rows):
                widths.append(width)

    monkeypatch.setattr("facilitui.widgets.row_list.Laid", Watched)
    async with replayed(tmp_path) as app:
        wide = app.row_list("timeline").scrollable_content_region.width
        assert widths == [wide - GUTTER - AIR]


async def test_nothing_is_written(tmp_path: Path) -> None:
    """Going through a session leaves its folder as it was."""
    async with replayed(tmp_path) as app:
        before = {p: p.read_bytes() for p in tmp_path.rglob("sessions/*/*") if p.is_file()}
        await app.press("down", "end", "left", "k", "pageup")
        after = {p: p.read_bytes() for p in tmp_path.rglob("sessions/*/*") if p.is_file()}
        assert before == after


async def test_a_session_without_events_is_said_to_be_empty(tmp_path: Path) -> None:
    """A log with nothing in it opens, says so, and every key is harmless."""
    async with driven(tmp_path, (80, 24)) as app:
        log = await app.wiring.sessions.create("2026-11-25-1530-empty", good_plan())
        await log.close()
        app.app.post_message(ReplayRequested("2026-11-25-1530-empty"))
        await app.settle()
        keys = ("down", "right", "pagedown", "end", "enter", "k", "t")
        await app.press(*keys)
        assert "Nothing has happened in it yet." in app.text()


async def test_a_session_that_is_not_there_is_told(tmp_path: Path) -> None:
    """What cannot be opened is said in words where one is."""
    async with driven(tmp_path, (80, 24)) as app:
        app.app.post_message(ReplayRequested("nowhere"))
        await app.settle()
        assert "nowhere" in app.notice


async def test_home_replays_the_session_that_is_marked(tmp_path: Path) -> None:
    """A session that is still to be debriefed is a key away; a row without one says so."""
    clock = SimulatedClock(AT)
    async with driven(tmp_path, (120, 40), clock=clock) as app:
        await app.press("R")
        assert app.notice == "Mark a session or a recent debrief to replay it; j has them all."
        session = await run_session(app.wiring, clock)
        await app.press("f5")
        app.row_list("rows").mark(f"debrief {session}")
        await app.press("R")
        assert isinstance(app.screen, ReplayScreen)
        await app.press("escape")
        await write_entry(tmp_path, session, "2026-11-25")
        await app.press("f5")
        await app.press("tab", "R")
        assert isinstance(app.screen, ReplayScreen)


async def test_the_journal_replays_the_session_of_an_entry(tmp_path: Path) -> None:
    """From the marked entry, and back to it."""
    clock = SimulatedClock(AT)
    async with driven(tmp_path, (120, 40), "journal", clock=clock) as app:
        session = await run_session(app.wiring, clock)
        await write_entry(tmp_path, session, "2026-11-25")
        await app.app.switch_mode("home")
        await app.app.switch_mode("journal")
        await app.settle()
        await app.press("r")
        assert isinstance(app.screen, ReplayScreen)
        assert TITLE in app.text()
        await app.press("escape")
        assert isinstance(app.screen, JournalScreen)


def test_it_begins_at_what_was_typed_right_then() -> None:
    """Though more happened in the same second; else at the last thing that had happened."""
    typed = replace(MOMENT, elapsed=60.0, kept="a line")
    moments = (MOMENT, typed, replace(typed, kept=""), replace(MOMENT, elapsed=90.0))
    replay = Replay(())
    replay.moments, replay._places = moments, [each.elapsed for each in moments]
    rows = [at_second(replay, second).row for second in (0, 60, 61, 95)]
    assert rows == [0, 1, 2, 3]
