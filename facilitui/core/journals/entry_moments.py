"""When an entry is listed: moments and days as a zone has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from functools import cache

from facilitui.core.any_shape import Body, text_in
from facilitui.core.journals import entries

Local = Callable[[str, str], datetime | None]
"""Gives a moment, or a day's beginning, in the zone of that name, which is this machine's own for
an empty or unknown one; None where it is neither."""


def local_by(zone: Callable[[str], tzinfo]) -> Local:
    """What gives moments in zones that are asked for by their names, each once."""
    known = cache(zone)
    return lambda moment, name: in_zone(moment, known(name))


def listed_at(body: Body, made_at: str, local: Local) -> datetime | None:
    """When the session was held, else when the entry was made, as clocks had it where it was held:
    an entry bears the same day wherever it is read.
    """
    return local(entries.day(body, made_at), text_in(body, "zone"))


def day_held(held_at: datetime | None, zone: str, local: Local) -> date | None:
    """The day of a session as it was in its zone; None where nobody knows when it was."""
    held = local(held_at.isoformat(), zone) if held_at is not None else None
    return held.date() if held is not None else None


def in_zone(moment: str, zone: tzinfo) -> datetime | None:
    """A moment, or a day's beginning, in a zone; None where it is neither."""
    try:
        found = datetime.fromisoformat(moment)
        return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
    except (ValueError, OverflowError):
        return None
