"""Files that say their own name: a model whose id is its file's name, so that others find it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.group import Group
from facilitui.core.safe_text import quoted
from facilitui.storage.toml_files import parse_model, trouble
from facilitui.storage.toml_index import TomlIndex

N = TypeVar("N", Group, Protocol)


def parse_named(text: str, model: type[N], path: Path) -> N:
    """A model from a file's text. Raises InputProblems, also where its id is another name."""
    found = parse_model(text, model, path)
    if found.id != path.stem:
        words = f"id is {quoted(found.id)}, but must be {quoted(path.stem)} like the file's name"
        raise trouble(path, words, *TomlIndex(text).position(("id",)))
    return found
