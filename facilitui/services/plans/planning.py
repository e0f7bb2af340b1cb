"""Planning: opening plans, with what was typed last, and beginning new ones."""

from __future__ import annotations

from pydantic import ValidationError

from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.files import Stored
from facilitui.core.library.shelf import Shelf
from facilitui.core.naming import UNTITLED
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import begun_from
from facilitui.core.ports import Clock, DraftStore, LeftDraft, Library, PlanRow, PlanStore
from facilitui.services.beside_others import written_as_new
from facilitui.services.filed import draft_name, drafted
from facilitui.services.here import now_here
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.services.plans.plan_view import PlanView, plan_view
from facilitui.services.typed_last import opened


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
        """All plans, then those of which only what was typed last is left."""
        rows = await self._plans.rows()
        left = await self._left_without_file({row.name for row in rows})
        for row in left:
            await self._find_again(row.name, row.outside)
        return (*rows, *left)

    async def _find_again(self, name: str, outside: str) -> None:
        """Know a file outside the home by the name under which its draft was kept."""
        if outside:
            await self._plans.find_again(name, outside)

    async def _left_without_file(self, known: set[str]) -> tuple[PlanRow, ...]:
        beginning = draft_name(PlanDesk.what, "")
        left = await self._drafts.left(beginning)
        rows = (_row_of_draft(draft, draft.name.removeprefix(beginning)) for draft in left)
        return tuple(row for row in rows if row is not None and row.name not in known)

    async def shelf(self) -> Shelf:
        """The library."""
        return await self._library.shelf()

    async def view(self, name: str) -> PlanView:
        """A plan worked out, not to be edited. Raises InputProblems or NotFound."""
        stored = await self._plans.load(name)
        return plan_view(stored.state, await self.shelf(), self._clock)

    async def begin(self, agenda: str = "") -> PlanDesk:
        """Begin a plan, empty or as a copy of an agenda. Raises NotSaved or NotFound.

        A copy keeps in outline what it began from. An empty one has no file until something is
        changed.
        """
        shelf = await self.shelf()
        if agenda and agenda not in shelf.agendas:
            raise NotFound(f"there is no agenda {agenda}; the library shows them all")
        taken = await drafted(self._drafts, PlanDesk.what)
        if agenda:
            plan = begun_from(shelf.agendas[agenda], agenda, now_here(self._clock).date())
            stored = await written_as_new(self._plans, plan.title, lambda _: plan, taken)
        else:
            plan = Plan(title=UNTITLED)
            stored = Stored(await self._plans.free_name(plan.title, taken), plan, "")
        return self._desk(stored, shelf, begun=True)

    async def open(self, name: str) -> PlanDesk:
        """Open a plan with what was typed last, even if it never reached the file.

        Raises NotFound, or InputProblems where the file cannot be read and no draft is left.
        """
        shelf = await self.shelf()

        async def load(outside: str) -> Stored[Plan]:
            await self._find_again(name, outside)
            return await self._plans.load(name)

        desk = await opened(
            PlanDesk.what,
            name,
            Plan,
            self._drafts,
            load,
            lambda stored: self._desk(stored, shelf),
        )
        try:
            await self._plans.remember_opening(name)
        except (NotFound, InputProblems):
            pass  # only its draft is left, which the conflict says
        except NotSaved as error:
            desk.notice = str(error)
        return desk

    def _desk(self, stored: Stored[Plan], shelf: Shelf, *, begun: bool = False) -> PlanDesk:
        return PlanDesk(stored, shelf, self._plans, self._drafts, self._clock, begun=begun)


def _row_of_draft(draft: LeftDraft, name: str) -> PlanRow | None:
    """A plan of which only the draft is left, as a list shows it; None if it cannot be read."""
    try:
        plan = Plan.model_validate(draft.value[PlanDesk.what])
    except (ValidationError, KeyError):
        return None
    day = plan.start.date() if plan.start else plan.day
    outside = str(draft.value.get("outside", ""))
    return PlanRow(name, plan.title, plan.start, draft.changed, day=day, outside=outside)
