"""One protocol on the desk: changed with undo, every change kept, a file of others left alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff

from facilitui.core import protocol_editing as editing
from facilitui.core.checks.check import Check
from facilitui.core.draft import Draft
from facilitui.core.errors import ChangedOnDisk, NotFound
from facilitui.core.grouping import Room, Run, run_of
from facilitui.core.planning_ports import ProtocolStore, StoredProtocol
from facilitui.core.ports import DraftStore
from facilitui.core.protocol import Protocol
from facilitui.core.protocol_checks import check_protocol

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


def draft_name(protocol: str) -> str:
    """What the draft of a protocol is called."""
    return f"protocol-{protocol}"


def _under(id: str) -> Callable[[Protocol], Protocol]:
    """Puts a protocol under another id: in all states of a draft, so that undo keeps to it."""
    return lambda protocol: editing.changed(protocol, id=id)


class ProtocolDesk:
    """One protocol being written.

    Every change is a step that can be undone. `keep_draft` makes it durable within a second;
    `write` writes the file once there is a moment of quiet. A file that another program changed
    is left alone: the draft goes on, and `conflict` says so until it is settled.
    """

    def __init__(
        self,
        stored: StoredProtocol,
        protocols: ProtocolStore,
        drafts: DraftStore,
        shipped: Protocol | None = None,
        *,
        unnamed: bool = False,
    ) -> None:
        """`shipped` is the one of the same id that came with the program."""
        self._protocols = protocols
        self._drafts = drafts
        self.shipped = shipped
        self.unnamed = unnamed
        """Whether its id, and so its file, still waits for its name."""
        self.draft = Draft(stored.protocol)
        self.people = 0
        """For how many its times are worked out; 0 is as many as it assumes itself."""
        self.notice = stored.notice
        self.conflict = ""
        """Why the file is left alone; empty while it is written."""
        self._digest = stored.digest
        self._written = stored.protocol
        self._kept = stored.protocol
        self._draft_name = NEW_DRAFT if unnamed else draft_name(stored.protocol.id)
        self._turn = asyncio.Lock()
        """Held while the file is read or written, so that no two writings cross."""
        self._view: ProtocolView | None = None

    @property
    def protocol(self) -> Protocol:
        """The protocol as it stands."""
        return self.draft.state

    @property
    def view(self) -> ProtocolView:
        """The protocol as it stands, worked out."""
        before, people = self._view, self.people or self.protocol.group.default
        if before is None or before.protocol is not self.protocol or before.people != people:
            self._view = before = protocol_view(self.protocol, people)
        return before

    @property
    def own(self) -> bool:
        """Whether a file of one's own holds it."""
        return bool(self._digest)

    @property
    def unwritten(self) -> bool:
        """Whether the file lags behind."""
        return self.protocol is not self._written

    def change(
        self, make: Callable[[Protocol], Protocol], what: str, since: Draft[Protocol] | None = None
    ) -> bool:
        """Make one change; False where it changed nothing.

        With `since` it takes the place of all that was changed since that draft. Raises ValueError
        where it cannot be made; nothing is changed then.
        """
        before = self.draft
        base = since or before
        self.draft = base.changed(make(base.state), what)
        return self.draft is not before

    def take_up(self, typed: Protocol, based_on: str) -> None:
        """Go on with what a draft holds, as one step that can be undone.

        `based_on` is the digest of the file when it was typed. Of another file it stays in
        conflict, also in the drafts that follow, until somebody settles that.
        """
        self.change(lambda _: typed, "what was typed last")
        self._kept = self.protocol
        if based_on != self._digest:
            self._digest = based_on
            self.conflict = "The file was changed elsewhere while this was being written."

    def undo(self) -> str:
        """Undo the last change and say what it was; empty if there is none."""
        what = self.draft.past[-1].what if self.draft.past else ""
        self.draft = self.draft.undone()
        return what

    def redo(self) -> str:
        """Make the last undone change again and say what it is; empty if there is none."""
        what = self.draft.future[0].what if self.draft.future else ""
        self.draft = self.draft.redone()
        return what

    async def keep_draft(self) -> None:
        """Keep what was changed since the last time. Raises NotSaved.

        A protocol that has a name but no file yet gets one: nobody would find a draft without it.
        """
        async with self._turn:
            if self._digest or self.conflict or self.unnamed:
                await self._keep_draft()
            else:
                await self._write()

    async def write(self) -> bool:
        """Write the file if it lags behind; False where it must be left alone. Raises NotSaved."""
        async with self._turn:
            return await self._write()

    async def _keep_draft(self) -> None:
        """Keep a draft; where the file holds the protocol, a draft would only hide the file."""
        protocol = self.protocol
        if protocol is self._kept:
            return
        if protocol is self._written and not self.conflict:
            await self._drafts.drop(self._draft_name)
        else:
            body = {"digest": self._digest, "protocol": protocol.model_dump(mode="json")}
            await self._drafts.keep(self._draft_name, body)
        self._kept = protocol

    async def _write(self) -> bool:
        if self.conflict or self.unnamed or not self.unwritten:
            await self._keep_draft()
            return not self.conflict
        protocol = self.protocol
        try:
            stored = await self._protocols.save(protocol, self._digest)
        except ChangedOnDisk as error:
            self.conflict = str(error)
            await self._keep_draft()
            return False
        self.notice = stored.notice or self.notice
        await self._is_file(stored.digest, protocol)
        return True

    async def _is_file(self, digest: str, protocol: Protocol) -> None:
        """The file holds this by now, so no draft is needed."""
        self._digest, self.conflict = digest, ""
        self._written = self._kept = protocol
        await self._drafts.drop(self._draft_name)
        self._draft_name = draft_name(protocol.id)

    async def settle_name(self) -> None:
        """Give a new protocol its id, made of its name, and its file. Raises NotSaved."""
        async with self._turn:
            if not self.unnamed or not self.unwritten:
                return
            id = await self._protocols.free_id(self.protocol.name)
            self.draft = self.draft.everywhere(_under(id))
            self.unnamed = False
            await self._write()

    async def beside(self, name: str = "") -> None:
        """Go on with a copy under an id of its own. Raises NotSaved."""
        name = name or f"{self.protocol.name}, our own"
        async with self._turn:
            id = await self._protocols.free_id(name)
            self.draft = self.draft.changed(
                editing.changed(self.protocol, name=name), "a copy of its own"
            ).everywhere(_under(id))
            self.shipped, self._digest, self.conflict = None, "", ""
            await self._write()

    async def back_to_shipped(self) -> str:
        """Take one's own file away and say where it is kept, as a step that can be undone.

        Raises NotFound or NotSaved.
        """
        if self.shipped is None:
            raise NotFound("there is no shipped protocol of this id")
        shipped = self.shipped
        async with self._turn:
            kept = await self._protocols.remove(shipped.id)
            self.draft = self.draft.changed(shipped, "back to the shipped one")
            await self._is_file("", self.protocol)
        return kept

    # A file that was changed elsewhere

    async def finish(self) -> None:
        """Write everything before it is left, a new one's id made of its name. Raises NotSaved."""
        await self.settle_name()
        await self.write()

    async def look(self) -> bool:
        """Notice that another program changed the file; whether that is news."""
        async with self._turn:
            if self.conflict or not self._digest:
                return False
            if await self._protocols.is_as(self.protocol.id, self._digest):
                return False
            self.conflict = "The file was changed by another program; it has been left alone."
            return True

    async def reload(self) -> None:
        """Take the file as another program left it, as one step that can be undone."""
        async with self._turn:
            stored = await self._protocols.load(self.protocol.id)
            self.draft = self.draft.changed(stored.protocol, "reload")
            await self._is_file(stored.digest, self.protocol)

    async def save_as(self) -> str:
        """Write this to a file of its own, leave the other one alone, and go on there."""
        await self.beside(self.protocol.name)
        return self.protocol.id

    async def differences(self) -> str:
        """What separates the file from this protocol, as lines a person can read."""
        theirs = await self._protocols.text(self.protocol.id)
        ours = await self._protocols.written(self.protocol)
        lines = unified_diff(
            theirs.splitlines(), ours.splitlines(), "the file", "here", lineterm="", n=1
        )
        return "\n".join(lines)
