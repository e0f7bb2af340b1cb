"""Groups that meet again as TOML files, which people may edit in another program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from facilitui.core.errors import InputProblems, Problem
from facilitui.core.naming import numbered, slug
from facilitui.core.plans.group import Group
from facilitui.storage.disk import Disk
from facilitui.storage.file_cache import FileCache
from facilitui.storage.home_lock import LOCK_SECONDS
from facilitui.storage.named_models import parse_named
from facilitui.storage.paths import Home
from facilitui.storage.toml_checked import checked
from facilitui.storage.toml_files import decoded, listed_files, read_bytes
from facilitui.storage.toml_store import TomlStore
from facilitui.storage.toml_writing import below_head, canonical_text

FOLDER = "groups"
_ALWAYS = frozenset({"kind", "version"})
"""Written even where they have their default: whoever opens the file looks for them."""
_Found = tuple[Group | None, tuple[Problem, ...]]


class FileGroups(TomlStore[Group]):
    """The groups of a home. A group's id is its file's name without the ending."""

    def __init__(self, home: Home, disk: Disk, lock_seconds: float = LOCK_SECONDS) -> None:
        super().__init__(home, home.own(FOLDER), disk, Group, "group", lock_seconds)
        self._cache: FileCache[_Found] = FileCache()

    async def groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        """All groups by name, and what is wrong with files that cannot be read."""
        return await self._worker.do(self._groups)

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

    def _body(self, state: Group, before: str, path: Path) -> tuple[Group, str]:
        return checked(state, lambda group: below_head(before, group_text(group)), path, "group")

    def _parsed(self, text: str, path: Path) -> Group:
        return parse_named(text, Group, path)

    def _name(self, title: str, taken: list[str]) -> str:
        return numbered(slug(title, "group"), taken)


def group_text(group: Group) -> str:
    """The file of a group, without a head comment."""
    return canonical_text(group, _ALWAYS)


def _found(disk: Disk, path: Path) -> _Found:
    try:
        return parse_named(decoded(read_bytes(disk, path), path), Group, path), ()
    except FileNotFoundError:
        return None, ()
    except InputProblems as error:
        return None, error.problems
