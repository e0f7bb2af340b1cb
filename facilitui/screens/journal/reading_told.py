"""What the Journal says of keys that find nothing to do on a page, and what others open."""

from __future__ import annotations

from facilitui import text as t

NOTHING_ELSE = "The journal holds nothing that belongs to this."
ONE_REVISION = "There is only one revision of this."
NO_CONFLICT = "No entry has conflicting revisions: there is nothing to settle."
NEXT = "n opens the next"
OPENS_FIRST = "opens the first entry; n there the next"
OPENS_IT = "opens the entry"
OPENS = "the entry"
OF_NO_ENTRY = "These are findings: open an entry first, with enter or from the list."
ABOUT_NONE = "None of these is about an entry of the list; escape goes back there."
IS_FIRST = "This is the first revision: ] goes to the next, where d tells what changed."


def being_read(width: int) -> t.Lines:
    """What stands in place of a page that takes long."""
    return [t.soft("Reading …")]
