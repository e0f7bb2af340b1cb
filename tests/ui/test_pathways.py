"""All enrolments, enrolling, and what is asked about an enrolment, with the real services."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui import text as t
from facilitui.core.pathways.words import Standing
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.pathway_page import PathwayPageDialog
from facilitui.screens.home import HomeScreen
from facilitui.screens.pathway.board import BoardScreen
from facilitui.screens.pathway.list import PathwaysScreen
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel
from facilitui.widgets.pathway_rows import ASKED
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, Driven, driven
from tests.ui.pathways import AT, GROUP, MINE, OLD, Kept, kept, mine, pathways


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
        assert "Which of these is it for?" in app.text() and "Enrolled" in app.text()
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
        assert "Enter or correct which phase?" in app.panels()
        await app.press("enter")
        assert "these are not met" in " ".join(app.text().split())
        await app.press("ctrl+s")
        assert not isinstance(app.app.screen, BoardScreen)
        await app.press("escape")
        assert app.screen is board and "Phase 1: Learning" in app.panel("head")


async def test_a_document_is_written_and_told(home: Path) -> None:
    """Among the exports; nobody is asked which, where there is only one."""
    async with at_work(home) as app:
        await enrolled(app)
        await app.press("e")
        assert "My evidence summary: as which kind of file?" in app.text()
        await app.press("enter")
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


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_pathway_asks_is_what_is_read_first(home: Path, size: tuple[int, int]) -> None:
    """Its id and its source come after it; no heading stands above nothing."""
    async with at_work(home, size) as app:
        await app.press("P", "n", "enter")
        page = app.app.screen.query_one("#page")
        lines = [line.plain.strip() for line in panel_lines(app) if line.plain.strip()]
        seen = lines[: page.size.height - 2]
        assert seen[0].startswith("One person's way: 3 phases, ")
        assert seen[1:3] == ["What it asks, in short", "Phase 1: Learning"]
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
