"""Home's keys judge by what the files say now, never by what was kept of the last time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import Problem
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.overview import Overview, Planned, Recent
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.widgets import browse_parts, home_aside, home_view
from facilitui.widgets.home_aside import recent_rows
from facilitui.widgets.home_view import home_rows
from tests.core.making import good_plan
from tests.ui.driving import HOSTILE, driven
from tests.ui.home_filled import NOW, put, run

TITLE = "Book study: one chapter together"


@contextmanager
def slow_to_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The files are read only once the event is set."""
    go_on, read = Event(), Wiring.read_overview

    def slowly(wiring: Wiring) -> Overview:
        assert go_on.wait(5)
        return read(wiring)

    monkeypatch.setattr(Wiring, "read_overview", slowly)
    yield go_on
    go_on.set()


async def test_r_goes_on_with_a_session_that_what_was_kept_knows_nothing_of(
    home: Path, clock: SimulatedClock, wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a kill: it is read first, and what is typed behind it waits too."""
    await put(wiring, "work", good_plan(zone=""))
    assert (await asyncio.to_thread(wiring.read_overview)).unended == ()
    session = await run(wiring, "work", end=False)
    with slow_to_read(monkeypatch) as go_on:
        async with driven(home, mode="library", clock=clock) as app:
            await app.app.switch_mode("home")
            while "Looking at" not in app.text():
                await app.pilot.pause()
            await app.pilot.press("r", "j")
            assert isinstance(app.screen, HomeScreen) and not app.sent(m.ResumeRequested)
            assert app.notice == "Reading…"
            go_on.set()
            await app.settle()
            assert isinstance(app.screen, LiveScreen)
            assert app.app.current_mode == "home"
            assert [each.session for each in app.sent(m.ResumeRequested)] == [session]


async def test_a_key_before_the_first_list_is_answered_at_once(
    home: Path, clock: SimulatedClock, wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing kept of the last time: it is said what it waits for, and only until then."""
    await put(wiring, "work", good_plan(zone="", start=None))
    with slow_to_read(monkeypatch) as go_on:
        async with driven(home, mode="library", clock=clock) as app:
            await app.app.switch_mode("home")
            await app.pilot.pause()
            assert app.notice == ""
            await app.pilot.press("down")
            await app.pilot.pause()
            assert app.notice == "Reading…" and app.row_list("rows").keys == ()
            go_on.set()
            await app.settle()
            assert app.notice == "" and app.row_list("rows").keys == ("plan work",)


async def test_a_home_that_could_not_be_read_is_read_again_by_a_key_that_needs_it(
    home: Path, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That nothing lies open is never said of files that nobody has seen."""
    read, broken = Wiring.read_overview, True

    def sometimes(wiring: Wiring) -> Overview:
        if broken:
            raise ZeroDivisionError
        return read(wiring)

    monkeypatch.setattr(Wiring, "read_overview", sometimes)
    async with driven(home, clock=clock) as app:
        await app.press("r")
        assert "Home cannot be read: ZeroDivisionError" in app.notice
        broken = False
        await app.press("r")
        assert app.notice == "No session lies open."


async def test_s_says_what_it_needs(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """Where plans stand below, not that there are none; the marked one starts."""
    await put(wiring, "morning", good_plan(title="Morning", start=None, zone=""))
    session = await run(wiring, "morning", end=False)
    async with driven(home, clock=clock) as app:
        assert app.row_list("rows").marked == f"session {session}"
        await app.press("s")
        assert app.notice == "No plan has a time ahead: mark the one to start."
        app.row_list("rows").mark("plan morning")
        await app.press("s")
        assert [each.name for each in app.sent(m.RunRequested)] == ["morning"]


def test_half_a_minute_to_go_is_told_as_one() -> None:
    """After an even minute as after an odd one."""
    for seconds, told in ((30, "in 1 min"), (90, "in 2 min"), (150, "in 3 min"), (149, "in 2 min")):
        assert home_view._until(NOW + timedelta(seconds=seconds), NOW, timed=True) == told


def lines(overview: Overview, width: int, *, airy: bool) -> list[str]:
    """Home's list as it is read."""
    rows = home_rows(overview, NOW, big_clock=False, airy=airy, beside=True)
    return [line.plain.rstrip() for row in rows for line in row.draw(width, False)]


@pytest.mark.parametrize("title", [TITLE, HOSTILE, "x" * 300])
def test_a_wide_screen_cuts_nothing_that_it_has_room_for(title: str) -> None:
    """A long title goes on below; each row is as high as it says, and no line is too wide."""
    recent = (Recent("e", title, "", "8", "0"),)
    overview = Overview(plans=(Planned("a", title, ""),), recent=recent)
    listed = (home_rows(overview, NOW, big_clock=False, airy=True, beside=b) for b in (False, True))
    for rows in (*listed, recent_rows(recent, NOW.date())):
        for width in (24, 38, 60):
            drawn = [row.draw(width, False) for row in rows]
            assert [len(each) for each in drawn] == [row.high(width) for row in rows]
            assert all(line.cell_length <= width for each in drawn for line in each)
    if title == TITLE:
        assert "…" not in "".join(line.plain for row in rows for line in row.draw(38, False))
        assert lines(overview, 38, airy=True)[1:] == [
            "no date        Book study: one chapter",
            "               together",
        ]
        assert lines(overview, 38, airy=False)[1:] == ["no date        Book study: one chapte…"]


def test_an_empty_title_still_has_its_row() -> None:
    """A debrief without one can be marked all the same."""
    (row,) = recent_rows((Recent("e", "", "", "8", "0"),), NOW.date())
    assert row.high(40) == len(row.draw(40, False)) == 1


def test_a_day_of_another_year_is_told_with_it() -> None:
    """In every list of Home; those of this year without."""
    dated = (("2024-05-24T15:30:00Z", "24 May 2024"), ("2026-05-24T15:30:00Z", "24 May"))
    recent = tuple(Recent(f"e{n}", "It", when, "8", "0") for n, (when, _) in enumerate(dated))
    plans = tuple(Planned(f"p{n}", "It", when[:10]) for n, (when, _) in enumerate(dated))
    overview = Overview(plans=plans, recent=recent)
    main = home_rows(overview, NOW, big_clock=False, airy=False, beside=False)
    for rows, each in ((main, 2), (recent_rows(recent, NOW.date()), 1)):
        drawn = [line.plain for row in rows for line in row.draw(60, False)]
        assert sum("24 May 2024  It" in line for line in drawn) == each
        assert sum("24 May" in line and "2024" not in line for line in drawn) == each


@pytest.mark.parametrize("width", [56, 76])
def test_what_to_do_about_damage_is_not_cut(width: int) -> None:
    """On Home and below a list; a name without an end takes a few lines only."""
    advice = Fault.LAST.value
    found = Problem("/somewhere/far/away/journal/2026-10.json", 8, 299, advice)
    for lines in (
        home_aside.problem_lines((str(found),), width),
        browse_parts.problem_lines((found,), 1, "", width),
    ):
        assert " ".join(each.plain.strip() for each in lines).endswith(advice)
        assert all(each.cell_length <= width for each in lines)
    assert len(home_aside.problem_lines(("x" * 9000,), width)) == 5
