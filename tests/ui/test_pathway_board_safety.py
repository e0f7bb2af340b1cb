"""The board of an enrolment where something is lost, slow or hostile, and the ways from it."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.messages import pathways as m
from facilitui.messages.going import EntryRequested, ModeRequested
from facilitui.screens.journal import JournalScreen
from facilitui.screens.pathway.board import BoardScreen
from facilitui.services.pathways.last_deed import LastDeed, TakenBack
from facilitui.widgets.pathway_rows import ASKED, GATE
from tests.ui.driving import FARTHEST, HOSTILE, SIZES
from tests.ui.pathways import (
    ALL_SORTED,
    GROUP,
    MINE,
    REFUSING,
    Kept,
    board,
    group,
    kept,
    mark,
    mine,
    on_top,
    pathways,
)


@pytest.mark.parametrize("size", FARTHEST)
async def test_a_pathway_that_is_lost_says_so_and_what_to_do(
    home: Path, size: tuple[int, int]
) -> None:
    """Nothing is told that cannot be; only what still means something is offered."""
    lost = f"What “CLEE” asked for cannot be read any more {HOSTILE}"
    async with pathways(home, kept(lost=lost), size) as app:
        screen = await board(app)
        assert "cannot be read any more" in app.panel("said") and not screen.rows.keys
        assert "v takes the pathway's file" in app.panel("said")
        assert "sort" not in app.keys_told and "enter" not in app.keys_told
        await app.press("enter", "tab", "w", "k", "i", "j", "down")
        assert on_top(app) is screen


async def test_hostile_names_are_only_text(home: Path) -> None:
    """In the head, the list and the page."""
    there = Kept({MINE: mine(name=HOSTILE, pathway_name=HOSTILE)})
    for size in SIZES:
        async with pathways(home, there, size) as app:
            await board(app)
            assert "[x] [/b]" in app.panel("head")


class Slow(Kept):
    """Enrolments on a slow disk."""

    gate: asyncio.Event

    async def of(self, id: str) -> Enrolled:
        """One of them, once it may be read."""
        await self.gate.wait()
        return await super().of(id)


async def test_keys_wait_for_a_slow_disk(home: Path) -> None:
    """They are meant for what will be marked."""
    there = Slow({MINE: mine()})
    there.gate = asyncio.Event()
    async with pathways(home, there) as app:
        screen = await app.opening.board(MINE)
        assert isinstance(screen, BoardScreen)
        app.app.push_screen(screen)
        await app.pilot.press("down", "down")
        assert "reading…" in app.panel("head") and not screen.ready
        there.gate.set()
        await app.settle()
        assert on_top(app).rows.keys.index(on_top(app).marked) == 2


async def test_what_cannot_be_read_is_said(home: Path) -> None:
    """And the board can be left."""
    async with pathways(home, kept()) as app:
        await app.show(await app.opening.board("enrolment-none"))
        told = " ".join(app.text().split())
        assert "! There is no such enrolment. Nothing of it is shown" in told
        await app.press("enter", "escape")
        assert not isinstance(app.app.screen, BoardScreen)


async def test_what_was_done_is_told_and_seen_with_the_mark_where_it_was(home: Path) -> None:
    """The board is read anew behind whatever lay over it."""
    there = kept()

    class Deeds:
        """Takes the last deed back."""

        async def found(self, id: str) -> LastDeed:
            """A change of the name."""
            return LastDeed(id, id, "over", "Its name was changed, today at 14:02")

        async def take_back(self, deed: LastDeed) -> TakenBack:
            """One's own way."""
            there.enrolments[deed.enrolment] = mine(name="Anna Ruiz")
            return TakenBack("Taken back: the name")

    async with pathways(home, there, last_deeds=Deeds()) as app:
        await board(app)
        await mark(app, "acceptance")
        await app.press("u")
        assert "Its name was changed, today at 14:02." in app.text()
        await app.press("escape")
        assert "Ana Ruiz" in app.panel("head") and "Taken back" not in app.notice
        await app.press("u", "enter")
        assert app.notice == "Taken back: the name." and "Anna Ruiz" in app.panel("head")
        assert on_top(app).marked == f"{ASKED}acceptance"
        looked = there.looked
        await app.press("question_mark")
        await app.press("escape")
        assert there.looked > looked and on_top(app).marked == f"{ASKED}acceptance"


@pytest.mark.parametrize("error", [FacilituiError("it cannot be"), NotFound("it is gone")])
async def test_what_cannot_be_done_says_why(home: Path, error: FacilituiError) -> None:
    """In one sentence, and the board stays."""

    class Desk:
        """Refuses everything."""

        async def reopen(self, id: str) -> str:
            """Not."""
            raise error

        form = preview = found = reopen

    refusing: dict[str, Any] = dict.fromkeys(
        ("pathway_desk", "pathway_changes", "last_deeds"), Desk()
    )
    async with pathways(home, kept(changed_to="3"), **refusing) as app:
        screen = await board(app)
        for key in "uadv":
            await app.press(key)
            assert str(error) in app.notice and on_top(app) is screen


async def test_an_entry_is_read_in_the_journal_and_escape_leads_back(home: Path) -> None:
    """To the board as it was left, and only one of it is there."""
    async with pathways(home, kept()) as app:
        screen = await board(app)
        await mark(app, "application")
        await app.press("j")
        (asked,) = app.sent(EntryRequested)
        assert asked.entry == "log_entry-application-1"
        assert isinstance(app.screen, JournalScreen)
        assert asked.back == ModeRequested("home")
        app.app.post_message(asked.back)
        await app.settle()
        assert on_top(app) is screen and screen.marked == f"{ASKED}application"
        assert len(app.app.screen_stack) == 2


async def test_of_several_that_meet_it_one_is_chosen(home: Path) -> None:
    """The newest first."""
    async with pathways(home, Kept({MINE: mine(serves=ALL_SORTED)})) as app:
        await board(app)
        await mark(app, "debriefing_with_staff")
        await app.press("enter")
        assert "Open which?" in app.text()
        await app.press("enter")
        (asked,) = app.sent(EntryRequested)
        assert asked.entry == "debrief-4"


async def test_cards_and_all_that_it_asks_can_be_read(home: Path) -> None:
    """As it was enrolled in."""
    async with pathways(home, kept()) as app:
        screen = await board(app)
        await app.press("k")
        assert "What the process is for" in app.text()
        await app.press("escape", "i")
        said = " ".join(app.panel("text").split())
        assert "CLEE Part-Time Facilitator Certification Process" in said and "Gate" in said
        await app.press("escape")
        assert on_top(app) is screen


@pytest.mark.parametrize("size", FARTHEST)
async def test_a_gate_is_told_in_words(home: Path, size: tuple[int, int]) -> None:
    """What it needs, where that stands, and whose decision it is; an override stays told."""
    async with pathways(home, kept(), size) as app:
        screen = await board(app)
        screen.rows.mark(f"{GATE}apprentice")
        await app.settle()
        if not screen.beside:
            await app.press("enter")
        page = " ".join(app.page().split())
        assert "Whether it opens is the programme's decision." in page
        assert "It needs" in page and "2 of 2 not met yet" in page
        assert "entered without it" not in page, "that was another gate"
        assert page.count("Be observed twice") == 1, "named once, and not cut"
        assert "Missing: " not in page and "Met: " not in page, "what is open says so itself"
        if screen.reading:
            await app.press("escape")
        screen.rows.mark(f"{GATE}learning")
        await app.settle()
        if not screen.beside:
            await app.press("enter")
        page = " ".join(app.page().split())
        over = "Phase 2: Apprentice entered without it on 1 Oct 2026: The letter is on its way."
        assert page.index(over) < page.index("Not met on that day") < page.index("It needs")


async def test_a_closed_one_is_opened_again(home: Path) -> None:
    """By the key that closes."""
    there = Kept({MINE: mine(closed_on=date(2026, 11, 1))})
    async with pathways(home, there, **REFUSING) as app:
        await board(app)
        assert "Closed 1 Nov 2026" in app.panel("head")
        await app.press("c")
        assert app.sent(m.ReopenRequested)


async def test_a_group_is_in_its_phase_without_a_count(home: Path) -> None:
    """One phase is no first of several."""
    async with pathways(home, Kept({GROUP: group()})) as app:
        await board(app, GROUP)
        assert "The community's work, entered 1 Sep 2026" in app.panel("head")
