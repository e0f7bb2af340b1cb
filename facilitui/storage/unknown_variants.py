"""What is wrong with a table of which nobody knows which variant it is to be.

Only what is wrong whichever it is: a key that none has, a value that none of those takes that have
its key, a key that all of them need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from facilitui.core.suggesting import nearest
from facilitui.storage.model_shape import Variants

Wrong = tuple[ErrorDetails, type[BaseModel]]
"""An error of pydantic's, and the variant that it is told of."""


def likeliest(variants: Variants, table: Mapping[str, Any]) -> list[type[BaseModel]]:
    """All variants, that first whose word is nearest to the table's."""
    word = table.get(variants.key)
    near = nearest(word, variants.models) if isinstance(word, str) else ""
    return [
        variants.models[name] for name in sorted(variants.models, key=lambda name: name != near)
    ]


def wrong_in_all(variants: Variants, table: Mapping[str, Any]) -> Iterator[Wrong]:
    """The errors of keys that are wrong in every variant that knows them; not unknown keys."""
    models = likeliest(variants, table)
    words = {model: word for word, model in variants.models.items()}
    errors = {each: _errors(each, {**table, variants.key: words[each]}) for each in models}
    names = dict.fromkeys(name for each in models for name in each.model_fields)
    for name in names:
        having = [each for each in models if name in each.model_fields]
        of_name = [[one for one in errors[each] if one["loc"][:1] == (name,)] for each in having]
        if all(of_name) and (name in table or len(having) == len(models)):
            yield from ((one, having[0]) for one in of_name[0])


def _errors(model: type[BaseModel], table: Mapping[str, Any]) -> list[ErrorDetails]:
    try:
        model.model_validate(table)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []
