"""Where a program can be when it is ended, with something half typed; and finding it again."""

from __future__ import annotations

import time
from pathlib import Path

from tests.story.pace import slowness
from tests.story.steps import again_in_its_line, begin, bodies_of, half_fill, log_of
from tests.story.terminal import Terminal

AT_MOST = 2.0
"""Seconds from a signal to the end."""
TYPED = "periwinkle"


def in_home(terminal: Terminal) -> None:
    """Nothing is typed here."""
    terminal.wait("Plans|Next session")


def in_plan(terminal: Terminal) -> None:
    """A form is open, half typed."""
    in_home(terminal)
    terminal.press_for("enter", "plan 4 of 4").press_for("tab", "▌ +Why")
    terminal.press_for("down", "▌ +1  Audience").press_for("enter", "How many")
    half_fill(terminal, None, None, TYPED)


def in_live(terminal: Terminal) -> None:
    """A capture is half typed."""
    begin(terminal)
    terminal.press_for("c", "Capture, private").type(TYPED).wait(TYPED)


def in_debrief(terminal: Terminal) -> None:
    """An answer is half written."""
    begin(terminal)
    terminal.press_for("e", "End the session now").press_for("enter", "Ended")
    terminal.press_for("d", "▌ +1 ").wait_cursor().type(TYPED).wait(TYPED)


def plan_kept(home: Path, terminal: Terminal) -> None:
    """The plan says what was typed."""
    terminal.wait("Plans|Next session").press_for("enter", "plan . of 4").wait(TYPED)


def capture_kept(home: Path, terminal: Terminal) -> None:
    """That a line is half typed is said, and its key has it again, as it was."""
    again_in_its_line(terminal, TYPED)
    assert bodies_of(log_of(home), "captured") == []


def answer_kept(home: Path, terminal: Terminal) -> None:
    """The answer is where it was typed."""
    terminal.wait("begun, not saved yet").press_for("enter", TYPED)


def nothing_to_keep(home: Path, terminal: Terminal) -> None:
    """Home is as it was."""
    in_home(terminal)


def ends_within(terminal: Terminal, seconds: float = AT_MOST) -> int:
    """The exit code of a program that ends in time, with the terminal as it was."""
    began = time.monotonic()
    code = terminal.exit_code()
    assert time.monotonic() - began < seconds * slowness()
    assert terminal.left_on == []
    assert terminal.processes == []
    return code
