"""Pathways in a real terminal: enrolled from an empty home, stopped at a gate, a cell filled."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from facilitui.core.told import day_of_month
from tests.story.commands import facilitui
from tests.story.steps import HOSTILE, wait_drafts
from tests.story.terminal import Terminal

WIDE = (120, 40)
CORE = "core_community_of_practice"
NAME = f"Noor {HOSTILE}"
WHY = f"CLEE said yes {HOSTILE}"
SHOWS = f"Thirty answers {HOSTILE}"
TODAY = day_of_month(date.today())


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def progress(home: Path, *named: str) -> str:
    """What the command tells of an enrolment."""
    said = facilitui(home, "pathway", "progress", *named)
    assert (said.returncode, said.stderr) == (0, ""), said
    return one_line(said.stdout)


def next_step(terminal: Terminal) -> str:
    """What the board says is next, up to its first comma or bracket, in one line."""
    told = [line.split("▏")[0].strip(" ▌") for line in terminal.screen.splitlines()]
    (at,) = (place for place, line in enumerate(told) if line.startswith("▶ Next"))
    until = next(place for place in range(at, len(told)) if not told[place])
    return one_line(" ".join(told[at:until])).removeprefix("▶ Next ")


def logged(terminal: Terminal, day: str) -> None:
    """What is next is logged, with its day."""
    terminal.press_for("enter", "Day +").wait_cursor().type(day).wait(day)
    terminal.press_away("ctrl+s", "ctrl\\+s save")


def test_somebody_enrols_and_is_stopped_at_the_gate(home: Path) -> None:
    """By keys alone from an empty home; entered with a reason, which stands wherever it is told."""
    day = date.today().isoformat()
    with Terminal(home, size=WIDE) as terminal:
        terminal.wait("Nothing is planned yet").press_for("P", "You are not enrolled")
        terminal.press_for("n", "▌ CLEE part-time").press_for("enter", "enter enrol")
        terminal.press_for("enter", "Began on").wait_cursor()
        terminal.type(NAME).wait(re.escape(NAME[-12:]))
        terminal.press_for("ctrl+s", "Phase 1: Learning, entered").wait("part “Enrolled”")
        logged(terminal, day)
        terminal.wait(r"1 of 2\b").wait("part “Completed”")
        logged(terminal, day)
        terminal.wait(r"▶ Next +Complete the application")
        assert f"Next {next_step(terminal)} PHASE 1" in progress(home)

        terminal.press_for("m", "Enter or correct which phase").press_for(
            "enter", "these are not met"
        )
        terminal.wait_cursor().press_for("ctrl+s", "! Not met before it")
        terminal.type(WHY).wait(re.escape(WHY[-8:]))
        wait_drafts(home, "CLEE said yes")
        terminal.press_for("ctrl+s", "Phase 2: Apprentice, entered")
        terminal.wait(r"Gate, now: 1 of 1 not met yet")
        told = progress(home)
        assert f"Next {next_step(terminal)} PHASE 1" in told
        terminal.press_for("down*14", "Not met on that day").wait(f": {WHY[:13]}").quit()
    assert f"Override: {WHY} lacked then: Receive CLEE's acceptance as an apprentice" in told
    assert f"Phase 2: Apprentice, entered on {TODAY}; being in it is no approval" in told
    with Terminal(home, size=WIDE) as terminal:
        terminal.wait("Phase 2: Apprentice").press_for("P", "▌ .*Phase 2: Apprentice, entered")
        terminal.press_for("enter", "▶ Next").press_for("u", "was entered")
        terminal.press_for("y", "Phase 1: Learning, entered").quit()
    assert "Phase 1: Learning, entered on" in progress(home) and "Override" not in progress(home)


def test_a_cell_of_a_community_is_filled(home: Path) -> None:
    """On the board of its cycles; the command counts the same."""
    command = ("pathway", "enrol", CORE, "--name", "Hill and Lake", "--school", "Hill")
    assert facilitui(home, *command).returncode == 0
    with Terminal(home, size=WIDE) as terminal:
        terminal.wait("Hill and Lake").press_for("P", "▌ Hill and Lake")
        terminal.press_for("enter", "▶ Next").press_for("p", "evidence in 0 of 12 parts")
        assert "lacks: PDSA cycle 1, Plan" in progress(home)
        terminal.press_for("l", "What does it show").wait_cursor().type(SHOWS)
        terminal.wait("it counts as it is|a file, a link")
        terminal.press_for("ctrl+s", "evidence in 1 of 12 parts").wait("✓ 1 piece")
        terminal.press_for("right", "Do, cycle 1").press("l").wait("Cycle 1, Do|cycle 1, Do")
        terminal.wait_cursor().type("Half typed").wait("Half typed")
        wait_drafts(home, "Half typed")
        terminal.press_for("escape", "evidence in 1 of 12 parts")
        terminal.press_for("l", "Half typed").wait_cursor()
        terminal.press_for("ctrl+s", "evidence in 2 of 12 parts").quit()
    told = progress(home)
    assert "missing: 2 of 12 parts" in told
    assert "lacks: PDSA cycle 1, Plan" not in told and "lacks: PDSA cycle 1, Study" in told


@pytest.mark.parametrize(
    ("which", "name", "told"),
    [
        ("candidate", "Noor Haddad", "Gate of Phase 2: Apprentice: 2 not met yet"),
        ("community", "Hill and Lake", "12 of 12 cells filled"),
    ],
)
def test_the_demonstration_goes_a_whole_way(home: Path, which: str, name: str, told: str) -> None:
    """Told step by step, verified, and there to be looked around in."""
    said = facilitui(home, "--home", home, "demo", "--pathway", which)
    assert (said.returncode, said.stderr) == (0, ""), said
    assert told in said.stdout and ", verified.\n" in said.stdout
    assert f"To look around in it: facilitui --home {home}" in said.stdout
    paths = [line for line in said.stdout.splitlines() if str(home) not in line]
    assert max(map(len, paths)) <= 80
    assert name in progress(home, "--all")


def test_a_way_and_so_many_sessions_exclude_each_other(home: Path) -> None:
    """And there are two ways; nothing is made for a third."""
    both = facilitui(home, "--home", home, "demo", "--sessions", "2", "--pathway", "candidate")
    assert both.returncode == 2 and "not allowed with" in both.stderr
    third = facilitui(home, "--home", home, "demo", "--pathway", "other")
    assert third.returncode == 2 and list(home.iterdir()) == []


def test_the_candidates_board_says_what_the_command_says(home: Path) -> None:
    """The gates that meet, and how one phase was entered."""
    assert facilitui(home, "--home", home, "demo", "--pathway", "candidate").returncode == 0
    told = progress(home)
    assert told.count("meets the recorded criteria; the decision is the programme's") == 3
    with Terminal(home, size=WIDE) as terminal:
        terminal.wait("Phase 3: Fully approved").press_for(
            "P", "▌ .*Phase 3: Fully approved, entered"
        )
        terminal.press_for("enter", "▶ Next +Take your evidence summary")
        assert f"Next {next_step(terminal)} PHASE 1" in told
        terminal.press_for("down", "meets the recorded criteria|Phase 3").quit()
