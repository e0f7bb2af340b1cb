"""The main job through a real terminal, with the keyboard alone, from an empty home."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests.story.commands import process
from tests.story.nursery import PROGRAM
from tests.story.steps import (
    HOSTILE,
    LIES_OPEN,
    Over,
    Ticks,
    bodies_of,
    fill,
    kinds_of,
    lines_of,
    log_of,
)
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal

TITLE = "Looking at student work"
LEARNED = "Seven of nine quoted the learner; the word marzipan came up twice"
PROMISED = "Count to five before I speak"
WIDE = (120, 40)


def test_a_session_is_planned_run_struck_resumed_debriefed_and_found_again(
    home: Path, tmp_path: Path
) -> None:
    """Nothing of the main job is lost, whatever strikes it, and it ends well every time."""
    clock = TestClock(tmp_path / "clock")
    with Terminal(home, size=WIDE, clock=clock, command=PROGRAM) as terminal:
        plan_a_session(terminal)
        the_file_says_what_was_typed(home)
        run_some_of_it(terminal, home, clock)
        lines, left, at = struck_in_the_middle(terminal, home)
    clock.move(95)
    with Terminal(home, size=WIDE, clock=clock) as terminal:
        nothing_was_lost(terminal, home, lines, left - 95, at)
        to_the_end(terminal, home)
        debrief(terminal)
        terminal.quit()
    with Terminal(home, size=WIDE, clock=clock) as terminal:
        found_in_the_journal(terminal)
        terminal.quit()
    found_from_the_command_line(home)


def plan_a_session(terminal: Terminal) -> None:
    """The four questions, answered with the keyboard."""
    terminal.wait("Nothing is planned yet").press_for("n", "▌ An empty plan")
    terminal.press_for("enter", "Untitled session")
    terminal.press_for("tab", "▌ +Why").press_for("enter", "Zone").press("up")
    fill(
        terminal,
        Over("Title", "Untitled", TITLE),
        "See what their work tells us before we judge it",
    )
    terminal.wait(TITLE).press_for("down", "▌ +1  Audience").press_for("enter", "How many")
    fill(terminal, "grade 7 teachers", "9", "new to protocols")
    terminal.wait("9 grade 7 teachers")
    terminal.press_for("g", "Goal G1")
    fill(terminal, "tell description from judgement")
    terminal.press_for("g", "Goal G2").press("tab").press_for("right", "‹ Do ›").press("up")
    fill(terminal, "quote the work when they speak of it")
    terminal.wait("G2 ").press_away("tab", "▌").press_for("a", "Led by")
    title, minutes = Over("Title", "New", "Opening and why"), Over("Minutes", "10", "4")
    fill(terminal, title, minutes, Ticks("3"), None, "Ana", None, "What brings you here?")
    terminal.wait("Opening and why").press_for("p", "enter use")
    terminal.type("1-2-4").wait("▌ 1-2-4-All")
    terminal.press_away("enter", "enter use").wait("1-2-4-All")
    terminal.press_for("e", "Led by")
    fill(terminal, None, None, Ticks("12"))
    terminal.press_for("a", "Led by")
    fill(terminal, Over("Title", "New", "Commitments"), Over("Minutes", "10", "6"), Ticks("2"))
    terminal.wait("Commitments").press_for("v", "4  Evidence")
    fill(terminal, "a sentence on a card", None, None, "at the door", "Ana")
    terminal.wait("plan 4 of 4")
    terminal.press_away("escape", "plan 4 of 4").wait("Plans")


def the_file_says_what_was_typed(home: Path) -> None:
    """What was typed is in one TOML file, which others can read."""
    (file,) = (home / "plans").glob("*.toml")
    plan = tomllib.loads(file.read_text("utf-8"))
    assert plan["title"] == TITLE
    assert plan["purpose"].startswith("See what their work")
    assert plan["audience"] == {
        "who": "grade 7 teachers",
        "count": 9,
        "experience": "new to protocols",
    }
    goals = [(goal["id"], goal["kind"]) for goal in plan["goals"]]
    assert goals == [("G1", "know"), ("G2", "do")]
    blocks = {block["title"]: block for block in plan["blocks"]}
    assert list(blocks) == ["Opening and why", "1-2-4-All", "Commitments"]
    assert (blocks["Opening and why"]["minutes"], blocks["Opening and why"]["lead"]) == (4, "Ana")
    assert blocks["1-2-4-All"]["protocol"] == "one_two_four_all"
    assert blocks["1-2-4-All"]["goals"] == ["G1", "G2"]
    (evidence,) = plan["evidence"]
    assert (evidence["text"], evidence["goals"]) == ("a sentence on a card", ["G1", "G2"])
    assert file.stat().st_mode & 0o777 == 0o600


def run_some_of_it(terminal: Terminal, home: Path, clock: TestClock) -> None:
    """Start from Home, then a key of every kind that a host uses.

    Steps that people have to get ready for count directions; their clocks start with a second n.
    """
    terminal.wait(TITLE).press_for("s", "not begun").wait("PRIVATE")
    assert terminal.title == f"PRIVATE · {TITLE}"
    terminal.press_for("l", "How many are here").type("11").press_for("enter", "11 here")
    terminal.press_for("n", "● live").wait("What brings you here")
    log = log_of(home)
    clock.move(20)
    terminal.press_for("n", "Step 1 of").wait("DIRECTIONS").press_away("n", "DIRECTIONS")
    terminal.press_for("w", "you can wait")
    clock.move(4)
    terminal.wait("waited [4-9] s").press_away("w", "you can wait")
    terminal.press_for("m", r"Marks +1")
    terminal.press_for("c", "Capture, private").type(HOSTILE).press_for("enter", r"Captures +1")
    terminal.press_for("k", re.escape("[@click=app.quit]"))
    terminal.press_for("space", "PAUSED").press_away("space", "PAUSED")
    before = terminal.left()
    terminal.press("plus").left(lambda left: left > before + 30)
    terminal.press("u").left(lambda left: left <= before)
    assert kinds_of(log)[-1] == "key_taken_back"
    assert bodies_of(log, "captured") == [{"text": HOSTILE}]
    terminal.press_for("n", "Step 2 of").wait("DIRECTIONS").press_away("n", "DIRECTIONS")


def struck_in_the_middle(terminal: Terminal, home: Path) -> tuple[list[bytes], int, float]:
    """kill -9 in the middle of a step: the log then, what was left of the step, and when."""
    left, at = terminal.exactly_left()
    terminal.kill()
    lines = lines_of(log_of(home))
    kinds = {*kinds_of(log_of(home))}
    assert {"attendance_taken", "wait_opened", "wait_closed", "marked", "captured"} <= kinds
    assert {"paused", "resumed", "minutes_changed", "key_taken_back", "step_started"} <= kinds
    return lines, left, at


def nothing_was_lost(
    terminal: Terminal, home: Path, lines: list[bytes], left: int, at: float
) -> None:
    """Home offers to resume; the clock has gone on, and every event is still there."""
    terminal.wait(LIES_OPEN).wait("at step")
    terminal.press_for("r", "● live")
    shown, now = terminal.exactly_left()
    assert abs((left - shown) - (now - at)) <= 1.0
    after = lines_of(log_of(home))
    assert after[: len(lines)] == lines
    terminal.wait(r"Marks +1").wait(r"Captures +1").wait("11 here")


def to_the_end(terminal: Terminal, home: Path) -> None:
    """Step by step until the session has ended."""
    log = log_of(home)
    asked = "End the session now"
    while asked not in terminal.screen and "Ended" not in terminal.screen:
        count = len(lines_of(log))
        terminal.press("n")
        terminal.wait_screen(
            lambda screen, count=count: asked in screen or len(lines_of(log)) > count,  # type: ignore[misc]
            "what the key does",
        )
    if asked in terminal.screen:
        terminal.press("enter")
    terminal.wait("Ended")
    assert kinds_of(log)[-1] == "session_ended"


def debrief(terminal: Terminal) -> None:
    """Now, in full: what they learned, an answer, the commitment; then into the journal."""
    terminal.press_for("d", "learn").type(LEARNED).wait("marzipan")
    terminal.press_for("tab", r"▌ +2 ").type("The silence carried the talk")
    terminal.wait("The silence carried the talk")
    terminal.press_for("shift+tab", r"▌ +1 ").press_for("shift+tab", r"▌ +\d+ +What will you try")
    terminal.type(PROMISED).wait(PROMISED)
    terminal.press_for("ctrl+s", "Saved to the journal")


def found_in_the_journal(terminal: Terminal) -> None:
    """A word of the debrief finds it after a restart, and it can be read."""
    terminal.wait("Commitments due").wait(PROMISED).wait("Recent debriefs")
    terminal.press_for("j", "Journal").wait("1 entry")
    terminal.press_for("slash", "leave search").type("marzipan").wait("1 found")
    terminal.wait("marzipan came up twice")
    terminal.press("enter").wait("Seven of nine")


def found_from_the_command_line(home: Path) -> None:
    """The command line finds the same entry, and the journal is well."""
    found = process(home, "journal", "search", "marzipan")
    assert found.returncode == 0
    assert TITLE in found.stdout
    well = process(home, "journal", "verify")
    assert (well.returncode, well.stderr) == (0, "")
