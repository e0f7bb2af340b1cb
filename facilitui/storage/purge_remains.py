"""The files that stay after a purge and have some of what goes, or may have: all are named."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import PurePath

from facilitui.core.journals.month_names import is_aside, is_month_name
from facilitui.core.journals.said_again import COMPARED, SaidAgain, letters
from facilitui.storage.disk import TEMPORARY, Disk
from facilitui.storage.journal_head import NAME as LAST
from facilitui.storage.library_files import KINDS, shipped_folder, within
from facilitui.storage.paths import Home

LOOKED_AT = 32 * 2**20
"""In bytes: a larger file is not gone through but named, as it may have anything."""
MANY = 20
"""More files than this that nobody can look into are named by their folder of the home."""
LEAST_SHIPPED = 24
"""Letters of a text that come with the program: fewer may be the same by chance."""
_LOCK = ".lock"
_THE_STORES = re.compile(r"cache/.*|attachments/[0-9a-f]{64}|journal/\.[^/]*\.tmp")


class PurgeRemains:
    """The files of one home, for one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk

    def remains(
        self,
        texts: Collection[str],
        ids: Collection[str],
        but: Collection[str],
        people: Collection[str] = (),
    ) -> tuple[str, ...]:
        """The files with one of some texts, entries' ids or people's names in them.

        And those that nobody can look into. By their paths in the home; `but` are left out, with
        what their own writers left of them.
        """
        again, named = SaidAgain(self._not_shipped(texts), people), _named(ids)
        swept = {str(PurePath(each).parent) for each in but}
        found = {
            each: has
            for each in self._files()
            if each not in but
            and not (_is_left(each) and str(PurePath(each).parent) in swept)
            and (has := self._has(each, again, named)) is not False
        }
        return _shown(found)

    def _not_shipped(self, texts: Iterable[str]) -> Iterator[str]:
        """Of some texts what does not come with the program: protocols and plans have that.

        Of one that only begins with the program's words it is what comes after them.
        """
        paths = (path for kind in KINDS for path in within(shipped_folder(kind.folder)))
        shipped = letters("\n".join(self._disk.read(path).decode("utf-8") for path in paths))

        def is_own(text: str) -> bool:
            flat = letters(text)
            return len(flat) < LEAST_SHIPPED or flat not in shipped

        for text in filter(is_own, texts):
            yield next(filter(is_own, _stretches(text)), text)

    def naming(self, files: Iterable[str], names: Collection[str]) -> frozenset[str]:
        """Those of some files in which one of some ids stands, whatever else they hold."""
        looked_for = [json.dumps(name)[1:-1].encode() for name in names]
        found: list[str] = []
        for each in files:
            with suppress(OSError):
                data = self._disk.read(self._home.root / each)
                if any(name in data for name in looked_for):
                    found.append(each)
        return frozenset(found)

    def _files(self) -> Iterator[str]:
        """All files of the home but those of its own stores, by their paths.

        Folders that are not gone into too: those that cannot be read, and links.
        """
        unread: list[str] = []
        for folder, folders, names in os.walk(
            self._home.root, onerror=lambda error: unread.append(f"{error.filename}/")
        ):
            folders.sort()
            inside = os.path.relpath(folder, self._home.root)
            linked = [f"{each}/" for each in folders if os.path.islink(os.path.join(folder, each))]
            for name in sorted((*names, *linked)):
                file = name if inside == "." else f"{inside}/{name}"
                if not name.endswith(_LOCK) and not _is_of_stores(file):
                    yield file
        yield from (os.path.relpath(each, self._home.root) + "/" for each in unread)

    def _has(self, file: str, again: SaidAgain, named: re.Pattern[bytes]) -> bool | None:
        """Whether a file has some of it; None where nobody can tell, as it is no text."""
        path = self._home.root / file
        try:
            if not path.is_file():
                return None if file.endswith("/") else False
            if path.stat().st_size > LOOKED_AT:
                return None
            data = self._disk.read(path)
            if named.search(data) is not None:
                return True
            return None if b"\0" in data else again.stands_in(data.decode("utf-8"))
        except (OSError, UnicodeDecodeError):
            return None


def _stretches(text: str) -> Iterator[str]:
    """A text in stretches that are looked for, one after the other; the last ends with it."""
    last = max(0, len(text) - COMPARED)
    yield from (text[at : at + COMPARED] for at in (*range(0, last, COMPARED), last))


def _shown(found: Mapping[str, bool | None]) -> tuple[str, ...]:
    """The files as they are named; many of which nobody can tell only by their folder."""
    folders = Counter(_folder(each) for each, has in found.items() if has is None)
    shown = (
        _folder(each) if has is None and folders[_folder(each)] > MANY else each
        for each, has in found.items()
    )
    return tuple(dict.fromkeys(shown))


def _folder(file: str) -> str:
    """The folder of the home in which a file is; the file itself where it is in none."""
    folder, slash, _ = file.partition("/")
    return f"{folder}{slash}"


def _is_of_stores(file: str) -> bool:
    """Whether it is no further copy: its store says itself what becomes of it."""
    folder, _, name = file.rpartition("/")
    is_of_journal = folder == "journal" and (is_month_name(name) or is_aside(name))
    return is_of_journal or file == LAST or _THE_STORES.fullmatch(file) is not None


def _is_left(file: str) -> bool:
    """Whether a file is what a killed writer left, which a purge sweeps away."""
    name = PurePath(file).name
    return name.startswith(".") and name.endswith(TEMPORARY)


def _named(ids: Collection[str]) -> re.Pattern[bytes]:
    """Any of some ids, and no longer one that begins so."""
    every = "|".join(re.escape(json.dumps(each)[1:-1]) for each in sorted(filter(None, ids)))
    found = rf"(?:{every})(?![\w-])" if every else r"(?!)"
    return re.compile(found.encode())
