"""Two copies with one plan ready: whoever begins second is told before there are two sessions."""

from __future__ import annotations

import pytest

from facilitui.core.errors import BegunElsewhere
from tests.services.rooms import Room


async def test_the_second_copy_is_told_once_and_may_begin_all_the_same() -> None:
    """When the other began, in the session's zone; asked once more, a second session begins."""
    room = Room()
    first, second = [await room.hosting.prepare_plan("work") for _ in range(2)]
    await first.begin()
    with pytest.raises(BegunElsewhere, match=r"another copy began this plan at \d\d:\d\d"):
        await second.begin()
    assert second.ready is not None and len(room.sessions.logs) == 1
    await second.begin()
    assert second.state.running and len(room.sessions.logs) == 2


async def test_what_lay_open_before_is_not_told_again() -> None:
    """It was known when this one was made ready; nor does another plan's session matter."""
    room = Room()
    await (await room.hosting.prepare_plan("work")).begin()
    second = await room.hosting.prepare_plan("work")
    room.plans.texts["other"] = room.plans.texts["work"]
    other = await room.hosting.prepare_plan("other")
    await other.begin()
    await second.begin()
    assert second.state.running
