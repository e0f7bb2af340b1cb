"""The list of sessions: what each one's end is called, and whether its clock stands still."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from facilitui.core import bodies as b
from tests.storage.chains import BEGAN, chain, started
from tests.storage.test_session_rows import put, rows


def minutes_of(begun: b.SessionStarted) -> float:
    """How long the agenda of a session takes."""
    return sum(block.minutes for block in begun.blocks)


def test_a_row_says_what_its_end_is_called_and_whether_its_clock_stands_still(home: Path) -> None:
    """As Live has it, wherever its agenda ends before all that was booked is over."""
    planned, begun = b.StepStarted(part="p1"), started("Book study")
    full = begun.model_copy(update={"planned_end": BEGAN + timedelta(minutes=minutes_of(begun))})
    more = begun.model_copy(update={"planned_end": BEGAN + timedelta(hours=9)})
    later = b.RecoveryApplied(planned_end=BEGAN + timedelta(hours=10))
    put(home, "full", chain([full, planned]))
    put(home, "booked", chain([more, planned, b.Paused()]))
    put(home, "agreed", chain([more, planned, b.Paused(), b.Resumed(), later]))
    assert {name: (row.end_name, row.paused) for name, row in rows(home).items()} == {
        "full": ("planned end", False),
        "booked": ("booked until", True),
        "agreed": ("agreed end", False),
    }
