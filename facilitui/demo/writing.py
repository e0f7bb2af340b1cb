"""Filling in a form of an entry, as somebody at the screen does."""

from __future__ import annotations

from typing import Any

from facilitui.core.errors import FacilituiError
from facilitui.services.journals.entry_form import EntryForm


async def write(made: EntryForm[Any], **typed: str) -> str:
    """Fill in a form and save it; its entry.

    Raises FacilituiError where something cannot be understood, or the form refuses it.
    """
    if wrong := made.take({**made.values, **typed}):
        raise FacilituiError(wrong)
    await made.save()
    return made.entry
