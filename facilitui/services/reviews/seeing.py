"""Saying that what a review showed is seen, and taking that back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from facilitui.core.journals.journal import Document
from facilitui.core.ports import Clock
from facilitui.core.reviews.looked import Looked, came_since, looked_at, seen_too
from facilitui.core.reviews.mentoring_ports import LookedStore
from facilitui.core.told import plural

SEEN = "{} seen: from now on only what comes later is new; u takes it back."
SEEN_OF_FOUND = (
    "{} seen, of what the search found; what it did not find stays new; u takes it back."
)
NOTHING_NEW = "Nothing is new."
NOTHING_NEW_FOUND = "Nothing that the search found is new."
NEW_AGAIN = "What was new before is new again."
NOTHING_TO_UNDO = "Nothing was said to be seen since this was opened."


class Seeing:
    """Up to where somebody looked, as long as a review is open. All may raise NotSaved."""

    def __init__(self, looked: LookedStore, clock: Clock) -> None:
        self._looked, self._clock = looked, clock
        self._before: tuple[Looked, ...] = ()
        """The looks that can be gone back to, the last one at the end."""

    def begin(self) -> None:
        """A review is opened: what was seen before that stays seen."""
        self._before = ()

    async def looked(self) -> Looked:
        """The last look."""
        return await self._looked.looked()

    async def all_seen(
        self, shown: Sequence[Document], came: Collection[str], found: Collection[str] | None
    ) -> str:
        """Say that all that was shown is seen, or what a search found of it; what came of it.

        `came` are the entries that are new, `found` those of a search; None without one.
        """
        before = await self._looked.looked()
        if found is not None:
            return await self._found_seen(shown, before, [each for each in came if each in found])
        if not came:
            return NOTHING_NEW
        await self._keep(before, looked_at(shown, self._clock.read().at))
        return SEEN.format(plural(len(came), "entry is", "entries are"))

    async def _found_seen(
        self, shown: Sequence[Document], before: Looked, found: Collection[str]
    ) -> str:
        if not found:
            return NOTHING_NEW_FOUND
        seen = (each for each in came_since(shown, before) if each["id"] in found)
        await self._keep(before, seen_too(before, seen))
        return SEEN_OF_FOUND.format(plural(len(found), "entry is", "entries are"))

    async def _keep(self, before: Looked, looked: Looked) -> None:
        await self._looked.keep(looked)
        self._before = (*self._before, before)

    @property
    def can_go_back(self) -> bool:
        """Whether something was said to be seen since the review was opened."""
        return bool(self._before)

    async def go_back(self) -> str:
        """Take back what was last said to be seen; what came of it."""
        if not self._before:
            return NOTHING_TO_UNDO
        await self._looked.keep(self._before[-1])
        self._before = self._before[:-1]
        return NEW_AGAIN
