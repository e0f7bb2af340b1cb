"""What fifty thousand answers make long is worked on beside the screen's loop."""

from __future__ import annotations

import threading
from collections.abc import ItemsView, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.journals import journal
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import KIND, Feedback, Item, Response
from facilitui.core.sessions import moves
from facilitui.storage.paths import Home
from tests.core.making import good_plan


class Looked(dict[str, Any]):
    """What an entry says, and on which thread that is written out."""

    def __init__(self, own: dict[str, Any]) -> None:
        super().__init__(own)
        self.threads: list[str] = []

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]  # json asks for no more
        self.threads.append(threading.current_thread().name)
        return super().items()


@pytest.fixture
def wiring(home: Path) -> Iterator[Wiring]:
    with closing(Wiring(Home(home))) as wiring:
        yield wiring


async def heard(wiring: Wiring) -> tuple[str, Looked]:
    """A session that ended, with what was said about it in the journal."""
    hosted = await wiring.hosting.prepare(good_plan(title="Tuning"), "tuning")
    await hosted.begin()
    await hosted.do(moves.end)
    await hosted.leave()
    said = Feedback(session=hosted.session, responses=(Response(levels={Item.PACE: 4}),))
    body, at = Looked(said.model_dump(mode="json")), wiring.clock.read().at
    await wiring.journal.save(entry_id="feedback-1", kind=KIND, body=body, made_at=at, salt="00")
    return hosted.session, body


async def test_answers_are_read_and_written_beside_the_loop(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When they are saved, when a debrief opens beside them, when a report is made of them."""
    session, body = await heard(wiring)
    threads: list[str] = []
    read, parse = Feedback.model_validate, journal.body_of

    def validate(said: Any) -> Feedback:
        threads.append(threading.current_thread().name)
        return read(said)

    def body_of(document: Any) -> dict[str, Any]:
        threads.append(threading.current_thread().name)
        return parse(document)

    monkeypatch.setattr(Feedback, "model_validate", validate)
    monkeypatch.setattr("facilitui.services.reports.case_entries.body_of", body_of)
    assert (await wiring.reflecting.open(session)).beside.heard
    assert (await wiring.reflecting.beside(session)).heard
    await wiring.reporting.made(Reader.MENTOR, (session,), Format.MARKDOWN)
    assert len(threads) >= 4 and body.threads
    assert threading.main_thread().name not in (*threads, *body.threads)
