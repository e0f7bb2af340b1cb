"""Which document the journal saved last, and the records of its purges, kept beside its months.

The chain shows what is missing between two documents. That the last ones are gone, or a whole
month at the end, shows only where something outside of them remembers what was last. It is written
after each save and never waited for: killed in between, or put back by hand, it names a document
before the last one, which is there. So it shows what was lost by accident, and no more than that.

Where the last one was gone already when the next was saved, it goes on being missed. The record of
a purge is remembered whatever is saved after it: without it a backup brings back what was purged.
Whoever goes on without what is lost misses it no longer, and it may have told of a purge for ever.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from facilitui.core import safe_text
from facilitui.core.errors import FacilituiError, Problem
from facilitui.core.journals.entries import PURGED
from facilitui.core.journals.journal import Document, follows, hash_of, link
from facilitui.core.journals.journal_faults import BRING_BACK, Fault, Finding
from facilitui.core.journals.month_names import is_month_name
from facilitui.core.journals.rivals import gone_over
from facilitui.storage.disk import PRIVATE_FILE, read_regular
from facilitui.storage.journal_gaps import FOLDER, before_gaps, gaps_in, is_in, let_go, lost_in
from facilitui.storage.journal_month import Month, head, unread_in
from facilitui.storage.log_values import session_folders
from facilitui.storage.paths import Home

NAME = ".journal-last.json"
"""It lies in the home itself: the whole folder of the journal may go."""
_MOST_MISSED, _MONTH = 50, len("2026-11")
GONE = f"is missing, though entries were saved in it; {BRING_BACK}"
Last = dict[str, str]
"""What is remembered of a document: link and hash, its entry's id, the month that it went into."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What is remembered outside of the months."""

    documents: list[Last]
    """Records of purges, what was missed before, and the last one."""
    without: frozenset[str]
    """The links of what was lost and is missed no longer."""


class JournalHead:
    """The last document of one home's journal. The journal's lock is held where it is written."""

    def __init__(self, home: Home) -> None:
        self._home, self._path = home, home.root / NAME

    def saved(self, month: str, documents: Sequence[Document], before: Sequence[Month]) -> None:
        """Remember the last of some documents that went into a month; `before` are those before."""
        known = self._read()
        last = [each for each in known.documents[-1:] if not is_in(each["link"], before)]
        missed = [*known.documents[:-1], *last]
        there = [_last(place.partition("#")[0], each) for m in before for place, each in m.records]
        new = [_last(month, each) for each in documents]
        every = (*known.documents, *there, *new)
        records = {each["hash"]: each for each in every if _is_record(each)}
        records.pop(new[-1]["hash"], None)
        others = [each for each in missed if not _is_record(each)]
        back = {each["link"] for each in new} | {e for e in known.without if is_in(e, before)}
        self._write([*records.values(), *others[-_MOST_MISSED:], new[-1]], known.without - back)

    def _write(self, known: Sequence[Last], without: Iterable[str]) -> None:
        text = json.dumps({"last": known, "without": sorted(without)})
        aside = self._path.with_name(f"{NAME}.tmp")
        with suppress(OSError):
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
            os.replace(aside, self._path)

    def restored(
        self, months: Sequence[Month], *, settles: bool, coming: Iterable[Document] = ()
    ) -> tuple[str, ...]:
        """Remember the last document of months that came from elsewhere, before any is saved.

        With `settles` nothing that is not there is missed any longer, where it is not `coming`;
        the ids of what was. It is not for as long as something may come out of a file.
        """
        known, lost, before = self._read(), list[Last](), list[str]()
        without = frozenset(each for each in known.without if not is_in(each, months))
        kept = known.documents
        if settles:
            rows = [row for month in months for row in month.documents]
            hashes = {hash_of(each) for _, each in rows}
            lost = [e for e in kept if e["hash"] not in hashes and e["link"] not in without]
            untold = self.untold(months)
            kept = [each for each in kept if each not in lost or each["hash"] in untold]
            without |= {each["link"] for each in kept if each in lost}
            back = {name for each in coming for name in (hash_of(each), link(each))}
            gone = lost_in(each for _, each in rows) - without - back
            before = [at for at, e in rows if gone & {follows(e), *gone_over(e)}]
            without |= gone
        if (kept, without) != (known.documents, known.without):
            self._write(kept, without)
        self._remember_last(months)
        return (*(each["id"] for each in lost), *(f"what was saved before {at}" for at in before))

    def given_up(self, files: Collection[str], months: Sequence[Month]) -> None:
        """Miss nothing any longer of files that somebody lets go knowingly.

        They cannot be read, and are still there: what is forgotten of them is on the disk first.
        """
        known, own = self._read(), {each[:_MONTH] for each in files}
        gone = (each["link"] for each in known.documents if each["month"][:_MONTH] in own)
        lost = {each for each in gone if not is_in(each, months)}
        self._write(known.documents, known.without | lost | let_go(months, files))

    def _remember_last(self, months: Sequence[Month]) -> None:
        last = head(months)
        if [each["link"] for each in self._read().documents[-1:]] == [last]:
            return
        for month in months:
            for place, each in month.documents:
                if link(each) == last:
                    self.saved(place.partition("#")[0], [each], months)
                    return

    def missed(self, documents: Iterable[Document]) -> tuple[Finding, ...]:
        """Those that are remembered, and are none of these documents.

        One that was lost and came back by an import has another link, and its hash still.
        """
        known, hashes = self._read(), frozenset(map(hash_of, documents))
        return tuple(
            Finding(each["month"], each["id"], Fault.LAST)
            for each in known.documents
            if each["hash"] not in hashes and each["link"] not in known.without
        )

    def gone(self, months: Sequence[Month]) -> tuple[Month, ...]:
        """The month that was written to last, as one that cannot be read, if its file is gone.

        Else what is gone before others, as `gaps_in` tells.
        """
        known = self._read()
        return self._last_gone(known, months) or gaps_in(months, known.without)

    def _last_gone(self, known: _Remembered, months: Iterable[Month]) -> tuple[Month, ...]:
        """None of its documents may have come elsewhere, as by an import.

        The months are looked at only where the file is gone.
        """
        last = [each for each in known.documents[-1:] if each["link"] not in known.without]
        if not last or (self._home.journal / last[0]["month"]).exists():
            return ()
        hashes = (hash_of(each) for month in months for _, each in month.documents)
        if last[0]["hash"] in hashes:
            return ()
        shown = f"{self._home.journal.name}/{last[0]['month']}"
        return (Month(problems=(Problem.of_all(shown, GONE),), unread=shown),)

    def untold(self, months: Sequence[Month], beside: Iterable[Document] = ()) -> dict[str, str]:
        """What was lost and may have told of a purge: by hash or link what is missing, in words.

        The record of a purge, the whole month that was written to last, or what months follow;
        whether it is still missed or not. `beside` are documents of files that cannot be read.
        """
        known, lost = self._read(), dict[str, str]()
        here = (each for month in months for _, each in month.documents)
        hashes = frozenset(map(hash_of, (*here, *beside))) if known.documents else frozenset()
        for each in known.documents:
            path = self._home.journal / each["month"]
            is_last = each is known.documents[-1] and not path.exists()
            if each["hash"] in hashes:
                continue
            if each["id"].startswith(f"{PURGED}-"):
                lost[each["hash"]] = f"{safe_text.line(each['id'])} is missing"
            elif is_last or each["link"] in known.without:
                part = "something of " if path.exists() else ""
                lost[each["hash"]] = f"{part}{path.parent.name}/{path.name} is missing"
        for gap in before_gaps(months):
            if gap.before in known.without or not unread_in(months):
                place = f"{FOLDER}{gap.documents[0][0]}"
                lost.setdefault(gap.before, f"what was saved before {place} is missing")
        return lost

    def around(self) -> frozenset[str]:
        """By what a file is told as this home's own where its months do not show it.

        The hashes of what is remembered, and the sessions that the home has.
        """
        try:
            sessions = {path.name for path in session_folders(self._home)}
        except FacilituiError:
            sessions = set()
        return frozenset({each["hash"] for each in self._read().documents} | sessions)

    def links(self) -> tuple[str, ...]:
        """Those of the documents that are remembered, the last one last."""
        return tuple(each["link"] for each in self._read().documents)

    def without(self) -> frozenset[str]:
        """The links of what was lost and is missed no longer."""
        return self._read().without

    def _read(self) -> _Remembered:
        """What is remembered; nothing where it cannot be read."""
        try:
            found = json.loads(read_regular(self._path))
        except (OSError, ValueError, RecursionError):
            found = None
        known, without = (_list(found, name) for name in ("last", "without"))
        links = frozenset(each for each in without if isinstance(each, str))
        return _Remembered([each for each in known if _fits(each)], links)


def _list(found: Any, name: str) -> list[Any]:
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, list) else []


def _last(month: str, document: Document) -> Last:
    return {
        "link": link(document),
        "hash": hash_of(document),
        "id": str(document["id"]),
        "month": month,
    }


def _is_record(known: Last) -> bool:
    """Whether that is the record of a purge that was made here: an import's link is another one."""
    return known["id"].startswith(f"{PURGED}-") and known["link"] == known["hash"] != ""


def _fits(value: Any) -> bool:
    names: Collection[str] = ("link", "hash", "id", "month")
    are_texts = isinstance(value, dict) and all(isinstance(value.get(each), str) for each in names)
    return are_texts and is_month_name(value["month"])
