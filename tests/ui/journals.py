"""Journals for the screens to show, written through the store itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from facilitui.bootstrap import Wiring
from facilitui.screens.journal import JournalScreen
from facilitui.storage.paths import Home
from tests.ui.driving import Driven


def journal(app: Driven) -> JournalScreen:
    """The screen on top, which is the journal."""
    assert isinstance(app.screen, JournalScreen)
    return app.screen


def asked_from_here(app: Driven, monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """What the journal asks for from now on, which nobody answers."""
    asked: list[Message] = []
    post = journal(app).post_message

    def noted(message: Message) -> bool:
        if type(message).__name__.endswith("Requested"):
            asked.append(message)
            return True
        return post(message)

    monkeypatch.setattr(journal(app), "post_message", noted)
    return asked


async def write_entry(home: Path, name: str, at: str, kind: str = "debrief", **body: Any) -> None:
    """A debrief, or an entry of another kind, in a home; `at` is the day of the session."""
    held = datetime.fromisoformat(at).replace(hour=15, minute=30, tzinfo=UTC)
    said: Mapping[str, Any] = {"session": name, "title": name, "held_at": held.isoformat(), **body}
    wiring = Wiring(Home(home))
    try:
        await wiring.journal.save(
            entry_id=f"{kind}-{name}", kind=kind, body=said, made_at=held, salt="00" * 16
        )
    finally:
        wiring.close()


async def write_three(home: Path) -> None:
    """Three debriefs of two months."""
    await write_entry(home, "Café talk", "2026-11-20", learned="They waited.", door=True)
    await write_entry(
        home,
        "Tuning",
        "2026-11-12",
        learned="Warm before cool.",
        prompts=[
            {"id": "a", "ask": "What did the room gain?", "text": "Silence did its work."},
            {"id": "b", "ask": "Which goal moved least?"},
        ],
        commitment={"text": "Count to five.", "due": "2026-12-09"},
        facts=[{"name": "Minutes run", "value": "82"}],
        with_whom="Ben",
    )
    await write_entry(home, "Data talk", "2026-10-02", learned="The chart misled us.")
