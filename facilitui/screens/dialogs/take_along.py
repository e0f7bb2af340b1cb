"""Asking as what the shown entries are taken along, and saying where that lies."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.attaching_ports import Progress
from facilitui.core.told import size
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.widgets.paper_screen import PaperScreen

if TYPE_CHECKING:
    from facilitui.services.taking_along import TakingAlong

QUIET_SECONDS, EACH_SECONDS = 1.0, 0.5
"""So long nothing is told, and then so often."""
_CHOICES = (
    Choice("json", "JSON Lines", "with all revisions, for another journal"),
    Choice("md", "Markdown", "with all revisions, to be read"),
)


async def take_along(app: App[Any], taking: TakingAlong, query: str, group: str) -> None:
    """Have what is shown written as is chosen. Raises FacilituiError."""
    from facilitui.services.taking_along import Form

    title = "Export what is found" if query.strip() or group else "Export the journal"
    chosen = await app.push_screen_wait(ChooseDialog(title, _CHOICES))
    if chosen is None:
        return
    progress = Progress()
    work = asyncio.ensure_future(taking.write(query, group, Form(chosen), progress))
    wait = QUIET_SECONDS
    while not (await asyncio.wait({work}, timeout=wait))[0]:
        wait = EACH_SECONDS
        _tell(app, f"Writing: {size(progress.done)} of {size(progress.total)}.")
    told = await work
    _tell(app, "")
    await app.push_screen_wait(PageDialog("Exported", "\n\n".join(told)))


def _tell(app: App[Any], told: str) -> None:
    if isinstance(app.screen, PaperScreen):
        app.screen.tell(told)
