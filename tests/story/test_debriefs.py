"""Two sessions debriefed one after the other, and what was promised after the first of them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from facilitui.core.told import short_day
from tests.story.commands import facilitui
from tests.story.debriefing import go_on, write
from tests.story.steps import plan_file
from tests.story.terminal import Terminal

TALL = (120, 56)
"""Room for every question at once."""
LEARNED = "They told marks from merit"
MOMENT = "Bo put the card down"
LATER = "The silence carried it"
PROMISED = "Count to five before I speak"
HAPPENED = "Twice, and two more spoke"
KEPT = "The round of questions"
DUE = date.today() + timedelta(days=30)
DUE_TOLD = short_day(DUE, date.today())


def test_what_a_door_debrief_leads_to_is_asked_about_after_the_next_session(home: Path) -> None:
    """At the door, then in full from Home; its promise is in the next plan and debrief."""
    plan_file(home, "Morning")
    with Terminal(home, size=TALL) as terminal:
        terminal.wait("Morning").press_for("s", "not begun")
        ended(terminal)
        at_the_door(terminal)
        in_full(terminal)
        plan_file(home, "Afternoon")
        carried_into_the_plan(terminal)
        ended(terminal)
        asked_and_answered(terminal)
        terminal.quit()
    both_are_in_the_journal(home)


def ended(terminal: Terminal) -> None:
    """The session that is before its host begins, and ends."""
    terminal.press_for("n", "● live").press_for("e", "End the session now")
    terminal.press_for("enter", "Ended")


def at_the_door(terminal: Terminal) -> None:
    """Two minutes: saved, and Home says that it is not in full yet."""
    terminal.press_for("f", "Door debrief").wait_cursor()
    write(terminal, LEARNED)
    write(go_on(terminal, 1, 2), MOMENT)
    terminal.press_for("ctrl+s", "Saved to the journal").press_for("escape", "■ ended")
    terminal.press_for("escape", "▌ .*Morning +door debrief, not yet full")


def in_full(terminal: Terminal) -> None:
    """What was written at the door is there; the frame's questions, and a promise by a day."""
    terminal.press_for("enter", "From the run").wait(LEARNED).wait_cursor()
    write(go_on(terminal, 1, 5), LATER)
    write(go_on(terminal, 5, 9), PROMISED)
    terminal.wait("10 Anything else").wait(f"At the door[\\s\\S]*{MOMENT}")
    terminal.press_for("f8", "By when").press("ctrl+u").type(DUE.isoformat())
    terminal.wait(rf"By when\? +{DUE}").press_away("enter", "By when")
    terminal.press_for("ctrl+s", "Saved to the journal").press_for("escape", "Commitments due")
    terminal.wait(f"{DUE_TOLD} +{PROMISED}")
    assert "door debrief" not in terminal.screen


def carried_into_the_plan(terminal: Terminal) -> None:
    """The next plan comes back to it, once it is ticked."""
    terminal.press_for("f5", "Afternoon").press_for("p", "▌ .*Afternoon")
    terminal.press_for("enter", "plan 4 of 4")
    terminal.press_for("tab", "▌ +Why").press_for("end", "▌ +Note").press("up*4")
    terminal.wait("▌ +Promised +1 open, none carried").press_for("enter", PROMISED)
    terminal.wait(rf"\[x\] {PROMISED}").press_for("enter", "Carried over").wait(f"due {DUE_TOLD}")
    terminal.press_for("escape", "▌ +Promised +1 open").press_for("s", "not begun")


def asked_and_answered(terminal: Terminal) -> None:
    """In another frame; what happened and what became of it."""
    terminal.press_for("d", "Promised before").wait(f"5  You said: {PROMISED}").wait_cursor()
    terminal.press_for("f4", "in which frame").press_for("down", "▌ Plus and delta")
    terminal.press_away("enter", "in which frame").wait("^ +Plus and delta")
    write(go_on(terminal, 1, 5), HAPPENED)
    write(go_on(terminal, 5, 6), KEPT)
    terminal.press_for("f3", "▌ What became of").press_for("enter", "1 kept")
    terminal.press_for("1", f"{PROMISED} .* kept ")
    terminal.press_away("escape", "1 kept").press_away("escape", "▌ What became of")
    terminal.wait(rf"{PROMISED}\.\s+Kept\.").press_for("ctrl+s", "Saved to the journal")
    terminal.press_for("escape", "■ ended").press_for("escape", "Promised +1 kept")
    terminal.press_for("escape", "Recent debriefs").wait_gone("Commitments due")


def both_are_in_the_journal(home: Path) -> None:
    """Each in its frame."""
    said = facilitui(home, "journal", "export", "--format", "md").stdout
    second, first = said.split("# Morning")
    for words in ("## What, so what, now what", LATER, MOMENT, PROMISED, "revision 2"):
        assert words in first, words
    for words in ("## Plus and delta", KEPT, f"- {PROMISED}: Kept\\\n  {HAPPENED}"):
        assert words in second, words
