"""The form of the areas that have priority, of whichever rubric there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from facilitui.core.debriefs.scores import RubricRef, ref
from facilitui.core.errors import FacilituiError, Refused
from facilitui.core.library.rubric import Rubric
from facilitui.core.pathways.case import Observed
from facilitui.core.pathways.enrolling import with_areas
from facilitui.core.pathways.enrolment import Enrolment, PriorityAreas
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.told import day_of_month
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.enrolment_asked import (
    CORRECTS,
    Asked,
    correction_field,
    day_field,
    day_turned,
    source_field,
    told_days,
)
from facilitui.services.forms.form import Choices, Following, FormField, Kind, Values
from facilitui.services.forms.reason import NO_REASON

MOST_AREAS = 60
WHY_HINT = "what was wrong; only a correction is asked why"
NO_AREA = "tick the areas that the programme designated as priorities"
NO_SOURCE = "say who says so: the programme's letter, its staff, a page"
MEANWHILE = (
    "areas of that day are there; give another day, or open this again, as you typed it, to "
    "correct them"
)
NO_RUBRIC = (
    "no rubric is here: put the programme's into the rubrics folder of your data folder, "
    "or enter an observation with scores first"
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A rubric whose areas can have priority."""

    ref: RubricRef
    names: Mapping[str, str]
    """What each of its areas is called, by its id."""
    priority: Sequence[str] = ()
    """Those that its file says have it."""
    source: str = ""
    since: date | None = None

    @property
    def values(self) -> dict[str, str]:
        """By the value that a form has for it, the id of each area; no value has a space."""
        ids = (each for each in self.names if each)
        return {quote(each, safe="", errors="surrogatepass"): each for each in ids}

    @property
    def key(self) -> str:
        """What a form knows it by."""
        return f"{self.ref.id} {self.ref.version} {self.ref.top}"

    @property
    def choices(self) -> Choices:
        """Its areas, to be ticked."""
        return tuple((value, r.flat(self.names[id]) or id) for value, id in self.values.items())

    def ticked(self, areas: Iterable[str]) -> str:
        """Those of some areas that are its own, as a form has them."""
        wanted = {*areas}
        return " ".join(value for value, id in self.values.items() if id in wanted)


def rubrics_of(
    shelf: Iterable[Rubric], observed: Iterable[Observed], pathway: Pathway, enrolment: Enrolment
) -> tuple[Scored, ...]:
    """Those on the shelf and those that were scored with, the one that matters most first.

    That is the one of the areas entered last, then the one that the pathway names, then one whose
    file has priority areas.
    """
    found: dict[str, Scored] = {}
    for rubric in shelf:
        names = {each.id: each.name for each in rubric.criteria}
        about = (rubric.priority, rubric.priority_source, rubric.priority_since)
        each = Scored(ref(rubric), names, *about)
        found[each.key] = each
    on_shelf = frozenset(found)
    for seen in reversed(tuple(observed)):
        _take(found, seen.rubric, seen.names, on_shelf)
    for entered in reversed(enrolment.areas):
        names = {each: entered.names.get(each, each) for each in entered.areas}
        _take(found, entered.rubric, names, on_shelf)
    last = Scored(enrolment.areas[-1].rubric, {}).key if enrolment.areas else ""

    def weight(each: Scored) -> tuple[bool, bool, bool]:
        return each.key != last, each.ref.id != (pathway.rubric.id or ""), not each.priority

    return tuple(sorted((each for each in found.values() if each.names), key=weight))


def _take(
    found: dict[str, Scored], rubric: RubricRef, names: Mapping[str, str], known: frozenset[str]
) -> None:
    """Add a rubric that no file here has, or what is known of its areas beside what was."""
    each = Scored(rubric, names)
    if each.key in known:
        return
    before = found[each.key].names if each.key in found else {}
    found[each.key] = Scored(rubric, {**names, **before})


def areas_form(
    enrolment: Enrolment, rubrics: Sequence[Scored], pathway: Pathway, today: date
) -> Asked:
    """Which areas of which rubric have priority, who designated them and since when.

    Raises FacilituiError where there is no rubric.
    """
    if not rubrics:
        raise FacilituiError(NO_RUBRIC)
    by_key = {each.key: each for each in rubrics}
    first = rubrics[0]
    stands = enrolment.areas[-1] if enrolment.areas else None
    use = pathway.rubric
    own = use.priority if use.id == first.ref.id else ()
    areas = stands.areas if stands else first.priority or own
    source = stands.source if stands else first.source or (use.source if own else "")
    first_since = first.since or (use.since if own else None)
    on = today if stands else first_since or today
    fields = (
        FormField(
            "rubric",
            "Rubric",
            first.key,
            "whose areas they are; the scores under it, in this version, are those that count",
            tuple((each.key, _called(each)) for each in rubrics),
            kind=None if len(rubrics) > 1 else Kind.TOLD,
        ),
        FormField(
            "areas",
            "Areas",
            first.ticked(areas),
            "those that the programme designated as priorities",
            first.choices,
            kind=Kind.MANY,
            read=r.several,
        ),
        source_field(source, "who designated them: the programme's letter, its staff, a page"),
        day_field("on", "Since", on, today, None),
        *(_correction(stands) if stands else ()),
    )

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        rubric = by_key.get(str(told["rubric"]), first)
        ticked = [rubric.values[one] for one in _several(told) if one in rubric.values]
        if len(ticked) > MOST_AREAS:
            raise Refused(f"at most {MOST_AREAS} areas can be ticked", "areas")
        named = {one: rubric.names[one] for one in ticked}
        about = {"source": told["source"], "on": told["on"]}
        areas = {"rubric": rubric.ref, "areas": tuple(ticked), "names": named, **about}
        corrects = enrolment if told.get(CORRECTS) else None
        made = PriorityAreas.model_validate(areas)
        why = str(told.get("why", "")).strip()
        if made == stands or (not corrects and _is_as_proposed(made, stands, today)):
            return each
        if corrects and not why:
            raise Refused(NO_REASON, "why")
        if stands is None and {made.on} & {one.on for one in each.areas} and made not in each.areas:
            raise Refused(MEANWHILE, "on")
        return with_areas(each, made, corrects=corrects, why=why)

    days = told_days(fields, "on", today=today)

    def follow(values: Values) -> Mapping[str, Following]:
        rubric = by_key.get(values.get("rubric", ""), first)
        told = days(values)
        if stands is not None and stands.on is not None and values.get(CORRECTS, ""):
            now = told.get("on", Following()).hint or ""
            told = {**told, "on": Following(_told_beside(now, moments.told_day(stands.on)))}
        return {**told, "areas": Following(choices=rubric.choices)}

    def turn(before: Values, now: Values) -> Values:
        return day_turned(before, now, stands.on if stands is not None else None, today)

    def needs(_values: Values) -> Mapping[str, str]:
        return {"areas": NO_AREA, "source": NO_SOURCE}

    return Asked("Priority areas", fields, make, follow, turn=turn, needs=needs)


def _is_as_proposed(made: PriorityAreas, stands: PriorityAreas | None, today: date) -> bool:
    """Whether they are those that stand, since the day that is proposed for others."""
    return stands is not None and made == stands.model_copy(update={"on": today})


def _told_beside(now: str, before: str) -> str:
    """A day, and since when those stand that are corrected, where that is another one."""
    corrected = f"those that are corrected stand since {before}"
    return now if now == before else f"{now}; {corrected}" if now else corrected


def _correction(stands: PriorityAreas) -> Iterator[FormField]:
    """Whether they stand in the place of those that were entered last, and why."""
    since = f"those since {day_of_month(stands.on)}" if stands.on else "those entered last"
    yield correction_field(f"{since} were entered wrongly; else what was scored under them stays")
    yield FormField("why", "Why changed", "", WHY_HINT, kind=Kind.TEXT, read=r.text)


def _called(rubric: Scored) -> str:
    return r.flat(rubric.ref.told) or "one that nobody named"


def _several(told: Mapping[str, object]) -> tuple[str, ...]:
    areas = told["areas"]
    return areas if isinstance(areas, tuple) else ()
