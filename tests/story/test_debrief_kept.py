"""A debrief half written when the power goes, and what stands on it at every size."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story.debriefing import go_on, write
from tests.story.held import debriefed, held
from tests.story.steps import wait_drafts
from tests.story.terminal import Terminal

TALL = (120, 60)
"""Room for every question at once."""
PRIVATE = "Ana cried over the marks"
PROMISED = "Count to five"
HALF = {
    5: "Once, and it was har",
    6: "Nobody spoke for a minu",
    9: "Seven of nine quo",
    10: "The laugh after the ques",
    11: "Ask and then wai",
}
"""Half words by their questions: a promise, the frame, a goal, a mark, what to try next."""


@pytest.fixture
def over(home: Path) -> Path:
    """A home with a session that is over, and with a promise from the one before."""
    first = held(home, "Morning", 50)
    debriefed(home, first, 48, {"commitment:0": PROMISED})
    held(home, "Afternoon", 2, private=PRIVATE)
    return home


def test_every_half_word_survives_a_kill_in_its_place(over: Path) -> None:
    """Whatever kind of question it was written to; it is gone on with where it ends, and saved."""
    with Terminal(over, size=TALL) as terminal:
        terminal.wait("no debrief yet").press_for("enter", "From the run").wait_cursor()
        at = 1
        for number, text in HALF.items():
            write(go_on(terminal, at, number), text)
            at = number
        for text in HALF.values():
            wait_drafts(over, text)
        terminal.kill()
    with Terminal(over, size=TALL) as terminal:
        terminal.wait("no debrief yet").press_for("enter", "not saved yet").wait_cursor()
        for number, text in HALF.items():
            terminal.wait(rf"^ +{number} +\S[\s\S]*{text}")
        go_on(terminal, 1, 5).type("d").wait(f"▌ +{HALF[5]}d")
        terminal.press_for("ctrl+s", "Saved to the journal").quit()


def resized(terminal: Terminal, columns: int, rows: int, *words: str) -> None:
    """The window has another size: once its last key is at the edge, what else stands there."""

    def laid_out(screen: str) -> bool:
        last = [line.rstrip() for line in screen.split("\n")[rows - 3 : rows]]
        edge = range(columns - 3, columns + 1)
        return any(line.endswith("all keys") and len(line) in edge for line in last)

    terminal.resize(columns, rows).wait_screen(laid_out, f"a page of {columns} columns")
    for each in words:
        terminal.wait(each)


def test_what_stands_on_it_at_three_sizes(over: Path) -> None:
    """Empty, half written, with what was kept, and the rubric; the question is never lost."""
    first = "▌ 1  What did participants"
    with Terminal(over, size=(60, 16)) as terminal:
        terminal.wait("no debrief yet").press_for("enter", first).wait("From the run").wait_cursor()
        assert "Blocks" not in terminal.screen and "saved" not in terminal.screen
        resized(terminal, 80, 24, first, "▌ +not answered", r"Opening +11 +\+6", "9 here")
        resized(terminal, 120, 40, first, "You said: Count to five", r"Opening +5 +11 +\+6")
        terminal.wait("━━┃━━").wait(r"not answered[\s\S]+Exit ticket for G1")
        write(terminal, "They looked tw")
        terminal.wait("not saved yet")
        for columns, rows in ((80, 24), (60, 16)):
            resized(terminal, columns, rows, first, "▌ +They looked tw", "not saved yet")
        terminal.press_for("f9", PRIVATE).wait("Blocks").press_for("end", "Exit ticket for G1")
        terminal.press_for("f9", "▌ +They looked tw").type("ice").wait("▌ +They looked twice")
        resized(terminal, 80, 24, "▌ +They looked twice")
        terminal.press_for("f9", "Ana cried").wait(r"\d\d:\d\d marked").press_for("f7", "0 of 12")
        for columns, rows in ((60, 16), (80, 24), (120, 40)):
            resized(terminal, columns, rows, "▌ +Design for learning", "1 Beginning", "not scored")
        terminal.press_for("3", "1 of 12").press_for("escape", "They looked twice").quit()
