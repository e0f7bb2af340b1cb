"""A plan being edited: undo and redo without limit, each exact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitui.core.plan import Plan


@dataclass(frozen=True, slots=True)
class Step:
    """One change that can be undone."""

    plan: Plan
    """The plan on its other side: before it where it can be undone, after it where redone."""
    what: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan being edited, with everything that can be undone and done again."""

    plan: Plan
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def changed(self, plan: Plan, what: str) -> Draft:
        """The draft after a change; the same one where nothing changed."""
        if plan is self.plan or plan == self.plan:
            return self
        return Draft(plan, (*self.past, Step(self.plan, what)))

    def everywhere(self, make: Callable[[Plan], Plan]) -> Draft:
        """The draft with something made of every state of the plan, earlier and later ones too.

        For facts that are no edits, so that undoing an edit never takes them back.
        """
        return replace(
            self,
            plan=make(self.plan),
            past=tuple(Step(make(step.plan), step.what) for step in self.past),
            future=tuple(Step(make(step.plan), step.what) for step in self.future),
        )

    def undone(self) -> Draft:
        """The draft before its last change."""
        if not self.past:
            return self
        step = self.past[-1]
        return Draft(step.plan, self.past[:-1], (Step(self.plan, step.what), *self.future))

    def redone(self) -> Draft:
        """The draft with its last undone change made again."""
        if not self.future:
            return self
        step = self.future[0]
        return Draft(step.plan, (*self.past, Step(self.plan, step.what)), self.future[1:])
