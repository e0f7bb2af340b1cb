"""What is told of a data file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.plans.plan import Plan
from facilitui.storage.disk import Disk
from facilitui.storage.toml_files import decoded, parse_model, read_bytes

M = TypeVar("M", bound=Model)


def read_model(disk: Disk, path: Path, model: type[M]) -> M:
    """A file read as the library reads it."""
    return parse_model(decoded(read_bytes(disk, path), path), model, path)


def problems_of(path: Path, model: type[Model] = Plan) -> tuple[Problem, ...]:
    """All that is wrong with a file."""
    with pytest.raises(InputProblems) as caught:
        read_model(Disk(), path, model)
    return caught.value.problems


def plan_problems(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with a plan of this text, as line:column: reason."""
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return [f"{each.line}:{each.column}: {each.reason}" for each in problems_of(path)]
