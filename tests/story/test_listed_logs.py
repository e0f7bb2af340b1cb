"""`journal list` of what was logged under one requirement: each by what it is for and says."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.log_entry import KIND, LogEntry, Slot
from facilitui.storage.paths import Home
from tests.story.commands import facilitui
from tests.story.steps import HOSTILE


def test_entries_of_one_requirement_are_told_apart(tmp_path: Path) -> None:
    """By the slot and the words that are asked for first, in one harmless line."""
    wiring = Wiring(Home(tmp_path))
    for cycle, words in ((1, "We brought work"), (2, HOSTILE), (3, "")):
        values = {"a": "Chosen", "what": words}
        slot = Slot(cycle=cycle, part="plan")
        body = LogEntry(
            enrolment="enrolment-1",
            requirement="cells",
            text="Fill each cell",
            slot=slot,
            values=values,
            begins_in="what",
        )
        made = wiring.journal.save(
            entry_id=f"log_entry-{cycle}",
            kind=KIND,
            body=body.model_dump(mode="json"),
            made_at=datetime(2026, 9, cycle, tzinfo=UTC),
            salt="0" * 32,
        )
        asyncio.run(made)
    wiring.close()
    listed = facilitui(tmp_path, "journal", "list").stdout.splitlines()
    assert len(listed) == 3 and "\x1b" not in "".join(listed)
    assert "Fill each cell: cycle 3 · plan · Chosen  (log entry, revision 1)" in listed[0]
    assert "Fill each cell: cycle 2 · plan · " in listed[1]
    assert "Fill each cell: cycle 1 · plan · We brought work  (log" in listed[2]
