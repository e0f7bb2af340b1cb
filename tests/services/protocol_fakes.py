"""One's own protocols in memory, beside one that is shipped."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from tests.core.protocols import protocol, step
from tests.services.memory_files import MemoryFiles

SHIPPED = protocol(step("one"), step("two"), id="tuning", name="Tuning")


@dataclass
class MemoryProtocols(MemoryFiles[Protocol]):
    """One's own protocols by id, as the text of their files, beside one that is shipped."""

    model = Protocol

    def put(self, made: Protocol) -> None:
        """A protocol that another program wrote."""
        self.texts[made.id] = made.model_dump_json()

    async def shipped(self, protocol: str) -> Protocol | None:
        return SHIPPED if protocol == SHIPPED.id else None

    async def is_own(self, protocol: str) -> bool:
        return protocol in self.texts

    async def free_name(self, title: str, taken: Collection[str] = ()) -> str:
        return editing.free_id(title, [*self.texts, SHIPPED.id, *taken])
