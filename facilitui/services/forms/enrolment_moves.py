"""The forms in which an enrolment is said to stand otherwise: what waits, what is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facilitui.core.errors import Refused
from facilitui.core.pathways.enrolling import closed, last_day
from facilitui.core.pathways.enrolment import Enrolment, SetAside
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.stating import aside_of, asked_again, with_aside
from facilitui.core.told import day_of_month
from facilitui.core.words import Word
from facilitui.services.forms import reading as r
from facilitui.services.forms.enrolment_asked import (
    CORRECTS,
    Asked,
    correction_field,
    day_field,
    told_days,
)
from facilitui.services.forms.form import FormField, Kind, Values, words

NO_ASIDE_REASON = "say why it is set aside; it stands on the evidence summary"
MET = "it is met by what is there, so it waits for nothing; leave it as it is asked"
NOT_CHOSEN = "choose whether it waits or is set aside; a reason alone changes nothing"


class Asking(Word):
    """Whether a requirement is asked of somebody."""

    ASKED = "asked", "It is asked"
    WAITS = "waits", "Waiting for an opportunity"
    ASIDE = "aside", "Set aside"


def aside_form(
    enrolment: Enrolment, requirement: Requirement, today: date, *, is_met: bool = False
) -> Asked:
    """Whether a requirement is asked, waits for an opportunity or is set aside, and why.

    What is met waits for nothing: saying so would be saved, and shown nowhere.
    """
    now = aside_of(enrolment, requirement.id)
    stands = Asking.ASKED if now is None else Asking.WAITS if now.waits else Asking.ASIDE
    fields = (
        FormField(
            "asking",
            "It is now",
            stands.value,
            "one that waits or is set aside is no next step",
            words(Asking),
            read=Asking,
        ),
        FormField(
            "why",
            "Why",
            now.reason if now else "",
            "which opportunity is waited for, or why it is not asked and who said so",
            kind=Kind.TEXT,
            read=r.text,
        ),
        *((_correction(now),) if now is not None and now.on != today else ()),
    )

    def make(each: Enrolment, told: Mapping[str, object]) -> Enrolment:
        corrects = enrolment if told.get(CORRECTS) else None
        asking, why = told["asking"], str(told["why"]).strip()
        if asking is Asking.ASKED:
            if why and now is None:
                raise Refused(NOT_CHOSEN, "asking")
            id, text = requirement.id, requirement.text
            return asked_again(each, id, text, today, corrects=corrects)
        waits = asking is Asking.WAITS
        if waits and is_met and stands is not Asking.WAITS:
            raise Refused(MET, "asking")
        aside = SetAside(requirement=requirement.id, waits=waits, reason=why, on=today)
        return with_aside(each, aside, requirement.text, corrects=corrects)

    def needs(values: Values) -> Mapping[str, str]:
        is_aside = values["asking"] == Asking.ASIDE.value
        return {"why": NO_ASIDE_REASON} if is_aside else {}

    title, lead = "Asked, waiting or set aside", r.flat(requirement.text)
    return Asked(title, fields, make, lead=lead, needs=needs)


def _correction(now: SetAside) -> FormField:
    stood = f"what was said on {day_of_month(now.on)} was wrong"
    return correction_field(f"{stood}; else a phase that was over by today keeps it")


def closing_form(enrolment: Enrolment, today: date) -> Asked:
    """That an enrolment is over, since when, and what there is to remember of it."""
    fields = (
        day_field("on", "Closed on", enrolment.closed_on or today, today, last_day(enrolment)),
        FormField(
            "note",
            "Note",
            "",
            "how it ended; that is the programme's decision, or yours",
            kind=Kind.TEXT,
            read=r.text,
        ),
    )

    def make(enrolment: Enrolment, told: Mapping[str, object]) -> Enrolment:
        day = told["on"]
        return closed(enrolment, day, str(told["note"])) if isinstance(day, date) else enrolment

    return Asked("Close it", fields, make, told_days(fields, "on", today=today))
