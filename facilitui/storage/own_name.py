"""What somebody is called, as `name` in the settings."""

from __future__ import annotations

from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.settings_file import keep_own_name, read_own_name
from facilitui.storage.worker import Worker


class FileOwnName:
    """The name in `config.toml`, on a thread of its own."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._worker = Worker("own name")

    async def name(self) -> str:
        """The name; empty where none was told, or it cannot be read."""
        return await self._worker.do(read_own_name, self._disk, self._home)

    async def keep(self, name: str) -> None:
        """Keep it. Raises NotSaved."""
        await self._worker.do(keep_own_name, self._disk, self._home, name)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()
