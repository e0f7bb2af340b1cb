"""Plans on disk: nothing is lost, whoever else writes and whatever the disk does."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.ports import PlanStore
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.plans import FilePlans
from tests.storage.broken_disks import DisksThatForget, FullDisk, ReadOnlyDisk, error

PLAN = Plan(title="Looking at student work", blocks=(Block(id="a", title="Why"),))


class FailingReplace(Disk):
    """Cannot put a file in another's place."""

    def replace(self, source: Path, target: Path) -> None:
        raise error(errno.EIO)


class UnsyncedFile(Disk):
    """Cannot force a file to the disk."""

    def sync(self, handle: int) -> None:
        raise error(errno.EIO)


class UnsyncedFolder(Disk):
    """Fails after the new file has taken the old one's place, while it is `failing`."""

    failing = True

    def sync_folder(self, folder: Path) -> None:
        if self.failing:
            raise error(errno.EIO)
        super().sync_folder(folder)


@pytest.fixture
def plans(home: Path) -> Iterator[FilePlans]:
    """The plans of an empty home."""
    made = FilePlans(Home(home), Disk())
    yield made
    made.close()


def put(path: Path, text: str) -> Path:
    """Write a file by hand, as people do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_plan_is_saved_and_loaded(plans: FilePlans, home: Path) -> None:
    """The digest of each saving is what the next is based on; the text is the file's."""
    port: PlanStore = plans
    first = await port.save("work", PLAN, "")
    second = await port.save("work", PLAN.model_copy(update={"purpose": "Look"}), first.digest)
    assert second.digest != first.digest
    assert await port.load("work") == second
    assert await port.text("work") == await port.written("work", second.state)
    assert os.listdir(home / "plans/.history") == []


async def test_saving_the_same_again_writes_nothing(plans: FilePlans, home: Path) -> None:
    """A file whose content does not change keeps its time."""
    first = await plans.save("work", PLAN, "")
    before = (home / "plans/work.toml").stat()
    again = await plans.save("work", PLAN, first.digest)
    assert again == first
    assert (home / "plans/work.toml").stat() == before


async def test_a_changed_file_is_left_alone(plans: FilePlans, home: Path) -> None:
    """Changed, removed or suddenly there: what another program did stays, and is told."""
    path = home / "plans/work.toml"
    saved = await plans.save("work", PLAN, "")
    put(path, 'title = "by hand"\n')
    with pytest.raises(ChangedOnDisk, match=r"work\.toml was changed by another program"):
        await plans.save("work", PLAN, saved.digest)
    with pytest.raises(ChangedOnDisk, match=r"work\.toml is there already"):
        await plans.save("work", PLAN, "")
    assert path.read_text("utf-8") == 'title = "by hand"\n'
    path.unlink()
    with pytest.raises(ChangedOnDisk, match=r"work\.toml has been moved or removed"):
        await plans.save("work", PLAN, saved.digest)
    assert not path.exists()


async def test_two_stores_never_lose_each_others_change(plans: FilePlans, home: Path) -> None:
    """Of two that save at once on the same base one is told, and can go on from the other's."""
    other = FilePlans(Home(home), Disk())
    base = await plans.save("work", PLAN.model_copy(update={"materials": ()}), "")
    stores = [plans, other] * 20

    async def add(store: FilePlans, what: str) -> None:
        known = base
        while True:
            materials = (*known.state.materials, what)
            plan = known.state.model_copy(update={"materials": materials})
            try:
                await store.save("work", plan, known.digest)
                return
            except ChangedOnDisk:
                known = await store.load("work")

    await asyncio.gather(*(add(store, str(n)) for n, store in enumerate(stores)))
    other.close()
    assert sorted(map(int, (await plans.load("work")).state.materials)) == list(range(40))


@pytest.mark.parametrize(
    "disk", [FullDisk(room=20), ReadOnlyDisk(), FailingReplace(), UnsyncedFile(), UnsyncedFolder()]
)
async def test_a_failing_disk_leaves_the_file_whole(
    plans: FilePlans, home: Path, disk: Disk
) -> None:
    """Full, read-only or broken: a sentence, a whole file, no leftovers, and a way on."""
    path = home / "plans/work.toml"
    saved = await plans.save("work", PLAN, "")
    old, new = path.read_text("utf-8"), PLAN.model_copy(update={"purpose": "Look"})
    failing = FilePlans(Home(home), disk)
    with pytest.raises(NotSaved, match=r"^not saved, .* \(work\.toml\)$"):
        await failing.save("work", new, saved.digest)
    whole = await plans.written("other", new) if isinstance(disk, UnsyncedFolder) else old
    assert path.read_text("utf-8") == whole
    assert sorted(os.listdir(path.parent)) == [".history", ".lock", "work.toml"]
    if isinstance(disk, UnsyncedFolder):
        # What it wrote itself is no other program's change.
        disk.failing = False
        newer = new.model_copy(update={"purpose": "Look again"})
        assert (await failing.save("work", newer, saved.digest)).state == newer
    failing.close()


async def test_a_saved_plan_survives_a_power_cut(home: Path, tmp_path: Path) -> None:
    """A first plan is there with the folders that were made for it; so is each change."""
    disk = DisksThatForget(home)
    plans = FilePlans(Home(home), disk)
    first = await plans.save("work", PLAN, "")
    left = disk.power_cut(tmp_path / "one")
    assert (left / "plans/work.toml").read_bytes() == (home / "plans/work.toml").read_bytes()
    await plans.save("work", PLAN.model_copy(update={"purpose": "Look"}), first.digest)
    left = disk.power_cut(tmp_path / "two")
    assert (left / "plans/work.toml").read_bytes() == (home / "plans/work.toml").read_bytes()
    plans.close()


async def test_a_busy_lock_is_told(plans: FilePlans, home: Path) -> None:
    """A copy that hangs while it saves does not hang this one."""
    saved = await plans.save("work", PLAN, "")
    hurried = FilePlans(Home(home), Disk(), lock_seconds=0)
    with FileLock(home / "plans/.lock"), pytest.raises(NotSaved, match="another copy"):
        await hurried.save("work", PLAN, saved.digest)
    hurried.close()


async def test_comments_are_kept(plans: FilePlans, home: Path) -> None:
    """Those at the head in the file; others in a copy, once for each state, which is told."""
    by_hand = '# Ours.\n\nkind = "plan" # sic\ntitle = "x"\nminutes = 60\n'
    path = put(home / "plans/work.toml", by_hand)
    loaded = await plans.load("work")
    saved = await plans.save("work", PLAN, loaded.digest)
    copy = home / "plans/.history/work.before.toml"
    assert copy.read_text("utf-8") == by_hand
    assert saved.notice.startswith("First copied to plans/.history/work.before.toml:")
    assert path.read_text("utf-8") == await plans.written("work", PLAN)
    again = await plans.save("work", PLAN.model_copy(update={"zone": "UTC"}), saved.digest)
    assert again.notice == ""
    put(path, by_hand)
    known = await plans.save("work", PLAN, (await plans.load("work")).digest)
    assert known.notice == ""
    put(path, by_hand + "# more\n")
    other = await plans.save("work", PLAN, (await plans.load("work")).digest)
    assert "work.before-2.toml" in other.notice
    assert len(list(copy.parent.iterdir())) == 2


async def test_a_bad_plan_is_told_with_its_lines(plans: FilePlans, home: Path) -> None:
    """Loading names every fault; a plan that is not there is not found."""
    put(home / "plans/bad.toml", 'titel = "x"\nminutes = 900\n')
    with pytest.raises(InputProblems) as caught:
        await plans.load("bad")
    assert [problem.line for problem in caught.value.problems] == [1, 2]
    with pytest.raises(NotFound, match="there is no plan named “none”"):
        await plans.load("none")


async def test_plans_are_private(tmp_path: Path) -> None:
    """Files 0600 and folders 0700, even where the umask would let everybody in."""
    home, old = Home(tmp_path / "new"), os.umask(0)
    try:
        plans = FilePlans(home, Disk())
        await plans.save("work", PLAN, "")
        await plans.remember_opening("work")
        plans.close()
    finally:
        os.umask(old)
    paths = [home.root, *home.root.rglob("*")]
    assert len(paths) == 6
    for path in paths:
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path
