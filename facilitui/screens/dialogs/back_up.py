"""Asking where a backup shall lie, showing how far it is, and saying what is in it."""

from __future__ import annotations

from typing import Any

from textual.app import App

from facilitui.core.backups.backup_ports import BackedUp
from facilitui.core.backups.backup_told import backed_up, lacking
from facilitui.core.told import capital
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.services.backups.safekeeping import Safekeeping

ABOUT = (
    "Plans, sessions, journal, attachments, drafts and settings go into one zip file that only you "
    "can read. Lay a copy of it on another disk; facilitui journal restore brings it all back."
)


async def back_up(app: App[Any], safekeeping: Safekeeping) -> None:
    """Pack everything into a file that is named, and say what became of it."""
    dialog: FileDialog[BackedUp] = FileDialog(
        "Back up everything",
        ABOUT,
        "pack",
        safekeeping.back_up,
        suggested=safekeeping.backup_place(),
    )
    made = await app.push_screen_wait(dialog)
    if made is not None:
        sentences = (
            f"{backed_up(made)}. It was read again and is whole.",
            *(f"Not in it: {each}." for each in made.lost),
            *(f"{capital(each)}." for each in lacking(made)[len(made.lost) :]),
            *(f"Left out: {each}." for each in made.left_out),
        )
        await app.push_screen_wait(PageDialog("Backed up", "\n\n".join(sentences)))
