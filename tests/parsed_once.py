"""The library that is shipped, parsed once: each of the many programs under test reads it all."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from facilitui.storage import library_files
from facilitui.storage.toml_files import parse_model
from tests.parsed_files import ROOT

_parse_once = cache(parse_model)


def _parse_model(text: str, model: Any, path: Path) -> Any:
    """A file's model, which is never changed; that of a shipped file is kept for all tests."""
    return (_parse_once if path.is_relative_to(ROOT) else parse_model)(text, model, path)


pytest.MonkeyPatch().setattr(library_files, "parse_model", _parse_model)  # to the end of the run
