"""A roster on the screen: by school and role, who left, which role nobody has, purged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.roster import RosterMember, roster_id
from facilitui.messages.pathways import RosterEditRequested
from facilitui.messages.privacy import PurgeRequested
from facilitui.screens.pathway.not_done import CLOSED_ON_BOARD
from facilitui.screens.pathway.roster import RosterScreen
from facilitui.services.pathways.journal_read import PathwayJournal
from tests.ui.community import community
from tests.ui.driving import HOSTILE, SIZES, Driven
from tests.ui.pathways import CLEE, GROUP, Kept, enrolment, pathways


class Purged(Kept):
    """An enrolment whose roster was purged."""

    async def found(self) -> PathwayJournal:
        """The same, and that it was."""
        return replace(await super().found(), purged_rosters=frozenset({GROUP}))


class KeptStore:
    """These enrolments, as a journal has them."""

    def __init__(self, there: Kept) -> None:
        self._there = there

    async def open(self, id: str) -> Enrolment:
        """One of them."""
        return self._there.enrolments[id]


class Typed:
    """So many lines that were typed and not saved."""

    def __init__(self, lines: int) -> None:
        self._lines = lines

    async def roster_draft(self, id: str) -> int:
        """How many."""
        return self._lines


@asynccontextmanager
async def roster(
    home: Path, there: Kept, size: tuple[int, int] = (80, 24), typed: int = 0
) -> AsyncIterator[Driven]:
    """The roster of the group."""
    async with pathways(home, there, size, enrolment_store=KeptStore(there)) as app:
        await app.show(RosterScreen(there, Typed(typed), GROUP))  # type: ignore[arg-type]
        yield app


@pytest.mark.parametrize("size", SIZES)
async def test_everybody_stands_at_their_school(home: Path, size: tuple[int, int]) -> None:
    """With their role; who left says so in words; roles that nobody has are named."""
    async with roster(home, community(), size) as app:
        rows = app.rows("rows", 56)
        assert rows.index("North School") < rows.index("Ben Okoro") < rows.index("South School")
        assert "Site educator, has left" in rows and "No school, or not told" in rows
        open_roles = rows[rows.index("Roles that nobody has") :]
        assert "CORE staff" in open_roles and "Site educator" not in open_roles
        assert "4 people, 1 has left" in app.text()


async def test_n_and_enter_write_the_roster(home: Path) -> None:
    """Also where nobody is on it, which is said with what to do."""
    async with roster(home, community(empty=True)) as app:
        assert "Nobody is written down yet." in app.text() and "n write" in app.keys_told
        await app.press("n")
        assert app.sent(RosterEditRequested)[-1].enrolment == GROUP


async def test_enter_means_the_marked_person_and_n_a_new_one(home: Path) -> None:
    """A role that nobody has is for a new line too."""
    async with roster(home, community()) as app:
        await app.press("enter", "escape", "n", "escape", "end", "enter")
        assert [each.at for each in app.sent(RosterEditRequested)] == ["Ben Okoro", "", ""]


async def test_enter_means_the_marked_one_of_two_who_are_called_alike(home: Path) -> None:
    """The second row is the second line."""
    there = community()
    ids = ("m1", "m2", "m3")
    members = tuple(RosterMember(id=each, name="Ben Okoro", school="north") for each in ids)
    there.case = replace(there.case, members={GROUP: members})
    async with roster(home, there) as app:
        await app.press("enter", "escape", "down", "enter", "escape", "down", "enter")
        sent = app.sent(RosterEditRequested)
        assert [(each.at, each.which) for each in sent] == [("Ben Okoro", n) for n in range(3)]


async def test_what_was_typed_and_not_saved_is_told_where_nobody_is_on_it_yet(home: Path) -> None:
    """With the key that goes on with it."""
    async with roster(home, community(empty=True), typed=2) as app:
        told = " ".join(app.text().split())
        assert "n go on with what was typed and not saved: 2 lines" in told
    async with roster(home, community(empty=True)) as app:
        assert "not saved" not in app.text()


async def test_a_purged_roster_says_what_that_means(home: Path) -> None:
    """Names are gone from here; those that stand in texts are not, and where to look is told."""
    there = community(empty=True)
    async with roster(home, Purged(there.enrolments, there.case)) as app:
        told = " ".join(app.text().split())
        assert "The roster was purged." in told and "without names" not in told
        assert "What was logged about them stays" in told
        assert "stands there still, unless it was taken out with the purge: search Journal" in told


async def test_a_roster_that_was_kept_at_closing_can_be_purged_later(home: Path) -> None:
    """Of a closed way the key line offers it; where nobody is on it there is nothing to purge."""
    there = community()
    async with roster(home, there) as app:
        assert "purge" not in app.keys_told
    is_closed = {GROUP: there.enrolments[GROUP].model_copy(update={"closed_on": date(2026, 9, 1)})}
    async with roster(home, Kept(is_closed, there.case), (60, 16)) as app:
        assert "P purge" in app.keys_told and "write" not in app.keys_told
        assert "change" not in app.keys_told
        await app.press("n")
        assert not app.sent(RosterEditRequested) and app.notice == CLOSED_ON_BOARD
        await app.press("P")
        assert app.sent(PurgeRequested)[-1].entry == roster_id(GROUP)
    async with roster(home, community(empty=True)) as app:
        await app.press("P")
        assert not app.sent(PurgeRequested) and "no name to purge" in app.text()


async def test_one_persons_way_has_no_roster(home: Path) -> None:
    """Nor does any key write one."""
    async with roster(home, Kept({GROUP: enrolment(CLEE)})) as app:
        assert "one person's way" in app.text() and "write" not in app.keys_told
        await app.press("n")
        assert not app.sent(RosterEditRequested)


@pytest.mark.parametrize("size", SIZES)
async def test_foreign_names_are_text(home: Path, size: tuple[int, int]) -> None:
    """Of people and roles; nothing is markup."""
    there = community()
    member = RosterMember(id="m1", name=HOSTILE, role=HOSTILE, school="north")
    there.case = replace(there.case, members={GROUP: (member,)})
    async with roster(home, there, size) as app:
        assert "[x] [/b]" in app.text() and "\x1b" not in app.text()


async def test_in_a_smaller_window_there_is_less_between_schools(home: Path) -> None:
    """Also where the roster was opened in a larger one."""
    async with roster(home, community(), (120, 40)) as app:
        assert "\n\n\n" in app.rows("rows", 56)
        await app.pilot.resize_terminal(60, 16)
        await app.settle()
        assert "\n\n" in app.rows("rows", 56) and "\n\n\n" not in app.rows("rows", 56)


@pytest.mark.parametrize("width", [56, 76, 114])
async def test_roles_stand_in_one_column(home: Path, width: int) -> None:
    """At every width; that somebody has left is never cut, nor is a long name where it can be."""
    long = "Maximiliane von und zu Hohenstein"
    members = [
        RosterMember(id="m1", name="Ben", role="site_educator", school="north"),
        RosterMember(id="m2", name="Zoë Ahmed", role="facilitator", school="north"),
        RosterMember(id="m3", name=long, role="peer_facilitator", school="north", left=True),
    ]
    there = community()
    there.case = replace(there.case, members={GROUP: tuple(members)})
    async with roster(home, there) as app:
        rows = app.rows("rows", width).split("\n")
        at = {next(e.index(role) for e in rows if role in e) for role in ("Site edu", "Facilit")}
        assert len(at) == 1 and min(at) <= 30
        (gone,) = (each for each in rows if long in each)
        assert gone.rstrip().endswith(", has left")
