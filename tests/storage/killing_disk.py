"""A disk that kills its process, so that a test says where, and no clock does."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from facilitui.storage.disk import Disk


class KillingDisk(Disk):
    """Kills this process with signal 9 at so manyth call that changes anything, while `armed`.

    A write is killed in its middle, a file that takes another's place right after it.
    """

    def __init__(self, at: int, *, armed: bool = True) -> None:
        self.left, self.armed = at, armed

    def _pass(self) -> bool:
        """Whether this call is the last one."""
        self.left -= self.armed
        return self.armed and self.left <= 0

    def write(self, handle: int, data: bytes) -> int:
        if self._pass():
            super().write(handle, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write(handle, data)

    def sync(self, handle: int) -> None:
        if self._pass():
            os.kill(os.getpid(), signal.SIGKILL)
        super().sync(handle)

    def replace(self, source: Path, target: Path) -> None:
        last = self._pass()
        super().replace(source, target)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)

    def sync_folder(self, folder: Path) -> None:
        if self._pass():
            os.kill(os.getpid(), signal.SIGKILL)
        super().sync_folder(folder)
