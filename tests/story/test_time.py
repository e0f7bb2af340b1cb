"""Time that passes while the program, or the machine, is not there: the clock is right after."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.story.steps import LIES_OPEN, begin, bodies_of, kinds_of, log_of, plan_file
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal

AN_HOUR = 3600
RIGHT = 1.0
"""Seconds by which a shown time may be wrong."""
ASLEEP = ["unshare", "--user", "--map-root-user", "--time", f"--boottime={AN_HOUR}"]
"""Runs a program on a machine whose boot clock is an hour further, as after an hour of sleep."""


def long_plan(home: Path) -> None:
    """A plan whose first step lasts longer than the sleep: past its end no seconds are shown."""
    file = home / "plans" / f"{plan_file(home)}.toml"
    text = file.read_text("utf-8").replace("minutes = 5\n", "minutes = 90\n")
    file.write_text(text.replace("minutes = 30\n", "minutes = 120\n"), "utf-8")


def test_an_hour_of_sleep_is_counted_and_marked(home: Path, tmp_path: Path) -> None:
    """The program woke up an hour later: the time is right at once, and the gap is told."""
    long_plan(home)
    clock = TestClock(tmp_path / "clock")
    with Terminal(home, clock=clock) as terminal:
        begin(terminal)
        left, at = terminal.exactly_left()
        clock.move(AN_HOUR)
        terminal.left(lambda now: now <= left - AN_HOUR)
        shown, now = terminal.exactly_left()
        assert abs((left - shown) - (now - at + AN_HOUR)) <= RIGHT
        terminal.quit()
    (gap,) = bodies_of(log_of(home), "gap_noticed")
    assert abs(gap["seconds"] - AN_HOUR) <= 3


def test_a_machine_that_slept_is_an_hour_further(home: Path) -> None:
    """The clock that goes on while a machine sleeps drives the session, not the wall clock."""
    if subprocess.run([*ASLEEP, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives no process a boot clock of its own")
    left, at = struck_while_running(home)
    with Terminal(home, command=[*ASLEEP, sys.executable, "-m", "facilitui"]) as terminal:
        right_after(terminal, left - AN_HOUR, at)
    assert "taken_over" not in kinds_of(log_of(home))


REBOOTED = (
    "import sys\n"
    "from pathlib import Path\n"
    "from facilitui.storage import system_clock\n"
    "system_clock.BOOT_ID = Path(sys.argv.pop(1))\n"
    "running = system_clock._boot_seconds\n"
    "begun = running()\n"
    "system_clock._boot_seconds = lambda: 20 + running() - begun\n"
    "from facilitui.cli.main import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


def test_a_reboot_takes_no_time_away(home: Path, tmp_path: Path) -> None:
    """Another boot, whose clock began anew: the wall clock tells how long it took."""
    boot_id, clock = tmp_path / "boot_id", TestClock(tmp_path / "clock")
    boot_id.write_text("another-boot\n", encoding="ascii")
    left, at = struck_while_running(home, clock)
    clock.move(90)
    with Terminal(home, str(boot_id), code=REBOOTED, clock=clock) as terminal:
        right_after(terminal, left - 90, at)
    (taken_over,) = bodies_of(log_of(home), "taken_over")
    assert taken_over["anchor"]["boot_id"] == "another-boot"


def struck_while_running(home: Path, clock: TestClock | None = None) -> tuple[int, float]:
    """A session whose program was killed: what was left of the step, and when that was."""
    long_plan(home)
    with Terminal(home, clock=clock) as terminal:
        begin(terminal)
        left, at = terminal.exactly_left()
        terminal.kill()
    return left, at


def right_after(terminal: Terminal, left: int, at: float) -> None:
    """The session is gone on with, and its clock shows what is left by now."""
    terminal.wait(LIES_OPEN).press_for("r", "● live")
    shown, now = terminal.exactly_left()
    assert abs((left - shown) - (now - at)) <= RIGHT
    terminal.quit()
