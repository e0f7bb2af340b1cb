"""However the program is ended: quickly, with the terminal clean and everything typed kept."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.story.pace import slowness
from tests.story.places import (
    AT_MOST,
    TYPED,
    answer_kept,
    capture_kept,
    ends_within,
    in_debrief,
    in_home,
    in_live,
    in_plan,
    nothing_to_keep,
    plan_kept,
)
from tests.story.steps import begin, bodies_of, log_of, plan_file
from tests.story.terminal import Terminal, until

Reach = Callable[[Terminal], None]
Kept = Callable[[Path, Terminal], None]
PLACES: list[tuple[Reach, Kept]] = [
    (in_home, nothing_to_keep),
    (in_plan, plan_kept),
    (in_live, capture_kept),
    (in_debrief, answer_kept),
]
everywhere = pytest.mark.parametrize(
    ("reach", "kept"), PLACES, ids=[reach.__name__ for reach, _ in PLACES]
)


def title_given_back(terminal: Terminal) -> bool:
    """Whether the terminal shows the title it had before, if it ever showed another."""
    kept, back = terminal.raw.count(b"\x1b[22;2t"), terminal.raw.count(b"\x1b[23;2t")
    return terminal.title == "" and kept == back


@everywhere
def test_sigterm_ends_it_in_two_seconds_and_keeps_what_was_typed(
    home: Path, reach: Reach, kept: Kept
) -> None:
    """SIGTERM ends it with 143; the terminal is clean; what was typed is there again."""
    ended_by(signal.SIGTERM, 143, home, reach, kept)


def test_sighup_ends_it_in_two_seconds_and_keeps_what_was_typed(home: Path) -> None:
    """SIGHUP ends it with 129; the terminal is clean; what was typed is there again."""
    ended_by(signal.SIGHUP, 129, home, in_debrief, answer_kept)


def ended_by(number: signal.Signals, code: int, home: Path, reach: Reach, kept: Kept) -> None:
    """Send a signal where something is half typed, and look for it in the next run."""
    plan_file(home)
    with Terminal(home) as terminal:
        reach(terminal)
        terminal.signal(number)
        assert ends_within(terminal) == code
        assert title_given_back(terminal)
    with Terminal(home) as terminal:
        kept(home, terminal)


@pytest.mark.parametrize(("reach", "kept"), PLACES[1:], ids=["in_plan", "in_live", "in_debrief"])
def test_a_closed_terminal_ends_it_and_keeps_what_was_typed(
    home: Path, reach: Reach, kept: Kept
) -> None:
    """The window is closed: no process stays, and what was typed is there again."""
    plan_file(home)
    with Terminal(home) as terminal:
        reach(terminal)
        began = time.monotonic()
        terminal.close_window()
        terminal.exit_code()
        assert time.monotonic() - began < AT_MOST * slowness()
        assert terminal.processes == []
    with Terminal(home) as terminal:
        kept(home, terminal)


IGNORING_HANGUPS = (
    "import signal, sys\n"
    "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})\n"
    "from facilitui.cli.main import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)
"""A program that no signal about its terminal reaches, whatever it sets up itself."""


@pytest.mark.parametrize(("reach", "kept"), [PLACES[0], PLACES[2]], ids=["in_home", "in_live"])
def test_a_closed_terminal_without_a_signal_ends_it_too(
    home: Path, reach: Reach, kept: Kept
) -> None:
    """Under nohup no signal comes; it ends all the same, and does not spin until then."""
    plan_file(home)
    with Terminal(home, code=IGNORING_HANGUPS) as terminal:
        reach(terminal)
        before = _busy(terminal.pid)
        terminal.close_window()
        seen, began = [before], time.monotonic()
        until(lambda: _ended(terminal, seen), "the end without a terminal")
        slow = slowness()
        assert time.monotonic() - began < AT_MOST * slow
        assert max(seen) - before < 1.0 * slow
        assert terminal.processes == []
    with Terminal(home) as terminal:
        kept(home, terminal)


SLOW_AT_LAST = (
    "import os, time\n"
    "from facilitui.storage.disk import Disk\n"
    "sync = Disk.sync\n"
    "def slow(disk, handle):\n"
    "    time.sleep(0 if os.isatty(0) else 1.0)\n"
    "    sync(disk, handle)\n"
    "Disk.sync = slow\n"
) + IGNORING_HANGUPS
"""One whose disk is slow once the terminal is gone, as when the machine is shut down."""


def test_a_slow_disk_takes_what_was_typed_when_the_terminal_is_gone(home: Path) -> None:
    """The end waits for what is being kept, and does not spin until then."""
    plan_file(home)
    with Terminal(home, code=SLOW_AT_LAST) as terminal:
        in_debrief(terminal)
        seen = [_busy(terminal.pid)]
        terminal.close_window()
        until(lambda: _ended(terminal, seen), "the end on a slow disk")
        assert max(seen) - seen[0] < 1.0 * slowness()
    with Terminal(home) as terminal:
        answer_kept(home, terminal)


def _ended(terminal: Terminal, seen: list[float]) -> bool:
    """Whether it has ended; what it used of the processor is noted until then."""
    seen.append(_busy(terminal.pid))
    return not terminal.alive


def _busy(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_an_interrupt_key_harms_nothing(home: Path) -> None:
    """ctrl+c neither ends the program nor loses what is being typed."""
    plan_file(home)
    with Terminal(home) as terminal:
        in_live(terminal)
        terminal.press("ctrl+c").type(" and more").wait(f"{TYPED} and more")
        terminal.press_for("enter", "captured")
        assert bodies_of(log_of(home), "captured") == [{"text": f"{TYPED} and more"}]
        terminal.quit()


def test_ten_quick_keys_and_a_quit_lose_no_event(home: Path) -> None:
    """What was pressed just before quitting is in the log."""
    plan_file(home)
    with Terminal(home) as terminal:
        begin(terminal)
        terminal.press(*["m"] * 10).wait(r"marked|Marks +10")
        started = time.monotonic()
        terminal.quit()
        assert time.monotonic() - started < AT_MOST * slowness()
    assert len(bodies_of(log_of(home), "marked")) == 10
