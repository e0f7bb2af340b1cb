"""The run sheet: everything that is needed in the room, each thing once."""

from __future__ import annotations

import re
from datetime import time

import pytest

from facilitui.core.library.norms import Norm
from facilitui.core.plans.plan import Block, Goal, Plan
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.plans.ready import ready_list
from facilitui.core.reports.handout import Format, What
from facilitui.core.vocabulary import GoalKind, Mode
from facilitui.reports.handouts import written
from tests.reports.handouts import SECRETS, full_plan, worked_out


def sheet(plan: Plan, watch: str = "") -> str:
    """The run sheet as Markdown."""
    shown = worked_out(plan, watch=watch)
    return written(shown, What.RUN_SHEET, Format.MARKDOWN).data.decode("utf-8")


def test_the_run_sheet_has_everything_that_is_needed_in_the_room() -> None:
    """By block and by step: starts, minutes, who, silence, what to say, show and watch."""
    text = sheet(full_plan())
    absent = {"secret-parked", "secret-partner"}
    assert {secret for secret in SECRETS if secret not in text} == absent
    for words in (
        *("15:30  Opening (10 min)", "**Show**: shown-words", "asks: open opinion", "led by"),
        *("Everyone silent", "### 15:55  mark (", "four fours and one five"),
        *("12 people", "9 people", "Exit ticket"),
        *("A photograph: no credit yet", "Listen first", "Left out: parked blocks"),
    ):
        assert words in text, words
    assert "keep this sheet to yourself" not in text
    assert "keep this sheet" in sheet(full_plan(sensitive=True))


def test_rounds_of_the_same_steps_are_told_once() -> None:
    """How many there are and how long, when each begins, and the steps counted within one."""
    text = sheet(full_plan())
    assert "### 16:03  Rounds: 5 × 9 min (45 min)" in text
    assert "**Rounds begin**: 16:03, 16:12, 16:21, 16:30, 16:39" in text
    steps = re.findall(r"^#### \+(\S+)  (\w+) \(", text, re.MULTILINE)
    assert steps == [("0:00", "why"), ("0:03", "respond"), ("0:07", "last"), ("0:08", "change")]


def test_the_norm_to_watch_is_at_the_top() -> None:
    """Where it is seen before anybody speaks; without one there is no such line."""
    text = sheet(full_plan(), watch="Listen first")
    assert text.index("**Norm to watch**: Listen first") < text.index("## Goals")
    assert "Norm to watch" not in sheet(full_plan())


@pytest.mark.parametrize("room", [True, False])
def test_room_for_more_norms_is_told(room: bool) -> None:
    """Where the plan leaves it."""
    norms = PlannedNorms(own=(Norm(id="n", text="Listen first"),), room_for_own=room)
    assert ("what it would add" in sheet(full_plan(norms=norms))) is room


@pytest.mark.parametrize("mode", Mode)
def test_the_ready_list_is_that_of_the_plan_screen(mode: Mode) -> None:
    """The same things for the same reasons, each as it stands."""
    plan = full_plan(mode=mode, ready=(ReadyItem.ROOM, ReadyItem.SCREEN_LOCK))
    text = sheet(plan)
    ticked = re.findall(r"^- \[(.)\] ([^:\n]+)", text[text.index("## Ready") :], re.MULTILINE)
    assert ticked == [("x" if each.done else " ", each.item.label) for each in ready_list(plan)]
    assert "Materials there: 1 thing" in text


def test_what_goals_are_for_is_told() -> None:
    """To be known, done or both."""
    goals = tuple(Goal(id=f"G{n}", text="it", kind=kind) for n, kind in enumerate(GoalKind))
    text = sheet(full_plan(goals=goals))
    for words in ("G0 (know): it", "G1 (do): it", "G2 (know and do): it"):
        assert words in text, words


def test_a_wait_is_an_entry_of_its_own() -> None:
    """Among the blocks as in the agenda above them."""
    blocks = (
        Block(id="a", title="First", minutes=10),
        Block(id="b", title="Guest", minutes=10, pinned_start=time(15, 55)),
    )
    text = sheet(full_plan(blocks=blocks))
    assert "## 15:40  Nothing planned (15 min)" in text
    assert "*Activity · at 15:55 sharp*" in text


def test_lines_that_only_keep_a_file_narrow_flow_together() -> None:
    """A list keeps its lines, and so does an empty one between paragraphs."""
    long = "A sentence that goes on for longer than sixty characters, and is then"
    note = f"{long}\nbroken.\n\nNext:\n- one thing\n- another\n{long}\n- third"
    text = sheet(full_plan(note=note))
    assert "is then broken." in text and "is then\\\n" in text
    for line in ("Next:", "one thing", "another", "third"):
        assert re.search(rf"^\W*{line}", text, re.MULTILINE), line
