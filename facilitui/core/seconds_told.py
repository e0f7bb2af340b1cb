"""How lengths are told to the second, where seconds that were left out would not add up."""

from __future__ import annotations

from facilitui.core.told import MINUS, figure, in_minutes, nearest, to_the_second


def nearest_second(minutes: float) -> float:
    """Minutes to the nearest second."""
    return nearest(minutes * 60) / 60


def run_to_second(minutes: float) -> str:
    """How long something ran, as it stands in a column of minutes: 45 s, 12, 12:45."""
    seconds = nearest(minutes * 60)
    if 0 < seconds < 60:
        return f"{figure(seconds)} s"
    return figure(seconds / 60) if seconds % 60 == 0 else to_the_second(minutes)


def longer(minutes: float, *, unit: bool = True) -> str:
    """How much longer than planned something ran: as planned, 45 s longer, 2:20 min shorter.

    Without a `unit` only seconds have theirs, for where minutes are told beside it.
    """
    told = run_to_second(abs(minutes))
    if told == "0":
        return "as planned"
    return f"{in_minutes(told) if unit else told} {'longer' if minutes > 0 else 'shorter'}"


def signed_run(minutes: float) -> str:
    """The same as it stands in a column: +2:20, −45 s, 0."""
    told = run_to_second(abs(minutes))
    if told == "0":
        return told
    return f"{'+' if minutes > 0 else MINUS}{told}"
