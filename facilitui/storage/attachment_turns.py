"""The turns in which copies of the program keep and let go of attached files.

Whether a copy is anybody's stands in the journal: one that looks there and then deletes, while
another names a copy and then writes its entry, would leave an entry without its copy.
"""

from __future__ import annotations

from filelock import Timeout

from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import STOPPED, Progress, Stopped
from facilitui.storage.disk import Disk
from facilitui.storage.folders import make_folders
from facilitui.storage.home_lock import lock_of
from facilitui.storage.paths import Home

TURN_SECONDS = 10.0
"""For so long another copy of the program is waited for; a turn takes as long as an entry."""
TAKEN = (
    f"another copy of the program has been attaching or letting go of a file for "
    f"{TURN_SECONDS:.0f} seconds; nothing was changed, try again"
)


class AttachmentTurn:
    """One turn, taken and ended on its store's thread; a home that takes no locks has none."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._lock = lock_of(home.cache / "attachments.lock", TURN_SECONDS)

    @property
    def is_taken(self) -> bool:
        """Whether it has to be ended still."""
        return self._lock.is_locked

    def take(self, progress: Progress) -> None:
        """Wait for it.

        Raises NotSaved where another copy does not end its own, Stopped where somebody stops it.
        """
        try:
            make_folders(self._disk, self._home.root, self._home.cache)
            self._lock.acquire(cancel_check=lambda: progress.stopped)
        except Timeout as error:
            if not progress.stopped:
                raise NotSaved(TAKEN) from error
        except (NotSaved, OSError):
            return  # what has no room for a lock takes no entry either, and says so then
        if progress.stopped:
            self.end()
            raise Stopped(STOPPED)

    def end(self) -> None:
        """Let others have theirs."""
        self._lock.release()
