"""The library's files: of which kinds they are, where they lie, what came of reading one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.library.cards import CardSet
from facilitui.core.library.frames import Frame
from facilitui.core.library.norms import NormSet
from facilitui.core.library.professional_learning import ProfessionalLearning
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.rubric import Rubric
from facilitui.core.library.waits import WaitTargets
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Plan
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion
from facilitui.storage.disk import Disk
from facilitui.storage.half_read import half_read
from facilitui.storage.toml_files import (
    decoded,
    known_as,
    parse_model,
    parse_table,
    read_bytes,
)
from facilitui.storage.toml_index import TomlIndex
from facilitui.storage.toml_reasons import listed, shown

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
CARDS = Kind("cards", "cards", CardSet)
MODELS = Kind("models", "model", ProfessionalLearning)
RUBRICS = Kind("rubrics", "rubric", Rubric)
GROUPS = Kind("groups", "group", Group)
KINDS: tuple[Kind[Any], ...] = (
    PROTOCOLS,
    AGENDAS,
    PATHWAYS,
    NORMS,
    WAITS,
    FRAMES,
    CARDS,
    MODELS,
    RUBRICS,
)
"""What the shelf is made of."""
CHECKED: tuple[Kind[Any], ...] = (*KINDS, GROUPS)
_BY_WORD = {kind.word: kind for kind in CHECKED}
_WORD_BY_FOLDER = {"plans": "plan"} | {kind.folder: kind.word for kind in CHECKED}

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
class FileRead:
    """What came of reading one file."""

    path: Path
    model: Model | None = None
    id: str = ""
    """Empty where nothing goes by one."""
    problems: tuple[Problem, ...] = ()
    text: str = ""
    """The file's, so that what is wrong with a name in it can be told with its place."""
    half: Pathway | None = None
    """What can be read of a pathway that is refused, so that its names are looked up as well."""

    @property
    def id_at(self) -> tuple[int, int]:
        """The line and column of its id; a file need not be searched for it before it is told."""
        return TomlIndex(self.text).position(("id",))


def within(folder: Path) -> Iterator[Path]:
    """All `*.toml` below a folder, hidden ones left out."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(where, name)
            for name in sorted(names)
            if name.endswith(".toml") and not name.startswith(".")
        )


def checked(results: Iterable[FileRead]) -> Iterator[Problem]:
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


def read_kind(disk: Disk, kind: Kind[M], path: Path) -> FileRead:
    """A file as one of a kind. Its id must be its name, so that a file can be found by its id."""
    text = ""
    try:
        text = decoded(read_bytes(disk, path), path)
        model = parse_model(text, kind.model, path)
    except FileNotFoundError:
        return FileRead(path, problems=(Problem.of_all(known_as(path), "there is no such file"),))
    except InputProblems as error:
        return _refused(FileRead(path, text=text, problems=error.problems), kind)
    if isinstance(model, Plan):
        return FileRead(path, model, path.stem, text=text)
    read = FileRead(path, model, str(getattr(model, "id", "")), text=text)
    if wrong := _other_id(read, read.id):
        half = model if isinstance(model, Pathway) else None
        return FileRead(path, problems=wrong, text=text, half=half)
    return read


def _refused(read: FileRead, kind: Kind[M]) -> FileRead:
    """A file that its kind refuses; of a pathway's, all that is wrong beside it is told as well."""
    try:
        table = parse_table(read.text, read.path)
    except InputProblems:
        return read
    if kind.model is not Pathway or table.get("kind", kind.word) != kind.word:
        return read
    half = half_read(table, Pathway)
    problems = (*read.problems, *(_other_id(read, half.id) if half.id else ()))
    in_order = sorted(problems, key=lambda each: (each.line, each.column))
    return replace(read, problems=tuple(in_order), half=half)


def _other_id(read: FileRead, id: str) -> tuple[Problem, ...]:
    """That an id is not the file's name; nothing where it is."""
    if id == read.path.stem:
        return ()
    words = f"id is {quoted(id)}, but must be {quoted(read.path.stem)} like the file's name"
    return (Problem(known_as(read.path), *read.id_at, words),)


def read_any(disk: Disk, path: Path) -> FileRead:
    """A file of any kind, told by what it says it is, or else by the folder it lies in."""
    try:
        text = decoded(read_bytes(disk, path), path)
        table = parse_table(text, path)
    except (FileNotFoundError, InputProblems):
        return read_kind(disk, AGENDAS, path)
    around = [parent.name for parent in path.absolute().parents[:2]]
    guessed = next((_WORD_BY_FOLDER[name] for name in around if name in _WORD_BY_FOLDER), None)
    word = table.get("kind", guessed)
    kind = _BY_WORD.get(word) if isinstance(word, str) else None
    if kind is not None:
        result = read_kind(disk, kind, path)
        # Plans are not known by an id, so one's name may come again in another folder.
        return replace(result, id="") if kind is AGENDAS else result
    words = f"kind must be {listed(_BY_WORD)}"
    if word is None:
        words = f"kind is missing; it must be {listed(_BY_WORD)}"
    else:
        guess = suggestion(word, _BY_WORD) if isinstance(word, str) else ""
        words += f", not {shown(word)}{guess}"
    at = TomlIndex(text).position(("kind",))
    return FileRead(path, problems=(Problem(known_as(path), *at, words),))
