"""What a search shows of what it found: in the row, on the page, and in the run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from pathlib import Path

import pytest

from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.journal_rows import row_of
from facilitui.core.journals.said import Said, Section
from facilitui.core.sealing import canonical
from facilitui.demo import SimulatedClock
from facilitui.screens.replay import ReplayScreen
from facilitui.services.journals.opened import Opened
from facilitui.widgets.journal_page import entry_lines
from facilitui.widgets.search_line import best_place
from tests.ui.driving import SMALLEST, Driven, driven
from tests.ui.hosting import AT
from tests.ui.journals import journal, write_entry
from tests.ui.replaying import SECRET, run_session

SIZES = ((60, 16), (80, 24), (100, 30), (120, 40))


@asynccontextmanager
async def debriefed(home: Path, size: tuple[int, int]) -> AsyncIterator[Driven]:
    """The Journal, with the debrief of a session in which a line was captured after two minutes."""
    clock = SimulatedClock(AT)
    async with driven(home, size, clock=clock) as app:
        session = await run_session(app.wiring, clock)
        answers = [
            {"id": "q", "ask": "What was only heard by you, and what is hosted?", "text": "Much."},
            {"id": "r", "ask": "And then?", "text": "The host said little, and only that."},
        ]
        body = {
            "session": session,
            "title": "Tuning",
            "held_at": AT.isoformat(),
            "zone": "UTC",
            "learned": "They waited. " * 90,
            "answers": answers,
        }
        await app.wiring.journal.save(
            entry_id=f"debrief-{session}",
            kind="debrief",
            body=body,
            made_at=AT,
            salt="00" * 16,
        )
        await app.app.switch_mode("journal")
        await app.settle()
        yield app


async def searched(app: Driven, words: str) -> str:
    """The second line of the one row that is found."""
    await app.press("slash")
    await app.write(words)
    return app.rows("rows").split("\n")[2]


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_captured_line_is_shown_read_and_gone_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """In its row with all words, on the page with its time, and r opens the run at it."""
    async with debriefed(tmp_path, size) as app:
        row = await searched(app, "only host wrote")
        assert "captured" in row and "the host wrote" in row
        await app.press("enter")
        page = app.page().split("\n")
        at = page.index("Captured in the run")
        assert page[at + 1].startswith(SECRET) and page[at + 1].endswith("15:32")
        assert at < 6 and journal(app).page.scroll_offset.y == 0
        assert "r its moment" in app.text() and "replays" not in app.page()
        await app.press("escape")
        assert "r its moment   enter read   escape leave" in app.keys_told
        await app.press("r")
        assert isinstance(app.screen, ReplayScreen)
        assert "15:32" in app.text() and "k hide notes" in app.text()
        assert SECRET in app.rows("timeline") and "escape leave" in app.text()
        assert app.screen._position.elapsed == 120
        await app.press("k")
        assert SECRET not in app.rows("timeline") and "k show notes" in app.text()


async def test_the_page_goes_to_what_was_written_and_keeps_its_head(tmp_path: Path) -> None:
    """Not to a question that has more of the words; what it is stays in sight above."""
    async with debriefed(tmp_path, (60, 16)) as app:
        assert "The host said little" in await searched(app, "host little")
        await app.press("enter")
        shown = app.text()
        assert "The host said little" in shown
        assert "Tuning" in shown and "Wed 25 Nov 2026" in shown
        assert journal(app).page.scroll_offset.y > 0
        await app.press("home")
        assert app.text().count("Tuning") == 1


async def test_a_search_that_is_left_leaves_the_page_at_its_beginning(tmp_path: Path) -> None:
    """Where enter reads it from; it had gone to what was found."""
    async with debriefed(tmp_path, (100, 30)) as app:
        await searched(app, "host little")
        assert journal(app).page.scroll_offset.y > 0
        await app.press("ctrl+u", "escape")
        assert journal(app).page.scroll_offset.y == 0


def test_what_is_found_stands_out_in_what_an_entry_is_called_and_in_its_facts() -> None:
    """As in the list; what another entry says of it is not what was searched for."""
    facts = [{"name": "Voices", "value": "9"}, {"name": "Wait time", "value": "5 waits"}]
    body = canonical({"title": "Tuning", "with_whom": "Ben", "facts": facts})
    document = {"id": "a", "rev": 1, "kind": "debrief", "made_at": "", "body": body}
    row = row_of(document, local_by(lambda _: UTC), None)
    between = (Section("Shows growth in", (Said("Wait five seconds"),)),)
    opened = Opened(row, document, record_in(document), 1, 1, (row,), between=between)
    lines = entry_lines(opened, ("ben", "wait"), 60)
    spans = ((line.plain, span) for line in lines for span in line.spans)
    found = [text[at.start : at.end] for text, at in spans if "underline" in str(at.style)]
    assert found == ["Ben", "Wait", "wait"]
    place = best_place(lines[3:], "Tuning")
    assert place is not None and "Wait time" in lines[3 + place].plain


async def test_a_phrase_that_goes_on_in_the_next_line_stands_out(home: Path) -> None:
    """Both parts of it, wherever the page breaks its lines."""
    told = "word " * 11 + "the quiet ones spoke first today " + "more " * 300
    await write_entry(home, "Long", "2026-11-20", learned=told)
    async with driven(home, (80, 24), "journal") as app:
        assert "quiet ones spoke first" in await searched(app, '"quiet ones spoke first"')
        await app.press("enter")
        panel = journal(app).page.query_one("#reading")
        marked = [
            line.plain[span.start : span.end]
            for line in panel.lines(panel.content_size.width)  # type: ignore[attr-defined]
            for span in line.spans
            if "underline" in str(span.style)
        ]
        assert " ".join(marked) == "quiet ones spoke first" and len(marked) == 2
