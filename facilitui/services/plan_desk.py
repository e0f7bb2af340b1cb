"""One plan on the desk: changed with undo, every change kept, its file left alone in a conflict."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable
from datetime import date
from difflib import unified_diff

from facilitui.core.draft import Draft
from facilitui.core.errors import ChangedOnDisk, FacilituiError
from facilitui.core.plan import Plan
from facilitui.core.ports import Clock, DraftStore, PlanStore, Shelf, StoredPlan
from facilitui.services.handing_over import with_calendar
from facilitui.services.plan_view import PlanView, plan_view


class PlanDesk:
    """One plan being edited.

    Every change is a step that can be undone. `keep_draft` makes it durable within a second;
    `write` writes the file once there is a moment of quiet. A file that another program changed
    is left alone: the draft goes on, and `conflict` says so until it is settled.
    """

    def __init__(
        self, stored: StoredPlan, shelf: Shelf, plans: PlanStore, drafts: DraftStore, clock: Clock
    ) -> None:
        self._plans = plans
        self._drafts = drafts
        self._clock = clock
        self.shelf = shelf
        self.name = stored.name
        self.notice = stored.notice
        self.draft = Draft(stored.plan)
        self.conflict = ""
        """Why the file is left alone; empty while it is written."""
        self._digest = stored.digest
        self._written = stored.plan
        self._kept = stored.plan
        self._in_turn = Lock()
        """Held while the file is read or written, so that no two writings cross."""
        self._view: PlanView | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.draft.state

    @property
    def view(self) -> PlanView:
        """The plan as it stands, worked out."""
        if self._view is None or self._view.plan is not self.plan:
            self._view = plan_view(self.plan, self.shelf, self._clock)
        return self._view

    @property
    def today(self) -> date:
        """The day it is where the session is held."""
        return self._clock.read().at.astimezone(self._clock.zone(self.plan.zone)).date()

    def knows_zone(self, name: str) -> bool:
        """Whether there is a time zone of that name."""
        return getattr(self._clock.zone(name), "key", "") == name

    @property
    def unwritten(self) -> bool:
        """Whether the file lags behind."""
        return self.plan is not self._written

    def record(self, make: Callable[[Plan], Plan]) -> None:
        """Put down a fact that is no edit, such as what a calendar was told: undo keeps it."""
        self.draft = self.draft.everywhere(make)

    def change(
        self, make: Callable[[Plan], Plan], what: str, *, since: Draft[Plan] | None = None
    ) -> bool:
        """Make one change; False where it changed nothing.

        With `since` it takes the place of everything that was changed since that draft. What
        `make` raises leaves the plan as it is.
        """
        before = self.draft
        base = since or before
        self.draft = base.changed(make(base.state), what)
        return self.draft is not before

    def take_up(self, typed: Plan, based_on: str) -> None:
        """Go on with what a draft holds, as one step that can be undone.

        `based_on` is the digest of the file when it was typed. Of another file it stays in
        conflict, also in the drafts that follow, until somebody settles that.
        """
        self.change(lambda _: typed, "what was typed last")
        self._kept = self.plan
        if based_on != self._digest:
            self._digest = based_on
            self.conflict = "The file was changed elsewhere while this plan was being edited."

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

        A plan that has no file yet gets one: nobody would find a draft without it.
        """
        async with self._in_turn:
            await self._keep_draft()

    async def _keep_draft(self) -> None:
        plan = self.plan
        if not self._digest and not self.conflict:
            await self._write()
        elif plan is not self._kept:
            await self._keep_or_drop(plan)

    async def _keep_or_drop(self, plan: Plan) -> None:
        """Keep a draft of the plan; where the file holds it, a draft would only hide the file."""
        if plan is self._written and not self.conflict:
            await self._drafts.drop(draft_name(self.name))
        else:
            body = {"digest": self._digest, "plan": plan.model_dump(mode="json")}
            await self._drafts.keep(draft_name(self.name), body)
        self._kept = plan

    async def write(self) -> bool:
        """Write the file if it lags behind; False where it must be left alone. Raises NotSaved."""
        async with self._in_turn:
            return await self._write()

    async def _write(self) -> bool:
        if self.conflict:
            await self._keep_draft()
            return False
        plan = self.plan
        if not self.unwritten:
            if plan is not self._kept:
                await self._keep_or_drop(plan)
            return True
        try:
            stored = await self._plans.save(self.name, plan, self._digest)
        except ChangedOnDisk as error:
            self.conflict = str(error)
            await self._keep_draft()
            return False
        self._digest, self._written, self._kept = stored.digest, plan, plan
        self.notice = stored.notice or self.notice
        await self._drafts.drop(draft_name(self.name))
        return True

    async def finish(self) -> None:
        """Write everything before it is left. Raises NotSaved."""
        await self.write()

    async def look(self) -> bool:
        """Notice that another program changed the file; whether that is news."""
        async with self._in_turn:
            if self.conflict or not self._digest:
                return False
            if await self._plans.is_as(self.name, self._digest):
                return False
            self.conflict = "The file was changed by another program; it has been left alone."
            return True

    async def reload(self) -> None:
        """Take the file as another program left it, as one step that can be undone."""
        async with self._in_turn:
            stored = await self._plans.load(self.name)
            self.draft = self.draft.changed(stored.plan, "reload")
            self._written = self._kept = self.plan
            self._digest, self.conflict = stored.digest, ""
            await self._drafts.drop(draft_name(self.name))

    async def save_as(self, title: str = "") -> str:
        """Write this plan to a file of its own, leave the other one alone, and go on there."""
        async with self._in_turn:
            name = await self._plans.free_name(title or self.plan.title)
            told = self.plan.calendar
            self.record(lambda plan: with_calendar(plan, None))
            plan = self.plan
            try:
                stored = await self._plans.save(name, plan, "")
            except FacilituiError:
                self.record(lambda plan: with_calendar(plan, told))
                raise
            before, self.name = self.name, name
            self._digest, self.conflict = stored.digest, ""
            self._written = self._kept = plan
            await self._drafts.drop(draft_name(before))
        return name

    async def differences(self) -> str:
        """What separates the file from this plan, as lines a person can read."""
        theirs, ours = await self._plans.text(self.name), await self._plans.written(self.plan)
        lines = unified_diff(
            theirs.splitlines(), ours.splitlines(), "the file", "here", lineterm="", n=1
        )
        return "\n".join(lines)


def draft_name(plan: str) -> str:
    """What the draft of a plan is called."""
    return f"plan-{plan}"
