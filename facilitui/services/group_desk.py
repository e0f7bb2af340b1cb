"""One group on the desk: changed with undo, every change kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from facilitui.core.errors import ChangedOnDisk, NotSaved
from facilitui.core.group import Group, merged
from facilitui.services.forms.form import Form, Values, applied
from facilitui.services.series import GroupView, Series


@dataclass(frozen=True, slots=True)
class _Step:
    """One change that can be undone."""

    group: Group
    """The group before it."""
    what: str
    form: object = None
    """The form it was typed into."""

    def beside(self, base: Group, theirs: Group) -> _Step:
        """The step with what another program changed meanwhile."""
        return replace(self, group=merged(base, self.group, theirs) or self.group)


class GroupDesk:
    """One group being edited.

    Another program's changes are taken in beside one's own. Only where both changed the same
    thing the file is left alone, and `conflict` says so until the file is taken as it is.
    """

    def __init__(self, view: GroupView, series: Series) -> None:
        self.view = view
        self.group = view.group
        self.notice = view.stored.notice
        self.conflict = ""
        """Why the file is left alone; empty while it is written."""
        self._series = series
        self._past: tuple[_Step, ...] = ()
        self._written = view.stored.group
        self._digest = view.stored.digest

    @classmethod
    async def opened(cls, series: Series, group: str) -> GroupDesk:
        """A group with what its sessions had to say brought in. Raises InputProblems or NotFound.

        Where the disk does not take that, it is shown all the same.
        """
        try:
            return cls(await series.learn(group), series)
        except NotSaved:
            return cls(await series.view(group), series)

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._series.now.date()

    def local(self, moment: datetime) -> datetime:
        """A moment as the clock here shows it."""
        return moment.astimezone(self._series.now.tzinfo)

    @property
    def unwritten(self) -> bool:
        """Whether the file lags behind."""
        return self.group != self._written

    def change(self, make: Callable[[Group], Group], what: str) -> bool:
        """Make one change; False where it changed nothing."""
        after = make(self.group)
        if after == self.group:
            return False
        self._past = (*self._past, _Step(self.group, what))
        self.group = after
        return True

    def fill_in(self, form: Form[Group], values: Values) -> str:
        """Take what a form says by now; all that is typed into it is undone at once.

        Gives a sentence where something cannot be understood, else nothing.
        """
        last = self._past[-1] if self._past else None
        before = last.group if last is not None and last.form is form else self.group
        after, told = applied(form, before, values)
        if last is not None and last.form is form:
            self._past = self._past[:-1]
        if after != before:
            self._past = (*self._past, _Step(before, form.title, form))
        self.group = after
        return told

    def undo(self) -> str:
        """Undo the last change and say what it was; empty if there is none."""
        if not self._past:
            return ""
        step, self._past = self._past[-1], self._past[:-1]
        self.group = step.group
        return step.what

    async def write(self) -> bool:
        """Write the file if it lags behind; False where it must be left alone. Raises NotSaved."""
        if self.conflict:
            return False
        if self.unwritten:
            try:
                await self._save(self.group, self._digest)
            except ChangedOnDisk as error:
                await self._save_beside(str(error))
        return not self.conflict

    async def _save(self, group: Group, digest: str) -> None:
        stored = await self._series.save(group, digest)
        self.notice = stored.notice or self.notice
        self._digest, self._written = stored.digest, stored.group
        if self.group is group:
            self.group = stored.group

    async def _save_beside(self, told: str) -> None:
        """Take in what another program changed, if that was something else."""
        theirs = await self._series.load(self.group.id)
        both = merged(self._written, self.group, theirs.group)
        if both is None:
            self.conflict = told
            return
        self._past = tuple(step.beside(self._written, theirs.group) for step in self._past)
        self._written, self.group = theirs.group, both
        try:
            await self._save(both, theirs.digest)
        except ChangedOnDisk as error:
            self.conflict = str(error)

    async def reload(self) -> None:
        """Look at everything anew, the file as it is now; one step that can be undone.

        What is changed while the file is being read goes before it, unless the two clash anyway.
        """
        before = self.group
        view = await self._series.view(self.group.id)
        if self.group is not before and not self.conflict:
            return
        self.view, self.conflict = view, ""
        self._written, self._digest = view.stored.group, view.stored.digest
        self.change(lambda _: view.group, "taking the file as it is")
