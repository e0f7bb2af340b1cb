"""Something being edited: undo and redo without limit, each exact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One change that can be undone."""

    state: S
    """What is on its other side: before it where it can be undone, after it where redone."""
    what: str


@dataclass(frozen=True, slots=True)
class Draft(Generic[S]):
    """Something being edited, with everything that can be undone and done again."""

    state: S
    past: tuple[Step[S], ...] = ()
    future: tuple[Step[S], ...] = ()
    facts: int = 0
    """How many facts were put down that are no edits."""

    def changed(self, state: S, what: str) -> Draft[S]:
        """The draft after a change; the same one where nothing changed."""
        if state is self.state or state == self.state:
            return self
        return Draft(state, (*self.past, Step(self.state, what)), facts=self.facts)

    def everywhere(self, make: Callable[[S], S]) -> Draft[S]:
        """The draft with something made of every state, earlier and later ones too.

        For facts that are no edits, so that undoing an edit never takes them back.
        """
        return replace(
            self,
            state=make(self.state),
            past=tuple(Step(make(step.state), step.what) for step in self.past),
            future=tuple(Step(make(step.state), step.what) for step in self.future),
            facts=self.facts + 1,
        )

    def undone(self) -> Draft[S]:
        """The draft before its last change."""
        if not self.past:
            return self
        step = self.past[-1]
        future = (Step(self.state, step.what), *self.future)
        return replace(self, state=step.state, past=self.past[:-1], future=future)

    def redone(self) -> Draft[S]:
        """The draft with its last undone change made again."""
        if not self.future:
            return self
        step = self.future[0]
        past = (*self.past, Step(self.state, step.what))
        return replace(self, state=step.state, past=past, future=self.future[1:])
