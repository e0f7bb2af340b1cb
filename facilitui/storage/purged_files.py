"""Files that go with a purge as a whole, and those that are told to have some of it and stay."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.core.safe_text import path as safe_path
from facilitui.core.said_again import SaidAgain
from facilitui.storage.disk import Disk, reason
from facilitui.storage.journal_month import MonthFile, is_aside
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG, PLAN

LOOKED_AT = 32 * 2**20
"""In bytes: a larger file than this holds more than anybody wrote."""
ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
"""What archives begin with: whatever they hold, nobody finds it by looking at their bytes."""
_NOT_LOOKED_INTO = ("journal", "cache", "attachments")
_LOCK = ".lock"
_MAY_GO = re.compile(
    r"(plans/\.history/[^/]+|sessions/[^/]+/plan\.toml|drafts/[^/]+"
    r"|journal/[0-9]{4}-[0-9]{2}(\.damaged-[0-9]+)?\.json)"
)
"""All that a purge deletes as a whole; everything else is blanked, or stays."""


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

    def there(self, files: Iterable[str]) -> frozenset[str]:
        """Those of some files, by their paths in the home, that are there."""
        return frozenset(each for each in files if (self._home.root / each).exists())

    def naming(self, files: Iterable[str], names: Collection[str]) -> frozenset[str]:
        """Those of some files in which one of some ids stands, whatever else they hold."""
        looked_for = [json.dumps(name)[1:-1].encode() for name in names]
        found: list[str] = []
        for each in files:
            with suppress(OSError):
                data = self._disk.read(self._home.root / each)
                if any(name in data for name in looked_for):
                    found.append(each)
        return frozenset(found)

    def delete(self, files: Iterable[str]) -> None:
        """Delete files, and all that is in the cache. Raises NotSaved; those before are gone."""
        every = {self._within(each) for each in files} | set(self._cached())
        for path in sorted(every):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                told = f"not all was purged: cannot delete {safe_path(path.name)}: {reason(error)}"
                raise NotSaved(told) from error
        for folder in {path.parent for path in every}:
            with suppress(OSError):
                self._disk.sync_folder(folder)

    def _within(self, file: str) -> Path:
        """A file of the home. Raises NotSaved for whatever else an altered intent might name."""
        path = self._home.root / file
        if not _MAY_GO.fullmatch(file) or ".." in Path(file).parts or not self._may_go(path):
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

    def remains(self, texts: Collection[str], but: Collection[str]) -> tuple[str, ...]:
        """The files with one of some texts, and the archives, by their paths in the home."""
        again = SaidAgain(texts)
        found = (file for file in self._others() if file not in but)
        return tuple(file for file in found if self._has(file, again))

    def _others(self) -> Iterator[str]:
        """All files of the home whose texts are anybody's, by their paths."""
        for folder, folders, names in os.walk(self._home.root):
            within = os.path.relpath(folder, self._home.root)
            if within == ".":
                folders[:] = sorted(set(folders) - {*_NOT_LOOKED_INTO})
            of_session = within.startswith("sessions")
            for name in sorted(names):
                if not name.endswith(_LOCK) and not (of_session and name not in (LOG, PLAN)):
                    yield name if within == "." else f"{within}/{name}"

    def _has(self, file: str, again: SaidAgain) -> bool:
        path = self._home.root / file
        try:
            if not path.is_file() or path.is_symlink() or path.stat().st_size > LOOKED_AT:
                return False
            data = self._disk.read(path)
        except OSError:
            return False
        return data.startswith(ARCHIVES) or again.stands_in(data.decode("utf-8", "replace"))


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
