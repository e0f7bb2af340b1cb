"""Overseeing: every session that lies open is told, with where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from facilitui.core import bodies as b
from facilitui.core.overview import Unended
from facilitui.core.ports import SessionRow
from facilitui.core.sessions import moves
from facilitui.widgets.home_view import home_rows
from tests.services.houses import NOW, House


async def test_every_session_that_lies_open_is_told_with_where_it_stands(house: House) -> None:
    """The newest first: when it began, its step, its planned end as moved, who hosts it."""
    house.plan("p", NOW)
    first = await house.run("p", end=False)
    house.clock.move(120)
    hosted = await house.hosting.resume(first)
    later = NOW.replace(hour=10, minute=20, tzinfo=house.clock.zone(""))
    await hosted.do(lambda state: (b.RecoveryApplied(planned_end=later),))
    await hosted.do(moves.forward)
    second = await house.run("p", end=False)
    seen = await house.overview()
    at_two = "2026-11-25T09:02:00+00:00"
    assert seen.unended == (
        Unended(second, "p", at_two, "2026-11-25T10:00:00+00:00", 1, 4, False),
        Unended(first, "p", "2026-11-25T09:00:00+00:00", later.isoformat(), 2, 4, True),
    )


@pytest.mark.parametrize("moment", [None, datetime.max.replace(tzinfo=UTC)])
async def test_a_planned_end_that_cannot_be_told_is_left_out(
    house: House, monkeypatch: pytest.MonkeyPatch, moment: datetime | None
) -> None:
    """A log that was blanked, or a hostile one, never empties Home."""
    house.plan("p", NOW)
    await house.run("p", end=False)
    east = timezone(timedelta(hours=14))
    monkeypatch.setattr(house.clock, "zone", lambda name: east)
    (row,) = await house.sessions.rows()

    async def rows() -> tuple[SessionRow, ...]:
        return (replace(row, planned_end=moment),)

    monkeypatch.setattr(house.sessions, "rows", rows)
    assert [each.planned_end for each in (await house.overview()).unended] == [""]


async def test_a_debrief_of_a_day_that_cannot_be_told_is_offered_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hostile log's beginning never empties Home, and is drawn as no day at all."""
    house.plan("p", NOW)
    session = await house.run("p", end=True)
    monkeypatch.setattr(house.clock, "zone", lambda name: timezone(timedelta(hours=14)))
    (row,) = await house.sessions.rows()

    async def rows() -> tuple[SessionRow, ...]:
        return (replace(row, began_at=datetime.max.replace(tzinfo=UTC)),)

    monkeypatch.setattr(house.sessions, "rows", rows)
    seen = await house.overview()
    assert [(each.session, each.when) for each in seen.to_debrief] == [(session, "")]
    assert home_rows(seen, NOW.replace(tzinfo=UTC), big_clock=True, airy=True, beside=True)
