"""The library: shipped data files and a person's own, which take their place by id."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.frames import Frame
from facilitui.core.group import Group
from facilitui.core.norms import NormSet
from facilitui.core.pathway import Pathway
from facilitui.core.plan import Plan
from facilitui.core.ports import Shelf
from facilitui.core.professional_learning import ProfessionalLearning
from facilitui.core.protocol import Protocol
from facilitui.core.waits import WaitTargets
from facilitui.storage.disk import Disk
from facilitui.storage.file_cache import FileCache
from facilitui.storage.paths import Home
from facilitui.storage.references import unknown_names
from facilitui.storage.toml_files import (
    decoded,
    known_as,
    listed_files,
    parse_model,
    parse_table,
    read_bytes,
)
from facilitui.storage.toml_index import TomlIndex
from facilitui.storage.toml_reasons import listed, quoted, shown, suggestion
from facilitui.storage.worker import Worker

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Kind(Generic[M]):
    """A kind of data file: where such files lie, what they call themselves, what they become."""

    folder: str
    word: str
    model: type[M]


PROTOCOLS = Kind("protocols", "protocol", Protocol)
AGENDAS = Kind("agendas", "plan", Plan)
PATHWAYS = Kind("pathways", "pathway", Pathway)
NORMS = Kind("norms", "norms", NormSet)
WAITS = Kind("waits", "waits", WaitTargets)
FRAMES = Kind("frames", "frame", Frame)
MODELS = Kind("models", "model", ProfessionalLearning)
GROUPS = Kind("groups", "group", Group)
KINDS: tuple[Kind[Any], ...] = (PROTOCOLS, AGENDAS, PATHWAYS, NORMS, WAITS, FRAMES, MODELS)
"""What the shelf is made of."""
_CHECKED: tuple[Kind[Any], ...] = (*KINDS, GROUPS)
_BY_WORD = {kind.word: kind for kind in _CHECKED}
_WORD_BY_FOLDER = {"plans": "plan"} | {kind.folder: kind.word for kind in _CHECKED}

Shipped = Callable[[str], Path]


def shipped_folder(kind: str) -> Path:
    """Where the shipped files of a kind lie; there need be nothing there.

    A wheel carries the folders of the checkout's top level within the package. An editable
    install has them at the top of the checkout alone.
    """
    package = Path(str(files("facilitui")))
    if (beside_code := package / "data" / kind).is_dir():
        return beside_code
    if (packaged := package / "_data" / kind).is_dir():
        return packaged
    return package.parent / kind


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of reading one file."""

    path: Path
    model: Model | None = None
    id: str = ""
    """Empty where nothing goes by one."""
    problems: tuple[Problem, ...] = ()
    id_at: tuple[int, int] = (1, 1)
    text: str = ""
    """The file's, so that an unknown name in it can be told with its place."""


@dataclass
class _Shelving:
    """What is found while one shelf is put together."""

    paths: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


class FileLibrary:
    """The library as folders of TOML files, read on a thread of its own.

    `shipped` names the folder of a kind that came with the program.
    """

    def __init__(self, home: Home, disk: Disk, shipped: Shipped = shipped_folder) -> None:
        self._home = home
        self._disk = disk
        self._shipped = shipped
        self._cache: FileCache[_Read] = FileCache()
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
            found = list(_within(path)) if os.path.isdir(path) else [path]
            count += len(found)
            results = [_read_any(self._disk, each) for each in found]
            problems += [*_checked(results), *self._unknown_names(results)]
        return count, tuple(problems)

    def check_all(self) -> tuple[int, tuple[Problem, ...]]:
        """How many files shelf, groups and plans are made of, and all that is wrong with them."""
        count, problems, naming = 0, list[Problem](), list[_Read]()
        for kind in _CHECKED:
            for folder in (self._shipped(kind.folder), self._home.own(kind.folder)):
                found, unlisted = listed_files(folder, deeper=True)
                count += len(found)
                problems += unlisted
                results = [_read_kind(self._disk, kind, each) for each in found]
                problems += _checked(results)
                naming += results if kind in (AGENDAS, MODELS) else []
        plans, unlisted = listed_files(self._home.plans)
        problems += unlisted
        read_plans = [_read_kind(self._disk, AGENDAS, each) for each in plans]
        problems += [*_checked(read_plans), *self._unknown_names([*naming, *read_plans])]
        return count + len(plans), tuple(problems)

    def agenda_at(self, path: Path) -> str | None:
        """The id of the agenda that a path leads to, if it leads to one of the library's."""
        folders = (self._shipped(AGENDAS.folder), self._home.own(AGENDAS.folder))
        found = {each.resolve() for folder in folders for each in listed_files(folder)[0]}
        return path.stem if path.resolve() in found else None

    def _unknown_names(self, results: Iterable[_Read]) -> list[Problem]:
        """What the plans and models among some files name that is not there."""
        shelf = self._read_shelf()
        return [
            problem
            for result in results
            if isinstance(result.model, Plan | ProfessionalLearning)
            for problem in unknown_names(result.path, result.text, result.model, shelf)
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
            models=self._gather(MODELS, shelving),
            problems=tuple(shelving.problems),
        )
        self._cache.forget_all_but(shelving.paths)
        return shelf

    def _gather(self, kind: Kind[M], shelving: _Shelving) -> Mapping[str, M]:
        entries: dict[str, M] = {}
        read = partial(_read_kind, self._disk, kind)
        for folder in (self._shipped(kind.folder), self._home.own(kind.folder)):
            found, unlisted = listed_files(folder, deeper=True)
            shelving.paths.update(found)
            shelving.problems += unlisted
            results = [self._cache.get(path, read) for path in found]
            shelving.problems += _checked(results)
            # The first of two with one id is used, so that it does not depend on chance which.
            for result in reversed(results):
                if isinstance(result.model, kind.model):
                    entries[result.id] = result.model
        return MappingProxyType(dict(sorted(entries.items())))


def _within(folder: Path) -> Iterator[Path]:
    """All `*.toml` below a folder, hidden ones left out."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(where, name)
            for name in sorted(names)
            if name.endswith(".toml") and not name.startswith(".")
        )


def _checked(results: Iterable[_Read]) -> Iterator[Problem]:
    """The problems of files that lie in one place, ids that two of them share included."""
    first: dict[tuple[type[Model], str], Path] = {}
    for result in results:
        yield from result.problems
        if result.model is None or not result.id:
            continue
        other = first.setdefault((type(result.model), result.id), result.path)
        if other != result.path:
            words = f"has the id {quoted(result.id)}, and so has {known_as(other)}"
            words += "; only one of them can be used"
            yield Problem(known_as(result.path), *result.id_at, words)


def _read_kind(disk: Disk, kind: Kind[M], path: Path) -> _Read:
    """A file as one of a kind. Its id must be its name, so that a file can be found by its id."""
    try:
        text = decoded(read_bytes(disk, path), path)
        model = parse_model(text, kind.model, path)
    except FileNotFoundError:
        return _Read(path, problems=(Problem(known_as(path), 1, 1, "there is no such file"),))
    except InputProblems as error:
        return _Read(path, problems=error.problems)
    if isinstance(model, Plan):
        return _Read(path, model, path.stem, text=text)
    own_id, at = str(getattr(model, "id", "")), TomlIndex(text).position(("id",))
    if own_id != path.stem:
        words = f"id is {quoted(own_id)}, but must be {quoted(path.stem)} like the file's name"
        return _Read(path, problems=(Problem(known_as(path), *at, words),))
    return _Read(path, model, own_id, id_at=at, text=text)


def _read_any(disk: Disk, path: Path) -> _Read:
    """A file of any kind, told by what it says it is, or else by the folder it lies in."""
    try:
        text = decoded(read_bytes(disk, path), path)
        table = parse_table(text, path)
    except (FileNotFoundError, InputProblems):
        return _read_kind(disk, AGENDAS, path)
    around = [parent.name for parent in path.absolute().parents[:2]]
    guessed = next((_WORD_BY_FOLDER[name] for name in around if name in _WORD_BY_FOLDER), None)
    word = table.get("kind", guessed)
    kind = _BY_WORD.get(word) if isinstance(word, str) else None
    if kind is not None:
        result = _read_kind(disk, kind, path)
        # Plans are not known by an id, so one's name may come again in another folder.
        return replace(result, id="") if kind is AGENDAS else result
    words = f"kind must be {listed(_BY_WORD)}"
    if word is None:
        words = f"kind is missing; it must be {listed(_BY_WORD)}"
    else:
        guess = suggestion(word, _BY_WORD) if isinstance(word, str) else ""
        words += f", not {shown(word)}{guess}"
    at = TomlIndex(text).position(("kind",))
    return _Read(path, problems=(Problem(known_as(path), *at, words),))
