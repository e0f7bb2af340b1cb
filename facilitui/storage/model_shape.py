"""What a model says of each of its places, for telling people what would be right there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from facilitui.storage.toml_index import Place


def said_at(model: type[BaseModel], place: Place) -> Iterator[Any]:
    """All that a model says of one place: plain types, and the constraints on them."""
    here: list[Any] = [model]
    for part in place:
        here = [deeper for each in here for deeper in said_inside(each, part)]
    yield from here


def said_inside(said: Any, part: str | int) -> Sequence[Any]:
    """The same of one entry of a list, or one field of a model."""
    if isinstance(part, int):
        return tuple(_plain(get_args(said)[0])) if get_origin(said) is tuple else ()
    if isinstance(said, type) and issubclass(said, BaseModel):
        return _said_of_fields(said).get(part, ())
    return ()


@cache
def _said_of_fields(model: type[BaseModel]) -> Mapping[str, Sequence[Any]]:
    """The same of all fields of a model, of which there are few."""
    return {
        name: (*_plain(field.annotation), *field.metadata)
        for name, field in model.model_fields.items()
    }


def _plain(annotation: Any) -> Iterator[Any]:
    """An annotation taken apart: `Minutes | None` is a float with two limits."""
    if get_origin(annotation) is Annotated:
        base, *constraints = get_args(annotation)
        yield from _plain(base)
        for each in constraints:
            yield from each.metadata if isinstance(each, FieldInfo) else [each]
    elif get_origin(annotation) in {Union, UnionType}:
        for each in get_args(annotation):
            yield from _plain(each)
    else:
        yield annotation
