"""What somebody chooses of a form's columns: another item, goal, reading or scale for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitui.core.agendas_outside.raw_table import RawTable, column_texts
from facilitui.core.plans.plan import Goal
from facilitui.core.responses import feedback_headings as headings
from facilitui.core.responses.feedback import Item
from facilitui.core.responses.feedback_columns import CHOSEN, WHO, Column, Columns, read_for
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.responses.form_words import Reading, is_nothing, said, word_key


def offered(column: Column) -> tuple[Item | None, ...]:
    """What a column can be taken for: one that holds addresses for nothing."""
    if column.locked:
        return (None,)
    return (None, *sorted(Item, key=lambda item: column.in_words and item.usual is not None))


def with_item(
    table: RawTable, columns: Columns, at: int, item: Item | None, goals: Sequence[Goal] = ()
) -> Columns:
    """Another item for a column; a column that asked the same is left out then."""
    if item is columns[at].item or item not in offered(columns[at]):
        return columns
    if item is None:
        why = WHO if columns[at].private else CHOSEN
        return _with(columns, at, _without(columns[at], why))
    column = read_for(columns[at], column_texts(table, at), item)
    goal = _free_goal(columns, column, goals) if column.about_goal else ""
    column = replace(column, goal=goal)
    told = f"“{item.short}” is answered by another one"
    others = tuple(_without(each, told) if each.asks == column.asks else each for each in columns)
    return _with(others, at, column)


def losing(before: Columns, after: Columns, at: int) -> str:
    """The heading of the column that a change of another one leaves out; empty where none is."""
    pairs = enumerate(zip(before, after, strict=True))
    lost = (was.heading for n, (was, now) in pairs if n != at and was.item and not now.item)
    return next(lost, "")


def _without(column: Column, why: str) -> Column:
    """A column that is left out."""
    return replace(column, item=None, goal="", look="", why=why)


def _free_goal(columns: Columns, column: Column, goals: Sequence[Goal]) -> str:
    """The goal that a heading names, else the first that no column asks about yet, else none."""
    named = headings.goal_named(headings.heading_words(column.heading), goals)
    taken = {each.goal for each in columns if each.item is column.item}
    free = (goal for goal in (named, "", *(each.id for each in goals)) if goal not in taken)
    return next(free, "")


def with_goal(columns: Columns, at: int, goal: str) -> Columns:
    """Another goal for a column that asks about one; who asked about that one takes its place."""
    column = replace(columns[at], goal=goal)
    if not column.about_goal:
        return columns
    others = tuple(
        replace(each, goal=columns[at].goal) if each.asks == column.asks else each
        for each in columns
    )
    return _with(others, at, column)


def with_reading(columns: Columns, at: int, reading: Reading) -> Columns:
    """Another way of reading a column's answers; of words in an order, the one before that."""
    column = columns[at]
    if column.order and column.item is not None:
        column = replace(column, order=(), scale=column.item.usual or column.scale)
    else:
        column = replace(column, reading=reading, look="")
    return _with(columns, at, column)


def words_of(table: RawTable, columns: Columns, at: int) -> tuple[str, ...]:
    """The different answers of a column and of those that are answered alike, to be put in order.

    Before and now are, or they could not be compared.
    """
    texts = (text for place in _alike(table, columns, at) for text in column_texts(table, place))
    return tuple({said(text): text for text in texts if not is_nothing(text)}.values())


def with_order(table: RawTable, columns: Columns, at: int, words: Sequence[str]) -> Columns:
    """Words as the levels of a column, the lowest first, and of those that are answered alike.

    Raises ValueError for fewer than two.
    """
    order, scale = tuple(map(word_key, words)), Scale(1, len(words))
    alike = _alike(table, columns, at)
    return tuple(
        replace(each, reading=Reading.STRONGLY, scale=scale, order=order, look="")
        if n in alike
        else each
        for n, each in enumerate(columns)
    )


def _alike(table: RawTable, columns: Columns, at: int) -> list[int]:
    """The columns that are answered with some of the same words; none where one has no levels."""
    if not columns[at].on_scale:
        return []
    told = [{said(text) for text in column_texts(table, n)} for n in range(len(columns))]
    own = {word for word in told[at] if not is_nothing(word)}
    grown = columns[at].about_goal
    return [
        n
        for n, each in enumerate(columns)
        if each.on_scale and (n == at or not own.isdisjoint(told[n]) or (grown and each.about_goal))
    ]


def with_scale(columns: Columns, at: int, scale: Scale) -> Columns:
    """Another scale for a column's answers."""
    return _with(columns, at, replace(columns[at], scale=scale, look=""))


def _with(columns: Columns, at: int, column: Column) -> Columns:
    return (*columns[:at], column, *columns[at + 1 :])
