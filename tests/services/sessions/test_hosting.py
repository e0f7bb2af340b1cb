"""Hosting: a plan is made ready with all it names, and one host at a time holds a session."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitui.core.errors import HostedElsewhere, NotFound, NotSaved
from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.plan import Block
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import BlockKind, Mode
from facilitui.services.sessions.hosting import Hosting, prepare
from tests.core.making import good_plan, tuning
from tests.services.fakes import (
    FixedLibrary,
    MemoryPlans,
    MemorySessions,
    MovableClock,
    counting,
)
from tests.services.memory_files import MemoryDrafts

SHELF = Shelf(
    protocols={"tuning": tuning()},
    norms={
        "seven_norms": NormSet(id="seven_norms", name="Seven", norms=(Norm(id="p", text="Pause"),))
    },
)


@pytest.fixture
def sessions() -> MemorySessions:
    """No sessions yet."""
    return MemorySessions()


@pytest.fixture
def clock() -> MovableClock:
    """A quarter past eight in the evening."""
    return MovableClock()


@pytest.fixture
def hosting(sessions: MemorySessions, clock: MovableClock) -> Hosting:
    """Two plans to run."""
    plans = MemoryPlans()
    plans.put("work", good_plan())
    plans.put("other", good_plan(title="Other"))
    return Hosting(sessions, plans, MemoryDrafts(), FixedLibrary(SHELF), clock, counting())


def test_everything_that_a_plan_names_is_resolved() -> None:
    """Protocols become steps, sets become norms with the group's own behind them."""
    plan = good_plan(
        blocks=(Block(id="t", title="T", kind=BlockKind.PROTOCOL, minutes=60, protocol="tuning"),),
        norms=PlannedNorms(
            sets=("seven_norms", "gone"), own=(Norm(id="o", text="Ours"),), watch="p"
        ),
    )
    ready = prepare(plan, "work", SHELF)
    assert [part.name for part in ready.blocks[0].parts][:2] == ["intro", "present"]
    assert [norm.text for norm in ready.norms] == ["Pause", "Ours"]
    assert (ready.attendance, ready.plan_name, ready.wait_targets) == (9, "work", {})


@pytest.mark.parametrize("mode", Mode)
def test_a_plan_runs_in_every_mode_without_wait_targets(mode: Mode) -> None:
    """A library without them is no reason to fail."""
    assert prepare(good_plan(mode=mode), "work", Shelf()).wait_targets == {}


async def test_what_is_not_there_cannot_be_run(hosting: Hosting) -> None:
    """A sentence that names it."""
    with pytest.raises(NotFound, match="gone"):
        await hosting.prepare_plan("gone")
    with pytest.raises(NotFound, match="gone"):
        await hosting.resume("gone")
    with pytest.raises(NotFound, match="gone"):
        await hosting.look_at("gone")


async def test_only_one_copy_hosts_a_session(hosting: Hosting) -> None:
    """The other one is told."""
    hosted = await hosting.prepare_plan("work")
    await hosted.begin()
    with pytest.raises(HostedElsewhere):
        await hosting.resume(hosted.session)


async def test_a_session_that_cannot_be_taken_up_is_let_go_of(
    hosting: Hosting, sessions: MemorySessions, clock: MovableClock
) -> None:
    """A full disk at resuming does not lock the session against the next try."""
    hosted = await hosting.prepare_plan("work")
    await hosted.begin()
    await hosted.leave()
    clock.move(600)
    sessions.full = True
    with pytest.raises(NotSaved):
        await hosting.resume(hosted.session)
    sessions.full = False
    again = await hosting.resume(hosted.session)
    assert [gap.seconds for gap in again.state.gaps] == [600]


async def test_open_runs_are_those_of_the_plan_that_nobody_ended(
    hosting: Hosting, clock: MovableClock
) -> None:
    """The newest first."""
    made = []
    for name in ("work", "other", "work", "work"):
        hosted = await hosting.prepare_plan(name)
        await hosted.begin()
        made.append(hosted)
        clock.move(60)
    await made[2].do(moves.end)
    runs = await hosting.open_runs_of("work")
    assert [row.session for row in runs] == [made[3].session, made[0].session]
    assert len(await hosting.rows()) == 4 and await hosting.open_runs_of("gone") == ()


async def test_a_damaged_session_is_shown_and_goes_on_in_a_copy(
    hosting: Hosting, sessions: MemorySessions
) -> None:
    """From the last event that is proved, with what is half typed; the damaged one stays."""
    hosted = await hosting.prepare_plan("work")
    await hosted.begin()
    await hosted.do(moves.mark)
    await hosted.do(moves.capture("after the break"))
    await hosted.keep_line("capture", "half a thought")
    await hosted.leave()
    events = sessions.logs[hosted.session]
    sessions.trouble, sessions.verified = "the chain is broken at event 7", len(events) - 1
    shown = await hosting.resume(hosted.session)
    assert shown.damaged and shown.read_only == sessions.trouble
    copy = await hosting.continue_in_copy(hosted.session)
    assert not copy.read_only and len(copy.state.notes) == 1 and "-copy-" in copy.session
    assert await copy.half_lines() == {"capture": "half a thought"}
    assert await hosted.half_lines() == {}
    await copy.do(moves.forward)
    assert sessions.logs[hosted.session] == events
    sessions.logs["n" * 80] = events
    assert len((await hosting.continue_in_copy("n" * 80)).session) <= 80


async def test_a_session_that_is_over_is_only_shown(hosting: Hosting, clock: MovableClock) -> None:
    """Opening it again adds nothing, however much later."""
    hosted = await hosting.prepare_plan("work")
    await hosted.begin()
    await hosted.do(moves.end)
    await hosted.leave()
    clock.move(timedelta(days=3).total_seconds())
    again = await hosting.resume(hosted.session)
    assert again.events == hosted.events and not await again.tick()


async def test_the_last_session_that_ended_is_replayed_unless_another_is_named(
    hosting: Hosting, clock: MovableClock
) -> None:
    """One that is named may lie open; without any that ended there is a sentence."""
    hosted = await hosting.prepare_plan("work")
    await hosted.begin()
    with pytest.raises(NotFound, match="no session has ended yet"):
        await hosting.to_replay("")
    assert await hosting.to_replay(hosted.session) == hosted.session
    await hosted.do(moves.end)
    clock.move(60)
    newer = await hosting.prepare_plan("work")
    await newer.begin()
    assert await hosting.to_replay("") == hosted.session
    clock.move(60)
    later = await hosting.prepare_plan("work")
    await later.begin()
    await later.do(moves.end)
    clock.move(60)
    await newer.do(moves.end)
    assert await hosting.to_replay("") == newer.session
    with pytest.raises(NotFound, match="gone"):
        await hosting.to_replay("gone")


async def test_a_protocol_that_is_gone_is_told_before_the_start(hosting: Hosting) -> None:
    """What would run otherwise than planned is known while it can still be mended."""
    gone = Block(id="m", title="My micro", minutes=20, protocol="mymicro")
    hosted = await hosting.prepare(good_plan(blocks=(gone,)), "work")
    assert hosted.ready is not None
    (told,) = hosted.ready.unlike_plan
    assert told == "My micro: there is no protocol “mymicro”; it runs as one block."
