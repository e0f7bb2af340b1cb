"""One thread a store: its files, locks and databases are touched by that thread alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from facilitui.core.journals.attaching_ports import Progress

P = ParamSpec("P")
R = TypeVar("R")


class Worker:
    """The thread of one store."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def do(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a piece of work on the store's thread, after all that was asked before it.

        Work that was begun is finished even where its caller is cancelled: a save is never
        given up half-way because a screen was closed.
        """
        future = asyncio.wrap_future(self._executor.submit(work, *args, **kwargs))
        future.add_done_callback(_looked_at)
        return await asyncio.shield(future)

    def begin(self, work: Callable[[], object]) -> None:
        """Run a piece of work, after all that was asked before it, for which nobody waits."""
        self._executor.submit(work)

    def close(self) -> None:
        """Finish what was asked, then end."""
        self._executor.shutdown(wait=True)


class WatchedWorker(Worker):
    """The thread of a store whose work takes long: it is watched, and can be stopped."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._progress: list[Progress] = []

    async def watch(self, work: Callable[[Progress], R], progress: Progress) -> R:
        """Work that is stopped where nobody waits for it any more."""
        self._progress.append(progress)
        try:
            return await self.do(work, progress)
        except asyncio.CancelledError:
            progress.stopped = True
            raise
        finally:
            self._progress = [each for each in self._progress if each is not progress]

    def close(self) -> None:
        """Stop what is watched, finish all else, then end."""
        for progress in self._progress:
            progress.stopped = True
        super().close()


def _looked_at(future: asyncio.Future[Any]) -> None:
    """What work raises that nobody waits for any more is not printed over the terminal."""
    if not future.cancelled():
        future.exception()
