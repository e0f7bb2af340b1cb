"""Two copies of the program and one session: one hosts, the other is told and looks on."""

from __future__ import annotations

from pathlib import Path

from tests.story.steps import LIES_OPEN, begin, kinds_of, lines_of, log_of, plan_file
from tests.story.terminal import Terminal

WIDE = (140, 30)


def test_the_second_copy_is_told_and_goes_on_when_the_first_ends(home: Path) -> None:
    """It shows what the first does, changes nothing, and goes on once nobody else hosts it."""
    plan_file(home)
    with Terminal(home, size=WIDE) as first, Terminal(home, size=WIDE) as second:
        begin(first)
        second.press("f5").wait(LIES_OPEN)
        second.press_for("r", "Another copy hosts it")
        before = lines_of(log_of(home))
        second.wait("◌ read only").press_for("m", "Another copy hosts it")
        assert lines_of(log_of(home)) == before
        first.press_for("m", r"Marks +1")
        second.wait(r"Marks +1")
        first.quit()
        second.wait("◌ host gone").press_for("R", "● live").press_for("m", r"Marks +2")
        assert kinds_of(log_of(home)).count("marked") == 2
        assert lines_of(log_of(home))[: len(before)] == before
        second.quit()


def test_a_copy_whose_host_was_killed_is_free_at_once(home: Path) -> None:
    """No lock outlives its process: the copy that looked on goes on."""
    plan_file(home)
    with Terminal(home, size=WIDE) as first, Terminal(home, size=WIDE) as second:
        begin(first)
        second.press("f5").wait(LIES_OPEN).press_for("r", "Another copy hosts it")
        first.kill()
        second.press_for("escape", LIES_OPEN).press_for("r", "● live")
        second.press_for("m", r"Marks +1").quit()


def test_the_second_copy_that_begins_the_same_plan_is_told(home: Path) -> None:
    """Both had it ready; there is one session until somebody wants two."""
    plan_file(home)
    with Terminal(home, size=WIDE) as first, Terminal(home, size=WIDE) as second:
        for terminal in (first, second):
            terminal.wait("Plans|Next session").press_for("s", "not begun")
        first.press_for("n", "● live")
        second.press_for("n", r"another copy began this plan at \d\d:\d\d")
        assert len(list(home.glob("sessions/*"))) == 1
        first.quit()
        second.quit()
