"""Saying what counts for an enrolment, and ticking off, with the real services."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.pathways.case import Case
from facilitui.screens.dialogs.pathway_asking import sortable
from facilitui.screens.pathway.board import BoardScreen
from facilitui.services.pathways.enrolment_changes import Sorted
from facilitui.widgets.pathway_rows import ASKED
from tests.ui.driving import SIZES
from tests.ui.pathways import CASE, MINE, Kept, enrolment, kept, mine, pathways
from tests.ui.test_pathways import at_work, enrolled


async def test_nothing_to_sort_is_no_problem(home: Path) -> None:
    """It is told like anything else."""
    async with at_work(home) as app:
        await enrolled(app)
        await app.press("s")
        assert app.notice.startswith("Nothing to sort yet")


class Sorts:
    """Changes by which things are sorted."""

    said: dict[str, bool] | None = None

    async def sort(self, id: str, decided: dict[str, bool]) -> Sorted:
        """Keep what was said."""
        self.said = dict(decided)
        return Sorted("Sorted")


async def test_only_what_was_decided_now_is_kept(home: Path) -> None:
    """What was not sorted counts or does not; what stays as it was is not said again."""
    changes = Sorts()
    async with pathways(home, kept(), pathway_changes=changes) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("s")
        assert "Which count? Unticked ones do not." in app.panel("head")
        await app.press("space", "down", "space", "enter")
        assert changes.said == {"s4": True, "s3": False}
        assert app.notice == "Sorted; u takes it back."
        await app.press("s", "escape")
        assert changes.said == {"s4": True, "s3": False}


@pytest.mark.parametrize("size", SIZES)
async def test_sessions_of_one_title_are_told_apart(home: Path, size: tuple[int, int]) -> None:
    """By day, role, whether they were observed and debriefed, and the phase, at every size."""
    alike = tuple(
        replace(each, source=replace(each.source, told="Looking at student work"))
        for each in CASE.sessions
    )
    case = replace(CASE, sessions=alike)
    async with pathways(home, Kept({MINE: mine()}, case), size) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("s")
        rows = " ".join(app.rows("choices").split())
        words = "not sorted yet · apprentice · not observed · debriefed · Phase 2: Apprentice"
        assert "Looking at student work" in rows and "22 Oct 2026" in rows and words in rows
        await app.press("end")
        rows = " ".join(app.rows("choices").split())
        assert "7 Oct 2026" in rows and "apprentice · observed · debriefed · Phase 2" in rows
        assert "space tick" in app.text() and "enter keep" in app.text()


async def test_ticks_are_not_lost_without_a_word(home: Path) -> None:
    """And a row says of itself what it is now, not what it was."""
    changes = Sorts()
    async with pathways(home, kept(), pathway_changes=changes) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("s")
        assert app.rows("choices").count("not sorted yet") == 1
        await app.press("space")
        assert "not sorted yet" not in app.rows("choices")
        await app.press("escape")
        assert "! enter keeps the ticks; escape again drops them" in app.panel("head")
        await app.press("space", "space")
        assert "!" not in app.panel("head")
        await app.press("escape", "enter")
        assert changes.said == {"s4": True}
        await app.press("s", "escape")
        assert isinstance(app.screen, BoardScreen), "nothing was ticked"
        await app.press("s", "space", "escape", "escape")
        assert isinstance(app.screen, BoardScreen) and changes.said == {"s4": True}


def test_what_may_count_is_listed_once() -> None:
    """What nobody decided about first, the newest before others; what was decided stays."""
    progress = kept().one(MINE).progress
    assert progress is not None
    assert [each.key for each in sortable(progress, CASE)] == ["s4", "s3", "s2", "s1"]
    told = {each.key: each.told for each in sortable(progress, CASE)}
    assert told["s1"] == "Looking at student work 1"
    gone = Case(sessions=tuple(replace(each) for each in CASE.sessions[:1]))
    assert [each.key for each in sortable(progress, gone)] == ["s4", "s1"]


class Log:
    """A log that ticks."""

    def __init__(self) -> None:
        self.ticked: list[str] = []

    async def tick(self, id: str, requirement: str, item: str) -> str:
        """Keep the item."""
        self.ticked.append(item)
        return "Done."


async def test_items_are_ticked_off_one_after_the_other(home: Path) -> None:
    """Each is kept at once; escape ends it."""
    log = Log()
    one = "nea_micro_credential_plc"
    there = Kept({MINE: enrolment(one)})
    async with pathways(home, there, pathway_log=log) as app:
        await app.show(await app.opening.board(MINE))
        board: Any = app.screen
        checklist = next(
            each for each in board.progress.pathway.requirements if each.kind == "checklist"
        )
        board.rows.mark(f"{ASKED}{checklist.id}")
        await app.press("enter")
        assert app.rows("choices", 50).count(" open\n") == app.rows("choices", 50).count("\n")
        await app.press("enter", "down", "enter", "escape")
        assert len(log.ticked) == 2 and log.ticked[0] != log.ticked[1]
        assert isinstance(app.screen, BoardScreen)
