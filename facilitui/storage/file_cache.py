"""What was made of a file, kept until the file changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
_Stamp = tuple[int, int, int, int]

_SETTLED_NANOSECONDS = 50_000_000
"""File systems stamp files by a coarse clock: one written this lately may be written once more
without its stamp showing it, so what is made of it is not kept."""


class FileCache(Generic[T]):
    """Made things by the path of their file, for one thread."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[_Stamp, T]] = {}

    def get(self, path: Path, make: Callable[[Path], T]) -> T:
        """What `make` made of a file as it stands now; made anew only when the file changed."""
        stamp = _stamp(path)
        kept = self._kept.get(path)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        made = make(path)
        self._kept.pop(path, None)
        if stamp is not None and time.time_ns() - stamp[0] > _SETTLED_NANOSECONDS:
            self._kept[path] = (stamp, made)
        return made

    def forget_all_but(self, paths: Collection[Path]) -> None:
        """Let go of files that are no longer there."""
        self._kept = {path: kept for path, kept in self._kept.items() if path in paths}


def _stamp(path: Path) -> _Stamp | None:
    """What changes when a file does; the first also when only its permissions do."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_ctime_ns, status.st_mtime_ns, status.st_size, status.st_ino
