"""Where a mentor's answers to other people's journals are kept: a folder of `reviews/` each.

`reviews/ana/` has a journal, drafts and a last look of its own, as a home has them, so that nothing
of somebody else's comes into one's own journal. `whose.json` says whose it is, and which documents
were in the files that were opened as theirs (`facilitui.core.reviews.other_journal`); the folder
may be renamed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from glob import escape
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.naming import numbered, slug
from facilitui.core.reviews.mentoring_ports import LeftReview, ReviewKept, ReviewPlace
from facilitui.core.reviews.other_journal import FALLBACK, KnownJournal
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.folders import make_folders
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.looked_file import FileLooked
from facilitui.storage.paths import Home
from facilitui.storage.purge_places import UNREAD, PurgePlaces
from facilitui.storage.tinydb_journal import TinyDbJournal
from facilitui.storage.worker import Worker

FOLDER = "reviews"
WHOSE = "whose.json"
SCHEMA = 1


class FileReviews:
    """The places of one home, on a thread of their own."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._open: list[TinyDbJournal | FileLooked] = []
        self._drafts: dict[Path, FileDrafts] = {}
        """By the place's folder: one keeper of each, or the others would hold what it has typed."""
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
        kept, looked = TinyDbJournal(home, self._disk), FileLooked(home, self._disk)
        self._open += [kept, looked]
        remember = partial(self._worker.do, self._remember, home, journal)
        return ReviewPlace(kept, self._drafts_of(home), looked, journal.name, folder, remember)

    async def left(self, beginning: str) -> tuple[LeftReview, ...]:
        """The journals to which something was typed of which the name begins so."""
        found: list[LeftReview] = []
        for folder, journal in (await self.known()).items():
            home = Home(self._home.own(FOLDER) / folder)
            if await self._worker.do(_has_draft, home, beginning):
                left = await self._drafts_of(home).left(beginning)
                found.append(LeftReview(folder, journal.name, left))
        return tuple(found)

    async def is_there(self, file: str) -> bool:
        """Whether a file that was opened once is still there."""
        return await self._worker.do(os.path.isfile, file)

    async def told(self) -> str:
        """Which folders there are to choose from, in a sentence."""
        there = self._told(await self.known())
        return f"name one of what is kept of other people's journals: {there}"

    async def kept(self, folder: str) -> ReviewKept:
        """What is kept in a folder. Raises NotFound where there is none, or NotSaved."""
        home = Home(self._home.own(FOLDER) / folder)
        found = await self._worker.do(self._kept, home)
        await self._own_drafts(home)
        return found

    async def empty(self, folder: str) -> None:
        """Delete all that is in it, and leave the folder itself. Raises NotSaved."""
        home = Home(self._home.own(FOLDER) / folder)
        await self._drafts_of(home).to_purge().delete(await self._own_drafts(home))
        await self._worker.do(self._delete, home.root, keep=True)

    async def delete(self, folder: str) -> None:
        """Delete all of it; what is gone already is no error. Raises NotSaved."""
        await self._worker.do(self._delete, self._home.own(FOLDER) / folder)

    def close(self) -> None:
        """Let every store finish what it was asked."""
        for store in (*self._open, *self._drafts.values()):
            store.close()
        self._worker.close()

    def _drafts_of(self, home: Home) -> FileDrafts:
        return self._drafts.setdefault(home.root, FileDrafts(home, self._disk))

    async def _own_drafts(self, home: Home) -> tuple[str, ...]:
        """The files of all drafts. Raises NotSaved where another copy of the program has one."""
        return await self._drafts_of(home).to_purge().belonging(lambda name, value: True)

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
            file = told.get("file")
            return KnownJournal(str(told["name"]), documents, file if isinstance(file, str) else "")
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return KnownJournal(home.root.name)

    def _kept(self, home: Home) -> ReviewKept:
        shown = safe_text.line(home.root.name)
        if home.root.is_symlink():
            raise NotFound(f"{FOLDER}/{shown} is a link; what it leads to is left alone")
        PurgePlaces(self._home, self._disk).refuse_unread_within(home.root)
        known = self._known()
        if home.root.name not in known:
            raise NotFound(f"there is no {FOLDER}/{shown}; kept are: {self._told(known)}")
        try:
            months = JournalFolder(home, self._disk).months()
        except OSError as error:  # whatever lies there is no folder
            told = UNREAD.format(f"{FOLDER}/{shown}/{home.journal.name}", reason(error))
            raise NotSaved(told) from error
        answers = {each["id"] for month in months for _, each in month.documents}
        names = (name for _, _, names in os.walk(home.root) for name in names)
        files = sum(not name.startswith(".") for name in names)
        drafts = sum(each.suffix == ".json" for each in home.drafts.glob("[!.]*"))
        name = known[home.root.name].name
        return ReviewKept(home.root.name, name, len(answers), drafts, files)

    def _told(self, known: Iterable[str]) -> str:
        """What of them is no link, which alone can be purged."""
        own = (each for each in known if not (self._home.own(FOLDER) / each).is_symlink())
        return ", ".join(f"{FOLDER}/{safe_text.line(each)}" for each in own) or "none"

    def _delete(self, folder: Path, *, keep: bool = False) -> None:
        try:
            with suppress(FileNotFoundError):
                for path in folder.iterdir() if keep else ():
                    is_folder = path.is_dir() and not path.is_symlink()
                    shutil.rmtree(path) if is_folder else path.unlink()
                self._disk.sync_folder(folder)
                if not keep:
                    shutil.rmtree(folder)
            self._disk.sync_folder(folder.parent)
        except OSError as error:
            shown = safe_text.path(f"{FOLDER}/{folder.name}")
            told = f"not all was purged: cannot delete {shown}: {reason(error)}; do it once more"
            raise NotSaved(told) from error

    def _new(self, name: str) -> str:
        try:
            taken = [each.name for each in self._home.own(FOLDER).iterdir()]
        except OSError:
            taken = []
        return numbered(slug(name, FALLBACK), taken)

    def _remember(self, home: Home, journal: KnownJournal) -> None:
        known = self._whose(home)
        documents = sorted(journal.documents | known.documents)
        if KnownJournal(journal.name, frozenset(documents), journal.file) == known:
            return
        told = {"schema": SCHEMA, "name": journal.name, "documents": documents}
        told |= {"file": journal.file} if journal.file else {}
        make_folders(self._disk, home.root)
        write_atomically(self._disk, home.root / WHOSE, canonical(told).encode("ascii"))


def _has_draft(home: Home, beginning: str) -> bool:
    return any(home.drafts.glob(f"{escape(beginning)}*.json"))
