"""Asking what to hand over of a plan, and saying where it is and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.reports.handout import FORMATS, Format, What, needs_release
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import release
from facilitui.screens.dialogs.page import PageDialog

if TYPE_CHECKING:
    from facilitui.services.plans.handing_over import HandingOver
    from facilitui.services.plans.plan_desk import PlanDesk

_KINDS = {
    Format.MARKDOWN: "Markdown, to be edited",
    Format.HTML: "HTML, to be printed or sent",
    Format.ICALENDAR: "iCalendar, for calendars",
}
SEEN = "Its title, purpose, blocks and norms"
"""What of a sensitive session others would see."""


async def hand_over(app: App[Any], handing_over: HandingOver, desk: PlanDesk) -> None:
    """Have the document written that is chosen, and show what is said of it.

    Raises FacilituiError.
    """
    chosen = await app.push_screen_wait(ChooseDialog("Hand over", _choices()))
    if chosen is None:
        return
    what, form = chosen.split()
    if needs_release(desk.plan, What(what)) and not await app.push_screen_wait(release(SEEN)):
        return
    told = await handing_over.hand_over(desk, What(what), Format(form))
    await app.push_screen_wait(PageDialog("Handed over", "\n\n".join(told)))


def _choices() -> list[Choice]:
    return [
        Choice(f"{what} {form}", what.label, _KINDS[form])
        for what, forms in FORMATS.items()
        for form in forms
    ]
