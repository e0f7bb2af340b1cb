"""One protocol on the desk, with its times worked out for a number of people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitui.core.checks.check import Check
from facilitui.core.draft import Draft
from facilitui.core.errors import NotFound
from facilitui.core.files import Stored
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.protocol_checks import check_protocol
from facilitui.core.plans.grouping import Room, Run, run_of
from facilitui.core.plans.planning_ports import ProtocolStore
from facilitui.core.ports import DraftStore
from facilitui.services.desk import Desk

NEW_DRAFT = "new-protocol"
"""The draft of a protocol that has no name yet, and so no file."""


@dataclass(frozen=True, slots=True)
class ProtocolView:
    """Everything a screen shows of a protocol, worked out for a number of people."""

    protocol: Protocol
    people: int
    run: Run
    checks: tuple[Check, ...]


def protocol_view(protocol: Protocol, people: int) -> ProtocolView:
    """A protocol worked out for so many people; 0 are as many as it assumes itself."""
    present = people or protocol.group.default
    return ProtocolView(
        protocol, present, run_of(protocol, Room(present)), check_protocol(protocol)
    )


class ProtocolDesk(Desk[Protocol]):
    """One protocol being written. Its id is its file's name."""

    what = "protocol"

    def __init__(
        self,
        stored: Stored[Protocol],
        protocols: ProtocolStore,
        drafts: DraftStore,
        shipped: Protocol | None = None,
        *,
        unnamed: bool = False,
    ) -> None:
        """`shipped` is the one of the same id that came with the program."""
        super().__init__(stored, protocols, drafts)
        self.shipped = shipped
        self.unnamed = unnamed
        """Whether its id, and so its file, still waits for its name."""
        self.people = 0
        """For how many its times are worked out; 0 is as many as it assumes itself."""
        self._view: ProtocolView | None = None

    @property
    def protocol(self) -> Protocol:
        """The protocol as it stands."""
        return self.state

    @property
    def title(self) -> str:
        """Its name."""
        return self.protocol.name

    @property
    def view(self) -> ProtocolView:
        """The protocol as it stands, worked out."""
        before, people = self._view, self.people or self.protocol.group.default
        if before is None or before.protocol is not self.protocol or before.people != people:
            self._view = before = protocol_view(self.protocol, people)
        return before

    @property
    def draft_name(self) -> str:
        """What the draft is called; all that have no name yet are called the same."""
        return NEW_DRAFT if self.unnamed else super().draft_name

    @property
    def held_back(self) -> bool:
        """A new one has no file before it has a name."""
        return self.unnamed

    def _under(self, name: str) -> Callable[[Protocol], Protocol]:
        """Every state gets the id, so that undo keeps to it."""
        return lambda protocol: editing.changed(protocol, id=name)

    async def finish(self) -> None:
        """Write everything before it is left, a new one's id made of its name. Raises NotSaved."""
        if self.unnamed and self.unwritten:
            await self.save_as()
        else:
            await self.write()

    async def save_as(self) -> str:
        """Go on under an id of its own, made of its name. Raises NotSaved."""
        id = await super().save_as()
        self.shipped, self.unnamed = None, False
        return id

    async def beside(self, name: str = "") -> None:
        """Go on with a copy that has a name and an id of its own. Raises NotSaved."""
        name = name or f"{self.protocol.name}, our own"
        async with self._in_turn:
            await self._go_on_as(name, lambda draft: _copied(draft, name))
            self.shipped = None

    async def back_to_shipped(self) -> str:
        """Take one's own file away and say where it is kept, as a step that can be undone.

        Raises NotFound or NotSaved.
        """
        if self.shipped is None:
            raise NotFound("there is no shipped protocol of this id")
        shipped = self.shipped
        async with self._in_turn:
            kept = await self._files.remove(shipped.id)
            self.draft = self.draft.changed(shipped, "back to the shipped one")
            await self._is_file("", self.state)
        return kept


def _copied(draft: Draft[Protocol], name: str) -> Draft[Protocol]:
    return draft.changed(editing.changed(draft.state, name=name), "a copy of its own")
