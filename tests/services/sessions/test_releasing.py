"""Captures are released one by one after the end; the log is held for that moment only."""

from __future__ import annotations

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import NotFound
from facilitui.core.library.shelf import Shelf
from facilitui.core.sessions import moves
from facilitui.services.sessions.hosting import Hosting
from facilitui.services.sessions.releasing import Releasing
from tests.core.making import HOSTILE, good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MemorySessions, MovableClock, counting
from tests.services.memory_files import MemoryDrafts


class Hall:
    """A session that ended, with two captures."""

    def __init__(self) -> None:
        self.sessions, plans = MemorySessions(), MemoryPlans()
        plans.put("work", good_plan())
        library = FixedLibrary(Shelf())
        self.hosting = Hosting(
            self.sessions, plans, MemoryDrafts(), library, MovableClock(), counting()
        )
        self.releasing = Releasing(self.hosting)
        self.session = ""

    async def run(self) -> None:
        """Run it."""
        hosted = await self.hosting.prepare_plan("work")
        await hosted.begin()
        for text in ("first", HOSTILE):
            await hosted.do(moves.capture(text))
        await hosted.do(moves.end)
        await hosted.leave()
        self.session = hosted.session


async def test_one_is_released_and_the_others_stay_private() -> None:
    """It is in the log, which anybody else can hold again at once; and it is taken back."""
    hall = Hall()
    await hall.run()
    first, second = (await hall.releasing.captures(hall.session)).notes
    assert not first.released and second.text == HOSTILE
    for released in (True, False):
        captures = await hall.releasing.change(hall.session, second.seq, released=released)
        assert [note.released for note in captures.notes] == [False, released]
        assert await hall.releasing.captures(hall.session) == captures
    contents = await hall.sessions.read(hall.session)
    changes = [e.body for e in contents.events if isinstance(e.body, b.CaptureReleased)]
    assert [(each.capture, each.withdrawn) for each in changes] == [
        (second.seq, False),
        (second.seq, True),
    ]
    await (await hall.hosting.resume(hall.session)).leave()


async def test_a_session_that_is_not_there_is_told() -> None:
    """In words, as everywhere."""
    hall = Hall()
    with pytest.raises(NotFound):
        await hall.releasing.captures("nowhere")
    with pytest.raises(NotFound):
        await hall.releasing.change("nowhere", 3, released=True)
