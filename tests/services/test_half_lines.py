"""Lines that are half typed: one for each purpose, each there again until it is done with."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.services.half_lines import HalfLines
from facilitui.services.sessions.hosted_session import HostedSession
from tests.core.making import HOSTILE, good_plan
from tests.core.strategies import texts
from tests.services.memory_files import FULL, MemoryDrafts
from tests.services.rooms import Room


async def anew(room: Room, hosted: HostedSession) -> HostedSession:
    """The session in a program that was started again after a kill."""
    room.sessions.held.clear()
    again = Room()
    again.drafts.kept = json.loads(json.dumps(room.drafts.kept))
    again.sessions = room.sessions
    again.hosting._sessions = room.sessions
    return await again.hosting.resume(hosted.session)


async def test_each_purpose_has_its_own_line(room: Room) -> None:
    """None wipes out another; each goes once it is done with, the draft with the last one."""
    hosted = await room.begun()
    assert await hosted.half_lines() == {}
    await hosted.keep_line("capture", "half a l")
    await hosted.keep_line("park", HOSTILE)
    await hosted.keep_line("capture", "half a line")
    again = await anew(room, hosted)
    assert await again.half_lines() == {"capture": "half a line", "park": HOSTILE}
    await hosted.keep_line("capture", "")
    assert await (await anew(room, hosted)).half_lines() == {"park": HOSTILE}
    await hosted.keep_line("park", "")
    assert room.drafts.kept == {} and await hosted.half_lines() == {}


async def test_a_line_typed_before_the_beginning_goes_along_into_the_session(room: Room) -> None:
    """A kill leaves it there; the next one that is prepared knows nothing of it."""
    hosted = await room.hosting.prepare_plan("work")
    await hosted.keep_line("attendance", "1")
    await hosted.begin()
    assert list(room.drafts.kept) == [f"line-{hosted.session}"]
    assert await (await anew(room, hosted)).half_lines() == {"attendance": "1"}
    room.plans.put("other", good_plan(title="Other"))
    for name in ("work", "other"):
        assert await (await room.hosting.prepare_plan(name)).half_lines() == {}


async def test_a_full_disk_never_keeps_a_session_from_beginning(room: Room) -> None:
    """What was half typed goes along all the same."""
    hosted = await room.hosting.prepare_plan("work")
    await hosted.keep_line("attendance", "1")
    room.drafts.full = True
    await hosted.begin()
    assert hosted.state.running and await hosted.half_lines() == {"attendance": "1"}


async def test_what_the_disk_refuses_is_there_while_the_program_runs(room: Room) -> None:
    """Also after the screen was left; it is written with the next line that can be."""
    hosted = await room.begun()
    room.drafts.full = True
    with pytest.raises(NotSaved, match=FULL):
        await hosted.keep_line("capture", "half")
    await hosted.leave()
    again = await room.hosting.resume(hosted.session)
    assert await again.half_lines() == {"capture": "half"} and room.drafts.kept == {}
    room.drafts.full = False
    await again.keep_line("park", "why")
    assert await (await anew(room, hosted)).half_lines() == {"capture": "half", "park": "why"}


async def test_what_is_typed_while_the_last_line_is_forgotten_is_remembered() -> None:
    """The disk takes its time to remove a draft, and then it is full."""
    drafts = MemoryDrafts()
    half, dropping = HalfLines(drafts), drafts.drop

    async def slowly(name: str) -> None:
        await dropping(name)
        drafts.full = True
        with pytest.raises(NotSaved):
            await half.keep(name, "park", "typed meanwhile")

    await half.keep("line-x", "capture", "mine")
    drafts.drop = slowly  # type: ignore[method-assign]
    await half.keep("line-x", "capture", "")
    assert await half.of("line-x") == {"park": "typed meanwhile"}


async def test_what_is_typed_while_a_session_begins_stays_beside_what_was_typed_before() -> None:
    """The newer text of a purpose counts."""
    drafts = MemoryDrafts({"line-plan": {"lines": {"capture": "old", "park": "why"}}})
    half, finding = HalfLines(drafts), drafts.find

    async def slowly(name: str) -> dict[str, Any] | None:
        drafts.find = finding  # type: ignore[method-assign]
        await half.keep("line-session", "capture", "new")
        return await finding(name)

    drafts.find = slowly  # type: ignore[method-assign]
    await half.move("line-plan", "line-session")
    assert await half.of("line-session") == {"capture": "new", "park": "why"}
    assert set(drafts.kept) == {"line-session"}


async def test_what_another_program_left_since_is_found() -> None:
    """A session may be hosted elsewhere in between: nothing old is held against its draft."""
    drafts = MemoryDrafts()
    half = HalfLines(drafts)
    assert await half.of("line-x") == {}
    await half.keep("line-x", "capture", "mine")
    await half.keep("line-x", "capture", "")
    await HalfLines(drafts).keep("line-x", "park", "theirs")
    assert await half.of("line-x") == {"park": "theirs"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["lines", "purpose", "text"]), json_values))
def test_a_draft_that_somebody_wrote_by_hand_stops_nothing(kept: dict[str, object]) -> None:
    """Whatever it holds, only texts are taken from it, and a line can be kept."""

    async def tried() -> None:
        drafts = MemoryDrafts({"line-x": kept})
        half = HalfLines(drafts)
        found = dict(await half.of("line-x"))
        assert all(isinstance(text, str) and text for text in found.values())
        await half.keep("line-x", "capture", "mine")
        assert await HalfLines(drafts).of("line-x") == {**found, "capture": "mine"}

    asyncio.run(tried())


@given(st.lists(st.tuples(st.sampled_from("abc"), texts | st.just(""))))
def test_the_last_text_of_each_purpose_counts(typed: list[tuple[str, str]]) -> None:
    """Half characters and controls come back as they were typed; an emptied line does not."""

    async def typing() -> None:
        drafts = MemoryDrafts()
        half = HalfLines(drafts)
        for purpose, text in typed:
            await half.keep("line-x", purpose, text)
        expected = {purpose: text for purpose, text in dict(typed).items() if text}
        drafts.kept = json.loads(json.dumps(drafts.kept))
        assert await HalfLines(drafts).of("line-x") == expected
        assert bool(drafts.kept) == bool(expected)

    asyncio.run(typing())
