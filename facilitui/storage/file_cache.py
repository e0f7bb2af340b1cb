"""What was made of a file, kept until the file changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_SETTLED_NANOSECONDS = 50_000_000
"""File systems stamp files by a coarse clock: one written this lately may be written once more
without its stamp showing it, so what is made of it is not kept."""


class Stamp(NamedTuple):
    """What changes when a file does, in nanoseconds and bytes."""

    changed: int
    """When anything of it changed, if only its permissions; no program can put this back."""
    written: int
    """Its time of change, which programs set as they like."""
    size: int
    number: int
    """Another one, another file."""


def stamp(status: os.stat_result) -> Stamp:
    """The stamp of a file that was looked at."""
    return Stamp(status.st_ctime_ns, status.st_mtime_ns, status.st_size, status.st_ino)


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where it cannot be looked at."""
    try:
        return stamp(path.stat())
    except (OSError, ValueError):
        return None


class FileCache(Generic[T]):
    """Made things by the path of their file, for one thread."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[Stamp, T]] = {}

    def get(self, path: Path, make: Callable[[Path], T]) -> T:
        """What `make` made of a file as it stands now; made anew only when the file changed."""
        found = stamp_of(path)
        kept = self._kept.get(path)
        if kept is not None and kept[0] == found:
            return kept[1]
        made = make(path)
        self._kept.pop(path, None)
        if found is not None and time.time_ns() - found.changed > _SETTLED_NANOSECONDS:
            self._kept[path] = (found, made)
        return made

    def forget_all_but(self, paths: Collection[Path]) -> None:
        """Let go of files that are no longer there."""
        self._kept = {path: kept for path, kept in self._kept.items() if path in paths}
