"""Folders that are none, and disks that are full: said in words, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story.steps import (
    LIES_OPEN,
    again_in_its_line,
    begin,
    bodies_of,
    fill,
    half_fill,
    kinds_of,
    log_of,
    plan_file,
    wait_drafts,
)
from tests.story.terminal import Terminal, until

WIDE = (160, 40)

FOLDERS = ["plans", "sessions", "drafts", "journal cache protocols"]


@pytest.mark.parametrize("folders", FOLDERS)
def test_a_file_where_a_folder_belongs(home: Path, folders: str) -> None:
    """It starts, says in words what cannot be written, and quits well; nothing is overwritten."""
    if folders != "plans":
        plan_file(home)
    for folder in folders.split():
        (home / folder).write_text("mine", "utf-8")
    with Terminal(home, size=WIDE) as terminal:
        terminal.wait("Morning" if folders != "plans" else "Welcome|! ")
        if folders == "plans":
            terminal.press_for("n", "▌ An empty plan").press_for("enter", "Untitled session")
            terminal.press_for("g", "Goal G1")
            half_fill(terminal, "a goal")
            terminal.press_away("escape", "escape done").wait("! .*(plans|cannot)")
            wait_drafts(home, "a goal")
        elif folders == "sessions":
            terminal.press_for("s", "! cannot list .*sessions(.|\n)*! cannot list .*sessions")
        elif folders == "drafts":
            begin(terminal)
            terminal.press_for("c", "Capture, private").type("kept on the screen")
            terminal.wait("kept on the screen").wait("! .*drafts").press("enter")
            until(lambda: "captured" in kinds_of(log_of(home)), "a capture")
        else:
            terminal.press_for("j", "What is wrong is told below").wait("! .*journal")
            terminal.press_for("escape", "Morning")
            begin(terminal)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0, terminal.screen
        assert terminal.left_on == []
    for folder in folders.split():
        assert (home / folder).read_text("utf-8") == "mine"


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))
from facilitui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""No file can grow beyond so many bytes, as on a disk that has just been filled."""


def test_a_disk_that_fills_in_the_middle_of_a_line(home: Path) -> None:
    """The event is refused in words, what was typed stays, no line is torn; then it goes on."""
    plan_file(home)
    with Terminal(home) as terminal:
        begin(terminal)
        terminal.quit()
    log = log_of(home)
    before = log.read_bytes()
    full = FULL.format(limit=len(before) + 200)
    with Terminal(home, size=WIDE, code=full) as terminal:
        terminal.wait(LIES_OPEN).press_for("r", "● live")
        terminal.press_for("c", "Capture, private").type("do not lose this")
        terminal.wait("do not lose this").press_for("enter", "! ")
        terminal.wait("do not lose this")
        assert log.read_bytes() == before
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0, terminal.screen
        assert terminal.left_on == []
    assert log.read_bytes() == before
    with Terminal(home, size=WIDE) as terminal:
        again_in_its_line(terminal, "do not lose this")
        terminal.press_for("enter", "captured").quit()
    assert bodies_of(log, "captured") == [{"text": "do not lose this"}]
    assert log.read_bytes().startswith(before)


def test_a_full_disk_while_a_plan_is_typed(home: Path) -> None:
    """The file stays as it was, the problem is said, and it quits without a crash."""
    plan_file(home)
    file = home / "plans" / "morning.toml"
    before = file.read_bytes()
    full = FULL.format(limit=100)
    with Terminal(home, size=WIDE, code=full) as terminal:
        terminal.wait("Morning").press_for("enter", "plan 4 of 4").press_for("g", "Goal G2")
        fill(terminal, "what does not fit")
        terminal.wait("what does not fit").wait("! .*(not|cannot|space|large)")
        terminal.press_for("ctrl+q", "ctrl.q again quits without").press("ctrl+q")
        assert terminal.exit_code() == 0, terminal.screen
        assert terminal.left_on == []
    assert file.read_bytes() == before
    assert list((home / "plans").glob("*.toml")) == [file]
