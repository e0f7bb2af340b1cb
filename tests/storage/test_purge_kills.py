"""Purges that are killed: never an unreadable file, nothing else lost, always to be finished."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.storage.purge_kills import kill_at, prepared

PLACES = range(1, 21, 3)
"""Calls that change a file; those between them, and between two calls, are for `make torture`."""


def test_a_killed_purge_loses_nothing_else_and_is_finished(home: Path, tmp_path: Path) -> None:
    """At seven places from its first call to its last; contents are compared."""
    murders = asyncio.run(prepared(home))
    killed = [kill_at(murders, tmp_path / str(at), at) for at in PLACES]
    assert all(killed) and murders.begun >= len(PLACES) // 2
