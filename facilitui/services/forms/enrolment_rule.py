"""The form of what scores have to reach, as the programme stated it to one enrolment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from facilitui.core import numbers
from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.errors import FacilituiError, Refused
from facilitui.core.pathways.case import Observed
from facilitui.core.pathways.enrolment import Enrolment, OwnRule
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirement_words import rule as rule_told
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.stated import ruled
from facilitui.core.pathways.stating import rule_of, with_rule, without_rule
from facilitui.core.told import day_of_month
from facilitui.services.forms import reading as r
from facilitui.services.forms.enrolment_areas import NO_SOURCE, Scored
from facilitui.services.forms.enrolment_asked import (
    CORRECTS,
    Asked,
    correction_field,
    day_field,
    day_turned,
    source_field,
    told_days,
)
from facilitui.services.forms.form import Following, FormField, Kind, Values

SAME = "that is what the pathway's file says, so there is nothing to save; escape leaves"
SAME_AGAIN = "that is what the pathway's file says: answer yes to Back to the file's instead"
HIGHEST = 9
"""No rubric has a higher level."""
NOT_CHECKED = "no rubric is known yet, so the level is not checked"


def rubric_in_use(
    enrolment: Enrolment,
    rubrics: Sequence[Scored],
    pathway: Pathway,
    observed: Iterable[Observed] = (),
) -> RubricRef | None:
    """The rubric that scores are under: that of the areas entered last, else the pathway's own;
    else, of those that what counts was scored with, the one with the highest level.

    None where that is not known.
    """
    if enrolment.areas:
        return enrolment.areas[-1].rubric
    own = (each.ref for each in rubrics if each.ref.id and each.ref.id == pathway.rubric.id)
    counted = (e for e in observed if e.levels and e.source.key in enrolment.counted)
    scored = max((each.rubric for each in counted), key=lambda each: each.top, default=None)
    return next(own, scored)


def rule_form(
    enrolment: Enrolment,
    gate: ScoreGate,
    rubric: RubricRef | None,
    today: date,
    phase: str = "",
) -> Asked:
    """What the programme says that scores have to reach, where its file says otherwise.

    `rubric` is the one that scores are under: no level is above its top. Where none is known, it
    is said that no level is checked.
    `phase` is what the phase is called that it is asked in.
    """
    top = rubric.top if rubric is not None else HIGHEST
    ends = f"{r.flat(rubric.told) or 'the rubric'} ends at {top}" if rubric else NOT_CHECKED

    def level(typed: str) -> int:
        return _level(typed, top, rubric)

    own = rule_of(enrolment, gate.id)
    now = ruled(gate, own)
    back = FormField(
        "back",
        "Back to the file's",
        "",
        r.flat(rule_told(gate)),
        kind=Kind.YES,
        read=r.yes,
    )
    fields = (
        FormField(
            "at_least",
            "Each at least",
            str(now.at_least),
            "the level that every priority area reaches",
            read=level,
        ),
        FormField(
            "one_at_least",
            "One at least",
            str(now.one_at_least or ""),
            "the level that one of them reaches; empty where that is not asked",
            read=lambda typed: level(typed) if typed.strip() else None,
        ),
        source_field(own.source if own else "", "who at the programme states the rule so"),
        day_field("on", "On", today, today, None),
        *((_correction(own), back) if own else ()),
    )

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        corrects = enrolment if told.get(CORRECTS) else None
        if told.get("back"):
            day = told["on"]
            day = day if isinstance(day, date) else today
            return without_rule(each, gate.id, gate.text, day, corrects=corrects)
        rule = OwnRule.model_validate({**told, "requirement": gate.id})
        if own is not None and not corrects and rule == own.model_copy(update={"on": today}):
            return each
        if rule.one_at_least is not None and rule.one_at_least <= (rule.at_least or 0):
            raise Refused(
                f"one of them has to reach more than {rule.at_least}, which all have to reach, "
                "or leave it empty",
                "one_at_least",
            )
        if (rule.at_least, rule.one_at_least) == (gate.at_least, gate.one_at_least):
            raise Refused(SAME_AGAIN, "back") if own else FacilituiError(SAME)
        return with_rule(each, rule, gate.text, corrects=corrects)

    days = told_days(fields, "on", today=today)

    known = {"at_least": Following(below=(ends,))}
    """Of what the levels are, where there is room for all of it."""

    def follow(values: Values) -> Mapping[str, Following]:
        try:
            told = {key: field.read(values[key]) for key, field in levels.items() if field.read}
        except (KeyError, ValueError):
            return {**days(values), **known}
        now = r.flat(rule_told(gate.model_copy(update=told)))
        asks = Following(below=(f"so it asks for: {now}",))
        return {**days(values), **known, "one_at_least": asks}

    levels = {each.key: each for each in fields if each.key in ("at_least", "one_at_least")}
    lead = ": ".join(filter(None, (r.flat(phase), r.flat(gate.text))))

    def turn(before: Values, now: Values) -> Values:
        return day_turned(before, now, own.on if own else None, today)

    def needs(values: Values) -> Mapping[str, str]:
        is_same = all(values[key].strip() == told for key, told in of_file.items())
        return {} if is_same or values.get("back", "") else {"source": NO_SOURCE}

    of_file = {"at_least": f"{gate.at_least}", "one_at_least": f"{gate.one_at_least or ''}"}
    title = "The programme's own rule"
    return Asked(title, fields, make, follow, lead, turn, needs)


def _correction(own: OwnRule) -> FormField:
    since = day_of_month(own.on)
    return correction_field(
        f"that of {since} was entered wrongly; else what was scored by it stays"
    )


def _level(typed: str, top: int, rubric: RubricRef | None) -> int:
    """A level of a rubric. Raises ValueError."""
    level = numbers.count(typed, "a level")
    if not 1 <= level <= top:
        of = f" of {r.flat(rubric.told)}" if rubric is not None and rubric.told else ""
        raise ValueError(f"a level{of} is a whole number from 1 to {top}")
    return level
