"""The program is killed, over and over, while it takes in what another journal exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.importers import kill_while_importing


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_five_hundred_kills_leave_whole_imports_or_none(home: Path) -> None:
    """Each is there as a whole, with every text as it was, or not at all."""
    told, found = kill_while_importing(home, 500, count=8)
    assert 500 <= told <= found
