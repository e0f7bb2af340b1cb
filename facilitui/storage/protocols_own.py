"""A person's own protocols as TOML files, which may be edited in another program as well."""

from __future__ import annotations

import os
from pathlib import Path

from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.planning_ports import StoredProtocol
from facilitui.core.protocol import Protocol
from facilitui.core.protocol_editing import free_id
from facilitui.storage.disk import Disk, reason
from facilitui.storage.guarded_files import LOCK_SECONDS, GuardedFiles, digest_of
from facilitui.storage.library import PROTOCOLS, Shipped, shipped_folder
from facilitui.storage.names import free_path, plain
from facilitui.storage.paths import Home
from facilitui.storage.plan_history import PlanHistory
from facilitui.storage.protocol_files import checked_protocol, lost_comments
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
from facilitui.storage.worker import Worker


class FileProtocols:
    """The protocols folder of a home and the folders within it, as the library reads them.

    A protocol is known by its id, which is its file's name; an id is never a path.
    """

    def __init__(
        self,
        home: Home,
        disk: Disk,
        shipped: Shipped = shipped_folder,
        lock_seconds: float = LOCK_SECONDS,
    ) -> None:
        self._folder = home.own(PROTOCOLS.folder)
        self._shipped = shipped
        self._disk = disk
        self._files = GuardedFiles(home.root, self._folder, disk, "protocol", lock_seconds)
        self._history = PlanHistory(self._files.history, disk)
        self._worker = Worker("protocols")

    async def load(self, protocol: str) -> StoredProtocol:
        """One of a person's own. Raises InputProblems or NotFound."""
        return await self._worker.do(self._load, protocol)

    async def save(self, protocol: Protocol, based_on: str) -> StoredProtocol:
        """Write one whose file had the digest `based_on`, empty for a new one.

        Comments and the order of keys are kept. A file with a comment that has no place any more
        is first copied to `protocols/.history`, and the notice says so. Raises ChangedOnDisk or
        NotSaved; the file is then as it was.
        """
        return await self._worker.do(self._save, protocol, based_on)

    async def is_as(self, protocol: str, digest: str) -> bool:
        """Whether the file is still the one of that digest; a file that is gone is not."""
        return await self._worker.do(self._is_as, protocol, digest)

    async def text(self, protocol: str) -> str:
        """The file as it stands. Raises InputProblems or NotFound."""
        return await self._worker.do(self._text, protocol)

    async def written(self, protocol: Protocol) -> str:
        """The file that a protocol would make of the one that is there. Raises NotSaved."""
        return await self._worker.do(self._written, protocol)

    async def shipped(self, protocol: str) -> Protocol | None:
        """The one of that id that came with the program, whatever a person's own file says."""
        return await self._worker.do(self._read_shipped, protocol)

    async def is_own(self, protocol: str) -> bool:
        """Whether a file of a person's own holds it, rather than the shipped data."""
        return await self._worker.do(self._is_own, protocol)

    async def free_id(self, name: str) -> str:
        """An id for a new protocol that neither the shipped nor the own ones have."""
        return await self._worker.do(self._free_id, name)

    async def remove(self, protocol: str) -> str:
        """Take one's own file away; a shipped one of that id is used again.

        It is kept as `protocols/.history/ID.removed.toml`, and where is said. Raises NotFound or
        NotSaved.
        """
        return await self._worker.do(self._remove, protocol)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _path(self, protocol: str) -> Path:
        """Where a protocol is or would be. Raises NotFound for what cannot be an id."""
        name = f"{plain(protocol, 'protocol')}.toml"
        found = listed_files(self._folder, deeper=True)[0]
        return next((path for path in found if path.name == name), self._folder / name)

    def _read(self, protocol: str) -> tuple[Path, bytes]:
        path = self._path(protocol)
        try:
            return path, read_bytes(self._disk, path)
        except FileNotFoundError:
            words = f"there is no protocol of your own named {quoted(protocol)}"
            raise NotFound(words) from None

    def _load(self, protocol: str) -> StoredProtocol:
        path, data = self._read(protocol)
        text = decoded(data, path)
        found = parse_model(text, Protocol, path)
        if found.id != path.stem:
            words = f"id is {quoted(found.id)}, but must be {quoted(path.stem)}"
            raise trouble(path, f"{words} like the file's name", *TomlIndex(text).position(("id",)))
        return StoredProtocol(found, digest_of(data))

    def _is_as(self, protocol: str, digest: str) -> bool:
        try:
            return digest_of(self._read(protocol)[1]) == digest
        except (InputProblems, NotFound):
            return False

    def _text(self, protocol: str) -> str:
        path, data = self._read(protocol)
        return decoded(data, path)

    def _written(self, protocol: Protocol) -> str:
        try:
            before = self._text(protocol.id)
        except (NotFound, InputProblems):
            before = ""
        return checked_protocol(protocol, before, self._path(protocol.id))[1]

    def _save(self, protocol: Protocol, based_on: str) -> StoredProtocol:
        try:
            path = self._path(protocol.id)
        except NotFound as error:
            raise NotSaved(str(error)) from error
        with self._files.locked():
            before = self._files.unchanged(protocol.id, path, based_on)
            text = self._decoded(before, path)
            stored, body = checked_protocol(protocol, text, path)
            data = body.encode("utf-8")
            self._files.check_size(data)
            notice = self._keep_comments(protocol.id, before, text, body)
            digest = self._files.write(protocol.id, path, before, data)
        return StoredProtocol(stored, digest, notice)

    def _decoded(self, data: bytes | None, path: Path) -> str:
        try:
            return decoded(data, path) if data is not None else ""
        except InputProblems as error:
            raise ChangedOnDisk(str(error.problems[0])) from error

    def _keep_comments(self, name: str, before: bytes | None, text: str, body: str) -> str:
        """Copy a file of which a comment would be lost; the notice to tell, or nothing."""
        if before is None or not lost_comments(text, body):
            return ""
        copy = self._history.keep_before(name, before)
        if copy is None:
            return ""
        return f"a comment has no place any more; the file was first copied to {known_as(copy)}"

    def _read_shipped(self, protocol: str) -> Protocol | None:
        try:
            path = self._shipped(PROTOCOLS.folder) / f"{plain(protocol, 'protocol')}.toml"
            return parse_model(decoded(read_bytes(self._disk, path), path), Protocol, path)
        except (FileNotFoundError, NotFound, InputProblems):
            return None

    def _is_own(self, protocol: str) -> bool:
        try:
            return self._path(protocol).exists()
        except NotFound:
            return False

    def _free_id(self, name: str) -> str:
        folders = (self._folder, self._shipped(PROTOCOLS.folder))
        taken = [path.stem for each in folders for path in listed_files(each, deeper=True)[0]]
        return free_id(name, taken, "own_protocol")

    def _remove(self, protocol: str) -> str:
        with self._files.locked():
            path = self._path(protocol)
            if not os.path.lexists(path):
                raise NotFound(f"there is no protocol of your own named {quoted(protocol)}")
            aside = free_path(self._files.history, f"{protocol}.removed", ".toml")
            try:
                self._disk.replace(path, aside)
                self._disk.sync_folder(path.parent)
                self._disk.sync_folder(aside.parent)
            except OSError as error:
                raise NotSaved(f"cannot take {known_as(path)} away: {reason(error)}") from error
        return known_as(aside)
