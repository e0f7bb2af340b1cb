"""An older revision of an enrolment is never shown as where it stands now."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.pathways.form_drafts import FormOf
from facilitui.demo import SimulatedClock
from facilitui.messages.pathways import EnrolmentEditRequested, LogRequested
from facilitui.reports.plain_text import plain_text
from facilitui.reports.progress_page import in_short, progress_page
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.pathway.board import BoardScreen
from facilitui.storage.paths import Home
from tests.ui.driving import FARTHEST, Driven
from tests.ui.pathways import AT
from tests.ui.test_pathway_lost import at_work
from tests.ui.test_pathway_lost import told as whole
from tests.ui.test_pathway_noticing import CORE, begun, elsewhere, entered, looked_at

SINCE = "hat this enrolment says since 24 Sep 2026 is not known: …/2026-11.json:1:2: is not JSON"
OLDER = "Phase 1: Learning, entered 3 Mar"


def told(app: Driven) -> str:
    """All that is shown in one line, without the mark beside what is marked."""
    return " ".join(whole(app).replace("▌", "").split())


async def split(home: Path, pathway: str = "") -> str:
    """An enrolment begun in September, of which something else was said in November."""
    wiring = Wiring(Home(home), clock=SimulatedClock(AT - timedelta(days=62)))
    try:
        entry = await (begun(wiring, pathway) if pathway else begun(wiring))
    finally:
        wiring.close()
    if not pathway:
        await elsewhere(home, lambda wiring: entered(wiring, entry))
    return entry


def november(home: Path) -> Path:
    """The month that the second phase was entered in."""
    return home / "journal" / "2026-11.json"


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_an_open_board_stays_as_it_was_read(home: Path, size: tuple[int, int]) -> None:
    """It is marked as that; once the month can be read it is fresh."""
    entry = await split(home)
    kept = november(home).read_bytes()
    async with at_work(home, size) as app:
        await app.show(await app.opening.board(entry))
        november(home).write_text("{torn")
        for _ in range(2):
            await looked_at(app)
            assert f"What is shown was read before. W{SINCE}" in told(app)
            assert "phase 2 of 3" in told(app) and "phase 1 of 3" not in told(app)
        november(home).write_bytes(kept)
        await looked_at(app)
        assert "phase 2 of 3" in told(app) and "not known" not in told(app)


@pytest.mark.parametrize("size", FARTHEST, ids=str)
async def test_a_board_opened_anew_says_above_the_rows_that_it_is_older(
    home: Path, size: tuple[int, int]
) -> None:
    """So do the list and Home, which say no phase and no next step."""
    entry = await split(home)
    kept = november(home).read_bytes()
    november(home).write_text("{torn")
    async with at_work(home, size) as app:
        if size[1] > 16:
            assert f"W{SINCE}"[:40] in told(app) and "Phase 1: Learning" not in told(app)
        await app.press("P")
        assert f"W{SINCE}" in told(app)
        assert OLDER not in told(app) and "Enrol in CLEE" not in told(app)
        await app.show(await app.opening.board(entry))
        assert told(app).count(f"W{SINCE}") == 1
        assert told(app).index(SINCE) < told(app).index("▶ Next")
        november(home).write_bytes(kept)
        await looked_at(app)
        assert "phase 2 of 3" in told(app) and "says since" not in told(app)


@pytest.mark.parametrize("screen", ["cycles", "roster"])
async def test_cycles_and_roster_say_so_too(home: Path, screen: str) -> None:
    """Above what they show."""
    entry = await split(home, CORE)
    november(home).write_text("{torn")
    async with at_work(home) as app:
        await app.show(await getattr(app.opening, screen)(entry))
        assert f"W{SINCE}" in told(app)


async def test_what_is_typed_meanwhile_stays_a_draft_and_what_is_logged_is_kept(
    home: Path, tmp_path: Path
) -> None:
    """Once the journal was restored the phase is as it was, and both are there."""
    entry, backup = await split(home), tmp_path / "b.zip"
    await elsewhere(home, lambda each: each.safekeeping.back_up(str(backup), Progress()))
    async with at_work(home) as app:
        await app.show(await app.opening.board(entry))
        november(home).write_text("{torn")
        await looked_at(app)
        app.app.post_message(EnrolmentEditRequested(entry, FormOf.DETAILS))
        await app.settle()
        app.app.screen.query_one("#field-name").focus()
        await app.write("zq ")
        await app.press("ctrl+s", "ctrl+s")
        assert isinstance(app.app.screen, EntryDialog) and SINCE in told(app)
        assert november(home).read_text() == "{torn"
        await app.press("escape")
        app.app.post_message(LogRequested(entry, "application", None))
        await app.settle()
        app.app.screen.query_one("#field-note").focus()
        await app.write("logged meanwhile")
        await app.press("ctrl+s", "ctrl+s")
        assert isinstance(app.app.screen, BoardScreen) and "phase 2 of 3" in told(app)
        assert "says since" in told(app)
        aside = november(home).with_name("2026-11.damaged-1.json")
        assert aside.read_text() == "{torn"
        await elsewhere(
            home, lambda each: each.safekeeping.restore(str(backup), Progress(), replace=True)
        )
        await looked_at(app)
        assert "phase 2 of 3" in told(app) and "says since" not in told(app)
        assert "read before" not in told(app)
        found = await app.wiring.progressing.found()
        assert [e.said.note for e in found.case.logged_for(entry)] == ["logged meanwhile"]
        details = await app.wiring.pathway_desk.details(entry)
        assert "zq " in details.values["name"]


async def test_commands_and_papers_say_so_first(home: Path) -> None:
    """What is told below is told under it; of several, only that."""
    entry = await split(home)
    november(home).write_text("{torn")
    wiring = Wiring(Home(home), clock=SimulatedClock(AT))
    try:
        enrolled = await wiring.progressing.of(entry)
        page = " ".join(plain_text(progress_page(enrolled), 100).split())
        assert 0 < page.index("hat this enrolment says since 24 Sep 2026") < page.index("Last in")
        assert "Now in" not in page and "Next Enrol" not in page
        assert "2026-11.json:1:2" in in_short(enrolled)[-1]
        assert not any("Phase 1" in each or "next:" in each for each in in_short(enrolled))
        made = await wiring.pathway_documents.made(entry, "summary")
        assert "says since 24 Sep 2026" in made.told[0]
        assert b"says since 24 Sep 2026" in made.data
    finally:
        wiring.close()
