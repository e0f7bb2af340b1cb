"""What a group asks for, while other programs write into its file."""

from __future__ import annotations

from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.plans.group import Wish, changed
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.group import GroupScreen
from tests.ui.driving import driven
from tests.ui.groups import met, opened, wish_row


async def asked_elsewhere(wiring: Wiring, *texts: str) -> None:
    """Another program puts some wishes before those of the group; without any it drops all."""
    before = await wiring.groups.load("team")
    rest = before.state.wishes if texts else ()
    theirs = changed(before.state, wishes=(*(Wish(text=text) for text in texts), *rest))
    await wiring.groups.save("team", theirs, before.digest)


def texts_of(screen: GroupScreen) -> list[str]:
    """What the group on the screen asks for, in the order of its file."""
    return [wish.text for wish in screen._desk.group.wishes]


async def test_a_wish_is_let_go_and_wished_for_again(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """The cursor stays on it; anything else says what d is for."""
    await met(wiring)
    async with driven(home, clock=clock) as app:
        await opened(app)
        await app.press("d")
        assert app.notice == "Only a wish can be let go: mark one."
        app.row_list("coming").mark(wish_row(app, "name cards"))
        await app.press("d")
        assert "✓ name cards" in app.rows("coming")
        assert app.row_list("coming").marked == wish_row(app, "name cards")
        await app.press("d")
        assert "✓ name cards" not in app.rows("coming")


async def test_what_a_writing_takes_in_is_shown(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """At once: a key on a row would otherwise be for another wish."""
    await met(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        screen = await opened(app)
        await screen.keeping.write()
        await asked_elsewhere(wiring, "chairs")
        screen.change(lambda group: changed(group, note="ours"), "note")
        await screen.keeping.write()
        assert "chairs" in app.rows("coming")


async def test_a_key_is_for_the_wish_that_is_seen(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Also where another one came before it in the file, and the screen does not show it yet."""
    await met(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        screen = await opened(app)
        await screen.keeping.write()
        app.row_list("coming").mark(wish_row(app, "name cards"))
        await asked_elsewhere(wiring, "chairs")
        assert await screen._desk.look()
        screen.action_let_go()
        assert texts_of(screen) == ["chairs", "name cards", "tea"]
        assert [wish.let_go for wish in screen._desk.group.wishes] == [False, True, False]
        await screen.keeping.write()
        await asked_elsewhere(wiring, "lamps")
        assert await screen._desk.look()
        screen.action_open()
        await app.settle()
        await app.fill(text="large name cards")
        assert texts_of(screen) == ["lamps", "chairs", "large name cards", "tea"]


async def test_a_key_for_a_wish_that_is_gone_changes_nothing(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Neither does it open the form of a new one."""
    await met(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        screen = await opened(app)
        await screen.keeping.write()
        app.row_list("coming").mark(wish_row(app, "tea"))
        await asked_elsewhere(wiring)
        assert await screen._desk.look()
        screen.action_let_go()
        screen.action_open()
        await app.settle()
        assert isinstance(app.app.screen, GroupScreen) and texts_of(screen) == []


async def test_a_form_of_a_wish_stays_its_own(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """What is typed into it goes to the wish it was opened for, whatever comes before that."""
    await met(wiring)
    async with driven(home, (120, 40), clock=clock) as app:
        screen = await opened(app)
        await screen.keeping.write()
        app.row_list("coming").mark(wish_row(app, "name cards"))
        await app.press("enter")
        assert isinstance(app.app.screen, FormDialog)
        await asked_elsewhere(wiring, "chairs")
        assert await screen._desk.look()
        await app.fill(text="large name cards")
        assert texts_of(screen) == ["chairs", "large name cards", "tea"]
