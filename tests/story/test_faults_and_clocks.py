"""Faults, kills, and a program that stands still: nothing is lost and the clock stays right."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.story.places import (
    TYPED,
    answer_kept,
    capture_kept,
    ends_within,
    in_debrief,
    in_home,
    in_live,
    plan_kept,
)
from tests.story.steps import begin, drafts, half_fill, plan_file, wait_drafts
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal, until

Reach = Callable[[Terminal], None]
Kept = Callable[[Path, Terminal], None]

CRASHING = """
import sys
from facilitui.cli.main import main
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.live import LiveScreen
from facilitui.screens.plan import PlanScreen
from facilitui.widgets.line_entry import LineEntry

def broken(screen):
    raise RuntimeError("a fault put in by a test")

PlanScreen.action_other_side = broken
DebriefScreen.action_notes = broken
begin_or_go_on = LiveScreen.action_next_step
LiveScreen.action_next_step = lambda screen: (
    broken(screen) if screen.query_one(LineEntry).is_open else begin_or_go_on(screen)
)
sys.exit(main(sys.argv[1:]))
"""


def crash_in_live(terminal: Terminal) -> None:
    """A capture is half typed when the fault strikes: a clicker's key moves the agenda then."""
    in_live(terminal)
    terminal.press("pagedown")


def crash_in_plan(terminal: Terminal) -> None:
    """A block has just been added and named."""
    in_home(terminal)
    terminal.press_for("enter", "plan 4 of 4").press_for("g", "Goal G2")
    half_fill(terminal, TYPED)
    terminal.press_away("escape", "escape done").press("tab")


def crash_in_debrief(terminal: Terminal) -> None:
    """An answer is half written."""
    in_debrief(terminal)
    terminal.press("f9")


@pytest.mark.parametrize(
    ("strike", "kept"),
    [(crash_in_live, capture_kept), (crash_in_plan, plan_kept), (crash_in_debrief, answer_kept)],
    ids=["in_live", "in_plan", "in_debrief"],
)
def test_a_fault_leaves_a_log_a_sentence_and_what_was_typed(
    home: Path, strike: Reach, kept: Kept
) -> None:
    """An exception in a handler: code 70, a crash log, one sentence, and nothing typed is lost."""
    plan_file(home)
    with Terminal(home, size=(160, 30), code=CRASHING) as terminal:
        strike(terminal)
        assert ends_within(terminal, 5.0) == 70
        said = " ".join(terminal.screen.split())
    (report,) = (home / "logs").iterdir()
    assert "a fault put in by a test" in report.read_text("utf-8")
    assert report.stat().st_mode & 0o777 == 0o600
    assert "facilitui: an error ended the program" in said
    assert "Traceback" not in said
    with Terminal(home) as terminal:
        kept(home, terminal)


def test_a_new_plan_survives_a_kill_while_it_is_being_typed(home: Path) -> None:
    """A plan that was never written in a moment of quiet is found again all the same."""
    with Terminal(home) as terminal:
        terminal.wait("Nothing is planned").press_for("n", "▌ An empty plan")
        terminal.press_for("enter", "Untitled session").press_for("g", "Goal G1")
        half_fill(terminal, TYPED)
        until(lambda: TYPED in drafts(home) or TYPED in _plans(home), "a draft")
        terminal.kill()
    with Terminal(home) as terminal:
        terminal.wait("Untitled session").press_for("enter", TYPED)


def _plans(home: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in (home / "plans").glob("*.toml"))


def test_a_kill_loses_no_line_that_was_typed_a_moment_ago(home: Path) -> None:
    """What is being typed is durable within a second, so that even kill -9 leaves it."""
    plan_file(home)
    with Terminal(home) as terminal:
        in_live(terminal)
        wait_drafts(home, TYPED)
        terminal.kill()
    with Terminal(home) as terminal:
        capture_kept(home, terminal)


BLOCKING = (
    "import sys, threading\n"
    "from facilitui.screens.live.deeds import DEEDS\n"
    "async def blocked(screen):\n"
    "    threading.Event().wait(2.3)\n"
    "    screen.tell('blocked for a while')\n"
    "DEEDS['zoom'] = blocked\n"
    "from facilitui.cli.main import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


def test_the_clock_is_right_after_the_program_was_blocked(home: Path) -> None:
    """Its own loop stood still for 2.3 s: the shown time is right within a second."""
    plan_file(home)
    with Terminal(home, code=BLOCKING) as terminal:
        begin(terminal)
        left, at = terminal.exactly_left()
        terminal.press_for("z", "blocked for a while").left(lambda now: now <= left - 2)
        shown, now = terminal.exactly_left()
        assert abs((left - shown) - (now - at)) <= 1.0
        terminal.quit()


def test_the_clock_is_right_after_the_program_was_stopped(home: Path, tmp_path: Path) -> None:
    """Stopped for 5 s, and for 5 min: the shown time is right within a second at once."""
    plan_file(home)
    clock = TestClock(tmp_path / "clock")
    with Terminal(home, clock=clock) as terminal:
        begin(terminal)
        for gone in (5.0, 300.0):
            left, at = terminal.exactly_left()
            terminal.signal(signal.SIGSTOP)
            until(lambda: _stopped(terminal.pid), "a stopped program")
            clock.move(gone)
            terminal.signal(signal.SIGCONT)
            terminal.left(lambda now, goal=left - gone: now <= goal)  # type: ignore[misc]
            shown, now = terminal.exactly_left()
            assert abs((left - shown) - (now - at + gone)) <= 1.0
        terminal.quit()


def _stopped(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat").read_text("ascii")
    return stat.rpartition(")")[2].split()[0] == "T"
