"""What planning needs of the world outside, beside plans and drafts.

As in `facilitui.core.ports`, each store works on a thread of its own, hands over frozen values
and raises the errors of `facilitui.core.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from facilitui.core.errors import Problem
from facilitui.core.files import Files
from facilitui.core.library.protocol import Protocol as ProtocolFile
from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Plan
from facilitui.core.sessions.session_digest import Ran, SessionDigest


class ProtocolStore(Files[ProtocolFile], Protocol):
    """A person's own protocols; a file's name is the protocol's id, and comments are kept."""

    async def shipped(self, protocol: str) -> ProtocolFile | None:
        """The one of that id that came with the program, whatever a person's own file says."""

    async def is_own(self, protocol: str) -> bool:
        """Whether a file of a person's own holds it, rather than the shipped data."""


class GroupStore(Files[Group], Protocol):
    """The groups of a home; a file's name is the group's id."""

    async def groups(self) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
        """All groups by name, and what is wrong with files that cannot be read."""


class SessionPlans(Protocol):
    """The plans that sessions were begun from, as they were then."""

    async def read(self, session: str) -> Plan:
        """The plan that a session was begun from. Raises NotFound or InputProblems."""


class Exports(Protocol):
    """Where documents that are handed to others are written."""

    async def write(self, name: str, data: bytes, *, replace: bool = False) -> str:
        """Write a document into `exports/` and say where it is. Raises NotSaved.

        One of that name is left alone unless it shall be replaced.
        """


@dataclass(frozen=True, slots=True)
class Sought:
    """What a file from outside is to hold."""

    what: str
    most_bytes: int
    """A larger file is another thing."""
    endings: tuple[str, ...]
    """How its name may end, in small letters; files that end so are offered."""


AGENDA = Sought("an agenda", 2_000_000, (".md", ".markdown", ".txt", ".csv", ".tsv"))
ANSWERS = Sought("the answers to a form", 32_000_000, (".csv", ".tsv", ".txt"))
EXPORT = Sought("a journal's export", 256_000_000, (".jsonl", ".json"))
"""A journal of ten years is a tenth of that."""


class Outside(Protocol):
    """Files from anywhere that somebody names."""

    async def read(self, path: str, sought: Sought = AGENDA) -> tuple[str, bytes]:
        """The name and the bytes of a file, of standard input for "-".

        Raises NotFound or InputProblems.
        """


class Favourites(Protocol):
    """Which protocols and agendas somebody likes best, kept with the settings."""

    async def all(self) -> frozenset[str]:
        """The ids of all favourites; none where they cannot be read."""

    async def mark(self, name: str, *, liked: bool) -> None:
        """Make something a favourite, or no longer. Raises NotSaved."""


class Digests(Protocol):
    """What was run, as far as it can be read."""

    async def digests(self) -> tuple[SessionDigest, ...]:
        """What each session that ended shows, in no order; never an error."""


class Runs(Digests, Protocol):
    """The same, for whoever tells what of it is missing."""

    async def ran(self) -> Ran:
        """What was run, and what of it cannot be shown; never an error."""
