"""An interrupt from outside ends it as a quit does, wherever something is half typed."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.story.held import held
from tests.story.places import TYPED, ends_within
from tests.story.terminal import Terminal

SLIP = r"1 +4 +1 +›?·"
"""A slip with two answers."""


def in_evidence(terminal: Terminal, key: str, shown: str) -> Terminal:
    """One kind of evidence of the session that is over."""
    terminal.wait("no debrief yet").press_for("enter", "From the run").wait_cursor()
    return terminal.press_for("ctrl+o", "choose at once").press_for(key, shown)


def slips(terminal: Terminal) -> Terminal:
    """The sheet that paper slips are typed into."""
    return in_evidence(terminal, "2", "answers are here yet").press_for("s", "Slips by hand")


def observation(terminal: Terminal, first: str = "Who observed") -> Terminal:
    """The form of an observation, or the list where one is half written."""
    return in_evidence(terminal, "1", first)


def test_slips_that_were_typed_last_are_there_again(home: Path) -> None:
    """However soon after the last digit."""
    held(home, "Morning", 2)
    with Terminal(home) as terminal:
        slips(terminal).type("41").wait(SLIP).signal(signal.SIGTERM)
        assert ends_within(terminal) == 128 + signal.SIGTERM
    with Terminal(home) as terminal:
        slips(terminal).wait(SLIP)


def test_an_observation_that_was_typed_last_is_there_again(home: Path) -> None:
    """However soon after the last letter."""
    held(home, "Morning", 2)
    with Terminal(home) as terminal:
        observation(terminal).wait_cursor().press("right", "tab", "tab").type(TYPED).wait(TYPED)
        terminal.signal(signal.SIGINT)
        assert ends_within(terminal) == 128 + signal.SIGINT
        assert "Traceback" not in terminal.screen
    with Terminal(home) as terminal:
        observation(terminal, "Half written").press("down")
        terminal.press_for("enter", "Who observed").wait(TYPED)
