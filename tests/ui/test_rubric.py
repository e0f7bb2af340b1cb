"""Rubric: scored by digits, noted, placed, justified, saved; by keyboard alone at every size."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import RubricRef, Score
from facilitui.core.journals.journal import body_of
from facilitui.core.sessions import moves
from facilitui.messages.evidence import RubricRequested
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.rubric import RubricScreen
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from tests.ui.debriefing import debriefing
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.hosting import Stage, hosted
from tests.ui.journals import write_three

SEEN = Score(criterion="equity_of_voice", level=2, note=HOSTILE, moment=60)
OWN = """kind = "rubric"
id = "own"
name = "[x] Ours [/b]"
priority = ["one"]

[scale]
1 = "Not yet"
2 = "There"

[[criteria]]
id = "one"
name = "[Q1] The one thing [/b]"

[criteria.levels]
1 = "[@click=app.quit]no[/]"
2 = "yes"
"""


@asynccontextmanager
async def scoring(home: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Stage]:
    """A session that ended, which an observer scored too, and its rubric."""
    async with hosted(home, size) as stage:
        await stage.hosted.do(moves.capture(HOSTILE))
        stage.clock.at += timedelta(minutes=25)
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        rubric = RubricRef(id="facilitui_neutral", version="1", top=4)
        ana = Observation(
            session=stage.hosted.session, giver="Ana [/b]", rubric=rubric, scores=(SEEN,)
        )
        await stage.app.wiring.journal.save(
            entry_id="observation-1",
            kind="observation",
            body=ana.model_dump(mode="json"),
            made_at=stage.clock.at,
            salt="00" * 16,
        )
        await open_again(stage)
        yield stage


async def open_again(stage: Stage) -> None:
    """The rubric as any screen asks for it."""
    stage.app.app.post_message(RubricRequested(stage.hosted.session))
    await stage.app.settle()


def desk(stage: Stage) -> ScoringDesk:
    """What is scored."""
    screens = [each for each in stage.app.app.screen_stack if isinstance(each, RubricScreen)]
    return screens[-1]._desk


def levels(stage: Stage) -> dict[str, int]:
    """The scores by criterion."""
    return {score.criterion: score.level for score in desk(stage).sheet.scores}


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_session_is_scored_by_keyboard_alone(home: Path, size: tuple[int, int]) -> None:
    """Level, note, moment, out again, undone, saved; then changed with a reason."""
    async with scoring(home, size) as stage:
        app = stage.app
        assert "0 of 12" in app.text() and "Beginning" in app.text()
        await app.press("enter")
        assert app.notice == "Score it first: a key from 1 on."
        await app.press("9")
        assert app.notice == "The scale ends at 4." and levels(stage) == {}
        await app.press("3", "down", "2", "0", "u", "down", "down", "down", "4")
        assert list(levels(stage).values()) == [3, 2, 4]
        assert "●" in app.text() and "Ana [/b]" in _all(stage)
        await app.press("enter")
        await app.write("Nine spoke")
        (draft,) = home.glob("drafts/scores-*.json")
        await app.press("enter", "t")
        assert isinstance(app.app.screen, ChooseDialog)
        assert "15:30" in app.rows("choices")
        await app.press("down", "enter")
        kept = json.loads(draft.read_text("ascii"))["scores"][-1]
        assert (kept["note"], kept["moment"], kept["level"]) == ("Nine spoke", 0.0, 4)
        await app.press("ctrl+s")
        assert "2 scores without" in app.notice and not draft.exists()
        await app.press("1")
        assert "Why 1 now?" in app.text() and levels(stage)["equity_of_voice"] == 4
        await app.write("no")
        await app.press("escape")
        assert "only with a reason" in app.notice and levels(stage)["equity_of_voice"] == 4
        await app.press("1")
        await app.write("few did")
        await app.press("ctrl+s")
        documents = (await app.wiring.journal.contents()).documents
        assert body_of(documents[-1][1])["reason"] == "Equity of voice: 4 to 1, few did"
        assert "was 4: few did" in _all(stage)
        await app.press("escape")
        assert not isinstance(app.app.screen, RubricScreen)


def _all(stage: Stage) -> str:
    """Everything that is told of the marked criterion, with what is scrolled out of sight."""
    return " ".join(f"{stage.app.panels()} {stage.app.rows('criteria', 57)}".split())


async def test_what_is_half_typed_is_there_after_a_kill(home: Path) -> None:
    """A note, and a reason, as far as they had come; nothing is asked for them."""
    async with scoring(home) as stage:
        await stage.app.press("1", "e")
        await stage.app.put(HOSTILE)
        line = stage.app.screen.query_one("LineEntry")
        line._typed()  # type: ignore[attr-defined]
        await stage.app.settle()
        (draft,) = home.glob("drafts/scores-*.json")
        assert json.loads(draft.read_text("ascii"))["scores"][0]["note"] == HOSTILE
        again = await stage.app.wiring.scoring.open(stage.hosted.session)
        assert again.sheet.scores[0].note == HOSTILE


async def test_another_rubric_is_chosen_and_taken_back(home: Path) -> None:
    """Of several one is asked for; a priority area says so; undo brings the scores back."""
    (home / "rubrics").mkdir(parents=True)
    (home / "rubrics/own.toml").write_text(OWN, encoding="utf-8")
    async with scoring(home) as stage:
        app = stage.app
        assert isinstance(app.app.screen, ChooseDialog)
        await app.press("escape")
        assert "No rubric is chosen yet" in app.text()
        await app.press("1")
        assert app.notice.startswith("No rubric is chosen")
        await app.press("r")
        await app.press("down", "enter")
        assert "◆" in app.text() and "[Q1] The one thing [/b]" in app.text()
        assert "1–2 score" in app.keys_told and "[@click=app.quit]no[/]" in _all(stage)
        assert "who scored with" in _all(stage)
        await app.press("2", "r")
        await app.press("up", "enter")
        assert app.notice == "u brings 1 score back" and levels(stage) == {}
        await app.press("u")
        assert levels(stage) == {"one": 2}
        await app.press("ctrl+s", "r")
        await app.press("up", "enter")
        assert "Why another rubric?" in app.text()
        await app.write("theirs")
        await app.press("enter")
        assert levels(stage) == {} and desk(stage).sheet.withdrawn[0].reason == "theirs"


async def test_the_debrief_and_the_journal_lead_to_it(home: Path) -> None:
    """One key each: from the debrief while an answer is written, from any entry of a session."""
    async with debriefing(home) as stage:
        await stage.app.press("f7")
        assert isinstance(stage.app.app.screen, RubricScreen)
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, DebriefScreen)
    await write_three(home)
    async with driven(home, mode="journal") as app:
        await app.press("s")
        assert [each.session for each in app.sent(RubricRequested)] == ["Café talk"]
        assert "no session of that name" in app.notice
