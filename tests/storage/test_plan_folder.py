"""The folder of plans: its list, its names, its history, and plan files from elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.plans.plan import Plan
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.plans import FilePlans
from tests.storage.test_plan_files import HOSTILE

PLAN = Plan(title="Looking at student work")


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


async def test_rows_are_in_the_order_of_their_start(plans: FilePlans, home: Path) -> None:
    """Undated ones come last; a file that cannot be read is among them with its problem."""
    for name, start in (
        ("b", "2026-11-25T15:30:00"),
        ("a", "2026-11-25"),
        ("c", '"2026-01-01T09:00"'),
    ):
        put(home / f"plans/{name}.toml", f'title = "Plan {name}"\nstart = {start}\n')
    put(home / "plans/later.toml", 'kind = "plan"\n')
    put(home / "plans/broken.toml", 'title = "x"\nstart = tomorrow\n')
    put(home / "plans/.history/old.toml", "")
    rows = await plans.rows()
    assert [row.name for row in rows] == ["c", "a", "b", "broken", "later"]
    assert rows[2].title == "Plan b" and rows[2].start == datetime(2026, 11, 25, 15, 30)
    assert rows[3].problem.startswith(f"{home}/plans/broken.toml:2:9: the value is not understood")
    assert rows[4].title == "later" and not rows[4].problem
    assert rows[0].changed == (home / "plans/c.toml").stat().st_mtime


async def test_there_need_be_no_plans(plans: FilePlans, home: Path) -> None:
    """An empty home has no rows; a file in the folder's place is told."""
    assert await plans.rows() == ()
    put(home / "plans", "")
    with pytest.raises(InputProblems, match="cannot be listed: not a directory"):
        await plans.rows()
    with pytest.raises(NotSaved):
        await plans.save("work", PLAN, "")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "/etc/passwd", ".lock", "a\\b", "a\0b", "x" * 300]
)
async def test_a_name_is_never_a_path(plans: FilePlans, home: Path, name: str) -> None:
    """A name from outside leads nowhere but to a file of the plans folder."""
    put(home / "x.toml", 'title = "x"\n')
    for ask in (plans.load, plans.text, plans.remember_opening):
        with pytest.raises(NotFound):
            await ask(name)
    with pytest.raises(NotSaved):
        await plans.save(name, PLAN, "")
    assert os.listdir(home) == ["x.toml"]


@pytest.mark.parametrize("title", [*HOSTILE, "", "../../etc/passwd", "CON", ".hidden", "x" * 300])
async def test_a_free_name_can_be_saved(plans: FilePlans, home: Path, title: str) -> None:
    """Of any title, a name of at most 48 characters that nothing has yet."""
    names = []
    for _ in range(3):
        names.append(await plans.free_name(title))
        await plans.save(names[-1], PLAN, "")
    assert len({name.casefold() for name in names}) == 3
    assert all(0 < len(name) <= 48 for name in names)
    assert sorted(path.stem for path in (home / "plans").glob("*.toml")) == sorted(names)


async def test_free_names_can_be_read(plans: FilePlans, home: Path) -> None:
    """Letters of any script stay; what is taken in any spelling gets a number."""
    assert await plans.free_name("Looking at: student work!") == "looking-at-student-work"
    assert await plans.free_name("Été à l'école") == "été-à-l-école"
    assert await plans.free_name("[/] …") == "untitled"
    put(home / "plans/Untitled.toml", "")
    assert await plans.free_name("") == "untitled-2"


async def test_the_last_openings_are_remembered(plans: FilePlans, home: Path) -> None:
    """Twenty states of each plan, the same one not twice in a row."""
    stored = await plans.save("work", PLAN, "")
    await plans.save("work.1", PLAN, "")
    await plans.remember_opening("work.1")
    for number in range(25):
        plan = PLAN.model_copy(update={"purpose": str(number)})
        stored = await plans.save("work", plan, stored.digest)
        await plans.remember_opening("work")
        await plans.remember_opening("work")
    history = home / "plans/.history"
    names = {path.name for path in history.iterdir()} - {"work.1.1.toml"}
    assert names == {f"work.{number}.toml" for number in range(6, 26)}
    assert 'purpose = "24"' in (history / "work.25.toml").read_text("utf-8")


async def test_a_file_from_elsewhere_is_edited_where_it_lies(
    plans: FilePlans, home: Path, tmp_path: Path
) -> None:
    """It gets a name of its own, the same every time; its earlier states are kept in the home."""
    path = put(tmp_path / "elsewhere/my work.toml", '# Ours.\ntitle = "x" # sic\n')
    loaded = await plans.load_file(path)
    assert loaded.name == await plans.adopt(path) != "my work"
    await plans.remember_opening(loaded.name)
    saved = await plans.save(loaded.name, PLAN, loaded.digest)
    assert path.read_text("utf-8").startswith("# Ours.\nkind")
    assert saved.digest == (await plans.load(loaded.name)).digest
    assert {each.name for each in (home / "plans/.history").iterdir()} == {
        f"{loaded.name}.1.toml",
        f"{loaded.name}.before.toml",
    }
    assert os.listdir(path.parent) == ["my work.toml"]
    assert await plans.rows() == ()
    with pytest.raises(NotFound, match="there is no file"):
        await plans.adopt(tmp_path / "none.toml")
    with pytest.raises(InputProblems, match="is a folder"):
        await plans.load_file(path.parent)


async def test_a_file_of_the_home_keeps_its_name(plans: FilePlans, home: Path) -> None:
    """Whichever way it is named on the command line."""
    put(home / "plans/work.toml", 'title = "x"\n')
    assert await plans.adopt(home / "plans/../plans/work.toml") == "work"


async def test_links_stay_links(plans: FilePlans, home: Path, tmp_path: Path) -> None:
    """A plan that is kept elsewhere is written there."""
    path = put(tmp_path / "elsewhere.toml", 'title = "x"\n')
    (home / "plans").mkdir()
    (home / "plans/work.toml").symlink_to(path)
    await plans.save("work", PLAN, (await plans.load("work")).digest)
    assert (home / "plans/work.toml").is_symlink()
    assert PLAN.title in path.read_text("utf-8")
