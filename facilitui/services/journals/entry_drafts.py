"""What is being typed for an entry of the journal: kept beside it until it is saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facilitui.core.errors import NotSaved, PurgedMeanwhile
from facilitui.core.journals.journal import IMPORTED, Document
from facilitui.core.journals.written_over import KEPT_AT, is_purged_since, read_as
from facilitui.core.ports import Clock, DraftStore
from facilitui.core.told import wall_clock
from facilitui.services.typed_last import put_aside

OVER = "over"
"""Where a draft says over which revision it is written: its hash, empty where none is saved."""
OLDER = (
    "Your draft is older than what was saved on {}: it stands here; ctrl+s saves it as the next "
    "revision."
)
GONE = "What it was written over is no longer in the journal: v there names what is damaged."
Adds = Callable[[Mapping[str, Any]], bool]
"""Whether what was typed says anything that the newest revision does not; in doubt it does."""
EveryRevision = Callable[[], Awaitable[Collection[Document]]]
"""Gives all documents of the journal as they are now."""


@dataclass(frozen=True, slots=True)
class TypedLast:
    """What was typed last for an entry."""

    body: Mapping[str, Any] | None = None
    """None where there is no draft of it."""
    told: str = ""
    """What there is to say of it where it was not typed over what was saved last."""
    over: str = ""
    """The hash of the revision that it was typed over; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class OtherDraft:
    """A further draft of an entry, typed in another copy or before what was saved."""

    name: str
    """What the store knows it by."""
    body: Mapping[str, Any]
    kept_on: str
    """The day and the time of it, in words."""


class EntryDrafts:
    """Drafts of entries, each by the entry's id."""

    def __init__(
        self, drafts: DraftStore, clock: Clock, documents: EveryRevision | None = None
    ) -> None:
        """`documents` gives those of the journal, where a purge may be noticed."""
        self._drafts, self._clock, self._documents = drafts, clock, documents

    async def keep(self, entry: str, body: Mapping[str, Any], over: str) -> None:
        """Keep what is typed over the revision that was read. Raises NotSaved.

        Raises PurgedMeanwhile where that one was purged since: nothing is kept then. It is looked
        for once the draft is kept, since no journal that is at work may hold up what is typed.
        """
        about = {KEPT_AT: self._clock.read().at.isoformat(), OVER: over}
        await self._drafts.keep(entry, {**about, **body})
        if self._documents is not None and is_purged_since(await self._documents(), over):
            await self.drop(entry)
            raise PurgedMeanwhile

    async def drop(self, entry: str) -> None:
        """Forget it, as it is saved; one that cannot be removed is older, and hides nothing."""
        with suppress(NotSaved):
            await self._drafts.drop(entry)

    async def put_aside(self, entry: str) -> str:
        """Put what this version cannot read out of the way; what became of it."""
        return await put_aside(self._drafts, entry)

    async def find(
        self, entry: str, saved: Document | None, adds: Adds, alike: Collection[str] = ()
    ) -> TypedLast:
        """What was typed last. One that was typed over an earlier revision is told to be.

        But not where that one, by what it is read as, is `alike` in all that is typed about. It is
        forgotten where all it says is saved: no clock knows which of the two came first.
        """
        draft = await self._found(entry, saved)
        if draft is None or is_over(draft, saved) or adds(_body(draft)):
            return self._typed(draft, saved, alike)
        await self.drop(entry)
        return TypedLast()

    async def find_beside(self, entry: str, saved: Document | None) -> TypedLast:
        """The same, but what was left over stays where it is, as one of the `others`."""
        draft = await self._found(entry, saved)
        if is_left_over(draft, saved):
            await self._drafts.go_on_with(entry)
            return TypedLast()
        return self._typed(draft, saved)

    async def _found(self, entry: str, saved: Document | None) -> Mapping[str, Any] | None:
        """What was typed last; what was typed over a text that was purged since is forgotten."""
        draft = await self._drafts.find(entry)
        if draft is not None and saved is not None and is_purged_since((saved,), _over(draft)):
            await self.drop(entry)
            return None
        return draft

    async def look(self, entry: str) -> Mapping[str, Any] | None:
        """What was typed last, only looked at; None where another program is writing it."""
        left = await self._drafts.left(entry)
        return next((each.value for each in left if each.name == entry), None)

    async def others(self, entry: str) -> tuple[OtherDraft, ...]:
        """Every further draft of an entry, the newest first."""
        found = await self._drafts.others(entry)
        return tuple(
            OtherDraft(each.name, _body(each.value), self._day(each.value.get(KEPT_AT)))
            for each in found
        )

    async def go_on_with(self, entry: str, other: OtherDraft, over: str) -> None:
        """Make one of the others what was typed last, over the revision of that hash.

        What was that before is one of the others then. Raises NotFound or NotSaved.
        """
        await self._drafts.go_on_with(entry, other.name)
        try:
            await self.keep(entry, other.body, over)
        except NotSaved:
            await self._drafts.go_on_with(entry)  # so that nothing is written over it
            raise

    async def forget(self, other: OtherDraft) -> None:
        """Delete one of the others, for good. Raises NotFound or NotSaved."""
        await self._drafts.forget(other.name)

    def _typed(
        self, draft: Mapping[str, Any] | None, saved: Document | None, alike: Collection[str] = ()
    ) -> TypedLast:
        if draft is None:
            return TypedLast()
        if saved is None:
            return TypedLast(_body(draft), GONE if draft.get(OVER) else "")
        is_older = draft.get(OVER, read_as(saved)) not in (read_as(saved), *alike)
        told = OLDER.format(self._day(saved["made_at"])) if is_older else ""
        return TypedLast(_body(draft), told, _over(draft))

    def _day(self, moment: object) -> str:
        """The day and the time of a moment, here."""
        try:
            at = datetime.fromisoformat(str(moment)).astimezone(self._clock.zone(""))
        except (ValueError, OverflowError):
            return "another day"
        return f"{at:%a} {at.day} {at:%b} at {wall_clock(at)}"


def _over(draft: Mapping[str, Any]) -> str:
    return str(draft.get(OVER) or "")


def _body(draft: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, without when and over what."""
    return {key: value for key, value in draft.items() if key not in (KEPT_AT, OVER)}


def is_over(draft: Mapping[str, Any], saved: Document | None) -> bool:
    """Whether a draft was typed over that very revision, and so after it, whatever a clock says."""
    return saved is None or draft.get(OVER) == read_as(saved)


def is_left_over(draft: Mapping[str, Any] | None, saved: Document | None) -> bool:
    """Whether a draft was kept before this journal saved the entry, as far as a clock tells.

    Not where it does not say when, or where another journal saved it.
    """
    if draft is None or saved is None or IMPORTED in saved or is_over(draft, saved):
        return False
    try:
        made_at = datetime.fromisoformat(saved["made_at"])
        return datetime.fromisoformat(str(draft.get(KEPT_AT))) < made_at
    except (ValueError, TypeError):
        return False
