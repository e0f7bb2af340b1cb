"""Leaving what cannot be kept: nothing that was typed goes without a word."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.unkept import Unkept, told


class TypedOn:
    """A screen on which something may be typed."""

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of it, once what was typed last is handed on and tried."""
        return ()


class HoldUp:
    """Holds somebody up who would leave without something, once for everything there is."""

    def __init__(self, leaves: str) -> None:
        """`leaves` is what leaves all the same, such as "ctrl+q again quits"."""
        self._leaves = leaves
        self._told: Sequence[Unkept] = ()

    def told(self, unkept: Sequence[Unkept]) -> str:
        """What has to be said before; empty where nothing would be lost, or it is wanted so."""
        before, self._told = self._told, unkept
        return told(unkept, self._leaves) if unkept and unkept != before else ""
