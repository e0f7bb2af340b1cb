"""Asking what to hand over of a plan, writing it, and saying where it is and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.handout import FORMATS, Format, What
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.services.handing_over import HandingOver, with_calendar

if TYPE_CHECKING:
    from facilitui.services.plan_desk import PlanDesk

_KINDS = {
    Format.MARKDOWN: "Markdown, to be edited",
    Format.HTML: "HTML, to be printed or sent",
    Format.ICALENDAR: "iCalendar, for calendars",
}


async def hand_over(app: App[Any], handing_over: HandingOver, desk: PlanDesk) -> None:
    """Write the document that is chosen, and say where and what. Raises FacilituiError."""
    choices = [
        Choice(f"{what} {form}", what.label, _KINDS[form])
        for what, forms in FORMATS.items()
        for form in forms
    ]
    chosen = await app.push_screen_wait(ChooseDialog("Hand over", choices))
    if chosen is None:
        return
    what, form = chosen.split()
    if desk.plan.sensitive and what != What.RUN_SHEET:
        release = ConfirmDialog(
            "This session is marked sensitive",
            "Its title, purpose, blocks and norms would be seen by whoever gets this. "
            "Read it before you pass it on.",
            "write it",
        )
        if not await app.push_screen_wait(release):
            return
    document = handing_over.export(desk.view, desk.shelf, What(what), Format(form))
    where = await handing_over.keep(document)
    record = document.plan.calendar
    desk.record(lambda plan: with_calendar(plan, record))
    await desk.write()
    left_out = [f"Left out: {', '.join(document.left_out)}."] if document.left_out else []
    told = [f"Written to {where}", *left_out, *document.told]
    await app.push_screen_wait(PageDialog("Handed over", "\n\n".join(told)))
