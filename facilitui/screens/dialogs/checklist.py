"""The items of a checklist, ticked off one by one; each with its day, and a note if it has one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual.actions import SkipAction
from textual.app import App
from textual.binding import Binding

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import lacking_told
from facilitui.core.told import capital, day_of_month
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.widgets.row_list import RowList

if TYPE_CHECKING:
    from facilitui.services.pathways.log_keeping import LogKeeping
    from facilitui.services.pathways.progressing import Progressing

WRITE = "write "
"""How the key of an item begins of which the day and a note are to be written."""
OPEN, DONE = "open", "✓ done"
Write = Callable[[Slot, str], Awaitable[object]]
"""Lets the day and a note be written, of an item and of its entry where it has one."""


class ChecklistDialog(ChooseDialog):
    """Space or enter ticks an item or takes that back, tab asks for its day and a note."""

    BINDINGS = [
        Binding("tab", "write", "day and note", show=False),
        Binding("space", "tick", "tick", show=False, priority=True),
    ]

    def keys(self) -> list[Key]:
        """What can be done."""
        (_, *others) = super().keys()
        return [("space", "tick"), ("tab", "day, note"), *others[-1:]]

    def action_tick(self) -> None:
        """Tick the marked item, as enter does; in words that are looked for it is a blank."""
        if self._typed:
            raise SkipAction
        if marked := self.query_one(RowList).marked:
            self.dismiss(marked)

    def action_write(self) -> None:
        """Ask for the day and a note of the marked item."""
        if marked := self.query_one(RowList).marked:
            self.dismiss(f"{WRITE}{marked}")


async def tick_off(
    app: App[Any],
    progressing: Progressing,
    log: LogKeeping,
    enrolment: str,
    requirement: str,
    write: Write,
) -> None:
    """Let items of a checklist be ticked off one by one; each is kept at once.

    Raises FacilituiError.
    """
    item: str | None = ""
    while item is not None:
        found = (await progressing.of(enrolment)).told.of(requirement)
        if found is None:
            return
        item = await app.push_screen_wait(_dialog(found, item.removeprefix(WRITE)))
        if item is None:
            return
        slot = found.slots[int(item.removeprefix(WRITE))]
        if item.startswith(WRITE):
            await write(slot.slot, _entry(slot))
        else:
            await log.tick(enrolment, requirement, slot.slot)


def _dialog(found: Progress, mark: str) -> ChecklistDialog:
    """Raises FacilituiError where it has no items yet."""
    if not found.slots:
        raise FacilituiError(found.told)
    rows = [Choice(f"{n}", each.name, *_told(each)) for n, each in enumerate(found.slots)]
    return ChecklistDialog(capital(found.requirement.text), rows, mark, away="done")


def _entry(item: SlotProgress) -> str:
    """What says that an item is done; empty where nothing does."""
    lacking = (each.source for each in item.lacking if each.source is not None)
    return next((each.entry for each in (*item.by, *lacking)), "")


def _told(item: SlotProgress) -> tuple[str, str]:
    """What is told beside it, and on which day it was done or what it lacks."""
    if not item.by:
        return lacking_told(item.lacking), OPEN
    on = item.by[-1].on
    return day_of_month(on) if on else "", DONE
