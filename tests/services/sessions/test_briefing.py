"""Briefing: the right session is found, read as it is by now, and written without being held."""

from __future__ import annotations

import pytest

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.sessions import moves
from facilitui.reports.brief import written_brief
from facilitui.services.sessions.briefing import Briefing
from tests.core.making import good_plan
from tests.services.rooms import Room, looked_on


class MemoryExports:
    """Documents by name, on a disk that can be full."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.full = False

    async def write(self, name: str, data: bytes, *, replace: bool = False) -> str:
        if self.full:
            raise NotSaved("the disk is full")
        self.files[name] = data
        return f"/home/exports/{name}"


class Desk:
    """A home in memory with its exports."""

    def __init__(self, title: str = "One") -> None:
        self.room, self.exports = Room(good_plan(title=title)), MemoryExports()
        self.briefing = Briefing(self.room.hosting, self.exports, written_brief)


async def test_a_brief_is_written_among_the_exports() -> None:
    """One a session, under its name: the next one replaces it; its text is the file's."""
    desk = Desk("[x] [/b] ../日本")
    hosted = await desk.room.begun()
    made = await desk.briefing.hand_over(hosted)
    assert made.where == f"/home/exports/{hosted.session}-brief.md" and not made.problem
    await hosted.do(moves.park("since then"))
    assert (made := await desk.briefing.hand_over(hosted)).text.count("since then") == 1
    assert list(desk.exports.files.values()) == [made.text.encode("utf-8")]


async def test_a_full_disk_leaves_the_text() -> None:
    """The reason is told, and the brief can still be copied."""
    desk = Desk()
    desk.exports.full = True
    made = await desk.briefing.hand_over(await desk.room.begun())
    assert (made.where, made.problem) == ("", "the disk is full")
    assert made.text.startswith("# Hand-over brief: One")


async def test_what_is_only_looked_at_is_told_as_it_is_by_now() -> None:
    """Its host went on meanwhile."""
    desk = Desk()
    host = await desk.room.begun()
    looked, _ = await looked_on(desk.room, host.session)
    await host.do(moves.park("since then"))
    told = (await desk.briefing.hand_over(looked)).text
    assert "since then" in told and looked.read_only not in told


@pytest.mark.parametrize("ended", [False, True])
async def test_the_brief_of_a_damaged_log_says_so(ended: bool) -> None:
    """In the file itself, which is read where the program is not."""
    desk = Desk()
    host = await desk.room.begun()
    if ended:
        await host.do(moves.end)
    desk.room.sessions.trouble = "line 2 of the log cannot be read"
    looked = await desk.room.hosting.look_at(host.session)
    for told in (await desk.briefing.hand_over(looked)).text, desk.briefing.made(looked).data:
        assert "line 2 of the log cannot be read" in str(told)


async def test_the_newest_open_session_is_found() -> None:
    """Without a name; one that has ended only by its name, and none at all is said."""
    desk = Desk()
    with pytest.raises(NotFound, match="no session lies open"):
        await desk.briefing.find("")
    first, last = await desk.room.begun(), await desk.room.begun()
    assert (await desk.briefing.find("")).session == last.session
    await last.do(moves.end)
    assert (await desk.briefing.find("")).session == first.session
    assert (await desk.briefing.find(last.session)).session == last.session
    with pytest.raises(NotFound):
        await desk.briefing.find("nothing")


async def test_a_session_of_which_nothing_was_written_is_said_to_be_one() -> None:
    """Its folder was made and its log is empty."""
    desk = Desk()
    desk.room.sessions.logs["empty"] = ()
    with pytest.raises(NotFound, match="nothing of session empty"):
        await desk.briefing.find("empty")
