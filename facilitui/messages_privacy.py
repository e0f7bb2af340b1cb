"""What screens ask of the application about entries that are to count, or to be, no more."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from facilitui.messages import Then


@dataclass
class WithdrawRequested(Message):
    """Somebody wants to withdraw an entry, or to take that back."""

    entry: str
    then: Then
    """Called once it is done."""


@dataclass
class PurgeRequested(Message):
    """Somebody wants to purge an entry or its session, or to finish a purge that was begun."""

    entry: str
    """Empty where none is marked: then only one that was begun can be finished."""
    then: Then
    """Called once it is done."""
