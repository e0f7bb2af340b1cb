"""TOML files of one kind in one folder, which people may edit in another program as well."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.files import Stored
from facilitui.core.naming import numbered, wide_slug
from facilitui.core.safe_text import quoted
from facilitui.storage.disk import Disk, reason
from facilitui.storage.guarded_files import GuardedFiles, digest_of
from facilitui.storage.home_lock import LOCK_SECONDS
from facilitui.storage.names import free_path, plain
from facilitui.storage.paths import Home
from facilitui.storage.plan_history import PlanHistory
from facilitui.storage.toml_files import decoded, known_as, listed_files, parse_model, read_bytes
from facilitui.storage.toml_writing import has_other_comments
from facilitui.storage.worker import Worker

M = TypeVar("M", bound=Model)


class TomlStore(Generic[M]):
    """Files of one kind. A file is known by its name without ending, and a name is never a path.

    A kind says how its text is made and read again, and what of a file's comments that loses.
    """

    def __init__(
        self,
        home: Home,
        folder: Path,
        disk: Disk,
        model: type[M],
        what: str,
        lock_seconds: float = LOCK_SECONDS,
    ) -> None:
        """`what` is what one file holds, such as "plan"."""
        self._home = home
        self._folder = folder
        self._disk = disk
        self._model = model
        self._what = what
        self._files = GuardedFiles(home.root, folder, disk, what, lock_seconds)
        self._history = PlanHistory(self._files.history, disk)
        self._worker = Worker(f"{what}s")

    async def load(self, name: str) -> Stored[M]:
        """One of them. Raises InputProblems or NotFound."""
        return await self._worker.do(self._load, name)

    async def save(self, name: str, state: M, based_on: str) -> Stored[M]:
        """Write one whose file had the digest `based_on`, empty for a new one.

        What is returned is what the file holds. A file with comments that would be lost is first
        copied to the folder's `.history`, and the notice says so. Raises ChangedOnDisk or
        NotSaved; the file is then as it was.
        """
        return await self._worker.do(self._save, name, state, based_on)

    async def digest(self, name: str) -> str:
        """The digest of the file as it stands; empty for one that is gone or cannot be read."""
        return await self._worker.do(self._digest, name)

    async def text(self, name: str) -> str:
        """The file as it stands. Raises InputProblems or NotFound."""
        return await self._worker.do(self._text, name)

    async def written(self, name: str, state: M) -> str:
        """What would be written over the file as it stands. Raises NotSaved."""
        return await self._worker.do(self._written, name, state)

    async def free_name(self, title: str, taken: Collection[str] = ()) -> str:
        """A name for a new file that nothing has yet, also none of those taken elsewhere.

        It is not reserved.
        """
        return await self._worker.do(self._free_name, title, taken)

    async def remove(self, name: str) -> str:
        """Take a file away and say where it is kept: `.history/NAME.removed.toml`.

        Raises NotFound or NotSaved.
        """
        return await self._worker.do(self._remove, name)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    # What a kind of file decides

    def _body(self, state: M, before: str, path: Path) -> tuple[M, str]:
        """The state as its file will hold it, with the file's text made of the one before.

        Raises NotSaved where the file would not read back as the same.
        """
        raise NotImplementedError

    def _lost(self, before: str, body: str) -> str:
        """What is said where comments of the file before are lost; empty where none are."""
        del body
        words = f"comments below the first key are not kept in a {self._what}'s file"
        return words if has_other_comments(before) else ""

    def _parsed(self, text: str, path: Path) -> M:
        """What a file's text holds. Raises InputProblems."""
        return parse_model(text, self._model, path)

    def _path(self, name: str) -> Path:
        """Where a file is or would be. Raises NotFound for what cannot be a name."""
        return self._folder / f"{plain(name, self._what)}.toml"

    def _outside(self, name: str) -> str:
        """Where a file lies that is not among the home's own; else empty."""
        del name
        return ""

    def _taken(self) -> list[str]:
        """The names that a new file cannot have."""
        return [path.stem for path in listed_files(self._folder)[0]]

    def _name(self, title: str, taken: list[str]) -> str:
        """A name made of a title, which is none of those that are taken."""
        return numbered(wide_slug(title), taken)

    # What they all do

    def _free_name(self, title: str, taken: Collection[str]) -> str:
        return self._name(title, [*self._taken(), *taken])

    def _read(self, name: str) -> tuple[Path, bytes]:
        path = self._path(name)
        try:
            return path, read_bytes(self._disk, path)
        except FileNotFoundError:
            raise NotFound(f"there is no {self._what} named {quoted(name)}") from None

    def _load(self, name: str) -> Stored[M]:
        path, data = self._read(name)
        state = self._parsed(decoded(data, path), path)
        return Stored(name, state, digest_of(data), outside=self._outside(name))

    def _digest(self, name: str) -> str:
        try:
            return digest_of(self._read(name)[1])
        except (InputProblems, NotFound):
            return ""

    def _text(self, name: str) -> str:
        path, data = self._read(name)
        return decoded(data, path)

    def _written(self, name: str, state: M) -> str:
        try:
            before = self._text(name)
        except (NotFound, InputProblems):
            before = ""
        return self._body(state, before, self._path(name))[1]

    def _save(self, name: str, state: M, based_on: str) -> Stored[M]:
        try:
            path = self._path(name)
        except NotFound as error:
            raise NotSaved(str(error)) from error
        with self._files.locked():
            before = self._files.unchanged(name, path, based_on)
            text = _text_of(before, path)
            stored, body = self._body(state, text, path)
            data = body.encode("utf-8")
            self._files.check_size(data)
            notice = self._keep_comments(name, before, self._lost(text, body))
            digest = self._files.write(name, path, before, data)
        return Stored(name, stored, digest, notice, self._outside(name))

    def _keep_comments(self, name: str, before: bytes | None, lost: str) -> str:
        """Copy a file whose comments would be lost; the notice to tell, or nothing."""
        copy = self._history.keep_before(name, before) if before is not None and lost else None
        if copy is None:
            return ""
        # The name first: a line of the screen may hold no more than that.
        kept = copy.relative_to(self._home.root).as_posix()
        return f"First copied to {kept}: {lost}"

    def _remove(self, name: str) -> str:
        with self._files.locked():
            path = self._path(name)
            if not os.path.lexists(path):
                raise NotFound(f"there is no {self._what} named {quoted(name)}")
            aside = free_path(self._files.history, f"{name}.removed", ".toml")
            try:
                self._disk.replace(path, aside)
                self._disk.sync_folder(path.parent)
                self._disk.sync_folder(aside.parent)
            except OSError as error:
                raise NotSaved(f"cannot take {known_as(path)} away: {reason(error)}") from error
        return known_as(aside)


def _text_of(data: bytes | None, path: Path) -> str:
    try:
        return decoded(data, path) if data is not None else ""
    except InputProblems as error:
        raise ChangedOnDisk(str(error.problems[0])) from error
