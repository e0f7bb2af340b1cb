"""Screens that are drawn before all of them is there, and the news that it is."""

from __future__ import annotations

from textual.message import Message


class Ready(Message):
    """Something that keys may have waited for is there, or will not come."""


class MadeLater:
    """A screen that is seen at once, while what takes its keys is still being made."""

    ready = False
    """Whether all that takes keys is there by now."""
