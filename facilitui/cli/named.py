"""Files and plans as somebody names them on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from facilitui.bootstrap import Wiring
from facilitui.core.errors import NotFound

if TYPE_CHECKING:
    from facilitui.core.files import Stored
    from facilitui.core.plans.plan import Plan


def file_at(told: str) -> Path | None:
    """The file or folder of that name; None where there is none, or where none can be called so."""
    try:
        path = Path(told).expanduser()
        return path if path.exists() else None
    except (OSError, RuntimeError, ValueError):
        return None


def is_path(told: str) -> bool:
    """Whether somebody means a file, be it there or not: no id is written so."""
    return "/" in told or "\\" in told or told.endswith(".toml")


def file_named(told: str) -> Path:
    """A file or folder that has to be there. Raises NotFound."""
    if (path := file_at(told)) is None:
        raise NotFound(f"there is no file {told}")
    return path


async def named_plan(wiring: Wiring, told: str) -> Stored[Plan]:
    """A plan given as a file from anywhere, or by its name in the home. Raises FacilituiError."""
    if (path := file_at(told)) is not None:
        return await wiring.plans.load_file(path)
    try:
        return await wiring.plans.load(told.removesuffix(".toml"))
    except NotFound:
        raise NotFound(f"there is no plan {told}; name a file, or a plan of your own") from None
