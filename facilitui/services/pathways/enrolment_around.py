"""What the forms of an enrolment have to know of what is around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from facilitui.core.errors import NotFound, Refused
from facilitui.core.library.shelf import Shelf, file_id, in_folder
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolling import all_of
from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.entered_otherwise import StatedBehind, lacking_then, stated_behind
from facilitui.core.pathways.form_drafts import FormOf, form_draft
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.requirement_words import pathway_told
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.ports import LeftDraft
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import plural
from facilitui.services.forms.enrolment import (
    STARTED_ON,
    Around,
    LackingThen,
    enrolment_form,
    refuse_lacking,
)
from facilitui.services.forms.enrolment_asked import Asked
from facilitui.services.forms.enrolment_behind import Behind
from facilitui.services.forms.form import Form, Values, taken
from facilitui.services.pathways.enrolment_form import First, Terms

MOST_NAMED = 3
NO_REQUIREMENT = "the pathway that this was begun with asks for nothing called {}"
Ask = Callable[[Enrolment], Asked]
"""The form of an enrolment by what that says."""
SECOND = "{} in it already: this is one more, kept apart from what is there"


@dataclass(frozen=True, slots=True)
class Offer:
    """A pathway that somebody can enrol in."""

    id: str
    name: str
    told: str
    """Whose way it is, how large, which version, whether it is one's own."""
    enrolled: tuple[str, ...] = ()
    """Who is on their way in it already, by what their enrolments are called."""
    problem: str = ""
    """Why one's own file of it cannot be read, and where; empty where it can."""


def offers_of(shelf: Shelf, enrolments: Collection[Enrolment]) -> Iterator[Offer]:
    """The pathways that there are, beside who is in them; then the files that cannot be read."""
    for id, pathway in shelf.pathways.items():
        names = tuple(line(each.name) for each in enrolments if is_in(each, id))
        told = pathway_told(pathway, own=id in shelf.own_pathways)
        yield Offer(id, line(pathway.name), told, names, _problem(shelf, id))
    for id in dict.fromkeys(map(file_id, shelf.pathway_problems)):
        if id not in shelf.pathways:
            yield Offer(id, line(id), "", (), _problem(shelf, id))


def _problem(shelf: Shelf, id: str) -> str:
    return next(map(in_folder, shelf.problems_of_pathway(id)), "")


def about_terms(around: Around, new: Enrolment | None = None, first: First | None = None) -> Terms:
    """How the form of what an enrolment is, is saved; `new` is what one proposes that is not."""

    def make(enrolment: Enrolment, revised: bool) -> Form[Enrolment]:
        shown = enrolment if revised or new is None else new
        return enrolment_form(shown, around, revised=revised)

    def refuse(form: Form[Enrolment], enrolment: Enrolment, values: Values) -> None:
        made, why = taken(form, enrolment, values)
        refuse_lacking(made)
        if told := why.get(STARTED_ON):
            raise Refused(told, STARTED_ON)

    return Terms(make, refuse, stands=new is not None, first=first)


def asking_terms(ask: Ask, *, stands: bool) -> Terms:
    """How a form is saved whose fields mean something only together; `stands` as of terms."""
    made: list[tuple[Form[Enrolment], Asked]] = []

    def make(enrolment: Enrolment, _: bool) -> Form[Enrolment]:
        asked = ask(enrolment)
        made.append((asked.form, asked))
        return made[-1][0]

    def refuse(shown: Form[Enrolment], enrolment: Enrolment, values: Values) -> None:
        next(asked for form, asked in made if form is shown).refuse(enrolment, values)

    return Terms(make, refuse, stands)


def is_in(enrolment: Enrolment, pathway: str) -> bool:
    """Whether somebody is on their way in a pathway."""
    return enrolment.pathway == pathway and enrolment.closed_on is None


def second_told(others: Sequence[Enrolment]) -> str:
    """That others are on their way in the same pathway; empty where nobody is."""
    if not others:
        return ""
    names = [quoted(each.name) for each in others[:MOST_NAMED]]
    more = len(others) - MOST_NAMED
    told = all_of([*names, plural(more, "other")] if more > 0 else names)
    return SECOND.format(f"{told} {'is' if len(others) == 1 else 'are'}")


def held_by_schools(case: Case, enrolment: str) -> dict[str, str]:
    """By the id of each school that something is there of, what that is: "3 entries"."""
    entries = Counter(each.said.slot.school for each in case.logged_for(enrolment))
    members = Counter(each.school for each in case.members.get(enrolment, ()))
    return {
        school: all_of(
            [
                *([plural(entries[school], "entry", "entries")] if entries[school] else []),
                *([plural(members[school], "member")] if members[school] else []),
            ]
        )
        for school in {*entries, *members} - {""}
    }


def lacking_by(progress: PathwayProgress, case: Case, today: date) -> LackingThen:
    """What a later phase would stand entered without, as far as is known where it stands now."""

    @cache
    def lacks(stays: tuple[Entered, ...], on: date) -> str:
        then = progress.enrolment.model_copy(update={"entered": stays})
        return lacking_then(replace(progress, enrolment=then), 0, on, case, today)

    return lambda enrolment, on: lacks(enrolment.entered, on)


def behind_by(progress: PathwayProgress, case: Case, today: date) -> Behind:
    """What a statement would change of what later phases were entered by.

    Worked out once for what counts of it; who says so and why, which are typed letter by letter,
    change nothing.
    """
    known: dict[tuple[object, ...], StatedBehind] = {}

    def behind(before: Enrolment, made: Enrolment) -> StatedBehind:
        if _stated(before) == _stated(made) or len(before.entered) < 2:
            return StatedBehind()
        key = (before.entered, _stated(before), _stated(made))
        if key not in known:
            now = replace(progress, enrolment=before)
            known[key] = stated_behind(now, made, case, today)
        return known[key]

    return behind


def _stated(enrolment: Enrolment) -> tuple[object, ...]:
    """What counts of all that was stated."""
    return (
        *((each.rubric, each.areas, each.on) for each in enrolment.areas),
        *((e.requirement, e.at_least, e.one_at_least, e.on) for e in enrolment.rules),
        *((e.requirement, e.waits, e.asked, e.on) for e in enrolment.aside),
    )


def begun_last(left: Iterable[LeftDraft], saved: Collection[str], pathway: str) -> str:
    """The enrolment in a pathway that was begun last and not saved; empty for none."""
    for each in sorted(left, key=lambda draft: -draft.changed):
        known = form_draft(each.name)
        if known is None or known.entry in saved:
            continue
        if (known.form, known.about) == (FormOf.NEW, pathway):
            return known.entry
    return ""


def requirement_of(progress: PathwayProgress, id: str) -> Requirement:
    """A requirement of the pathway that was enrolled in. Raises NotFound."""
    found = progress.pathway.requirement(id)
    if found is None:
        raise NotFound(NO_REQUIREMENT.format(quoted(id)))
    return found
