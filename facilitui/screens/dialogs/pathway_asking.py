"""What is asked about an enrolment: which sessions count, which phase, which items are done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case, Source
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress
from facilitui.core.pathways.roster import roster_id
from facilitui.core.pathways.sorting_told import Sortable, day_of
from facilitui.core.pathways.words import Holder, Standing
from facilitui.core.told import capital, day_of_month, plural
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.purge import purge
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.widgets.pathway_words import WORDS

if TYPE_CHECKING:
    from facilitui.services.pathways.desk import PathwayDesk
    from facilitui.services.pathways.last_deed import LastDeeds
    from facilitui.services.pathways.log_keeping import LogKeeping
    from facilitui.services.pathways.progressing import Progressing
    from facilitui.services.purging import Purging

WHICH_COUNT = "Which count? Unticked ones do not."
DROPPED = "enter keeps the ticks; escape again drops them"
WHICH_SLOT = "Log it for which?"
NOTHING_TO_SORT = (
    "Nothing to sort yet: sessions that you ran or debriefed since this was begun appear here."
)
ONE_PHASE = "This pathway has one phase, and it was entered."
NOTHING_CHANGES = "Nothing that is asked of you changes."
MOVE = "Move to the changed file?"
MOVED_KEEPS = "All that was logged stays; u takes the move back."
TAKE_BACK = "Take this back?"
STAYS = "What was said stays in the journal. Taking back once more goes one further back."
PURGE_ROSTER = "Purge its roster too?"
WHY_PURGE = (
    "The evidence does not need them: what was logged for a member holds an id alone. Names that "
    "somebody typed into a text stay there, and papers made after it hide them no more: take what "
    "you need along first. What goes is shown first, and nothing goes before a word is typed."
)


async def which_phase(app: App[Any], enrolled: Enrolled) -> str | None:
    """A phase that is to be entered, or the one entered last, which can be said otherwise.

    None where none is. Raises FacilituiError.
    """
    whole = enrolled.told
    if not whole.enterable:
        raise FacilituiError(ONE_PHASE)
    here = whole.current
    behind = whole.phases[whole.phases.index(here) + 1 :] if here is not None else whole.phases
    mark = next((each.phase.id for each in behind), enrolled.enrolment.phase)
    choices = [
        Choice(each.phase.id, each.phase.name, _phase_told(each, here)) for each in whole.enterable
    ]
    return await app.push_screen_wait(ChooseDialog("Enter which phase?", choices, mark))


def _phase_told(phase: PhaseProgress, here: PhaseProgress | None) -> str:
    if phase.entered is None:
        return "not entered"
    on = f"entered {day_of_month(phase.entered.on)}"
    if phase.is_current:
        return f"{on}; change that, or take it out"
    return f"{on}; entering it again leaves {here.phase.name}" if here is not None else on


async def which_slot(
    app: App[Any], progressing: Progressing, enrolment: str, requirement: str
) -> Slot | None:
    """What of a requirement something is logged for; a slot of nothing where it is asked once.

    None where nothing is to be logged. Raises FacilituiError.
    """
    found = (await progressing.of(enrolment)).told.of(requirement)
    slots = found.slots if found is not None else ()
    if len(slots) < 2:
        return slots[0].slot if slots else Slot()
    choices = [Choice(f"{n}", each.name, WORDS[each.standing]) for n, each in enumerate(slots)]
    open_ones = (f"{n}" for n, each in enumerate(slots) if each.standing is not Standing.MET)
    chosen = await app.push_screen_wait(ChooseDialog(WHICH_SLOT, choices, next(open_ones, "")))
    return slots[int(chosen)].slot if chosen is not None else None


async def tick_off(
    app: App[Any],
    progressing: Progressing,
    log: LogKeeping,
    enrolment: str,
    requirement: str,
) -> None:
    """Let items of a checklist be ticked off one by one; each is kept at once.

    Raises FacilituiError.
    """
    item: str | None = ""
    while item is not None:
        found = (await progressing.of(enrolment)).told.of(requirement)
        if found is None:
            return
        if not found.slots:
            raise FacilituiError(found.told)
        rows = [
            Choice(f"{n}", each.name, _item_told(each.standing))
            for n, each in enumerate(found.slots)
        ]
        asked = ChooseDialog(capital(found.requirement.text), rows, item, away="done")
        item = await app.push_screen_wait(asked)
        if item is not None:
            await log.tick(enrolment, requirement, found.slots[int(item)].slot)


def _item_told(standing: Standing) -> str:
    return "✓ done" if standing is Standing.MET else "open"


async def sort_out(
    app: App[Any], progressing: Progressing, desk: PathwayDesk, enrolment: str
) -> str:
    """Ask what counts for an enrolment, and keep it; what came of it, or empty where it was left.

    Raises FacilituiError.
    """
    progress = (await progressing.of(enrolment)).told
    case = (await progressing.found()).case
    sources = sortable(progress, case)
    if not sources:
        return NOTHING_TO_SORT
    counted, decided = progress.enrolment.counted, progress.enrolment.decided
    told = Sortable(progress, case).told(sources)
    choices = [
        Choice(e.key, e.told, about, day_of(e)) for e, about in zip(sources, told, strict=True)
    ]
    new = [each.key for each in sources if each.key not in decided]
    asking = TickDialog(WHICH_COUNT, choices, counted, "keep", new=new, dropped=DROPPED)
    ticked = await app.push_screen_wait(asking)
    if ticked is None:
        return ""
    said = {key: key in ticked for key in (each.key for each in sources)}
    kept = {key: counts for key, counts in said.items() if _is_new(key, counts, counted, decided)}
    return await desk.sort(enrolment, kept) if kept else ""


def sortable(progress: PathwayProgress, case: Case) -> tuple[Source, ...]:
    """What may count: first what nobody decided about, then what was decided, the newest first."""
    open_ones = {each.key: each for each in progress.unsorted}
    held = (  # what stands last names it
        *(each.source for each in case.heard),
        *(each.source for each in case.observed),
        *(each.source for each in case.sessions),
    )
    decided = progress.enrolment.decided
    done = {each.key: each for each in held if each.key in decided and each.key not in open_ones}
    return (*_newest_first(open_ones.values()), *_newest_first(done.values()))


def _newest_first(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda each: each.on or date.min, reverse=True)


def _is_new(key: str, counts: bool, counted: frozenset[str], decided: frozenset[str]) -> bool:
    return key not in decided or counts != (key in counted)


async def taken_back(app: App[Any], deeds: LastDeeds, enrolment: str) -> str:
    """Say what was done last, and take it back; what became of it, or empty.

    Raises FacilituiError.
    """
    deed = await deeds.found(enrolment)
    asking = ConfirmDialog(TAKE_BACK, f"{deed.told}.\n\n{STAYS}", "take it back", "leave it")
    return await deeds.take_back(deed) if await app.push_screen_wait(asking) else ""


async def moved(app: App[Any], desk: PathwayDesk, enrolment: str) -> str:
    """Show what the changed file would change, and move there; what was done, or empty.

    Raises FacilituiError.
    """
    preview = await desk.preview(enrolment)
    lines = "\n".join(preview.lines) or NOTHING_CHANGES
    asking = ConfirmDialog(MOVE, f"{lines}\n\n{MOVED_KEEPS}", yes="move", no="stay")
    wanted = await app.push_screen_wait(asking)
    return f"{await desk.move(enrolment, preview.digest)}; u takes it back." if wanted else ""


async def purged_roster(
    app: App[Any], progressing: Progressing, purging: Purging, enrolment: str
) -> str:
    """Offer to purge the roster of a group whose way is closed; what was done, or empty.

    Raises FacilituiError.
    """
    found = await progressing.found()
    members = found.case.members.get(enrolment, ())
    enrolled = await progressing.of(enrolment)
    if not members or enrolled.enrolment.holder is not Holder.GROUP:
        return ""
    why = f"It names {plural(len(members), 'member')}. {WHY_PURGE}"
    asking = ConfirmDialog(PURGE_ROSTER, why, yes="show what goes", no="keep it")
    if not await app.push_screen_wait(asking):
        return ""
    return await purge(app, purging, roster_id(enrolment))
