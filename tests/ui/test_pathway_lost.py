"""While a month of the journal cannot be read, it is told which; nothing is taken for gone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import LogRequested
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.pathway.board import BoardScreen
from tests.ui.driving import FARTHEST, SIZES, Driven, driven
from tests.ui.pathways import AT
from tests.ui.test_pathway_noticing import CORE, begun, looked_at

BRINGS_BACK = (
    "is not JSON, or was cut off; `facilitui journal restore FILE --replace` brings the month back "
    "from a backup"
)
FALSE = ("not enrolled", "has no enrolment", "enrolment-", "any more", "choose a pathway")


@asynccontextmanager
async def at_work(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
    """The application with its own services, over Home."""
    async with driven(home, size, clock=SimulatedClock(AT)) as app:
        yield app


def month_of(home: Path) -> Path:
    """The one month of a journal."""
    (month,) = (home / "journal").glob("2026-*.json")
    return month


def torn(home: Path) -> bytes:
    """Tear the one month; what it held."""
    month = month_of(home)
    kept = month.read_bytes()
    month.write_text("{torn")
    return kept


def told(app: Driven) -> str:
    """All that is shown, in one line; a place is called alike where its folder is left out."""
    return " ".join(app.text().split()).replace("journal/", "…/")


def is_true(app: Driven) -> bool:
    """Whether the month is named with what brings it back, and nothing false stands there."""
    shown = told(app)
    whole = f"…/2026-11.json:1:2: {BRINGS_BACK}" in shown
    return whole and not any(each in shown for each in FALSE)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_is_not_said_that_nobody_is_enrolled(home: Path, size: tuple[int, int]) -> None:
    """Neither is it offered to enrol; Home tells it alike. Once it can be read all is there."""
    async with at_work(home) as app:
        await begun(app.wiring)
    kept = torn(home)
    async with at_work(home, size) as app:
        assert is_true(app)
        await app.press("P")
        assert is_true(app) and "Whether you are enrolled in a pathway is not known" in told(app)
        assert "n enrol" not in app.keys_told
        month_of(home).write_bytes(kept)
        await looked_at(app)
        assert "Noor" in told(app) and "not known" not in told(app) and "n enrol" in app.keys_told


async def test_of_a_list_it_is_told_that_there_may_be_more(home: Path) -> None:
    """What can be read is shown, and enrolling is offered."""
    async with at_work(home) as app:
        await begun(app.wiring)
        (home / "journal" / "2026-10.json").write_text("{torn")
        await app.press("P")
        assert "Noor" in told(app) and "n enrol" in app.keys_told
        assert "Whether there are more enrolments is not known: …/2026-10.json" in told(app)


async def test_a_file_that_is_no_month_is_no_reason_to_doubt(home: Path) -> None:
    """Nobody is enrolled where every month was read, whatever else lies in the folder."""
    async with at_work(home) as app:
        (home / "journal").mkdir(exist_ok=True)
        (home / "journal" / "notes.json").write_text("{torn")
        await app.press("P")
        assert "You are not enrolled in a pathway yet." in told(app)


@pytest.mark.parametrize("size", FARTHEST, ids=str)
@pytest.mark.parametrize(("screen", "key"), [("board", "c"), ("cycles", "l"), ("roster", "n")])
async def test_what_an_open_page_shows_stays_marked_as_read_before(
    home: Path, screen: str, key: str, size: tuple[int, int]
) -> None:
    """Through a key that needs it, and another window; once it can be read it is fresh."""
    async with at_work(home, size) as app:
        entry = await begun(app.wiring, CORE)
        await app.show(await getattr(app.opening, screen)(entry))
        opened = app.screen
        kept = torn(home)
        await looked_at(app)
        assert "What is shown was read before. Where this enrolment stands is not" in told(app)
        assert is_true(app) and "Noor" in told(app)
        await app.press(key)
        assert app.app.screen is opened and "Noor" in told(app)
        assert not any(each in told(app) for each in FALSE)
        month_of(home).write_bytes(kept)
        await looked_at(app)
        assert "read before" not in told(app) and "not known" not in told(app)


@pytest.mark.parametrize("size", FARTHEST, ids=str)
@pytest.mark.parametrize("screen", ["board", "cycles", "roster"])
async def test_a_page_that_cannot_be_read_comes_once_it_can(
    home: Path, screen: str, size: tuple[int, int]
) -> None:
    """Until then it is told why, and no row is there."""
    async with at_work(home) as app:
        entry = await begun(app.wiring, CORE)
    kept = torn(home)
    async with at_work(home, size) as app:
        await app.show(await getattr(app.opening, screen)(entry))
        assert is_true(app) and "It is shown here as soon as that can be read" in told(app)
        month_of(home).write_bytes(kept)
        await looked_at(app)
        assert "Noor" in told(app) and "not known" not in told(app)


async def test_an_open_form_saves_and_what_is_said_beside_that_is_true(home: Path) -> None:
    """The torn month is set aside then, which is told; the board stays, marked."""
    async with at_work(home) as app:
        entry = await begun(app.wiring)
        await app.show(await app.opening.board(entry))
        app.app.post_message(LogRequested(entry, "application", None))
        await app.settle()
        assert isinstance(app.app.screen, EntryDialog)
        app.app.screen.query_one("#field-note").focus()
        await app.write("zq typed")
        torn(home)
        await looked_at(app)
        await app.press("ctrl+s", "ctrl+s")
        assert isinstance(app.app.screen, BoardScreen)
        assert "Saved." in told(app) and "Noor" in told(app) and "read before" in told(app)
        assert "2026-11.damaged-1.json: could not be read and was set aside" in told(app)
        assert not any(each in told(app) for each in FALSE)
        assert "zq typed" in (home / "journal" / "2026-11.json").read_text()
