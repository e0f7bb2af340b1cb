"""Handing over: a plan as documents for others, and as an entry that calendars know again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.library.shelf import Shelf
from facilitui.core.naming import slug
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.planning_ports import Exports
from facilitui.core.ports import Chance, Clock
from facilitui.core.reports.calendar_entry import (
    calendar_record,
    entries,
    told_digest,
    with_calendar,
)
from facilitui.core.reports.handout import FORMATS, CalendarPart, Format, Handout, What, Written
from facilitui.services.plans.plan_view import PlanView

if TYPE_CHECKING:
    from facilitui.services.plans.plan_desk import PlanDesk

_ENDINGS = {What.PARTICIPANTS: "-agenda", What.RUN_SHEET: "-run-sheet", What.CALENDAR: ""}
_SEED_BYTES = 16


class Write(Protocol):
    """Makes the bytes of a document; the reports know how."""

    def __call__(
        self, handout: Handout, what: What, form: Format, calendar: CalendarPart | None
    ) -> Written:
        """A document, and what it leaves out."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A document that was made of a plan."""

    data: bytes
    name: str
    """A name for its file."""
    left_out: tuple[str, ...]
    """What its readers do not get to see."""
    plan: Plan
    """The plan, with what calendars have now been told; keep it where that changed."""
    told: tuple[str, ...] = ()
    """What there is to say about it, each a sentence."""

    @property
    def text(self) -> str:
        """The document as text."""
        return self.data.decode("utf-8")


class HandingOver:
    """The documents of plans."""

    def __init__(self, exports: Exports, write: Write, clock: Clock, chance: Chance) -> None:
        self._exports = exports
        self._write = write
        self._clock = clock
        self._chance = chance

    def export(self, view: PlanView, shelf: Shelf, what: What, form: Format) -> Exported:
        """Make a document; nothing is kept yet. Raises FacilituiError."""
        now, seed = self._clock.read().at, self._chance(_SEED_BYTES)
        return exported(view, shelf, what, form, now=now, seed=seed, write=self._write)

    async def hand_over(self, desk: PlanDesk, what: What, form: Format) -> tuple[str, ...]:
        """Write a document of the plan on the desk; what there is to say of it, each a sentence.

        What calendars are told is kept first, so that a later entry takes the place of this one
        whatever happens. Raises FacilituiError.
        """
        document = self.export(desk.view, desk.shelf, what, form)
        record = document.plan.calendar
        desk.record(lambda plan: with_calendar(plan, record))
        try:
            await desk.write()
            where = await self._exports.write(document.name, document.data)
        except NotSaved as error:
            raise NotSaved(f"Nothing was handed over: {error}") from error
        return (*_written(document.name, where), *_left_out(document), *document.told)


def handout(view: PlanView, shelf: Shelf) -> Handout:
    """Everything that documents show of a plan."""
    plan = view.plan
    norms = plan.norms.all_of(shelf.norms)
    return Handout(
        plan=plan,
        slots=view.slots,
        start=view.start,
        end=view.over,
        dated=view.dated,
        timed=view.timed,
        zone=str(getattr(view.start.tzinfo, "key", "")),
        norms=tuple(dict.fromkeys(norm.text for norm in norms)),
        watch=next((norm.text for norm in norms if norm.id == plan.norms.watch), ""),
    )


def exported(
    view: PlanView,
    shelf: Shelf,
    what: What,
    form: Format,
    *,
    now: datetime,
    seed: str,
    write: Write,
) -> Exported:
    """A plan as a document. Raises FacilituiError where it cannot be one of that kind."""
    if form not in FORMATS[what]:
        raise FacilituiError(f"there is no {form.value} of a {what.label.lower()}")
    shown = handout(view, shelf)
    plan, calendar = view.plan, None
    if what is What.CALENDAR:
        told = entries(shown)
        record = calendar_record(plan, told_digest(told, shown.zone), seed)
        calendar = CalendarPart(told, record, now)
        plan = with_calendar(plan, record)
    made = write(shown, what, form, calendar)
    name = f"{slug(plan.title, 'session')}{_ENDINGS[what]}.{form.value}"
    return Exported(made.data, name, made.left_out, plan, _told(shown))


def _written(name: str, where: str) -> tuple[str, ...]:
    if where.endswith(name):
        return (f"Written to {where}.",)
    return (f"Written to {where}.", f"The {name} that was there already is left as it is.")


def _left_out(document: Exported) -> tuple[str, ...]:
    return (f"Left out: {', '.join(document.left_out)}.",) if document.left_out else ()


def _told(shown: Handout) -> tuple[str, ...]:
    if not shown.dated:
        return ()
    if shown.plan.zone and shown.plan.zone != shown.zone:
        return (f"The zone “{shown.plan.zone}” is not known; this machine's own was used.",)
    if not shown.zone:
        return ("This machine does not say which zone it is in; calendars are told UTC.",)
    return ()
