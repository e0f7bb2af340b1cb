"""Up to where somebody has looked at a journal: `looked.json`, a few lines beside it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from facilitui.core.reviews.looked import Looked
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

NAME = "looked.json"
SCHEMA = 1


class FileLooked:
    """The last look at a home's journal, on a thread of its own.

    It belongs to the person and not to the journal, so no export has it. Where it cannot be read,
    nobody has looked: all is new once more, and nothing is lost by that.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._worker = Worker("looked")

    async def looked(self) -> Looked:
        """The last look."""
        return await self._worker.do(self._looked)

    async def keep(self, looked: Looked) -> None:
        """Keep a look in place of the one before. Raises NotSaved."""
        await self._worker.do(self._keep, looked)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _looked(self) -> Looked:
        try:
            told = json.loads(self._disk.read(self._home.root / NAME))
            return _read(told)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Looked()

    def _keep(self, looked: Looked) -> None:
        at = looked.at.isoformat() if looked.at is not None else None
        told = {
            "schema": SCHEMA,
            "at": at,
            "heads": sorted(looked.heads),
            "gaps": sorted(looked.gaps),
            "also": sorted(looked.also),
        }
        make_folders(self._disk, self._home.root)
        write_atomically(self._disk, self._home.root / NAME, canonical(told).encode("ascii"))


def _read(told: Any) -> Looked:
    """A look as it was kept. Raises KeyError, TypeError or ValueError."""
    heads = _links(told["heads"])
    gaps, also = (_links(told.get(name, ())) for name in ("gaps", "also"))
    if told["at"] is None:
        return Looked(also=also)
    at = datetime.fromisoformat(told["at"])
    return Looked(heads, at, gaps, also) if at.tzinfo is not None else Looked()


def _links(told: Any) -> frozenset[str]:
    """Raises TypeError where it is no list."""
    return frozenset(each for each in told if isinstance(each, str))
