"""The plan that a session was begun from is read from beside its log, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems, NotFound
from facilitui.storage import file_cache
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.session_plans import FileSessionPlans
from tests.core.making import good_plan
from tests.storage.chains import store_of


async def test_the_copy_of_a_plan_outlives_its_file(home: Path) -> None:
    """As it was then; a missing one, a broken one and a path are said, each as what it is."""
    sessions = store_of(home)
    log = await sessions.create("s", good_plan(title="As it was"))
    await log.close()
    sessions.close()
    plans = FileSessionPlans(Home(home), Disk())
    assert (await plans.read("s")).title == "As it was"
    for session in ("gone", "../s"):
        with pytest.raises(NotFound, match="keeps no copy"):
            await plans.read(session)
    copy = home / "sessions" / "s" / "plan.toml"
    copy.write_bytes(b"title = \xff")
    with pytest.raises(InputProblems):
        await plans.read("s")
    plans.close()


async def test_a_copy_is_read_once_for_as_long_as_it_is_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many are asked for at every look at a pathway; what was changed or purged is seen at once."""
    monkeypatch.setattr(file_cache, "_SETTLED_NANOSECONDS", -1)
    sessions = store_of(home)
    log = await sessions.create("s", good_plan(title="As it was"))
    await log.close()
    sessions.close()
    read: list[Path] = []

    class Counting(Disk):
        def read(self, path: Path) -> bytes:
            read.append(path)
            return super().read(path)

    plans = FileSessionPlans(Home(home), Counting())
    assert await plans.read("s") is await plans.read("s") and len(read) == 1
    copy = home / "sessions" / "s" / "plan.toml"
    copy.write_bytes(copy.read_bytes().replace(b"As it was", b"As it is!"))
    assert (await plans.read("s")).title == "As it is!"
    copy.unlink()
    with pytest.raises(NotFound, match="keeps no copy"):
        await plans.read("s")
    plans.close()
