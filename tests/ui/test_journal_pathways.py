"""The journal with what is kept of an enrolment: read in words, changed where it was written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.base import Record
from facilitui.core.pathways.roster import RosterMember
from facilitui.messages.evidence import ObservationRequested
from facilitui.messages.pathways import BoardRequested, LogRequested, RosterEditRequested
from facilitui.screens.journal.of_entry import NO_SESSION
from facilitui.storage.paths import Home
from tests.core.pathways import kept
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.journals import asked_from_here, journal

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOSTILE_ONE = RosterMember(id="m9", name=HOSTILE, role=HOSTILE)
ENTRIES: dict[str, tuple[str, Record]] = {
    kept.KEPT: ("pathway", kept.kept()),
    kept.ENTRY: ("enrolment", kept.enrolment(serves=())),
    kept.ROSTER: ("roster", kept.roster(members=(*kept.roster().members, HOSTILE_ONE))),
    kept.LOGGED: ("log_entry", kept.logged(session="", upon="", note=HOSTILE)),
}
KINDS = ("enrolments 1", "log entries 1", "rosters 1", "pathways 1")


@pytest.fixture
async def enrolled(home: Path) -> Path:
    """One enrolment with an entry of every kind."""
    wiring = Wiring(Home(home))
    try:
        for entry, (kind, record) in ENTRIES.items():
            body = record.model_dump(mode="json")
            await wiring.journal.save(
                entry_id=entry, kind=kind, body=body, made_at=AT, salt="00" * 16
            )
    finally:
        wiring.close()
    return home


@pytest.mark.parametrize("size", SMALLEST)
async def test_each_kind_is_shown_alone_and_read(enrolled: Path, size: tuple[int, int]) -> None:
    """Tab goes through them with their counts; a page tells what ids are called."""
    async with driven(enrolled, size, "journal") as app:
        assert "all 4" in app.text() and "4 entries" in app.text()
        for count, part in zip(
            KINDS, ("Phases entered", "Hill School", "Ana Quintero", "file may change"), strict=True
        ):
            await app.press("tab", "enter")
            assert part in app.page()
            await app.press("escape")
            assert count in app.text() and "1 entry" in app.text()


async def test_a_pathway_is_found_by_what_it_asks_and_its_page_tells_that(enrolled: Path) -> None:
    """A hash is told by how it begins: exports have all of it."""
    async with driven(enrolled, (80, 24), "journal") as app:
        await app.press("slash", *"kind:pathway meet", "enter")
        assert "1 found" in app.text()
        page = app.page()
        assert "The first phase" in page and "Check-ins; no number given" in page
        digest = kept.kept().digest
        assert f"{digest[:12]}…" in page and digest[:13] not in page


async def test_the_help_names_all_that_it_holds(enrolled: Path) -> None:
    """Also what is kept of enrolments."""
    async with driven(enrolled, (80, 24), "journal") as app:
        for kind in ("enrolments", "logged for them", "rosters", "each pathway"):
            assert kind in journal(app).about


async def test_each_is_changed_where_it_was_written(
    enrolled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`e` asks for the board, the log's form and who takes part; a kept pathway stays as it is."""
    async with driven(enrolled, (80, 24), "journal") as app:
        asked = asked_from_here(app, monkeypatch)
        for _ in KINDS:
            await app.press("tab")
            await app.press("e")
        assert asked == [
            BoardRequested(kept.ENTRY),
            LogRequested("", "", None, kept.LOGGED),
            RosterEditRequested(kept.ENTRY),
        ]
        assert journal(app).key_line.notice == "This entry cannot be revised here."


async def test_what_is_of_no_session_is_observed_by_nobody(enrolled: Path) -> None:
    """It says what to mark first, and opens no form about something else."""
    async with driven(enrolled, (80, 24), "journal") as app:
        await app.press("o")
        assert NO_SESSION in app.text() and not app.sent(ObservationRequested)
