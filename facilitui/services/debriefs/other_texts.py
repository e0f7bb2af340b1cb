"""Further texts of one debrief: typed in another copy of the program, or before what was saved."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.differences import Difference, differences
from facilitui.core.errors import FacilituiError
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.services.debriefs.lenses import Lenses
from facilitui.services.journals.entry_drafts import EntryDrafts, OtherDraft

TOLD = "Another text of this debrief was kept, typed on {}: ctrl+l lays it beside this one."
SEVERAL = "{} other texts of this debrief were kept: ctrl+l lays each beside this one."


@dataclass(frozen=True, slots=True)
class OtherText:
    """One of them."""

    draft: OtherDraft
    debrief: Debrief


class OtherTexts:
    """Those of one debrief that say what it does not say, the newest first."""

    def __init__(self, drafts: EntryDrafts, entry: str, desk: DebriefDesk) -> None:
        self._drafts, self._entry, self._desk = drafts, entry, desk
        self.found: tuple[OtherText, ...] = ()

    async def look(self) -> None:
        """Find them. What this version cannot read stays where it is, and is none of them."""
        drafts = await self._drafts.others(self._entry)
        read = (OtherText(each, made) for each in drafts if (made := _read(each)) is not None)
        self.found = tuple(each for each in read if any(row.adds for row in self._rows(each)))

    @property
    def told(self) -> str:
        """What there is to say of them when the debrief is opened."""
        if len(self.found) > 1:
            return SEVERAL.format(len(self.found))
        return "".join(TOLD.format(each.draft.kept_on) for each in self.found)

    def beside(self, other: OtherText) -> Lenses:
        """What is written now beside one of them."""
        names = ("this text", f"typed on {other.draft.kept_on}")
        return Lenses(self._desk.debrief.title, names, self._rows(other), "Two texts")

    async def go_on_with(self, other: OtherText) -> None:
        """Make one of them the draft of the debrief; what is written now is one of them then.

        The debrief is to be opened anew. Raises NotFound or NotSaved.
        """
        await self._desk.keep_draft()
        self._desk.is_left = True
        try:
            await self._drafts.go_on_with(self._entry, other.draft, self._desk.over)
        except FacilituiError:
            self._desk.is_left = False
            raise

    async def forget(self, other: OtherText) -> None:
        """Delete one of them, for good. Raises NotFound or NotSaved."""
        await self._drafts.forget(other.draft)
        self.found = tuple(each for each in self.found if each != other)

    def _rows(self, other: OtherText) -> tuple[Difference, ...]:
        desk = self._desk
        return differences(desk.debrief, other.debrief, desk.facts, desk.zone)


def _read(draft: OtherDraft) -> Debrief | None:
    try:
        return Debrief.model_validate(draft.body)
    except ValidationError:
        return None
