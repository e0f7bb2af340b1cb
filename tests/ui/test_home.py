"""Home: what is next, what is unfinished, what was promised, and every way from there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitui import messages as m
from facilitui.bootstrap import Wiring
from facilitui.commands.home import HOME
from facilitui.core import moves
from facilitui.core.plan import Plan
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.plan import PlanScreen
from facilitui.storage.paths import Home
from facilitui.widgets.key_line import KeyLine
from tests.core.making import good_plan
from tests.ui.driving import Driven, driven
from tests.ui.journals import write_entry

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> SimulatedClock:
    """Nine in the morning."""
    return SimulatedClock(NOW)


@pytest.fixture
async def wiring(home: Path, clock: SimulatedClock) -> AsyncIterator[Wiring]:
    """The services, to prepare a home with."""
    wiring = Wiring(Home(home), clock=clock)
    yield wiring
    wiring.close()


async def put(wiring: Wiring, name: str, plan: Plan) -> None:
    """A plan as a file."""
    await wiring.plans.save(name, plan, "")


async def run(wiring: Wiring, plan: str, *, end: bool) -> str:
    """A session of a plan."""
    hosted = await wiring.hosting.prepare_plan(plan)
    await hosted.begin()
    if end:
        await hosted.do(moves.end)
    await hosted.leave()
    return hosted.session


async def fill(wiring: Wiring) -> dict[str, str]:
    """One of everything that Home shows; the sessions by what they are."""
    today = good_plan(start=datetime(2026, 11, 25, 15, 30), zone="", evidence=())
    await put(wiring, "next", today)
    await put(wiring, "later", good_plan(title="Later", start=datetime(2026, 12, 9, 10), zone=""))
    sessions = {
        "open": await run(wiring, "later", end=False),
        "bare": await run(wiring, "later", end=True),
    }
    commitment = {"text": "Count to five.", "due": "2026-11-24"}
    await write_entry(wiring.home.root, "Café talk", "2026-11-20", commitment=commitment)
    return sessions


async def test_an_empty_home_says_what_to_do_first(home: Path, clock: SimulatedClock) -> None:
    """No list, no error; keys that need something say what is missing."""
    async with driven(home, clock=clock) as app:
        assert "Nothing is planned yet" in app.text() and app.row_list("rows").keys == ()
        await app.press("enter", "s")
        assert app.notice == "Nothing is planned yet: n plans a session."
        await app.press("r")
        assert app.notice == "No session lies open."
        assert not app.sent(m.RunRequested) and not app.sent(m.ResumeRequested)


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


async def test_enter_opens_what_is_marked(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """A plan, a session, a debrief, the entry of a commitment: each where it belongs."""
    sessions = await fill(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        rows, home_screen = app.row_list("rows"), app.screen
        assert rows.keys == (
            f"session {sessions['open']}",
            "plan next",
            f"debrief {sessions['bare']}",
            "entry debrief-Café talk due",
            "plan later",
        )
        asked: list[object] = []
        for key in rows.keys:
            while app.app.screen is not home_screen:
                await app.press("escape")
            rows.mark(key)
            await app.press("enter")
            asked.append(type(app.app.screen).__name__)
            if app.app.current_mode != "home":
                await app.app.switch_mode("home")
                await app.settle()
        assert asked == ["LiveScreen", "PlanScreen", "DebriefScreen", "JournalScreen", "PlanScreen"]
        assert [each.name for each in app.sent(m.PlanRequested)] == ["next", "later"]
        assert [each.entry for each in app.sent(m.EntryRequested)] == ["debrief-Café talk"]


async def test_a_key_that_is_pressed_twice_opens_one_screen(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Two screens of one plan would stand against each other."""
    await fill(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        for _ in range(2):
            app.app.post_message(m.PlanRequested("next"))
        await app.settle()
        shown = [type(each).__name__ for each in app.app.screen_stack]
        assert shown == ["HomeScreen", "PlanScreen"]


async def test_s_starts_the_marked_plan_else_the_next_session(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """A plan whose session lies open is asked about first."""
    sessions = await fill(wiring)
    async with driven(home, (80, 24), clock=clock) as app:
        app.row_list("rows").mark(f"debrief {sessions['bare']}")
        await app.press("s")
        assert isinstance(app.app.screen, LiveScreen) and "not begun" in app.text()
        await app.press("escape")
        app.row_list("rows").mark("plan later")
        await app.press("s")
        assert isinstance(app.app.screen, ChooseDialog)
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)
        await app.press("s", "enter")
        assert isinstance(app.app.screen, LiveScreen) and "live" in app.panel("head")
        assert [each.name for each in app.sent(m.RunRequested)] == ["next", "later", "later"]


async def test_r_goes_on_with_the_session_that_lies_open(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Whatever is marked; coming back it is still there."""
    sessions = await fill(wiring)
    async with driven(home, clock=clock) as app:
        assert "r resume" in app.keys_told
        await app.press("r")
        assert isinstance(app.app.screen, LiveScreen)
        assert [each.session for each in app.sent(m.ResumeRequested)] == [sessions["open"]]
        await app.press("escape")
        assert f"session {sessions['open']}" in app.row_list("rows").keys


async def test_n_and_p_choose_from_a_list(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """A new plan from nothing or an agenda; any plan there is; escape chooses nothing."""
    await fill(wiring)
    async with driven(home, clock=clock) as app:
        await app.press("n", "escape")
        assert isinstance(app.app.screen, HomeScreen)
        await app.press("n")
        assert app.row_list("choices").keys[0] == "+" and len(app.row_list("choices").keys) == 7
        await app.press("down", "enter")
        assert isinstance(app.app.screen, PlanScreen) and len(list(home.glob("plans/*.toml"))) == 3
        await app.press("escape", "p")
        assert "no date" not in app.rows("choices") and "2026-12-09" in app.rows("choices")
        app.row_list("choices").mark("later")
        await app.press("enter")
        assert isinstance(app.app.screen, PlanScreen) and "Later" in app.panel("head")


@pytest.mark.parametrize(("key", "mode"), [("l", "library"), ("j", "journal")])
async def test_l_and_j_go_to_the_other_parts(
    home: Path, clock: SimulatedClock, key: str, mode: str
) -> None:
    """And escape comes home."""
    async with driven(home, clock=clock) as app:
        await app.press(key)
        assert app.app.current_mode == mode
        await app.press("escape")
        assert app.app.current_mode == "home"


async def test_f5_reads_everything_again(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """A plan that another program put there appears; so does coming back."""
    async with driven(home, clock=clock) as app:
        assert "Nothing is planned yet" in app.text()
        await put(wiring, "new", good_plan(title="Brand new"))
        await app.press("f5")
        assert "Brand new" in app.text() and "Nothing is planned" not in app.text()


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


async def resized(app: Driven, size: tuple[int, int]) -> None:
    """Another size, settled."""
    await app.pilot.resize_terminal(*size)
    await app.settle()


def test_the_key_line_drops_the_least_needed_keys() -> None:
    """From the right, whole words only; how to see all keys is always there."""
    line = KeyLine(HOME)
    before = 0
    for width in range(1, 140):
        told = line.line(width).plain
        assert len(told) <= max(width, 10)
        words = [command.word for command in HOME if command.in_line and command.word in told]
        assert words == [command.word for command in HOME if command.in_line][: len(words)]
        assert len(words) >= before or width == 40
        before = len(words)
        assert "?" in told and (width < 40 or told.endswith("? all keys"))
    assert before == len([command for command in HOME if command.in_line])
