"""Rubrics to test with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitui.core.library.rubric import Rubric


def rubric_data(levels: int = 4, criteria: tuple[str, ...] = ("a", "b"), **fields: Any) -> Any:
    """What a file of a rubric says; its texts are their own places."""
    numbers = [str(level) for level in range(1, levels + 1)]
    texts: Mapping[str, str]
    entries = []
    for name in criteria:
        texts = {number: f"{name} at {number}" for number in numbers}
        entries.append({"id": name, "name": f"Criterion {name}", "levels": texts})
    return {
        "kind": "rubric",
        "id": "ours",
        "name": "Ours",
        "scale": {number: f"L{number}" for number in numbers},
        "criteria": entries,
        **fields,
    }


def rubric(levels: int = 4, criteria: tuple[str, ...] = ("a", "b"), **fields: Any) -> Rubric:
    """The rubric that such a file makes."""
    return Rubric.model_validate(rubric_data(levels, criteria, **fields))
