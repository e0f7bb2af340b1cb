"""Pydantic's errors, each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from facilitui.core.base import Model
from facilitui.core.suggesting import nearest
from facilitui.storage.model_shape import Variants, way
from facilitui.storage.toml_index import Place
from facilitui.storage.unknown_variants import likeliest, wrong_in_all


@dataclass(frozen=True, slots=True)
class Found:
    """One error."""

    kind: str
    """Pydantic's own name for it."""
    place: Place
    """Where in the file; one that need not be there where something is missing."""
    said: Sequence[Any]
    """What the model says of the place, or of the table that has an unknown key."""
    given: Any
    """What the file says there; the table around it where something is missing."""
    context: Mapping[str, Any]

    @property
    def sentences(self) -> Sequence[str]:
        """What one of the core's own checks says."""
        error = self.context.get("error", "")
        told: Sequence[str] = getattr(error, "sentences", ())
        return told or (str(error),)

    @property
    def keys(self) -> list[str]:
        """The keys that the table at this place may have, or that around an unknown key."""
        models = (each for each in self.said if isinstance(each, type))
        names = (name for one in models if issubclass(one, BaseModel) for name in one.model_fields)
        return [*dict.fromkeys(names)]

    @property
    def meant(self) -> Place:
        """Where the key would stand that an unknown one is nearest to; empty where it is none."""
        is_unknown = self.kind == "extra_forbidden"
        near = nearest(str(self.place[-1]), self.keys) if is_unknown else ""
        return (*self.place[:-1], near) if near else ()


def found(error: ErrorDetails, model: type[BaseModel]) -> Iterator[Found]:
    """An error as it is told of a file that was to become `model`; several where one hides more."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    place, said = way(model, error["loc"])
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        variants = next(each for each in said if isinstance(each, Variants))
        yield from _of_its_word(variants, place, given)
        return
    if kind == "extra_forbidden":
        _, said = way(model, error["loc"][:-1])
    yield Found(kind, place, said, given, context)


def _of_its_word(variants: Variants, place: Place, table: Mapping[str, Any]) -> Iterator[Found]:
    """The word that should say which variant it is: unknown, missing, or its key is misspelt.

    Then what else is wrong, whichever it is.
    """
    key, models = variants.key, likeliest(variants, table)
    unknown = [name for name in table if not any(name in each.model_fields for each in models)]
    if key in table:
        yield Found("literal_error", (*place, key), [variants], table[key], {})
    elif not get_close_matches(key, unknown, n=1):
        yield Found("missing", (*place, key), [variants], table, {})
    for name in unknown:
        yield Found("extra_forbidden", (*place, name), models, table[name], {})
    for error, model in wrong_in_all(variants, table):
        for each in found(error, model):
            yield replace(each, place=(*place, *each.place))


def left_out(table: Mapping[str, Any], model: type[BaseModel]) -> Iterator[Found]:
    """The keys that a file has to have though a value of the model needs none of them."""
    for key in model.said_in_files if issubclass(model, Model) else ():
        if key not in table:
            _, said = way(model, (key,))
            yield Found("missing", (key,), said, table, {})
