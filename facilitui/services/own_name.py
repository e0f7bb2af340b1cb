"""What somebody is called: told once, and known from then on."""

from __future__ import annotations

from facilitui.core.reviews.mentoring_ports import OwnName


class KnownName:
    """A name, known until the program ends even where it cannot be kept."""

    def __init__(self, kept: OwnName) -> None:
        self._kept, self._told = kept, ""
        self.was_asked = False
        """Whether it was asked since the program began: nobody who gave none is asked again."""
        self.typed = ""
        """What was typed of it where somebody went back, until the program ends."""

    async def name(self) -> str:
        """The name; empty where none was told."""
        return self._told or await self._kept.name()

    async def keep(self, name: str) -> None:
        """Keep it. Raises NotSaved; it is known all the same for now."""
        self._told = name
        await self._kept.keep(name)
