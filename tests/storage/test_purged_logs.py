"""Blanking the logs of sessions, while nobody hosts them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitui.core import bodies as b
from facilitui.core.errors import HostedElsewhere, NotSaved
from facilitui.core.sessions.events import Event, without_body
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import parse_log
from facilitui.storage.paths import Home
from facilitui.storage.purged_logs import blanked_lines
from facilitui.storage.purging import FilePurging
from tests.storage.chains import chain, documents, log_bytes, started, store_of

SECRET = "what Ana said [x] \\ “é” \ud800"


@pytest.fixture
def purging(home: Path) -> Iterator[FilePurging]:
    """The purges of an empty home."""
    made = FilePurging(Home(home), Disk())
    yield made
    made.close()


def session_events(text: str, begun: b.SessionStarted | None = None) -> list[Event]:
    """The beginning of a session, and three captures."""
    captures = (b.Captured(text=f"{text} {n}") for n in range(3))
    return chain((begun or started(text), *captures))


def test_every_line_of_a_log_is_blanked() -> None:
    """What is no event, or was cut off, is left out: nobody knows what it says."""
    events = session_events(SECRET)
    whole = log_bytes(events)
    blank = b"".join(blanked_lines(b"\xef\xbb\xbf" + whole + b"not an event Ana\n\n{half Ana"))
    assert blank == log_bytes(map(without_body, events)) and b"Ana" not in blank
    read = parse_log(blank, "s")
    assert not read.trouble and read.verified == 4 and read.purged
    assert "purged" in read.told and not read.flaw
    assert b"".join(blanked_lines(blank)) == blank
    assert not parse_log(whole, "s").purged


def make_session(home: Path, name: str) -> Path:
    """A session with a few captures, and the copy of its plan."""
    folder = home / "sessions" / name
    folder.mkdir(parents=True)
    begun = started(SECRET).model_copy(update={"session": name})
    events = session_events(SECRET, begun)
    (folder / "events.jsonl").write_bytes(log_bytes(events))
    (folder / "plan.toml").write_text("title = 'Ana'")
    (folder / ".events.jsonl.0badcafe.tmp").write_text("Ana")
    return folder


def test_a_session_that_somebody_hosts_is_refused(home: Path, purging: FilePurging) -> None:
    """Nothing of it is touched; once it is free all of it goes."""
    folder = make_session(home, "s")
    before = (folder / "events.jsonl").read_bytes()

    async def ask() -> None:
        hosted = await store_of(home).host("s")
        for refused in (purging.log("s"), purging.blank_log("s")):
            with pytest.raises(HostedElsewhere, match="is open: leave it"):
                await refused
        await hosted.close()
        with pytest.raises(NotSaved, match="goes on: end it"):
            await purging.log("s")
        assert (folder / "events.jsonl").read_bytes() == before
        await purging.blank_log("s")
        await purging.blank_log("s")

    asyncio.run(ask())
    assert {path.name for path in folder.iterdir()} <= {"events.jsonl", "host.lock"}
    assert b"Ana" not in (folder / "events.jsonl").read_bytes()
    contents = asyncio.run(store_of(home).read("s"))
    assert len(documents(contents.events)) == 4 and contents.purged
    assert asyncio.run(store_of(home).rows()) == ()


@pytest.mark.parametrize("name", ["..", "a/b", "", "nothing"])
def test_what_is_no_session_is_none(home: Path, purging: FilePurging, name: str) -> None:
    """No path leads anywhere."""
    (home / "events.jsonl").write_text("mine")
    asyncio.run(purging.blank_log(name))
    assert asyncio.run(purging.same(name)) == (name,)
    assert (home / "events.jsonl").read_text() == "mine"
