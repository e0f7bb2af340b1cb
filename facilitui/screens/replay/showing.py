"""What a replay shows: Live as it stood at a position, and what the keys are called there."""

from __future__ import annotations

from datetime import tzinfo

from facilitui.commands import Command
from facilitui.core.sessions.replay import Replay
from facilitui.screens.replay.position import Position
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.replay_view import stands_at

BESIDE_WIDTH = 100
"""How wide a terminal Live is drawn for beside the timeline."""
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


def has_typed(replay: Replay, position: Position) -> bool:
    """Whether something was typed at that moment."""
    return any(moment.kept for moment in replay.moments[position.row :][:1])


def most_needed(
    keys: tuple[Command, ...], replay: Replay, position: Position
) -> tuple[Command, ...]:
    """The keys, so that those which are needed most have room on a narrow terminal too.

    They are how one goes on and out, and before them what shows or hides what was typed, where
    something was at that moment.
    """
    first = ["notes"] if has_typed(replay, position) else []
    ranks = {action: rank for rank, action in enumerate((*first, "row(-1)", "leave"))}
    return tuple(sorted(keys, key=lambda each: ranks.get(each.action, len(ranks))))
