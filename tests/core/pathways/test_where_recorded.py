"""Where that is written which a pathway counts by itself."""

from __future__ import annotations

from facilitui.core.pathways.requirements import Planning
from facilitui.core.pathways.where_recorded import written_elsewhere


def test_planning_is_written_in_the_debrief_or_in_the_plan() -> None:
    """Of a session that was only debriefed here there is no plan to write it in."""
    told = written_elsewhere(Planning(kind="planning", id="planned", text="Plan with staff"))
    assert "in its debrief" in told and "in its plan under People, with the minutes" in told
