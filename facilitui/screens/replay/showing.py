"""What a replay shows: Live as it stood at a position, and what the keys are called there."""

from __future__ import annotations

from datetime import tzinfo

from facilitui.core.replay import Replay
from facilitui.screens.replay.position import Position
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.replay_view import stands_at

TIMED_FROM = 80
"""From this width on the heading has room for the time of day."""


def view_at(replay: Replay, position: Position, zone: tzinfo, width: int) -> LiveView:
    """Live as it stood, for a terminal of a width."""
    now = replay.at(position.elapsed).astimezone(zone)
    return LiveView(
        state=replay.state_of(position.row),
        elapsed=position.elapsed,
        now=now,
        width=width,
        banner=stands_at(position.elapsed, replay.length, now if width >= TIMED_FROM else None),
        afterwards=(),
        past=True,
        hosting=False,
    )


def words_of_keys(
    *, looking: bool, beside: bool, searching: bool, notes_shown: bool
) -> dict[str, str]:
    """What some keys are called now, by their action; "" leaves one out."""
    leaving = "leave search" if searching else "leave"
    return {
        "leave": "timeline" if looking else leaving,
        "notes": "hide notes" if notes_shown else "show notes",
        "look": "" if beside or looking else "look",
    }
