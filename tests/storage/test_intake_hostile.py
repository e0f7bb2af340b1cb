"""Numbers and joins that no journal gives are refused, and what follows them has room."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.sealing import GENESIS, canonical, seal
from tests.storage.journals import diary


def made(rev: int, prev: str = GENESIS, entry: str = "e", **more: Any) -> dict[str, Any]:
    """A sealed revision."""
    at = "2026-11-25T15:30:00+00:00"
    fields = {"id": entry, "rev": rev, "kind": "debrief", "made_at": at, "prev": prev}
    return seal({**fields, "after": GENESIS, **more}, canonical({"n": rev}), "00" * 16)


def lines(*documents: Any) -> str:
    """An export."""
    return "".join(json.dumps(each) + "\n" for each in documents)


def test_a_number_that_leaves_no_room_is_refused(tmp_path: Path) -> None:
    """One that counts minutes is taken, and so is what goes on from it in any journal."""
    with diary(tmp_path / "mine") as mine, diary(tmp_path / "theirs") as theirs:
        assert mine.imported(lines(made(10**12))).refused
        assert mine.imported(lines(made(10**12 - 1))).taken == 1
        mine.save("e", {"text": "the next"})
        own = [dict(each) for each in mine.documents()]
        came = theirs.imported(lines(*own))
        assert came.taken == 2 and not came.refused


@pytest.mark.parametrize(
    "joins", ["aa", {"a": 1}, [1], [], [""], [GENESIS], ["aa", "aa"], ["a"] * 20_000, None, 7]
)
def test_joins_of_a_wrong_kind_are_refused(tmp_path: Path, joins: Any) -> None:
    """Each with the reason."""
    with diary(tmp_path / "mine") as mine:
        came = mine.imported(lines(made(1, joins=joins)))
        assert not came.taken and "joins is no list" in came.refused[0].reason
