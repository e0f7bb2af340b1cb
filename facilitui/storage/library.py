"""The library: shipped data files and a person's own, which take their place by id."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from facilitui.core.errors import InputProblems, Problem
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.pathway import Pathway
from facilitui.storage.disk import Disk
from facilitui.storage.file_cache import FileCache
from facilitui.storage.library_files import (
    AGENDAS,
    CARDS,
    CHECKED,
    FRAMES,
    MODELS,
    NORMS,
    PATHWAYS,
    PROTOCOLS,
    RUBRICS,
    WAITS,
    FileRead,
    Kind,
    M,
    Shipped,
    checked,
    read_any,
    read_kind,
    shipped_folder,
    within,
)
from facilitui.storage.paths import Home
from facilitui.storage.references import Naming, unknown_names
from facilitui.storage.toml_files import listed_files
from facilitui.storage.worker import Worker


@dataclass
class _Shelving:
    """What is found while one shelf is put together."""

    paths: set[Path] = field(default_factory=set)
    problems: dict[str, list[Problem]] = field(default_factory=lambda: defaultdict(list))
    """By the folder of their kind."""
    own: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The ids of what a person's own files hold, likewise."""


class FileLibrary:
    """The library as folders of TOML files, read on a thread of its own.

    `shipped` names the folder of a kind that came with the program.
    """

    def __init__(self, home: Home, disk: Disk, shipped: Shipped = shipped_folder) -> None:
        self._home = home
        self._disk = disk
        self._shipped = shipped
        self._cache: FileCache[FileRead] = FileCache()
        self._worker = Worker("library")

    async def shelf(self) -> Shelf:
        """All of it, read anew where a file changed. A bad file is a problem, never an error."""
        return await self._worker.do(self._read_shelf)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def check_paths(self, paths: Sequence[Path]) -> tuple[int, tuple[Problem, ...]]:
        """How many files these paths lead to, and all that is wrong with them.

        A path is a file of any kind, told by its `kind` key, or a folder, searched to its depths;
        hidden files and folders in it are left out. Reads on the caller's own thread.
        """
        count, problems = 0, list[Problem]()
        for path in paths:
            found = list(within(path)) if os.path.isdir(path) else [path]
            count += len(found)
            results = [read_any(self._disk, each) for each in found]
            problems += [*checked(results), *self._unknown_names(results)]
        return count, _in_order(problems)

    def check_all(self) -> tuple[int, tuple[Problem, ...]]:
        """How many files shelf, groups and plans are made of, and all that is wrong with them."""
        count, problems, naming = 0, list[Problem](), list[FileRead]()
        for kind in CHECKED:
            for folder in (self._shipped(kind.folder), self._home.own(kind.folder)):
                found, unlisted = listed_files(folder, deeper=True)
                count += len(found)
                problems += unlisted
                results = [read_kind(self._disk, kind, each) for each in found]
                problems += checked(results)
                naming += results if kind in (AGENDAS, MODELS, PATHWAYS) else []
        plans, unlisted = listed_files(self._home.plans)
        problems += unlisted
        read_plans = [read_kind(self._disk, AGENDAS, each) for each in plans]
        problems += [*checked(read_plans), *self._unknown_names([*naming, *read_plans])]
        return count + len(plans), _in_order(problems)

    def agenda_at(self, path: Path) -> str | None:
        """The id of the agenda that a path leads to, if it leads to one of the library's."""
        folders = (self._shipped(AGENDAS.folder), self._home.own(AGENDAS.folder))
        found = {each.resolve() for folder in folders for each in listed_files(folder)[0]}
        return path.stem if path.resolve() in found else None

    async def pathway_at(self, path: Path) -> Pathway:
        """A pathway's file from anywhere. Raises InputProblems."""
        read = await self._worker.do(partial(read_kind, self._disk, PATHWAYS, path))
        if not isinstance(read.model, Pathway):
            raise InputProblems(read.problems)
        return read.model

    def _unknown_names(self, results: Iterable[FileRead]) -> list[Problem]:
        """What the plans, models and pathways among some files name that is not there."""
        shelf = self._read_shelf()
        return [
            problem
            for result in results
            if isinstance(naming := result.model or result.half, Naming)
            for problem in unknown_names(result.path, result.text, naming, shelf)
        ]

    def _read_shelf(self) -> Shelf:
        shelving = _Shelving()
        shelf = Shelf(
            protocols=self._gather(PROTOCOLS, shelving),
            agendas=self._gather(AGENDAS, shelving),
            pathways=self._gather(PATHWAYS, shelving),
            norms=self._gather(NORMS, shelving),
            waits=self._gather(WAITS, shelving),
            frames=self._gather(FRAMES, shelving),
            cards=self._gather(CARDS, shelving),
            models=self._gather(MODELS, shelving),
            rubrics=self._gather(RUBRICS, shelving),
            own_protocols=frozenset(shelving.own[PROTOCOLS.folder]),
            own_pathways=frozenset(shelving.own[PATHWAYS.folder]),
            problems=tuple(chain.from_iterable(shelving.problems.values())),
            pathway_problems=tuple(shelving.problems[PATHWAYS.folder]),
        )
        self._cache.forget_all_but(shelving.paths)
        return shelf

    def _gather(self, kind: Kind[M], shelving: _Shelving) -> Mapping[str, M]:
        entries: dict[str, M] = {}
        read = partial(read_kind, self._disk, kind)
        for folder in (self._shipped(kind.folder), self._home.own(kind.folder)):
            found, unlisted = listed_files(folder, deeper=True)
            shelving.paths.update(found)
            results = [self._cache.get(path, read) for path in found]
            shelving.problems[kind.folder] += [*unlisted, *checked(results)]
            if folder == self._home.own(kind.folder):
                shelving.own[kind.folder].update(each.id for each in results if each.model)
            # The first of two with one id is used, so that it does not depend on chance which.
            for result in reversed(results):
                if isinstance(result.model, kind.model):
                    entries[result.id] = result.model
        return MappingProxyType(dict(sorted(entries.items())))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same file by file, each in the order of its lines."""
    of_files: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        of_files[each.file].append(each)
    return tuple(one for each in of_files.values() for one in sorted(each, key=lambda p: p.line))
