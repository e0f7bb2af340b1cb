"""Groups that meet again as TOML files, which people may edit in another program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from facilitui.core.errors import InputProblems, NotFound, NotSaved, Problem
from facilitui.core.group import Group
from facilitui.core.naming import slug
from facilitui.core.planning_ports import StoredGroup
from facilitui.storage.disk import Disk
from facilitui.storage.file_cache import FileCache
from facilitui.storage.guarded_files import LOCK_SECONDS, GuardedFiles, digest_of
from facilitui.storage.names import numbered, plain
from facilitui.storage.paths import Home
from facilitui.storage.plan_files import has_other_comments, with_head
from facilitui.storage.plan_history import PlanHistory
from facilitui.storage.toml_files import (
    decoded,
    known_as,
    listed_files,
    parse_model,
    read_bytes,
    trouble,
)
from facilitui.storage.toml_index import TomlIndex
from facilitui.storage.toml_reasons import quoted
from facilitui.storage.toml_writing import fill, head_comment, storable_model
from facilitui.storage.worker import Worker

FOLDER = "groups"
_ALWAYS = frozenset({"kind", "version"})
"""Written even where they have their default: whoever opens the file looks for them."""
_Found = tuple[Group | None, tuple[Problem, ...]]


class FileGroups:
    """The groups of a home. A group's id is its file's name without the ending."""

    def __init__(self, home: Home, disk: Disk, lock_seconds: float = LOCK_SECONDS) -> None:
        self._folder = home.own(FOLDER)
        self._disk = disk
        self._files = GuardedFiles(home.root, self._folder, disk, "group", lock_seconds)
        self._history = PlanHistory(self._files.history, disk)
        self._cache: FileCache[_Found] = FileCache()
        self._worker = Worker("groups")

    async def groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        """All groups by name, and what is wrong with files that cannot be read."""
        return await self._worker.do(self._groups)

    async def load(self, group: str) -> StoredGroup:
        """One group. Raises InputProblems or NotFound."""
        return await self._worker.do(self._load, group)

    async def save(self, group: Group, based_on: str) -> StoredGroup:
        """Write a group whose file had the digest `based_on`, empty for a new one.

        The comment at the head of the file is kept; a file with others is first copied to
        `groups/.history`, and the notice says so. Raises ChangedOnDisk or NotSaved; the file is
        then as it was.
        """
        return await self._worker.do(self._save, group, based_on)

    async def free_id(self, name: str) -> str:
        """An id for a new group that nothing has yet; it is not reserved."""
        return await self._worker.do(self._free_id, name)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        found, problems = listed_files(self._folder)
        read = partial(_found, self._disk)
        results = [self._cache.get(path, read) for path in found]
        self._cache.forget_all_but(found)
        groups = sorted(
            (group for group, _ in results if group is not None),
            key=lambda group: (group.name.casefold(), group.id),
        )
        wrong = (problem for _, each in results for problem in each)
        return tuple(groups), (*problems, *wrong)

    def _load(self, group: str) -> StoredGroup:
        path = self._path(group)
        try:
            data = read_bytes(self._disk, path)
        except FileNotFoundError:
            raise NotFound(f"there is no group named {quoted(group)}") from None
        return StoredGroup(_group(data, path), digest_of(data))

    def _save(self, group: Group, based_on: str) -> StoredGroup:
        path = self._path(group.id)
        stored, body = _checked_text(group, path)
        with self._files.locked():
            before = self._files.unchanged(group.id, path, based_on)
            text = decoded(before, path) if before is not None else ""
            data = with_head(head_comment(text), body).encode("utf-8")
            self._files.check_size(data)
            notice = self._keep_comments(group.id, before, text)
            digest = self._files.write(group.id, path, before, data)
        return StoredGroup(stored, digest, notice)

    def _keep_comments(self, name: str, before: bytes | None, text: str) -> str:
        """Copy a file whose comments would be lost; the notice to tell, or nothing."""
        if before is None or not has_other_comments(text):
            return ""
        copy = self._history.keep_before(name, before)
        if copy is None:
            return ""
        words = "comments below the first key are not kept in a group's file"
        return f"{words}; it was first copied to {known_as(copy)}"

    def _path(self, group: str) -> Path:
        return self._folder / f"{plain(group, 'group')}.toml"

    def _free_id(self, name: str) -> str:
        found, _ = listed_files(self._folder)
        return numbered(slug(name, "group"), [path.stem for path in found])


def group_text(group: Group) -> str:
    """The file of a group, without a head comment."""
    import tomlkit

    document = tomlkit.document()
    fill(document, group, _ALWAYS)
    return tomlkit.dumps(document).rstrip("\n") + "\n"


def _checked_text(group: Group, path: Path) -> tuple[Group, str]:
    """The group as its file will hold it, with the file's text. Raises NotSaved."""
    try:
        stored = storable_model(group)
        text = group_text(stored)
        again = parse_model(text, Group, path)
    except InputProblems as error:
        raise NotSaved(f"the group would not open again: {error.problems[0].reason}") from error
    except (TypeError, ValueError) as error:
        raise NotSaved("the group holds something that its file cannot hold") from error
    if again != stored:
        raise NotSaved("the group would not read back as it is; nothing was written")
    return stored, text


def _group(data: bytes, path: Path) -> Group:
    """A group whose id is its file's name, so that a plan that names it finds it."""
    text = decoded(data, path)
    group = parse_model(text, Group, path)
    if group.id != path.stem:
        words = f"id is {quoted(group.id)}, but must be {quoted(path.stem)} like the file's name"
        raise trouble(path, words, *TomlIndex(text).position(("id",)))
    return group


def _found(disk: Disk, path: Path) -> _Found:
    try:
        return _group(read_bytes(disk, path), path), ()
    except FileNotFoundError:
        return None, ()
    except InputProblems as error:
        return None, error.problems
