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

from facilitui.core import safe_text
from facilitui.core.entries import PURGED
from facilitui.core.errors import FacilituiError, Problem
from facilitui.core.journal import Document, hash_of, link
from facilitui.core.journal_faults import BRING_BACK, Fault, Finding
from facilitui.core.sealing import GENESIS
from facilitui.storage.disk import PRIVATE_FILE, read_regular
from facilitui.storage.journal_month import Month, head, is_month_name, unread_in
from facilitui.storage.log_values import session_folders
from facilitui.storage.paths import Home

NAME = ".journal-last.json"
"""It lies in the home itself: the whole folder of the journal may go."""
_MOST_MISSED = 50
GONE = f"is missing, though entries were saved in it; {BRING_BACK}"
Last = dict[str, str]
"""What is remembered of a document: link and hash, its entry's id, the month that it went into."""


class JournalHead:
    """The last document of one home's journal. The journal's lock is held where it is written."""

    def __init__(self, home: Home) -> None:
        self._home, self._path = home, home.root / NAME

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
        self._write([*missed[-_MOST_MISSED:], last])

    def _write(self, known: Sequence[Last]) -> None:
        text = json.dumps({"last": known})
        aside = self._path.with_name(f"{NAME}.tmp")
        with suppress(OSError):
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
            os.replace(aside, self._path)

    def restored(self, months: Sequence[Month], *, settles: bool) -> tuple[str, ...]:
        """Remember the last document of months that came from elsewhere, before any is saved.

        With `settles` nothing that is not there is missed any longer; the ids of what was. What
        may be in a month that cannot be read goes on being missed.
        """
        known, lost = self._read(), list[Last]()
        if settles and not unread_in(months):
            hashes = {hash_of(each) for month in months for _, each in month.documents}
            lost = [each for each in known if each["hash"] not in hashes]
            if lost:
                self._write([each for each in known if each not in lost])
        self._remember_last(months)
        return tuple(each["id"] for each in lost)

    def given_up(self, months: Collection[str]) -> None:
        """Miss nothing of months any longer that somebody deleted knowingly."""
        known = self._read()
        kept = [each for each in known if each["month"] not in months]
        if kept != known:
            self._write(kept)

    def _remember_last(self, months: Sequence[Month]) -> None:
        last = head(months)
        if [each["link"] for each in self._read()[-1:]] == [last]:
            return
        for month in months:
            for place, each in month.documents:
                if link(each) == last:
                    self.saved(place.partition("#")[0], [each], months)
                    return

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

    def gone(self, months: Iterable[Month]) -> tuple[Month, ...]:
        """The month that was written to last, as one that cannot be read, if its file is gone.

        None of its documents may have come elsewhere, as by an import. The months are looked at
        only where the file is gone.
        """
        known = self._read()[-1:]
        if not known or (self._home.journal / known[0]["month"]).exists():
            return ()
        hashes = (hash_of(each) for month in months for _, each in month.documents)
        if known[0]["hash"] in hashes:
            return ()
        shown = f"{self._home.journal.name}/{known[0]['month']}"
        return (Month(problems=(Problem(shown, 1, 1, GONE),), unread=shown),)

    def untold(self, documents: Iterable[Document]) -> dict[str, str]:
        """What was lost and may have told of a purge: by its hash what is missing, in words.

        The record of a purge, or the whole month that was written to last.
        """
        known = self._read()
        hashes = frozenset(map(hash_of, documents)) if known else frozenset()
        lost: dict[str, str] = {}
        for each in known:
            path = self._home.journal / each["month"]
            if each["hash"] in hashes:
                continue
            if each["id"].startswith(f"{PURGED}-"):
                lost[each["hash"]] = f"{safe_text.line(each['id'])} is missing"
            elif each is known[-1] and not path.exists():
                lost[each["hash"]] = f"{path.parent.name}/{path.name} is missing"
        return lost

    def around(self) -> frozenset[str]:
        """By what a file is told as this home's own where its months do not show it.

        The hashes of what was saved last, and the sessions that the home has.
        """
        try:
            sessions = {path.name for path in session_folders(self._home)}
        except FacilituiError:
            sessions = set()
        return frozenset({each["hash"] for each in self._read()} | sessions)

    def _read(self) -> list[Last]:
        """What is remembered; nothing where it cannot be read."""
        try:
            found = json.loads(read_regular(self._path))["last"]
            return [each for each in found if _fits(each)]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []


def _fits(value: Any) -> bool:
    names: Collection[str] = ("link", "hash", "id", "month")
    are_texts = isinstance(value, dict) and all(isinstance(value.get(each), str) for each in names)
    return are_texts and is_month_name(value["month"])


def _is_in(named: str, months: Iterable[Month]) -> bool:
    """Whether a document of that link is in some months, as far as anything follows it or none."""
    return named == GENESIS or any(
        named in month.followed or named in month.loose for month in months
    )
