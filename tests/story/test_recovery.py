"""Six minutes over in the Tuning Protocol: marked, previewed, won back, and as it was again."""

from __future__ import annotations

import re
from pathlib import Path

from tests.story.steps import begin, bodies_of, kinds_of, lines_of, log_of
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal

PLAN = """\
kind = "plan"
title = "Tuning a lesson"
purpose = "To bring one lesson closer to its goals"
minutes = 75
[audience]
who = "grade 7 teachers"
count = 9
[[goals]]
id = "G1"
text = "see where the lesson meets its goals"
kind = "know"
[[goals]]
id = "G2"
text = "change one thing in it"
kind = "do"
[[blocks]]
id = "opening"
title = "Opening and why"
kind = "opening"
minutes = 5
goals = ["G1"]
[[blocks]]
id = "tuning"
title = "Tuning Protocol"
kind = "protocol"
protocol = "tuning"
minutes = 55
goals = ["G1", "G2"]
[[blocks]]
id = "commitments"
title = "Commitments"
kind = "closing"
minutes = 10
goals = ["G2"]
[[blocks]]
id = "looking_back"
title = "Looking back"
kind = "process_debrief"
minutes = 5
[[evidence]]
id = "E1"
kind = "exit_ticket"
text = "one change, on a card"
goals = ["G1", "G2"]
when = "Commitments"
"""
SAYS = "We are 6 minutes behind, so"

SIX_LATE = 5 * 60 + 35
"""Seconds over that are told as six minutes, and will be for most of the next one."""


def test_a_six_minute_overrun_is_recovered_and_taken_back(home: Path, tmp_path: Path) -> None:
    """By the keyboard alone; the log says what was done, and the agenda is as it was."""
    folder = home / "plans"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "tuning-a-lesson.toml").write_text(PLAN, "utf-8")
    clock = TestClock(tmp_path / "offset")
    with Terminal(home, clock=clock, size=(120, 40)) as terminal:
        clock.to_the_minute()
        begin(terminal)
        six_minutes_over(terminal, clock)
        agenda = agenda_of(terminal)
        looked_at_and_left(terminal, home)
        won_back(terminal, home)
        taken_back(terminal, home)
        assert agenda_of(terminal) == agenda
        won_back(terminal, home)
        taken_back_after_other_keys(terminal, home)
        terminal.quit()


def six_minutes_over(terminal: Terminal, clock: TestClock) -> None:
    """The presenter talks on: nothing opens by itself, the end and the key are named."""
    clock.move(5 * 60)
    terminal.press_for("n", "Step 1 of 8")
    clock.move(terminal.left(lambda left: 60 < left <= 120))
    terminal.press_for("n", "Step 2 of 8")
    clock.move(terminal.left(lambda left: left > 600) + SIX_LATE)
    terminal.wait("◉ OVER").wait(r"now ends \d\d:\d\d \+6 min").wait("r recover")


def looked_at_and_left(terminal: Terminal, home: Path) -> None:
    """Every way has its figures and its cost; escape changes nothing."""
    lines = lines_of(log_of(home))
    terminal.press_for("r", "past the planned end").wait("▾ shorter").wait(SAYS)
    terminal.press_for("down", "▌ Leave out Commitments").wait("G2 loses its only evidence")
    terminal.wait("10 → 0 ✕ left out").press_away("escape", "past the planned end")
    assert lines_of(log_of(home)) == lines


def won_back(terminal: Terminal, home: Path) -> None:
    """The first way: the minutes are shared out ahead, and the end is the planned one."""
    terminal.press_for("r", "▌ Make what is ahead shorter")
    terminal.press_for("enter", "u takes it back").wait("as planned").wait(SAYS)
    (*_, body) = bodies_of(log_of(home), "recovery_applied")
    assert len(body["minutes"]) >= 3


def taken_back(terminal: Terminal, home: Path) -> None:
    """One key, and it is late again."""
    terminal.press_for("u", "taken back: the recovery").wait(r"ends \d\d:\d\d \+6 min")
    assert kinds_of(log_of(home))[-1] == "key_taken_back"


def taken_back_after_other_keys(terminal: Terminal, home: Path) -> None:
    """A mark and the next step later it can be taken back as a whole."""
    terminal.press_for("m", r"Marks +1").press_for("n", "Step 3 of 8")
    terminal.press_for("r", "Nothing is late").press_for("end", "▌ Take back the recovery of")
    terminal.press_for("enter", "u takes it back").wait(r"ends \d\d:\d\d \+6 min").wait(r"Marks +1")
    assert kinds_of(log_of(home))[-1] == "recovery_undone"


def agenda_of(terminal: Terminal) -> list[str]:
    """The rows of the agenda with their minutes."""
    rows = [line[:42] for line in terminal.screen.split("\n")]
    return [row for row in rows if re.search(r" \d+(\.5)? +(\d+ +)?▏?$", row)]
