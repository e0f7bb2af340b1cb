"""The TinyDB storage below the journal: a file that is always whole, and a reading that is cheap.

Stock TinyDB writes in place: a kill, a full disk or a second process in the middle leaves a cut
file. Here the file is replaced at once and forced to the disk, in stock TinyDB's own format, one
document a line so that it reads and compares well.

JSON is read and written by the standard library: orjson is quicker by a millisecond a month, but
refuses lone surrogates (file names have them) and rounds whole numbers over 64 bits without a word.
ASCII escapes keep lone surrogates, and let stock TinyDB read the file under any locale.

A storage takes no lock: who writes holds the journal's lock from reading to writing. Stock TinyDB
knows none, and writes into what was replaced: open it for a moment while nothing else writes.
"""

from __future__ import annotations

import json
import math
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from tinydb.storages import Storage

from facilitui.core.errors import InputProblems, NotSaved, Problem
from facilitui.storage.disk import Disk, reason, sweep, write_atomically

Tables = dict[str, dict[str, Any]]
"""What a database holds: for each table its documents by their number, as text."""


class Unreadable(ValueError):
    """Text that is not JSON, or not that of a database."""

    def __init__(self, why: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


class ReadOnly(dict[str, Any]):
    """An object as it was read, shared by all readers; lists within it are tuples.

    It still is a dict, so that it can be written as JSON. Changing it raises TypeError.
    """

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("a stored document is never changed; make a dict of it first")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


def parse(text: str, read_only: bool = False) -> Any:
    """JSON, with nothing lost or rounded on the way. Raises Unreadable.

    A name that is twice in one object, NaN and numbers that are too big are refused.
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_read_only if read_only else _distinct,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise Unreadable("is not JSON, or was cut off", error.lineno, error.colno) from None
    except Unreadable:
        raise
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except ValueError:  # the interpreter's own limit on the digits of a whole number
        raise Unreadable("has a number of too many digits") from None


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return _checked(dict(pairs), pairs)


def _read_only(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if any(type(value) is list for _, value in pairs):
        pairs = [(name, _fixed(value)) for name, value in pairs]
    return _checked(ReadOnly(pairs), pairs)


def _checked(made: dict[str, Any], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(made) != len(pairs):
        raise Unreadable("has a name twice in one object, where only one could be kept")
    return made


def _fixed(value: Any) -> Any:
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


def _no_number(name: str) -> NoReturn:
    raise Unreadable(f"has {name}, which JSON does not know")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise Unreadable(f"has {digits[:40]}, which is too big a number")
    return number


def tables_of(data: bytes, read_only: bool = False) -> Tables:
    """What the bytes of a database file hold. Raises Unreadable."""
    try:
        text = data.decode("utf-8-sig")  # some editors put a mark at the front
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        raise Unreadable("is not UTF-8 text", before.count(b"\n") + 1, column) from None
    tables: Tables = parse(text, read_only)
    if not isinstance(tables, dict):
        raise Unreadable("is not a database: the outermost is not an object")
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Unreadable(f"is not a database: the table {name!a} is not an object")
        for number, document in table.items():
            if not _is_number(number) or not isinstance(document, dict):
                place = f"{number!a} in the table {name!a}"
                raise Unreadable(f"is not a database: {place} is not a numbered document")
    return tables


def _is_number(text: str) -> bool:
    """Whether TinyDB gets this very text back from the number that it makes of it."""
    try:
        return str(int(text)) == text
    except ValueError:
        return False


_ENCODER = json.JSONEncoder(allow_nan=False)


def line_of(document: Any) -> str:
    """A document as a database file has it. Raises TypeError, ValueError or RecursionError."""
    return _ENCODER.encode(document)


def bytes_of(tables: Tables, line_of: Callable[[Any], str] = line_of) -> bytes:
    """Tables as a database file has them. Raises TypeError, ValueError or RecursionError."""
    return (_object(tables, lambda table: _object(table, line_of)) + "\n").encode("ascii")


def _object(items: dict[str, Any], encode: Callable[[Any], str]) -> str:
    lines = (f"{_ENCODER.encode(str(name))}: {encode(value)}" for name, value in items.items())
    return "{\n" + ",\n".join(lines) + "\n}" if items else "{}"


class DurableStorage(Storage):
    """One database file: `TinyDB(path, disk, storage=DurableStorage)`.

    Give each table `cache_size=0`: TinyDB's own cache of queries does not see what other
    processes write.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._signature: tuple[int, int, int] | None = None
        self._found: Tables | Unreadable | None = None

    @property
    def shown(self) -> str:
        """The file as a person knows it."""
        return f"{self._path.parent.name}/{self._path.name}"

    def read(self) -> Tables | None:
        """All tables, read anew from the file, for TinyDB to change and write back.

        None where there is no file, or an empty one. Raises InputProblems or OSError.
        """
        if not self._stat():
            return None
        try:
            return tables_of(self._disk.read(self._path), read_only=False)
        except Unreadable as error:
            raise self._problem(error) from None

    def view(self) -> Tables | None:
        """All tables, shared and never to be changed: parsed again only where the file changed.

        The same object for as long as the file stays the same. Raises as `read` does.
        """
        signature = self._stat()
        if signature is None:
            self.close()
        elif signature != self._signature:
            # If they differ, the signature is the older one: a change shows at the next look.
            self._found = self._made_of(self._disk.read(self._path))
            self._signature = signature
        if isinstance(self._found, Unreadable):
            raise self._problem(self._found)
        return self._found

    def write(self, data: Tables) -> None:
        """Replace the file at once and force it to the disk. Raises NotSaved; it is then whole.

        Sweeps what killed writers left in the folder, which only the lock's holder may do.
        """
        try:
            encoded = bytes_of(data)
        except (TypeError, ValueError, RecursionError) as error:
            raise NotSaved(f"cannot write {self.shown}: {error}") from error
        self._put(encoded)

    def close(self) -> None:
        """Forget what was read, so that the next look reads the file whatever its date says."""
        self._signature = self._found = None

    def _made_of(self, data: bytes) -> Tables | Unreadable:
        """What there is to see in the bytes of the file."""
        try:
            return tables_of(data, read_only=True)
        except Unreadable as error:
            return error

    def _put(self, encoded: bytes) -> None:
        self._refuse_read_only()
        self.close()
        sweep(self._path.resolve().parent)
        write_atomically(self._disk, self._path, encoded)

    def _refuse_read_only(self) -> None:
        """Replacing needs no permission of the file itself, so a file made read-only is asked."""
        try:
            if not os.stat(self._path).st_mode & stat.S_IWUSR:
                raise NotSaved(f"cannot write {self.shown}: the file is read-only")
        except FileNotFoundError:
            return
        except OSError as error:
            raise NotSaved(f"cannot write {self.shown}: {reason(error)}") from error

    def _stat(self) -> tuple[int, int, int] | None:
        """What tells one state of the file from another; None where nothing is in it."""
        try:
            found = os.stat(self._path)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(found.st_mode):
            raise OSError("it is not a file")
        return (found.st_ino, found.st_mtime_ns, found.st_size) if found.st_size else None

    def _problem(self, error: Unreadable) -> InputProblems:
        return InputProblems((Problem(self.shown, error.line, error.column, error.why),))
