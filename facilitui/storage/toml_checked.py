"""Text that is written only if it reads back as what it was made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, NotSaved
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_writing import storable_model

M = TypeVar("M", bound=Model)


def checked(state: M, text_of: Callable[[M], str], path: Path, what: str) -> tuple[M, str]:
    """What a file will hold, with its text. `path` is what problems name.

    Raises NotSaved where the file would not open again as the same: rather no file than one that
    cannot be read. `what` is what it holds, such as "plan".
    """
    try:
        stored = storable_model(state)
        text = text_of(stored)
        again = parse_model(text, type(state), path)
    except InputProblems as error:
        raise NotSaved(f"the {what} would not open again: {error.problems[0].reason}") from error
    except (TypeError, ValueError) as error:
        raise NotSaved(f"the {what} holds something that its file cannot hold") from error
    if again != stored:
        raise NotSaved(f"the {what} would not read back as it is; nothing was written")
    return stored, text
