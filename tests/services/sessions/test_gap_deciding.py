"""Gaps are decided one by one after the end; the log is held for that moment only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import HostedElsewhere, NotFound, NotSaved, ReadOnlySession
from facilitui.core.library.shelf import Shelf
from facilitui.core.sessions import moves
from facilitui.core.sessions.people_moves import release
from facilitui.services.sessions.gap_deciding import GapDeciding
from facilitui.services.sessions.hosting import Hosting
from tests.core.making import good_plan
from tests.services.fakes import FixedLibrary, MemoryPlans, MemorySessions, MovableClock, counting
from tests.services.memory_files import MemoryDrafts


class Hall:
    """A session of ten minutes in which a laptop slept for twenty-five more."""

    def __init__(self) -> None:
        self.sessions, plans, self.clock = MemorySessions(), MemoryPlans(), MovableClock()
        plans.put("work", good_plan())
        library = FixedLibrary(Shelf())
        self.hosting = Hosting(
            self.sessions, plans, MemoryDrafts(), library, self.clock, counting()
        )
        self.deciding = GapDeciding(self.hosting)
        self.session, self.gap = "", 0

    async def run(self, *, end: bool = True) -> None:
        """Run it."""
        hosted = await self.hosting.prepare_plan("work")
        await hosted.begin()
        await hosted.tick()
        self.clock.move(1500)
        await hosted.tick()
        for _ in range(30):
            self.clock.move(20)
            await hosted.tick()
        if end:
            await hosted.do(moves.end)
        await hosted.leave()
        self.session = hosted.session
        (gap,) = hosted.state.gaps
        self.gap = gap.seq


@pytest.fixture
async def hall() -> Hall:
    """Such a session, ended."""
    hall = Hall()
    await hall.run()
    return hall


async def test_one_is_left_out_and_counted_again(hall: Hall) -> None:
    """It is in the log at once, which anybody else can hold; the minutes run follow."""
    assert (await hall.deciding.gaps(hall.session)).ran == 35
    for counts, ran in ((False, 10), (True, 35)):
        gaps = await hall.deciding.change(hall.session, hall.gap, counts=counts)
        assert ([gap.counts for gap in gaps.seen], gaps.ran) == ([counts], ran)
        assert await hall.deciding.gaps(hall.session) == gaps
        assert not hall.sessions.held
    *_, out, back = hall.sessions.logs[hall.session]
    assert out.body == b.GapDecided(gap=hall.gap, counts=False)
    assert back.body == b.GapDecided(gap=hall.gap, counts=True)


async def test_the_same_answer_again_writes_nothing(hall: Hall) -> None:
    """Nor does one about a gap that is not there."""
    written = hall.sessions.logs[hall.session]
    await hall.deciding.change(hall.session, hall.gap, counts=True)
    await hall.deciding.change(hall.session, 10**6, counts=False)
    assert hall.sessions.logs[hall.session] == written


async def test_what_cannot_be_decided_is_said_and_changes_nothing(hall: Hall) -> None:
    """Another copy holds it, the disk is full, the log is damaged, there is no such session."""
    written = hall.sessions.logs[hall.session]
    other = await hall.hosting.resume(hall.session)
    with pytest.raises(HostedElsewhere):
        await hall.deciding.change(hall.session, hall.gap, counts=False)
    await other.leave()
    hall.sessions.full = True
    with pytest.raises(NotSaved):
        await hall.deciding.change(hall.session, hall.gap, counts=False)
    hall.sessions.full, hall.sessions.trouble = False, "a line is damaged"
    with pytest.raises(ReadOnlySession, match="damaged"):
        await hall.deciding.change(hall.session, hall.gap, counts=False)
    hall.sessions.trouble = ""
    with pytest.raises(NotFound):
        await hall.deciding.gaps("nowhere")
    with pytest.raises(NotFound):
        await hall.deciding.change("nowhere", hall.gap, counts=False)
    assert hall.sessions.logs[hall.session] == written and not hall.sessions.held


async def test_a_session_that_goes_on_is_left_alone() -> None:
    """However long nobody hosted it: neither a gap nor a quote is decided, nothing is marked."""
    hall = Hall()
    await hall.run(end=False)
    written = hall.sessions.logs[hall.session]
    hall.clock.move(timedelta(days=1).total_seconds())
    with pytest.raises(ReadOnlySession, match="has ended"):
        await hall.deciding.change(hall.session, hall.gap, counts=False)
    with pytest.raises(ReadOnlySession):
        await hall.hosting.decide_afterwards(hall.session, release(3))
    assert hall.sessions.logs[hall.session] == written and not hall.sessions.held


async def test_who_let_go_of_a_session_can_look_at_it_again() -> None:
    """With what was decided since; while it is held it is as it is, and what is gone is said."""
    hall = Hall()
    await hall.run(end=False)
    hosted = await hall.hosting.resume(hall.session)
    held = hosted.course
    await hosted.look_again()
    assert hosted.course is held
    await hosted.do(moves.end)
    await hosted.leave()
    await hall.deciding.change(hall.session, hall.gap, counts=False)
    await hosted.look_again()
    assert not hosted.state.gaps[0].counts and not hosted.read_only
    hosted.session = "gone"
    with pytest.raises(NotFound):
        await hosted.look_again()
