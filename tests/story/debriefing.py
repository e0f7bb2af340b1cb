"""Writing a debrief with the keyboard, from question to question."""

from __future__ import annotations

import re

from tests.story.terminal import Terminal


def go_on(terminal: Terminal, at: int, to: int) -> Terminal:
    """From the question of one number to that of another one, each seen before the next key."""
    for number in range(at + 1, to + 1):
        terminal.press_for("tab", rf"▌ +{number} ")
    return terminal


def write(terminal: Terminal, text: str) -> None:
    """Write to the question the keys are in."""
    terminal.type(text).wait(rf"▌ +{re.escape(text)}")
