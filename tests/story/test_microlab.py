"""A Microlab for twenty with its turns by seat, and a break that ran over behind it."""

from __future__ import annotations

from pathlib import Path

from tests.story.steps import begin, kinds_of, log_of
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal

PLAN = """\
kind = "plan"
title = "Listening"
purpose = "To hear one another out"
minutes = 60
[audience]
who = "mentors"
count = 20
[[goals]]
id = "G1"
text = "listen without answering"
kind = "do"
[[blocks]]
id = "lab"
title = "Microlab"
kind = "protocol"
protocol = "microlab"
minutes = 35
goals = ["G1"]
[[blocks]]
id = "tea"
title = "Tea"
kind = "break"
minutes = 15
[[blocks]]
id = "closing"
title = "Closing round"
kind = "closing"
minutes = 10
goals = ["G1"]
[[evidence]]
id = "E1"
kind = "exit_ticket"
text = "one sentence"
goals = ["G1"]
"""


def test_a_microlab_for_twenty_and_a_break_that_ran_over(home: Path, tmp_path: Path) -> None:
    """By the keyboard alone: turns need no key, and the break's end waits for a choice."""
    folder = home / "plans"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "listening.toml").write_text(PLAN, "utf-8")
    clock = TestClock(tmp_path / "offset")
    with Terminal(home, clock=clock, size=(120, 40)) as terminal:
        begin(terminal)
        turns_by_seat(terminal, clock)
        the_next_question_begins_with_the_next_seat(terminal, clock)
        a_break_runs_over(terminal, clock)
        terminal.press_for("n", "Closing round").press_for("e", "End the session now")
        terminal.press_for("y", "The session is over")
        terminal.quit()
    assert kinds_of(log_of(home))[-1] == "session_ended"


def turns_by_seat(terminal: Terminal, clock: TestClock) -> None:
    """Twenty in threes leave two fours, so each pass has four turns of a minute and a half."""
    terminal.wait("Step 1 of 11").press_for("n", "DIRECTIONS").press_for("n", "⌁ SILENT")
    terminal.press_for("n", r"turn 1 of 4 +seat 1")
    clock.move(92)
    terminal.wait("⇄ CHANGE +seat 2 now").wait(r"turn 2 of 4 +seat 2")
    clock.move(180)
    terminal.wait(r"turn 4 of 4 +seat 4 in 2 groups")


def the_next_question_begins_with_the_next_seat(terminal: Terminal, clock: TestClock) -> None:
    """So that nobody is always the first; people left to find their minutes themselves."""
    terminal.press_for("n", r"Change over \(question 1 of 3\)").press_for("n", "DIRECTIONS")
    terminal.press_for("n", "⌁ SILENT").press_for("n", r"turn 1 of 4 +seat 2")
    terminal.press_for("space", "PAUSED").wait(r"turn 1 of 4 +seat 2")
    terminal.press_for("space", r"ends \d\d:\d\d")


def a_break_runs_over(terminal: Terminal, clock: TestClock) -> None:
    """Jumped to, over by two minutes: recovery is at hand, and a minute more is one from now."""
    terminal.press_for("j", "Go to which part").press("end", "up").wait("▌ · Tea")
    terminal.press_for("enter", "back at").wait("5 steps left out")
    clock.move(15 * 60 + 130)
    terminal.wait("◉ OVER +its 15 min").wait(r"n starts · \+ one more minute")
    terminal.press_for("r", "Nothing is late|past the planned end")
    terminal.press_away("escape", "Nothing is late|past the planned end")
    terminal.press_away("+", "◉ OVER").wait("back at").wait(r"(1:00|0:5\d) left")
