"""How lengths are told to the second, where seconds that were left out would not add up."""

from __future__ import annotations

import re

from facilitui.core.told import MINUS, figure, minutes_run, nearest, to_the_second

_PARTS = re.compile(r"[0-9]{1,6}\.[0-9]{1,2}")
"""Minutes and a part of one, as they stand in a column."""


def nearest_second(minutes: float) -> float:
    """Minutes to the nearest second."""
    return nearest(minutes * 60) / 60


def run_to_second(minutes: float) -> str:
    """How long something ran, as it stands in a column of minutes: 45 s, 12, 12:45."""
    seconds = nearest(minutes * 60)
    if 0 < seconds < 60:
        return f"{figure(seconds)} s"
    return figure(seconds / 60) if seconds % 60 == 0 else to_the_second(minutes)


def lasted(minutes: float) -> str:
    """The same outside of such a column, where 12:45 may be read as hours: 12 min 45 s."""
    whole, seconds = divmod(int(nearest(minutes * 60)), 60)
    told = f"{whole} min {seconds} s"
    return told.removesuffix(" 0 s").removeprefix("0 min ")


def in_minutes(run: str) -> str:
    """What stands in such a column as it stands outside of it: 82 min, 2 min 30 s, 45 s."""
    if _PARTS.fullmatch(run):
        return lasted(float(run))
    return f"{run} min" if run[-1:].isdigit() else run


def ran(value: float) -> str:
    """How long something ran, as closely as it is told: 82 min, 2 min 30 s, 45 s."""
    return in_minutes(minutes_run(value))


def ran_of(value: float, planned: float) -> str:
    """How long something ran of what was planned: 82 of 75 min, 2 min 30 s of 2 min."""
    told, of = ran(value), ran(planned)
    return f"{told.removesuffix(' min') if of.endswith(' min') else told} of {of}"


def longer(minutes: float) -> str:
    """How much longer than planned something ran: as planned, 45 s longer, 2 min 20 s shorter."""
    if is_as_planned(minutes):
        return "as planned"
    return f"{lasted(abs(minutes))} {'longer' if minutes > 0 else 'shorter'}"


def is_as_planned(minutes: float) -> bool:
    """Whether a difference is none to the second."""
    return not nearest(minutes * 60)


def against_plan(minutes: float) -> str:
    """The same where there is little room: +2 min 20 s, −45 s, as planned."""
    if is_as_planned(minutes):
        return "as planned"
    return f"{_sign(minutes)}{lasted(abs(minutes))}"


def signed_run(minutes: float) -> str:
    """The same as it stands in a column: +2:20, −45 s, 0."""
    told = run_to_second(abs(minutes))
    if told == "0":
        return told
    return f"{_sign(minutes)}{told}"


def _sign(minutes: float) -> str:
    return "+" if minutes > 0 else MINUS
