"""Writing files while other programs may be writing them as well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from typing import TypeVar

from facilitui.core.base import Model
from facilitui.core.errors import ChangedOnDisk
from facilitui.core.files import Files, Stored

S = TypeVar("S", bound=Model)
T = TypeVar("T")
TRIES = 10
"""No other program writes between looking and writing more often than that, unless it is broken."""


async def anew(write: Callable[[], Awaitable[T]]) -> T:
    """Look and write; where another program wrote between the two, look and write anew.

    Raises what `write` does, ChangedOnDisk only after many times.
    """
    for _ in range(TRIES - 1):
        with suppress(ChangedOnDisk):
            return await write()
    return await write()


async def written_as_new(
    files: Files[S], title: str, make: Callable[[str], S], taken: Collection[str] = ()
) -> Stored[S]:
    """Write what `make` gives for a name that nothing has yet, also none of those taken elsewhere.

    A name that another program takes between looking and writing is left to it, and the next one
    is tried. Raises NotSaved, or ChangedOnDisk where no name can be had.
    """
    tried = [*taken]

    async def write() -> Stored[S]:
        tried.append(await files.free_name(title, tried))
        return await files.save(tried[-1], make(tried[-1]), "")

    return await anew(write)
