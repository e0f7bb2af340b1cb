"""What is asked about an enrolment: which sessions count, which phase, for what is logged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case, Source
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.members import persons
from facilitui.core.pathways.progress import PathwayProgress, PhaseProgress
from facilitui.core.pathways.requirements import Sessions
from facilitui.core.pathways.roster import roster_id
from facilitui.core.pathways.sorting_told import Sortable, day_of
from facilitui.core.pathways.stays import stay_name
from facilitui.core.pathways.words import Holder, Standing
from facilitui.core.told import day_of_month, plural
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.purge import purge
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.services.pathways.enrolment_past import NothingDone
from facilitui.widgets.pathway_words import slot_told

if TYPE_CHECKING:
    from facilitui.services.pathways.enrolment_changes import EnrolmentChanges, Sorted
    from facilitui.services.pathways.last_deed import LastDeeds
    from facilitui.services.pathways.progressing import Progressing
    from facilitui.services.privacy.purging import Purging

WHICH_COUNT = "Which count? Unticked ones do not."
DROPPED = "enter keeps the ticks; escape again drops them"
WHICH_PHASE = "Enter or correct which phase?"
WHICH_SLOT = "Which of these is it for?"
NOTHING_TO_SORT = (
    "Nothing to sort yet: sessions that you ran or debriefed since this was begun appear here."
)
ONE_PHASE = "This pathway has one phase, and it was entered."
OR_OUT = "entered then; change that, or take it out"
STAY = "entered then; change that day, or why; what was entered since stays"
NOTHING_CHANGES = "Nothing that is asked of you changes."
MOVE = "Move to the changed file?"
TAKES_BACK = "u takes it back"
WITHDRAWS = "w in Journal withdraws it"
COUNTS_AGAIN = "w in Journal lets it count again"
MOVED_KEEPS = "All that was logged stays; u takes the move back."
TAKE_BACK = "Take this back?"
WHICH_ROLE = "f6 in its debrief says which role you had"
STAYS = "What was said stays in the journal. Taking back once more goes one further back."
PURGE_ROSTER = "Purge its roster too?"
WHY_PURGE = (
    "The evidence does not need them: what was logged for a member holds an id alone. Names that "
    "somebody typed into texts can be taken out there in the same go; where one stays, papers made "
    "from then on do not hide it: take what you need along first. What goes is shown first, and "
    "nothing goes before a word is typed."
)


async def which_phase(app: App[Any], enrolled: Enrolled) -> str | None:
    """A phase that is to be entered, or a stay in one, which can be said otherwise.

    None where none is. Raises FacilituiError.
    """
    whole = enrolled.told
    if not whole.enterable:
        raise FacilituiError(ONE_PHASE)
    here = whole.current
    behind = whole.phases[whole.phases.index(here) + 1 :] if here is not None else whole.phases
    mark = next((each.phase.id for each in behind), enrolled.enrolment.phase)
    choices = [Choice(each.phase.id, *_phase_told(each, here)) for each in whole.enterable]
    stays = [*_stays(whole, enrolled.enrolment)]
    return await app.push_screen_wait(ChooseDialog(WHICH_PHASE, choices + stays, mark))


def _phase_told(phase: PhaseProgress, here: PhaseProgress | None) -> tuple[str, str, str]:
    """What can be done about it, what that does, and since when somebody is or was in it.

    Of that the day alone, as a name and it stand in one line of a small window.
    """
    name = phase.phase.name
    if phase.entered is None:
        return f"Enter {name}", "", "not entered"
    on = day_of_month(phase.entered.on)
    if phase.is_current:
        return f"Correct {name}", OR_OUT, on
    leaves = f"entering it again leaves {here.phase.name}" if here is not None else ""
    return f"Enter {name} again", leaves, on


def _stays(whole: PathwayProgress, enrolment: Enrolment) -> Iterator[Choice]:
    """The stays that ended, each of which can be said otherwise; the newest first."""
    names = {each.id: each.name for each in whole.pathway.phases}
    for at, each in reversed([*enumerate(enrolment.entered[:-1])]):
        if each.phase in names:
            name = f"Correct {names[each.phase]}"
            yield Choice(stay_name(enrolment, at), name, STAY, day_of_month(each.on))


async def which_slot(
    app: App[Any], progressing: Progressing, enrolment: str, requirement: str
) -> Slot | None:
    """What of a requirement something is logged for; a slot of nothing where it is asked once.

    None where nothing is to be logged. Raises FacilituiError.
    """
    found = (await progressing.of(enrolment)).told.of(requirement)
    slots = found.slots if found is not None else ()
    if found is None or len(slots) < 2:
        return slots[0].slot if slots else Slot()
    asked = found.requirement
    choices = [Choice(f"{n}", each.name, slot_told(each, asked)) for n, each in enumerate(slots)]
    open_ones = (f"{n}" for n, each in enumerate(slots) if each.standing is not Standing.MET)
    chosen = await app.push_screen_wait(ChooseDialog(WHICH_SLOT, choices, next(open_ones, "")))
    return slots[int(chosen)].slot if chosen is not None else None


async def sort_out(
    app: App[Any], progressing: Progressing, changes: EnrolmentChanges, enrolment: str
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
    if not kept:
        return ""
    done = sorted_told(await changes.sort(enrolment, kept))
    return f"{done} {kept_out_told((await progressing.of(enrolment)).told)}".rstrip()


def kept_out_told(progress: PathwayProgress) -> str:
    """That sessions do not count in the phase by the role in them, and where that is said; empty
    where none is kept out so."""
    here = progress.current.requirements if progress.current is not None else ()
    of_role = (e for e in here if isinstance(e.requirement, Sessions) and e.requirement.roles)
    found = next((each for each in of_role if each.by_debrief and each.uncounted), None)
    return f"{found.uncounted}: {WHICH_ROLE}." if found is not None else ""


def sorted_told(done: Sorted) -> str:
    """What became of sorting, with the key that takes it back where something was changed."""
    told = f"{done.told}; {TAKES_BACK}." if done.is_new else f"{done.told}."
    return f"{told} {done.left_out}." if done.left_out else told


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
    try:
        deed = await deeds.found(enrolment)
    except NothingDone as nothing:
        raise FacilituiError(f"{nothing}; {WITHDRAWS}") from nothing
    asking = ConfirmDialog(TAKE_BACK, f"{deed.told}.\n\n{STAYS}", "take it back", "leave it")
    if not await app.push_screen_wait(asking):
        return ""
    done = await deeds.take_back(deed)
    return f"{done.told}; {COUNTS_AGAIN}." if done.is_withdrawn else f"{done.told}."


async def moved(app: App[Any], changes: EnrolmentChanges, enrolment: str) -> str:
    """Show what the changed file would change, and move there; what was done, or empty.

    Raises FacilituiError.
    """
    preview = await changes.preview(enrolment)
    lines = "\n".join(preview.lines) or NOTHING_CHANGES
    asking = ConfirmDialog(MOVE, f"{lines}\n\n{MOVED_KEEPS}", yes="move", no="stay")
    wanted = await app.push_screen_wait(asking)
    return f"{await changes.move(enrolment, preview.digest)}; {TAKES_BACK}." if wanted else ""


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
    why = f"It names {plural(len(persons(members)), 'member')}. {WHY_PURGE}"
    asking = ConfirmDialog(PURGE_ROSTER, why, yes="show what goes", no="keep it")
    if not await app.push_screen_wait(asking):
        return ""
    return await purge(app, purging, roster_id(enrolment))
