"""That a purge was begun, and that it was done: all without what it purges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from posixpath import normpath
from typing import Any

from facilitui.core.base import Record
from facilitui.core.errors import NotSaved
from facilitui.core.journals.month_names import is_aside, is_month_name
from facilitui.core.privacy.purging import ENTRY, KIND, SESSION, word_for
from facilitui.core.safe_text import line as safe_line
from facilitui.core.safe_text import path as safe_path
from facilitui.core.told import plural

MOST_NAMED = 6
"""More things than this are counted, not named."""
_MAY_GO = re.compile(r"plans/\.history/[^/]+|sessions/[^/]+/plan\.toml|drafts/[^/]+")
"""With files of the journal all that a purge deletes as a whole; the rest is blanked, or stays."""
REVIEWS = "reviews"
_REVIEW = re.compile(r"reviews/[^/]+")
"""A folder with what is kept of a journal that somebody reviewed."""
_COPY = re.compile(r"[0-9a-f]{64}")
DAMAGED = (
    "the purge that was begun cannot be gone on with: {}; P in the journal, or `facilitui journal "
    "purge --give-up`, forgets it, then purge once more what is to go"
)


class DamagedPurge(NotSaved):
    """What was begun cannot be known any more: nothing of it is gone on with."""

    def __init__(self, why: str) -> None:
        super().__init__(DAMAGED.format(why))


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
    revisions: tuple[str, ...] = ()
    """What names the revisions that were blanked; older records have none."""
    cleaned: tuple[str, ...] = ()
    """Ids of entries that say the same without names since; what they said before is blanked."""


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
    cleaned: tuple[str, ...] = ()
    """Entries out of which names were taken: of them only what they said before goes."""

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
            revisions=self.revisions,
            cleaned=self.cleaned,
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
            documents=_count(value["documents"]),
            events=_count(value["events"]),
            revisions=_names(value["revisions"]),
            cleaned=_names(value.get("cleaned", ())),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(_name, value))


def _count(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("is no count")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("is no name")
    return value


def may_go(file: str) -> bool:
    """Whether a purge deletes files of that path as a whole."""
    folder, _, name = file.rpartition("/")
    is_of_journal = folder == "journal" and (is_month_name(name) or is_aside(name))
    return is_of_journal or (_MAY_GO.fullmatch(file) is not None and ".." not in file.split("/"))


def review_named(text: str) -> str:
    """The folder with what is kept of a journal that somebody means; empty where it is none.

    They may have typed a slash behind it, as a shell does, or `./` before it; `reviews` alone
    names none of them yet.
    """
    folder = normpath(text) if text else ""
    return folder if folder == REVIEWS or is_review(folder) else ""


def is_review(folder: str) -> bool:
    """Whether that is where something is kept of another person's journal."""
    return _REVIEW.fullmatch(folder) is not None and _is_name(folder.partition("/")[2])


def amiss(intent: Intent) -> str:
    """What in an intent this program never writes, in words; empty where nothing is.

    It is looked at before the first deed: a purge that cannot be finished is not begun.
    """
    counts = (intent.documents, intent.events)
    if intent.what not in (ENTRY, SESSION) or not intent.record.startswith(f"{KIND}-"):
        return "it does not say what it is"
    if min(counts) < 0:
        return "it counts what cannot be"
    wrong = (
        *(f"{safe_path(each)} is no file of the home that goes" for each in _unfit(intent)),
        *(f"{safe_path(each)} is no copy" for each in intent.copies if not _COPY.fullmatch(each)),
        *(f"{safe_path(each)} is no session" for each in intent.sessions if not _is_name(each)),
    )
    return next(iter(wrong), "")


def _unfit(intent: Intent) -> Iterator[str]:
    yield from (each for each in intent.files if not may_go(each))
    yield from (each for each in intent.drafts if not _is_name(each))


def _is_name(text: str) -> bool:
    return text not in ("", ".", "..") and "/" not in text and "\0" not in text


def purged_told(intent: Intent) -> str:
    """What was done, in sentences."""
    counts = (
        (intent.documents, "revision"),
        (intent.events, "event"),
        (len(intent.drafts) + len(intent.copies) + len(intent.files), "file"),
    )
    named = listed([plural(count, what) for count, what in counts if count])
    count = plural(len(intent.cleaned), "entry", "entries")
    names = f" Names were taken out of {count}." if intent.cleaned else ""
    return f"Purged: {named or 'nothing was left to purge'}.{names} The journal verifies as before."


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
