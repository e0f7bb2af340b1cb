"""Responses are read once: thousands of them are not read again for every key."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.journals.journal import Document, body_of
from facilitui.services.responses import heard
from facilitui.services.responses.hearing import Hearing
from tests.services.ears import Ear, an_ear


@pytest.fixture
async def ear() -> Ear:
    """Nothing was said yet."""
    return await an_ear()


async def test_what_stays_as_it_is_is_read_once(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new revision, another set and an entry that somebody changed by hand are read."""
    seen: list[str] = []

    def looking(document: Document) -> dict[str, Any]:
        seen.append(document["id"])
        return body_of(document)

    monkeypatch.setattr(heard, "body_of", looking)
    hearing = ear.hearing()
    one = await hearing.take(ear.session, await hearing.preview("2"), 9)
    assert await told(hearing, ear) == [2] and seen == []
    two = await hearing.take(ear.session, await hearing.preview("3"), 9)
    assert await told(hearing, ear) == [2, 3] and seen == []
    await hearing.take_out(ear.session, one)
    assert await told(hearing, ear) == [2, 3] and seen == []
    elsewhere = ear.hearing()
    for _ in range(2):
        assert await told(elsewhere, ear) == [2, 3] and seen == [one, two]
    await hearing.put_back(ear.session, one)
    assert await told(elsewhere, ear) == [2, 3] and seen == [one, two, one]
    last = ear.journal.documents[-1]
    ear.journal.documents[-1] = {**last, "body": "{}"}
    assert await told(hearing, ear) == [0, 3] and seen == [one, two, one, one]
    ear.journal.documents[-1] = {**last, "body": '{"responses": 3}'}
    assert await told(hearing, ear) == [3]
    assert (await hearing.heard(ear.session)).unread == (one,)


async def told(hearing: Hearing, ear: Ear) -> list[int]:
    """How many responses each set has."""
    return [len(each.feedback.responses) for each in (await hearing.heard(ear.session)).kept]
