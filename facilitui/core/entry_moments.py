"""When an entry is listed: moments and days as a machine's own zone has them."""

from __future__ import annotations

from datetime import datetime, tzinfo


def in_zone(moment: str, zone: tzinfo) -> datetime | None:
    """A moment, or a day's beginning, in a zone; None where it is neither."""
    try:
        found = datetime.fromisoformat(moment)
        return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
    except (ValueError, OverflowError):
        return None
