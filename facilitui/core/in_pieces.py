"""Long lists made into models one by one, so that other threads get their turn meanwhile.

Pydantic checks a list in one go: fifty thousand answers hold up everything else for half a second.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError, field_validator

FROM = 500
"""Shorter lists are checked in one go."""


def in_pieces(field: str, model: type[BaseModel], most: int) -> Any:
    """A validator for a field that holds a list of models; `most` is as many as it takes.

    What is wrong with it is left to be told by the field itself.
    """

    def check(found: Any) -> Any:
        if not isinstance(found, list | tuple) or not FROM < len(found) <= most:
            return found
        try:
            return tuple([model.model_validate(each) for each in found])
        except ValidationError:
            return found

    return field_validator(field, mode="before")(check)
