"""Words for the moment: what a host can say when something happens that nobody planned."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facilitui.core.base import Id, Line, Model


class Card(Model):
    """One kind of moment, and two lines that can be said aloud (≤ 25 words each)."""

    id: Id
    name: Line
    say: tuple[Line, Line]
    credit: Line = ""
    """Where the idea behind it comes from; the words are ours."""


class CardSet(Model):
    """Cards that belong together. As many as there are digits, so that one key chooses."""

    kind: Literal["cards"] = "cards"
    id: Id
    name: Line
    credit: Line = ""
    cards: tuple[Card, ...] = Field(min_length=1, max_length=9)
