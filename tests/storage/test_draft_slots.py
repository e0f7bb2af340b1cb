"""Programs that take, look at and let go of drafts at once: none hides or overwrites another's."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from filelock import FileLock, Timeout
from hypothesis import given
from hypothesis import strategies as st

from facilitui.storage import draft_slots
from facilitui.storage.disk import Disk
from facilitui.storage.draft_slots import Slot, Slots
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.paths import Home

Both = tuple[FileDrafts, FileDrafts]


@pytest.fixture
def both(home: Path) -> Iterator[Both]:
    """The drafts of one home as two programs have them."""
    made = FileDrafts(Home(home), Disk()), FileDrafts(Home(home), Disk())
    yield made
    for each in made:
        each.close()


def files(home: Path) -> list[str]:
    """Everything that lies among the drafts."""
    return sorted(os.listdir(home / "drafts"))


async def test_nothing_stays_of_a_draft_that_is_let_go(home: Path, both: Both) -> None:
    """Nor what it was locked with: only the folder's own lock, however many there were."""
    mine, theirs = both
    for number in range(3):
        await mine.keep(f"x{number}", {})
        await theirs.keep("x0", {"by": "them"})
    assert files(home) == sorted(
        [".lock", *(f"{at}{name}{end}" for name in ("x0", "x1", "x2", "x0~~2")
                    for at, end in (("", ".json"), (".", ".lock")))]
    )  # fmt: skip
    for number in range(3):
        await mine.drop(f"x{number}")
    await theirs.go_on_with("x0")
    assert files(home) == [".lock", "x0~~2.json"]
    assert await mine.find("x0") == {"by": "them"}
    await mine.set_aside("x0")
    await theirs.left("x")
    assert files(home) == [".lock", "x0~~2.unread.json"]


async def test_a_look_takes_nothing_from_anybody(home: Path, both: Both) -> None:
    """What nobody holds has no lock to be looked at; what was left locked by a kill is free."""
    mine, theirs = both
    await mine.keep("x", {"by": "me"})
    mine.close()
    (home / "drafts/.x.lock").touch()
    for _ in range(2):
        assert [each.value for each in await theirs.left("x")] == [{"by": "me"}]
        assert files(home) == [".lock", "x.json"]


async def test_who_only_looks_is_waited_for(
    home: Path, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that another copy looks at in that moment is found: it is nobody's."""
    mine, theirs = both
    await mine.keep("x", {"by": "me"})
    mine.close()
    names = (".lock", ".x.lock")
    looking = [FileLock(home / "drafts" / name, thread_local=False) for name in names]
    for lock in looking:
        lock.acquire()
    own = theirs._slots._own
    acquire = own.acquire

    def once_looked(*asked: Any, **more: Any) -> Any:
        for lock in looking:
            lock.release()
        return acquire(*asked, **more)

    monkeypatch.setattr(own, "acquire", once_looked)
    assert await theirs.find("x") == {"by": "me"}


def test_who_looks_keeps_others_waiting(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For as long as it may hold what is another's to take, and no longer."""
    path, told = home / "drafts/x.json", list[bool]()
    path.parent.mkdir()
    (path.parent / ".x.lock").touch()
    let_go = draft_slots._let_go

    def in_between(slot: Slot) -> None:
        with pytest.raises(Timeout):
            FileLock(path.parent / ".lock", timeout=0).acquire()
        told.append(True)
        let_go(slot)

    monkeypatch.setattr(draft_slots, "_let_go", in_between)
    assert Slots(path.parent).free_among([path]) == {path} and told == [True]
    with FileLock(path.parent / ".lock", timeout=0):
        pass


async def test_a_draft_that_was_written_just_before_is_not_written_over(
    home: Path, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another copy kept one and ended between a look at the free files and the taking of one."""
    mine, theirs = both
    held = draft_slots._held

    def late(path: Path) -> Slot | None:
        if path.name == "x.json" and not path.exists():
            path.write_text('{"by": "them"}', "ascii")
        return held(path)

    monkeypatch.setattr(draft_slots, "_held", late)
    await mine.keep("x", {"by": "me"})
    assert await mine.find("x") == {"by": "me"}
    assert [each.value for each in await theirs.left("x")] == [{"by": "them"}]


async def test_a_copy_that_hangs_keeps_nobody_from_drafts(
    home: Path, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a folder that has no lock of its own to take."""
    monkeypatch.setattr(draft_slots, "ALONE_SECONDS", 0.001)
    (home / "drafts").mkdir()
    mine, theirs = both
    with FileLock(home / "drafts/.lock"):
        await mine.keep("x", {"by": "me"})
        assert await theirs.find("x") is None and await mine.find("x") == {"by": "me"}
    (home / "drafts/.lock").unlink()
    (home / "drafts/.lock").mkdir()
    await theirs.keep("x", {"by": "them"})
    assert files(home) == [".lock", ".x.lock", ".x~~2.lock", "x.json", "x~~2.json"]


async def test_a_copy_that_hangs_is_waited_for_once(
    home: Path, both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many drafts are looked at, or let go of at the end."""
    mine, theirs = both
    for name in "abcde":
        await mine.keep(name, {"by": "me"})
    asked = list[float]()
    own = theirs._slots._own

    def timed_out(timeout: float, **_more: Any) -> NoReturn:
        asked.append(timeout)
        raise Timeout(str(own.lock_file))

    for drafts in both:
        monkeypatch.setattr(drafts._slots._own, "acquire", timed_out)
    await theirs.left("")
    mine.close()
    assert asked == [draft_slots.ALONE_SECONDS] * 2


@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(("keep", "find", "drop", "left")))))
def test_whatever_two_programs_do_nothing_typed_is_gone(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[int, str]]
) -> None:
    """What was kept last is there until its own program drops it; no lock outlives them."""
    home = Home(tmp_path_factory.mktemp("home"))
    both = FileDrafts(home, Disk()), FileDrafts(home, Disk())

    async def act() -> None:
        kept: dict[int, int] = {}
        for number, (who, what) in enumerate(done):
            if what == "keep":
                await both[who].keep("x", {"n": number})
                kept[who] = number
            elif what == "drop":
                await both[who].drop("x")
                kept.pop(who, None)
            elif what == "left":
                found = {each.value["n"] for each in await both[who].left("x")}
                assert found == ({kept[who]} if who in kept else set())
            else:
                assert await both[who].find("x") == ({"n": kept[who]} if who in kept else None)
        lying = {json.loads(path.read_text())["n"] for path in home.drafts.glob("*.json")}
        assert lying == set(kept.values())

    asyncio.run(act())
    for each in both:
        each.close()
    assert not home.drafts.exists() or not list(home.drafts.glob(".?*.lock"))
