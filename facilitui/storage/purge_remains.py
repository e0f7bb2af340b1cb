"""The files that stay after a purge and have some of what goes, or may have: all are named."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import PurePath

from facilitui.core.said_again import SaidAgain
from facilitui.storage.disk import TEMPORARY, Disk
from facilitui.storage.paths import Home

LOOKED_AT = 32 * 2**20
"""In bytes: a larger file is not gone through but named, as it may have anything."""
ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
"""What archives begin with: whatever they hold, nobody finds it by looking at their bytes."""
_LONGEST_MARK = max(map(len, ARCHIVES))
_LOCK = ".lock"
_THE_STORES = re.compile(
    r"cache/.*|attachments/[0-9a-f]{64}"
    r"|journal/([0-9]{4}-(0[1-9]|1[0-2])(\.damaged-[0-9]+)?\.json|\.[^/]*\.tmp)"
)
"""What is no further copy: the store that it belongs to says itself what becomes of it."""


class PurgeRemains:
    """The files of one home, for one thread."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk

    def remains(
        self, texts: Collection[str], ids: Collection[str], but: Collection[str]
    ) -> tuple[str, ...]:
        """The files with one of some texts or entries' ids, and those that nobody can look into.

        By their paths in the home; `but` are left out, with what their own writers left of them.
        """
        again, named = SaidAgain(texts), _named(ids)
        swept = {str(PurePath(each).parent) for each in but}
        return tuple(
            each
            for each in self._files()
            if each not in but
            and not (_is_left(each) and str(PurePath(each).parent) in swept)
            and self._has(each, again, named)
        )

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
        """All files of the home but those of its own stores, by their paths; folders unread too."""
        unread: list[str] = []
        for folder, folders, names in os.walk(
            self._home.root, onerror=lambda error: unread.append(f"{error.filename}/")
        ):
            folders.sort()
            within = os.path.relpath(folder, self._home.root)
            for name in sorted(names):
                file = name if within == "." else PurePath(within, name).as_posix()
                if not name.endswith(_LOCK) and not _THE_STORES.fullmatch(file):
                    yield file
        yield from (os.path.relpath(each, self._home.root) + "/" for each in unread)

    def _has(self, file: str, again: SaidAgain, named: re.Pattern[bytes]) -> bool:
        """Whether a file has some of it, or nobody can tell."""
        path = self._home.root / file
        try:
            if not path.is_file():
                return file.endswith("/")
            if path.stat().st_size > LOOKED_AT:
                return True
            data = self._disk.read(path)
        except OSError:
            return True
        is_archive = data[:_LONGEST_MARK].startswith(ARCHIVES)
        is_named = is_archive or named.search(data) is not None
        return is_named or again.stands_in(data.decode("utf-8", "replace"))


def _is_left(file: str) -> bool:
    """Whether a file is what a killed writer left, which a purge sweeps away."""
    name = PurePath(file).name
    return name.startswith(".") and name.endswith(TEMPORARY)


def _named(ids: Collection[str]) -> re.Pattern[bytes]:
    """Any of some ids, and no longer one that begins so."""
    every = "|".join(re.escape(json.dumps(each)[1:-1]) for each in sorted(filter(None, ids)))
    found = rf"(?:{every})(?![\w-])" if every else r"(?!)"
    return re.compile(found.encode())
