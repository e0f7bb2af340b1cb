"""The scenes of `make pictures` in which a session that ended is turned into evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from facilitui.commands.debrief import DEBRIEF
from tests.picture_camera import Camera, Stage
from tests.picture_debriefs import (
    BEN,
    FILE,
    FORM,
    Ended,
    Fill,
    ended,
    half_debriefed,
    seen_by_others,
)

QUOTE = "“What makes you say so?”, then four seconds"
REASON = "the recording shows two who never spoke"
KEYS = {each.id.removeprefix("debrief."): each.keys.split(",")[0] for each in DEBRIEF}
FIRST = "What did participants learn"


@contextmanager
def _debriefing(
    stage: Stage, name: str, *fill: Fill, theme: str = ""
) -> Iterator[tuple[Camera, Ended]]:
    """The debrief of a session that ended, opened from Home."""
    made = ended(stage.homes, f"{name}{theme}", *fill)
    with stage.opened(f"{name}{theme}", made.folder, made.at, theme=theme) as camera:
        if fill:
            camera.press("j", seen=r"\d entries")
            camera.press("/", seen="Journal")
            camera.type("silent reading carried", "found")
            camera.press("enter", "e", seen="f1 all keys")
        else:
            camera.press("down", "enter", seen=FIRST)
        yield camera, made


def debrief(stage: Stage, theme: str = "") -> None:
    """The debrief of a session that just ended: empty, being written, its lists and forms."""
    with _debriefing(stage, "debrief", theme=theme) as (camera, _):
        camera.take("debrief", "new", FIRST)
        camera.type("Seven of nine could point to evidence of reasoning.", "of reasoning")
        camera.press("tab", seen="not saved yet")
        camera.type("Longer answers; somebody spoke for the first time.", "for the first time")
        camera.take("debrief", "written", "not saved yet")
        if theme:
            return
        camera.press(KEYS["notes"], seen="How do we grade this")
        camera.take("debrief", "notes", "How do we grade this")
        camera.press(KEYS["notes"], KEYS["frame"], seen="Go on in which frame")
        camera.take("debrief", "frames", "Go on in which frame")
        camera.press("escape", KEYS["pull"], seen="Pull which line")
        camera.take("debrief", "pulling", "Pull which line")
        camera.press("escape", KEYS["due"], seen="By when")
        camera.take("debrief", "dated", "By when")


def debriefed(stage: Stage) -> None:
    """A debrief that is saved, half of it answered and sorted, and then changed."""
    with _debriefing(stage, "debriefed", half_debriefed) as (camera, _):
        camera.take("debrief", "half-done", "saved")
        camera.press("pagedown", seen=FIRST)
        camera.press(*["tab"] * 8, seen="saved")
        camera.take("debrief", "further-down", "saved")
        camera.type("The rounds, not the reading.", "not the reading")
        camera.press(KEYS["save"], seen="Why is it changed")
        camera.type("said by Ben the day after", "the day after")
        camera.take("debrief", "changed", "Why is it changed")
        camera.press("escape", KEYS["sort"], seen="Sort")
        camera.take("debrief", "sorting", "capture is")
        camera.press("down", "down", "enter", seen="What is each")
        camera.take("debrief", "captures", "What is each")
        camera.press("escape", "escape", KEYS["about"], seen="About this debrief")
        camera.take("debrief", "with-whom", "About this debrief")


def beside(stage: Stage, theme: str = "") -> None:
    """What others saw of a session: two lenses, an observation, feedback, files, a report."""
    fill = (half_debriefed, seen_by_others)
    with _debriefing(stage, "beside", *fill, theme=theme) as (camera, _):
        camera.press(KEYS["lens"], seen="Whose debrief")
        camera.take("lenses", "whose", "Whose debrief")
        camera.type(f"beside {BEN}"[:10], "beside")
        camera.press("enter", seen="Two lenses")
        camera.take("lenses", "both", "Two lenses")
        if theme:
            return
        camera.press("escape", seen=FIRST)
        camera.press(KEYS["evidence"], seen="Evidence of this session")
        camera.take("evidence", "which", "Evidence of this session")
        camera.press("1", seen="Which observation")
        camera.press("down", "enter", seen="Feedback")
        camera.take("observation", "form", "Feedback")
        camera.press("escape", seen=FIRST)
        camera.press(KEYS["evidence"], "2", seen="participants said")
        camera.take("feedback", "figures", "participants said")
        camera.press("escape", seen=FIRST)
        camera.press(KEYS["evidence"], "3", seen="Attachments")
        camera.take("attachments", "list", FILE)
        camera.press("enter", seen="What it is")
        camera.take("attachments", "described", "What it is")
        camera.press("escape", "escape", seen=FIRST)
        camera.press(KEYS["evidence"], "4", seen="A report for whom")
        camera.take("report", "reader", "A report for whom")
        camera.press("enter", seen="which kind of file")
        camera.press("enter", seen="Report written")
        camera.take("report", "written", "Report written")


def nothing_seen(stage: Stage, theme: str = "") -> None:
    """Observation, feedback and attachments before there are any; a form's answers taken in."""
    with _debriefing(stage, "taking", theme=theme) as (camera, made):
        camera.press(KEYS["evidence"], "1", seen="Who observed")
        camera.take("observation", "empty", "Who observed")
        camera.press("escape", seen=FIRST)
        camera.press(KEYS["evidence"], "3", seen="Nothing is attached")
        camera.take("attachments", "empty", "Nothing is attached")
        camera.press("a", seen="Attach a file")
        camera.take("attachments", "adding", "Attach a file")
        camera.press("escape", "escape", seen=FIRST)
        camera.press(KEYS["evidence"], "2", seen="Nobody's answers")
        camera.take("feedback", "empty", "Nobody's answers")
        camera.press("s", seen="Slips by hand")
        camera.press(*"4435112", "enter", *"543", seen="2 slips")
        camera.take("feedback", "slips", "2 slips")
        camera.press("escape", "i", seen="Take in answers")
        camera.type(str(made.folder / FORM), FORM)
        camera.press("enter", seen="can be taken")
        camera.take("feedback", "columns", "can be taken")


def entries(stage: Stage) -> None:
    """The Journal with an entry of each kind, one after the other."""
    made = ended(stage.homes, "entries", half_debriefed, seen_by_others)
    with stage.opened("entries", made.folder, made.at) as camera:
        camera.press("j", seen=r"\d entries")
        camera.take("journal", "kinds", r"\d entries")
        for state, words in {
            "debrief": "silent reading",
            "lens": f'"{BEN}\'s"',
            "observation": "rarely",
            "feedback": "answers.csv",
            "scores": "self-scores",
            "attachment": FILE,
        }.items():
            camera.press("/", seen="Journal")
            camera.type(words, "found")
            camera.press("enter", seen="escape")
            camera.take("journal", state, "escape")
            camera.press("escape", seen="Journal")
            if not re.search(r"\d entries", camera.tui.screen()):
                camera.press("escape", seen=r"\d entries")


def rubric(stage: Stage, theme: str = "") -> None:
    """One's own scores: none, some with what shows them, all with one that was justified."""
    with _debriefing(stage, "rubric", theme=theme) as (camera, _):
        camera.press(KEYS["rubric"], seen="0 of 12")
        camera.take("rubric", "empty", "0 of 12")
        camera.press("3", "down", "2", "down", "3", "down", "3", seen="4 of 12")
        camera.press("t", seen="Which moment shows it")
        camera.take("rubric", "moment", "Which moment shows it")
        camera.press("down", "down", "down", "enter", seen="3, at")
        camera.press("enter", seen="Quote or note")
        camera.type(QUOTE, "four seconds")
        camera.press("enter", seen="not saved yet")
        camera.take("rubric", "half-done", "not saved yet")
        if theme:
            return
        _the_others(camera)
        camera.take("rubric", "done", "was 3")


def _the_others(camera: Camera) -> None:
    """Every other criterion, saved; then one is changed, with the reason."""
    camera.press(*["down", "3"] * 8, seen="12 of 12")
    camera.press("ctrl+s", seen="Saved to the journal")
    camera.press(*["up"] * 7, "2", seen="Why 2 now")
    camera.type(REASON, "never spoke")
    camera.press("enter", seen="was 3")


EVIDENCE_THEMED = (debrief, beside, nothing_seen, rubric)
EVIDENCE = (*EVIDENCE_THEMED, debriefed, entries)
