"""Two copies write one observation and are killed: the next start has both of what was typed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.story.held import debriefed, held
from tests.story.steps import wait_drafts
from tests.story.terminal import Terminal


def half_written(home: Path) -> set[str]:
    """Who observed, by every draft of the observation."""
    found = (json.loads(path.read_text("ascii")) for path in home.glob("drafts/observation-*.json"))
    return {str(each["typed"].get("giver")) for each in found}


def form(terminal: Terminal) -> Terminal:
    """The form of the one observation there is."""
    terminal.press_for("ctrl+o", "choose at once").press_for("1", "Which observation")
    return terminal.press_for("down", "▌ ").press_for("enter", "Who observed").wait_cursor()


def test_what_two_copies_half_wrote_is_there_after_both_were_killed(home: Path) -> None:
    """One stands in the form, the other is told and a key away; each is saved in its turn."""
    debriefed(home, held(home, "Morning", 26), 24, {"learned": "They waited"})
    with Terminal(home) as one, Terminal(home) as two:
        for terminal in (one, two):
            terminal.press_for("j", "1 entry").press_for("e", "From the run").wait_cursor()
        one.press_for("ctrl+o", "choose at once").press_for("1", "Who observed").wait_cursor()
        one.press("tab", "tab").type("Ana").wait("Ana").press_for("ctrl+s", "Saved. To count")
        for terminal, name in ((one, " one"), (two, " two")):
            form(terminal).press("tab", "tab").type(name).wait(f"Ana{name}")
            wait_drafts(home, f"Ana{name}")
        one.kill()
        two.kill()
    with Terminal(home) as terminal:
        terminal.press_for("j", "2 entries").press("home")
        terminal.press_for("e", "From the run").wait_cursor()
        form(terminal).wait("Another text of this was kept")
        shown = terminal.wait("Ana (one|two)").screen
        other = "Ana one" if "Ana two" in shown else "Ana two"
        terminal.press_for("ctrl+l", other).wait("this was typed on")
        terminal.press_for("escape", "From the run").quit()
    assert half_written(home) == {"Ana one", "Ana two"}
    assert not list(home.glob("drafts/.*.lock"))
