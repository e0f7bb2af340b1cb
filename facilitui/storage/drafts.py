"""Drafts: small JSON files that keep what is being typed, a fraction of a second behind."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.names import free_path, plain
from facilitui.storage.paths import Home
from facilitui.storage.toml_reasons import quoted
from facilitui.storage.worker import Worker


class FileDrafts:
    """Drafts as files of `drafts/`, written on a thread of their own.

    They are JSON with ASCII escapes, which alone holds any text that can be typed or pasted,
    broken halves of characters included.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home = home
        self._disk = disk
        self._worker = Worker("drafts")

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a draft in place of the one before. Raises NotSaved; that one is then still whole.

        `value` holds only what JSON has, and is not changed until this returns.
        """
        await self._worker.do(self._keep, name, value)

    async def find(self, name: str) -> dict[str, Any] | None:
        """A draft that was kept, or None.

        A damaged one is set aside as NAME.damaged.json, so that it can be looked at and the next
        one can be kept.
        """
        return await self._worker.do(self._find, name)

    async def drop(self, name: str) -> None:
        """Forget a draft; there need be none. Raises NotSaved where it cannot be removed."""
        await self._worker.do(self._drop, name)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _path(self, name: str) -> Path:
        return self._home.drafts / f"{plain(name, 'draft')}.json"

    def _keep(self, name: str, value: Mapping[str, Any]) -> None:
        try:
            path = self._path(name)
            data = canonical(dict(value)).encode("ascii")
        except (NotFound, TypeError, ValueError, RecursionError) as error:
            raise NotSaved(f"the draft {quoted(name)} cannot be kept: {error}") from error
        make_folders(self._disk, self._home.root, self._home.drafts)
        write_atomically(self._disk, path, data)

    def _find(self, name: str) -> dict[str, Any] | None:
        try:
            path = self._path(name)
            value = json.loads(self._disk.read(path))
        except (NotFound, OSError):
            return None
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            return value
        self._set_aside(path)
        return None

    def _set_aside(self, path: Path) -> None:
        # Where the folder takes no change the file stays as it is, and is damaged next time too.
        with suppress(OSError):
            self._disk.replace(path, free_path(path.parent, f"{path.stem}.damaged", ".json"))

    def _drop(self, name: str) -> None:
        try:
            os.unlink(self._path(name))
        except (FileNotFoundError, NotFound):
            return
        except OSError as error:
            raise NotSaved(f"cannot remove the draft {quoted(name)}: {reason(error)}") from error
