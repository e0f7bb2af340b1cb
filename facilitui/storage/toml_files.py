"""Reading a TOML file into its model, with every fault named by file, line and reason."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from facilitui.core import safe_text
from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, Problem
from facilitui.core.safe_text import line
from facilitui.storage import disk as disks
from facilitui.storage.disk import Disk
from facilitui.storage.half_read import half_read
from facilitui.storage.model_errors import Found, found, left_out
from facilitui.storage.place_ids import with_ids
from facilitui.storage.toml_index import Place, TomlIndex
from facilitui.storage.toml_reasons import Fault, misread, place_name, reasons
from facilitui.storage.toml_syntax import syntax_reason

M = TypeVar("M", bound=BaseModel)

MOST_BYTES = 2_000_000
"""A larger file is not read: nothing that a facilitator writes comes near it."""
MOST_PROBLEMS = 50
"""How many faults of one file are told; whoever has mended them may ask again."""
LARGEST = 2**63
"""No whole number of a TOML file is larger."""

_BOM = b"\xef\xbb\xbf"
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")
_DOUBLED = re.compile(r"overwrite|twice|[Dd]uplicate|mutate|redefine")
_TWO_IDS = re.compile(r"two (\w+) have the id (.+)")
_STEP = re.compile(r"\[(\d+)\]|(?:^|\.|(?<=\]) )([A-Za-z0-9_-]+)")
"""One step of the way that a sentence begins with, as place_name tells it."""


def known_as(path: Path) -> str:
    """A path as problems name it: nothing in a file's name may reach a terminal unharmed."""
    return safe_text.path(str(path))


def trouble(path: Path, words: str, line: int = 1, column: int = 1) -> InputProblems:
    """One problem with a file, ready to be raised."""
    return InputProblems((Problem(known_as(path), line, column, words),))


def read_bytes(disk: Disk, path: Path) -> bytes:
    """All bytes of a file.

    Raises FileNotFoundError where there is none, and InputProblems for one that cannot be read,
    is larger than 2 MB, or is a folder, a pipe or a device.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "not a file"
            raise trouble(path, f"is {what}; a TOML file is expected here")
        if status.st_size > MOST_BYTES:
            raise trouble(path, "is larger than 2 MB; no plan or data file needs so much")
        return disk.read(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise trouble(path, "is a link to a file that is not there") from None
        raise
    except (OSError, ValueError) as error:
        words = disks.reason(error) if isinstance(error, OSError) else "its name cannot be used"
        raise trouble(path, f"cannot be read: {words}") from error


def decoded(data: bytes, path: Path) -> str:
    """The text of a file, with line feeds only and without a byte order mark.

    Raises InputProblems where it is not UTF-8.
    """
    data = data.removeprefix(_BOM)
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        words = "is not UTF-8 text from here on; save it as UTF-8"
        raise trouble(path, words, line, column) from None


def parse_table(text: str, path: Path) -> dict[str, Any]:
    """What a TOML text says. Raises InputProblems that say where it is broken."""
    try:
        return {key: _measured(value) for key, value in tomllib.loads(text).items()}
    except RecursionError:
        raise trouble(path, "is nested too deeply to be read") from None
    except ValueError as error:
        raise InputProblems((_syntax_problem(str(error), text, path),)) from None


def parse_model(text: str, model: type[M], path: Path) -> M:
    """A TOML text as its model. Raises InputProblems with all that is wrong, in reading order."""
    table = parse_table(text, path)
    errors, value = list(left_out(table, model)), None
    try:
        value = model.model_validate(table)
    except ValidationError as error:
        told = error.errors(include_url=False)
        errors += [each for one in told for each in found(one, model)]
    faults = _merged(list(misread(table, model)), errors)
    if value is not None and not faults:
        return value
    every = [*faults, *_further(faults, table, model)]
    named = [(place, of_key, with_ids(words, table)) for place, of_key, words in every]
    raise _located(named, text, path)


def listed_files(folder: Path, *, deeper: bool = False) -> tuple[list[Path], list[Problem]]:
    """All `*.toml` of a folder by name, hidden ones left out; none where there is no folder.

    With `deeper`, those in the folders within it come after its own. What cannot be listed is a
    problem; a folder that is itself named `*.toml` is listed, so that reading it says so.
    """
    try:
        with os.scandir(folder) as entries:
            paths = sorted(Path(entry.path) for entry in entries if entry.name[:1] != ".")
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Problem.of_all(known_as(folder), f"cannot be listed: {disks.reason(error)}")]
    files = [path for path in paths if path.suffix == ".toml"]
    problems: list[Problem] = []
    for within in paths if deeper else ():
        if within.suffix != ".toml" and os.path.isdir(within):
            found, wrong = listed_files(within)
            files += found
            problems += wrong
    return files, problems


def _measured(value: Any) -> Any:
    """The same without whole numbers beyond TOML's own, which pydantic could not even repeat."""
    if isinstance(value, dict):
        return {key: _measured(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_measured(inner) for inner in value]
    if isinstance(value, int) and abs(value) > LARGEST:
        return LARGEST if value > 0 else -LARGEST
    return value


def _syntax_problem(message: str, text: str, path: Path) -> Problem:
    index = TomlIndex(text)
    if _DOUBLED.search(message) and index.twice:
        place, first, second = index.twice
        words = f"{place_name(place)} stands here a second time; it is already on line "
        words += str(index.line_and_column(first)[0])
        return Problem(known_as(path), *index.line_and_column(second), words)
    where = _WHERE.search(message)
    at = (int(where[1]), int(where[2])) if where else index.line_and_column(index.last)
    here = text.split("\n")[at[0] - 1]
    return Problem(known_as(path), *at, syntax_reason(message, here, at[1]))


def _merged(misread_values: list[Fault], errors: list[Found]) -> list[Fault]:
    """All faults, but none that only follows from another."""
    if any(each.place == ("kind",) and each.kind == "literal_error" for each in errors):
        # A file of another kind has a fault in nearly every line.
        errors, misread_values = [each for each in errors if each.place == ("kind",)], []
    told = {place for place, _, _ in misread_values}
    meant = {each.meant for each in errors}
    left = [
        each
        for each in errors
        if each.place not in told
        # A key that is misspelt is missing for nothing else.
        and not (each.kind == "missing" and each.place in meant)
        # A table's own check may have failed for nothing but a value that was misread.
        and not (told and each.kind == "value_error" and isinstance(each.given, Mapping))
        # A list is too short for nothing but entries that are told of themselves.
        and not (each.kind == "too_short" and len(each.given) >= each.context["min_length"])
    ]
    # No more are put into words than will be told.
    faults = [fault for each in left[:MOST_PROBLEMS] for fault in _faults(each)]
    return [*misread_values, *faults, *((each.place, False, "") for each in left[MOST_PROBLEMS:])]


def _further(told: list[Fault], table: dict[str, Any], model: type[BaseModel]) -> Iterator[Fault]:
    """What else is wrong with the whole, as far as it can be read beside what is told already."""
    places = [place for place, _, _ in told]
    is_other = ("kind",) in places and "kind" in table
    if not issubclass(model, Model) or is_other or len(told) >= MOST_PROBLEMS:
        return
    # What is said of a table's own missing key may stand there under an unknown one.
    tables = {place[:-1] for place, of_key, _ in told if of_key}
    for words in half_read(table, model).faults():
        place = _named_in(words, table)
        if place not in tables and not any(place[: len(each)] == each for each in places):
            yield place, False, line(words)


def _faults(error: Found) -> Iterator[Fault]:
    of_key = error.kind == "extra_forbidden"
    of_table = error.kind == "value_error" and isinstance(error.given, Mapping)
    for number, words in enumerate(reasons(error)):
        place = error.place
        if of_table:
            place += _named_in(error.sentences[number], error.given)
        yield place, of_key, words


def _named_in(words: str, table: Mapping[str, Any]) -> Place:
    """Where in a table one of the core's own checks points: it begins with the way there."""
    if doubled := _TWO_IDS.fullmatch(words):
        entries = table.get(doubled[1], ())
        numbers = [n for n, entry in enumerate(entries) if entry.get("id") == doubled[2]]
        return (doubled[1], *numbers[1:2], "id")
    place: Place = ()
    here: Any = table
    at = 0
    while step := _STEP.match(words, at):
        part: str | int = int(step[1]) - 1 if step[1] else step[2]
        inside = range(len(here)) if isinstance(here, list) else here
        if not isinstance(here, list | Mapping) or part not in inside:
            break
        place, here, at = (*place, part), here[part], step.end()  # type: ignore[index]
    return place


def _located(faults: list[Fault], text: str, path: Path) -> InputProblems:
    index, name = TomlIndex(text), known_as(path)
    problems = sorted(
        (
            Problem(name, *index.position(place, of_key=of_key), words)
            for place, of_key, words in faults[:MOST_PROBLEMS]
        ),
        key=lambda problem: (problem.line, problem.column),
    )
    if left_out := len(faults) - len(problems):
        words = f"and {left_out} more faults in this file"
        problems.append(Problem(name, problems[-1].line, 1, words))
    return InputProblems(tuple(problems))
