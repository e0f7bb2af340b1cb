"""A log is followed while another process writes it: all of it, nothing twice, and no lock."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.sessions.events import head_of, without_body
from facilitui.core.sessions.log_contents import LogContents
from facilitui.storage.disk import Disk
from facilitui.storage.log_following import FileFeed, LogFollowing
from facilitui.storage.paths import Home
from tests.storage.broken_disks import CountingDisk
from tests.storage.chains import documents, log_bytes, notes, read, writing
from tests.storage.log_kills import kill, start
from tests.storage.test_session_rows import put

MOMENTS = iter(range(1_000_000_000, 2_000_000_000))


def following(path: Path, disk: Disk | None = None) -> LogFollowing:
    """One that has not looked yet."""
    return LogFollowing(disk or Disk(), path, "s")


def write(path: Path, data: bytes) -> None:
    """Put these bytes there, at a moment of their own, however fast tests are."""
    path.write_bytes(data)
    touch(path)


def touch(path: Path) -> None:
    """A beat of the host."""
    os.utime(path, ns=(0, next(MOMENTS) * 1_000_000))


def seen(follower: LogFollowing) -> LogContents:
    """What a look shows that shows something."""
    contents = follower.look()
    assert contents is not None
    return contents


def test_only_what_is_new_is_read(log: Path) -> None:
    """The file is read whole once, after that from its last line on, and not while it is still."""
    disk, events = CountingDisk(), notes(40)
    write(log, log_bytes(events[:30]))
    follower = following(log, disk)
    assert len(seen(follower).events) == 30
    assert follower.look() is None
    write(log, log_bytes(events))
    assert documents(seen(follower).events) == documents(events)
    assert disk.reads == [log]


def test_a_beat_is_news_of_the_host_and_of_nothing_else(log: Path) -> None:
    """The same events, seen alive at a later moment."""
    write(log, log_bytes(notes(2)))
    follower = following(log)
    before = seen(follower)
    touch(log)
    after = seen(follower)
    assert after.events == before.events
    assert before.alive_at is not None and after.alive_at is not None
    assert after.alive_at > before.alive_at


@given(st.lists(st.integers(0, 400), max_size=12), st.integers(1, 9))
def test_wherever_a_write_is_caught_all_is_read_in_the_end(cuts: list[int], count: int) -> None:
    """Looked at after any number of bytes: whole lines only, and at last what a reader reads."""
    data = log_bytes(notes(count))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        follower = following(path)
        for cut in [*sorted(cut * len(data) // 400 for cut in cuts), len(data)]:
            write(path, data[:cut])
            shown = seen(follower)
            assert len(shown.events) == data[:cut].count(b"\n") == shown.verified
            assert not shown.read_only
            assert documents(shown.events) == documents(read(path).events)


@given(st.integers(0, 4), st.integers(1, 3), st.integers(0, 200))
def test_a_write_that_was_taken_back_is_forgotten(kept: int, refused: int, torn: int) -> None:
    """Lines of a failed append that were seen are gone, whatever came in their place."""
    events = notes(kept)
    head = head_of(events[-1]) if events else None
    tried, instead = notes(refused + 1, head, "refused"), notes(refused + 2, head, "instead")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        follower = following(path)
        write(path, log_bytes([*events, *tried[:refused]]) + log_bytes(tried[refused:])[:torn])
        assert len(seen(follower).events) >= kept + refused
        write(path, log_bytes([*events, *instead]))
        assert documents(seen(follower).events) == documents([*events, *instead])


def test_a_taken_back_write_of_the_same_length_is_noticed(log: Path) -> None:
    """The size alone would not tell that another event stands there now."""
    write(log, log_bytes(notes(1, text="this")))
    follower = following(log)
    seen(follower)
    write(log, log_bytes(notes(1, text="that")))
    assert documents(seen(follower).events) == documents(notes(1, text="that"))


@pytest.mark.parametrize("in_place", [True, False])
def test_bodies_that_are_blanked_later_go_here_too(log: Path, in_place: bool) -> None:
    """After a purge the follower has what the purged log has."""
    events = notes(5)
    write(log, log_bytes(events))
    follower = following(log)
    seen(follower)
    purged = [*events[:2], *map(without_body, events[2:4]), events[4]]
    aside = log.with_name("new")
    write(log if in_place else aside, log_bytes(purged))
    if not in_place:
        aside.replace(log)
    shown = seen(follower)
    assert documents(shown.events) == documents(purged)
    assert (shown.verified, shown.read_only) == (5, False)


@pytest.mark.parametrize("number", range(3))
def test_a_byte_changed_in_what_was_read_is_noticed(log: Path, number: int) -> None:
    """In whichever line, though the file is as long as before and nothing new comes."""
    lines = log_bytes(notes(3, text="heard")).splitlines(keepends=True)
    write(log, b"".join(lines))
    follower = following(log)
    assert not seen(follower).read_only
    at = lines[number].index(b'"') + 1
    lines[number] = lines[number][:at] + b"#" + lines[number][at + 1 :]
    write(log, b"".join(lines))
    shown = seen(follower)
    assert shown.read_only and shown.verified == number


def test_a_break_is_told_as_a_reader_tells_it(log: Path) -> None:
    """What does not follow is shown unproved, with the same sentence."""
    events = notes(4)
    write(log, log_bytes(events[:2]))
    follower = following(log)
    seen(follower)
    write(log, log_bytes([*events[:2], events[3]]))
    shown, fresh = seen(follower), read(log)
    assert (shown.trouble, shown.verified, shown.read_only) == (fresh.trouble, 2, True)
    assert documents(shown.events) == documents(fresh.events)


def test_a_log_that_goes_away_is_told_and_found_again(log: Path) -> None:
    """Its folder may be restored from a backup while it is followed."""
    data = log_bytes(notes(2))
    write(log, data)
    follower = following(log)
    seen(follower)
    log.unlink()
    with pytest.raises(NotFound):
        follower.look()
    write(log, data + log_bytes(notes(1, head_of(notes(2)[-1]))))
    assert len(seen(follower).events) == 3


def test_a_log_that_cannot_be_read_now_is_read_later(log: Path) -> None:
    """An error of the disk is told in words and keeps nothing from being read after it."""

    class Stumbling(Disk):
        fails = True

        def read(self, path: Path) -> bytes:
            if self.fails:
                raise OSError(5, "Input/output error")
            return super().read(path)

    disk = Stumbling()
    write(log, log_bytes(notes(2)))
    follower = following(log, disk)
    with pytest.raises(FacilituiError, match="input/output error"):
        follower.look()
    disk.fails = False
    assert len(seen(follower).events) == 2


def test_a_writer_beside_it_is_never_disturbed(log: Path) -> None:
    """Each append is seen as soon as it returned; nothing is held that the writer needs."""
    writer, follower, events = writing(log, Disk()), following(log), notes(20)
    for number, event in enumerate(events, 1):
        writer.append([event])
        os.utime(log, ns=(0, next(MOMENTS) * 1_000_000))
        assert len(seen(follower).events) == number
    writer.close()


def test_what_is_no_file_is_never_waited_for(log: Path) -> None:
    """A pipe in the log's place has no end; the log itself, once it is back, is read."""
    log.unlink()
    os.mkfifo(log)
    follower = following(log)
    assert seen(follower).trouble == "events.jsonl is not a file"
    log.unlink()
    write(log, log_bytes(notes(2)))
    assert len(seen(follower).events) == 2


async def test_a_host_that_is_killed_is_gone_at_once(home: Path) -> None:
    """While it lives it can be seen; a kill shows at the next look; the next host shows again."""
    put(home, "s", notes(1))
    feed = FileFeed(Home(home), Disk(), "s")
    try:
        assert not (await feed.look()).hosted
        process = start(home, "s", "hold")
        assert (await feed.look()).hosted
        kill(process)
        sight = await feed.look()
        assert not sight.hosted
        again = start(home, "s", "hold")
        assert (await feed.look()).hosted
        kill(again)
    finally:
        feed.close()


async def test_a_host_elsewhere_or_unknown_is_given_the_benefit(home: Path) -> None:
    """Of another machine's process nothing is known here; its silence will tell."""
    folder = put(home, "s", notes(1))
    feed = FileFeed(Home(home), Disk(), "s")
    for told in (
        "1\nanother machine\n",
        f"0\n{os.uname().nodename}\n",
        "x\ny\n",
        "9" * 200 + "\n\n",
    ):
        (folder / "host").write_text(told)
        assert (await feed.look()).hosted
    (folder / "host").write_bytes(b"\xff\x00")
    assert not (await feed.look()).hosted
    feed.close()


def test_only_a_session_can_be_followed(home: Path) -> None:
    """A path in place of a name reaches nothing."""
    for name in ("../s", "", "a/b", "."):
        with pytest.raises(NotFound):
            FileFeed(Home(home), Disk(), name)
