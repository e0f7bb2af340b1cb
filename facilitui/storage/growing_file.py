"""A database file that only grows: what is in it is neither parsed nor written out again.

TinyDB reads a whole file and writes a whole file for each document that is added. Of a month with
a hundred entries that is most of what a save costs, and it would grow through the month. Here the
documents that are there go through TinyDB as they were read, which nobody can change, and the
bytes of the file go into the new one as they are.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from facilitui.core.errors import NotSaved
from facilitui.storage.database_text import (
    END,
    ReadOnly,
    Tables,
    Unreadable,
    bytes_of,
    line_of,
    members_of,
    parse,
)
from facilitui.storage.disk import Disk
from facilitui.storage.tinydb_storage import DurableStorage


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
        self._bytes = b""
        """Those bytes, once they were read again, as who does so is about to add to them."""

    def add(self, tables: Tables) -> None:
        """Write all tables, in which the documents of `view` are the same objects as there.

        Raises NotSaved; the file is then as it was.
        """
        try:
            encoded = self._grown(tables) or bytes_of(tables)
            kept = ReadOnly((name, self._kept(name, table)) for name, table in tables.items())
        except (TypeError, ValueError, RecursionError) as error:
            raise NotSaved(f"cannot write {self.shown}: {error}") from error
        self._put(encoded)
        self._known, self._tables, self._bytes = _hash(encoded), kept, b""

    def _made_of(self, data: bytes) -> Tables | Unreadable:
        if (read := _hash(data)) == self._known:
            self._bytes = data
            return self._tables
        self._known, self._tables, self._bytes = b"", {}, b""
        found = super()._made_of(data)
        if not isinstance(found, Unreadable):
            self._known, self._tables = read, found
        return found

    def _grown(self, tables: Tables) -> bytes:
        """The file's own bytes with the new documents at their end; none if that is not all."""
        new = self._new_in(tables)
        if not new or not self._bytes.endswith(END):
            return b""
        return b"".join((memoryview(self._bytes)[: -len(END)], b",\n", members_of(new), END))

    def _new_in(self, tables: Tables) -> dict[str, Any]:
        """What the last table has and the file has not; empty if more than that has changed."""
        if [*tables] != [*self._tables] or not all(self._tables.values()):
            return {}
        new = dict[str, Any]()
        for name, known in self._tables.items():
            if new or any(tables[name].get(number) is not each for number, each in known.items()):
                return {}
            new = {number: each for number, each in tables[name].items() if number not in known}
        return new

    def _kept(self, name: str, table: Tables) -> ReadOnly:
        known = self._tables.get(name, {})
        return ReadOnly(
            (number, document if known.get(number) is document else parse(line_of(document), True))
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
