"""Where somebody stands in a session that is replayed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitui.core.sessions.replay import Replay, ReplayMoment


@dataclass(frozen=True, slots=True)
class Position:
    """A moment on the timeline, or some seconds after it."""

    row: int
    elapsed: float


def at_row(replay: Replay, row: int) -> Position:
    """Right at a moment."""
    return Position(row, replay.moments[row].elapsed if replay.moments else 0.0)


def at_second(replay: Replay, elapsed: float) -> Position:
    """So many seconds after the beginning; right at what was typed then, where something was."""
    typed = (i for i, each in enumerate(replay.moments) if each.elapsed == elapsed and each.kept)
    row = next(typed, None)
    return moved(replay, at_row(replay, 0), elapsed) if row is None else at_row(replay, row)


def moved(replay: Replay, position: Position, seconds: float) -> Position:
    """So many seconds on or back, within the session."""
    last = replay.moments[-1].elapsed if replay.moments else 0.0
    elapsed = min(max(0.0, position.elapsed + seconds), last)
    return replace(position, row=replay.row_at(elapsed), elapsed=elapsed)


def part_start(moments: tuple[ReplayMoment, ...], row: int, by: int) -> int:
    """The row at which the next part begins; back, that of this part, or of the one before it."""
    starts = [i for i in range(len(moments)) if i == 0 or moments[i].part != moments[i - 1].part]
    if by > 0:
        return next((start for start in starts if start > row), row)
    return next((start for start in reversed(starts) if start < row), 0)
