"""Where a mentor's answers to other people's journals are kept: a folder of `reviews/` each.

`reviews/ana/` has a journal, drafts and a last look of its own, as a home has them, so that nothing
of somebody else's comes into one's own journal. `whose.json` says whose it is, and which documents
were in the files that were opened as theirs (`facilitui.core.other_journal`); the folder may be
renamed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from facilitui.core.mentoring_ports import ReviewPlace
from facilitui.core.naming import numbered, slug
from facilitui.core.other_journal import FALLBACK, KnownJournal
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk, write_atomically
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.folders import make_folders
from facilitui.storage.looked_file import FileLooked
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_journal import TinyDbJournal
from facilitui.storage.worker import Worker

FOLDER = "reviews"
WHOSE = "whose.json"
SCHEMA = 1


class FileReviews:
    """The places of one home, on a thread of their own."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._open: list[TinyDbJournal | FileDrafts | FileLooked] = []
        self._worker = Worker("reviews")

    async def known(self) -> Mapping[str, KnownJournal]:
        """The journals that were answered before, by their folders' names."""
        return await self._worker.do(self._known)

    def place(self, folder: str, journal: KnownJournal) -> ReviewPlace:
        """The place in that folder, in a new one for none; `journal` is what is known of it now.

        Nothing is written before anything is kept, or the journal is to be remembered.
        """
        folder = folder or self._new(journal.name)
        home = Home(self._home.own(FOLDER) / folder)
        kept, drafts = TinyDbJournal(home, self._disk), FileDrafts(home, self._disk)
        looked = FileLooked(home, self._disk)
        self._open += [kept, drafts, looked]
        remember = partial(self._worker.do, self._remember, home, journal)
        return ReviewPlace(kept, drafts, looked, journal.name, remember)

    def close(self) -> None:
        """Let every store finish what it was asked."""
        for store in self._open:
            store.close()
        self._worker.close()

    def _known(self) -> dict[str, KnownJournal]:
        try:
            found = sorted(each for each in self._home.own(FOLDER).iterdir() if each.is_dir())
        except OSError:
            return {}
        return {each.name: self._whose(Home(each)) for each in found}

    def _whose(self, home: Home) -> KnownJournal:
        """What is known of a place; where that cannot be read, only what its folder is called."""
        try:
            told = json.loads(self._disk.read(home.root / WHOSE))
            documents = frozenset(each for each in told["documents"] if isinstance(each, str))
            return KnownJournal(str(told["name"]), documents)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return KnownJournal(home.root.name)

    def _new(self, name: str) -> str:
        try:
            taken = [each.name for each in self._home.own(FOLDER).iterdir()]
        except OSError:
            taken = []
        return numbered(slug(name, FALLBACK), taken)

    def _remember(self, home: Home, journal: KnownJournal) -> None:
        documents = sorted(journal.documents | self._whose(home).documents)
        told = {"schema": SCHEMA, "name": journal.name, "documents": documents}
        make_folders(self._disk, home.root)
        write_atomically(self._disk, home.root / WHOSE, canonical(told).encode("ascii"))
