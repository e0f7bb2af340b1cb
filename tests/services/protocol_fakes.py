"""One's own protocols in memory, beside one that is shipped; the disk can be full."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitui.core import protocol_editing as editing
from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved, Problem
from facilitui.core.planning_ports import StoredProtocol
from facilitui.core.protocol import Protocol
from tests.core.protocols import protocol, step
from tests.services.fakes import FULL, digest

SHIPPED = protocol(step("one"), step("two"), id="tuning", name="Tuning")


@dataclass
class MemoryProtocols:
    """One's own protocols by id, as the text of their files, beside one that is shipped."""

    texts: dict[str, str] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)
    full: bool = False

    def put(self, made: Protocol) -> None:
        """A protocol that another program wrote."""
        self.texts[made.id] = made.model_dump_json()

    async def load(self, protocol: str) -> StoredProtocol:
        text = await self.text(protocol)
        if text == "broken":
            raise InputProblems((Problem("it.toml", 1, 1, "is broken"),))
        return StoredProtocol(Protocol.model_validate_json(text), digest(text))

    async def save(self, protocol: Protocol, based_on: str) -> StoredProtocol:
        if self.full:
            raise NotSaved(FULL)
        held = self.texts.get(protocol.id)
        if (digest(held) if held is not None else "") != based_on:
            raise ChangedOnDisk("it was changed by another program")
        self.put(protocol)
        return await self.load(protocol.id)

    async def is_as(self, protocol: str, wanted: str) -> bool:
        return protocol in self.texts and digest(self.texts[protocol]) == wanted

    async def text(self, protocol: str) -> str:
        if protocol not in self.texts:
            raise NotFound("there is no such protocol")
        return self.texts[protocol]

    async def written(self, protocol: Protocol) -> str:
        return protocol.model_dump_json()

    async def shipped(self, protocol: str) -> Protocol | None:
        return SHIPPED if protocol == SHIPPED.id else None

    async def is_own(self, protocol: str) -> bool:
        return protocol in self.texts

    async def free_id(self, name: str) -> str:
        return editing.free_id(name, [*self.texts, SHIPPED.id])

    async def remove(self, protocol: str) -> str:
        self.aside.append(self.texts.pop(protocol))
        return "aside"
