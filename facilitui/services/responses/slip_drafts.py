"""Slips that are being typed in, as drafts: each program that types some has its own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from facilitui.core.errors import NotFound
from facilitui.core.responses.feedback import Response
from facilitui.core.responses.feedback_coming import Overlap, overlap
from facilitui.core.responses.slips import Slips
from facilitui.services.journals.entry_drafts import EntryDrafts
from facilitui.services.responses.heard import Kept, number_of

OTHERS = (
    "Other slips of this session were kept, typed on {}: ctrl+l puts them here; these stay kept."
)
NO_OTHERS = "no other slips of this session wait: these are all that were typed"
NAME = "slips-{}"
"""What the draft of a session's slips is called."""


class SlipDrafts:
    """The slips of each session as they were typed last."""

    def __init__(self, drafts: EntryDrafts) -> None:
        self._drafts = drafts

    async def find(self, session: str, new: Slips, kept: Sequence[Kept]) -> tuple[Slips, str]:
        """What was typed of a session's slips, else new ones; and what there is to say.

        What was `kept` in the journal since, and could not be forgotten then, is not offered
        again. What is unreadable is put aside.
        """
        draft = (await self._drafts.find(_name(session), None, bool)).body
        try:
            typed = Slips.model_validate(draft) if draft is not None else new
        except ValidationError:
            return new, await self._drafts.put_aside(_name(session))
        is_taken = await asyncio.to_thread(_taken_since, typed, kept)
        return (new if is_taken else typed), await self._others_told(session)

    async def _others_told(self, session: str) -> str:
        """Since when slips wait that another program left; empty where there are none."""
        others = await self._drafts.others(_name(session))
        return OTHERS.format(others[-1].kept_on) if others else ""

    async def go_on_with_others(self, session: str) -> None:
        """Take up slips that another program left; those that were kept before are left then.

        Of several it is always the oldest, so that each has its turn. Raises FacilituiError.
        """
        others = await self._drafts.others(_name(session))
        if not others:
            raise NotFound(NO_OTHERS)
        await self._drafts.go_on_with(_name(session), others[-1], "")

    async def keep(self, session: str, slips: Slips) -> None:
        """Keep what was typed so far. Raises NotSaved."""
        await self._drafts.keep(_name(session), slips.model_dump(mode="json"), "")

    async def drop(self, session: str) -> None:
        """Forget it, as it is in the journal."""
        await self._drafts.drop(_name(session))


def _name(session: str) -> str:
    return NAME.format(session)


def wait(draft: Mapping[str, Any], kept: Sequence[Kept]) -> bool:
    """Whether a draft has slips that say something, and that were not taken since."""
    try:
        typed = Slips.model_validate(draft)
    except ValidationError:
        return False
    return any(each != Response() for each in typed.responses) and not _taken_since(typed, kept)


def _taken_since(typed: Slips, kept: Sequence[Kept]) -> bool:
    """Whether typed slips were taken since they were begun; others may say just the same."""
    given = [each for each in typed.responses if each != Response()]
    later = [each.feedback for each in kept if number_of(each.entry) > typed.after]
    return any(overlap(given, each.responses) is Overlap.SAME for each in later)
