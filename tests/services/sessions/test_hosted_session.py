"""One session in its host's hands: what is shown was written first."""

from __future__ import annotations

import asyncio

import pytest

from facilitui.core.bodies import Body
from facilitui.core.errors import NotSaved, ReadOnlySession
from facilitui.core.naming import session_name
from facilitui.core.plans.attending import expected
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import Stage
from facilitui.core.sessions.starting import watching
from tests.core.making import START, good_plan
from tests.services.rooms import Room, struck


async def test_nothing_is_on_the_disk_before_a_session_begins(room: Room) -> None:
    """Preparing, and saying who is here, leaves no trace; beginning writes it all at once."""
    hosted = await room.hosting.prepare_plan("work")
    assert hosted.ready is not None
    hosted.expect(expected(hosted.ready, 11))
    assert room.sessions.logs == {} and hosted.ready is not None
    await hosted.begin()
    assert room.kinds() == [
        "session_started",
        "host_notes",
        "attendance_taken",
        "norms_agreed",
        "step_started",
    ]
    assert hosted.ready is None and hosted.state.running and hosted.state.attendance == 11
    assert hosted.session.startswith("2026-11-25-1530-looking-at-student-work")
    assert hosted.title == "Looking at student work"


async def test_what_is_ready_is_taken_back_to_what_it_was(room: Room) -> None:
    """Change by change, named; nothing of it once there is none, or once it has begun."""
    hosted = await room.hosting.prepare_plan("work")
    first = hosted.ready
    assert first is not None and hosted.expect_as_before() == ""
    hosted.expect(expected(first, first.attendance))
    hosted.expect(watching(expected(first, first.attendance), "x"))
    assert hosted.expect_as_before() == "the norm to watch"
    assert hosted.expect_as_before() == "how many are here"
    assert hosted.ready is first and hosted.expect_as_before() == ""
    hosted.expect(expected(first, 11))
    await hosted.begin()
    assert hosted.expect_as_before() == "" and hosted.state.attendance == 11


async def test_a_session_that_could_not_begin_can_begin_again(room: Room) -> None:
    """A full disk at the first event leaves it ready, and only one session is made of it."""
    hosted = await room.hosting.prepare_plan("work")
    room.sessions.full = True
    with pytest.raises(NotSaved):
        await hosted.begin()
    assert hosted.ready is not None and not hosted.state.running
    room.sessions.full = False
    await hosted.begin()
    await hosted.begin()
    assert len(room.sessions.logs) == 1 and hosted.state.running
    assert room.kinds().count("session_started") == 1


async def test_a_disk_that_fills_up_while_a_session_begins_leaves_nothing(room: Room) -> None:
    """Its log was there already, and goes again; the next try makes one."""
    hosted = await room.hosting.prepare_plan("work")

    async def fill_up() -> None:
        room.sessions.full = True

    room.sessions.slowly = fill_up  # type: ignore[method-assign]
    with pytest.raises(NotSaved):
        await hosted.begin()
    assert hosted.ready is not None and not room.sessions.logs and hosted.session == ""
    del room.sessions.slowly
    room.sessions.full = False
    await hosted.begin()
    assert list(room.sessions.logs) == [hosted.session] and hosted.state.running


@pytest.mark.parametrize("error", [ValueError, OSError, asyncio.CancelledError])
async def test_however_beginning_fails_nothing_is_left_of_it(
    room: Room, error: type[BaseException]
) -> None:
    """The disk fails in a way nobody foresaw: it can begin again, and is not taken for begun."""
    hosted = await room.hosting.prepare_plan("work")

    async def fail() -> None:
        raise error

    room.sessions.slowly = fail  # type: ignore[method-assign]
    with pytest.raises(error):
        await hosted.begin()
    assert hosted.ready is not None and not room.sessions.logs and not room.sessions.held
    del room.sessions.slowly
    await hosted.begin()
    assert list(room.sessions.logs) == [hosted.session] and hosted.state.running


async def test_a_beginning_that_is_called_off_leaves_nothing(room: Room) -> None:
    """Its screen was closed while a slow disk took the first events."""
    hosted, writing = await room.hosting.prepare_plan("work"), asyncio.Event()

    async def forever() -> None:
        writing.set()
        await asyncio.Event().wait()

    room.sessions.slowly = forever  # type: ignore[method-assign]
    beginning = asyncio.create_task(hosted.begin())
    await writing.wait()
    beginning.cancel()
    with pytest.raises(asyncio.CancelledError):
        await beginning
    assert hosted.ready is not None and not room.sessions.logs and not room.sessions.held
    assert hosted.session == "" and not hosted.state.running


async def test_a_session_that_has_begun_waits_for_no_turn(room: Room) -> None:
    """A second press while another copy begins one does nothing, at once."""
    hosted = await room.begun()
    async with room.sessions.beginning():
        await asyncio.wait_for(hosted.begin(), 5)
    assert len(room.sessions.logs) == 1


async def test_what_is_not_written_changes_nothing(room: Room) -> None:
    """NotSaved leaves state and events exactly as they were, and the next key works."""
    hosted = await room.begun()
    before, events = hosted.state, hosted.events
    room.sessions.full = True
    with pytest.raises(NotSaved, match="full"):
        await hosted.do(moves.forward)
    assert hosted.state is before and hosted.events is events
    room.sessions.full = False
    await hosted.do(moves.forward)
    assert hosted.state.current == 1
    assert hosted.events == room.sessions.logs[hosted.session]


async def test_a_key_with_nothing_to_do_writes_nothing(room: Room) -> None:
    """It is told by an empty answer."""
    hosted = await room.begun()
    events = hosted.events
    assert await hosted.do(moves.back) == ()
    assert hosted.events == events


async def test_all_events_of_a_key_name_its_first_one(room: Room) -> None:
    """So that taking back the key takes back all of it."""
    hosted = await room.begun()
    finished, started = await hosted.do(moves.forward)
    assert isinstance(finished.body, Body) and isinstance(started.body, Body)
    assert finished.body.part_of is None and started.body.part_of == finished.seq
    await hosted.do(moves.take_back)
    assert hosted.state.current == 0


async def test_two_keys_at_once_are_obeyed_one_after_the_other(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one is decided on the state that the first one made, however slow the disk."""
    hosted = await room.begun()
    gate = asyncio.Event()
    monkeypatch.setattr(room.sessions, "slowly", gate.wait)
    presses = [asyncio.create_task(hosted.do(moves.forward)) for _ in range(3)]
    await asyncio.sleep(0)
    assert hosted.state.current == 0
    gate.set()
    await asyncio.gather(*presses)
    assert hosted.state.current == 3
    assert [run.stage for run in hosted.state.runs[:3]] == [Stage.DONE] * 3
    assert [event.seq for event in hosted.events] == list(range(1, len(hosted.events) + 1))


@pytest.mark.parametrize("decide", [moves.forward, moves.mark, moves.end, moves.capture("x")])
async def test_a_session_that_is_only_looked_at_refuses_every_key(
    room: Room, decide: moves.Decide
) -> None:
    """With the reason it was given."""
    session = await struck(room)
    room.sessions.trouble = "line 2 was changed"
    hosted = await room.hosting.look_at(session)
    with pytest.raises(ReadOnlySession, match="line 2 was changed"):
        await hosted.do(decide)
    room.clock.move(3600)
    assert not await hosted.tick()


async def test_leaving_lets_go_and_the_session_goes_on(room: Room) -> None:
    """Somebody else can take it up; nothing was ended."""
    hosted = await room.begun()
    await hosted.leave()
    await hosted.leave()
    assert room.sessions.held == set()
    again = await room.hosting.resume(hosted.session)
    assert again.state.running


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ünï, 日本!", "2026-11-25-2030-"),
        ("../../etc", "2026-11-25-2030-etc"),
        ("x" * 300, f"2026-11-25-2030-{'x' * 30}"),
    ],
)
def test_a_sessions_name_is_a_plain_folder_name(title: str, name: str) -> None:
    """Whatever the plan is called."""
    made = session_name(title, START)
    assert made.startswith(name) and "/" not in made and "." not in made and len(made) <= 60


async def test_a_plan_without_an_agenda_can_run_and_end(room: Room) -> None:
    """Nothing is planned: it begins, and a key ends it."""
    room.plans.put("work", Plan(title="", blocks=()))
    hosted = await room.begun()
    assert hosted.state.finished
    await hosted.do(moves.end)
    assert hosted.state.ended_at is not None


async def test_a_block_of_half_a_minute_gets_no_shorter() -> None:
    """A minute less leaves it as it is; a minute more is given."""
    room = Room(good_plan(blocks=(Block(id="a", title="A", minutes=0.5),)))
    hosted = await room.begun()
    assert await hosted.do(lambda state: moves.change_minutes(state, -1)) == ()
    await hosted.do(lambda state: moves.change_minutes(state, 1))
    assert hosted.state.now is not None and hosted.state.now.minutes == 1.5
