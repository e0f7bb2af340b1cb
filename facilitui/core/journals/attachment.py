"""Attachments: files that were copied in, known by the hash of what is in them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from facilitui.core.base import Line, Record, Text
from facilitui.core.debriefs.debrief_words import AttachedKind

KIND = "attachment"
"""What an attachment is called in the journal."""
FOLDER = "attachments"
"""Where the copies lie."""
MEND_COPY = "attach the file again, or let it go"
MOST_BYTES = 500_000_000
"""A larger file is not copied in: it stays where it is."""

FileHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""The sha256 of a file's bytes; the copy is named after it, so that it can be no path."""


class Attachment(Record):
    """One file of a session. The copy lies under its hash; two sessions may have the same."""

    session: str = ""
    title: Line = ""
    """The session's, as it was called then."""
    file_hash: FileHash
    name: Line
    """What the file was called where it came from."""
    size: int = Field(ge=0)
    """In bytes."""
    what: AttachedKind = AttachedKind.ARTEFACT
    goal: Line = ""
    """The id of the goal that it is evidence for; empty for none."""
    consent: bool = False
    """Whether everybody in it agreed that it is shown to others."""
    credit: Line = ""
    note: Text = ""
    removed: bool = False
    """Whether it was let go; the entry stays, the copy does where another has it."""
    reason: Text = ""
    """Why this revision was made; empty for the first."""
