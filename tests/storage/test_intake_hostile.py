"""Numbers and joins that no journal gives are refused, and what follows them has room."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.backups.import_told import MOST_REFUSED as NAMED
from facilitui.core.backups.import_told import counted, refused
from facilitui.core.sealing import GENESIS, canonical, seal
from facilitui.storage import journal_salvage
from facilitui.storage.database_text import Unreadable
from facilitui.storage.journal_intake import MOST_REFUSED
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


def test_of_very_many_refused_lines_the_first_are_named_and_all_counted(tmp_path: Path) -> None:
    """Neither the memory nor the screen is filled with them."""
    with diary(tmp_path / "mine") as mine:
        came = mine.imported("{}\n" * (MOST_REFUSED + 500) + lines(made(1)))
    assert (came.taken, len(came.refused), came.unnamed) == (1, MOST_REFUSED, 500)
    assert counted(came).endswith(f", {MOST_REFUSED + 500} refused")
    told = list(refused(came))
    assert len(told) == NAMED + 1 and told[-1] == f"and {MOST_REFUSED + 500 - NAMED} more"


def test_what_cannot_be_read_of_a_torn_month_costs_the_same_in_any_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each failure tells its line by all the text that was given: so that is little."""
    given = list[int]()

    class Counting(json.JSONDecoder):
        def raw_decode(self, s: str, idx: int = 0) -> Any:
            given.append(len(s))
            return super().raw_decode(s, idx)

    monkeypatch.setattr(journal_salvage, "_DECODER", Counting())
    text = '{"entries": {' + '"1": {"id":' * 3000
    assert sum(1 for _ in journal_salvage.salvaged(text, bool)) == len(given) == 3000
    assert max(given) < 5000


@pytest.mark.parametrize("size", [0, 50, 4000, 4096, 70_000])
def test_a_long_document_is_read_wherever_it_is_cut(size: int) -> None:
    """However much of it is looked at at first."""
    one = json.dumps(made(1, text="x" * size, more={"a": [True, None, 12.5e3, "\u00e9\n"]}))
    text = f'{{"entries": {{"1": {one}, "2": {one}, "3": {one[:-9]}'
    found = [each for _, each in journal_salvage.salvaged(text, bool)]
    assert found[:2] == [json.loads(one)] * 2
    assert all(isinstance(each, Unreadable) for each in found[2:]) and found[2:]
