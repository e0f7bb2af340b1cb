"""What a model says of each of its places, for telling people what would be right there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from facilitui.storage.toml_index import Place


@dataclass(frozen=True, slots=True)
class Variants:
    """A union of models: a table's word for one key says which of them it is to become."""

    key: str
    models: Mapping[str, type[BaseModel]]
    """By that word."""

    def meant(self, table: Any) -> type[BaseModel] | None:
        """The one that a table says it is; None where it says nothing that is known."""
        word = table.get(self.key) if isinstance(table, Mapping) else None
        return self.models.get(word) if isinstance(word, str) else None


def way(model: type[BaseModel], location: Place) -> tuple[Place, Sequence[Any]]:
    """A location of pydantic's as the place that the file has, and all that the model says of it.

    Pydantic puts the word of a variant into its locations, which no file has at that place. What
    a model says are plain types, variants, and the constraints on them.
    """
    place: Place = ()
    here: list[Any] = [model]
    for part in location:
        if not any(isinstance(each, Variants) and part in each.models for each in here):
            place += (part,)
        here = [deeper for each in here for deeper in said_inside(each, part)]
    return place, here


def said_inside(said: Any, part: str | int) -> Sequence[Any]:
    """The same of one entry of a list, one field of a model, or one variant by its word."""
    if isinstance(part, int):
        return tuple(_plain(get_args(said)[0])) if get_origin(said) is tuple else ()
    if isinstance(said, Variants):
        return [said.models[part]] if part in said.models else ()
    if isinstance(said, type) and issubclass(said, BaseModel):
        return _said_of_fields(said).get(part, ())
    return ()


@cache
def _said_of_fields(model: type[BaseModel]) -> Mapping[str, Sequence[Any]]:
    """The same of all fields of a model, of which there are few."""
    return {
        name: (*_told_apart(field.annotation, [field]), *field.metadata)
        for name, field in model.model_fields.items()
    }


def _plain(annotation: Any) -> Iterator[Any]:
    """An annotation taken apart: `Minutes | None` is a float with two limits."""
    if get_origin(annotation) is Annotated:
        base, *constraints = get_args(annotation)
        yield from _told_apart(base, constraints)
        for each in constraints:
            yield from each.metadata if isinstance(each, FieldInfo) else [each]
    elif get_origin(annotation) in {Union, UnionType}:
        for each in get_args(annotation):
            yield from _plain(each)
    else:
        yield annotation


def _told_apart(annotation: Any, constraints: Iterable[Any]) -> Iterator[Any]:
    """The same, with the models of a union as one if one of its constraints tells them apart."""
    keys = (getattr(each, "discriminator", None) for each in constraints)
    key = next((key for key in keys if isinstance(key, str)), None)
    said = list(_plain(annotation))
    if key is None:
        yield from said
        return
    models = [each for each in said if isinstance(each, type) and issubclass(each, BaseModel)]
    yield Variants(key, {word: each for each in models for word in _words(each, key)})
    yield from (each for each in said if each not in models)


def _words(model: type[BaseModel], key: str) -> Iterator[str]:
    """What a variant's own key may say."""
    for said in _plain(model.model_fields[key].annotation):
        yield from (str(word) for word in get_args(said))
