"""What can be read of a table that a model refuses, so that all its faults are told at once.

Every entry keeps its number. What could not be read is empty: "", nothing in a list, None; a list
of entries with ids then has one whose id is empty. A variant of no known kind becomes what all
variants have in common, and a misspelt word the nearest that there is. Nothing of it is fit for
anything but looking for further faults.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from facilitui.core.suggesting import nearest
from facilitui.storage.model_shape import Variants, said_inside

M = TypeVar("M", bound=BaseModel)

_MOST = 1000
"""No list of a model is longer; of more, no more are read."""
_UNREAD: Mapping[type, Any] = {str: "", int: 0, float: 0.0, tuple: ()}


def half_read(table: Mapping[str, Any], model: type[M]) -> M:
    """As much of a table as can be read, never checked as a whole; of an empty one nothing."""
    unknown = [key for key in table if key not in model.model_fields][:_MOST]
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        # A key that no model knows may be this one, misspelt; so may the heading of some entries.
        misspelt = bool(get_close_matches(name, unknown, n=1))
        if name in table or field.is_required() or misspelt or not table:
            values[name] = _field(model, name, table.get(name))
        if name in table and misspelt and isinstance(values[name], tuple):
            values[name] += _field(model, name, None)
    return model.model_construct(**values)


def _field(model: type[BaseModel], name: str, raw: Any) -> Any:
    if raw is not None:
        try:
            return _adapter(model, name).validate_python(raw)
        except ValidationError:
            pass
    read = [_value(raw, said) for said in said_inside(model, name)]
    return next((value for value in read if value is not None), None)


def _value(raw: Any, said: Any) -> Any:
    """What one of the types that a model says of a place makes of it; None for nothing."""
    if inner := said_inside(said, 0):
        known = [each for each in inner if isinstance(each, Variants) or _is_model(each)]
        entries = raw[:_MOST] if isinstance(raw, list) else [None] if known else []
        return tuple(_entry(each, inner) for each in entries)
    if isinstance(said, Variants):
        meant = said.meant(raw)
        return _table(raw, meant or _common(tuple(said.models.values())))
    if _is_model(said):
        return _table(raw, said)
    if isinstance(said, type) and issubclass(said, Enum):
        return _word(raw, said)
    return _UNREAD.get(said) if isinstance(said, type) else None


def _word(raw: Any, said: type[Enum]) -> Any:
    """The word that one was meant to be, "" for one that is near none; None where none stands."""
    if raw is None:
        return None
    near = nearest(raw, [str(each.value) for each in said]) if isinstance(raw, str) else ""
    return said(near) if near else ""


def _entry(raw: Any, inner: Any) -> Any:
    for said in inner:
        if isinstance(said, type) and not _is_model(said) and type(raw) is said:
            return raw
    return next((value for said in inner if (value := _value(raw, said)) is not None), "")


def _table(raw: Any, model: type[M]) -> M:
    return half_read(raw if isinstance(raw, dict) else {}, model)


def _is_model(said: Any) -> bool:
    return isinstance(said, type) and issubclass(said, BaseModel)


def _common(models: Sequence[type[BaseModel]]) -> type[BaseModel]:
    """The nearest model that all of these are made from."""
    ancestors = models[0].__mro__
    return next(each for each in ancestors if all(issubclass(model, each) for model in models))


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    said: Any = field.annotation
    return TypeAdapter(Annotated[said, *field.metadata] if field.metadata else said)
