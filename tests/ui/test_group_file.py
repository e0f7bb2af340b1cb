"""A group's file: kept with every change, changed elsewhere, gone, or on a full disk."""

from __future__ import annotations

from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.plans.group import changed
from facilitui.demo import SimulatedClock
from facilitui.messages import going as m
from facilitui.screens.group import GroupScreen
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, driven
from tests.ui.groups import ask_next, met, opened, stored


async def test_a_form_is_kept_and_undone(home: Path, clock: SimulatedClock, wiring: Wiring) -> None:
    """What is typed is in the file after leaving; u takes all of it back."""
    await met(wiring)
    async with driven(home, clock=clock) as app:
        screen = await opened(app)
        await app.press("e")
        await app.fill(name=HOSTILE)
        await app.press("w")
        await app.fill(text="more time")
        assert "more time" in app.rows("coming")
        await app.press("u")
        assert app.notice == "undone: words of a wish" and "more time" not in app.rows("coming")
        await app.press("escape")
        assert not screen.is_attached
        assert (await stored(wiring)).name.startswith("[x] [/b] [@click=app.quit]")


async def test_a_group_that_is_gone_is_told(home: Path, clock: SimulatedClock) -> None:
    """No screen opens."""
    async with driven(home, clock=clock) as app:
        app.screen.post_message(m.GroupRequested("team"))
        await app.settle()
        assert app.notice == "! there is no group named “team”"
        await ask_next(app, "nowhere")
        assert app.notice == "! there is no plan named “nowhere”"


async def test_a_file_that_was_changed_elsewhere(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """What was typed waits, also over leaving, until somebody settles which one it is."""
    await met(wiring)
    async with driven(home, clock=clock) as app:
        screen = await opened(app)
        before = await wiring.groups.load("team")
        theirs = changed(before.state, name="Theirs", note="theirs")
        await wiring.groups.save("team", theirs, before.digest)
        await app.press("e")
        await app.fill(name="Ours")
        await screen.keeping.write()
        assert "f settles it" in app.panel("head")
        await app.press("escape")
        assert not screen.is_attached and await stored(wiring) == theirs
        await opened(app)
        assert "Ours" in app.panel("head") and "f settles it" in app.panel("head")
        await app.press("f")
        await app.press("down", "enter")
        assert "Theirs" in app.panel("head") and "f settles it" not in app.panel("head")
        await app.press("escape")
        assert await stored(wiring) == theirs


async def test_a_full_disk_is_told_and_nothing_is_lost(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """What was typed stays on the screen; leaving is asked for twice."""
    await met(wiring)
    await wiring.series.learn("team")
    disk = FullDisk()
    async with driven(home, clock=clock, disk=disk) as app:
        screen = await opened(app)
        disk.room = 0
        await app.press("e")
        await app.fill(name="Ours")
        await screen.keeping.write()
        assert "disk is full" in app.notice and "Ours" in app.panel("head")
        await app.press("escape")
        assert isinstance(app.screen, GroupScreen)
        await app.press("escape")
        assert not isinstance(app.screen, GroupScreen)
