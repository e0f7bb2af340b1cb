"""A person's own protocols as TOML files, which keep their comments."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.errors import InputProblems, NotFound
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.protocol_editing import OWN_PROTOCOL, free_id
from facilitui.storage.disk import Disk
from facilitui.storage.home_lock import LOCK_SECONDS
from facilitui.storage.library_files import PROTOCOLS, Shipped, shipped_folder
from facilitui.storage.named_models import parse_named
from facilitui.storage.names import plain
from facilitui.storage.paths import Home
from facilitui.storage.protocol_files import checked_protocol, lost_comments
from facilitui.storage.toml_files import decoded, listed_files, parse_model, read_bytes
from facilitui.storage.toml_store import TomlStore


class FileProtocols(TomlStore[Protocol]):
    """The protocols folder of a home and the folders within it, as the library reads them.

    A protocol's file is named by its id.
    """

    def __init__(
        self,
        home: Home,
        disk: Disk,
        shipped: Shipped = shipped_folder,
        lock_seconds: float = LOCK_SECONDS,
    ) -> None:
        folder = home.own(PROTOCOLS.folder)
        super().__init__(home, folder, disk, Protocol, "protocol", lock_seconds)
        self._shipped = shipped

    async def shipped(self, protocol: str) -> Protocol | None:
        """The one of that id that came with the program, whatever a person's own file says."""
        return await self._worker.do(self._read_shipped, protocol)

    async def is_own(self, protocol: str) -> bool:
        """Whether a file of a person's own holds it, rather than the shipped data."""
        return await self._worker.do(self._is_own, protocol)

    def _body(self, state: Protocol, before: str, path: Path) -> tuple[Protocol, str]:
        return checked_protocol(state, before, path)

    def _lost(self, before: str, body: str) -> str:
        return "a comment has no place any more" if lost_comments(before, body) else ""

    def _parsed(self, text: str, path: Path) -> Protocol:
        return parse_named(text, Protocol, path)

    def _path(self, name: str) -> Path:
        own = f"{plain(name, self._what)}.toml"
        found = listed_files(self._folder, deeper=True)[0]
        return next((path for path in found if path.name == own), self._folder / own)

    def _taken(self) -> list[str]:
        folders = (self._folder, self._shipped(PROTOCOLS.folder))
        return [path.stem for each in folders for path in listed_files(each, deeper=True)[0]]

    def _name(self, title: str, taken: list[str]) -> str:
        return free_id(title, taken, OWN_PROTOCOL)

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
