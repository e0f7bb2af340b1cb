"""An observation from before its session was held: every place that tells whether it counts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.score_sections import observed
from facilitui.core.reports.report_case import Case, rests_on
from facilitui.reports import report_craft
from facilitui.reports.document import Paragraph

HELD = datetime(2026, 11, 26, 1, tzinfo=UTC)
TORONTO = ZoneInfo("America/Toronto")


def seen(day: int) -> Observation:
    """An observation of that day in November, of a session in the evening of the 25th."""
    return Observation(
        held_at=HELD,
        zone="America/Toronto",
        mode=ObservationMode.LIVE,
        observed_on=date(2026, 11, day),
        giver="Ana",
        feedback="Wait",
        given_on=date(2026, 11, 26),
    )


@pytest.mark.parametrize(("day", "lacking"), [(24, True), (25, False)])
def test_the_journal_tells_what_it_lacks(day: int, lacking: bool) -> None:
    """By the day of the session where it was."""
    lacks = next(each for each in observed(seen(day), TORONTO) if "lacks" in each.heading)
    told = [each.text for each in lacks.said]
    assert told == (["Observed on the session's day or later"] if lacking else [])


@pytest.mark.parametrize(("day", "counts"), [(24, False), (25, True)])
def test_a_report_rests_on_it_only_where_it_counts(day: int, counts: bool) -> None:
    """And says below it what is lacking."""
    case = Case("s", "Talk", HELD.astimezone(TORONTO), observations=(seen(day),))
    assert ("observation" in rests_on(case)) is counts
    told = [each.text for each in report_craft.observed(case) if isinstance(each, Paragraph)]
    lacking = "it lacks observed on the session's day or later"
    assert any(lacking in text for text in told) is not counts
