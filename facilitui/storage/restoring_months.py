"""Putting an archive's months into a journal, while no other copy of the program writes to it.

Of what is here nothing goes: months are joined (`facilitui.core.journals.journal_merging`), and one
that cannot be read is set aside before the archive's takes its place.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.backups.backup import Member, is_month
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal_mending import SAID_AGAIN, Entries, Place
from facilitui.core.journals.journal_merging import Merged, merged
from facilitui.core.privacy.purged_here import PURGED_HERE, PurgedHere
from facilitui.storage.backup_archive import Archive
from facilitui.storage.database_text import Tables, Unreadable, bytes_of, tables_of
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.journal_head import JournalHead
from facilitui.storage.journal_month import ENTRIES, META, SCHEMA, other_schema, schemas_in
from facilitui.storage.paths import Home
from facilitui.storage.restored_places import LINKED_FOLDER
from facilitui.storage.spent_months import untaken

IN_THE_WAY = "is a link or a folder here"
UNREAD = "could not be read already when the archive was made, and differs"
NEWER = "a newer version of facilitui wrote it, which this one cannot join with yours"
STRANGE = "has tables of another program that differ from those here"
ALTERED = "was changed here outside the program; --replace takes the archive's"
KEPT = "was changed here outside the program, and is not replaced: what it was is here beside it"
BEYOND = "was changed here outside the program, and the archive does not have it as it was"
REFUSED = "of the archive: it was changed outside the program there, and is not taken"
SPOILT = "was changed outside the program before it was packed, and came as it is"
MISSED_NO_LONGER = (
    "was saved here once, and is neither here nor in the archive: it is missed no longer"
)
TO_IMPORT = "journal/{} has entries that are not here: `facilitui journal import` takes them in"


class _State(Enum):
    """What lies here where a month of the archive belongs."""

    NOTHING = auto()
    SAME = auto()
    OTHER = auto()
    DAMAGED = auto()
    IN_THE_WAY = auto()


@dataclass(frozen=True, slots=True)
class _Month:
    """A month of the archive."""

    member: Member
    name: str
    data: bytes
    tables: Tables | None
    """None where it could not be read already when the archive was made."""
    state: _State


class RestoringMonths:
    """The months of one restore."""

    def __init__(
        self, home: Home, disk: Disk, archive: Archive, purged: PurgedHere, *, replace: bool
    ) -> None:
        self._home, self._disk, self._archive, self._replace = home, disk, archive, replace
        self._purged = purged
        self._folder = JournalFolder(home, disk)
        self._closed: dict[str, str] = {}
        self._here: dict[str, Tables] = {}
        self.written = self.known = self.joined = self.came_back = self.altered = 0
        self.left: list[str] = []
        self.hurt: list[str] = []
        """The entries that do not hold, here or in the archive, each with what became of it."""
        self.mended: list[str] = []
        """The entries that took the archive's words again, by their places."""
        self.notes: list[str] = []
        self.aside: list[str] = []
        self.lines = ""
        """The entries that are still to be imported, as JSON Lines."""

    def put(self, members: Sequence[Member], progress: Progress) -> None:
        """Put these months in place. Raises NotSaved or DamagedBackup."""
        if members and self._home.journal.is_symlink():
            self.left += [f"{each.name} ({LINKED_FOLDER})" for each in members]
        elif members or self._replace:
            with self._folder.held():
                self._put([self._month(each) for each in members], progress)
                months = self._folder.months()
                coming = [json.loads(line) for line in self.lines.splitlines()]
                head = JournalHead(self._home)
                waiting = untaken(self._folder, coming)
                lost = head.restored(months, settles=self._replace and not waiting, coming=coming)
                self.notes += [TO_IMPORT.format(e) for e in self.aside if e in waiting]
                self.hurt += [f"{safe_text.line(each)} ({MISSED_NO_LONGER})" for each in lost]

    def _put(self, months: Sequence[_Month], progress: Progress) -> None:
        self._look_around()
        made = merged(
            {name: _entries(tables) for name, tables in self._here.items()},
            {each.name: _entries(each.tables) for each in months if _is_ours(each)},
            self._closed,
            mend=self._replace,
            purged=self._purged,
        )
        for each in months:
            self._put_one(each, made)
            progress.done += each.member.size
        for name in made.months.keys() - {each.name for each in months}:
            self._write_tables(name, self._here[name], made)
        self.joined, self.came_back = made.joined, made.purged
        self.altered = len(made.altered) + len(made.beyond)
        self.mended = [_shown(each) for each in made.healed]
        again = ((_shown(place), safe_text.line(entry)) for place, entry in made.said_again)
        self.notes = [SAID_AGAIN.format(*each) for each in again]
        self.hurt += self._told(made)
        self.lines = "".join(f"{line}\n" for line in made.lines)

    def _month(self, member: Member) -> _Month:
        name, data = member.name.rpartition("/")[2], self._archive.read(member)
        return _Month(member, name, data, _tables(data), self._state(self._path(name), data))

    def _state(self, path: Path, data: bytes) -> _State:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            return _State.IN_THE_WAY
        if not path.exists():
            return _State.NOTHING
        try:
            here = self._disk.read(path)
        except OSError as error:
            raise NotSaved(f"cannot read {path.name}: {reason(error)}") from error
        if here == data:
            return _State.SAME
        return _State.DAMAGED if _tables(here) is None else _State.OTHER

    def _look_around(self) -> None:
        """Read all months that are here, and which of them nothing may be written to."""
        for path in sorted(self._home.journal.iterdir()):
            if not is_month(f"journal/{path.name}") or not path.is_file():
                continue
            month = self._folder.file(path.name).month()
            if month.closed:
                self._closed[path.name] = month.closed
            if not month.damaged:
                self._here[path.name] = _tables(self._disk.read(path)) or {}

    def _told(self, made: Merged) -> list[str]:
        """What is to be known of single entries, each with the reason."""
        rows = (
            (made.altered, KEPT if self._replace else ALTERED),
            (made.beyond, BEYOND),
            (made.refused, REFUSED),
            (made.spoilt, SPOILT),
        )
        return [f"{_shown(place)} ({why})" for places, why in rows for place in places]

    def _put_one(self, month: _Month, made: Merged) -> None:
        changed = made.months.get(month.name)
        if month.state is _State.IN_THE_WAY:
            self._leave(month, IN_THE_WAY)
        elif month.state is _State.SAME:
            self.known += 1
        elif month.tables is None and month.state in (_State.OTHER, _State.DAMAGED):
            self._leave(month, UNREAD)
        elif not _is_ours(month) and month.state is _State.OTHER:
            self._leave(month, NEWER)
        elif not _is_ours(month) and self._may_say_purged(month):
            self._leave(month, PURGED_HERE)
        elif month.state is _State.OTHER:
            self._join(month, made)
        else:
            if month.state is _State.DAMAGED:
                self.aside.append(self._folder.set_aside(self._path(month.name)).name)
            if not _is_ours(month) or changed == _entries(month.tables):
                self._write(month.name, month.data)
            elif changed is not None:
                self._write_tables(month.name, month.tables or {}, made)
            elif month.state is _State.DAMAGED:  # all of it is here in other months
                self._folder.remove(month.name)

    def _may_say_purged(self, month: _Month) -> bool:
        """Whether a month that this version cannot go through may say what was purged here."""
        if month.tables is None:
            return bool(self._purged.entries)
        rows = _entries(month.tables).values()
        return any(map(self._purged.says, rows))

    def _join(self, month: _Month, made: Merged) -> None:
        """Put into a month that is here what it has not, another program's tables too."""
        here, packed = self._here[month.name], month.tables or {}
        new = {name: table for name, table in packed.items() if name not in here and table}
        if any(table != here[name] for name, table in _strange(packed).items() if name in here):
            self._leave(month, STRANGE)
        if month.name in made.months or new:
            made.months.setdefault(month.name, dict(_entries(here)))
            self._write_tables(month.name, {**here, **new}, made)
        elif month.name not in {name for name, _ in (*made.altered, *made.beyond)}:
            self.known += 1

    def _write_tables(self, name: str, tables: Tables, made: Merged) -> None:
        entries = {number: dict(each) for number, each in made.months[name].items()}
        meta = tables.get(META) or {"1": {"schema": SCHEMA}}
        self._write(name, bytes_of({**tables, META: meta, ENTRIES: entries}))

    def _write(self, name: str, data: bytes) -> None:
        write_atomically(self._disk, self._path(name), data)
        self.written += 1

    def _path(self, name: str) -> Path:
        return self._home.journal / name

    def _leave(self, month: _Month, why: str) -> None:
        self.left.append(f"{safe_text.path(month.member.name)} ({why})")


def _entries(tables: Tables | None) -> Entries:
    return (tables or {}).get(ENTRIES, {})


def _is_ours(month: _Month) -> bool:
    """Whether a month of the archive can be joined document by document."""
    return month.tables is not None and not other_schema(schemas_in(month.tables))


def _strange(tables: Tables) -> Tables:
    return {name: table for name, table in tables.items() if name not in (ENTRIES, META)}


def _shown(place: Place) -> str:
    return f"journal/{place[0]}#{place[1]}"


def _tables(data: bytes) -> Tables | None:
    """What the bytes of a month hold, nothing for none; None where they cannot be read."""
    try:
        return tables_of(data) if data.strip() else {}
    except Unreadable:
        return None
