"""A form's answers as they would be taken, with its columns as they were chosen before."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from facilitui.core.agendas_outside.raw_table import RawTable
from facilitui.core.plans.plan import Goal
from facilitui.core.responses import column_changes as chosen
from facilitui.core.responses.feedback import Asked, Item
from facilitui.core.responses.feedback_columns import Column, Columns, guessed
from facilitui.core.responses.feedback_reading import FormRead, read_form
from facilitui.core.responses.feedback_scale import AGREE, EVEN, OFFERED, Scale
from facilitui.core.responses.form_days import Days, answered_on
from facilitui.core.responses.form_memory import (
    Forms,
    as_remembered,
    asked_otherwise,
    columns_of,
    form_id,
    no_growth,
    row_ids,
)
from facilitui.core.responses.form_words import IN_FIGURES, IN_WORDS, Reading
from facilitui.core.told import in_quotes


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
    zone: tzinfo | None = None
    """Where the session was; None where that is not known."""
    answered_on: Days | None = None
    """The first and the last day on which they answered, where that can be told."""
    remembered: bool = False
    """Whether its columns are as they were chosen for this form before."""
    before: str = ""
    """That its answers, or some of them, were taken before; empty where none were."""
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
        looks = (f"{in_quotes(each.heading)}: {each.look}" for each in self.columns if each.look)
        return (*filter(None, (self.before,)), *self.table.told, *looks)

    @property
    def no_growth(self) -> str:
        """Why before and now cannot be compared; empty where they can."""
        return no_growth(self.columns)


def looked_at(
    name: str,
    table: RawTable,
    forms: Forms,
    goals: Sequence[Goal],
    zone: tzinfo | None = None,
) -> FormPreview:
    """A form with its columns as they were chosen before, else guessed; its days in a zone."""
    guess, form = guessed(table, goals), form_id(table)
    known = as_remembered(guess, columns_of(forms, form), goals)
    columns = guess if known is None else known
    read = read_form(table, columns)
    days, remembered = answered_on(table, zone), known is not None
    return FormPreview(name, table, columns, read, tuple(goals), zone, days, remembered)


def scales_offered(column: Column) -> tuple[Scale, ...]:
    """The scales that a column's answers can be on; none for what is answered in words."""
    usual = column.item.usual if column.item else None
    if usual is None:
        return ()
    if column.order:
        return (column.scale,)
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


async def with_order(preview: FormPreview, at: int, words: Sequence[str]) -> FormPreview:
    """The same form with a column's words as levels, the lowest first."""
    return await _with(preview, chosen.with_order(preview.table, preview.columns, at, words))


async def _with(preview: FormPreview, columns: Columns) -> FormPreview:
    read = await asyncio.to_thread(read_form, preview.table, columns)
    return replace(preview, columns=columns, read=read, remembered=False, walked=None)
