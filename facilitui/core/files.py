"""Files that are edited here and by hand: what a service knows of one, and asks of their store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Stored(Generic[S]):
    """What a file held when it was read or written."""

    name: str
    """The file's name without folder and ending."""
    state: S
    digest: str
    """The SHA-256 of the file, or empty while there is none."""
    notice: str = ""
    """Something to tell, such as a copy that was kept because of comments."""


class Files(Protocol[S]):
    """The files of one kind, which people may edit at the same time."""

    async def load(self, name: str) -> Stored[S]:
        """One of them. Raises InputProblems or NotFound."""

    async def save(self, name: str, state: S, based_on: str) -> Stored[S]:
        """Write one whose file had the digest `based_on`, empty for a new one.

        What is returned is what the file holds. Raises ChangedOnDisk or NotSaved; the file is
        then as it was.
        """

    async def is_as(self, name: str, digest: str) -> bool:
        """Whether the file is still the one of that digest; a file that is gone is not."""

    async def text(self, name: str) -> str:
        """The file as it stands. Raises InputProblems or NotFound."""

    async def written(self, name: str, state: S) -> str:
        """What would be written over the file as it stands. Raises NotSaved."""

    async def free_name(self, title: str, taken: Collection[str] = ()) -> str:
        """A name for a new file that nothing has yet, also none of those taken elsewhere.

        It is not reserved.
        """

    async def remove(self, name: str) -> str:
        """Take a file away and say where it is kept aside. Raises NotFound or NotSaved."""
