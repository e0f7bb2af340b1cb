"""The form of an enrolment: whose way it is, since when, with which schools, where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitui.core.errors import Refused
from facilitui.core.pathways.enrolling import begun_on
from facilitui.core.pathways.enrolment import Enrolment, School
from facilitui.core.pathways.schools import joined, named, renamed, same_name, with_dividers
from facilitui.core.pathways.words import Holder
from facilitui.core.plans.group import Group
from facilitui.core.safe_text import quoted
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.bad_lines import BadLines
from facilitui.services.forms.enrolment_asked import day_field, told_days
from facilitui.services.forms.form import (
    Following,
    Form,
    FormField,
    Kind,
    Values,
    read_all,
)
from facilitui.services.forms.list_lines import entries
from facilitui.services.forms.reason import reason_field

MOST_SCHOOLS = 200
SECTOR, PLACE = "Sector", "Place"
"""What is asked of everybody who enrols (requirements A-48), by what it is called."""
_HINTS = {
    SECTOR: "such as schools, a district, higher education",
    PLACE: "such as a town, a district, a country",
}
_PARAMETER = "parameter_"
STARTED_ON = "started_on"
NO_NAME = {
    Holder.PERSON: "say whose way it is: a name, as it will stand on the evidence summary",
    Holder.GROUP: "say what the group is called, as it will stand on the evidence summary",
}
ONE_SCHOOL = "{} is one school; write a line for each where they are several"
NO_START = "say since when: 3 Mar or 2026-03-03; a day that has been"


LackingThen = Callable[[Enrolment, date], str]
"""That a later phase would stand entered without what was met before it, did an enrolment begin on
another day; a sentence, empty where it is not so."""


def nothing_lacks(_enrolment: Enrolment, _on: date) -> str:
    """Where no other phase was entered, or that cannot be told."""
    return ""


@dataclass(frozen=True, slots=True)
class Around:
    """What the form of an enrolment has to know of what is around it."""

    today: date
    groups: Sequence[Group] = ()
    """Those that meet here."""
    held: Mapping[str, str] = field(default_factory=dict)
    """What is there of a school, by its id: "3 entries"; it cannot go then."""
    told: str = ""
    """What else there is to say of it."""
    lacking_then: LackingThen = nothing_lacks
    """What a later phase would stand entered without."""


def enrolment_form(shown: Enrolment, around: Around, *, revised: bool) -> Form[Enrolment]:
    """What an enrolment is; `shown` is what stands in the fields, saved or proposed."""
    fields = tuple(
        replace(each, required=not revised or each.key == STARTED_ON)
        for each in _fields(shown, around, revised=revised)
    )
    days = told_days(fields, STARTED_ON, today=around.today)

    def change(enrolment: Enrolment, values: Values) -> Enrolment:
        now = enrolment if revised else shown
        told = read_all(fields, values)
        own = {key: told.pop(key) for key in [*told] if key.startswith(_PARAMETER)}
        if STARTED_ON in told:
            now = _begun_on(now, _a_day(told.pop(STARTED_ON)), around)
        if "schools" in told:
            told["schools"] = joined(shown.schools, _schools(told["schools"]), now.schools)
        told["parameters"] = _parameters(now, shown, own)
        made = now.model_copy(update=told)
        return made.model_copy(update={"name": made.name or _name_of(made.group, around.groups)})

    def follow(values: Values) -> Mapping[str, Following]:
        whole = {"": Following(around.told)} if around.told else {}
        return {**days(values), **_told_schools(shown, values), **whole}

    def needs(values: Values) -> Mapping[str, str]:
        named = {} if _name_of(values.get("group", ""), around.groups) else NO_NAME
        return {"name": named[shown.holder]} if named else {}

    title = "The enrolment" if revised else f"Enrol in {r.flat(shown.pathway_name)}"
    return Form(title, fields, change, follow, needs=needs, subject="the enrolment")


def refuse_lacking(made: Enrolment) -> None:
    """Raises Refused where an enrolment lacks something to be saved."""
    if not made.name.strip():
        raise Refused(NO_NAME[made.holder], "name")
    if made.started_on is None:
        raise Refused(NO_START, STARTED_ON)


def _fields(shown: Enrolment, around: Around, *, revised: bool) -> Iterator[FormField]:
    is_group = shown.holder is Holder.GROUP
    if is_group and (choices := _groups(shown, around.groups)):
        hint = "which of the groups that meet here it is, if it is one"
        yield FormField("group", "Group", shown.group, hint, choices, read=r.text)
    whose = "what the group is called" if is_group else "who is on this way: a name"
    hint = f"{whose}, as it will stand on the evidence summary"
    yield FormField("name", "Name", shown.name, hint, read=r.a_line("the name"))
    second = shown.entered[1].on if len(shown.entered) > 1 else None
    start = day_field(STARTED_ON, "Began on", shown.started_on, around.today, None)
    yield _before(start, second)
    if is_group:
        yield FormField(
            "schools",
            "Schools",
            r.in_lines(shown.schools, lambda each: r.flat(each.name)),
            "one a line; each keeps what is logged for it, also when it is called otherwise",
            kind=Kind.LIST,
            read=lambda typed: _read_schools(typed, shown.schools, around.held),
            rows=tuple((each.id, r.flat(each.name)) for each in shown.schools),
        )
    for key, name in _parameter_keys(shown).items():
        value = r.flat(shown.parameters.get(name, ""))
        yield FormField(key, name, value, _HINTS.get(name, ""), read=r.a_line("this"))
    yield from reason_field(revised=revised)


def _begun_on(now: Enrolment, on: date, around: Around) -> Enrolment:
    """It with another first day. Raises ValueError where a phase was entered before that, or would
    stand entered without what was met by then."""
    if on != now.started_on and (lacking := around.lacking_then(now, on)):
        raise ValueError(lacking)
    return begun_on(now, on)


def _before(start: FormField, second: date | None) -> FormField:
    """The first day, which is not after the day on which the next phase was entered."""
    read = start.read

    def checked(typed: str) -> object:
        found = read(typed) if read is not None else None
        if second is not None and isinstance(found, date) and found > second:
            raise ValueError(f"the next phase was entered before, {moments.told_day(second)}")
        return found

    return FormField(start.key, start.label, start.value, start.hint, read=checked)


def _groups(shown: Enrolment, groups: Sequence[Group]) -> tuple[tuple[str, str], ...]:
    """Those to choose from; one that is gone stays as what it was."""
    known = [(each.id, r.flat(each.name)) for each in groups]
    if shown.group and shown.group not in dict(known):
        known.append((shown.group, f"{r.flat(shown.group)}, not here any more"))
    return (("", "none of those that meet here"), *known) if known else ()


def _name_of(group: str, groups: Sequence[Group]) -> str:
    return next((each.name for each in groups if group and each.id == group), "")


def _parameter_keys(shown: Enrolment) -> dict[str, str]:
    """By its field what each parameter is called: the two that are asked, then what else it has."""
    others = sorted({*shown.parameters} - {SECTOR, PLACE})
    return {f"{_PARAMETER}{number}": each for number, each in enumerate((SECTOR, PLACE, *others))}


def _parameters(now: Enrolment, shown: Enrolment, own: Mapping[str, object]) -> dict[str, str]:
    """Those that there are now, with what was typed; one left empty is none."""
    names = _parameter_keys(shown)
    typed = {names[key]: str(value) for key, value in own.items()}
    return {name: value for name, value in {**now.parameters, **typed}.items() if value.strip()}


def _read_schools(
    typed: str, shown: Sequence[School], held: Mapping[str, str]
) -> tuple[School, ...]:
    """The schools of some lines. Raises ValueError."""
    names: dict[str, str] = {}
    bad: dict[int, str] = {}
    for place, entry in enumerate(entries(typed), 1):
        if len(names) == MOST_SCHOOLS:
            bad[place] = f"at most {MOST_SCHOOLS} fit here"
        elif same_name(entry) in names:
            bad[place] = f"{quoted(entry)} is there twice"
        else:
            try:
                names[same_name(entry)] = r.line(entry, "a school")
            except ValueError as error:
                bad[place] = str(error)
    if bad:
        raise BadLines(bad)
    schools = named(shown, [*names.values()])
    stay = {each.id for each in schools}
    for each in shown:
        if each.id in held and each.id not in stay:
            what = f"{quoted(each.name)} has {held[each.id]} and cannot go"
            raise ValueError(f"{what}: write its line again, or what it is called now")
    return schools


def _told_schools(shown: Enrolment, values: Values) -> dict[str, Following]:
    """Which schools are called otherwise now, so that nobody takes one for another."""
    if "schools" not in values:
        return {}
    try:
        schools = _read_schools(values["schools"], shown.schools, {})
    except ValueError:
        schools = shown.schools
    lines = (
        f"{quoted(before)} is called {quoted(after)} now and keeps what is logged for it"
        for before, after in renamed(shown.schools, schools)
    )
    whole = (ONE_SCHOOL.format(quoted(each)) for each in with_dividers(schools))
    return {"schools": Following(below=(*lines, *whole))}


def _schools(value: object) -> tuple[School, ...]:
    return value if isinstance(value, tuple) else ()


def _a_day(value: object) -> date:
    if not isinstance(value, date):
        raise ValueError(NO_START)
    return value
