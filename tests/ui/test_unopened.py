"""What was begun in a form that cannot be opened any more is told on Home, and can be let go of."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from facilitui.screens.dialogs.unopened import UnopenedDialog
from facilitui.screens.home import HomeScreen
from facilitui.services.unopened import UnopenedDrafts
from tests.services.memory_files import MemoryDrafts
from tests.services.mentoring_home import fill
from tests.ui.driving import HOSTILE, SIZES, Driven, driven

GONE = "enrolment-1-new-gone_away"
CLEE = "clee_part_time_facilitator"


async def begin(wiring: Wiring, draft: str, **kept: object) -> None:
    """A draft that another run of the program left."""
    await wiring.drafts.keep(draft, kept)
    await wiring.drafts.go_on_with(draft)


async def choose(app: Driven, entry: str) -> None:
    """Enter on what was begun."""
    rows = app.row_list("rows")
    rows.mark(next(key for key in rows.keys if key.startswith("begun ") and entry in key))
    await app.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_draft_of_a_pathway_that_is_gone_is_let_go_of(
    home: Path, clock: SimulatedClock, wiring: Wiring, size: tuple[int, int]
) -> None:
    """It says why, and what was typed; a second enter keeps it, y alone throws it away."""
    await begin(wiring, GONE, typed={"name": HOSTILE})
    async with driven(home, size, clock=clock) as app:
        await choose(app, "enrolment-1")
        assert isinstance(app.app.screen, UnopenedDialog)
        text = " ".join(app.text().split())
        assert "gone_away" in text and "What was typed:" in text
        assert "y throw it away" in text and "escape keep it" in text
        await app.press("enter")
        assert isinstance(app.app.screen, HomeScreen)
        await choose(app, "enrolment-1")
        await app.press("y")
        assert isinstance(app.app.screen, HomeScreen)
        assert not any(key.startswith("begun ") for key in app.row_list("rows").keys)
    assert not list(home.glob("drafts/*.json"))


async def test_what_is_asked_no_more_is_let_go_of(
    home: Path, clock: SimulatedClock, wiring: Wiring
) -> None:
    """Something begun under a requirement that the pathway does not have."""
    made = await wiring.pathway_desk.enrol(CLEE)
    fill(made, name="Ana")
    assert await made.save()
    about = {"enrolment": made.entry, "requirement": "gone"}
    await begin(wiring, "log_entry-1", **about, typed={"note": "a thought"})
    async with driven(home, clock=clock) as app:
        await choose(app, "log_entry-1")
        assert "called “gone”" in app.text() and "“a thought”" in app.text()
        await app.press("y")
        assert not any(key.startswith("begun ") for key in app.row_list("rows").keys)


async def test_only_what_is_asked_for_by_its_name_is_thrown_away() -> None:
    """Names may begin alike; what is empty is not told."""
    drafts = MemoryDrafts()
    unopened = UnopenedDrafts(drafts)
    for name in ("log_entry-1", "log_entry-11"):
        await drafts.keep(name, {"typed": {"note": name, "link": " "}})
    assert await unopened.typed("log_entry-1") == ("log_entry-1",)
    assert await unopened.typed("log_entry-2") == ()
    await unopened.throw_away("log_entry-1")
    assert await unopened.typed("log_entry-1") == ()
    assert await unopened.typed("log_entry-11") == ("log_entry-11",)
