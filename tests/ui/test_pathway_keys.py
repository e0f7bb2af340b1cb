"""The foot of boards: what leads on from what is marked comes first, and fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.pathways.board_actions import Deed
from facilitui.core.pathways.document_offers import DocumentOffer, offers_of
from facilitui.core.pathways.enrolment import Entered
from facilitui.messages.going import AllPlansRequested
from facilitui.messages.pathways import LogRequested, SortRequested
from facilitui.screens.pathway.cycles import CyclesScreen
from facilitui.screens.pathway.not_done import CLOSED, CLOSED_ON_BOARD, DECIDES, ELSEWHERE
from facilitui.widgets.pathway_rows import GATE, STEP
from tests.ui.driving import Driven, driven
from tests.ui.pathways import (
    ALL_SORTED,
    CASE,
    CORE,
    GROUP,
    MINE,
    OLD,
    Kept,
    board,
    group,
    kept,
    mark,
    mine,
    on_top,
    pathway,
    pathways,
)

SIZES = [(60, 16), (80, 24), (120, 40)]
QUIET = replace(CASE, sessions=(), observed=(), heard=())
"""In which nothing is to be sorted."""
NARROW = (60, 16)
ENDED = (*mine().entered, Entered(phase="fully_approved", on=date(2026, 11, 1)))


def foot(app: Driven) -> str:
    """The keys that are seen."""
    line = on_top(app).key_line
    return line.line(line.content_size.width).plain


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_convenor_comes_for_is_in_the_foot(home: Path, size: tuple[int, int]) -> None:
    """The cycles and the roster, at every size."""
    async with pathways(home, kept(case=QUIET), size) as app:
        await board(app, GROUP)
        assert "p cycles   r roster" in foot(app) and "s sort" not in foot(app)
        await mark(app, "contacts")
        assert "log   " in foot(app) and "p cycles" in foot(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_to_be_sorted_has_its_key_in_the_foot(
    home: Path, size: tuple[int, int]
) -> None:
    """Without it no session ever counts; on what is logged l stands before it."""
    async with pathways(home, kept(), size) as app:
        await board(app)
        assert foot(app).startswith("enter sort")
        await mark(app, "application")
        assert "l log   s sort" in foot(app)
        await mark(app, "scores_as_apprentice")
        assert ("areas   " in foot(app)) and "o rule" in foot(app)


@pytest.mark.parametrize("size", SIZES[1:])
async def test_what_is_closed_names_the_key_that_opens_it_again(
    home: Path, size: tuple[int, int]
) -> None:
    """In the foot; enter on its next step says so as well."""
    async with pathways(home, kept(), size) as app:
        screen = await board(app, OLD)
        assert "c open again" in foot(app)
        screen.rows.mark(STEP)
        await app.press("enter", *(() if screen.beside else ("enter",)))
        assert app.notice == CLOSED


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_closed_offers_nothing_that_is_refused(
    home: Path, size: tuple[int, int]
) -> None:
    """Neither on the page of a row, nor by a key where nothing is marked that it could be for."""
    there = Kept({MINE: mine(closed_on=date(2026, 11, 1))})
    async with pathways(home, there, size) as app:
        screen = await board(app)
        await app.press("l")
        assert app.notice == CLOSED
        await mark(app, "planning_with_staff")
        assert screen.deed is Deed.SORT
        await app.press(*(() if screen.beside else ("enter",)))
        assert not foot(app).startswith("enter")
        await app.press("enter")
        assert app.notice == CLOSED and not app.sent(SortRequested)


async def test_a_closed_ways_cycles_are_only_read(home: Path) -> None:
    """The key lines name no key that is refused; pressed, it is told which one opens it."""
    closed = Kept({GROUP: group(closed_on=date(2026, 11, 1))}, case=QUIET)
    async with pathways(home, closed, NARROW) as app:
        await app.show(await app.opening.cycles(GROUP))
        screen = app.screen
        assert isinstance(screen, CyclesScreen)
        for press in ("", "enter"):
            await app.press(*filter(None, (press,)))
            line = screen.key_line.line(screen.key_line.content_size.width).plain
            assert "log" not in line and "check-in" not in line
        for key in ("enter", "l", "k"):
            await app.press(key)
            assert app.notice == CLOSED_ON_BOARD and not app.sent(LogRequested)


async def test_the_way_out_of_a_page_stands_second(home: Path) -> None:
    """Where it is in place of the list."""
    async with pathways(home, kept(), NARROW) as app:
        await board(app)
        await mark(app, "application")
        await app.press("enter")
        assert foot(app).startswith("enter journal   escape list")


@pytest.mark.parametrize("size", SIZES)
async def test_where_no_key_does_anything_the_open_page_is_named(
    home: Path, size: tuple[int, int]
) -> None:
    """A gate says what it needs, a requirement how it is met."""
    there = Kept({MINE: mine(entered=ENDED, serves=ALL_SORTED)})
    async with pathways(home, there, size) as app:
        screen = await board(app)
        screen.rows.mark(f"{GATE}learning")
        await app.press("enter", *(() if screen.beside else ("enter",)))
        assert app.notice == DECIDES
        await app.press(*(() if screen.beside else ("escape",)))
        await mark(app, "debriefs_led")
        await app.press("enter", *(() if screen.beside else ("enter",)))
        assert app.notice == ELSEWHERE


async def to_its_end(app: Driven) -> None:
    """Read a page down to its end."""
    on_top(app).page.scroll_end(animate=False)
    await app.settle()
    assert on_top(app).page.scroll_y > 0


async def test_a_page_begins_at_its_top(home: Path) -> None:
    """Whenever it is opened, and when what it says is something else by now."""
    there = kept()
    async with pathways(home, there, NARROW) as app:
        screen = await board(app)
        await mark(app, "scores_as_apprentice")
        await app.press("enter")
        await to_its_end(app)
        await app.press("escape", "enter")
        assert screen.page.scroll_y == 0
        await to_its_end(app)
        screen.load_again()
        await app.settle()
        assert screen.page.scroll_y > 0, "nothing is another by now"
        there.enrolments[MINE] = mine(serves=ALL_SORTED)
        screen.load_again()
        await app.settle()
        assert screen.page.scroll_y == 0


@pytest.mark.parametrize("size", SIZES)
async def test_what_can_be_opened_is_told_apart(home: Path, size: tuple[int, int]) -> None:
    """Three sessions of one title: the day of each, and one's role."""
    async with pathways(home, kept(), size) as app:
        await board(app)
        await mark(app, "apprentice_role")
        await app.press("j")
        told = " ".join(app.text().split())
        assert "Open which?" in told and "17 Oct 2026" in told
        assert "as apprentice, with some support" in told


class _Documents:
    """All documents of a pathway; none is written."""

    async def offers(self, _: str) -> tuple[DocumentOffer, ...]:
        """Of a community."""
        return offers_of(pathway(CORE), enrolled=True)


async def test_the_card_of_the_marked_cycle_is_marked(home: Path) -> None:
    """Not the empty one, which stands first."""
    services: dict[str, Any] = {"pathway_documents": _Documents()}
    async with pathways(home, Kept({GROUP: group()}, case=QUIET), **services) as app:
        await app.show(await app.opening.cycles(GROUP))
        assert isinstance(app.screen, CyclesScreen)
        await app.press("down", "e")
        (row,) = [each for each in app.text().splitlines() if "▌" in each and "card" in each]
        assert "PDSA cycle 2, card" in row


async def test_without_plans_no_empty_list_is_opened(home: Path) -> None:
    """It is said which key begins one."""
    async with driven(home) as app:
        app.app.post_message(AllPlansRequested())
        await app.settle()
        assert "No plan is kept here yet: n begins one." in app.text()
        assert "Open which plan?" not in app.text()


async def test_the_check_ins_have_their_key_in_the_narrow_foot_of_cycles(home: Path) -> None:
    """Within a cell the way out of it stands second."""
    async with pathways(home, Kept({GROUP: group()}, case=QUIET), NARROW) as app:
        await app.show(await app.opening.cycles(GROUP))
        screen = app.screen
        assert isinstance(screen, CyclesScreen)
        line = screen.key_line
        assert line.line(line.content_size.width).plain.startswith(
            "enter cell   l log   k check-in"
        )
        await app.press("enter")
        assert "   escape grid" in line.line(line.content_size.width).plain[:28]
