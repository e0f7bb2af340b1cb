"""Writing protocols: one's own, copies of shipped ones, and shipped ones in one's own way."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from facilitui.core import protocol_editing as editing
from facilitui.core.errors import InputProblems
from facilitui.core.planning_ports import ProtocolStore, StoredProtocol
from facilitui.core.ports import DraftStore
from facilitui.core.protocol import Protocol
from facilitui.services.protocol_desk import NEW_DRAFT, ProtocolDesk, draft_name

UNNAMED = "Untitled protocol"


class Authoring:
    """The protocols of a home, to be written."""

    def __init__(self, protocols: ProtocolStore, drafts: DraftStore) -> None:
        self._protocols = protocols
        self._drafts = drafts

    async def begin(self) -> ProtocolDesk:
        """Begin a protocol; it has no file until it has a name.

        What was typed last of one that never got so far is there again.
        """
        fresh = editing.new_protocol(UNNAMED, "untitled_protocol")
        desk = ProtocolDesk(StoredProtocol(fresh, ""), self._protocols, self._drafts, unnamed=True)
        typed = _protocol_of(await self._drafts.find(NEW_DRAFT))
        if typed is not None:
            desk.take_up(typed, "")
        return desk

    async def open(self, protocol: str, *, copy: bool = False) -> ProtocolDesk:
        """Open a protocol with what was typed last; a shipped one has no own file until a change.

        With `copy`, a copy under an id of its own. Raises NotFound, NotSaved, or InputProblems
        where one's own file cannot be read and no draft is left.
        """
        desk = await self._opened(protocol)
        if copy:
            await desk.beside()
        return desk

    async def _opened(self, protocol: str) -> ProtocolDesk:
        shipped = await self._protocols.shipped(protocol)
        draft = await self._drafts.find(draft_name(protocol))
        typed = _protocol_of(draft)
        digest = str(draft.get("digest", "")) if draft else ""
        trouble = ""
        try:
            stored = await self._stored(protocol, shipped)
        except InputProblems as error:
            if typed is None:
                raise
            stored, trouble = StoredProtocol(typed, digest), str(error.problems[0])
        desk = ProtocolDesk(stored, self._protocols, self._drafts, shipped)
        if trouble:
            desk.conflict = f"{trouble} What you typed here is kept."
        elif typed is not None and typed != stored.protocol and typed.id == protocol:
            desk.take_up(typed, digest)
        return desk

    async def _stored(self, protocol: str, shipped: Protocol | None) -> StoredProtocol:
        if shipped is None or await self._protocols.is_own(protocol):
            return await self._protocols.load(protocol)
        return StoredProtocol(shipped, "")


def _protocol_of(draft: Mapping[str, object] | None) -> Protocol | None:
    try:
        return Protocol.model_validate(draft["protocol"]) if draft else None
    except (ValidationError, KeyError):
        return None
