"""The first rows of a journal that is read a month at a time, the last month first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from facilitui.core.journals.journal import Document
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.core.journals.journal_rows import EntryRow, in_order
from facilitui.core.journals.rivals import stands_over

_MONTH = re.compile(r"(\d{4})-(\d{2})\b")
_ZONES = timedelta(days=1)
"""Months are those of UTC, and days are those of the places where sessions were held."""


class FirstRows:
    """What can be shown before everything has been read: it stays where it is shown.

    An entry can be about a session of years ago, so one that was made lately may have its place
    among those that are still to be read. What was made in a month is about no later one, unless a
    clock was wrong.
    """

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        """The newest revision of each entry, as far as it was read."""
        self._rows: dict[str, EntryRow] = {}
        self._since: datetime | None = None
        """The beginning of what was read; None where the last part named no month."""

    def take(self, part: JournalContents) -> list[Document]:
        """Those of a part, which is older than what was taken, of which the rows are needed."""
        fresh: dict[str, Document] = {}
        for _, document in part.documents:
            known = self.documents.get(document["id"])
            if known is None or stands_over(document, known):
                fresh[document["id"]] = self.documents[document["id"]] = document
        if part.documents:
            self._since = _beginning(part.documents[0][0])
        return list(fresh.values())

    def add(self, rows: Iterable[EntryRow]) -> None:
        """Rows of what was taken."""
        self._rows.update((row.id, row) for row in rows)

    def certain(self) -> list[EntryRow]:
        """Those before which nothing comes any more, the newest first."""
        since = self._since
        if since is None:
            return []
        return in_order(row for row in self._rows.values() if row.when and row.when >= since)

    def document(self, entry: str) -> Document:
        """The document of a row."""
        return self.documents[entry]


def _beginning(place: str) -> datetime | None:
    """When everything that is older than a month was made; None of a place in no month."""
    named = _MONTH.match(place)
    if named is None or not 0 < int(named[2]) <= 12 or not int(named[1]):
        return None
    return datetime(int(named[1]), int(named[2]), 1, tzinfo=UTC) + _ZONES
