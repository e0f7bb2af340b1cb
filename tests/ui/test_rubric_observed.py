"""An observer's scores by keyboard: from their observation, from the rubric, from the Journal."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.journals.journal import body_of
from facilitui.messages.evidence import ObservationRequested
from facilitui.messages.going import ModeRequested
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.rubric import RubricScreen
from tests.ui.driving import HOSTILE
from tests.ui.hosting import Stage
from tests.ui.test_rubric import levels, open_again, scoring


async def observe(stage: Stage) -> ObservationDialog:
    """A new observation of the session."""
    stage.app.app.post_message(ObservationRequested(stage.hosted.session))
    await stage.app.settle()
    await stage.app.press("enter")
    assert isinstance(stage.app.app.screen, ObservationDialog)
    return stage.app.app.screen


def shown(stage: Stage) -> str:
    """Everything on the screen, with what is scrolled out of sight."""
    return " ".join(f"{stage.app.panels()} {stage.app.rows('criteria', 57)}".split())


async def test_an_observer_s_scores_are_entered_by_keyboard_alone(home: Path) -> None:
    """From the form, which is saved first; beside one's own at every size, never among them."""
    async with scoring(home, (60, 16)) as stage:
        app = stage.app
        await app.press("down", "down", "down", "down", "4", "ctrl+s")
        await app.press("escape")
        form = await observe(stage)
        await app.press("f7")
        assert "say first who observed" in app.text()
        form.set_focus(form._fields.editors["giver"])
        await app.put(HOSTILE)
        await app.press("f7")
        assert isinstance(app.app.screen, RubricScreen)
        assert "Scores by [x]" in shown(stage) and "0 of 12" in shown(stage)
        await app.press("down", "down", "down", "down", "1", "enter")
        await app.put(HOSTILE)
        await app.press("enter")
        assert list(levels(stage).values()) == [1]
        for size, columns in ((120, 40), "1 4 2"), ((80, 24), "1 4"), ((60, 16), "1 4 2"):
            await app.pilot.resize_terminal(*size)
            await app.settle()
            assert f"Equity of voice {columns}" in " ".join(app.text().split()), size
            for part in ("Theirs 1", "You 4", "Seen by Ana [/b]: 2"):
                assert part in shown(stage), part
        await app.press("ctrl+s")
        assert "Saved to the journal" in app.notice
        document = (await app.wiring.journal.contents()).documents[-1][1]
        body = body_of(document)
        assert document["kind"] == "observation" and body["giver"] == HOSTILE.strip()
        assert body["scores"][0]["note"] == HOSTILE
        await app.press("o")
        assert isinstance(app.app.screen, ChooseDialog) and "Your own" in app.rows("choices")
        await app.press("up", "up", "enter")
        assert isinstance(app.app.screen, RubricScreen)
        assert list(levels(stage).values()) == [4] and "Scores by" not in shown(stage)


async def test_the_journal_leads_to_them_and_tells_both_apart(home: Path) -> None:
    """`s` on an observation; its page has each level with its name, and both side by side."""
    async with scoring(home) as stage:
        app = stage.app
        await app.press("1", "ctrl+s")
        await app.press("escape")
        app.app.post_message(ModeRequested("journal"))
        await app.settle()
        while "observations" not in app.text():
            await app.press("tab")
        await app.press("s")
        assert isinstance(app.app.screen, RubricScreen) and "Scores by Ana [/b]" in shown(stage)
        await app.press("3", "ctrl+s")
        assert "Saved" in app.notice
        await app.press("escape")
        await app.press("enter")
        page = " ".join(app.page().split())
        for part in ("3 of 4, Proficient", "Side by side: you and Ana [/b]", "you 1 · Ana [/b] 3"):
            assert part in page, part
        assert "you missing · Ana [/b] 2" in page


async def test_without_an_observation_there_is_nobody_else(home: Path) -> None:
    """It is said where one is entered; a version that is gone says what there is now."""
    async with scoring(home) as stage:
        app = stage.app
        await app.press("1", "ctrl+s")
        rubric = Path("facilitui/data/rubrics/facilitui_neutral.toml").read_text("utf-8")
        (home / "rubrics").mkdir(exist_ok=True)
        newer = rubric.replace('version = "1"', 'version = "2"')
        (home / "rubrics/facilitui_neutral.toml").write_text(newer, "utf-8")
        await app.press("escape")
        await open_again(stage)
        told = shown(stage)
        assert "given under version 1" in told and "library has version 2 now" in told
        await app.press("2")
        assert "as a revision with a reason" in app.notice and list(levels(stage).values()) == [1]
