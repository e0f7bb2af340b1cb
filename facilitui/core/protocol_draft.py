"""A protocol being written: undo and redo without limit, each exact."""

from __future__ import annotations

from dataclasses import dataclass

from facilitui.core.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Change:
    """One change that can be undone."""

    protocol: Protocol
    """The protocol on its other side: before it where it can be undone, after it where redone."""
    what: str


@dataclass(frozen=True, slots=True)
class ProtocolDraft:
    """A protocol being written, with everything that can be undone and done again."""

    protocol: Protocol
    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()

    def changed(self, protocol: Protocol, what: str) -> ProtocolDraft:
        """The draft after a change; the same one where nothing changed."""
        if protocol == self.protocol:
            return self
        return ProtocolDraft(protocol, (*self.past, Change(self.protocol, what)))

    def under(self, id: str) -> ProtocolDraft:
        """The draft under another id in all its states, so that undo never goes back to the old."""
        return ProtocolDraft(
            self.protocol.model_copy(update={"id": id}),
            tuple(Change(c.protocol.model_copy(update={"id": id}), c.what) for c in self.past),
            tuple(Change(c.protocol.model_copy(update={"id": id}), c.what) for c in self.future),
        )

    def undone(self) -> ProtocolDraft:
        """The draft before its last change."""
        if not self.past:
            return self
        last = self.past[-1]
        future = (Change(self.protocol, last.what), *self.future)
        return ProtocolDraft(last.protocol, self.past[:-1], future)

    def redone(self) -> ProtocolDraft:
        """The draft with its last undone change made again."""
        if not self.future:
            return self
        first = self.future[0]
        past = (*self.past, Change(self.protocol, first.what))
        return ProtocolDraft(first.protocol, past, self.future[1:])
