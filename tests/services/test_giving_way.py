"""Reading behind the screen goes on a moment after a key, and goes on all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from facilitui.core.journals.journal import make_document
from facilitui.services import giving_way
from facilitui.services.giving_way import FOR_SECONDS, GivingWay
from facilitui.services.journals.kept_rows import AT_ONCE, KeptRows
from tests.services.fakes import MovableClock


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """How long was waited, on a clock that goes on only by waiting."""
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(giving_way, "monotonic", lambda: 100.0 + sum(waits))
    monkeypatch.setattr(asyncio, "sleep", wait)
    yield waits


async def test_what_is_begun_waits_for_the_last_key_once(slept: list[float]) -> None:
    """Whoever presses nothing is not waited for."""
    way = GivingWay()
    await way.clear()
    assert slept == []
    way.give()
    await way.clear()
    await way.clear()
    assert slept == [pytest.approx(FOR_SECONDS)]


async def test_rows_are_worked_out_a_few_at_a_time_each_after_the_keys(slept: list[float]) -> None:
    """A key that is pressed between two pieces holds up the next one."""
    made = datetime(2026, 11, 20, 16, tzinfo=UTC)
    salt = iter(f"{n:032x}" for n in range(1, 99))
    documents = [
        make_document(
            entry_id=f"e{n}", kind="debrief", body={}, made_at=made, salt=next(salt), last=None,
            after="0" * 64,
        )
        for n in range(AT_ONCE + 1)
    ]  # fmt: skip
    counts: list[int] = []

    class Pressed(GivingWay):
        async def clear(self) -> None:
            counts.append(rows.made)
            self.give()
            await super().clear()

    rows = KeptRows(MovableClock(), Pressed())
    await rows.make(documents)
    assert counts == [0, AT_ONCE] and rows.made == AT_ONCE + 1
    assert len(slept) == 2
