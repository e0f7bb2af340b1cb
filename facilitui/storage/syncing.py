"""When a log is forced to the disk: soon after something was written, many writes at a time.

`SyncPlan` decides and knows no clock, lock or thread, so that a test can step it; `Syncing` is
the thin thread that does what the plan says.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

WITHIN = 0.25
"""Seconds after which something written is on the disk itself (design §3)."""
GROUPED = 0.15
"""Seconds to wait for more to force along; what is left of WITHIN is for the disk to do it in."""
AGAIN = 1.0
"""Seconds until a failed sync is tried again: a disk in trouble is not to be hammered."""
_A_MOMENT = 1e-6
"""Something that waits is never 0 seconds behind, even if the clock has not moved since."""


class SyncPlan:
    """What waits to be forced, and since when. All times are seconds of one steady clock."""

    def __init__(self) -> None:
        self.since: float | None = None
        """When the oldest of all that is not known to be on the disk was written."""
        self._waiting: float | None = None
        """The same, of what no sync has been begun for."""
        self._due = 0.0

    def wrote(self, now: float) -> None:
        """Something was written."""
        if self._waiting is None:
            self._waiting, self._due = now, now + GROUPED
        if self.since is None:
            self.since = now

    def due_in(self, now: float) -> float | None:
        """Seconds until a sync is due, 0 if it is; None if nothing waits for one."""
        return None if self._waiting is None else max(0.0, self._due - now)

    def began(self) -> None:
        """A sync begins; what is written from now on needs another."""
        self._waiting = None

    def ended(self, now: float, *, forced: bool) -> None:
        """The sync ended; a failed one is tried again, with all that was written meanwhile."""
        if forced:
            self.since = self._waiting
        elif self.since is not None:
            self._waiting, self._due = self.since, now + AGAIN

    def behind(self, now: float) -> float:
        """Seconds for which something has not been on the disk; 0 if everything is."""
        since = self.since
        return 0.0 if since is None else max(_A_MOMENT, now - since)


class Syncing:
    """The thread that forces what was written. Without one, `step` has to be called."""

    def __init__(
        self, force: Callable[[], None], monotonic: Callable[[], float], *, threaded: bool = True
    ) -> None:
        """`force` puts on the disk all that was written before it, or raises OSError."""
        self._force = force
        self._now = monotonic
        self._plan = SyncPlan()
        self._changed = threading.Condition()
        self._finished = False
        # A program that crashes must end all the same, so the thread does not hold it up; what
        # it has not forced has been handed to the operating system long ago.
        self._thread = threading.Thread(target=self._run, name="facilitui-sync", daemon=True)
        if threaded:
            self._thread.start()

    def wrote(self) -> None:
        """Something was written and is to be forced soon."""
        with self._changed:
            self._plan.wrote(self._now())
            self._changed.notify_all()

    @property
    def behind(self) -> float:
        """Seconds for which something has not been on the disk. Waits for no lock."""
        return self._plan.behind(self._now())

    def step(self) -> None:
        """Force what is due by now, if anything is."""
        with self._changed:
            if self._plan.due_in(self._now()) != 0:
                return
        self._sync()

    def finish(self) -> None:
        """End the thread and force what is left. Raises OSError if the disk does not take it."""
        with self._changed:
            self._finished = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        if self._plan.since is not None and (error := self._sync()) is not None:
            raise error

    def _run(self) -> None:
        while True:
            with self._changed:
                # Notified or not, the plan is asked anew: the clock is not the one waited by.
                while not self._finished and (wait := self._plan.due_in(self._now())) != 0:
                    self._changed.wait(wait)
                if self._finished:
                    return
            self._sync()

    def _sync(self) -> OSError | None:
        with self._changed:
            self._plan.began()
        failed: OSError | None = None
        try:
            self._force()
        except OSError as error:
            failed = error
        with self._changed:
            self._plan.ended(self._now(), forced=failed is None)
        return failed
