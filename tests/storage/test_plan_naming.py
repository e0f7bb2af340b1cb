"""A new plan's file gets its title's name, and whatever happens meanwhile there is one plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from errno import EIO
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import ChangedOnDisk, NotSaved
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.storage.disk import Disk
from facilitui.storage.guarded_files import GuardedFiles
from facilitui.storage.paths import Home
from facilitui.storage.plans import FilePlans
from tests.core.making import good_plan
from tests.services.fakes import MovableClock
from tests.storage.broken_disks import DisksThatForget, Killed, KilledDisk, error

PLAN = good_plan()
CALLS = 60
"""More calls than there are until a plan is begun, written, and named again."""


@pytest.fixture
def plans(home: Path) -> Iterator[FilePlans]:
    """The plans of an empty home."""
    made = FilePlans(Home(home), Disk())
    yield made
    made.close()


def files_of(home: Path) -> list[str]:
    """The plans' files."""
    return sorted(path.name for path in (home / "plans").glob("*.toml"))


def titled(desk: PlanDesk, title: str) -> None:
    """Change the title."""
    desk.change(lambda plan: plan.model_copy(update={"title": title}), title)


async def typed_and_left(wiring: Wiring, kept: list[str]) -> None:
    """A plan is begun, titled as it is typed, and left; `kept` is what was said to be kept."""
    desk = await wiring.planning.begin()
    for title in ("L", "Look", "Look again"):
        titled(desk, title)
        await desk.keep_draft()
        kept.append(title)
    await desk.finish()


@pytest.mark.parametrize("calls", range(CALLS))
async def test_a_kill_at_any_moment_leaves_one_plan_with_all_that_was_kept(
    home: Path, calls: int
) -> None:
    """Before each call to the disk: never two plans on Home, never less than was kept."""
    kept: list[str] = []
    one = Wiring(Home(home), clock=MovableClock(), disk=KilledDisk(calls))
    with suppress(Killed):
        await typed_and_left(one, kept)
    one.close()
    other = Wiring(Home(home), clock=MovableClock())
    rows = await other.planning.rows()
    assert len(rows) <= 1 and bool(rows) >= bool(kept)
    for row in rows:
        desk = await other.planning.open(row.name)
        assert desk.conflict is None and len(desk.plan.title) >= len(kept[-1] if kept else "")
    other.close()


async def test_the_calls_are_enough(home: Path) -> None:
    """The last of those kills comes after everything is done."""
    disk, kept = KilledDisk(CALLS - 1), list[str]()
    wiring = Wiring(Home(home), clock=MovableClock(), disk=disk)
    await typed_and_left(wiring, kept)
    wiring.close()
    assert disk.left > 0 and files_of(home) == ["look-again.toml"]


class FailingRename(Disk):
    """Nothing that is a plan already can be given another name, while it is `failing`."""

    failing = True

    def replace(self, source: Path, target: Path) -> None:
        if self.failing and source.suffix == ".toml":
            raise error(EIO)
        super().replace(source, target)


async def test_a_name_that_cannot_be_given_is_given_the_next_time(home: Path) -> None:
    """It is told; everything is in the file meanwhile."""
    disk = FailingRename()
    wiring = Wiring(Home(home), clock=MovableClock(), disk=disk)
    desk = await wiring.planning.begin()
    titled(desk, "Look")
    for _ in range(2):
        with pytest.raises(NotSaved, match=r"cannot rename .*untitled-session\.toml: "):
            await desk.finish()
    assert files_of(home) == ["untitled-session.toml"] and not desk.unwritten
    assert desk.refused == ""
    disk.failing = False
    await desk.finish()
    assert (files_of(home), desk.name) == (["look.toml"], "look")
    titled(desk, "Look again")
    await desk.finish()
    assert files_of(home) == ["look.toml"]
    wiring.close()


async def test_no_plan_is_ever_written_over(plans: FilePlans, home: Path) -> None:
    """The next free name is taken; one that something has all the same is refused."""
    stored = await plans.save("a", PLAN, "")
    await plans.save("look", PLAN, "")
    assert await plans.rename("a", "Look", stored.digest, ["look-2"]) == "look-3"
    assert files_of(home) == ["look-3.toml", "look.toml"]
    assert (await plans.load("look-3")).digest == stored.digest
    guarded = GuardedFiles(home, home / "plans", Disk(), "plan")
    (home / "plans/link.toml").symlink_to(home / "nowhere")
    for taken in ("look", "link"):
        with pytest.raises(NotSaved, match="is there already"):
            guarded.rename(home / "plans/look-3.toml", home / f"plans/{taken}.toml")
    assert "look-3.toml" in files_of(home)


async def test_a_plan_that_another_program_changed_keeps_its_name(
    plans: FilePlans, home: Path
) -> None:
    """So does one that is gone."""
    stored = await plans.save("a", PLAN, "")
    (home / "plans/a.toml").write_text('title = "theirs"\n', "utf-8")
    with pytest.raises(ChangedOnDisk, match="another program"):
        await plans.rename("a", "Look", stored.digest)
    assert files_of(home) == ["a.toml"]
    (home / "plans/a.toml").unlink()
    with pytest.raises(ChangedOnDisk, match="moved or removed"):
        await plans.rename("a", "Look", stored.digest)
    assert files_of(home) == []


@pytest.mark.parametrize(
    "title", ["[x] [Q1] [/b] 👩🏽‍🏫 日本", "../../etc", "\ud800", "\x00\x1b", "y" * 999]
)
async def test_any_title_makes_a_name(plans: FilePlans, home: Path, title: str) -> None:
    """In the plans' own folder, and one that can be read again."""
    stored = await plans.save("a", PLAN, "")
    name = await plans.rename("a", title, stored.digest)
    assert files_of(home) == [f"{name}.toml"] and (await plans.load(name)).state == PLAN


class FailingFolderSync(Disk):
    """Names are never forced to the disk."""

    def sync_folder(self, folder: Path) -> None:
        raise error(EIO)


async def test_a_power_cut_leaves_the_plan_under_one_of_its_names(
    tmp_path: Path, plans: FilePlans
) -> None:
    """Also where only the name could not be forced to the disk: it is renamed then."""
    root = tmp_path / "root"
    root.mkdir()
    disk = DisksThatForget(root)
    forgetting = FilePlans(Home(root), disk)
    stored = await forgetting.save("a", PLAN, "")
    disk.sync_folder(root)
    await forgetting.rename("a", "Look", stored.digest)
    forgetting.close()
    left = FilePlans(Home(disk.power_cut(tmp_path / "left")), Disk())
    rows = await left.rows()
    assert len(rows) == 1 and (await left.load(rows[0].name)).state == PLAN
    left.close()
    stored = await plans.save("a", PLAN, "")
    failing = FilePlans(plans._home, FailingFolderSync())
    assert await failing.rename("a", "Look", stored.digest) == "look"
    failing.close()
