"""Which document the journal saved last, kept beside its months.

The chain shows what is missing between two documents. That the last ones are gone, or a whole
month at the end, shows only where something outside of them remembers what was last. It is written
after each save and never waited for: killed in between, or put back by hand, it names a document
before the last one, which is there. So it shows what was lost by accident, and no more than that.

Where the last one was gone already when the next was saved, it goes on being missed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from typing import Any

from facilitui.core.journal import Document, hash_of, link
from facilitui.core.journal_faults import Fault, Finding
from facilitui.core.sealing import GENESIS
from facilitui.storage.disk import PRIVATE_FILE
from facilitui.storage.journal_month import Month
from facilitui.storage.paths import Home

NAME = ".journal-last.json"
"""It lies in the home itself: the whole folder of the journal may go."""
_MOST_MISSED = 50
Last = dict[str, str]
"""What is remembered of a document: link and hash, its entry's id, the month that it went into."""


class JournalHead:
    """The last document of one home's journal. The journal's lock is held where it is written."""

    def __init__(self, home: Home) -> None:
        self._path = home.root / NAME

    def saved(self, month: str, documents: Sequence[Document], before: Sequence[Month]) -> None:
        """Remember the last of some documents that went into a month; `before` are those before."""
        known = self._read()
        missed = known[:-1] + [each for each in known[-1:] if not _is_in(each["link"], before)]
        last = {
            "link": link(documents[-1]),
            "hash": hash_of(documents[-1]),
            "id": str(documents[-1]["id"]),
            "month": month,
        }
        text = json.dumps({"last": [*missed[-_MOST_MISSED:], last]})
        aside = self._path.with_name(f"{NAME}.tmp")
        with suppress(OSError):
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
            os.replace(aside, self._path)

    def missed(self, documents: Iterable[Document]) -> tuple[Finding, ...]:
        """Those that were saved last once, and are none of these documents.

        One that was lost and came back by an import has another link, and its hash still.
        """
        hashes = frozenset(map(hash_of, documents))
        return tuple(
            Finding(each["month"], each["id"], Fault.LAST)
            for each in self._read()
            if each["hash"] not in hashes
        )

    def _read(self) -> list[Last]:
        """What is remembered; nothing where it cannot be read."""
        try:
            found = json.loads(self._path.read_bytes())["last"]
            return [each for each in found if _fits(each)]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []


def _fits(value: Any) -> bool:
    names: Collection[str] = ("link", "hash", "id", "month")
    return isinstance(value, dict) and all(isinstance(value.get(each), str) for each in names)


def _is_in(named: str, months: Iterable[Month]) -> bool:
    """Whether a document of that link is in some months, as far as anything follows it or none."""
    return named == GENESIS or any(
        named in month.followed or named in month.loose for month in months
    )
