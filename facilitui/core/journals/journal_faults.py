"""What verifying a journal can find, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from facilitui.core.journals.rivals import SETTLES_IT

BRING_BACK = (
    "bring it back from a backup (where none has it, `facilitui journal restore FILE --replace` of "
    "any backup goes on without it)"
)
BRINGS_BACK = "`facilitui journal restore FILE --replace` brings the month back from a backup"


class Fault(Enum):
    """What verifying can find."""

    ALTERED = "was changed outside the program"
    FOREIGN = "was written by another program"
    MISSING = "a document before it is missing"
    REVISION = "an earlier revision of it is missing"
    BLANKED = "was purged"
    TWICE = "is there twice"
    BESIDE = "has the place of another document, as after restoring a backup"
    LAST = f"was saved here, and is not here any more; {BRING_BACK}"
    STILL_HERE = (
        "was purged and still stands here; `facilitui journal purge` and its name purges "
        "it here too"
    )
    UNTOLD = "was blanked, and no purge tells of it"
    RIVAL = f"has conflicting revisions; {SETTLES_IT}"


_BROKEN = frozenset(
    {
        *(Fault.ALTERED, Fault.MISSING, Fault.REVISION, Fault.TWICE),
        *(Fault.LAST, Fault.UNTOLD),
    }
)
_LOST = frozenset({Fault.MISSING, Fault.REVISION, Fault.LAST})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verifying found."""

    place: str
    """The file and the document's number in it."""
    entry_id: str
    fault: Fault
    before: str = ""
    """Where a document before it is missing: the entry that was saved last before that."""

    @property
    def broken(self) -> bool:
        """Whether it speaks of damage; foreign, purged and rivalling ones do not."""
        return self.fault in _BROKEN

    @property
    def lost(self) -> bool:
        """Whether it speaks of documents that were here and are not."""
        return self.fault in _LOST


def altered_told(revisions: Sequence[int]) -> str:
    """That revisions of an entry are not as they were sealed; empty for none."""
    if not revisions:
        return ""
    if len(revisions) == 1:
        return f"revision {revisions[0]} of it {Fault.ALTERED.value}"
    named = f"{', '.join(map(str, revisions[:-1]))} and {revisions[-1]}"
    return f"revisions {named} of it {Fault.ALTERED.value.replace('was', 'were', 1)}"
