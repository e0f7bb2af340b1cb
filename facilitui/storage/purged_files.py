"""Files that go with a purge as a whole."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.core.journals.month_names import is_aside
from facilitui.core.privacy.purge_intent import may_go
from facilitui.core.safe_text import path as safe_path
from facilitui.storage.disk import Disk, reason
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_head import JournalHead
from facilitui.storage.journal_month import MonthFile
from facilitui.storage.paths import Home

_LOCK = ".lock"


class PurgedFiles:
    """The files of one home, for one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk

    def history(self, plan: str) -> tuple[str, ...]:
        """The earlier states of a plan, by their paths in the home."""
        begun = (f"{plan}.", f".{plan}.")
        names = sorted(_listed(self._home.history)) if plan else []
        own = (name for name in names if name.startswith(begun) and _is_state(name, plan))
        return tuple(f"plans/.history/{name}" for name in own)

    def planned(self, plan: str) -> tuple[str, ...]:
        """What a plan says that is here, as the JSON of a body; nothing where it cannot be read."""
        path = self._home.plans / f"{plan}.toml"
        try:
            if path.parent != self._home.plans:  # a body may name anything
                return ()
            said = tomllib.loads(self._disk.read(path).decode("utf-8"))
            return (json.dumps(said, default=str),)
        except (OSError, ValueError, RecursionError):
            return ()

    def there(self, files: Iterable[str]) -> frozenset[str]:
        """Those of some files, by their paths in the home, that are there."""
        return frozenset(each for each in files if (self._home.root / each).exists())

    def delete(self, files: Iterable[str]) -> None:
        """Delete files, and all that is in the cache. Raises NotSaved; those before are gone."""
        every = {self._within(each) for each in files} | set(self._cached())
        self._give_up({path.name for path in every if path.parent == self._home.journal})
        for path in sorted(every):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                told = f"not all was purged: cannot delete {safe_path(path.name)}: {reason(error)}"
                raise NotSaved(told) from error
        for folder in {path.parent for path in every}:
            with suppress(OSError):
                self._disk.sync_folder(folder)

    def _give_up(self, names: set[str]) -> None:
        """Miss nothing of some files of the journal any longer. Raises NotSaved."""
        folder = JournalFolder(self._home, self._disk)
        try:
            if names:
                with folder.held():
                    JournalHead(self._home).given_up(names, folder.months())
        except OSError as error:
            raise NotSaved(f"cannot read {folder.name}: {reason(error)}") from error

    def _within(self, file: str) -> Path:
        """A file of the home. Raises NotSaved for whatever else an altered intent might name."""
        path = self._home.root / file
        if not may_go(file) or not self._may_go(path):
            raise NotSaved(
                f"not all was purged: {safe_path(file)} is no file of the home that goes"
            )
        return path

    def _may_go(self, path: Path) -> bool:
        """Whether a month may go as a whole: one that can be read is blanked instead."""
        is_month = path.parent == self._home.journal and not is_aside(path.name)
        return not is_month or not path.exists() or MonthFile(path, self._disk).month().damaged

    def _cached(self) -> Iterator[Path]:
        for folder, _, names in os.walk(self._home.cache):
            yield from (Path(folder) / name for name in names if not name.endswith(_LOCK))


def _is_state(name: str, plan: str) -> bool:
    """Whether a file is a state of that very plan, and not of one whose name only begins so."""
    middle = name.lstrip(".").removeprefix(f"{plan}.").removesuffix(".toml")
    first = middle.partition(".")[0]
    return name.startswith(".") or first.isdigit() or first.partition("-")[0] == "before"


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
