"""A form's answers as they would be taken, with its columns as they were chosen before."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from facilitui.core import column_changes as chosen
from facilitui.core.errors import NotSaved
from facilitui.core.feedback import Asked, Item
from facilitui.core.feedback_columns import Column, Columns, guessed
from facilitui.core.feedback_reading import FormRead, read_form
from facilitui.core.feedback_scale import AGREE, EVEN, OFFERED, Scale
from facilitui.core.form_days import Days, answered_on
from facilitui.core.form_memory import (
    as_kept,
    as_remembered,
    asked_otherwise,
    form_id,
    no_growth,
    row_ids,
)
from facilitui.core.form_words import IN_FIGURES, IN_WORDS, Reading
from facilitui.core.plan import Goal
from facilitui.core.ports import Drafts
from facilitui.core.raw_table import RawTable

DRAFT = "feedback-columns"
"""Where the columns of forms are kept; a form's questions are only there as a digest."""
MOST_FORMS = 100
"""Forms that are remembered, the last ones."""
Forms = list[dict[str, Any]]
"""The forms whose columns are remembered, the last one last."""


@dataclass(frozen=True, slots=True)
class FormPreview:
    """A form as it would be taken. Nothing is kept of it until it is."""

    name: str
    """The file's name."""
    table: RawTable
    columns: Columns
    read: FormRead
    goals: tuple[Goal, ...] = ()
    """What a question can be about, beside the session as a whole."""
    answered_on: Days | None = None
    """The first and the last day on which they answered, where that can be told."""
    remembered: bool = False
    """Whether its columns are as they were chosen for this form before."""
    walked: tuple[int, Columns] | None = None
    """The column that items are tried for, with all columns as they were before."""

    @property
    def losing(self) -> str:
        """The heading of the column that what is tried would leave out; empty where none is."""
        return chosen.losing(self.walked[1], self.columns, self.walked[0]) if self.walked else ""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What was asked on another scale than usual, or about one goal."""
        return asked_otherwise(self.columns, self.goals)

    def rows(self, session: str) -> tuple[str, ...]:
        """By what its rows are known again, whichever columns are taken."""
        return row_ids(self.table, self.columns, session)

    @property
    def to_look_at(self) -> tuple[str, ...]:
        """What was read in a way that somebody may want to look at before taking it."""
        looks = (f"“{each.heading}”: {each.look}" for each in self.columns if each.look)
        return (*self.table.told, *looks)

    @property
    def no_growth(self) -> str:
        """Why before and now cannot be compared; empty where they can."""
        return no_growth(self.columns)


def looked_at(name: str, table: RawTable, forms: Forms, goals: Sequence[Goal]) -> FormPreview:
    """A form with its columns as they were chosen before, else guessed."""
    guess, form = guessed(table, goals), form_id(table)
    kept = next((each.get("columns") for each in forms if each.get("form") == form), None)
    known = as_remembered(guess, kept, goals)
    columns = guess if known is None else known
    read = read_form(table, columns)
    days = answered_on(table)
    return FormPreview(name, table, columns, read, tuple(goals), days, known is not None)


def scales_offered(column: Column) -> tuple[Scale, ...]:
    """The scales that a column's answers can be on; none for what is answered in words."""
    usual = column.item.usual if column.item else None
    if usual is None:
        return ()
    if column.reading in IN_WORDS:
        return (usual, EVEN) if usual == AGREE else (usual,)
    return tuple(dict.fromkeys((column.scale, *OFFERED)))


def readings_offered(column: Column) -> tuple[Reading, ...]:
    """How a column's answers can be read; none for what is answered in words."""
    if not column.on_scale:
        return ()
    return IN_WORDS if column.reading in IN_WORDS else IN_FIGURES


async def with_item(preview: FormPreview, at: int, item: Item | None) -> FormPreview:
    """The same form with another item for a column.

    As long as items are tried for one column, each takes from the columns as they were before.
    """
    tried = preview.walked is not None and preview.walked[0] == at
    before = preview.walked[1] if preview.walked is not None and tried else preview.columns
    columns = chosen.with_item(preview.table, before, at, item, preview.goals)
    return replace(await _with(preview, columns), walked=(at, before))


async def with_goal(preview: FormPreview, at: int, goal: str) -> FormPreview:
    """The same form with a column that asks about another goal."""
    return await _with(preview, chosen.with_goal(preview.columns, at, goal))


async def with_reading(preview: FormPreview, at: int, reading: Reading) -> FormPreview:
    """The same form with a column's answers read in another way."""
    return await _with(preview, chosen.with_reading(preview.columns, at, reading))


async def with_scale(preview: FormPreview, at: int, scale: Scale) -> FormPreview:
    """The same form with a column's answers on another scale."""
    return await _with(preview, chosen.with_scale(preview.columns, at, scale))


async def _with(preview: FormPreview, columns: Columns) -> FormPreview:
    read = await asyncio.to_thread(read_form, preview.table, columns)
    return replace(preview, columns=columns, read=read, remembered=False, walked=None)


class FormMemory:
    """The columns of the forms that were taken in, offered when a form comes again."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    async def forms(self) -> Forms:
        """What is remembered; nothing of what cannot be read."""
        kept = (await self._drafts.find(DRAFT) or {}).get("forms")
        return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []

    async def remember(self, preview: FormPreview) -> None:
        """Offer these columns for the same form next time. Nothing else hangs on it."""
        form = form_id(preview.table)
        others = [each for each in await self.forms() if each.get("form") != form]
        kept = [*others, {"form": form, "columns": as_kept(preview.columns, preview.goals)}]
        with suppress(NotSaved):
            await self._drafts.keep(DRAFT, {"forms": kept[-MOST_FORMS:]})
