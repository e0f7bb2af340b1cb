"""What was typed into a form that cannot be opened any more."""

from __future__ import annotations

from facilitui.core.ports import DraftStore
from facilitui.services.journals.journal_entries import typed_in


class UnopenedDrafts:
    """Drafts by their names: looked at as they were typed, and thrown away."""

    def __init__(self, drafts: DraftStore) -> None:
        self._drafts = drafts

    async def typed(self, name: str) -> tuple[str, ...]:
        """The texts of a draft that no other program is writing; none where there is none."""
        left = (each.value for each in await self._drafts.left(name) if each.name == name)
        typed = typed_in(next(left, None))
        return tuple(text for text in typed.values() if text.strip())

    async def throw_away(self, name: str) -> None:
        """Forget one for good. Raises NotSaved where it stays."""
        await self._drafts.find(name)  # only what this program holds is its own to drop
        await self._drafts.drop(name)
