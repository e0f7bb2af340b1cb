"""Home: what is next, what is unfinished, what was promised, as the files say it now."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from textual.events import ScreenResume

from facilitui.bootstrap import Wiring
from facilitui.core.overview import Overview
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.home import HomeScreen
from facilitui.screens.replay import ReplayScreen
from tests.core.making import good_plan
from tests.ui.driving import SIZES, Driven, driven
from tests.ui.home_filled import fill, put, run
from tests.ui.journals import write_entry


async def test_an_empty_home_says_what_to_do_first(home: Path, clock: SimulatedClock) -> None:
    """No list, no error; keys that need something say what is missing."""
    async with driven(home, clock=clock) as app:
        assert "Nothing is planned yet" in app.text() and app.row_list("rows").keys == ()
        await app.press("enter", "s")
        assert app.notice == "Nothing is planned yet: n plans a session."
        await app.press("r")
        assert app.notice == "No session lies open."
        assert not app.sent(m.RunRequested) and not app.sent(m.ResumeRequested)


@pytest.mark.parametrize("size", SIZES)
async def test_with_nothing_planned_the_key_line_leads_to_pathways(
    home: Path, clock: SimulatedClock, size: tuple[int, int]
) -> None:
    """Whole, at every size: somebody may begin with that."""
    async with driven(home, size, clock=clock) as app:
        for key in ("n new plan", "l library", "P pathways", "? all keys"):
            assert key in app.keys_told


async def test_everything_that_wants_attention_is_there(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """The next session with its ticks, what to finish, what is due, other plans, debriefs."""
    await fill(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        told = app.rows("rows")
        for part in (
            "in 6 h 30 min",
            "Looking at student work",
            "Today 15:30 to 16:30 · 9 grade-7 teachers",
            "✓  Audience",
            "✓  Goals",
            "✓  Agenda",
            "!  Evidence",
            "G1, G2 have none yet",
            "at step 1 of 4",
            "no debrief yet",
            "! Tue 24 Nov",
            "Count to five.",
            "Wed 9 Dec",
        ):
            assert part in told, part
        assert "Café talk" in app.rows("recent")
        assert "Wed 25 Nov" in app.panel("head") and "09:00" in app.panel("head")


async def test_f5_reads_everything_again(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """A plan that another program put there appears; so does coming back."""
    async with driven(home, clock=clock) as app:
        assert "Nothing is planned yet" in app.text()
        await put(wiring, "new", good_plan(title="Brand new"))
        await app.press("f5")
        assert "Brand new" in app.text() and "Nothing is planned" not in app.text()


async def test_what_was_said_of_a_home_goes_once_it_is_not_so(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """That nothing lies open, and that nothing is planned, each until something comes."""
    async with driven(home, clock=clock) as app:
        await app.press("s")
        await app.press("f5")
        assert app.notice == "Nothing is planned yet: n plans a session."
        await put(wiring, "work", good_plan(zone="", start=None))
        await app.press("f5")
        assert app.notice == ""
        await app.press("r")
        await app.press("f5")
        assert app.notice == "No session lies open."
        await run(wiring, "work", end=False)
        await app.press("f5")
        assert app.notice == "" and "To finish" in app.text()


async def test_what_is_asked_for_while_home_is_read_is_read_once_more(
    home: Path, clock: SimulatedClock, wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan that was written too late for the first reading is there after the second."""
    async with driven(home, clock=clock) as app:
        begun, go_on, reads = Event(), Event(), list[Overview]()

        def read_slowly() -> Overview:
            reads.append(app.wiring.read_overview())
            begun.set()
            go_on.wait(5)
            return reads[-1]

        monkeypatch.setattr(app.screen, "_read", read_slowly)
        app.screen.post_message(ScreenResume())
        while not begun.is_set():
            await app.pilot.pause()
        await put(wiring, "new", good_plan(title="Brand new"))
        for _ in range(3):
            app.screen.post_message(ScreenResume())
        await app.pilot.pause()
        go_on.set()
        await app.settle()
        assert "Brand new" in app.text()
        assert len(reads) == 2, "twice, and not once for each time that it was asked for"


async def test_what_was_shown_last_is_there_at_once(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """It is kept in a small file, and a broken one is no reason to fail."""
    await fill(wiring)
    overview = await wiring.overseeing.overview()
    async with driven(home, clock=clock) as app:
        assert app.wiring.kept_overview() == overview
    (home / "cache" / "home.json").write_text("{", encoding="utf-8")
    async with driven(home, clock=clock) as app:
        assert "Looking at student work" in app.text()


async def test_problems_are_shown_and_the_rest_too(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """The first two with file, line and reason; how many more there are."""
    await fill(wiring)
    for n in range(4):
        (home / "plans" / f"broken{n}.toml").write_text("title = [x\n", encoding="utf-8")
    async with driven(home, (120, 40), clock=clock) as app:
        told = app.panel("problems")
        assert told.count("! ") == 2 and "broken0.toml:1:" in told and "and 2 more" in told
        assert "Looking at student work" in app.text()


async def test_a_home_that_cannot_be_read_says_so(home: Path, clock: SimulatedClock) -> None:
    """A file where the folder of plans should be."""
    (home / "plans").write_text("", encoding="utf-8")
    async with driven(home, (120, 40), clock=clock) as app:
        assert "plans" in app.panel("problems")


async def test_the_minute_goes_on(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """The time until the next session follows the clock."""
    await fill(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        clock.at += timedelta(hours=6)
        assert isinstance(app.app.screen, HomeScreen)
        app.app.screen.show_overview()
        assert "in 30 min" in app.rows("rows")
        clock.at += timedelta(hours=1)
        app.app.screen.show_overview()
        assert "30 min ago" in app.rows("rows")


async def test_no_size_is_too_small_or_too_large(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """From a line's worth to a wall: it is drawn, and the cursor stays where it was."""
    await fill(wiring)
    async with driven(home, clock=clock) as app:
        await app.press("down")
        marked = app.row_list("rows").marked
        for size in ((20, 5), (1, 1), (40, 10), (200, 50), (60, 16), (120, 40), (80, 24)):
            await resized(app, size)
            assert app.row_list("rows").marked == marked
        assert "Looking at student work" in app.text()


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_recent_debriefs_are_among_the_rest_where_no_column_is_theirs(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """A few of them, above the plans, with the keys that lead on; each opens and is replayed."""
    await fill(wiring)
    session = await run(wiring, "later", end=True)
    for n in range(4):
        await write_entry(home, session if n == 3 else f"Talk {n} [x]", f"2026-11-2{n}")
    async with driven(home, size, clock=clock) as app:
        told, keys = app.rows("rows", 56), app.row_list("rows").keys
        assert "Recent debriefs" in told and "R replay · j all of them" in told
        recent = [key for key in keys if key.startswith("entry") and not key.endswith(" due")]
        assert recent[0] == f"entry debrief-{session}" and len(recent) == 3
        assert keys.index(recent[0]) < keys.index("plan later")
        app.row_list("rows").mark(recent[0])
        await app.press("R")
        assert isinstance(app.screen, ReplayScreen)
        await app.press("escape")
        await app.pilot.resize_terminal(120, 40)
        await app.settle()
        assert recent[0] not in app.row_list("rows").keys and session in app.rows("recent")


async def resized(app: Driven, size: tuple[int, int]) -> None:
    """Another size, settled."""
    await app.pilot.resize_terminal(*size)
    await app.settle()
