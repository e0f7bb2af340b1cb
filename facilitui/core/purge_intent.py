"""That a purge was begun, and that it was done: all without what it purges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from facilitui.core.base import Record
from facilitui.core.purging import ENTRY, SESSION, word_for
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import plural

MOST_NAMED = 6
"""More things than this are counted, not named."""


class PurgeRecord(Record):
    """That something was purged, with nothing of what it said."""

    what: str = ENTRY
    title: str = ""
    sessions: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    """Ids of what was purged."""
    documents: int = 0
    """Revisions of entries."""
    events: int = 0
    files: int = 0
    """Files that were deleted: drafts, copies, states of a plan, what was set aside."""
    begun_at: str = ""
    paths: tuple[str, ...] = ()
    """Those of them that no backup may bring back, by their paths in the home."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A purge that was begun: what is to go, by its names, and nothing of what it says."""

    record: str
    """The id that its record gets."""
    what: str
    begun_at: str
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    """Hashes of attached files."""
    files: tuple[str, ...] = ()
    """Files that go as a whole, by their paths in the home."""
    documents: int = 0
    events: int = 0
    revisions: tuple[str, ...] = ()
    """What names the revisions of entries that were there: only those are blanked."""

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @property
    def word(self) -> str:
        """What has to be typed to finish it."""
        return word_for(self.entries, self.sessions, self.revisions)

    @property
    def told(self) -> str:
        """What it is of, in words."""
        if self.what == SESSION:
            return f"the session {self.sessions[0]}" if self.sessions else "a session"
        return f"the entry {self.entries[0]}" if self.entries else "an entry"

    @property
    def recorded(self) -> PurgeRecord:
        """Its record."""
        return PurgeRecord(
            what=self.what,
            title=f"Purge of {'a whole session' if self.what == SESSION else 'an entry'}",
            sessions=self.sessions,
            entries=self.entries,
            documents=self.documents,
            events=self.events,
            files=len(self.drafts) + len(self.copies) + len(self.files),
            begun_at=self.begun_at,
            paths=self.files,
        )


def intent_in(value: Any) -> Intent | None:
    """An intent as it was kept; None where it is none."""
    try:
        return Intent(
            record=_name(value["record"]),
            what=_name(value["what"]),
            begun_at=_name(value["begun_at"]),
            entries=_names(value["entries"]),
            sessions=_names(value["sessions"]),
            drafts=_names(value["drafts"]),
            copies=_names(value["copies"]),
            files=_names(value["files"]),
            documents=int(value["documents"]),
            events=int(value["events"]),
            revisions=_names(value["revisions"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(_name, value))


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("is no name")
    return value


def purged_told(intent: Intent) -> str:
    """What was done, in a sentence."""
    counts = (
        (intent.documents, "revision"),
        (intent.events, "event"),
        (len(intent.drafts) + len(intent.copies) + len(intent.files), "file"),
    )
    named = listed([plural(count, what) for count, what in counts if count])
    return f"Purged: {named or 'nothing was left to purge'}. The journal verifies as before."


def unfinished_told(intent: Intent) -> str:
    """That a purge was not finished, and how it is."""
    return (
        f"a purge was not finished: of {intent.told}; P in the journal, or "
        "`facilitui journal purge`, finishes it (with --give-up it is forgotten, where nothing of "
        "it was done yet)"
    )


def listed(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """Some names in a row; of many the first few, and how many more there are."""
    shown = [safe_line(each) for each in names[:most]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    *first, last = shown or [""]
    return f"{', '.join(first)} and {last}" if first else last
