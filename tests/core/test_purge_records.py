"""What the record of a purge says holds only as far as it is so in the journal that it lies in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from facilitui.core.journal import Document, imported, make_document
from facilitui.core.purge_records import purges, still_here
from facilitui.core.purged_here import StaysPurged, purged_here
from facilitui.core.purging import blanked
from facilitui.core.sealing import GENESIS
from tests.core.documents import document
from tests.core.making import START

LATER = START + timedelta(hours=1)


def record(**body: Any) -> Document:
    """That of a purge of the session s with its debrief."""
    told = {"entries": ["a"], "sessions": ["s"], "begun_at": START.isoformat()}
    return document("purge-1", "purge", **{**told, **body})


SAYS = document("a", session="s", learned="in confidence")
FOREIGN = imported(record(), LATER, GENESIS)


@pytest.mark.parametrize(
    ("here", "logs", "entries", "sessions", "still"),
    [
        ([record(), blanked(SAYS)], {"s": False}, {"a"}, {"s"}, ()),
        ([record()], {}, {"a"}, {"s"}, ()),
        ([record(), SAYS], {"s": True}, set(), set(), ("s",)),
        ([record(), SAYS], {}, set(), set(), ("s",)),
        ([record(), SAYS], {"s": False}, set(), {"s"}, ("a",)),
        ([record(), blanked(SAYS)], {"s": True}, {"a"}, set(), ("s",)),
        ([FOREIGN, blanked(SAYS)], {"s": False}, {"a"}, {"s"}, ()),
        ([FOREIGN], {}, set(), set(), ()),
        ([FOREIGN, SAYS], {"s": True}, set(), set(), ("s",)),
        ([FOREIGN, blanked(SAYS)], {}, {"a"}, set(), ()),
    ],
)
def test_what_counts_as_purged_here(
    here: list[Document],
    logs: dict[str, bool],
    entries: set[str],
    sessions: set[str],
    still: tuple[str, ...],
) -> None:
    """What is blank, and of what is not here what a record of this journal names."""
    found = purged_here(here, logs=logs)
    assert found.entries == entries and found.sessions == sessions
    assert tuple(name for name, _ in still_here(here, logs)) == still


def test_files_count_only_where_all_of_a_purge_was_done_here() -> None:
    """And only those that a purge may delete."""
    paths = ["plans/mine.toml", "plans/.history/mine.1.toml", "reviews/ana", "reviews/.."]
    own, kept = record(paths=paths), frozenset(paths[1:3])
    for here, found in (
        ([own, blanked(SAYS)], kept),
        ([own, SAYS], frozenset()),
        ([imported(own, LATER, GENESIS)], frozenset()),
    ):
        assert purged_here(here).paths == found
    assert purged_here([own], [own]).paths == frozenset()
    assert purged_here([own], [imported(own, LATER, GENESIS)]).paths == kept


def test_what_was_written_anew_is_not_what_was_purged() -> None:
    """Neither does it show that nothing was, nor does a backup bring it back without its words."""
    first = blanked(SAYS)
    anew = make_document(
        entry_id="a",
        kind="debrief",
        body={"session": "s", "learned": "anew"},
        made_at=LATER,
        salt="ab" * 16,
        last=first,
        after=GENESIS,
    )
    found = purged_here([record(), first, anew])
    assert found.entries == {"a"} and found.says(SAYS) and not found.says(anew)
    assert not purges([record(), first, anew])[0].still


@pytest.mark.parametrize("said", [[], [SAYS], [blanked(SAYS)]])
def test_an_import_leaves_out_what_was_purged_here_alone(said: list[Document]) -> None:
    """What was purged on another machine and is here goes on."""
    newer = document("b", session="s", learned="more")
    assert bool(StaysPurged([record(), *said]).why(newer)) is (SAYS not in said)
    assert not StaysPurged([FOREIGN, *said]).why(newer)
