"""Stopped and continued from outside; and ended where something cannot be kept."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.story.places import capture_kept, ends_within, in_live
from tests.story.steps import begin, kinds_of, log_of, plan_file
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal, until
from tests.story.test_endings import ended_by


def stop(terminal: Terminal) -> None:
    """Have it stopped, as ctrl+z in a shell would; the terminal is the shell's again."""
    terminal.signal(signal.SIGTSTP)
    until(lambda: terminal.left_on == [], "the terminal as it was found")


def modes(terminal: Terminal) -> set[str]:
    """What is switched on in the terminal, but for what is so while something is drawn."""
    return set(terminal.left_on) - {"synchronized output"}


def test_stopped_and_continued_it_is_there_again(home: Path, tmp_path: Path) -> None:
    """Drawn anew, with the time that has passed, and taking keys; also a second time."""
    plan_file(home)
    clock = TestClock(tmp_path / "clock")
    with Terminal(home, clock=clock) as terminal:
        begin(terminal)
        on = modes(terminal)
        left = terminal.left()
        for passed in (20, 40):
            stop(terminal)
            assert "PRIVATE" not in terminal.screen
            clock.move(20)
            terminal.signal(signal.SIGCONT).wait("PRIVATE")
            terminal.left(lambda now, least=passed: now <= left - least)  # type: ignore[misc]
            assert modes(terminal) == on
        terminal.press_for("m", "marked").quit()
    assert "marked" in kinds_of(log_of(home))


def test_a_program_that_was_stopped_can_be_ended(home: Path) -> None:
    """SIGTERM comes while it is stopped and ends it once it goes on; the terminal is clean."""
    plan_file(home)
    with Terminal(home) as terminal:
        in_live(terminal)
        stop(terminal)
        terminal.signal(signal.SIGTERM).signal(signal.SIGCONT)
        assert ends_within(terminal) == 143
    with Terminal(home) as terminal:
        capture_kept(home, terminal)


def test_sigquit_ends_it_as_sigterm_does(home: Path) -> None:
    """With 131; the terminal is clean, and what was typed is there again."""
    ended_by(signal.SIGQUIT, 131, home, in_live, capture_kept)


def test_what_cannot_be_kept_is_printed_when_a_signal_ends_it(home: Path) -> None:
    """On the terminal as it was found, with nothing in it that a terminal would obey."""
    plan_file(home)
    (home / "drafts").write_text("in the way", "utf-8")
    with Terminal(home) as terminal:
        begin(terminal)
        terminal.press_for("c", "Capture, private").type("nowhere else [x]")
        terminal.wait("nowhere else").press_for("ctrl+q", "ctrl.q again quits without this line")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 143
        terminal.wait_screen(lambda screen: "nowhere else [x]" in screen, "the line, printed")
        assert "this line could not be kept" in " ".join(terminal.screen.split())
        assert terminal.left_on == []
