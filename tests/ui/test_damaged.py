"""A damaged log of a session that has ended: everywhere the same, and told as not proved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from facilitui.core.sessions import moves
from facilitui.screens.live import LiveScreen
from tests.ui.hosting import Stage, hosted

UNPROVED = "repeats an earlier one; from there on nothing is proved"


@asynccontextmanager
async def damaged(home: Path) -> AsyncIterator[Stage]:
    """An ended session, let go of, with a line in the middle of its log that is there twice."""
    async with hosted(home, (80, 24), below=None) as stage:
        await stage.hosted.do(moves.mark)
        await stage.hosted.do(moves.forward)
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        (log,) = home.glob("sessions/*/events.jsonl")
        lines = log.read_bytes().splitlines(keepends=True)
        log.write_bytes(b"".join([*lines[:-2], lines[-3], *lines[-2:]]))
        yield stage


async def test_everybody_is_told_the_same_of_it(home: Path) -> None:
    """Home, the brief, the follower, the replay, the debrief: it has ended, and what is wrong."""
    async with damaged(home) as stage:
        wiring, session = stage.app.wiring, stage.hosted.session
        followed = wiring.following.follow(session)
        await followed.look()
        looked_at = await wiring.briefing.find(session)
        replayed = await wiring.replaying.replay(session)
        desk = await wiring.reflecting.open(session)
        ends = (followed.state, looked_at.state, replayed.replay.whole)
        assert {state.ended_at for state in ends} == {stage.state.ended_at}
        brief = wiring.briefing.made(looked_at).data.decode()
        for told in (followed.trouble, brief, replayed.trouble, desk.notice):
            assert UNPROVED in told
        overview = await wiring.overseeing.overview()
        assert not overview.unended and [each.session for each in overview.to_debrief] == [session]
        assert any(UNPROVED in problem for problem in overview.problems)


async def test_what_is_advised_can_be_done(home: Path) -> None:
    """r on Home opens the damaged session that is marked, a goes on with it in a copy."""
    async with damaged(home) as stage:
        await stage.app.press("f5")
        assert "no debrief yet, damaged" in stage.app.text()
        await stage.app.press("r")
        assert isinstance(stage.app.app.screen, LiveScreen)
        assert "a go on in a copy" in stage.app.keys_told
        assert UNPROVED.split(";")[0] in " ".join(stage.app.panel("guide").split())
        await stage.app.press("a")
        assert "● live" in stage.app.text() and len(list(home.glob("sessions/*-copy-*"))) == 1


async def test_on_a_second_terminal_it_has_ended_too(home: Path) -> None:
    """What is not proved is told to who follows, and in the corner of the room's view."""
    async with damaged(home) as stage:
        await stage.app.show(stage.app.opening.follow(stage.hosted.session))
        assert "■ ended" in stage.app.text() and "host gone" not in stage.app.text()
        assert UNPROVED in stage.app.notice
        await stage.app.press("x")
        assert "part of its record is not proved" in stage.app.text()
