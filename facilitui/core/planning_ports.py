"""What planning needs of the world outside, beside plans and drafts.

As in `facilitui.core.ports`, each store works on a thread of its own, hands over frozen values
and raises the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from facilitui.core.errors import Problem
from facilitui.core.group import Group
from facilitui.core.protocol import Protocol as ProtocolFile


@dataclass(frozen=True, slots=True)
class StoredProtocol:
    """A protocol of a person's own as it was read or written."""

    protocol: ProtocolFile
    digest: str
    """The SHA-256 of the file, or empty while there is none."""
    notice: str = ""
    """Something to tell, such as a copy that was kept because of comments."""


class ProtocolStore(Protocol):
    """A person's own protocols, each a TOML file that is also edited by hand."""

    async def load(self, protocol: str) -> StoredProtocol:
        """One of a person's own. Raises InputProblems or NotFound."""

    async def save(self, protocol: ProtocolFile, based_on: str) -> StoredProtocol:
        """Write one whose file had the digest `based_on`, empty for a new one.

        Comments of the file are kept. Raises ChangedOnDisk or NotSaved.
        """

    async def is_as(self, protocol: str, digest: str) -> bool:
        """Whether the file is still the one of that digest; a file that is gone is not."""

    async def text(self, protocol: str) -> str:
        """The file as it stands. Raises InputProblems or NotFound."""

    async def written(self, protocol: ProtocolFile) -> str:
        """The file that a protocol would make of the one that is there. Raises NotSaved."""

    async def shipped(self, protocol: str) -> ProtocolFile | None:
        """The one of that id that came with the program, whatever a person's own file says."""

    async def is_own(self, protocol: str) -> bool:
        """Whether a file of a person's own holds it, rather than the shipped data."""

    async def free_id(self, name: str) -> str:
        """An id for a new protocol that neither the shipped nor the own ones have."""

    async def remove(self, protocol: str) -> str:
        """Take one's own file away; a shipped one of that id is used again.

        Says where it is kept aside. Raises NotFound or NotSaved.
        """


@dataclass(frozen=True, slots=True)
class StoredGroup:
    """A group as it was read or written."""

    group: Group
    digest: str
    notice: str = ""
    """Something to tell, such as a copy that was kept because of comments."""


class GroupStore(Protocol):
    """The groups of a home."""

    async def groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        """All groups by name, and what is wrong with files that cannot be read."""

    async def load(self, group: str) -> StoredGroup:
        """One group. Raises InputProblems or NotFound."""

    async def save(self, group: Group, based_on: str) -> StoredGroup:
        """Write a group whose file had the digest `based_on`. Raises ChangedOnDisk or NotSaved."""

    async def free_id(self, name: str) -> str:
        """An id for a new group that nothing has yet."""


class Exports(Protocol):
    """Where documents that are handed to others are written."""

    async def write(self, name: str, data: bytes) -> str:
        """Write a document into `exports/` and say where it is. Raises NotSaved."""


class Outside(Protocol):
    """Files from anywhere that somebody names."""

    async def read(self, path: str) -> tuple[str, bytes]:
        """The file's name and what it holds. Raises NotFound or InputProblems."""


class Favourites(Protocol):
    """Which protocols and agendas somebody likes best, kept with the settings."""

    async def all(self) -> frozenset[str]:
        """The ids of all favourites; none where they cannot be read."""

    async def mark(self, name: str, *, liked: bool) -> None:
        """Make something a favourite, or no longer. Raises NotSaved."""
