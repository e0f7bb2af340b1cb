"""A session is followed as it runs: rightly timed, without its secrets, and never in its way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import NotFound
from facilitui.core.sessions import moves
from facilitui.core.sessions.log_contents import LogContents
from facilitui.services.sessions.following import DELETED, LIST_SECONDS, SILENT_SECONDS, Following
from tests.core.making import Script, plain
from tests.services.followed import Stage


@pytest.fixture
def stage() -> Stage:
    """One session that runs."""
    return Stage()


async def test_each_key_of_the_host_arrives(stage: Stage) -> None:
    """What the host sees is what the follower has at the next look, its clock included."""
    followed = stage.follow("one")
    for key in (moves.forward, moves.pause_or_resume, moves.pause_or_resume, moves.take_back):
        stage.wait(30)
        stage.press(key)
        assert await followed.look()
        assert followed.state == stage.script.state
        assert not await followed.look()
    stage.wait(30)
    assert followed.now()[0] == stage.script.elapsed == 150


async def test_the_clock_is_right_after_a_reboot(stage: Stage) -> None:
    """On another boot the time goes on by the wall clock, from the last event."""
    stage.press(moves.forward)
    followed = stage.follow("one")
    await followed.look()
    stage.clock.reboot(60)
    assert followed.now()[0] == 60


async def test_what_only_the_host_may_see_stays_there(stage: Stage) -> None:
    """A capture comes without its words, whether it was there before or comes later."""
    stage.press(moves.forward, moves.capture("secret"))
    followed = stage.follow("one")
    await followed.look()
    stage.press(moves.capture("secret"))
    await followed.look()
    assert len(followed.state.notes) == 2
    assert "secret" not in repr(followed.state)


async def test_a_log_that_became_another_is_read_anew(stage: Stage) -> None:
    """What was blanked or taken back is gone here too."""
    stage.press(moves.forward, moves.park("for later"))
    followed = stage.follow("one")
    await followed.look()
    stage.script = Script(plain(5, 5), title="One").press(moves.forward)
    stage.publish()
    await followed.look()
    assert followed.state.notes == ()
    assert followed.state == stage.script.state


async def test_the_one_session_that_lies_open_is_found(stage: Stage) -> None:
    """Without a name: none is waited for, one is followed, several are a choice."""
    logs = dict(stage.store.logs)
    stage.store.logs.clear()
    followed = stage.follow()
    assert not await followed.look() and not followed.begun
    stage.store.logs.update(logs)
    stage.wait(LIST_SECONDS)
    assert await followed.look() and followed.begun


async def test_of_several_one_is_chosen(stage: Stage) -> None:
    """Nothing is followed until somebody says which; one that has ended is not offered."""
    stage.publish("two")
    stage.script.append((b.SessionEnded(),))
    stage.publish("over")
    followed = stage.follow()
    await followed.look()
    assert {row.session for row in followed.choices} == {"one", "two"}
    assert not followed.begun
    followed.choose("two")
    await followed.look()
    assert followed.begun and followed.choices == ()
    with pytest.raises(NotFound):
        stage.follow().choose("../x")


async def test_a_name_that_is_none_is_refused_before_a_screen_opens(stage: Stage) -> None:
    """Only an existing session can be named; no name at all is always right."""
    following = Following(stage.store, stage.feed, stage.clock)
    await following.check("")
    await following.check("one")
    with pytest.raises(NotFound):
        await following.check("nothing")


async def test_a_killed_host_is_gone_at_the_next_look(stage: Stage) -> None:
    """And for how long; when it is back it is not gone any more."""
    followed = stage.follow("one")
    await followed.look()
    assert followed.gone_for() is None
    stage.feeds["one"].hosted = False
    assert await followed.look()
    assert followed.gone_for() == 0
    stage.wait(20)
    await followed.look()
    assert followed.gone_for() == 20
    stage.feeds["one"].hosted = True
    stage.feeds["one"].beats += 1
    assert await followed.look()
    assert followed.gone_for() is None


async def test_a_host_that_hangs_is_gone_when_it_is_silent(stage: Stage) -> None:
    """Its process is there and gives no sign; what is told counts from the last one."""
    followed = stage.follow("one")
    await followed.look()
    await stage.watch(followed, SILENT_SECONDS)
    assert followed.gone_for() is None
    await stage.watch(followed, 1)
    assert followed.gone_for() == SILENT_SECONDS + 1
    stage.feeds["one"].beats += 1
    await followed.look()
    assert followed.gone_for() is None


async def test_a_host_that_beats_is_never_gone(stage: Stage) -> None:
    """Ten seconds between two signs, for as long as a step may take without a key."""
    followed = stage.follow("one")
    await followed.look()
    for _ in range(30):
        await stage.watch(followed, 10)
        stage.feeds["one"].beats += 1
        assert followed.gone_for() is None


async def test_a_laptop_that_slept_lost_nobody(stage: Stage) -> None:
    """The hour in which nobody looked is no silence of the host's."""
    followed = stage.follow("one")
    await followed.look()
    stage.wait(3600)
    await followed.look()
    assert followed.gone_for() is None


async def test_a_host_long_gone_is_told_from_its_last_sign(stage: Stage) -> None:
    """Who begins to follow a session that nobody hosts reads how long that has been so."""
    stage.store.alive_at = stage.clock.reading.at
    stage.wait(125)
    stage.feed("one").hosted = False
    followed = stage.follow("one")
    await followed.look()
    assert followed.gone_for() == 125


async def test_an_end_leaves_nobody_missing(stage: Stage) -> None:
    """After the end no host is needed."""
    stage.press(moves.forward, moves.end)
    stage.feed("one").hosted = False
    followed = stage.follow("one")
    await followed.look()
    assert followed.state.ended_at is not None and followed.gone_for() is None


async def test_a_deleted_session_is_told_at_once_and_its_clock_stands(stage: Stage) -> None:
    """What was shown stays; should its folder come back, it goes on."""
    stage.press(moves.forward)
    followed = stage.follow("one")
    await followed.look()
    gone, before = stage.store.logs.pop("one"), followed.state
    assert await followed.look()
    stood = followed.now()
    stage.wait(60)
    assert not await followed.look()
    assert (followed.lost, followed.trouble) == ("session deleted", DELETED)
    assert (followed.now(), followed.state, followed.unhosted) == (stood, before, False)
    stage.store.logs["one"] = gone
    assert await followed.look()
    assert (followed.lost, followed.trouble) == ("", "") and followed.now() != stood


async def test_trouble_is_told_while_it_lasts(stage: Stage) -> None:
    """A disk that stumbles, then does not; what was shown stays."""
    followed = stage.follow("one")
    await followed.look()
    before = followed.state
    stage.feeds["one"].fails = "cannot read it"
    assert await followed.look()
    assert (followed.trouble, followed.state) == ("cannot read it", before)
    stage.feeds["one"].fails = ""
    assert await followed.look()
    assert followed.trouble == ""


async def test_what_a_break_leaves_unproved_is_shown_and_told(stage: Stage) -> None:
    """As everywhere else, and for as long as it is there: nobody sees another session than Home."""
    stage.press(moves.forward, moves.forward)
    stage.store.verified, stage.store.trouble = 2, "line 3 was changed"
    followed = stage.follow("one")
    for _ in range(3):
        await followed.look()
        assert followed.state == stage.script.state
        assert followed.trouble == "line 3 was changed" and followed.unproved
    assert not stage.follow("one").unproved


async def test_a_line_that_is_just_being_written_is_no_trouble(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was caught half-way, or the next host cuts it off."""
    torn = replace(await stage.store.read("one"), trouble="the last line was cut off")

    async def read(session: str) -> LogContents:
        return torn

    monkeypatch.setattr(stage.store, "read", read)
    followed = stage.follow("one")
    await followed.look()
    assert followed.begun and not followed.trouble


async def test_bodies_that_are_blanked_are_read_anew(stage: Stage) -> None:
    """A purge keeps every hash, so only another reading of the log tells of it."""
    stage.press(moves.forward, moves.park("named Ana"))
    followed = stage.follow("one")
    await followed.look()
    assert "Ana" in repr(followed.state)
    read = stage.store.read

    async def purged(session: str) -> LogContents:
        contents = await read(session)
        gone = [replace(event, body=type(event.body)()) for event in contents.events]  # type: ignore[call-arg]
        return replace(contents, events=tuple(gone))

    stage.store.read = purged  # type: ignore[method-assign]
    stage.feeds["one"].beats += 1
    await followed.look()
    assert "Ana" not in repr(followed.state)
