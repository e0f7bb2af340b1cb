"""What is logged under a requirement of an enrolment: evidence, a contact, an acceptance.

One record for all of it. What may be written down is told by the requirement; the versions of a
statement are the journal's revisions of one such entry.
"""

from __future__ import annotations

from datetime import date, time

from pydantic import Field

from facilitui.core.base import Line, Record, Text
from facilitui.core.journals.attachment import FileHash

KIND = "log_entry"
"""What such an entry is called in the journal."""


class Slot(Record):
    """What of a requirement it is for, where that is asked for anew or in parts."""

    cycle: int | None = Field(default=None, ge=1, le=12)
    """Counted from 1."""
    part: Line = ""
    """The id of a cycle's part, of a document's part or of a checklist's item; else the text of an
    attestation's part or of a credential's form."""
    school: Line = ""
    """The id of a school of the enrolment."""
    member: Line = ""
    """The id of a member of the roster."""

    @property
    def is_whole(self) -> bool:
        """Whether it names nothing: what is asked for once, and not in parts."""
        return self == Slot()


class LogEntry(Record):
    """One entry. Keeps the requirement's words, so that a changed pathway changes no old entry."""

    enrolment: Line = ""
    """The id of the enrolment's entry."""
    requirement: Line = ""
    text: Line = ""
    """The requirement, as it was called then."""
    slot: Slot = Field(default_factory=Slot)
    on: date | None = None
    at: time | None = None
    """When on that day, by the clock of the place; None where nobody said so."""
    planned: bool = False
    """Whether it is still to come: a check-in that is scheduled."""
    note: Text = ""
    """For a document's part what was written."""
    values: dict[Line, Text] = Field(default_factory=dict)
    """What was written into the requirement's own fields, by their ids."""
    asks: dict[Line, Line] = Field(default_factory=dict)
    """What these fields asked, by their ids: all that were asked then, answered or not."""
    begins_in: Line = ""
    """The field that a list quotes: of those with somebody's words the one that was asked first, as
    the journal keeps them in no order. Empty where there is none."""
    session: Line = ""
    """The session that it belongs to; empty for none."""
    upon: Line = ""
    """The entry that it rests on."""
    upon_revision: int = Field(default=0, ge=0)
    """The revision that that one had then."""
    file_hash: FileHash | str = ""
    """The sha256 of a file, which stays where it is."""
    file_name: Line = ""
    link: Line = ""
    reason: Text = ""
    """Why this revision was made; empty for the first."""
    takes_back: Line = ""
    """The hash of the revision that this one takes back; empty where it takes none back."""

    @property
    def word_count(self) -> int:
        """How many words its note has: what a document's part is measured by."""
        return len(self.note.split())
