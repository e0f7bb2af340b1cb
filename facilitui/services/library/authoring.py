"""Writing protocols: one's own, copies of shipped ones, and shipped ones in one's own way."""

from __future__ import annotations

from facilitui.core.files import Stored
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.planning_ports import ProtocolStore
from facilitui.core.ports import DraftStore
from facilitui.services.library.protocol_desk import NEW_DRAFT, ProtocolDesk
from facilitui.services.typed_last import opened, typed_last


class Authoring:
    """The protocols of a home, to be written."""

    def __init__(self, protocols: ProtocolStore, drafts: DraftStore) -> None:
        self._protocols = protocols
        self._drafts = drafts

    async def begin(self) -> ProtocolDesk:
        """Begin a protocol; it has no file until it has a name.

        What was typed last of one that never got so far is there again.
        """
        fresh = editing.new_protocol(editing.UNNAMED, "untitled_protocol")
        stored = Stored(fresh.id, fresh, "")
        desk = ProtocolDesk(stored, self._protocols, self._drafts, unnamed=True)
        typed = await typed_last(self._drafts, NEW_DRAFT, desk.what, Protocol)
        desk.notice = typed.notice
        desk.find_half(typed.half)
        if typed.state is not None:
            desk.take_up(typed.state, "")
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
        return await opened(
            ProtocolDesk.what,
            protocol,
            Protocol,
            self._drafts,
            lambda _: self._stored(protocol, shipped),
            lambda stored: ProtocolDesk(stored, self._protocols, self._drafts, shipped),
        )

    async def _stored(self, protocol: str, shipped: Protocol | None) -> Stored[Protocol]:
        if shipped is None or await self._protocols.is_own(protocol):
            return await self._protocols.load(protocol)
        return Stored(protocol, shipped, "")
