"""Plans as TOML files, those of the home and those named on the command line."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from facilitui.core.errors import NotFound
from facilitui.core.files import Stored
from facilitui.core.naming import wide_slug
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import PlanRow
from facilitui.core.safe_text import quoted
from facilitui.storage.disk import Disk
from facilitui.storage.home_lock import LOCK_SECONDS
from facilitui.storage.paths import Home
from facilitui.storage.plan_files import plan_text
from facilitui.storage.plan_rows import PlanRows
from facilitui.storage.toml_checked import checked
from facilitui.storage.toml_store import TomlStore
from facilitui.storage.toml_writing import below_head


class FilePlans(TomlStore[Plan]):
    """The plans of a home, and plan files from elsewhere that were named on the command line.

    A file from elsewhere gets a name by `adopt`, which only the wiring calls; it is then read and
    written where it lies, under the lock of this home, and its earlier states are kept here.
    """

    def __init__(self, home: Home, disk: Disk, lock_seconds: float = LOCK_SECONDS) -> None:
        super().__init__(home, home.plans, disk, Plan, "plan", lock_seconds)
        self._adopted: dict[str, Path] = {}
        self._rows = PlanRows(home.plans, disk)

    async def rows(self) -> tuple[PlanRow, ...]:
        """The home's plans by start and name, those without a start last.

        Title and start are read without checking all the rest; a file that is not even TOML
        carries its problem. Raises InputProblems where the folder cannot be listed.
        """
        return await self._worker.do(self._rows.read)

    async def remember_opening(self, name: str) -> None:
        """Keep the file as it is now, with the last 20 of its earlier states.

        They are `plans/.history/NAME.NUMBER.toml` with growing numbers. A state that is kept
        already as the last is not kept twice. Raises NotFound, InputProblems or NotSaved.
        """
        await self._worker.do(self._remember_opening, name)

    async def rename(
        self, name: str, title: str, based_on: str, taken: Collection[str] = ()
    ) -> str:
        """Give a file of that digest a name made of a title, which nothing has, and say it.

        Raises ChangedOnDisk or NotSaved; the file then has the name that it had.
        """
        return await self._worker.do(self._rename, name, title, based_on, taken)

    async def find_again(self, name: str, outside: str) -> None:
        """Know a file outside the home, which may be gone, by the name that it got by `adopt`.

        Nothing else is known by it: the name says which path it was made of.
        """
        await self._worker.do(self._find_again, name, outside)

    async def adopt(self, path: Path) -> str:
        """The name by which a plan file from anywhere is known here.

        A file of the home's own plans keeps its name. Others get one that is the same every time
        and that no plan of the home has. Raises NotFound where there is no file.
        """
        return await self._worker.do(self._adopt, path)

    async def load_file(self, path: Path) -> Stored[Plan]:
        """Adopt a plan file from anywhere and load it. Raises InputProblems or NotFound."""
        return await self.load(await self.adopt(path))

    def _body(self, state: Plan, before: str, path: Path) -> tuple[Plan, str]:
        return checked(state, lambda plan: below_head(before, plan_text(plan)), path, "plan")

    def _path(self, name: str) -> Path:
        return self._adopted.get(name) or super()._path(name)

    def _outside(self, name: str) -> str:
        return str(self._adopted.get(name, ""))

    def _taken(self) -> list[str]:
        return [*super()._taken(), *self._adopted]

    def _remember_opening(self, name: str) -> None:
        _, data = self._read(name)
        with self._files.locked():
            self._history.keep_opening(name, data)

    def _adopt(self, path: Path) -> str:
        full = path.absolute()
        if not os.path.lexists(full):
            raise NotFound(f"there is no file {quoted(str(path))}")
        own = full.parent.resolve() == self._folder.resolve()
        if own and full.suffix == ".toml" and not full.name.startswith("."):
            return full.stem
        self._adopted[_name_of(full)] = full
        return _name_of(full)

    def _find_again(self, name: str, outside: str) -> None:
        with suppress(OSError, RuntimeError, ValueError):  # a draft may say anything
            path = Path(outside)
            if path.is_absolute() and _name_of(path) == name:
                self._adopted[name] = path

    def _rename(self, name: str, title: str, based_on: str, taken: Collection[str]) -> str:
        path = self._path(name)
        with self._files.locked():
            self._files.unchanged(name, path, based_on)
            new = self._free_name(title, taken)
            self._files.rename(path, path.with_name(f"{new}.toml"))
        return new


def _name_of(path: Path) -> str:
    """What a file outside the home is called in it: the same every time, and no plan's name."""
    mark = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{wide_slug(path.stem)}-{mark[:8]}"
