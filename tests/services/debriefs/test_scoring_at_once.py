"""Scores that are kept, forgotten and saved at once: the last that was given is on the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.services.memory_files import MemoryDrafts
from tests.services.scored import Study, levels


@dataclass
class SlowDrafts(MemoryDrafts):
    """A disk that does one thing after the other, while others already want something of it."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        async with self.turn:
            await others_go_on()
            await super().keep(name, value)

    async def drop(self, name: str) -> None:
        async with self.turn:
            await others_go_on()
            await super().drop(name)


async def others_go_on() -> None:
    """Let whatever else is ready come as far as it can."""
    for _ in range(9):
        await asyncio.sleep(0)


async def test_what_is_given_while_a_draft_is_forgotten_is_kept() -> None:
    """Undone to what was saved, then scored again at once: the last of it is on the disk."""
    study = Study()
    study.drafts = SlowDrafts()
    await study.run()
    desk = await study.open()
    desk.score("a", 2)
    await desk.save()
    desk.score("b", 1)
    await desk.keep_draft()
    desk.undo()
    undone = asyncio.create_task(desk.keep_draft())
    await asyncio.sleep(0)
    desk.score("b", 3)
    await asyncio.gather(undone, desk.keep_draft())
    assert levels(await study.open()) == {"a": 2, "b": 3}
