"""Trends: each a picture and a sentence, down to the session with a key, at every size."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.fuzzy import Matcher

from facilitui.bootstrap import Wiring
from facilitui.core.errors import FacilituiError
from facilitui.core.trends.trends import Who
from facilitui.demo import run_demo
from facilitui.messages import going as m
from facilitui.messages.evidence import TrendsRequested
from facilitui.screens.journal import JournalScreen
from facilitui.screens.replay import ReplayScreen
from facilitui.screens.trends import TrendsScreen
from facilitui.services.trends.trending import Trending
from facilitui.storage.paths import Home
from facilitui.widgets import trend_rows
from tests.core.trending import own, seen
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, Driven, driven

SCORE, TIME = "Questions and wait time", "Starting late"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with six sessions of the demonstration; nobody changes it."""
    home = tmp_path_factory.mktemp("six")
    assert run_demo(Home(home), 0, lambda line: None, 6) == 0
    return home


@pytest.fixture
def six(made: Path, home: Path) -> Path:
    """Such a home to work in."""
    shutil.copytree(made, home, dirs_exist_ok=True)
    return home


@asynccontextmanager
async def trends(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
    """The application with trends open, as Journal's key opens them."""
    async with driven(home, size, "journal") as app:
        await app.press("t")
        assert isinstance(app.screen, TrendsScreen)
        yield app


def trends_on(app: Driven) -> TrendsScreen:
    """The screen on top, which is that of trends."""
    assert isinstance(app.screen, TrendsScreen)
    return app.screen


async def mark(app: Driven, name: str) -> None:
    """Mark the trend of a name in the list."""
    screen = trends_on(app)
    screen.trends.mark(next(e.key for e in screen._trends.values() if e.name == name))
    await app.settle()


async def put(home: Path, kind: str, kept: Any) -> None:
    """An entry in the journal of a home."""
    wiring = Wiring(Home(home))
    try:
        await wiring.journal.save(
            entry_id=kept.entry,
            kind=kind,
            body=kept.record.model_dump(mode="json"),
            made_at=kept.dated,
            salt="00" * 16,
        )
    finally:
        wiring.close()


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_list_shows_every_trend_small_under_what_it_belongs_to(
    six: Path, size: tuple[int, int]
) -> None:
    """A name, a picture of a line, and the last figure; the heading says of how many sessions."""
    async with trends(six, size) as app:
        rows = app.rows("trends", 58)
        group = rows.split("\n")[1]
        assert "Facilitation, a ne" in group and group.rstrip().endswith("version 1")
        for part in ("Goals", "Waits", "Tuning", "newest", "all 6"):
            assert part in rows
        row = next(line for line in rows.split("\n") if SCORE in line)
        assert "▃▅▃▃▅▇" in row and row.rstrip().endswith("4 of 4")
        assert "6 sessions" in app.text() and "few" not in app.text().split("\n")[1]


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_marked_trend_is_seen_whole(six: Path, size: tuple[int, int]) -> None:
    """Its picture with both signs and their words, its sentence to the end, its sessions."""
    async with trends(six, size) as app:
        await mark(app, SCORE)
        await app.press("enter")
        text = " ".join(app.panel("picture").split())
        for part in (SCORE, "● yourself ○ observer ◆ both the same", "4 Exemplary", "▲"):
            assert part in text
        trend = trends_on(app).trend
        assert trend is not None and text.endswith(trend.sentence)
        days = (date.fromisoformat(each.name[:10]) for each in (six / "sessions").iterdir())
        assert any(f"{day:%b}" in text for day in days)
        shown = app.text().replace("\u00a0", " ")
        for part in (trend.sentence[-10:], "● 4 of 4  ○ 3 of 4 by"):
            assert part in shown
        assert trend.lines[1].who is Who.OBSERVER


async def test_arrows_mark_a_session_in_the_picture_and_in_the_rows(six: Path) -> None:
    """From the newest on; neither end is gone past, and another trend begins anew."""
    async with trends(six) as app:
        await mark(app, TIME)
        screen = trends_on(app)

        def column() -> int:
            (line,) = (x for x in app.panel("picture").split("\n") if "▲" in x)
            return line.index("▲")

        assert "▲" not in app.panel("picture")
        await app.press("right")
        newest = column()
        assert (screen.at, app.row_list("sessions").marked) == (5, "5")
        await app.press("up")
        assert screen.at == 5
        await app.press("down", "down")
        assert screen.at == 3 and column() < newest
        assert app.row_list("sessions").marked == "3"
        lines = [x for x in app.text().split("\n") if "▌" in x]
        assert screen.place is not None and f"{screen.place.at.when:%b}" in lines[0]
        await app.press(*["down"] * 9)
        assert screen.at == 0
        await app.press("left", "up")
        assert screen.at == 5 and "▲" not in app.panel("picture")


async def test_one_list_has_the_cursor_at_a_time(six: Path) -> None:
    """Keys lead into the sessions and back, and the foot says what they do there."""
    async with trends(six) as app:
        await mark(app, TIME)

        def cursors() -> set[str]:
            cut = app.screen.query_one("#large").region.x
            lines = [each for each in app.text().split("\n") if "▌" in each]
            return {"left" if each.index("▌") < cut else "right" for each in lines} | (
                {"both"} if any(each.count("▌") > 1 for each in lines) else set()
            )

        assert app.row_list("trends").has_focus and cursors() == {"left"}
        for into, back in product(("tab", "enter", "right"), ("tab", "escape", "left")):
            assert "↑↓ trend" in app.keys_told and "replay" not in app.keys_told
            await app.press(into)
            assert app.row_list("sessions").has_focus, (into, back)
            for part in ("enter entry", "escape list", "↑↓ session", "r replay"):
                assert part in app.keys_told, (into, back)
            assert cursors() == {"right"}, (into, back)
            await app.press(back)
            assert app.row_list("trends").has_focus, (into, back)
            assert cursors() == {"left"}, (into, back)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_enter_opens_the_sessions_entry_in_the_journal(
    six: Path, size: tuple[int, int]
) -> None:
    """Keys alone lead from a trend to what was written; a narrow window shows the trend first."""
    async with trends(six, size) as app:
        await mark(app, SCORE)
        await app.press("enter")
        assert app.row_list("trends").display == (size[0] >= 80) and "list" in app.keys_told
        await app.press("down")
        place = trends_on(app).place
        assert place is not None
        await app.press("enter")
        (asked,) = app.sent(m.EntryRequested)
        assert asked.entry == place.at.entry and asked.entry.startswith("scores-")
        assert isinstance(app.screen, JournalScreen) and app.screen.reading
        assert "escape trends" in app.keys_told
        await app.press("escape")
        screen = trends_on(app)
        assert screen.trend is not None and screen.trend.name == SCORE and screen.place == place


async def test_r_goes_through_the_session_again_and_comes_back(six: Path) -> None:
    """To the same trend and the same session."""
    async with trends(six) as app:
        await mark(app, TIME)
        await app.press("right", "down", "down")
        place = trends_on(app).place
        await app.press("r")
        assert isinstance(app.screen, ReplayScreen)
        assert place is not None and app.sent(m.ReplayRequested)[0].session == place.at.session
        await app.press("escape")
        screen = trends_on(app)
        assert screen.trend is not None and (screen.trend.name, screen.at) == (TIME, 3)


async def test_escape_goes_back_to_the_list_and_then_to_the_journal(six: Path) -> None:
    """At every width: in a narrow window the list comes back."""
    async with trends(six, (60, 16)) as app:
        await app.press("down", "enter", "down", "escape")
        assert app.row_list("trends").display and app.row_list("trends").has_focus
        await app.press("escape")
        assert isinstance(app.screen, JournalScreen)
        await app.press("t")
        assert app.sent(TrendsRequested)


async def test_another_width_shows_what_fits(six: Path) -> None:
    """What stood in place of the list stands beside it, and the other way round."""
    async with trends(six, (60, 16)) as app:
        await app.press("enter")
        await app.pilot.resize_terminal(120, 40)
        await app.settle()
        assert app.row_list("trends").display and app.screen.query_one("#large").display
        await app.pilot.resize_terminal(60, 16)
        await app.settle()
        assert not app.row_list("trends").display


@pytest.mark.parametrize("size", FARTHEST)
async def test_without_anything_it_says_what_to_do_first(home: Path, size: tuple[int, int]) -> None:
    """No list, no keys that would do nothing."""
    async with trends(home, size) as app:
        assert "Nothing to compare yet." in app.text() and "Run a session" in app.text()
        assert "enter" not in app.keys_told and "replay" not in app.keys_told
        last = [each for each in app.text().split("\n") if each.strip()][-1]
        assert "all keys" in last and app.text().rstrip().endswith(last.strip())
        assert len(app.text().rstrip("\n ").split("\n")) >= size[1] - 2
        await app.press("enter", "left", "r", "up")
        assert isinstance(app.screen, TrendsScreen)
        await app.press("escape")
        assert isinstance(app.screen, JournalScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_journal_names_the_key_of_trends(six: Path, size: tuple[int, int]) -> None:
    """At its foot, and in words by which the palette finds them."""
    async with driven(six, size, "journal") as app:
        assert "t trends" in app.keys_told
        (title,) = (e.title for e in JournalScreen.commands if e.action == "trends")
        matcher = Matcher("journal trends")
        assert matcher.match(title) > 0 and "trends" in title


async def test_few_sessions_are_said_to_be_few(home: Path) -> None:
    """In the heading and in each sentence; no direction is told."""
    await asyncio.to_thread(run_demo, Home(home), 0, lambda line: None, 2)
    async with trends(home) as app:
        assert "2 sessions, still few" in app.text()
        screen = trends_on(app)
        assert screen._trends and all(
            "2 sessions are too few" in e.sentence for e in screen._trends.values()
        )


async def test_what_was_observed_elsewhere_can_be_read_but_not_replayed(home: Path) -> None:
    """It is about no session that was run here."""
    await put(home, "observation", seen(1, session="", listens=2))
    async with trends(home) as app:
        assert "○ 2 of 4 by Bea" in app.rows("sessions").replace("\u00a0", " ")
        await app.press("enter")
        assert "replay" not in app.keys_told and "enter entry" in app.keys_told
        await app.press("r")
        assert "The log of this session is not here" in app.notice
        await app.press("enter")
        assert app.sent(m.EntryRequested)[0].entry == "observation-Bea-1"


async def test_a_session_without_an_entry_can_only_be_replayed(six: Path) -> None:
    """Its log is there, and nothing was written about it."""
    shutil.rmtree(six / "journal")
    async with trends(six) as app:
        await app.press("enter")
        assert "entry" not in app.keys_told
        await app.press("enter")
        assert "The journal has no entry of this session" in app.notice


async def test_what_is_missing_is_said(six: Path) -> None:
    """A month that cannot be read, and scores that can be compared with none."""
    said = own(3, listens=2).record.model_dump(mode="json")
    body = {**said, "rubric": {"name": "Somebody's"}}
    wiring = Wiring(Home(six))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    await wiring.journal.save(entry_id="s", kind="scores", body=body, made_at=at, salt="00" * 16)
    wiring.close()
    (six / "journal" / "2025-10.json").write_text('{"_default": {"1": ', encoding="utf-8")
    async with trends(six) as app:
        told = app.panel("said")
        assert "! 1 set of scores names no rubric" in told and "2025-10.json" in told


async def test_hostile_names_are_only_text(home: Path) -> None:
    """A criterion, a rubric, its levels, an observer, a title."""
    bad = own(0, listens=3).record
    ref = bad.rubric.model_copy(update={"name": HOSTILE, "levels": (HOSTILE,) * 4})
    score = bad.scores[0].model_copy(update={"name": HOSTILE})
    fields = {"rubric": ref, "scores": (score,), "title": HOSTILE}
    other = seen(0, HOSTILE).record
    await put(home, "scores", replace(own(0), record=bad.model_copy(update=fields)))
    await put(home, "observation", replace(seen(0), record=other.model_copy(update=fields)))
    for size in SIZES:
        async with trends(home, size) as app:
            await app.press(*(["enter"] if size[0] < 80 else []))
            assert "[x] [/b]" in app.text() and "\x1b" not in app.text()
            assert len(app.text().split("\n")) == size[1]


async def test_what_cannot_be_read_at_all_is_said(
    six: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a sentence, and the screen stays."""

    async def fails(self: Trending) -> None:
        raise FacilituiError("cannot list the journal: it is gone")

    monkeypatch.setattr(Trending, "trends", fails)
    async with trends(six, (80, 24)) as app:
        assert app.notice == "! cannot list the journal: it is gone"
        await app.press("escape")
        assert isinstance(app.screen, JournalScreen)


async def test_of_many_sessions_a_part_is_listed_and_the_rest_counted(home: Path) -> None:
    """Around the marked one; the picture says which of them it shows."""
    for week in range(100):
        await put(home, "scores", own(week, listens=1 + week % 4))
    async with trends(home) as app:
        rows = app.rows("sessions")
        assert rows.rstrip().endswith(f"{100 - trend_rows.SESSIONS} older")
        assert "of 100 sessions" in app.panel("picture")
        await app.press("right", *["down"] * 60)
        rows = app.rows("sessions")
        assert "newer" in rows and "older" in rows and app.row_list("sessions").marked == "39"
        assert "▲" in app.panel("picture")


@pytest.mark.parametrize("size", [(1, 1), (12, 4), (30, 8), (79, 10), (80, 9)])
async def test_no_window_is_too_small(six: Path, size: tuple[int, int]) -> None:
    """It shows what it can, and goes on when the window grows again."""
    async with trends(six, (80, 24)) as app:
        await app.press("down")
        await app.pilot.resize_terminal(*size)
        await app.settle()
        await app.press("enter" if size[0] < 80 else "left", "left", "down")
        await app.pilot.resize_terminal(80, 24)
        await app.settle()
        trend = trends_on(app).trend
        assert trend is not None and trend.name in app.text()
