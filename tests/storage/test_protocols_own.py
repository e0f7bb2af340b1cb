"""One's own protocols on disk: nothing is lost, whoever else writes and whatever the disk does."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.library import protocol_editing as editing
from facilitui.core.plans.planning_ports import ProtocolStore
from facilitui.core.safe_text import storable
from facilitui.storage.disk import Disk
from facilitui.storage.library import FileLibrary
from facilitui.storage.library_files import shipped_folder
from facilitui.storage.paths import Home
from facilitui.storage.protocols_own import FileProtocols
from tests.core.protocols import HOSTILE, protocol, step
from tests.storage.broken_disks import FullDisk, ReadOnlyDisk

OWN = protocol(step("one"), step("two"))


@pytest.fixture
def store(home: Path) -> Iterator[FileProtocols]:
    """The protocols of an empty home."""
    made = FileProtocols(Home(home), Disk())
    yield made
    made.close()


def put(path: Path, text: str) -> Path:
    """Write a file by hand, as people do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_protocol_is_saved_and_loaded(store: FileProtocols, home: Path) -> None:
    """The digest of each saving is what the next is based on; the library reads it."""
    port: ProtocolStore = store
    first = await port.save(OWN.id, OWN, "")
    second = await port.save(OWN.id, editing.changed(OWN, name="New"), first.digest)
    assert second.digest != first.digest
    assert await port.load("own") == second
    assert await port.text("own") == await port.written("own", second.state)
    assert os.listdir(home / "protocols/.history") == []
    library = FileLibrary(Home(home), Disk())
    shelf = await library.shelf()
    library.close()
    assert (shelf.protocols["own"], shelf.problems) == (second.state, ())


async def test_files_are_private(store: FileProtocols, home: Path) -> None:
    """Nobody else on the machine reads them."""
    await store.save(OWN.id, OWN, "")
    assert stat.S_IMODE((home / "protocols/own.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "protocols").stat().st_mode) == 0o700


@pytest.mark.parametrize("text", HOSTILE)
async def test_any_text_is_kept(store: FileProtocols, text: str) -> None:
    """What anybody types or pastes, but for broken halves of characters."""
    saved = await store.save(OWN.id, editing.changed(OWN, purpose=text, note=text), "")
    assert await store.load("own") == saved
    assert saved.state.note == saved.state.purpose == storable(text)


async def test_a_file_that_was_changed_meanwhile_is_left_alone(
    store: FileProtocols, home: Path
) -> None:
    """By an editor or a second copy: nothing is written, and it is said."""
    first = await store.save(OWN.id, OWN, "")
    path = home / "protocols/own.toml"
    theirs = put(path, path.read_text("utf-8") + "# mine\n").read_bytes()
    with pytest.raises(ChangedOnDisk, match="changed by another program"):
        await store.save(OWN.id, editing.changed(OWN, name="New"), first.digest)
    with pytest.raises(ChangedOnDisk, match="is there already"):
        await store.save(OWN.id, OWN, "")
    assert path.read_bytes() == theirs
    path.unlink()
    with pytest.raises(ChangedOnDisk, match="moved or removed"):
        await store.save(OWN.id, OWN, first.digest)
    assert not path.exists()


async def test_two_copies_never_lose_each_others_change(home: Path) -> None:
    """Of two that save at the same moment, one is told."""
    stores = [FileProtocols(Home(home), Disk()) for _ in range(2)]
    based_on = (await stores[0].save(OWN.id, OWN, "")).digest
    saves = (
        store.save(OWN.id, editing.changed(OWN, name=f"Name {number}"), based_on)
        for number, store in enumerate(stores)
    )
    results = await asyncio.gather(*saves, return_exceptions=True)
    assert sum(isinstance(each, ChangedOnDisk) for each in results) == 1
    for each in stores:
        each.close()


async def test_a_comment_that_has_no_place_is_kept_aside(store: FileProtocols, home: Path) -> None:
    """The file as it was is in the history, once, and that is said."""
    await store.save(OWN.id, OWN, "")
    path = home / "protocols/own.toml"
    text = path.read_text("utf-8").replace('id = "two"', 'id = "two"  # dear')
    put(path, text)
    stored = await store.load("own")
    kept = await store.save(OWN.id, editing.changed(stored.state, name="New"), stored.digest)
    assert (kept.notice, "# dear" in path.read_text("utf-8")) == ("", True)
    gone = await store.save(OWN.id, editing.without_step(kept.state, "two"), kept.digest)
    assert "own.before.toml" in gone.notice
    assert "# dear" in (home / "protocols/.history/own.before.toml").read_text("utf-8")


async def test_a_shipped_one_comes_back(store: FileProtocols, home: Path) -> None:
    """One's own is kept aside each time, and the library has the shipped one again."""
    library = FileLibrary(Home(home), Disk())
    shipped = (await library.shelf()).protocols["tuning"]
    for name in ("tuning.removed.toml", "tuning.removed-2.toml"):
        await store.save(shipped.id, editing.changed(shipped, name="Ours"), "")
        assert await store.is_own("tuning")
        assert (await library.shelf()).protocols["tuning"].name == "Ours"
        assert (await store.remove("tuning")).endswith(name)
        assert 'name = "Ours"' in (home / "protocols/.history" / name).read_text("utf-8")
    assert not await store.is_own("tuning")
    assert (await library.shelf()).protocols["tuning"] == shipped
    library.close()
    with pytest.raises(NotFound, match="no protocol named"):
        await store.remove("tuning")


async def test_a_file_that_cannot_be_read_can_be_taken_away(
    store: FileProtocols, home: Path
) -> None:
    """Going back helps most where one's own file is broken."""
    put(home / "protocols/tuning.toml", "not = [toml")
    with pytest.raises(InputProblems):
        await store.load("tuning")
    await store.remove("tuning")
    assert (home / "protocols/.history/tuning.removed.toml").read_text("utf-8") == "not = [toml"


async def test_the_files_name_is_the_id(store: FileProtocols, home: Path) -> None:
    """As in the library: another id is a problem with its line."""
    await store.save(OWN.id, OWN, "")
    put(home / "protocols/other.toml", (home / "protocols/own.toml").read_text("utf-8"))
    with pytest.raises(InputProblems, match=r"other.toml:5:6: id is “own”"):
        await store.load("other")


async def test_folders_within_are_looked_into(store: FileProtocols, home: Path) -> None:
    """A file that somebody sorted into a folder is read and written where it lies."""
    await store.save(OWN.id, OWN, "")
    path = home / "protocols/from Kim/own.toml"
    path.parent.mkdir()
    (home / "protocols/own.toml").rename(path)
    stored = await store.load("own")
    await store.save(OWN.id, editing.changed(OWN, name="New"), stored.digest)
    assert 'name = "New"' in path.read_text("utf-8")
    assert not (home / "protocols/own.toml").exists()


async def test_a_new_id_is_like_the_name(store: FileProtocols) -> None:
    """Neither a shipped nor an own one has it, in any spelling."""
    assert (shipped_folder("protocols") / "tuning.toml").exists()
    await store.save("deep_dive", protocol(step("a"), id="deep_dive"), "")
    assert await store.free_name("Tuning") == "tuning_2"
    assert await store.free_name("Deep  dive!") == "deep_dive_2"
    assert await store.free_name("日本") == "own_protocol"
    assert await store.free_name("../../etc") == "etc"


@pytest.mark.parametrize("name", ["../own", ".own", "a/b", "", "x" * 300, "a\x00b"])
async def test_an_id_is_never_a_path(store: FileProtocols, name: str) -> None:
    """Whatever it is, nothing outside the folder is touched."""
    with pytest.raises(NotFound):
        await store.load(name)
    with pytest.raises(NotFound):
        await store.remove(name)
    assert not await store.is_own(name)


async def test_full_and_read_only_disks_are_told(home: Path) -> None:
    """The file is then as it was, or not there."""
    for disk in (FullDisk(20), ReadOnlyDisk()):
        store = FileProtocols(Home(home), disk)
        with pytest.raises(NotSaved):
            await store.save(OWN.id, OWN, "")
        store.close()
    assert not list(home.rglob("*.toml"))


async def test_a_copy_that_is_busy_is_waited_for_and_told(home: Path) -> None:
    """No file is written beside a lock that another copy holds."""
    store = FileProtocols(Home(home), Disk(), lock_seconds=0.02)
    first = await store.save(OWN.id, OWN, "")
    with (
        FileLock(home / "protocols/.lock"),
        pytest.raises(NotSaved, match="busy with the protocols"),
    ):
        await store.save(OWN.id, editing.changed(OWN, name="New"), first.digest)
    store.close()
