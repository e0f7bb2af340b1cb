"""What verifying a journal can find, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """What verifying can find."""

    ALTERED = "was changed outside the program"
    FOREIGN = "was written by another program"
    MISSING = "a document before it is missing"
    REVISION = "an earlier revision of it is missing"
    BLANKED = "was purged"
    TWICE = "is there twice"
    BESIDE = "has the place of another document, as after restoring a backup"
    LAST = "was saved last, and is not here any more"
    UNTOLD = "was blanked, and no purge tells of it"
    RIVAL = "stands beside another revision of it; c in Journal shows both and settles it"


_BROKEN = frozenset(
    {
        *(Fault.ALTERED, Fault.MISSING, Fault.REVISION, Fault.TWICE),
        *(Fault.LAST, Fault.UNTOLD),
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verifying found."""

    place: str
    """The file and the document's number in it."""
    entry_id: str
    fault: Fault

    @property
    def broken(self) -> bool:
        """Whether it speaks of damage; foreign, purged and rivalling ones do not."""
        return self.fault in _BROKEN
