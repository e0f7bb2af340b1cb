"""Two copies of the program and one session: one hosts, the other is told and looks on."""

from __future__ import annotations

from pathlib import Path

from tests.story.steps import LIES_OPEN, begin, kinds_of, lines_of, log_of, plan_file
from tests.story.terminal import Terminal

WIDE = (140, 30)


def test_the_second_copy_is_told_and_goes_on_when_the_first_ends(home: Path) -> None:
    """It says who hosts, changes nothing meanwhile, and takes over without being started anew."""
    plan_file(home)
    with Terminal(home, size=WIDE) as first, Terminal(home, size=WIDE) as second:
        begin(first)
        second.press("f5").wait(LIES_OPEN)
        second.press_for("r", f"process {first.pid} on ")
        before = lines_of(log_of(home))
        second.wait("(?i)read only").press_for("m", f"process {first.pid}")
        assert lines_of(log_of(home)) == before
        first.press_for("m", r"Marks +1").quit()
        second.press_for("escape", LIES_OPEN).press_for("r", "● live").wait(r"Marks +1")
        second.press_for("m", r"Marks +2")
        assert kinds_of(log_of(home)).count("marked") == 2
        assert lines_of(log_of(home))[: len(before)] == before
        second.quit()


def test_a_copy_whose_host_was_killed_is_free_at_once(home: Path) -> None:
    """No lock outlives its process: the copy that looked on goes on."""
    plan_file(home)
    with Terminal(home, size=WIDE) as first, Terminal(home, size=WIDE) as second:
        begin(first)
        second.press("f5").wait(LIES_OPEN).press_for("r", "another copy of facilitui")
        first.kill()
        second.press_for("escape", LIES_OPEN).press_for("r", "● live")
        second.press_for("m", r"Marks +1").quit()
