"""One thread a store: its files, locks and databases are touched by that thread alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

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
        future = self._executor.submit(work, *args, **kwargs)
        return await asyncio.shield(asyncio.wrap_future(future))

    def close(self) -> None:
        """Finish what was asked, then end."""
        self._executor.shutdown(wait=True)
