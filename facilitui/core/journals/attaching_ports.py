"""What keeping files beside the journal needs of the world outside.

As in `facilitui.core.ports`, the store works on a thread of its own and raises the errors of
`facilitui.core.errors`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from facilitui.core.errors import FacilituiError


@dataclass(slots=True)
class Progress:
    """How far some work is: the store's thread counts, a screen looks and may stop it.

    What takes long is done in stretches, one after the other, each with a total of its own.
    """

    total: int = 0
    """Of this stretch, in bytes; 0 before it is known, as before a file is open."""
    done: int = 0
    stopped: bool = False
    """Set from outside: what reads the file gives up with its next piece."""
    doing: str = ""
    """What this stretch does, such as "packing"; empty where there is but one."""
    stretches: int = 1
    """How many there will be."""
    over: int = 0
    """How many of them are over."""

    def begin(self, doing: str, total: int = 0) -> None:
        """Begin the next stretch."""
        self.over += bool(self.doing)
        self.doing, self.total, self.done = doing, total, 0

    @property
    def share(self) -> float:
        """How much of all stretches is done, from 0 to 1; it never falls."""
        part = min(1.0, self.done / self.total) if self.total else 0.0
        return (self.over + part) / max(self.stretches, self.over + 1)


STOPPED = "stopped; nothing was kept"


class Stopped(FacilituiError):
    """Somebody stopped it; nothing was kept."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read to its end."""

    name: str
    """What it is called where it lies; the folder is not told."""
    file_hash: str
    """The sha256 of its bytes."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that was copied in to its end, and has no name yet under which it would stay."""

    read: FileRead
    keep: Callable[[], Awaitable[None]]
    """Gives the copy its name; the same bytes are kept once. Raises NotSaved."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A file that lies among the copies."""

    name: str
    """The hash that a whole copy is called by."""
    half: bool = False
    """Whether it was left half copied, and nobody goes on with it."""


class Attachments(Protocol):
    """Copies of files, each known by the hash of what is in it."""

    def copied(self, path: str, progress: Progress) -> AbstractAsyncContextManager[Copied]:
        """A file copied in; nothing is left of it afterwards unless it was kept.

        Raises NotFound, NotSaved or Stopped.
        """

    def alone(self, progress: Progress) -> AbstractAsyncContextManager[None]:
        """As long as this lasts no other copy of the program keeps or deletes a copy.

        It is for no longer than an entry takes. Raises NotSaved where another does not come to
        its end, or Stopped.
        """

    async def look(self, path: str, progress: Progress) -> FileRead:
        """Read a file that stays where it is. Raises NotFound or Stopped."""

    async def drop(self, file_hash: str) -> None:
        """Delete a copy; there need be none. Raises NotSaved where it cannot be."""

    async def flaws(
        self, hashes: Collection[str], progress: Progress | None = None
    ) -> Mapping[str, str]:
        """Of the copies that should be there, what is wrong with those that are not whole.

        Raises Stopped.
        """

    async def lying(self) -> Sequence[Lying]:
        """What lies there, but for what somebody is copying now."""
