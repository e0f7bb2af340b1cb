"""Two more terminals of the same home: who follows and the room see what the host does, at once."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest

from tests.story.pace import slowness
from tests.story.steps import LIES_OPEN, begin, kinds_of, log_of, plan_file
from tests.story.surroundings import TestClock
from tests.story.terminal import Terminal

GONE = r"host gone 0:\d\d"


def seen_after(host: Terminal, key: str, *others: tuple[Terminal, str]) -> float:
    """Press a key of the host; seconds until the last of the others shows what it did."""
    began = time.monotonic()
    host.press(key)
    for other, pattern in others:
        other.wait(pattern)
    return time.monotonic() - began


def test_a_follower_and_the_room_beside_the_host(home: Path) -> None:
    """Each key shows on both within a second; a kill is told by both, and so is the way back."""
    plan_file(home)
    with (
        Terminal(home, "room", size=(80, 24)) as room,
        Terminal(home, "follow", size=(120, 30)) as follower,
    ):
        room.wait("we begin soon")
        follower.wait("No session is running yet")
        with Terminal(home) as host:
            begin(host)
            follower.wait("left of 5 min")
            room.wait("left of 5 min")
            assert (room.title, follower.title) == (
                "SAFE TO SHARE · Morning",
                "FOLLOWING · Morning",
            )
            took = [
                seen_after(host, "n", (follower, "left of 20 min"), (room, "left of 20 min")),
                seen_after(host, "space", (follower, "PAUSED"), (room, "paused")),
                seen_after(host, "space", (follower, "● live"), (room, "left of 20 min")),
                seen_after(host, "b", (follower, "left of 5 min"), (room, "left of 5 min")),
                seen_after(host, "+", (follower, "left of 6 min"), (room, "left of 6 min")),
            ]
            assert statistics.median(took) < slowness(), took
            host.kill()
        for terminal in (follower, room):
            terminal.wait(GONE)
        with Terminal(home) as host:
            host.wait(LIES_OPEN).press_for("r", "● live")
            for terminal in (follower, room):
                terminal.wait_gone(GONE).wait("left of 6 min")
            host.press("n")
            follower.wait("left of 20 min")
            room.wait("left of 20 min")
            host.quit()
        assert "SAFE TO SHARE" in room.screen and "FOLLOWING" not in room.screen
        room.quit()
        follower.quit()
    assert kinds_of(log_of(home)).count("step_finished") == 2


def test_no_secret_ever_reaches_the_other_terminals(home: Path) -> None:
    """Everything both of them ever wrote holds no word of a capture, and the clocks agree."""
    plan_file(home)
    clock = TestClock(home.parent / "clock")
    with (
        Terminal(home, clock=clock) as host,
        Terminal(home, "follow", size=(120, 30), clock=clock) as follower,
        Terminal(home, "room", size=(160, 50), clock=clock) as room,
    ):
        begin(host)
        host.press_for("c", "Capture, private").type("unsayable").wait("unsayable")
        host.press_for("enter", "captured").press_for("m", "marked")
        follower.wait("Marks +1")
        clock.move(70)
        shown = [terminal.left(lambda left: left < 231) for terminal in (host, follower)]
        assert abs(shown[0] - shown[1]) <= 1
        follower.press_for("x", "SAFE TO SHARE")
        room.wait("left of 5 min")
        for terminal in (follower, room):
            assert b"unsayable" not in terminal.raw and b"PRIVATE" not in terminal.raw


@pytest.mark.parametrize("command", ["follow", "room"])
def test_a_session_that_is_not_there_is_told_before_a_screen_opens(
    home: Path, command: str
) -> None:
    """One sentence, and no half-opened screen."""
    with Terminal(home, command, "nothing-of-that-name") as terminal:
        assert terminal.exit_code() == 1
        assert "there is no session nothing-of-that-name" in terminal.screen


def test_covered_the_hosts_terminal_says_so_outside_too(home: Path) -> None:
    """The title of the window changes with the cover, and back."""
    plan_file(home)
    with Terminal(home) as host:
        begin(host)
        host.press_for("x", "SAFE TO SHARE")
        assert host.title == "SAFE TO SHARE · Morning"
        assert "PRIVATE" not in host.screen
        host.press_for("x", "PRIVATE")
        assert host.title == "PRIVATE · Morning"
        host.quit()
