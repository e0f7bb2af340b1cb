"""Two homes with a common past, for tests of what one of them takes from the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from facilitui.bootstrap import Wiring
from facilitui.core.journals.journal import Document
from facilitui.demo.clock import SimulatedClock
from facilitui.services.journals.taking_along import Form
from facilitui.storage.paths import Home

HELD = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
ENTRY = "debrief-Tuning"


class Machine:
    """A home and its services."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wiring = Wiring(Home(root), clock=SimulatedClock(HELD + timedelta(days=3)))
        self._salts = 0

    async def write(
        self,
        name: str = ENTRY,
        kind: str = "debrief",
        minutes: int = 0,
        **said: Any,
    ) -> Document:
        """Save a revision of an entry, so many minutes after the first one."""
        self._salts += 1
        body: Mapping[str, Any] = {
            "session": "",
            "title": "Tuning",
            "held_at": HELD.isoformat(),
            **said,
        }
        return await self.wiring.journal.save(
            entry_id=name,
            kind=kind,
            body=body,
            made_at=HELD + timedelta(minutes=minutes),
            salt=f"{self._salts:032x}",
        )

    async def export(self, where: Path) -> Path:
        """What its journal exports, as a file."""
        where.write_bytes((await self.wiring.taking_along.take("", "", Form.LINES)).data)
        return where

    async def take(self, file: Path) -> tuple[int, tuple[str, ...]]:
        """Take a file in: how many documents, and which entries conflict."""
        from facilitui.core.journals.attaching_ports import Progress

        coming = await self.wiring.joining.look(str(file), Progress())
        came = await self.wiring.joining.take(coming, Progress())
        return came.taken, came.conflicting

    def close(self) -> None:
        """End its threads."""
        self.wiring.close()


async def forked(root: Path, kind: str = "debrief", name: str = ENTRY) -> tuple[Machine, Path]:
    """A machine with an entry that another one went on with too, and what that one exported."""
    one, other = Machine(root / "one"), Machine(root / "other")
    await one.write(name, kind, learned="They waited.", text="He waited.", giver="Ana")
    await other.take(await one.export(root / "first.jsonl"))
    await one.write(name, kind, 5, learned="They waited longer.", text="He waited longer.")
    await other.write(name, kind, 9, learned="They asked.", text="He asked.", giver="Ana")
    file = await other.export(root / "other.jsonl")
    other.close()
    return one, file
