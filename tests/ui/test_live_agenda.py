"""Live, clock and agenda: jumping, turns by seat, breaks, groups called back, who leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.sessions.session import Stage as PartStage
from facilitui.core.vocabulary import BlockKind, Per, Question, TurnsFor
from tests.core.making import agenda, part
from tests.story.shown_clock import shown_clock
from tests.ui.driving import SMALLEST
from tests.ui.hosting import Stage, hosted, kinds

BREAK = (
    *agenda(part("break", 15), kind=BlockKind.BREAK),
    *agenda(part("after", 5, question=Question.OPEN_OPINION)),
)


def figures(stage: Stage) -> str:
    """What the large clock shows."""
    return shown_clock(stage.app.panel("clock"))


# Jumping


async def test_any_part_is_a_choice_away(home: Path) -> None:
    """Each with its state, minutes and times; what lies between is left out, and `u` undoes all."""
    async with hosted(home) as stage:
        await stage.move(120)
        before = stage.state.runs
        await stage.app.press("j")
        shown = stage.app.rows("choices")
        for told in ("▶ open", "now, since 15:30", "· work/quiet", "15:42–15:47", "10 min"):
            assert told in shown, told
        await stage.app.press("end", "enter")
        assert [run.stage for run in stage.state.runs] == [
            *(PartStage.DONE, PartStage.SKIPPED, PartStage.SKIPPED, PartStage.RUNNING)
        ]
        assert stage.app.notice == "2 steps left out; u takes them back"
        assert "–" in stage.app.rows("agenda")
        await stage.app.press("j")
        assert "✓ open" in stage.app.rows("choices") and "left out" in stage.app.rows("choices")
        await stage.app.press("escape")
        await stage.app.press("u")
        assert stage.state.runs == before


async def test_a_done_part_is_gone_back_to_with_its_time(home: Path) -> None:
    """And choosing the part one is in says so."""
    async with hosted(home) as stage:
        await stage.move(60)
        await stage.app.press("n", "n")
        await stage.app.press("j", "home", "enter")
        assert stage.state.now is not None and stage.state.current == 0
        assert stage.state.now.seconds(stage.hosted.now()[0]) == 60
        await stage.app.press("j", "enter")
        assert stage.app.notice == "That part is the one you are in."


async def test_jumping_needs_a_session_that_runs(home: Path) -> None:
    """Before and after there is nothing to go to."""
    async with hosted(home, begin=False) as stage:
        await stage.app.press("j")
        assert stage.app.notice == "No step is running." and stage.app.app.screen is stage.screen


# The start, turns, waits


async def test_before_the_start_the_planned_one_is_told(home: Path) -> None:
    """How far off it is, early and late; and the end says how both were kept."""
    async with hosted(home, begin=False) as stage:
        assert "planned 15:30 · now" in stage.text()
        await stage.move(240)
        assert "planned 15:30 · 4 min late" in stage.text()
        await stage.app.press("n")
        assert "Began" in stage.app.panel("ends") and "4 late 15:34" in stage.app.panel("ends")
        await stage.move(16 * 60)
        await stage.app.press("e", "y")
        assert "started 4 late, ended on time" in stage.text()


TURNS = agenda(
    *(
        part(
            f"lab/{n}",
            6,
            turn_minutes=2,
            turns_for=TurnsFor.EACH,
            cycle=n,
            cycles=2,
            per=Per.QUESTION,
        )
        for n in (1, 2)
    ),
    sizes=(3, 3),
)


async def test_turns_go_round_by_seat_and_need_no_key(home: Path) -> None:
    """Each change is called for five seconds; paused, the turn stands with the step."""
    async with hosted(home, blocks=TURNS) as stage:
        assert "turn 1 of 3   seat 1" in stage.text() and figures(stage) == "2:00"
        await stage.move(121)
        assert "⇄ CHANGE   seat 2 now" in stage.text()
        await stage.move(4)
        assert "turn 2 of 3   seat 2" in stage.text() and "CHANGE" not in stage.text()
        assert figures(stage) == "1:55" and "3:55 left of 6 min" in stage.text()
        await stage.app.press("space")
        await stage.move(600)
        assert figures(stage) == "1:55" and "‖ PAUSED  3:55 left of 6 min" in stage.text()
        await stage.app.press("space", "n")
        assert "turn 1 of 3   seat 2" in stage.text() and figures(stage) == "2:00"
        assert kinds(home).count("step_started") == 2


async def test_a_presenter_is_told_by_seat(home: Path) -> None:
    """Where not all groups have that seat, it says so."""
    parts = [part(f"w/{n}", 5, cycle=n, cycles=4, per=Per.PARTICIPANT) for n in (1, 2, 3, 4)]
    async with hosted(home, blocks=agenda(*parts, sizes=(4, 3))) as stage:
        await stage.app.press("n")
        assert "presenter 2 of 4, seat 2" in stage.text()
        await stage.app.press("n", "n")
        assert "presenter 4 of 4, seat 4 in 1 group" in stage.text()


async def test_a_step_with_a_question_offers_the_wait_once(home: Path) -> None:
    """Until one was opened in it; a pause drops an open one and says so."""
    async with hosted(home) as stage:
        assert "w when you have asked" in stage.text()
        await stage.app.press("w")
        assert "w when you have asked" not in stage.text()
        await stage.move(3)
        await stage.app.press("space")
        assert stage.app.notice == "Paused; the open wait is marked and not counted."
        assert stage.state.waits[0].dropped and "w when you" not in stage.text()
        await stage.app.press("space", "n")
        assert "w when you have asked" not in stage.text()


# Breaks and groups


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_break_says_when_people_are_back(home: Path, size: tuple[int, int]) -> None:
    """The same time while it runs; at 0 what can be chosen; a minute more is one from now."""
    async with hosted(home, size, blocks=BREAK) as stage:
        assert figures(stage) == "15:45" and "15:00 left" in stage.text()
        await stage.move(14 * 60)
        assert "back at" in stage.text() and "◔ SOON  1:00 left" in stage.text()
        await stage.move(190)
        assert figures(stage) == "+2:10" and "back at" not in stage.text()
        for told in ("◉ OVER  its 15 min", "due back 15:45", "n starts · + one more minute"):
            assert told in stage.app.text(), told
        assert "r recover" not in stage.app.text()
        await stage.move(60)
        assert "r recovers" in stage.app.panel("clock")
        await stage.app.press("plus")
        assert figures(stage) == "15:49" and "OVER" not in stage.text()
        await stage.app.press("n")
        assert stage.state.now is not None and stage.state.now.part.id == "after"


@pytest.mark.parametrize("size", SMALLEST)
async def test_groups_are_called_back_from_soon_on(home: Path, size: tuple[int, int]) -> None:
    """With the minutes left and a sentence to say."""
    blocks = agenda(part("apart", 10), part("apart/2", 5), kind=BlockKind.BREAKOUT)
    async with hosted(home, size, blocks=blocks) as stage:
        assert "call them back" not in stage.text()
        await stage.move(480)
        assert "↩ call them back: 2 min" in stage.app.text()
        assert "“2 minutes, then back here.”" in stage.app.text()
        await stage.move(90)
        assert "↩ call them back: 1 min" in stage.app.text()
        await stage.move(30)
        assert "call them back: now" in stage.app.text()
        assert "“Please come back now.”" in stage.app.text()


async def test_the_name_of_a_new_lead_may_have_a_digit(home: Path) -> None:
    """A digit chooses one who is told only before anything is typed."""
    async with hosted(home) as stage:
        await stage.app.press("L")
        await stage.app.put("Ana")
        await stage.app.press("enter")
        await stage.app.press("L")
        assert "choose at once" in stage.app.text()
        await stage.app.press(*"Room", "space", "1")
        assert "choose at once" not in stage.app.text()
        await stage.app.press("enter")
        assert stage.app.notice == "Room 1 leads"
