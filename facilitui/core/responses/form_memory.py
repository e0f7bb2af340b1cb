"""What is remembered of a form's columns, and what is kept with its answers.

Of its questions and of the goals they are about only digests are remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from facilitui.core.agendas_outside.raw_table import RawTable, cell
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback import GROWTH, Asked, Item
from facilitui.core.responses.feedback_columns import CHOSEN, Column, Columns
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.responses.form_words import Reading
from facilitui.core.responses.slips import Slips, questions
from facilitui.core.sealing import canonical, sha256
from facilitui.core.small_letters import small_letters

MOST_FORMS = 100
"""Forms that are remembered, the last ones."""
Forms = tuple[Mapping[str, Any], ...]
"""The forms whose columns are remembered, the last one last."""
_ENOUGH = 16
"""Characters of a row's digest by which it differs from all others."""


def form_id(table: RawTable) -> str:
    """By what a form is known again: a digest of its questions."""
    return sha256(canonical([" ".join(small_letters(each).split()) for each in table.columns]))


def forms_in(found: object) -> Forms:
    """The forms in what was read of them; none of what cannot be read."""
    kept = found.get("forms") if isinstance(found, Mapping) else None
    return tuple(each for each in kept if isinstance(each, dict)) if isinstance(kept, list) else ()


def forms_in_draft(found: object) -> Forms:
    """The forms in the draft that they were remembered in once, by versions before `forms.json`.

    Those also wrote that a column is about the session as a whole where nobody had chosen so.
    """
    return tuple({**each, "columns": _unchosen(each.get("columns"))} for each in forms_in(found))


def _unchosen(columns: object) -> object:
    if not isinstance(columns, list):
        return None
    return [{**e, "goal": e.get("goal") or None} if isinstance(e, dict) else e for e in columns]


def columns_of(forms: Forms, form: str) -> object:
    """What is remembered of a form's columns; None where it is none of these."""
    return next((each.get("columns") for each in forms if each.get("form") == form), None)


def with_form(forms: Forms, form: str, columns: list[dict[str, Any]]) -> Forms:
    """The forms with this one as the last, in place of what was remembered of it."""
    others = [each for each in forms if each.get("form") != form]
    return (*others, {"form": form, "columns": columns})[-MOST_FORMS:]


def row_ids(table: RawTable, columns: Columns, session: str) -> tuple[str, ...]:
    """By what rows are known again, whichever of their columns are taken.

    Who answered is no part of it, and the order is not that of the answers.
    """
    return tuple(sorted(key for _, key in row_keys(table, columns, session)))


def row_keys(table: RawTable, columns: Columns, session: str) -> Iterator[tuple[int, str]]:
    """Which row it is, with by what it is known again, of those that can be read."""
    places = [at for at, each in enumerate(columns) if not each.private]
    for at, row in enumerate(table.rows):
        if not row.trouble:
            cells = [cell(row, place) for place in places]
            yield at, sha256(canonical([session, *cells]))[:_ENOUGH]


def as_kept(columns: Columns, goals: Sequence[Goal] = ()) -> list[dict[str, Any]]:
    """What is remembered of columns.

    That one asks about the session as a whole was only chosen where there were goals; else there
    is None, and what its heading says is asked for anew.
    """
    whole = "" if goals else None
    digests = {each.id: _digest(each) for each in goals}
    return [
        {
            "item": each.item or "",
            "reading": each.reading,
            "scale": [each.scale.least, each.scale.most],
            "goal": digests.get(each.goal, whole),
            **({"order": list(each.order)} if each.order else {}),
        }
        for each in columns
    ]


def as_remembered(columns: Columns, kept: object, goals: Sequence[Goal] = ()) -> Columns | None:
    """Columns as they were chosen for this form before; None where that cannot be read.

    A goal is only known again where the session has the very same one.
    """
    if not isinstance(kept, list) or len(kept) != len(columns):
        return None
    known = {_digest(each): each.id for each in goals}
    try:
        chosen = [_chosen(each, was, known) for each, was in zip(columns, kept, strict=True)]
    except (TypeError, KeyError, ValueError):
        return None
    asks = [each.asks for each in chosen if each.item]
    return tuple(chosen) if len(asks) == len(set(asks)) else None


def _chosen(column: Column, kept: Mapping[str, Any], goals: Mapping[str, str]) -> Column:
    item, reading, (least, most) = kept["item"], Reading(kept["reading"]), kept["scale"]
    if not item or column.private:
        return replace(column, item=None, goal="", look="", why=column.why or CHOSEN)
    column = replace(column, item=Item(item), why="", look="")
    scale = Scale(least, most)
    order = _order(kept.get("order", ()), scale)
    chosen = replace(column, reading=reading, scale=scale, order=order)
    goal = goals.get(kept["goal"], column.goal) if kept["goal"] != "" else ""
    return replace(chosen, goal=goal if chosen.about_goal else "")


def _order(kept: Sequence[str], scale: Scale) -> tuple[str, ...]:
    """The keys of words that were put in order. Raises ValueError, or TypeError for no such."""
    order = tuple(kept)
    if order and (len(set(order)) != len(scale.levels) or not all(map(_is_text, order))):
        raise ValueError("an order has each word once, and a word for each level")
    return order


def _is_text(found: object) -> bool:
    return isinstance(found, str)


def _digest(goal: Goal) -> str:
    return sha256(canonical([goal.id, " ".join(goal.text.split())]))


def asked_otherwise(columns: Columns, goals: Sequence[Goal]) -> tuple[Asked, ...]:
    """The questions that were on another scale than usual, or about one goal."""
    texts = {each.id: each.text for each in goals}
    return tuple(
        Asked(item=each.item, scale=each.scale, goal=each.goal, text=texts.get(each.goal, ""))
        for each in columns
        if each.item and each.on_scale and (each.goal or each.scale != each.item.usual)
    )


def asked_on_slips(slips: Slips, goals: Sequence[Goal]) -> tuple[Asked, ...]:
    """What was asked of slips about single goals."""
    texts = {each.id: each.text for each in goals}
    return tuple(
        Asked(item=item, scale=item.usual, goal=goal, text=texts.get(goal, ""))
        for item, goal in questions(slips)
        if goal and item.usual is not None
    )


def no_growth(columns: Columns) -> str:
    """Why how sure they were before and are now cannot be compared; empty where they can."""
    goals: dict[str, dict[Item, Scale]] = {}
    for each in columns:
        if each.item in GROWTH:
            goals.setdefault(each.goal, {})[each.item] = each.scale
    alone = {item for asked in goals.values() if len(asked) == 1 for item in asked}
    if any(len(set(asked.values())) > 1 for asked in goals.values()):
        return "before and now are on two scales, so no growth can be told"
    if len(alone) > 1:
        return "before and now are about different goals, so no growth can be told"
    return ""
