"""Open pages of enrolments show what another program saved, and nothing of what it purged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import AppBlur, AppFocus

from facilitui.bootstrap import Wiring
from facilitui.core.journals.attaching_ports import Progress
from facilitui.demo import SimulatedClock
from facilitui.screens.pathway.board import BoardScreen
from facilitui.storage.paths import Home
from facilitui.widgets.noticing import LOOK_SECONDS
from tests.services.mentoring_home import fill
from tests.ui.driving import FARTHEST, Driven, driven
from tests.ui.pathways import AT

CLEE, CORE = "clee_part_time_facilitator", "core_community_of_practice"
NAME = "Noor [x]"


async def begun(wiring: Wiring, pathway: str = CLEE) -> str:
    """An enrolment since March."""
    made = await wiring.pathway_desk.enrol(pathway)
    fill(made, name=NAME, started_on="2026-03-03")
    await made.save()
    return made.entry


async def entered(wiring: Wiring, entry: str) -> None:
    """Enter the second phase."""
    made = await wiring.pathway_desk.phase(entry, "apprentice")
    fill(made, on="2026-05-05", why="so they said")
    assert await made.save()


async def elsewhere(home: Path, do: Callable[[Wiring], Awaitable[object]]) -> None:
    """Do something in another program."""
    wiring = Wiring(Home(home), clock=SimulatedClock(AT))
    try:
        await do(wiring)
    finally:
        wiring.close()


async def purge(wiring: Wiring, entry: str) -> None:
    """Purge an enrolment with all that was logged for it."""
    found = await wiring.purging.survey(entry)
    await wiring.purging.purge(found, (), Progress())


async def looked_at(app: Driven) -> None:
    """The terminal is looked at again."""
    app.app.post_message(AppBlur())
    app.app.post_message(AppFocus())
    await app.settle()


@pytest.mark.parametrize(
    ("screen", "before", "after"),
    [
        ("board", "phase 1 of 3", "phase 2 of 3"),
        ("pathways", "Phase 1: Learning", "Phase 2: Apprentice"),
        ("home", "Phase 1: Learning", "Phase 2: Apprentice"),
    ],
)
async def test_what_another_program_saved_is_shown(
    home: Path, screen: str, before: str, after: str
) -> None:
    """Board, list and Home name the phase that is entered elsewhere meanwhile."""
    async with driven(home, (120, 40), clock=SimulatedClock(AT)) as app:
        entry = await begun(app.wiring)
        if screen == "home":
            app.screen.refresh_overview()  # type: ignore[attr-defined]
            await app.settle()
        else:
            about = (entry,) if screen == "board" else ()
            await app.show(await getattr(app.opening, screen)(*about))
        assert before in app.text() and after not in app.text()
        await elsewhere(home, lambda wiring: entered(wiring, entry))
        await looked_at(app)
        assert after in app.text() and before not in app.text()


async def test_without_a_change_nothing_is_read_anew(home: Path) -> None:
    """The marked row stays, and so does what is on its way to be read."""
    async with driven(home, (120, 40), clock=SimulatedClock(AT)) as app:
        entry = await begun(app.wiring)
        await app.show(await app.opening.board(entry))
        before = app.screen.enrolled  # type: ignore[attr-defined]
        await looked_at(app)
        assert app.screen.enrolled is before  # type: ignore[attr-defined]


def test_it_is_looked_for_seldom() -> None:
    """Each look asks what the files are called and how old they are, and no more."""
    assert LOOK_SECONDS >= 10


@pytest.mark.parametrize("size", FARTHEST, ids=str)
@pytest.mark.parametrize("screen", ["board", "cycles", "roster"])
async def test_of_what_was_purged_elsewhere_nothing_stays(
    home: Path, screen: str, size: tuple[int, int]
) -> None:
    """No name and no row; a sentence says why, and escape leads back."""
    async with driven(home, size, clock=SimulatedClock(AT)) as app:
        entry = await begun(app.wiring, CORE)
        await app.show(await getattr(app.opening, screen)(entry))
        opened = app.screen
        assert "Noor" in app.text()
        await elsewhere(home, lambda wiring: purge(wiring, entry))
        await looked_at(app)
        assert app.screen is opened and "Noor" not in app.text()
        told = " ".join(app.text().split())
        assert "This enrolment was purged, and nothing that it said is left." in told
        assert "escape goes back" in told and "enrolment-" not in told
        await app.press("escape")
        assert app.screen is not opened


@pytest.mark.parametrize("key", ["u", "s", "d", "e", "m", "c"])
async def test_a_key_on_what_was_purged_says_so_and_empties_the_board(home: Path, key: str) -> None:
    """It is not said that nothing was changed, nor what its entry is called."""
    async with driven(home, (80, 24), clock=SimulatedClock(AT)) as app:
        entry = await begun(app.wiring)
        await entered(app.wiring, entry)
        await app.show(await app.opening.board(entry))
        await elsewhere(home, lambda wiring: purge(wiring, entry))
        await app.press(key)
        assert "Noor" not in app.text() and isinstance(app.screen, BoardScreen)
        told = " ".join(app.text().split())
        assert "purged" in told and "enrolment-" not in told and "was changed" not in told
