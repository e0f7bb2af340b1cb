"""Planning: opening a plan, changing it with undo, keeping every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from difflib import unified_diff

from pydantic import ValidationError

from facilitui.core.agenda import AgendaBlock, expand
from facilitui.core.alignment import (
    Answered,
    GoalAlignment,
    TalkTotals,
    align,
    answered,
    talk_totals,
)
from facilitui.core.checks import Check, check_plan
from facilitui.core.editing import Draft
from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.plan import Plan
from facilitui.core.ports import Clock, DraftStore, Library, PlanRow, PlanStore, Shelf, StoredPlan
from facilitui.core.schedule import Slot, later, schedule, total_minutes


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything a screen shows of a plan, worked out."""

    plan: Plan
    blocks: tuple[AgendaBlock, ...]
    slots: tuple[Slot, ...]
    goals: tuple[GoalAlignment, ...]
    answered: Answered
    talk: TalkTotals
    checks: tuple[Check, ...]
    start: datetime
    dated: bool
    """Whether the plan names its start; if not, `start` is only for showing an order."""

    @property
    def end(self) -> datetime:
        """When the last block ends."""
        return self.slots[-1].end if self.slots else self.start

    @property
    def planned_end(self) -> datetime:
        """When the time there is runs out."""
        return later(self.start, self.plan.minutes)

    @property
    def minutes(self) -> float:
        """What the agenda takes."""
        return total_minutes(self.blocks)


def plan_view(plan: Plan, shelf: Shelf, clock: Clock) -> PlanView:
    """A plan worked out against the library."""
    zone = clock.zone(plan.zone)
    now = clock.read().at.astimezone(zone)
    start = plan.start.replace(tzinfo=zone) if plan.start else _next_hour(now)
    blocks = expand(plan, shelf.protocols)
    slots = schedule(blocks, start)
    return PlanView(
        plan=plan,
        blocks=blocks,
        slots=slots,
        goals=align(plan),
        answered=answered(plan),
        talk=talk_totals(blocks),
        checks=check_plan(plan, shelf.protocols, slots),
        start=start,
        dated=plan.start is not None,
    )


def _next_hour(now: datetime) -> datetime:
    return later(now.replace(minute=0, second=0, microsecond=0), 60)


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
        self._view: PlanView | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.draft.plan

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

    @property
    def unwritten(self) -> bool:
        """Whether the file lags behind."""
        return self.plan is not self._written

    def change(self, make: Callable[[Plan], Plan], what: str) -> bool:
        """Make one change; False where it changed nothing."""
        before = self.draft
        self.draft = before.changed(make(before.plan), what)
        return self.draft is not before

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
        plan = self.plan
        if not self._digest and not self.conflict:
            await self.write()
            return
        if plan is not self._kept:
            body = {"digest": self._digest, "plan": plan.model_dump(mode="json")}
            await self._drafts.keep(draft_name(self.name), body)
            self._kept = plan

    async def write(self) -> bool:
        """Write the file if it lags behind; False where it must be left alone. Raises NotSaved."""
        if not self.unwritten and not self.conflict:
            return True
        if self.conflict:
            await self.keep_draft()
            return False
        plan = self.plan
        try:
            stored = await self._plans.save(self.name, plan, self._digest)
        except ChangedOnDisk as error:
            self.conflict = str(error)
            await self.keep_draft()
            return False
        self._digest, self._written, self._kept = stored.digest, plan, plan
        self.notice = stored.notice or self.notice
        await self._drafts.drop(draft_name(self.name))
        return True

    async def reload(self) -> None:
        """Take the file as another program left it, as one step that can be undone."""
        stored = await self._plans.load(self.name)
        self.draft = self.draft.changed(stored.plan, "reload")
        self._digest, self.conflict = stored.digest, ""
        self._written = self._kept = self.plan
        await self._drafts.drop(draft_name(self.name))

    async def save_as(self, title: str) -> str:
        """Write this plan to a file of its own, leave the other one alone, and go on there."""
        name = await self._plans.free_name(title)
        stored = await self._plans.save(name, self.plan, "")
        await self._drafts.drop(draft_name(self.name))
        self.name, self._digest, self.conflict = name, stored.digest, ""
        self._written = self._kept = self.plan
        return name

    async def differences(self) -> str:
        """What separates the file from this plan, as lines a person can read."""
        theirs, ours = await self._plans.text(self.name), await self._plans.written(self.plan)
        lines = unified_diff(
            theirs.splitlines(), ours.splitlines(), "the file", "here", lineterm="", n=1
        )
        return "\n".join(lines)


class Planning:
    """All plans of a home, and the library they draw on."""

    def __init__(
        self, plans: PlanStore, drafts: DraftStore, library: Library, clock: Clock
    ) -> None:
        self._plans = plans
        self._drafts = drafts
        self._library = library
        self._clock = clock

    async def rows(self) -> tuple[PlanRow, ...]:
        """All plans."""
        return await self._plans.rows()

    async def shelf(self) -> Shelf:
        """The library."""
        return await self._library.shelf()

    async def view(self, name: str) -> PlanView:
        """A plan worked out, not to be edited. Raises InputProblems or NotFound."""
        stored = await self._plans.load(name)
        return plan_view(stored.plan, await self.shelf(), self._clock)

    async def begin(self, agenda: str = "") -> PlanDesk:
        """Begin a plan, empty or as a copy of an agenda. Raises NotSaved or NotFound.

        An empty one has no file until something is changed.
        """
        shelf = await self.shelf()
        if agenda and agenda not in shelf.agendas:
            raise NotFound(f"there is no agenda {agenda}; the library shows them all")
        plan = shelf.agendas[agenda] if agenda else Plan(title="Untitled session")
        stored = StoredPlan(await self._plans.free_name(plan.title), plan, "")
        if agenda:
            stored = await self._plans.save(stored.name, plan, "")
        return PlanDesk(stored, shelf, self._plans, self._drafts, self._clock)

    async def open(self, name: str) -> PlanDesk:
        """Open a plan with what was typed last, even if it never reached the file.

        Raises NotFound, or InputProblems where the file cannot be read and no draft is left.
        """
        draft = await self._drafts.find(draft_name(name))
        typed = _plan_of(draft)
        try:
            stored = await self._plans.load(name)
        except InputProblems as error:
            if typed is None or draft is None:
                raise
            stored = StoredPlan(name, typed, str(draft.get("digest", "")))
            desk = PlanDesk(stored, await self.shelf(), self._plans, self._drafts, self._clock)
            desk.conflict = f"{error.problems[0]} What you typed here is kept."
            return desk
        desk = PlanDesk(stored, await self.shelf(), self._plans, self._drafts, self._clock)
        try:
            await self._plans.remember_opening(name)
        except NotSaved as error:
            desk.notice = str(error)
        if typed is not None and draft is not None and typed != stored.plan:
            desk.change(lambda _: typed, "what was typed last")
            if draft.get("digest") != stored.digest:
                desk.conflict = "The file was changed elsewhere while this plan was being edited."
        return desk


def draft_name(plan: str) -> str:
    """What the draft of a plan is called."""
    return f"plan-{plan}"


def _plan_of(draft: dict[str, object] | None) -> Plan | None:
    try:
        return Plan.model_validate(draft["plan"]) if draft else None
    except (ValidationError, KeyError):
        return None
