"""A line captured in a run is found in the journal, also with a slip of the fingers."""

from __future__ import annotations

import json
from pathlib import Path

from tests.story.commands import facilitui
from tests.story.debriefing import go_on, write
from tests.story.steps import begin, plan_file
from tests.story.terminal import Terminal

TALL = (120, 56)
SIZES = ((60, 16), (80, 24), (120, 40))
CAPTURED = "a heron stood by the window"
WRITTEN = "They quoted the evidence"
FOUND = "1 found"


def test_a_captured_line_is_found_at_every_size(home: Path) -> None:
    """By what was captured, by what was written, with a typo, with a filter that tab completes."""
    plan_file(home)
    with Terminal(home, size=TALL) as terminal:
        captured_and_debriefed(terminal)
        terminal.quit()
    for size in SIZES:
        with Terminal(home, size=size) as terminal:
            terminal.wait("Recent debriefs|Morning").press_for("j", "1 entry")
            found(terminal)
            terminal.quit()
    taken_along(home)


def captured_and_debriefed(terminal: Terminal) -> None:
    """A line with `c`, the end, and two minutes at the door."""
    begin(terminal)
    terminal.press_for("c", "Capture, private").type(CAPTURED).wait(CAPTURED)
    terminal.press_for("enter", "captured").press_for("e", "End the session now")
    terminal.press_for("enter", "Ended").press_for("f", "Door debrief").wait_cursor()
    write(terminal, WRITTEN)
    write(go_on(terminal, 1, 2), "Bo put the card down")
    terminal.press_for("ctrl+s", "Saved to the journal").press_for("escape", "■ ended")
    terminal.press_for("escape", "Morning")


def found(terminal: Terminal) -> None:
    """Each time what is found says where, or what it was taken for."""
    terminal.press_for("/", "criterion:").wait_cursor()
    sought(terminal, "heron win", "captured( in the run)?: a heron stood")
    sought(terminal, "herron", "Nothing has “herron”; shown is what has “heron”")
    sought(terminal, "evidance", "Nothing has “evidance”; shown is what has “evidence”")
    terminal.press("ctrl+u").type("ki").wait("/|ki").press_for("tab", "kind:")
    terminal.press_for("tab", r"Debriefs").type("quoted")
    terminal.wait("Debriefs with “quoted”").wait(FOUND)
    terminal.press_for("enter", WRITTEN).press_for("escape", FOUND)
    terminal.press_for("escape", "1 entry").press_for("m", "1 debrief|━ +1")
    terminal.press_for("enter", r"date:\d{4}-\d\d").wait(FOUND).press_for("escape", "━ +1")


def sought(terminal: Terminal, typed: str, told: str) -> None:
    """Type into the empty search line, and see what is told."""
    terminal.press("ctrl+u").type(typed).wait(told).wait(FOUND)


def taken_along(home: Path) -> None:
    """The captured line finds the debrief, and goes with no export."""
    said = facilitui(home, "journal", "export", "heron")
    (line,) = said.stdout.splitlines()
    assert WRITTEN in json.loads(line)["body"]
    assert "heron" not in said.stdout and "captured" in said.stderr
    nothing = facilitui(home, "journal", "export", "rhinoceros")
    assert (nothing.returncode, nothing.stdout) == (1, "")
