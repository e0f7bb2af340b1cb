"""Drafts that were left behind are found, and those that nobody can read are kept."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from errno import EIO
from pathlib import Path

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.ports import DraftStore
from facilitui.storage.disk import Disk
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.paths import Home


class FailingReplace(Disk):
    """A disk on which nothing can be given another name."""

    def replace(self, source: Path, target: Path) -> None:
        raise OSError(EIO, os.strerror(EIO))


@pytest.fixture
def drafts(home: Path) -> Iterator[FileDrafts]:
    """The drafts of an empty home."""
    made = FileDrafts(Home(home), Disk())
    yield made
    made.close()


async def test_what_was_left_behind_is_listed_once(drafts: FileDrafts, home: Path) -> None:
    """The newest of each name, whatever else lies there; listing holds nothing."""
    port: DraftStore = drafts
    assert await port.left("plan-") == ()
    for name in ("plan-a", "plan-b.v2", "protocol-a"):
        await port.keep(name, {"name": name})
    for name, text in (("plan-c", "{"), ("plan-d.damaged", "{}"), ("plan-e.unread-2", "{}")):
        (home / f"drafts/{name}.json").write_text(text, "ascii")
    found = {each.name: each.value for each in await port.left("plan-")}
    assert found == {name: {"name": name} for name in ("plan-a", "plan-b.v2")}
    assert (home / "drafts/plan-c.json").exists()


async def test_what_another_program_is_typing_is_not_left_behind(
    drafts: FileDrafts, home: Path
) -> None:
    """It is once that program has ended."""
    other = FileDrafts(Home(home), Disk())
    await other.keep("plan-a", {"by": "other"})
    assert await drafts.left("plan-") == ()
    other.close()
    assert [each.value for each in await drafts.left("plan-")] == [{"by": "other"}]


async def test_a_draft_nobody_can_read_is_put_aside(drafts: FileDrafts, home: Path) -> None:
    """What is typed next has a file of its own; the one before can be looked at."""
    await drafts.keep("plan-a", {"of": "a later version"})
    where = await drafts.set_aside("plan-a")
    assert json.loads(Path(where).read_text("ascii")) == {"of": "a later version"}
    assert await drafts.find("plan-a") is None
    await drafts.keep("plan-a", {"of": "this one"})
    assert await drafts.set_aside("plan-a") != where
    assert len(list((home / "drafts").glob("plan-a.unread*.json"))) == 2


async def test_what_was_put_aside_is_no_draft_any_more(drafts: FileDrafts, home: Path) -> None:
    """Nor what is damaged, in whichever file of the thing it was; nor another thing's draft."""
    for name, text in (
        *(("x", '{"of": "x"}'), ("x~~2.unread", "{}"), ("x~~3.damaged", "{"), ("x~~y", "{}")),
        *(("x~~4", "{"), ("xx", "{}")),
    ):
        (home / "drafts").mkdir(exist_ok=True)
        (home / f"drafts/{name}.json").write_text(text, "ascii")
    os.utime(home / "drafts/x.json", (1, 1))
    assert {each.name: each.value for each in await drafts.left("x")}["x"] == {"of": "x"}
    assert await drafts.find("x") == {"of": "x"}
    await drafts.drop("x")
    assert await drafts.find("x") is None
    left = {path.stem for path in (home / "drafts").glob("*.json")}
    assert left == {"x~~2.unread", "x~~3.damaged", "x~~4.damaged", "x~~y", "xx"}


async def test_a_draft_that_cannot_be_put_aside_stays(drafts: FileDrafts, home: Path) -> None:
    """Where and why is a sentence; the next one is kept beside it, and both are there later."""
    await drafts.keep("plan-a", {})
    drafts.close()
    failing = FileDrafts(Home(home), FailingReplace())
    await failing.find("plan-a")
    with pytest.raises(NotSaved, match=r"it stays as .*plan-a.json, which cannot be put aside: "):
        await failing.set_aside("plan-a")
    assert (home / "drafts/plan-a.json").exists()
    failing._disk = Disk()
    await failing.keep("plan-a", {"next": "one"})
    assert sorted(path.name for path in home.glob("drafts/*.json")) == [
        "plan-a.json",
        "plan-a~~2.json",
    ]
    failing.close()
