"""Pydantic's errors, each at its place in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from facilitui.core.suggesting import nearest
from facilitui.storage.model_shape import Variants, way
from facilitui.storage.toml_index import Place


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
        return [name for one in models if issubclass(one, BaseModel) for name in one.model_fields]

    @property
    def meant(self) -> Place:
        """Where the key would stand that an unknown one is nearest to; empty where it is none."""
        is_unknown = self.kind == "extra_forbidden"
        near = nearest(str(self.place[-1]), self.keys) if is_unknown else ""
        return (*self.place[:-1], near) if near else ()


def found(error: ErrorDetails, model: type[BaseModel]) -> Found:
    """An error as it is told of a file that was to become `model`."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    place, said = way(model, error["loc"])
    if kind == "extra_forbidden":
        _, said = way(model, error["loc"][:-1])
    elif kind in {"union_tag_invalid", "union_tag_not_found"}:
        variants = next(each for each in said if isinstance(each, Variants))
        return _of_its_word(variants, place, given)
    return Found(kind, place, said, given, context)


def _of_its_word(variants: Variants, place: Place, table: Mapping[str, Any]) -> Found:
    """The word that should say which variant it is: unknown, missing, or its key is misspelt."""
    key, models = variants.key, list(variants.models.values())
    if key in table:
        return Found("literal_error", (*place, key), [variants], table[key], {})
    unknown = [name for name in table if not any(name in each.model_fields for each in models)]
    for name in get_close_matches(key, unknown, n=1):
        return Found("extra_forbidden", (*place, name), models, table[name], {})
    return Found("missing", (*place, key), [variants], table, {})
