"""Screens that one key covers with what the room may see, whatever lies over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from facilitui.widgets.paper_screen import PaperScreen


class Coverable:
    """A screen with something private on it, or its cover."""

    def change_cover(self) -> None:
        """Cover it, or show it again."""
        raise NotImplementedError


def coverable_in(stack: Sequence[Screen[Any]]) -> Coverable | None:
    """What the key covers or shows again; dialogs, help and the palette lie over it."""
    below = (screen for screen in reversed(stack) if isinstance(screen, Coverable | PaperScreen))
    first = next(below, None)
    return first if isinstance(first, Coverable) else None
