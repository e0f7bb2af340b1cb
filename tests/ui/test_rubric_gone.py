"""Rubric: what the library has no more, and what in it cannot be read, in a sentence each."""

from __future__ import annotations

import re
from pathlib import Path

from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.rubric import RubricScreen
from facilitui.services.debriefs.score_places import entry_id
from tests.ui.driving import HOSTILE
from tests.ui.hosting import Stage
from tests.ui.test_rubric import scoring

SHIPPED = Path("facilitui/data/rubrics/facilitui_neutral.toml")


async def save(stage: Stage, rubric: RubricRef, *scores: Score) -> None:
    """Scores of one's own in the journal."""
    sheet = SelfScores(session=stage.hosted.session, rubric=rubric, scores=scores)
    await stage.app.wiring.journal.save(
        entry_id=entry_id(stage.hosted.session),
        kind="scores",
        body=sheet.model_dump(mode="json"),
        made_at=stage.clock.read().at,
        salt="00" * 16,
    )


async def opened(stage: Stage) -> None:
    """The scores as they are opened from their debrief."""
    await stage.app.press("escape")
    await stage.app.show(await stage.app.opening.rubric(stage.hosted.session))


async def test_scores_that_name_no_rubric_are_shown_and_told(home: Path) -> None:
    """A hand in the journal took the name away: no level can be given until one is chosen."""
    async with scoring(home) as stage:
        await save(stage, RubricRef(), Score(criterion="one", name=HOSTILE, level=2))
        await opened(stage)
        assert isinstance(stage.app.app.screen, RubricScreen)
        shown = " ".join(stage.app.rows("criteria").split())
        assert "The journal does not say under which rubric" in shown and "[x] [/b]" in shown
        await stage.app.press("3")
        assert stage.app.notice.startswith("The journal does not say under which rubric")
        await stage.app.press("r")
        assert isinstance(stage.app.app.screen, ChooseDialog)
        await stage.app.press("enter")
        assert "Why another rubric?" in stage.app.text()


async def test_what_was_scored_for_a_criterion_that_is_gone_is_told_apart(home: Path) -> None:
    """One's own copy of the shipped rubric, of the same version, has one criterion less."""
    async with scoring(home, (120, 40)) as stage:
        whole = SHIPPED.read_text("utf-8")
        ids = re.findall(r'^id = "(\w+)"', whole, re.M)
        first, second = (whole.index(f'id = "{each}"', 1) for each in ids[1:3])
        less = whole[: whole.rindex("[[criteria]]", 0, first)]
        less += whole[whole.rindex("[[criteria]]", 0, second) :]
        (home / "rubrics").mkdir()
        (home / "rubrics" / SHIPPED.name).write_text(less, "utf-8")
        gone = Score(criterion=ids[1], name=HOSTILE, level=2, note="seen")
        rubric = RubricRef(id=ids[0], version="1", top=4)
        await save(stage, rubric, gone, Score(criterion=ids[2], level=3, note="seen"))
        await opened(stage)
        assert f"1 of {len(ids) - 2} scored" in stage.app.panel("head")
        assert "Also scored, and kept as it was given: “[x] [/b]" in stage.app.rows("criteria")


async def test_a_rubric_that_cannot_be_read_is_told_where_one_is_chosen(home: Path) -> None:
    """Somebody who looks for it there learns why it is not."""
    async with scoring(home) as stage:
        (home / "rubrics").mkdir()
        for name in ("[b] own", "other"):
            (home / f"rubrics/{name}.toml").write_text('kind = "rubric"\n', "utf-8")
        await opened(stage)
        await stage.app.press("r")
        told = " ".join(stage.app.panels().split())
        assert "[b] own.toml and 1 more cannot be read: facilitui check says why." in told
