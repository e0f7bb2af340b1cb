"""All enrolments, enrolling, and what is asked about an enrolment, with the real services."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitui import text as t
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.words import Standing
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.pathway_asking import sortable
from facilitui.screens.dialogs.pathway_page import PathwayPageDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.pathway.board import BoardScreen
from facilitui.screens.pathway.list import PathwaysScreen
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel
from facilitui.widgets.pathway_rows import ASKED
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, Driven, driven
from tests.ui.pathways import AT, CASE, GROUP, MINE, OLD, Kept, enrolment, kept, mine, pathways


@asynccontextmanager
async def at_work(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
    """The application with its own services, over Home."""
    async with driven(home, size, clock=SimulatedClock(AT)) as app:
        yield app


async def enrolled(app: Driven, name: str = "Noor Haddad", *, downs: int = 0) -> BoardScreen:
    """Enrol from Home in one of the pathways of the list; its board is open then."""
    await app.press("P", "n", *["down"] * downs, "enter")
    assert isinstance(app.app.screen, PathwayPageDialog)
    await app.press("enter")
    await app.write(name)
    await app.press("ctrl+s")
    assert isinstance(app.screen, BoardScreen), app.text()
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_yet_says_what_an_enrolment_is_and_how_to_begin(
    home: Path, size: tuple[int, int]
) -> None:
    """A key of Home leads there and escape back."""
    async with at_work(home, size) as app:
        await app.press("P")
        assert isinstance(app.screen, PathwaysScreen)
        told = " ".join(app.text().split())
        for part in ("not enrolled in a pathway yet", "your group's", "n choose a pathway"):
            assert part in told
        assert "enter" not in app.keys_told and "n enrol" in app.keys_told
        await app.press("enter", "i", "escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_open_ones_come_first_and_closed_ones_below(
    home: Path, size: tuple[int, int]
) -> None:
    """Name, pathway, phase where it has room, and the next step; of a closed one no step."""
    async with pathways(home, kept(), size) as app:
        await app.show(await app.opening.pathways())
        rows = app.rows("rows", size[0] - 8)
        assert app.row_list("rows").keys == (MINE, GROUP, OLD)
        assert rows.index("Maths CoP") < rows.index("Closed") < rows.index("A first try")
        is_short = size == SIZES[0]
        assert ("Phase 2: Apprentice, entered 1 Oct 2026" in rows) is not is_short
        assert "▶ Next  Say whether 1 session counts" in rows
        assert app.panel("head").strip().endswith("2 open, 1 closed")
        assert "Next" not in rows[rows.index("A first try") :]


async def test_enter_opens_the_board_and_i_what_it_asks(home: Path) -> None:
    """Of the marked one; escape leads back to it."""
    async with pathways(home, kept()) as app:
        await app.show(await app.opening.pathways())
        await app.press("down", "enter")
        assert isinstance(app.screen, BoardScreen) and app.screen.enrolment == GROUP
        await app.press("escape")
        assert isinstance(app.screen, PathwaysScreen) and app.row_list("rows").marked == GROUP
        await app.press("i")
        assert "CORE community of practice" in app.panel("head")


@pytest.mark.parametrize("size", FARTHEST)
async def test_names_are_only_text(home: Path, size: tuple[int, int]) -> None:
    """Whatever was written."""
    async with pathways(home, Kept({MINE: mine(name=HOSTILE)}), size) as app:
        await app.show(await app.opening.pathways())
        assert "[x] [/b]" in app.rows("rows")


@pytest.mark.parametrize("size", FARTHEST)
async def test_a_pathway_is_read_before_it_is_enrolled_in(
    home: Path, size: tuple[int, int]
) -> None:
    """Escape leads back to the choice; enter on to the form, and that to the board."""
    async with at_work(home, size) as app:
        await app.press("P", "n")
        assert "Enrol in which pathway?" in app.panels()
        await app.press("down", "enter")
        assert "Code.org" in app.panel("head")
        await app.press("escape")
        assert "Enrol in which pathway?" in app.panels()
        await app.press("escape", "escape")
        screen = await enrolled(app)
        assert "Noor Haddad" in app.panel("head")
        await app.press("escape", "n")
        assert "in it already: Noor Haddad" in " ".join(app.panels().split())
        await app.press("escape", "enter")
        assert isinstance(app.screen, BoardScreen) and app.screen.enrolment == screen.enrolment


async def test_what_is_typed_and_not_saved_waits(home: Path) -> None:
    """Enrolling again goes on with it; nothing is enrolled by leaving."""
    async with at_work(home) as app:
        await app.press("P", "n", "enter", "enter")
        await app.write("Noor")
        await app.press("escape")
        assert isinstance(app.screen, PathwaysScreen) and not app.row_list("rows").keys
        await app.press("n", "enter", "enter")
        assert app.app.screen.query_one("#field-name", LineField).value == "Noor"


async def test_a_part_is_asked_for_and_logged(home: Path) -> None:
    """The first that is open is marked; what is saved is seen on the board."""
    async with at_work(home) as app:
        board = await enrolled(app)
        board.rows.mark(f"{ASKED}training_course")
        await app.press("l")
        assert "Log it for which?" in app.text() and "Enrolled" in app.text()
        await app.press("enter")
        app.app.screen.query_one("#field-on", LineField).value = "2026-11-20"
        await app.press("ctrl+s")
        assert app.screen is board and app.notice == "Saved."
        found = board.progress.of("training_course") if board.progress else None
        assert found is not None and [each.standing for each in found.slots] == [
            Standing.MET,
            Standing.MISSING,
        ]


async def test_a_phase_is_entered_with_what_is_open_told(home: Path) -> None:
    """The next one is marked; it needs a reason, and the board then is in it."""
    async with at_work(home) as app:
        board = await enrolled(app)
        await app.press("m")
        assert "Enter which phase?" in app.panels()
        await app.press("enter")
        assert "these are not met" in " ".join(app.text().split())
        await app.press("ctrl+s")
        assert not isinstance(app.app.screen, BoardScreen)
        await app.press("escape")
        assert app.screen is board and "Phase 1: Learning" in app.panel("head")


async def test_nothing_to_sort_is_no_problem(home: Path) -> None:
    """It is told like anything else."""
    async with at_work(home) as app:
        await enrolled(app)
        await app.press("s")
        assert app.notice.startswith("Nothing to sort yet")


async def test_a_document_is_written_and_told(home: Path) -> None:
    """Among the exports."""
    async with at_work(home) as app:
        await enrolled(app)
        await app.press("e", "enter", "enter")
        assert "evidence-summary.md" in app.panels()
        (file,) = (home / "exports").iterdir()
        assert "Noor Haddad" in file.read_text("utf-8")


async def test_closing_opening_again_and_taking_back(home: Path) -> None:
    """Each is told; a person's way has no roster to be purged."""
    async with at_work(home) as app:
        await enrolled(app)
        await app.press("c", "ctrl+s")
        assert "Closed 25 Nov 2026" in app.panel("head") and app.notice == "Saved."
        await app.press("c")
        assert "Closed" not in app.panel("head")
        await app.press("u")
        assert "It was opened again, today at 13:10." in app.text()
        await app.press("enter")
        assert "Closed 25 Nov 2026" in app.panel("head") and app.notice


def panel_lines(app: Driven) -> t.Lines:
    """The lines of a pathway's page."""
    panel = app.app.screen.query_one("#text", Panel)
    return panel.lines(panel.content_size.width)


class Sorts:
    """A desk that sorts."""

    said: dict[str, bool] | None = None

    async def sort(self, id: str, decided: dict[str, bool]) -> str:
        """Keep what was said."""
        self.said = dict(decided)
        return "Sorted."


async def test_only_what_was_decided_now_is_kept(home: Path) -> None:
    """What was not sorted counts or does not; what stays as it was is not said again."""
    desk = Sorts()
    async with pathways(home, kept(), pathway_desk=desk) as app:
        await app.show(await app.opening.board(MINE))
        await app.press("s")
        assert "Which count? Unticked ones do not." in app.panel("head")
        await app.press("space", "down", "space", "enter")
        assert desk.said == {"s4": True, "s3": False} and app.notice == "Sorted."
        await app.press("s", "escape")
        assert desk.said == {"s4": True, "s3": False}


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
    desk = Sorts()
    async with pathways(home, kept(), pathway_desk=desk) as app:
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
        assert desk.said == {"s4": True}
        await app.press("s", "escape")
        assert isinstance(app.screen, BoardScreen), "nothing was ticked"
        await app.press("s", "space", "escape", "escape")
        assert isinstance(app.screen, BoardScreen) and desk.said == {"s4": True}


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_pathway_asks_is_what_is_read_first(home: Path, size: tuple[int, int]) -> None:
    """Its id and its source come after it; no heading stands above nothing."""
    async with at_work(home, size) as app:
        await app.press("P", "n", "enter")
        page = app.app.screen.query_one("#page")
        lines = [line.plain.strip() for line in panel_lines(app) if line.plain.strip()]
        seen = lines[: page.size.height - 2]
        assert seen[0].startswith("One person's way: 3 phases, ")
        assert seen[1:3] == ["WHAT IT ASKS, IN SHORT", "Phase 1: Learning"]
        assert size == (60, 16) or any("training course" in each for each in seen)
        assert "ROLES" not in seen and not any(each.startswith("Id ") for each in seen)


async def test_a_file_that_cannot_be_read_is_named_where_one_enrols(home: Path) -> None:
    """The shipped one is offered in its place, and that is said; a file alone is shown as such."""
    folder = home / "pathways"
    folder.mkdir(parents=True)
    (folder / "clee_part_time_facilitator.toml").write_text("kind = 'pathway'\nid = 3", "utf-8")
    (folder / "a_file_of_mine.toml").write_text("kind = 'pathway'\nid =", "utf-8")
    async with at_work(home) as app:
        await app.press("P", "n")
        assert "a_file_of_mine" in app.text()
        await app.press("enter")
        assert "This file cannot be read" in app.panels()
        assert "a_file_of_mine.toml:2" in " ".join(app.panels().split())
        await app.press("escape", "down")
        told = " ".join(app.panels().split())
        assert "Your own file cannot be read: pathways/clee" in told and "shipped" in told


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
        await app.press("enter", "enter", "down", "enter", "escape")
        assert len(log.ticked) == 2 and log.ticked[0] != log.ticked[1]
        assert isinstance(app.screen, BoardScreen)


async def test_closing_a_groups_way_offers_to_purge_its_roster(home: Path) -> None:
    """Nothing goes without a word that is typed; a no keeps it."""
    async with pathways(home, kept()) as app:
        await app.show(await app.opening.board(GROUP))
        offered = app.app.run_worker(app.app._purged_roster(GROUP))  # the form is the desk's
        await app.settle()
        assert "Purge its roster too?" in app.text() and "2 members" in app.text()
        await app.press("escape")
        assert isinstance(app.screen, BoardScreen)
        assert await offered.wait() == "" == await app.app._purged_roster(MINE)
