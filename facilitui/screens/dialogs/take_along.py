"""Asking as what the shown entries are taken along, and saying where that lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.told import size
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.long_work import telling
from facilitui.screens.dialogs.page import PageDialog
from facilitui.widgets.paper_screen import PaperScreen

if TYPE_CHECKING:
    from facilitui.services.journals.taking_along import TakingAlong

COMMON = "with all revisions"
_CHOICES = (
    Choice("json", "JSON Lines", "for another journal"),
    Choice("md", "Markdown", "to be read"),
)


async def take_along(app: App[Any], taking: TakingAlong, query: str, group: str) -> None:
    """Have what is shown written as is chosen. Raises FacilituiError."""
    from facilitui.screens.dialogs.review import named
    from facilitui.services.journals.taking_along import Form

    def writing(progress: Progress) -> None:
        _tell(app, f"Writing: {size(progress.done)} of {size(progress.total)}.")

    what = await taking.told_of(query, group)
    title = f"Export what is found: {what}" if what else "Export the journal"
    chosen = await app.push_screen_wait(ChooseDialog(title, _CHOICES, common=COMMON))
    if chosen is None:
        return
    if Form(chosen) is Form.LINES and not await named(app, taking.names, required=False):
        return
    told = await telling(app, partial(taking.write, query, group, Form(chosen)), writing)
    _tell(app, "")
    await app.push_screen_wait(PageDialog("Exported", "\n\n".join(told)))


def _tell(app: App[Any], told: str) -> None:
    if isinstance(app.screen, PaperScreen):
        app.screen.tell(told)
