"""Files that are edited here and by hand: what a service knows of one, and asks of their store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from facilitui.core.errors import InputProblems

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
    outside: str = ""
    """Where the file lies if that is not where its home keeps such files; else empty."""


class Way(StrEnum):
    """What can become of a file that is left alone."""

    DIFFERENCES = "differences"
    TAKE = "take the file"
    BOTH = "keep both"
    APART = "keep it in another file"
    AGAIN = "write it again"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a file is left alone, and what helps then."""

    brief: str
    """What is the matter with the file, in a few words."""
    told: str
    """In a sentence."""
    ways: tuple[Way, ...]

    def __str__(self) -> str:
        return self.told


def changed_twice(what: str) -> Conflict:
    """The file and what is edited here say different things."""
    return Conflict(
        "was changed elsewhere",
        f"Another program changed the file, and this {what} was changed here too; "
        "the file has been left alone.",
        (Way.DIFFERENCES, Way.TAKE, Way.BOTH),
    )


def unreadable(error: InputProblems) -> Conflict:
    """The file is there, but what is in it cannot be taken."""
    first = error.problems[0]
    told = f"The file cannot be read as it is now: line {first.line}, {first.reason}."
    return Conflict("cannot be read", told, (Way.APART,))


def gone(what: str, outside: str) -> Conflict:
    """There is no file any more; one that lay elsewhere can also go on in the home."""
    named = outside or "The file"
    told = f"{named} was moved or removed by another program; this {what} is still here."
    return Conflict("was removed", told, (Way.AGAIN, Way.APART) if outside else (Way.AGAIN,))


class Files(Protocol[S]):
    """The files of one kind, which people may edit at the same time."""

    async def load(self, name: str) -> Stored[S]:
        """One of them. Raises InputProblems or NotFound."""

    async def save(self, name: str, state: S, based_on: str) -> Stored[S]:
        """Write one whose file had the digest `based_on`, empty for a new one.

        What is returned is what the file holds. Raises ChangedOnDisk or NotSaved; the file is
        then as it was.
        """

    async def digest(self, name: str) -> str:
        """The digest of the file as it stands; empty for one that is gone or cannot be read."""

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
