"""Drafts: small JSON files that keep what is being typed, a fraction of a second behind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from glob import escape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.ports import LeftDraft
from facilitui.core.safe_text import quoted
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.draft_slots import Slot, Slots, changed, name_of, was_set_aside
from facilitui.storage.folders import make_folders
from facilitui.storage.names import free_path, plain
from facilitui.storage.paths import Home
from facilitui.storage.toml_files import known_as
from facilitui.storage.worker import Worker

if TYPE_CHECKING:
    from facilitui.storage.purged_drafts import PurgedDraftFiles


class FileDrafts:
    """Drafts as files of `drafts/`, written on a thread of their own.

    They are JSON with ASCII escapes, which alone holds any text that can be typed or pasted,
    broken halves of characters included. Two programs that edit the same thing have a file each,
    NAME.json and NAME~~2.json: what is held by one that is running is no other's to find, to
    write or to drop.
    """

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home = home
        self._disk = disk
        self._slots = Slots(home.drafts)
        self._held: dict[str, Slot] = {}
        self._worker = Worker("drafts")

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a draft in place of the one before. Raises NotSaved; that one is then still whole.

        `value` holds only what JSON has, and is not changed until this returns.
        """
        await self._worker.do(self._keep, name, value)

    async def find(self, name: str) -> dict[str, Any] | None:
        """The newest draft that no running program holds, or this one's own; None if there is none.

        A damaged one is set aside as NAME.damaged.json, so that it can be looked at and the next
        one can be kept.
        """
        return await self._worker.do(self._find, name)

    async def drop(self, name: str) -> None:
        """Forget one's own draft; there need be none. Raises NotSaved where it cannot be removed.

        What a program left behind that has ended stays until it is found.
        """
        await self._worker.do(self._drop, name)

    async def set_aside(self, name: str) -> str:
        """Put a draft that nobody can read out of the way: NAME.unread.json, and say where.

        Raises NotSaved.
        """
        return await self._worker.do(self._put_aside, name)

    async def left(self, beginning: str) -> tuple[LeftDraft, ...]:
        """The drafts whose names begin so, but for those of other programs that are running.

        They are only looked at: whoever goes on with one finds it first.
        """
        return await self._worker.do(self._left, beginning)

    async def others(self, name: str) -> tuple[LeftDraft, ...]:
        """Further drafts of that very name that no running program holds, the newest first."""
        return await self._worker.do(self._others, name)

    async def go_on_with(self, name: str, other: str = "") -> None:
        """Hold one of those in place of one's own, which is then one of them; "" holds none.

        Raises NotFound where it is gone, or another program has it by now.
        """
        await self._worker.do(self._go_on_with, name, other)

    async def forget(self, other: str) -> None:
        """Delete one of those. Raises NotFound as above, or NotSaved where it stays."""
        await self._worker.do(self._forget, other)

    def to_purge(self) -> PurgedDraftFiles:
        """Those that go with a purge."""
        from facilitui.storage.purged_drafts import PurgedDraftFiles

        parts = (self._disk, self._home.drafts, self._slots, self._held)
        return PurgedDraftFiles(*parts, self._whole, self._worker)

    def close(self) -> None:
        """Finish what was asked, end the thread, and let other programs have the drafts."""
        self._worker.close()
        self._slots.let_go(*self._held.values())
        self._held.clear()

    def _paths(self, name: str) -> Iterator[Path]:
        """The files that a draft can be in, without end."""
        stem = plain(name, "draft")
        yield self._home.drafts / f"{stem}.json"
        yield from (self._home.drafts / f"{stem}~~{number}.json" for number in count(2))

    def _kept(self, name: str) -> list[Path]:
        """The files that a draft is in, the newest first; none for what cannot be a name."""
        try:
            stem = plain(name, "draft")
        except NotFound:
            return []
        begun_so = self._home.drafts.glob(f"{escape(stem)}*.json")
        found = (path for path in begun_so if stem in {path.stem, name_of(path)})
        return sorted(found, key=changed, reverse=True)

    def _own(self, name: str) -> Slot:
        """The slot to keep a draft in: the one that is held, else the first that is free."""
        if name not in self._held:
            self._held[name] = self._slots.hold_new(self._paths(name))
        return self._held[name]

    def _keep(self, name: str, value: Mapping[str, Any]) -> None:
        try:
            plain(name, "draft")
            data = canonical(dict(value)).encode("ascii")
        except (NotFound, TypeError, ValueError, RecursionError) as error:
            raise NotSaved(f"the draft {quoted(name)} cannot be kept: {error}") from error
        make_folders(self._disk, self._home.root, self._home.drafts)
        write_atomically(self._disk, self._own(name).path, data)

    def _find(self, name: str) -> dict[str, Any] | None:
        if name in self._held:
            return self._read(self._held[name].path)
        for path in self._kept(name):
            slot = self._slots.hold(path)
            value = self._read(path) if slot is not None else None
            if slot is not None and value is not None:
                self._held[name] = slot
                return value
            if slot is not None:
                self._slots.let_go(slot)
        return None

    def _read(self, path: Path) -> dict[str, Any] | None:
        value = self._whole(path)
        if value is None and path.exists():
            self._set_aside(path)
        return value

    def _set_aside(self, path: Path) -> None:
        # Where the folder takes no change the file stays as it is, and is damaged next time too.
        with suppress(OSError):
            self._disk.replace(path, free_path(path.parent, f"{path.stem}.damaged", ".json"))

    def _put_aside(self, name: str) -> str:
        slot = self._held.pop(name, None) or self._own(name)
        aside = free_path(slot.path.parent, f"{slot.path.stem}.unread", ".json")
        try:
            self._disk.replace(slot.path, aside)
        except OSError as error:
            stays = f"it stays as {known_as(slot.path)}, which cannot be put aside"
            raise NotSaved(f"{stays}: {reason(error)}") from error
        finally:
            self._slots.let_go(slot)
        return known_as(aside)

    def _left(self, beginning: str) -> tuple[LeftDraft, ...]:
        found = sorted(self._home.drafts.glob(f"{escape(beginning)}*.json"), key=changed)
        drafts = [path for path in found if not was_set_aside(path)]
        left = self._left_among(drafts)
        newest = {
            name_of(path): LeftDraft(name_of(path), value, changed(path))
            for path in drafts
            if path in left and (value := self._whole(path)) is not None
        }
        return tuple(newest.values())

    def _left_among(self, paths: Iterable[Path]) -> frozenset[Path]:
        """The drafts that are nobody else's."""
        own = {slot.path for slot in self._held.values()}
        return self._slots.free_among(path for path in paths if path not in own) | own

    def _whole(self, path: Path) -> dict[str, Any] | None:
        """What a draft holds; None for a damaged one, which stays as it is."""
        try:
            value = json.loads(self._disk.read(path))
        except (OSError, ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None

    def _others(self, name: str) -> tuple[LeftDraft, ...]:
        own = self._held.get(name)
        beside = [path for path in self._kept(name) if own is None or path != own.path]
        left = self._left_among(beside)
        return tuple(
            LeftDraft(path.stem, value, changed(path))
            for path in beside
            if path in left and (value := self._whole(path)) is not None
        )

    def _go_on_with(self, name: str, other: str) -> None:
        slot = self._taken(other) if other else None
        if own := self._held.pop(name, None):
            self._slots.let_go(own)
        if slot is not None:
            self._held[name] = slot

    def _forget(self, other: str) -> None:
        self._remove(self._taken(other), other)

    def _taken(self, other: str) -> Slot:
        """What one of several drafts of a name lies in, held from now on."""
        path = self._home.drafts / f"{plain(other, 'draft')}.json"
        slot = self._slots.hold(path) if path.exists() else None
        if slot is None:
            raise NotFound(f"the draft {quoted(other)} is gone, or open in another copy")
        return slot

    def _drop(self, name: str) -> None:
        slot = self._held.pop(name, None)
        if slot is not None:
            self._remove(slot, name)

    def _remove(self, slot: Slot, name: str) -> None:
        try:
            slot.path.unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved(f"cannot remove the draft {quoted(name)}: {reason(error)}") from error
        finally:
            self._slots.let_go(slot)
