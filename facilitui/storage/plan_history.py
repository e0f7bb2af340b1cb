"""Earlier states of plans: what stood in a file before its comments went, and at each opening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.names import free_path
from facilitui.storage.toml_files import known_as

OPENINGS_KEPT = 20
"""How many earlier states of a plan are kept, one for each time that it was opened."""


class PlanHistory:
    """The folder of earlier states. Whoever calls it has made the folder and holds its lock."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def keep_before(self, name: str, data: bytes) -> Path | None:
        """Keep a file as it was written by hand, as NAME.before.toml; None if it is kept already.

        Another one of the same plan is numbered, for it holds other comments. Raises NotSaved.
        """
        with self._in_words():
            for path in self._folder.iterdir():
                if path.name.startswith(f"{name}.before") and self._disk.read(path) == data:
                    return None
            copy = free_path(self._folder, f"{name}.before", ".toml")
        write_atomically(self._disk, copy, data)
        return copy

    def keep_opening(self, name: str, data: bytes) -> None:
        """Keep a file as it is at an opening, and no more than the last 20. Raises NotSaved.

        What was kept last is not kept again, so that openings without a change push nothing out.
        """
        with self._in_words():
            kept = self._openings(name)
            if kept and self._disk.read(kept[-1][1]) == data:
                return
        number = kept[-1][0] + 1 if kept else 1
        write_atomically(self._disk, self._folder / f"{name}.{number}.toml", data)
        for _, old in kept[: max(0, len(kept) + 1 - OPENINGS_KEPT)]:
            with suppress(OSError):
                old.unlink()

    def _openings(self, name: str) -> list[tuple[int, Path]]:
        """The kept states of a plan, the oldest first."""
        pattern = re.compile(rf"{re.escape(name)}\.(\d{{1,9}})\.toml")
        found = ((pattern.fullmatch(path.name), path) for path in self._folder.iterdir())
        return sorted((int(match[1]), path) for match, path in found if match)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            words = f"cannot look into {known_as(self._folder)}: {reason(error)}"
            raise NotSaved(words) from error
