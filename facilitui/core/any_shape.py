"""What is read out of bodies of any shape: another version or program may have written them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]
"""What an entry says, as it was stored."""


def as_text(value: Any) -> str:
    """A value where it is a text; else empty."""
    return value if isinstance(value, str) else ""


def text_in(body: Body, name: str) -> str:
    """The text of a field; empty where it has none."""
    return as_text(body.get(name))


def list_in(body: Body, name: str) -> list[Any]:
    """The list of a field; empty where it has none."""
    found = body.get(name)
    return found if isinstance(found, list) else []
