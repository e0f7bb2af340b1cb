"""What may stand in the place of a key that is not known there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion
from facilitui.storage.model_errors import Found
from facilitui.storage.model_shape import Variants, said_inside

_MOST_HOMES = 3
"""A key that more tables have belongs to none in particular."""
_MOST_KEYS = 20
"""More of them make no sentence."""
_Below = tuple[str, type[BaseModel], str]
"""A table that a file may have below another one: its heading, its model, its last name."""


def instead(error: Found) -> str:
    """The end of a sentence on an unknown key: what it was meant to be, where it belongs, or which
    keys there are."""
    key = str(error.place[-1])
    above = tuple(part for part in error.place[:-1] if isinstance(part, str))
    below = [one for each in error.said if _is_model(each) for one in _below(each, above)]
    headings = list(dict.fromkeys(one[0] for one in below if one[2] == key))
    if headings and _is_table(error.given):
        return f"; its heading is {' or '.join(headings)}"
    if near := suggestion(key, error.keys):
        return near
    homes = list(dict.fromkeys(one[0] for one in below if key in one[1].model_fields))
    if 0 < len(homes) <= _MOST_HOMES:
        return f"; {quoted(key)} stands under {' or '.join(homes)}"
    if len(error.keys) > _MOST_KEYS:
        return ""
    return f"; the keys there are {', '.join(map(quoted, error.keys))}"


def _below(
    model: type[BaseModel], above: tuple[str, ...], around: tuple[type[BaseModel], ...] = ()
) -> Iterator[_Below]:
    """The tables below one that stands at some names; not again within one of the same model."""
    if model in around:
        return
    for name in model.model_fields:
        said = said_inside(model, name)
        entries = [one for each in said for one in said_inside(each, 0)]
        heading = ".".join((*above, name))
        for told, models in ((f"[{heading}]", _models(said)), (f"[[{heading}]]", _models(entries))):
            for each in models:
                yield told, each, name
                yield from _below(each, (*above, name), (*around, model))


def _models(said: Iterable[Any]) -> Iterator[type[BaseModel]]:
    for each in said:
        if isinstance(each, Variants):
            yield from each.models.values()
        elif _is_model(each):
            yield each


def _is_model(said: Any) -> bool:
    return isinstance(said, type) and issubclass(said, BaseModel)


def _is_table(given: Any) -> bool:
    entries = given if isinstance(given, list) else [given]
    return bool(entries) and all(isinstance(each, dict) for each in entries)
