"""Drafts that were left behind are found, and those that nobody can read are kept."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from errno import EIO
from pathlib import Path

import pytest

from facilitui.core.errors import NotFound, NotSaved
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


async def typed_twice(home: Path) -> FileDrafts:
    """What a new program has where two that typed one thing were killed, the second one last."""
    killed = [FileDrafts(Home(home), Disk()) for _ in range(2)]
    for number, each in enumerate(killed):
        await each.keep("x", {"by": number})
    for each in killed:
        each.close()
    os.utime(home / "drafts/x.json", (1, 1))
    drafts = FileDrafts(Home(home), Disk())
    assert await drafts.find("x") == {"by": 1}
    return drafts


async def test_the_other_of_two_drafts_is_seen_and_gone_on_with(home: Path) -> None:
    """What was gone on with before is then the other one, until one of them is thrown away."""
    drafts = await typed_twice(home)
    (other,) = await drafts.others("x")
    assert other.value == {"by": 0} and await drafts.others("../x") == ()
    await drafts.go_on_with("x", other.name)
    assert await drafts.find("x") == {"by": 0}
    await drafts.keep("x", {"by": 0, "more": True})
    (before,) = await drafts.others("x")
    assert before.value == {"by": 1}
    await drafts.forget(before.name)
    assert await drafts.others("x") == () and await drafts.find("x") == {"by": 0, "more": True}
    for gone in (before.name, "../x"):
        with pytest.raises(NotFound):
            await drafts.forget(gone)
    drafts.close()


async def test_a_draft_that_is_left_where_it_is_is_never_written_over(home: Path) -> None:
    """The next one is kept beside it; nor is one taken that another program has by now."""
    drafts = await typed_twice(home)
    (other,) = await drafts.others("x")
    await drafts.go_on_with("x")
    await drafts.keep("x", {"by": 2})
    assert [each.value["by"] for each in await drafts.others("x")] == [1, 0]
    running = FileDrafts(Home(home), Disk())
    await running.go_on_with("x", other.name)
    assert [each.value["by"] for each in await drafts.others("x")] == [1]
    for call in (drafts.go_on_with("x", other.name), drafts.forget(other.name)):
        with pytest.raises(NotFound, match="open in another copy"):
            await call
    assert await drafts.find("x") == {"by": 2}
    running.close()
    drafts.close()
