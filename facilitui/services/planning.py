"""Planning: opening plans, with what was typed last, and beginning new ones."""

from __future__ import annotations

from pydantic import ValidationError

from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.plan import Plan
from facilitui.core.ports import Clock, DraftStore, Library, PlanRow, PlanStore, Shelf, StoredPlan
from facilitui.services.plan_desk import PlanDesk, draft_name
from facilitui.services.plan_view import PlanView, plan_view

GONE = "The file was moved or removed elsewhere."


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
        except (InputProblems, NotFound) as error:
            if typed is None or draft is None:
                raise
            stored = StoredPlan(name, typed, str(draft.get("digest", "")))
            desk = PlanDesk(stored, await self.shelf(), self._plans, self._drafts, self._clock)
            why = error.problems[0] if isinstance(error, InputProblems) else GONE
            desk.conflict = f"{why} What you typed here is kept."
            return desk
        desk = PlanDesk(stored, await self.shelf(), self._plans, self._drafts, self._clock)
        try:
            await self._plans.remember_opening(name)
        except NotSaved as error:
            desk.notice = str(error)
        if typed is not None and draft is not None and typed != stored.plan:
            desk.take_up(typed, str(draft.get("digest", "")))
        return desk


def _plan_of(draft: dict[str, object] | None) -> Plan | None:
    try:
        return Plan.model_validate(draft["plan"]) if draft else None
    except (ValidationError, KeyError):
        return None
