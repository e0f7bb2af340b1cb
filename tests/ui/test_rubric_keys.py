"""Rubric: keys that wait for something do no harm, and nothing given goes without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui.messages.evidence import ObservationRequested, RubricRequested
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.help import HelpScreen
from facilitui.screens.rubric import RubricScreen
from facilitui.widgets.row_list import RowList
from tests.ui.debriefing import debriefing, write
from tests.ui.driving import SMALLEST
from tests.ui.test_rubric import desk, levels, scoring


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_note_to_no_score_asks_for_one_and_its_letters_are_no_keys(
    home: Path, size: tuple[int, int]
) -> None:
    """Only keys that do something are offered; a level, or any other key, ends the waiting."""
    async with scoring(home, size) as stage:
        app = stage.app
        assert "score" in app.keys_told
        assert not [word for word in ("note", "moment", "take out") if word in app.keys_told]
        await app.press("enter", *"tour", "space", "e", "U", "?")
        assert isinstance(app.app.screen, RubricScreen) and "Score it first" in app.notice
        assert levels(stage) == {}
        await app.press("3")
        assert list(levels(stage).values()) == [3] and "note" in app.keys_told
        await app.press("down", "enter", "up", "u")
        assert levels(stage) == {}


async def test_the_keys_stay_in_the_line_until_it_is_done_with(home: Path) -> None:
    """From elsewhere they would score, and what they gave would go as the line is left."""
    async with scoring(home, (80, 24)) as stage:
        app = stage.app
        await app.press("1", "e", *"abc", "tab", "tab", "shift+tab", "3", "down", "2", "escape")
        (score,) = desk(stage).sheet.scores
        assert (score.criterion, score.level, score.note) == ("design_for_learning", 1, "abc32")


async def test_a_click_elsewhere_is_done_with_the_line(home: Path) -> None:
    """The note stands at its score, and what is scored next stays as well."""
    async with scoring(home, (80, 24)) as stage:
        app = stage.app
        await app.press("1", "e", *"abc")
        await app.pilot.click(RowList, offset=(4, 3))
        await app.settle()
        await app.press("2")
        first, second = desk(stage).sheet.scores
        assert (first.level, first.note, second.level) == (1, "abc", 2)


async def test_a_click_on_a_score_ends_the_waiting_for_one(home: Path) -> None:
    """Keys are keys again wherever there is something that they can do."""
    async with scoring(home, (80, 24)) as stage:
        app = stage.app
        await app.press("3", "down", "enter")
        assert "Score it first" in app.notice
        app.app.screen.query_one(RowList).mark("design_for_learning")
        await app.settle()
        await app.press("question_mark")
        assert isinstance(app.app.screen, HelpScreen)
        await app.press("escape", "u")
        assert levels(stage) == {}


@pytest.mark.parametrize("size", SMALLEST)
async def test_without_a_reason_saving_goes_on_asking_for_one(
    home: Path, size: tuple[int, int]
) -> None:
    """The line stays open, so that what is typed next is the reason and runs no command."""
    async with scoring(home, size) as stage:
        app = stage.app
        await app.press("3", "ctrl+s", "2", "ctrl+s")
        assert "escape" in app.notice and "why" in app.notice
        assert isinstance(app.app.focused, Input) and levels(stage)["design_for_learning"] == 3
        await app.write("u r o")
        await app.press("ctrl+s")
        assert "Saved to the journal" in app.notice
        (score,) = desk(stage).sheet.scores
        assert (score.level, score.changes[0].reason) == (2, "u r o")


async def test_what_is_not_saved_can_be_thrown_away_and_brought_back(home: Path) -> None:
    """An observer's help is about theirs, and names that key."""
    async with scoring(home, (60, 16)) as stage:
        app = stage.app
        await app.press("escape")
        app.app.post_message(RubricRequested(stage.hosted.session, "observation-1"))
        await app.settle()
        before = levels(stage)
        await app.press("f8")
        assert "Nothing is given that is not in the journal" in app.notice
        await app.press("1")
        assert levels(stage) != before and list(home.glob("drafts/scores-*.json"))
        await app.press("f8")
        assert levels(stage) == before and "u brings back" in app.notice
        assert not list(home.glob("drafts/scores-*.json"))
        await app.press("u")
        assert levels(stage) != before and list(home.glob("drafts/scores-*.json"))
        await app.press("question_mark")
        assert isinstance(app.app.screen, HelpScreen)
        told = " ".join(app.panels().split())
        assert "What an observer scored" in told and "f8" in told and "Your own scores" not in told


async def test_a_second_lens_never_opens_ones_own_scores(home: Path) -> None:
    """It is said where another person's scores are kept; one's own debrief opens the rubric."""
    async with debriefing(home) as stage:
        app = stage.app
        await app.press("ctrl+l")
        await app.press(*"Ana", "space", *"[x]", "enter")
        await app.press("f7")
        assert isinstance(app.app.screen, DebriefScreen)
        assert "What Ana [x] scored is kept with an observation: ctrl+o" in app.notice
        await app.press("escape")
        await app.press("f7")
        assert isinstance(app.app.screen, RubricScreen)


async def test_the_heading_of_a_debrief_never_says_saved_over_words_that_are_not(
    home: Path,
) -> None:
    """Saved at once after the last letter, and left at the reason: the heading says so."""
    async with debriefing(home) as stage:
        app = stage.app
        await write(stage, "learned", "They waited")
        await app.press("ctrl+s")
        assert "saved" in app.panel("head") and "not saved" not in app.panel("head")
        await app.put(" soon")
        await app.press("ctrl+s")
        assert "not saved yet" in app.panel("head")
        await app.press("escape")
        assert "not saved yet" in app.panel("head")


async def test_an_observation_s_scores_lead_back_to_it(home: Path) -> None:
    """And saved while they are not, its form says so."""
    async with scoring(home) as stage:
        app = stage.app
        await app.press("escape")
        app.app.post_message(ObservationRequested(stage.hosted.session, "observation-1"))
        await app.settle()
        await app.press("f7", "1", "escape")
        form = app.app.screen
        assert isinstance(form, ObservationDialog)
        form.set_focus(form._fields.editors["giver"])
        await app.put(" B")
        form.set_focus(form._fields.editors["reason"])
        await app.put("her name")
        await app.press("ctrl+s")
        assert "Its scores are not saved yet" in form.told


@pytest.mark.parametrize("size", SMALLEST)
async def test_home_and_the_journal_tell_of_unsaved_scores(
    home: Path, size: tuple[int, int]
) -> None:
    """Enter on Home's row goes on with them; their page in the Journal names its key."""
    async with debriefing(home, size, below=None) as stage:
        app = stage.app
        await app.press("f7", "3", "ctrl+s", "2")
        await app.write("saw the tape")
        await app.press("enter")
        await app.press("escape")
        await app.press("escape")
        assert "scores not saved yet" in app.text()
        while not app.app.screen.query_one("#rows", RowList).marked.startswith("scores "):
            await app.press("down")
        await app.press("enter")
        assert isinstance(app.app.screen, RubricScreen)
        assert list(levels(stage).values()) == [2] and "not saved yet" in app.panel("head")
        await app.press("escape")
        await app.press("j")
        await app.press("enter")
        assert "s goes on with them" in " ".join(app.page().split())
