"""What screens ask of the application about entries that are to count, or to be, no more."""

from __future__ import annotations

from facilitui.messages.asked import Asked
from facilitui.messages.going import Then


class WithdrawRequested(Asked):
    """Somebody wants to withdraw an entry, or to take that back."""

    entry: str
    then: Then
    """Called once it is done."""


class ReviewPurgeRequested(Asked):
    """Somebody wants to purge what they keep of another person's journal."""

    folder: str
    then: Then
    """Called once it is done."""


class PurgeRequested(Asked):
    """Somebody wants to purge an entry or its session, or to finish a purge that was begun."""

    entry: str
    """Empty where none is marked: then only one that was begun can be finished."""
    then: Then
    """Called once it is done."""
