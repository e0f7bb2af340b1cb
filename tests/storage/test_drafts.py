"""Drafts keep what is being typed, whatever it is and whatever the disk does."""

from __future__ import annotations

import asyncio
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.core.ports import DraftStore
from facilitui.storage.disk import Disk
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.paths import Home
from tests.storage.broken_disks import FullDisk, ReadOnlyDisk

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)  # fmt: skip


@pytest.fixture
def drafts(home: Path) -> Iterator[FileDrafts]:
    """The drafts of an empty home."""
    made = FileDrafts(Home(home), Disk())
    yield made
    made.close()


async def test_a_draft_is_kept_found_and_dropped(drafts: FileDrafts) -> None:
    """What was kept last is found until it is dropped; before and after there is none."""
    port: DraftStore = drafts
    assert await port.find("plan-a") is None
    await port.keep("plan-a", {"title": "one"})
    await port.keep("plan-a", {"title": "two"})
    assert await port.find("plan-a") == {"title": "two"}
    assert await port.find("plan-b") is None
    await port.drop("plan-a")
    await port.drop("plan-a")
    assert await port.find("plan-a") is None


@given(st.dictionaries(st.text(st.characters()), JSON))
def test_anything_typed_comes_back(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    """Lone surrogates, controls and markup come back as they were; the file is plain ASCII."""
    home = Home(tmp_path_factory.mktemp("home"))
    drafts = FileDrafts(home, Disk())

    async def there_and_back() -> dict[str, Any] | None:
        await drafts.keep("x", value)
        return await drafts.find("x")

    assert asyncio.run(there_and_back()) == value
    drafts.close()
    assert (home.drafts / "x.json").read_bytes().isascii()


@pytest.mark.parametrize("damage", [b"", b'{"a": ', b"[1]", b"\xff\xfe", b"[" * 100_000])
async def test_a_damaged_draft_is_set_aside(drafts: FileDrafts, home: Path, damage: bytes) -> None:
    """It is not found, but stays to be looked at; the next one is kept in its place."""
    (home / "drafts").mkdir()
    for name in ("x.damaged.json", "x.damaged-2.json"):
        (home / "drafts/x.json").write_bytes(damage)
        assert await drafts.find("x") is None
        assert (home / "drafts" / name).read_bytes() == damage
    await drafts.keep("x", {"a": 1})
    assert await drafts.find("x") == {"a": 1}


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "/etc/x", ".hidden", "a\0b"])
async def test_a_name_is_never_a_path(drafts: FileDrafts, home: Path, name: str) -> None:
    """Nothing outside the drafts can be written, found or removed."""
    with pytest.raises(NotSaved, match="cannot be the name of a draft"):
        await drafts.keep(name, {})
    assert await drafts.find(name) is None
    await drafts.drop(name)
    assert not (home / "drafts").exists()


async def test_a_link_that_leads_nowhere_is_replaced(drafts: FileDrafts, home: Path) -> None:
    """A circle of links takes no text, and never ends the program; another link is kept."""
    (home / "drafts").mkdir()
    (home / "drafts/x.json").symlink_to("x.json")
    (home / "drafts/y.json").symlink_to("elsewhere.json")
    for name in "xy":
        await drafts.keep(name, {"a": name})
        assert await drafts.find(name) == {"a": name}
    assert not (home / "drafts/x.json").is_symlink() and (home / "drafts/y.json").is_symlink()


async def test_what_json_does_not_have_is_refused(drafts: FileDrafts) -> None:
    """The draft before stays."""
    await drafts.keep("x", {"a": 1})
    for value in (float("nan"), object()):
        with pytest.raises(NotSaved):
            await drafts.keep("x", {"a": value})
    assert await drafts.find("x") == {"a": 1}


@pytest.mark.parametrize("disk", [FullDisk(room=5), ReadOnlyDisk()], ids=["full", "read-only"])
async def test_a_failing_disk_leaves_the_draft_before(
    drafts: FileDrafts, home: Path, disk: Disk
) -> None:
    """The error is a sentence, nothing half-written stays, and the old draft is whole."""
    await drafts.keep("x", {"a": "the old one"})
    drafts.close()
    failing = FileDrafts(Home(home), disk)
    assert await failing.find("x") == {"a": "the old one"}
    with pytest.raises(NotSaved, match=r"^not saved, .* \(x\.json\)$"):
        await failing.keep("x", {"a": "the new one"})
    assert await failing.find("x") == {"a": "the old one"}
    failing.close()
    assert visible(home) == ["x.json"]
    assert sorted(os.listdir(home / "drafts")) == [".lock", "x.json"]


async def test_a_folder_that_takes_no_locks_keeps_drafts(drafts: FileDrafts, home: Path) -> None:
    """What is typed is worth more than knowing who else types."""
    (home / "drafts/.x.lock").mkdir(parents=True)
    await drafts.keep("x", {"a": 1})
    drafts.close()
    again = FileDrafts(Home(home), Disk())
    assert await again.find("x") == {"a": 1}
    await again.drop("x")
    assert visible(home) == []
    again.close()


def visible(home: Path) -> list[str]:
    """The files of the drafts, without what they are locked with."""
    return sorted(name for name in os.listdir(home / "drafts") if not name.startswith("."))


async def test_two_programs_keep_two_drafts_of_one_thing(drafts: FileDrafts, home: Path) -> None:
    """Neither finds, overwrites or drops what the other is keeping."""
    other = FileDrafts(Home(home), Disk())
    await drafts.keep("x", {"a": "mine"})
    assert await other.find("x") is None
    await other.keep("x", {"a": "theirs"})
    assert visible(home) == ["x.json", "x~~2.json"]
    assert await drafts.find("x") == {"a": "mine"}
    assert await other.find("x") == {"a": "theirs"}
    await drafts.drop("x")
    await drafts.drop("x")
    assert visible(home) == ["x~~2.json"] and await drafts.find("x") is None
    other.close()
    assert await drafts.find("x") == {"a": "theirs"}, "left behind by a program that is gone"
    await drafts.drop("x")
    assert visible(home) == []


async def test_what_was_left_behind_is_only_dropped_by_who_found_it(
    drafts: FileDrafts, home: Path
) -> None:
    """A program that has the same thing open has not seen what another had typed when it died."""
    other = FileDrafts(Home(home), Disk())
    await other.keep("x", {"a": "theirs"})
    other.close()
    await drafts.drop("x")
    assert await drafts.find("x") == {"a": "theirs"}


async def test_what_two_programs_left_behind_is_found_one_by_one(home: Path) -> None:
    """The newest first; the other one is still there when that is settled."""
    left = [FileDrafts(Home(home), Disk()) for _ in range(2)]
    for number, each in enumerate(left):
        await each.keep("x", {"a": number})
    for each in left:
        each.close()
    os.utime(home / "drafts/x.json", (1, 1))
    drafts = FileDrafts(Home(home), Disk())
    assert await drafts.find("x") == {"a": 1}
    await drafts.drop("x")
    assert await drafts.find("x") == {"a": 0}
    drafts.close()


async def test_drafts_are_private(tmp_path: Path) -> None:
    """Even where the umask would let everybody in."""
    old = os.umask(0)
    try:
        home = Home(tmp_path / "new")
        drafts = FileDrafts(home, Disk())
        await drafts.keep("x", {"a": 1})
        drafts.close()
    finally:
        os.umask(old)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (home.root, home.drafts)]
    assert modes == [0o700, 0o700]
    assert stat.S_IMODE((home.drafts / "x.json").stat().st_mode) == 0o600
    assert json.loads((home.drafts / "x.json").read_text("ascii")) == {"a": 1}
