"""A union of models that a key tells apart: its word is in no sentence and in no place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from facilitui.core.base import Line, Model
from tests.storage.faults import problems_of


class Leg(Model):
    """A part of the way on foot."""

    how: Literal["walk"]
    far: int = Field(ge=1, le=40)


class Ride(Model):
    """A part of the way by something that goes by two words."""

    how: Literal["train", "bus"]
    train: Line = ""
    day: date | None = None
    then: Annotated[Leg | Ride, Field(discriminator="how")] | None = None


class Way(Model):
    """A union in a list, of a field itself, and within one of its own variants."""

    first: Leg | Ride | None = Field(default=None, discriminator="how")
    parts: tuple[Annotated[Leg | Ride, Field(discriminator="how")], ...] = ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('parts = [{ how = "walk", far = 90 }]', "parts[1] far must be at least 1 and at most 40"),
        ('parts = [{ how = "walk", far = "9" }]', "parts[1] far must be a number, without quotes"),
        ('parts = [{ how = "train", train = 5 }]', "parts[1] train must be text in quotes, not 5"),
        (
            'parts = [{ how = "bus", tain = "x" }]',
            "unknown key “tain” in parts[1]; did you mean “tr",
        ),
        ('parts = [{ how = "walk", train = "x", far = 2 }]', "unknown key “train” in parts[1]"),
        (
            'parts = [{ how = "bus", day = 5 }]',
            "parts[1] day must be a date like 2026-11-25, not 5",
        ),
        ('parts = [{ how = "tram" }]', "parts[1] how must be “walk”, “train” or “bus”, not “tram”"),
        ("parts = [{ far = 5 }]", "parts[1] how is missing; it must be “walk”, “train” or “bus”"),
        (
            'parts = [{ hwo = "walk", far = 5 }]',
            "unknown key “hwo” in parts[1]; did you mean “how”?",
        ),
        ("parts = [5]", "parts[1] must be a table, not 5"),
        ("first = 5", "first must be a table, not 5"),
        (
            'first = { how = "bsu" }',
            "first.how must be “walk”, “train” or “bus”, not “bsu”; did you",
        ),
        ('first = { how = "walk", far = 0 }', "first.far must be at least 1 and at most 40, not 0"),
        ('first = { how = "walk", far = true }', "first.far must be a number, not true"),
        (
            'first = { how = "bus", then = { how = "bus", then = { how = "walk", far = 0 } } }',
            "first.then.then.far must be at least 1 and at most 40, not 0",
        ),
        (
            'first = { how = "bus", then = { how = "walk", far = "2" } }',
            "first.then.far must be a number, without quotes, not “2”",
        ),
    ],
)
def test_a_fault_within_a_variant(tmp_path: Path, text: str, expected: str) -> None:
    """By what that variant alone says; the place is the one that the file has."""
    path = tmp_path / "way.toml"
    path.write_text(text, encoding="utf-8")
    (found,) = problems_of(path, Way)
    assert found.reason.startswith(expected)
    assert found.line == 1 and found.column > 1
