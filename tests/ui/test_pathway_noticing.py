"""Open pages of enrolments show what another program saved, and nothing of what it purged."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import AppBlur, AppFocus

from facilitui.bootstrap import Wiring
from facilitui.core.journals.attaching_ports import Progress
from facilitui.demo import SimulatedClock
from facilitui.screens.pathway.board import BoardScreen
from facilitui.storage.library_files import shipped_folder
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


def own_file(home: Path, version: str, name: str = "Ours") -> None:
    """One's own file in the place of the shipped one, with another name and version."""
    (home / "pathways").mkdir(exist_ok=True)
    text = (shipped_folder("pathways") / f"{CLEE}.toml").read_text("utf-8")
    text = re.sub(r'(?m)^name = ".*"', f'name = "{name}"', text, count=1)
    text = re.sub(r'(?m)^version = ".*"', f'version = "{version}"', text, count=1)
    (home / f"pathways/{CLEE}.toml").write_text(text, "utf-8")


@pytest.mark.parametrize("screen", ["board", "pathways", "home"])
async def test_a_changed_file_is_noticed_as_a_changed_journal_is(home: Path, screen: str) -> None:
    """Under another version or the same; and so is one that cannot be read."""
    async with driven(home, (120, 40), clock=SimulatedClock(AT)) as app:
        own_file(home, "7")
        entry = await begun(app.wiring)
        if screen == "home":
            app.screen.refresh_overview()  # type: ignore[attr-defined]
            await app.settle()
        else:
            about = (entry,) if screen == "board" else ()
            await app.show(await getattr(app.opening, screen)(*about))
        assert "file is now" not in app.text() and "Its file" not in app.text()
        own_file(home, "8")
        await looked_at(app)
        assert "The pathway's file is now version 8" in " ".join(app.text().split())
        own_file(home, "7", "Other")
        await looked_at(app)
        told = "Its file says something else under the same version, 7"
        assert told in " ".join(app.text().split()) and "version 8" not in app.text()
        (home / f"pathways/{CLEE}.toml").write_text("no", "utf-8")
        await looked_at(app)
        assert "cannot be read" in app.text() and "same version" not in app.text()
        own_file(home, "7")
        await looked_at(app)
        assert "cannot be read" not in app.text() and "same version" not in app.text()


async def test_the_key_reads_a_file_that_was_changed_just_now(home: Path) -> None:
    """It is never said that it has not changed; nor is an old change shown."""
    async with driven(home, (120, 40), clock=SimulatedClock(AT)) as app:
        own_file(home, "7")
        entry = await begun(app.wiring)
        await app.show(await app.opening.board(entry))
        own_file(home, "8")
        await app.press("v")
        assert "Version 7 becomes version 8." in app.text()
        await app.press("escape")
        own_file(home, "7")
        await app.press("v")
        assert "file has not changed" in app.notice and isinstance(app.screen, BoardScreen)
        assert "version 8" not in app.text()


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


@pytest.mark.parametrize("key", ["u", "s", "d", "e", "m", "c", "v"])
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
