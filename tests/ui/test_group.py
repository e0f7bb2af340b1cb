"""Groups that meet again: found from Home, read, and everything of them opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.commands.home import HOME
from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Group, Member, Wish, changed, with_norms
from facilitui.core.plans.plan import Plan
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.group import GroupScreen
from tests.ui.driving import FARTHEST, HOSTILE, SIZES, driven
from tests.ui.groups import met, opened, stored, wish_row
from tests.ui.journals import write_entry


async def test_home_offers_groups_only_where_there_are_any(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """The key is in the palette and the help all the same, and says how a group begins."""
    async with driven(home, (120, 40), clock=clock) as app:
        assert "groups" not in app.keys_told and any(each.keys == "g" for each in HOME)
        await app.press("g")
        assert app.notice == "No group yet: a plan's next session begins one."
        await wiring.groups.save("team", Group(id="team", name="Grade 7"), "")
        await app.press("f5")
        app.screen.key_line.clear()
        assert "g groups" in app.keys_told
        await app.press("g")
        assert isinstance(app.app.screen, ChooseDialog) and "Grade 7" in app.text()


async def test_a_group_that_cannot_be_read_is_told_on_home(
    home: Path, clock: SimulatedClock
) -> None:
    """By its file and line, like any other file."""
    (home / "groups").mkdir()
    (home / "groups/team.toml").write_text('kind = "group"\nid = "team"\nname = 7\n', "utf-8")
    async with driven(home, (120, 40), clock=clock) as app:
        assert "team.toml:3:8" in app.panel("problems")


@pytest.mark.parametrize("size", FARTHEST)
async def test_everything_of_a_group_is_there(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """Promises, wishes, plans, sessions, norms in every version, people: at every size."""
    await met(wiring)
    async with driven(home, size, clock=clock) as app:
        await opened(app)
        told = app.rows("coming") + app.rows("kept")
        for words in ("Count to five", "name cards", "✓ tea", "Phones away", "Version 1", "Ana"):
            assert words in told
        assert told.count("Looking at student work") == 2
        assert "! Fri 20 Nov" in told and "Norms, version 2" in told
        assert "1 person · norms v2 · 1 session" in app.panel("head")
        assert (app.rows("kept") != "") == (size[0] >= 120)


async def test_an_empty_group_says_what_to_do_first(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Each part says how it is filled; nothing can be opened by mistake."""
    await wiring.groups.save("team", Group(id="team", name="Grade 7"), "")
    async with driven(home, clock=clock) as app:
        await opened(app)
        told = app.rows("coming")
        for words in ("w writes it down", "n makes one", "o writes some", "p does"):
            assert words in told
        await app.press("enter", "d", "u", "f")
        assert isinstance(app.app.screen, GroupScreen)
        assert app.notice == "The file is as it was left here."


async def test_what_is_marked_is_opened(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """A promise's debrief, a plan, a session's debrief, a version, a form: each by enter."""
    session = await met(wiring)
    async with driven(home, (80, 24), clock=clock) as app:
        await opened(app)
        rows = app.row_list("coming")
        for key, kind in (
            (wish_row(app, "name cards"), FormDialog),
            ("norm wait", FormDialog),
            ("member 0", FormDialog),
            ("version 1", PageDialog),
        ):
            rows.mark(key)
            await app.press("enter")
            assert isinstance(app.app.screen, kind), key
            assert "Agreed on Wed 4 Nov 2026" in app.text() or kind is FormDialog
            await app.press("escape")
        for key in ("plan first", f"session {session}", f"entry debrief-{session}"):
            rows.mark(key)
            await app.press("enter")
            assert not isinstance(app.screen, GroupScreen), key
            if not key.startswith("entry"):
                await app.press("escape")
        assert [each.name for each in app.sent(m.PlanRequested)] == ["first"]
        assert [each.session for each in app.sent(m.DebriefRequested)] == [session]
        assert [each.entry for each in app.sent(m.EntryRequested)] == [f"debrief-{session}"]


async def test_norms_are_changed_as_a_new_version(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """One a line; the version before can still be read."""
    await met(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        await opened(app)
        await app.press("o")
        await app.put("Wait\nDoors shut; lights on")
        await app.press("escape", "escape")
        team = await stored(wiring)
        assert [each.version for each in team.norms] == [1, 2, 3]
        assert [norm.text for norm in team.norms_now] == ["Wait", "Doors shut; lights on"]


async def test_any_text_is_only_text(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """Names, roles, norms, wishes and endless promises of a careless person, at every size."""
    session = await met(wiring, HOSTILE)
    team = await wiring.groups.load("team")
    wild = changed(team.state, roster=(Member(name=HOSTILE, role=HOSTILE),), note=HOSTILE)
    wild = changed(wild, wishes=(Wish(text=HOSTILE), Wish(text=HOSTILE, let_go=True)))
    await wiring.groups.save(
        "team", with_norms(wild, (Norm(id="n", text=HOSTILE),), agreed=None), team.digest
    )
    await write_entry(home, session, "2026-11-25", commitment={"text": HOSTILE * 400})
    await wiring.plans.save("wild", Plan(title=HOSTILE, group="team"), "")
    for size in SIZES:
        async with driven(home, size, clock=clock) as app:
            await opened(app)
            told = app.rows("coming") + app.rows("kept") + app.text()
            assert "[/b]" in told and "[@click=app.quit]" in told
            assert "\x1b" not in told and "\u202e" not in told
