"""A database file that only grows: what is in it is neither parsed nor written out again.

TinyDB reads a whole file and writes a whole file for each document that is added. Of a month with
a hundred entries that is most of what a save costs, and it would grow through the month. Here the
documents that are there go through TinyDB as they were read, which nobody can change, and their
lines go into the new file as they are.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tinydb.storages import Storage

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.tinydb_storage import (
    DurableStorage,
    ReadOnly,
    Tables,
    Unreadable,
    bytes_of,
    line_of,
    parse,
)

Lines = dict[str, dict[str, str]]
"""For each table its documents by their number, each as the file has it."""


class GrowingFile(DurableStorage):
    """One database file, of which is remembered what it held when it was last read or written.

    Another program's change shows all the same: what is remembered holds only for the very bytes,
    of which a hash is kept, as ten years of them are much.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        super().__init__(path, disk)
        self._known = b""
        """The hash of the bytes last read or written; empty where they could not be read."""
        self._tables: Tables = {}
        """What those bytes hold."""
        self._lines: Lines = {}

    def add(self, tables: Tables) -> None:
        """Write all tables, in which the documents of `view` are the same objects as there.

        Raises NotSaved; the file is then as it was.
        """
        try:
            lines = {name: self._lines_of(name, table) for name, table in tables.items()}
            encoded = bytes_of(lines, str)
        except (TypeError, ValueError, RecursionError) as error:
            raise NotSaved(f"cannot write {self.shown}: {error}") from error
        self._put(encoded)
        kept = ((name, self._kept(name, table, lines[name])) for name, table in tables.items())
        self._known, self._tables, self._lines = _hash(encoded), ReadOnly(kept), lines

    def _made_of(self, data: bytes) -> Tables | Unreadable:
        if (read := _hash(data)) == self._known:
            return self._tables
        self._known, self._tables, self._lines = b"", {}, {}
        found = super()._made_of(data)
        if not isinstance(found, Unreadable):
            self._known, self._tables = read, found
        return found

    def _lines_of(self, name: str, table: Tables) -> dict[str, str]:
        known, lines = self._tables.get(name, {}), self._lines.get(name, {})
        return {
            number: lines[number]
            if number in lines and known.get(number) is document
            else line_of(document)
            for number, document in table.items()
        }

    def _kept(self, name: str, table: Tables, lines: dict[str, str]) -> ReadOnly:
        known = self._tables.get(name, {})
        return ReadOnly(
            (number, document if known.get(number) is document else parse(lines[number], True))
            for number, document in table.items()
        )


def _hash(data: bytes) -> bytes:
    return sha256(data).digest()


class Adding(Storage):
    """What TinyDB adds documents through: `TinyDB(file, storage=Adding)`.

    Those that are there can be read and kept, and changing one raises TypeError.
    """

    def __init__(self, file: GrowingFile) -> None:
        self._file = file

    def read(self) -> Tables | None:
        """All tables. Raises InputProblems or OSError."""
        found = self._file.view()
        return None if found is None else {name: dict(table) for name, table in found.items()}

    def write(self, data: Tables) -> None:
        """Write all tables. Raises NotSaved."""
        self._file.add(data)
