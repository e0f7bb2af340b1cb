"""What a model says of each of its places, for telling people what would be right there."""

from __future__ import annotations

from collections.abc import Iterator
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


def said_inside(said: Any, part: str | int) -> Iterator[Any]:
    """The same of one entry of a list, or one field of a model."""
    if isinstance(part, int):
        if get_origin(said) is tuple:
            yield from _plain(get_args(said)[0])
    elif isinstance(said, type) and issubclass(said, BaseModel) and part in said.model_fields:
        field = said.model_fields[part]
        yield from _plain(field.annotation)
        yield from field.metadata


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
