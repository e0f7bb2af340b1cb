"""Plans as TOML files, which people may edit in another program at the same time."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.plan import Plan
from facilitui.core.ports import PlanRow, StoredPlan
from facilitui.storage.disk import Disk
from facilitui.storage.guarded_files import LOCK_SECONDS, GuardedFiles, digest_of
from facilitui.storage.names import numbered, plain, slug
from facilitui.storage.paths import Home
from facilitui.storage.plan_files import (
    checked_text,
    has_other_comments,
    plan_text,
    with_head,
)
from facilitui.storage.plan_history import PlanHistory
from facilitui.storage.plan_rows import PlanRows
from facilitui.storage.toml_files import (
    decoded,
    known_as,
    listed_files,
    parse_model,
    read_bytes,
)
from facilitui.storage.toml_reasons import quoted
from facilitui.storage.toml_writing import head_comment
from facilitui.storage.worker import Worker


class FilePlans:
    """The plans of a home, and plan files from elsewhere that were named on the command line.

    A plan is known by its file's name without folder and ending, and a name is never a path. A
    file from elsewhere gets a name by `adopt`, which only the wiring calls; it is then read and
    written where it lies, under the lock of this home, and its earlier states are kept here.
    """

    def __init__(self, home: Home, disk: Disk, lock_seconds: float = LOCK_SECONDS) -> None:
        self._home = home
        self._disk = disk
        self._files = GuardedFiles(home.root, home.plans, disk, "plan", lock_seconds)
        self._adopted: dict[str, Path] = {}
        self._rows = PlanRows(home.plans, disk)
        self._history = PlanHistory(home.history, disk)
        self._worker = Worker("plans")

    async def rows(self) -> tuple[PlanRow, ...]:
        """The home's plans by start and name, those without a start last.

        Title and start are read without checking all the rest; a file that is not even TOML
        carries its problem. Raises InputProblems where the folder cannot be listed.
        """
        return await self._worker.do(self._rows.read)

    async def load(self, name: str) -> StoredPlan:
        """A plan. Raises InputProblems or NotFound."""
        return await self._worker.do(self._load, name)

    async def save(self, name: str, plan: Plan, based_on: str) -> StoredPlan:
        """Write a plan whose file had the digest `based_on`, empty for a new one.

        The plan that is returned is the one that the file holds. A file with comments that the
        canonical form would lose is first copied to `plans/.history`, and the notice says so.
        Raises ChangedOnDisk or NotSaved; the file is then as it was.
        """
        return await self._worker.do(self._save, name, plan, based_on)

    async def is_as(self, name: str, digest: str) -> bool:
        """Whether the file is still the one of that digest; a file that is gone is not."""
        return await self._worker.do(self._is_as, name, digest)

    async def text(self, name: str) -> str:
        """The file as it stands. Raises InputProblems or NotFound."""
        return await self._worker.do(self._text, name)

    async def written(self, plan: Plan) -> str:
        """The file that a plan would make, without a head comment."""
        return await self._worker.do(plan_text, plan)

    async def free_name(self, title: str) -> str:
        """A name for a new plan's file that nothing has yet; it is not reserved."""
        return await self._worker.do(self._free_name, title)

    async def remember_opening(self, name: str) -> None:
        """Keep the file as it is now, with the last 20 of its earlier states.

        They are `plans/.history/NAME.NUMBER.toml` with growing numbers. A state that is kept
        already as the last is not kept twice. Raises NotFound, InputProblems or NotSaved.
        """
        await self._worker.do(self._remember_opening, name)

    async def adopt(self, path: Path) -> str:
        """The name by which a plan file from anywhere is known here.

        A file of the home's own plans keeps its name. Others get one that is the same every time
        and that no plan of the home has. Raises NotFound where there is no file.
        """
        return await self._worker.do(self._adopt, path)

    async def load_file(self, path: Path) -> StoredPlan:
        """Adopt a plan file from anywhere and load it. Raises InputProblems or NotFound."""
        return await self.load(await self.adopt(path))

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _path(self, name: str) -> Path:
        return self._adopted.get(name) or self._home.plans / f"{plain(name, 'plan')}.toml"

    def _read(self, name: str) -> tuple[Path, bytes]:
        path = self._path(name)
        try:
            return path, read_bytes(self._disk, path)
        except FileNotFoundError:
            raise NotFound(f"there is no plan named {quoted(name)}") from None

    def _load(self, name: str) -> StoredPlan:
        path, data = self._read(name)
        return StoredPlan(name, parse_model(decoded(data, path), Plan, path), digest_of(data))

    def _is_as(self, name: str, digest: str) -> bool:
        try:
            return digest_of(self._read(name)[1]) == digest
        except (InputProblems, NotFound):
            return False

    def _text(self, name: str) -> str:
        path, data = self._read(name)
        return decoded(data, path)

    def _save(self, name: str, plan: Plan, based_on: str) -> StoredPlan:
        try:
            path = self._path(name)
        except NotFound as error:
            raise NotSaved(str(error)) from error
        stored, body = checked_text(plan, path)
        with self._files.locked():
            before = self._files.unchanged(name, path, based_on)
            text = decoded(before, path) if before is not None else ""
            data = with_head(head_comment(text), body).encode("utf-8")
            self._files.check_size(data)
            notice = self._keep_comments(name, before, text)
            digest = self._files.write(name, path, before, data)
        return StoredPlan(name, stored, digest, notice)

    def _keep_comments(self, name: str, before: bytes | None, text: str) -> str:
        """Copy a file whose comments would be lost; the notice to tell, or nothing."""
        if before is None or not has_other_comments(text):
            return ""
        copy = self._history.keep_before(name, before)
        if copy is None:
            return ""
        words = "comments below the first key are not kept in a plan's file"
        return f"{words}; it was first copied to {known_as(copy)}"

    def _free_name(self, title: str) -> str:
        found, _ = listed_files(self._home.plans)
        return numbered(slug(title), [*(path.stem for path in found), *self._adopted])

    def _remember_opening(self, name: str) -> None:
        _, data = self._read(name)
        with self._files.locked():
            self._history.keep_opening(name, data)

    def _adopt(self, path: Path) -> str:
        full = path.absolute()
        if not os.path.lexists(full):
            raise NotFound(f"there is no file {quoted(str(path))}")
        own = full.parent.resolve() == self._home.plans.resolve()
        if own and full.suffix == ".toml" and not full.name.startswith("."):
            return full.stem
        mark = hashlib.sha256(str(full.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        name = f"{slug(full.stem)}-{mark[:8]}"
        self._adopted[name] = full
        return name
