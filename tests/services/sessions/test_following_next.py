"""Once a session is over, who follows without having named one goes on to the next."""

from __future__ import annotations

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import FacilituiError
from facilitui.core.ports import SessionRow
from facilitui.core.sessions import moves
from facilitui.core.sessions.course import Course
from facilitui.services.sessions.following import LIST_SECONDS, FollowedSession
from tests.core.making import Script, plain
from tests.services.followed import Stage


@pytest.fixture
def stage() -> Stage:
    """One session that runs."""
    return Stage()


def begin(stage: Stage, session: str) -> None:
    """Another session begins now, with its first step."""
    stage.script = script = Script()
    script.course, script.reading = Course(), stage.clock.reading
    anchor = script.reading.anchor
    script.append((b.SessionStarted(blocks=plain(5, 5, 5), title=session, anchor=anchor),))
    script.press(moves.forward)
    stage.publish(session)


def counted(stage: Stage) -> list[None]:
    """Grows each time the list of sessions is asked."""
    asked, rows = list[None](), stage.store.rows

    async def listed() -> tuple[SessionRow, ...]:
        asked.append(None)
        return await rows()

    stage.store.rows = listed  # type: ignore[method-assign]
    return asked


async def broken() -> tuple[SessionRow, ...]:
    """A list that cannot be read."""
    raise FacilituiError("no list")


async def seen(followed: FollowedSession) -> str:
    """Which session is followed after a look."""
    await followed.look()
    return followed.state.started.title


async def test_the_next_one_is_followed_once_this_one_is_over(stage: Stage) -> None:
    """Never while it runs, and as if nothing had been followed before."""
    followed = stage.follow()
    stage.press(moves.forward)
    assert await seen(followed) == "One"
    stage.wait(60)
    over = stage.script
    begin(stage, "beside")
    assert await seen(followed) == "One"
    stage.wait(60)
    stage.script = over.wait(60)
    stage.press(moves.end)
    stage.publish()
    assert await seen(followed) == "One"
    stage.wait(60)
    begin(stage, "two")
    assert await seen(followed) == "two"
    assert followed.state == stage.script.state and followed.now()[0] == 0
    assert not followed.lost and followed.choices == ()


async def test_who_named_a_session_stays_with_it(stage: Stage) -> None:
    """Its end is what was asked for."""
    followed = stage.follow("one")
    stage.press(moves.end)
    stage.wait(60)
    begin(stage, "two")
    assert await seen(followed) == "One" and followed.session == "one"


async def test_what_lay_open_before_is_not_the_next(stage: Stage) -> None:
    """The room keeps its thanks, and of two that begin afterwards the later one is shown."""
    followed = stage.follow("")
    assert await seen(followed) == "One"
    stage.publish("stale")
    stage.press(moves.end)
    assert await seen(followed) == "One" and followed.choices == ()
    for name in ("two", "three"):
        stage.wait(60)
        begin(stage, name)
    assert await seen(followed) == "three"


@pytest.mark.parametrize("over", [False, True])
async def test_the_list_is_asked_only_every_few_seconds(stage: Stage, over: bool) -> None:
    """By the clock, however often it is looked, before one is found as after its end."""
    asked = counted(stage)
    stage.press(moves.forward)
    if not over:
        stage.publish("two")
    followed = stage.follow()
    await followed.look()
    if over:
        stage.press(moves.end)
        stage.wait(60)
        await followed.look()
    asked.clear()
    for _ in range(75):
        stage.wait(0.4)
        await followed.look()
    assert 9 <= len(asked) <= 30 / LIST_SECONDS
    stage.clock.reboot(0)
    asked.clear()
    await followed.look()
    assert len(asked) == 1


async def test_a_list_that_cannot_be_read_is_asked_again_at_once(stage: Stage) -> None:
    """What is wrong is told until it is there again, and never comes and goes."""
    followed = stage.follow()
    stage.store.rows = broken  # type: ignore[method-assign]
    for _ in range(3):
        await followed.look()
        assert followed.trouble == "no list"
    del stage.store.rows
    assert await seen(followed) == "One" and followed.trouble == ""


async def test_after_a_deleted_one_the_next_is_followed(stage: Stage) -> None:
    """Its clock goes on, and nothing says that anything is missing."""
    followed = stage.follow()
    stage.press(moves.forward)
    await followed.look()
    stage.store.logs.clear()
    await followed.look()
    assert followed.lost == "session deleted"
    stage.wait(60)
    begin(stage, "two")
    assert await seen(followed) == "two"
    stage.wait(30)
    assert (followed.lost, followed.trouble, followed.now()[0]) == ("", "", 30)
