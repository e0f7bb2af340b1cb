"""Drafts that go with a purge: found by their names and what they hold, in every slot, and deleted.

Those that were set aside because nobody could read them go by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from glob import escape
from pathlib import Path
from typing import Any

from facilitui.core.errors import NotSaved
from facilitui.core.privacy.purging_ports import Belongs
from facilitui.storage.disk import TEMPORARY, Disk, reason
from facilitui.storage.draft_slots import Slot, Slots, draft_of
from facilitui.storage.worker import Worker

Read = Callable[[Path], Mapping[str, Any] | None]
"""What a draft holds; None for a damaged one."""
_PURGED = "purged/"
"""What a purge holds is called so, as no draft can be."""
OPEN = (
    "what is half typed of it is open in another copy of the program: leave it there, then purge it"
)


class PurgedDraftFiles:
    """The drafts of a home that go with a purge
    (`facilitui.core.privacy.purging_ports.PurgedDrafts`)."""

    def __init__(
        self,
        disk: Disk,
        folder: Path,
        slots: Slots,
        held: dict[str, Slot],
        read: Read,
        worker: Worker,
    ) -> None:
        """`held` are this program's own slots, and those of a purge while it goes on."""
        self._disk, self._folder, self._slots, self._held = disk, folder, slots, held
        self._read, self._worker = read, worker

    async def belonging(self, belongs: Belongs) -> tuple[str, ...]:
        """The names of the files of such drafts. Raises NotSaved where another copy has one."""
        return await self._worker.do(self._belonging, belongs)

    async def those(self, wanted: Belongs) -> tuple[str, ...]:
        """The names of the files of such drafts, whoever has them."""
        found = await self._worker.do(self._those, wanted)
        return tuple(path.name for path in found)

    async def hold(self, files: Sequence[str]) -> None:
        """Hold drafts, so that no other copy writes them. Raises NotSaved; none is held then."""
        await self._worker.do(self._hold, files)

    async def let_go(self) -> None:
        """Hold them no longer."""
        await self._worker.do(self._let_go)

    async def delete(self, files: Sequence[str]) -> None:
        """Delete the files of drafts for good. Raises NotSaved."""
        await self._worker.do(self._delete, files)

    def _belonging(self, belongs: Belongs) -> tuple[str, ...]:
        own = {slot.path for slot in self._held.values()}
        found = self._those(belongs)
        elsewhere = set(found) - self._slots.free_among(set(found) - own) - own
        if elsewhere:
            raise NotSaved(OPEN)
        return tuple(path.name for path in found)

    def _those(self, wanted: Belongs) -> list[Path]:
        paths = sorted(self._folder.glob("*.json"))
        return [path for path in paths if wanted(draft_of(path), self._read(path))]

    def _hold(self, files: Sequence[str]) -> None:
        own = {slot.path.name for slot in self._held.values()}
        for file in set(map(_name, files)) - own:
            slot = self._slots.hold(self._folder / file)
            if slot is None:
                self._let_go()
                raise NotSaved(OPEN)
            self._held[f"{_PURGED}{file}"] = slot

    def _let_go(self) -> None:
        own = [name for name in self._held if name.startswith(_PURGED)]
        self._slots.let_go(*map(self._held.pop, own))

    def _delete(self, files: Sequence[str]) -> None:
        """Delete drafts and let go of those that are held here. Raises NotSaved."""
        own = {slot.path.name: name for name, slot in self._held.items()}
        for file in map(_name, files):
            path = self._folder / file
            slot = self._held.pop(own[file]) if file in own else self._slots.hold(path)
            if slot is None:
                raise NotSaved(OPEN)
            try:
                for each in (path, *_half_written(path)):
                    each.unlink(missing_ok=True)
            except OSError as error:
                told = f"not all was purged: cannot delete drafts/{path.name}: {reason(error)}"
                raise NotSaved(told) from error
            finally:
                self._slots.let_go(slot)
        if files and self._folder.is_dir():
            self._disk.sync_folder(self._folder)


def _name(file: str) -> str:
    return Path(file).name


def _half_written(path: Path) -> Iterator[Path]:
    """What killed writers left of a draft."""
    yield from path.parent.glob(f".{escape(path.name)}.*{TEMPORARY}")
