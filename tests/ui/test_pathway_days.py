"""How a board tells since when somebody is in a phase, and from when on it counts."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Entered
from facilitui.widgets.pathway_rows import phase_told
from tests.core.pathways.journals import CLEE, TODAY, day, enrolled, held, progress
from tests.ui.pathways import MINE, Kept, mine

ENTERED = {"learning": 0, "apprentice": 100}


@pytest.mark.parametrize(
    ("after", "today", "told"),
    [
        (100, TODAY, "now, entered 20 Apr 2026, counts from 21 Apr 2026"),
        (101, TODAY, "now, entered 20 Apr 2026"),
        (101, day(100), "now, entered 20 Apr 2026, counts from 21 Apr 2026"),
    ],
)
def test_from_when_on_a_phase_counts_is_told_where_it_matters(
    after: int, today: date, told: str
) -> None:
    """Something is of the day on which it was entered, or may still be held on it."""
    case = Case((held("a", after),))
    found = progress(enrolled(CLEE, ENTERED, ["a"]), CLEE, case, today)
    assert phase_told(found.phases[1]) == told
    assert phase_told(found.phases[0]) == "10 Jan 2026 to 20 Apr 2026"


def test_one_day_is_told_once() -> None:
    """Whoever entered two phases on one day reads no span of it."""
    on = date(2026, 11, 23)
    stays = (Entered(phase="learning", on=on), Entered(phase="apprentice", on=on))
    told = Kept({MINE: mine(entered=stays)}).one(MINE).progress
    assert told is not None and phase_told(told.phases[0]) == "23 Nov 2026"
