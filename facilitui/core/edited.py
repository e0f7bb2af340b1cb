"""Something being edited while facts about it arrive that are no edits, and that undo keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from facilitui.core.draft import Draft

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Fact(Generic[S]):
    """Something that is so, whatever is edited and undone."""

    beside: Callable[[S], S | None]
    """A state with it; None for one that says something else about the same thing."""
    alone: S | None = None
    """What an earlier or later state becomes that says something else."""

    def put_into(self, state: S) -> S:
        """What a state becomes."""
        return self.beside(state) or self.alone or state


class Edited(Generic[S]):
    """A draft that goes on from change to change."""

    def __init__(self, state: S) -> None:
        self.draft = Draft(state)
        self._facts: list[Fact[S]] = []

    @property
    def state(self) -> S:
        """What is edited, as it stands."""
        return self.draft.state

    def record(self, beside: Callable[[S], S | None], alone: S | None = None) -> None:
        """Put down a fact that is no edit, such as what a calendar was told: undo keeps it."""
        self._facts.append(Fact(beside, alone))
        self.draft = self.draft.everywhere(self._facts[-1].put_into)

    def take(self, state: S, what: str) -> None:
        """Take in what another program made of it, as one change that can be undone.

        Whoever goes on with a change that was begun before has not seen it, and so contradicts it.
        """
        before, taken = self.state, self.draft.changed(state, what)
        if taken is not self.draft:
            self._facts.append(Fact(lambda made: state if made == before else None))
            self.draft = replace(taken, facts=taken.facts + 1)

    def change(self, make: Callable[[S], S], what: str, *, since: Draft[S] | None = None) -> bool:
        """Make one change; False where it changed nothing.

        With `since` it takes the place of everything that was changed since that draft. Facts
        that arrived after it are put into what `make` gives, which never saw them. What `make`
        raises leaves everything as it is.
        """
        before, base = self.draft, since or self.draft
        state = make(base.state)
        for fact in self._facts[base.facts :]:
            base, beside = base.everywhere(fact.put_into), fact.beside(state)
            if beside is None:
                self.contradicted()
            state = state if beside is None else beside
        self.draft = base.changed(state, what)
        return self.draft is not before

    def contradicted(self) -> None:
        """A change says something else than a fact that arrived meanwhile; the change stands."""

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
