"""How something logged begins: what it says before anything is typed, and where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.requirements import ChecklistOf, EvidenceOf, Log, Writing
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import Slots, slots_of
from facilitui.core.ports import LeftDraft
from facilitui.services.forms import log_slot as at
from facilitui.services.forms.log_values import asks_of

NO_SCHOOL = "{}: enter the schools first, among its details on the board"
NO_MEMBER = "{}: enter who takes part first, on the roster of the board"


@dataclass(frozen=True, slots=True)
class LogPlace:
    """Where in an enrolment something is logged."""

    scope: Scope
    asked: Logging | None
    """None where the pathway asks for it no more."""

    @property
    def slots(self) -> Slots | None:
        """What it is asked for anew; None where it is asked for once."""
        return slots_of(self.asked, self.scope) if self.asked is not None else None

    def moves(self, slot: Slot, *, is_saved: bool) -> bool:
        """Whether somebody may say in the form what it is for."""
        if self.asked is None or at.stands_once(self.asked):
            return False
        return is_saved or not at.is_placed(self.slots, slot)


def begun(about: LogEntry, place: LogPlace) -> LogEntry:
    """What a new one says, for the slot that was wanted; one that is no slot is left to be chosen.

    Today is proposed only beside something that has to be typed, or is done by oneself: nothing is
    logged by itself, and on which day somebody else said something is theirs.
    Raises FacilituiError where nothing can be logged yet, as there is nothing that it is for.
    """
    asked, scope, slots = place.asked, place.scope, place.slots
    if asked is None:
        return about
    if slots is not None and slots.unknown:
        hint = NO_SCHOOL if slots.asks[:1] == ("school",) else NO_MEMBER
        raise FacilituiError(hint.format(slots.unknown))
    slot = about.slot
    if slots is not None and not at.is_placed(slots, slot):
        slot = at.open_slot(asked, slots, slot, scope) if at.stands_once(asked) else Slot()
    must = isinstance(asked, Log) and any(not field.optional for field in asked.fields)
    is_done = isinstance(asked, EvidenceOf | Writing | ChecklistOf)
    on = scope.today if must or is_done else None
    new = {"text": asked.text, "asks": asks_of(asked), "slot": slot, "on": about.on or on}
    said = about.model_copy(update=new)
    can_rest = at.bases(asked, slot.school, scope)
    return at.resting_on(said, can_rest[0]) if len(can_rest) == 1 else said


def standing(said: LogEntry, place: LogPlace) -> str:
    """The entry that there is for a slot, where there is one for each; else empty."""
    if place.asked is None or not at.stands_once(place.asked):
        return ""
    slots = place.slots
    there = place.scope.logged.get(place.asked.id, ())
    own = [e for e in there if slots is None or slots.place(e.said.slot) == slots.place(said.slot)]
    return own[-1].source.entry if own else ""


def left_for(said: LogEntry, left: Iterable[LeftDraft]) -> LeftDraft | None:
    """What was begun under the same requirement, for a slot that may be meant, and not saved."""
    slot = {key: value for key, value in said.slot.model_dump().items() if value}
    for each in left:
        about = about_in(each.value)
        if about is None or _under(about) != _under(said):
            continue
        if slot.items() <= about.slot.model_dump().items():
            return each
    return None


def about_in(draft: Mapping[str, Any]) -> LogEntry | None:
    """What a draft says that it is about; None where it does not."""
    about = {key: draft[key] for key in _ABOUT if key in draft}
    try:
        found = LogEntry.model_validate(about)
    except ValidationError:
        return None
    return found if found.enrolment and found.requirement else None


_ABOUT = ("enrolment", "requirement", "slot", "on")


def _under(said: LogEntry) -> tuple[str, str]:
    return said.enrolment, said.requirement
